import { useVirtualizer } from '@tanstack/react-virtual';
import { Button } from 'antd';
import {
  type MouseEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useLanguage } from '../../../../web/language.tsx';
import { type FactKind, factKinds, type PlanDetail } from '../../plan.ts';
import { BlockView } from './block-view.tsx';
import { documentRows, estimatedHeight } from './document-rows.ts';
import { FindingRail } from './finding-rail.tsx';
import { Legend } from './legend.tsx';
import { idOf, type Mark, marksByBlock } from './marks.ts';
import { type Marked, markedIn } from './selection.ts';
import { kindLabels } from './wording.ts';

const words = {
  document: { zh: '规划原文', en: 'The document' },
  addAs: { zh: '补充为', en: 'Add as' },
};

const noMarks: readonly Mark[] = [];

export interface DocumentHandle {
  /** Brings the marks of a fact or finding into view and flashes them. */
  readonly show: (id: string) => void;
  readonly showOffset: (offset: number) => void;
}

interface Props {
  readonly plan: PlanDetail;
  readonly marks: readonly Mark[];
  readonly active: string | null;
  readonly mayWrite: boolean;
  readonly ref?: Ref<DocumentHandle>;
  readonly onPick: (ids: readonly string[]) => void;
  readonly onAdd: (kind: FactKind, start: number, end: number) => void;
}

/** The document with everything that was found in it, drawn only where it is looked at. */
export function DocumentPane({ plan, marks, active, mayWrite, ref, onPick, onAdd }: Props) {
  const { say } = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState<Marked | null>(null);
  const rows = useMemo(() => documentRows(plan.blocks), [plan.blocks]);
  const [hidden, setHidden] = useState<ReadonlySet<Mark['kind']>>(new Set());
  const byBlock = useMemo(
    () => marksByBlock(plan.blocks, hidden.size > 0 ? marks.filter(({ kind }) => !hidden.has(kind)) : marks),
    [plan.blocks, marks, hidden],
  );
  const rowOf = useMemo(() => {
    const at = new Map<number, number>();
    rows.forEach((row, index) => {
      if (!at.has(row.block)) at.set(row.block, index);
    });
    return at;
  }, [rows]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimatedHeight(plan.blocks, rows[index] as (typeof rows)[number]),
    overscan: 6,
  });

  const rowAt = useCallback(
    (offset: number): number => {
      const block = plan.blocks.findIndex(({ start, end }) => offset >= start && offset < end);
      const first = rowOf.get(Math.max(0, block)) ?? 0;
      const table = plan.blocks[block];
      if (table?.kind !== 'table') return first;
      const row = table.rows.findIndex((cells) => cells.some(({ start, end }) => offset >= start && offset < end));
      const piece = rows.findIndex((r) => r.block === block && r.kind === 'table' && row >= r.from && row < r.to);
      return piece >= 0 ? piece : first;
    },
    [plan.blocks, rowOf, rows],
  );
  const showOffset = useCallback(
    (offset: number) => virtual.scrollToIndex(rowAt(offset), { align: 'center' }),
    [virtual, rowAt],
  );
  const show = useCallback(
    (id: string) => {
      const mark = marks.find((candidate) => idOf(candidate) === id);
      if (mark === undefined) return;
      showOffset(mark.start);
      const settle = (tries: number) => {
        const shown = scroller.current?.querySelector<HTMLElement>(`[data-on~="${CSS.escape(id)}"]`);
        if (!shown && tries > 0) return void requestAnimationFrame(() => settle(tries - 1));
        if (!shown) return;
        shown.scrollIntoView({ block: 'center' });
        for (const part of scroller.current?.querySelectorAll(`[data-on~="${CSS.escape(id)}"]`) ?? [])
          part.animate([{ backgroundColor: 'var(--flash)' }, {}], { duration: 1200, easing: 'ease-out' });
      };
      requestAnimationFrame(() => settle(20));
    },
    [marks, showOffset],
  );
  useImperativeHandle(ref, () => ({ show, showOffset }), [show, showOffset]);

  useEffect(() => {
    const onChange = () => {
      if (getSelection()?.isCollapsed) setMarked(null);
    };
    document.addEventListener('selectionchange', onChange);
    return () => document.removeEventListener('selectionchange', onChange);
  }, []);

  const onUp = () => {
    if (!mayWrite || scroller.current === null) return;
    setMarked(markedIn(scroller.current, plan));
  };
  const onClick = ({ target }: MouseEvent) => {
    if (!getSelection()?.isCollapsed) return;
    const on = (target as HTMLElement).closest<HTMLElement>('[data-on]')?.dataset['on'];
    if (on) onPick(on.split(' '));
  };
  const box = scroller.current?.getBoundingClientRect();
  return (
    <section className="document-pane" aria-label={say(words.document)}>
      <Legend hidden={hidden} onHidden={setHidden} />
      {/* biome-ignore lint/a11y: reading by mouse only adds to what the tables beside offer to the keyboard */}
      <div
        ref={scroller}
        className="document-scroll"
        tabIndex={0}
        role="region"
        aria-label={say(words.document)}
        onMouseUp={onUp}
        onClick={onClick}
        onScroll={marked ? () => setMarked(null) : undefined}
      >
        <div className="document-paper" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const row = rows[index] as (typeof rows)[number];
            const own = byBlock.get(row.block) ?? noMarks;
            return (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className="document-row"
                style={{ transform: `translateY(${start}px)` }}
              >
                <BlockView
                  plan={plan}
                  row={row}
                  marks={own}
                  active={own.some((mark) => idOf(mark) === active) ? active : null}
                />
              </div>
            );
          })}
        </div>
      </div>
      <FindingRail marks={marks} length={plan.text.length} onShow={showOffset} />
      {marked && box && (
        <div
          className="marked-offer"
          role="toolbar"
          aria-label={say(words.addAs)}
          style={{
            left: Math.max(8, Math.min(box.width - 330, marked.rect.left - box.left)),
            top: Math.max(36, marked.rect.top - box.top - 10),
          }}
        >
          <span>{say(words.addAs)}</span>
          {factKinds.map((kind) => (
            <Button
              key={kind}
              size="small"
              type={kind === 'indicator' ? 'primary' : 'default'}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                onAdd(kind, marked.start, marked.end);
                setMarked(null);
                getSelection()?.removeAllRanges();
              }}
            >
              {say(kindLabels[kind])}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
