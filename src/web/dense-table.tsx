import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';

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
  readonly empty: ReactNode;
}

const rowHeight = 32;

/** A table of many rows of one height: only what is in view is drawn, and the active row stays in view. */
export function DenseTable<Row>({ label, columns, rows, keyOf, active, onPick, onOpen, classOf, empty }: Props<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const activeIndex = active === null ? -1 : rows.findIndex((row) => keyOf(row) === active);
  useEffect(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex, { align: 'auto' });
  }, [activeIndex, virtual]);
  const tracks = { '--tracks': columns.map(({ width }) => width).join(' ') } as CSSProperties;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <div
      ref={scroller}
      className="dense-table"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      style={tracks}
      tabIndex={0}
    >
      <div role="rowgroup" className="dense-head">
        <div role="row" aria-rowindex={1} className="dense-row">
          {columns.map(({ id, title, isFigure }) => (
            <div key={id} role="columnheader" className={isFigure ? 'figure' : undefined}>
              {title}
            </div>
          ))}
        </div>
      </div>
      {rows.length === 0 ? (
        <div role="rowgroup">
          <div role="row" aria-rowindex={2}>
            <div role="gridcell">{empty}</div>
          </div>
        </div>
      ) : (
        <div role="rowgroup" className="dense-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index] as Row;
            const key = keyOf(row);
            const more = classOf?.(row) ?? '';
            return (
              // biome-ignore lint/a11y: rows answer to the keys of the screen, which every screen lists under “?”
              <div
                key={key}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={key === active}
                className={`dense-row ${key === active ? 'is-active' : ''} ${more}`}
                style={{ transform: `translateY(${start}px)`, height: rowHeight }}
                onClick={() => onPick(row)}
                onDoubleClick={onOpen ? () => onOpen(row) : undefined}
              >
                {columns.map(({ id, isFigure, cell }) => (
                  <div key={id} role="gridcell" className={isFigure ? 'figure' : undefined}>
                    {cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}
