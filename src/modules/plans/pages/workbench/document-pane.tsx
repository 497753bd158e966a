import { useVirtualizer } from '@tanstack/react-virtual';
import { Button } from 'antd';
import {
  type MouseEvent,
  memo,
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
import { documentRows, type Piece, pieceAt, piecesOf } from './document-rows.ts';
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

interface PieceProps {
  readonly plan: PlanDetail;
  readonly piece: Piece;
  readonly byBlock: ReadonlyMap<number, Mark[]>;
  readonly active: string | null;
}

const PieceView = memo(function PieceView({ plan, piece, byBlock, active }: PieceProps) {
  return piece.rows.map((row) => (
    <BlockView
      key={`${row.block} ${row.kind === 'table' ? row.from : ''}`}
      plan={plan}
      row={row}
      marks={byBlock.get(row.block) ?? noMarks}
      active={active}
    />
  ));
});

/** The document with everything that was found in it, drawn only where it is looked at. */
export function DocumentPane({ plan, marks, active, mayWrite, ref, onPick, onAdd }: Props) {
  const { say } = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState<Marked | null>(null);
  const pieces = useMemo(() => piecesOf(plan.blocks, documentRows(plan.blocks)), [plan.blocks]);
  const [hidden, setHidden] = useState<ReadonlySet<Mark['kind']>>(new Set());
  const byBlock = useMemo(
    () => marksByBlock(plan.blocks, hidden.size > 0 ? marks.filter(({ kind }) => !hidden.has(kind)) : marks),
    [plan.blocks, marks, hidden],
  );
  const virtual = useVirtualizer({
    count: pieces.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => pieces[index]?.height ?? 0,
    overscan: 1,
  });

  const showOffset = useCallback(
    (offset: number) => virtual.scrollToIndex(pieceAt(plan.blocks, pieces, offset), { align: 'center' }),
    [virtual, plan.blocks, pieces],
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
    const on = (target as HTMLElement).closest<HTMLElement>('[data-on]')?.dataset.on;
    if (on) onPick(on.split(' '));
  };
  const box = scroller.current?.getBoundingClientRect();
  return (
    <div className="document-pane">
      <Legend hidden={hidden} onHidden={setHidden} />
      {/* biome-ignore lint/a11y: reading by mouse only adds to what the tables beside offer to the keyboard */}
      <section
        ref={scroller}
        className="document-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
        tabIndex={0}
        aria-label={say(words.document)}
        onMouseUp={onUp}
        onClick={onClick}
        onScroll={marked ? () => setMarked(null) : undefined}
      >
        <div className="document-paper" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const piece = pieces[index] as Piece;
            const isHere =
              active !== null &&
              piece.rows.some(({ block }) => byBlock.get(block)?.some((mark) => idOf(mark) === active));
            return (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className="document-piece"
                style={{ transform: `translateY(${start}px)` }}
              >
                <PieceView plan={plan} piece={piece} byBlock={byBlock} active={isHere ? active : null} />
              </div>
            );
          })}
        </div>
      </section>
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
    </div>
  );
}
