import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type RefObject, useEffect } from 'react';
import type { Day } from '../../../../core/day.ts';
import type { PortfolioRow } from '../../nodes-operations.ts';
import { Pack, packSize, rowHeight } from './portfolio-row.tsx';
import type { Scale } from './scale.ts';
import { rowsAtOnce } from './use-portfolio.ts';

export const headHeight = 44;

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly total: number;
  readonly rows: ReadonlyMap<number, PortfolioRow>;
  readonly scale: Scale;
  readonly today: Day;
  /** Which pages of the answer come into view. */
  readonly onPages: (pages: string) => void;
}

/** What is in view of the rows: apart from the chart around it, so that scrolling draws nothing else anew. */
export const PortfolioRows = memo(function PortfolioRows({ scroller, total, rows, scale, today, onPages }: Props) {
  const virtual = useVirtualizer({
    count: Math.ceil(total / packSize),
    getScrollElement: () => scroller.current,
    estimateSize: (pack) => Math.min(packSize, total - pack * packSize) * rowHeight,
    paddingStart: headHeight,
    overscan: 1,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of rows is another height
  useEffect(() => virtual.measure(), [virtual, total]);
  const items = virtual.getVirtualItems();
  const pageOf = (pack: number | undefined) => Math.floor(((pack ?? 0) * packSize) / rowsAtOnce);
  const [first, last] = [pageOf(items[0]?.index), pageOf(items.at(-1)?.index)];
  useEffect(() => onPages(first === last ? String(first) : `${first},${last}`), [first, last, onPages]);
  return items.map(({ index, start }) => (
    <Pack
      key={index}
      rows={rows}
      first={index * packSize}
      end={Math.min(total, (index + 1) * packSize)}
      top={start}
      scale={scale}
      today={today}
    />
  ));
});
