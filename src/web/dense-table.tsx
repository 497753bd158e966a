import './dense-table.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, memo, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';

export interface Column<Row> {
  readonly id: string;
  readonly title: ReactNode;
  /** A CSS grid track: `84px`, `minmax(120px, 2fr)`. */
  readonly width: string;
  readonly isFigure?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly active: string | null;
  readonly onPick: (row: Row) => void;
  readonly onOpen?: (row: Row) => void;
  readonly classOf?: (row: Row) => string;
  /** Whether a row is known by now; packs of which no row is are one empty box. */
  readonly isKnown?: (row: Row) => boolean;
  /** Which rows are drawn, for those who ask for them by and by. */
  readonly onView?: (first: number, last: number) => void;
  readonly empty: ReactNode;
}

const rowHeight = 32;
/** Rows are drawn in packs, so that scrolling by some rows has nothing to do. */
const packSize = 16;

interface PackProps<Row> extends Pick<Props<Row>, 'columns' | 'rows' | 'keyOf' | 'active' | 'classOf' | 'isKnown'> {
  readonly pack: number;
}

/** Words that do not fit are told in full by the pointer. */
const wordsOf = (content: ReactNode): string | undefined => (typeof content === 'string' ? content : undefined);

function PackOfRows<Row>({ pack, columns, rows, keyOf, active, classOf, isKnown }: PackProps<Row>) {
  const first = pack * packSize;
  const own = rows.slice(first, first + packSize);
  if (isKnown && !own.some(isKnown)) return <div className="dense-blank" style={{ height: own.length * rowHeight }} />;
  return own.map((row, i) => {
    const key = keyOf(row);
    const isActive = key === active;
    return (
      // biome-ignore lint/a11y/useSemanticElements: a table cannot draw only the rows in view
      // biome-ignore lint/a11y/useFocusableInteractive: rows answer to the keys that the screen lists under “?”
      <div
        key={key}
        role="row"
        data-index={first + i}
        aria-rowindex={first + i + 2}
        aria-selected={isActive}
        className={`dense-row ${isActive ? 'is-active' : ''} ${classOf?.(row) ?? ''}`}
      >
        {columns.map(({ id, isFigure, cell }) => (
          // biome-ignore lint/a11y/useSemanticElements: see the row
          // biome-ignore lint/a11y/useFocusableInteractive: see the row
          <div key={id} role="gridcell" className={isFigure ? 'figure' : undefined} title={wordsOf(cell(row))}>
            {cell(row)}
          </div>
        ))}
      </div>
    );
  });
}
const Pack = memo(PackOfRows) as unknown as typeof PackOfRows;

/** A table of many rows of one height: only what is in view is drawn, and the active row stays in view. */
export function DenseTable<Row>(props: Props<Row>) {
  const { label, columns, rows, keyOf, active, onPick, onOpen, classOf, isKnown, onView, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: Math.ceil(rows.length / packSize),
    getScrollElement: () => scroller.current,
    estimateSize: (pack) => Math.min(packSize, rows.length - pack * packSize) * rowHeight,
    overscan: 1,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of rows is another height
  useEffect(() => virtual.measure(), [virtual, rows.length]);
  const packs = virtual.getVirtualItems();
  const [firstPack, lastPack] = [packs[0]?.index ?? 0, packs.at(-1)?.index ?? 0];
  useEffect(() => onView?.(firstPack * packSize, (lastPack + 1) * packSize - 1), [firstPack, lastPack, onView]);
  const activeIndex = useMemo(
    () => (active === null ? -1 : rows.findIndex((row) => keyOf(row) === active)),
    [active, rows, keyOf],
  );
  useEffect(() => {
    const box = scroller.current;
    if (box === null || activeIndex < 0) return;
    const [top, bottom] = [activeIndex * rowHeight, (activeIndex + 1) * rowHeight];
    const head = 28;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (bottom + head > box.scrollTop + box.clientHeight) box.scrollTop = bottom + head - box.clientHeight;
  }, [activeIndex]);
  const rowAt = useCallback(
    (target: EventTarget) => {
      const index = (target as HTMLElement).closest<HTMLElement>('[data-index]')?.dataset.index;
      return index === undefined ? undefined : rows[Number(index)];
    },
    [rows],
  );
  const withRow = (act: ((row: Row) => void) | undefined) => (event: { target: EventTarget }) => {
    const row = rowAt(event.target);
    if (row !== undefined) act?.(row);
  };
  const tracks = { '--tracks': columns.map(({ width }) => width).join(' ') } as CSSProperties;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: rows answer to the keys that the screen lists under “?”
    // biome-ignore lint/a11y/useSemanticElements: a table cannot draw only the rows in view
    <div
      ref={scroller}
      className="dense-table"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      style={tracks}
      tabIndex={0}
      onClick={withRow(onPick)}
      onDoubleClick={withRow(onOpen)}
    >
      {/* biome-ignore lint/a11y: see the rows */}
      <div role="rowgroup" className="dense-head">
        {/* biome-ignore lint/a11y: see the rows */}
        <div role="row" aria-rowindex={1} className="dense-row">
          {columns.map(({ id, title, isFigure }) => (
            // biome-ignore lint/a11y: see the rows
            <div key={id} role="columnheader" className={isFigure ? 'figure' : undefined}>
              {title}
            </div>
          ))}
        </div>
      </div>
      {rows.length === 0 ? (
        // biome-ignore lint/a11y: see the rows
        <div role="rowgroup">
          {/* biome-ignore lint/a11y: see the rows */}
          <div role="row" aria-rowindex={2}>
            {/* biome-ignore lint/a11y: see the rows */}
            <div role="gridcell">{empty}</div>
          </div>
        </div>
      ) : (
        // biome-ignore lint/a11y: see the rows
        <div role="rowgroup" className="dense-body" style={{ height: rows.length * rowHeight }}>
          {packs.map(({ index, start }) => {
            const isHere = activeIndex >= index * packSize && activeIndex < (index + 1) * packSize;
            const pack = {
              ...{ columns, rows, keyOf, active: isHere ? active : null },
              ...(classOf && { classOf }),
              ...(isKnown && { isKnown }),
            };
            return (
              <div
                key={index}
                role="presentation"
                className="dense-pack"
                style={{ transform: `translateY(${start}px)` }}
              >
                <Pack pack={index} {...pack} />
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}
