import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { Label } from '../../../../core/text.ts';
import { Failure } from '../../../../web/error-boundary.tsx';
import { useLanguage } from '../../../../web/language.tsx';
import { Nothing, Waiting } from '../../../../web/waiting.tsx';
import { dayOf } from '../../node-calendar.ts';
import { ProjectRow, rowHeight } from './portfolio-row.tsx';
import { placeOf, type Scale } from './scale.ts';
import { TimeAxis, TimeLines } from './time-axis.tsx';
import { rowsAtOnce, usePortfolio } from './use-portfolio.ts';

const words = {
  projects: { zh: '项目（{n}）', en: 'Projects ({n})' },
  chart: { zh: '项目甘特图', en: 'Gantt chart of projects' },
  none: { zh: '没有节点计划', en: 'No node plans' },
  noneHint: {
    zh: '在项目页编排节点计划后，这里按完成日期列出',
    en: 'Plans made on the page of a project are listed here',
  },
} satisfies Record<string, Label>;

/** Scrolling past asks for nothing: only where it comes to rest. */
const restMs = 120;

function useRest(pages: string): readonly number[] {
  const [rested, setRested] = useState(pages);
  useEffect(() => {
    const timer = setTimeout(() => setRested(pages), restMs);
    return () => clearTimeout(timer);
  }, [pages]);
  return rested.split(',').map(Number);
}

/** Ten thousand projects, of which only those in view are drawn and asked for. */
export function PortfolioChart({ scale, search }: { scale: Scale; search: string }) {
  const { say } = useLanguage();
  const scroller = useRef<HTMLElement>(null);
  const [shown, setShown] = useState('0');
  const window = { from: dayOf(scale.from), to: dayOf(scale.to), search };
  const { total: known, today = window.from, rows, error, refetch } = usePortfolio(window, useRest(shown));
  const total = known ?? 0;
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    paddingStart: 44,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const first = Math.floor((items[0]?.index ?? 0) / rowsAtOnce);
  const last = Math.floor((items.at(-1)?.index ?? 0) / rowsAtOnce);
  const pages = first === last ? String(first) : `${first},${last}`;
  useEffect(() => setShown(pages), [pages]);
  // Today is what everybody looks for first.
  useEffect(() => {
    if (scroller.current !== null) scroller.current.scrollLeft = Math.max(0, placeOf(scale, today) - 260);
  }, [scale, today]);
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  return (
    <>
      {known === undefined && <Waiting />}
      {known === 0 && <Nothing title={say(words.none)} hint={say(words.noneHint)} />}
      <section
        ref={scroller}
        className="gantt portfolio"
        aria-label={say(words.chart)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
        tabIndex={0}
        hidden={total === 0}
      >
        <div className="gantt-canvas" style={{ height: virtualizer.getTotalSize() }}>
          <div className="gantt-head">
            <div className="gantt-corner">{say(words.projects, { n: total })}</div>
            <TimeAxis scale={scale} today={today} />
          </div>
          <TimeLines scale={scale} today={today} />
          <div className="portfolio-rows">
            {items.map(({ index }) => (
              <ProjectRow key={index} row={rows.get(index)} index={index} scale={scale} today={today} />
            ))}
          </div>
        </div>
      </section>
    </>
  );
}
