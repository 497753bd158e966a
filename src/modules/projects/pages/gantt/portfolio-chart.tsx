import { useEffect, useRef, useState } from 'react';
import type { Label } from '../../../../core/text.ts';
import { Failure } from '../../../../web/error-boundary.tsx';
import { useLanguage } from '../../../../web/language.tsx';
import { Nothing, Waiting } from '../../../../web/waiting.tsx';
import { dayOf } from '../../node-calendar.ts';
import { rowHeight } from './portfolio-row.tsx';
import { headHeight, PortfolioRows } from './portfolio-rows.tsx';
import { placeOf, type Scale } from './scale.ts';
import { TimeAxis, TimeLines } from './time-axis.tsx';
import { usePortfolio } from './use-portfolio.ts';

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

/** The pages in view once it has come to rest, and how to say which are in view. */
function useRest() {
  const [rested, setRested] = useState<readonly number[]>([0]);
  const [say] = useState(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    return (pages: string) => {
      clearTimeout(timer);
      timer = setTimeout(() => setRested(pages.split(',').map(Number)), restMs);
    };
  });
  return [rested, say] as const;
}

/** What is late is striped, so that nobody has to tell red from green. */
function LateStripes() {
  return (
    <svg className="late-stripes" aria-hidden="true">
      <pattern id="late-stripes" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" />
        <path d="M1.5 0v5" />
      </pattern>
    </svg>
  );
}

/** Ten thousand projects, of which only those in view are drawn and asked for. */
export function PortfolioChart({ scale, search }: { scale: Scale; search: string }) {
  const { say } = useLanguage();
  const scroller = useRef<HTMLElement>(null);
  const [pages, onPages] = useRest();
  const window = { from: dayOf(scale.from), to: dayOf(scale.to), search };
  const { total: known, today = window.from, rows, error, refetch } = usePortfolio(window, pages);
  const total = known ?? 0;
  // Today is what everybody looks for first.
  useEffect(() => {
    const box = scroller.current;
    if (box !== null && known !== undefined) box.scrollLeft = Math.max(0, placeOf(scale, today) - box.clientWidth / 4);
  }, [scale, today, known]);
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
        <LateStripes />
        <div className="gantt-canvas" style={{ height: headHeight + total * rowHeight }}>
          <div className="gantt-head">
            <div className="gantt-corner">{say(words.projects, { n: total })}</div>
            <TimeAxis scale={scale} today={today} />
          </div>
          <TimeLines scale={scale} today={today} />
          <PortfolioRows scroller={scroller} total={total} rows={rows} scale={scale} today={today} onPages={onPages} />
        </div>
      </section>
    </>
  );
}
