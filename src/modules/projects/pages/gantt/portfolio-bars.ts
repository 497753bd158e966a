import type { Day } from '../../../../core/day.ts';
import type { PortfolioRow } from '../../nodes-operations.ts';
import { placeOf, type Scale, widthOf } from './scale.ts';

type Node = PortfolioRow['nodes'][number];

/** What happened, or else what is planned. */
function daysOf({ actualStart, actualFinish, start, finish }: Node): { from: Day; to: Day } {
  const [from, to] = [actualStart ?? start, actualFinish ?? finish];
  return { from, to: to > from ? to : from };
}

const kinds = ['span', 'open', 'done', 'late'] as const;
type Kind = (typeof kinds)[number];

const kindOf = ({ actualFinish, finish }: Node, today: Day): Kind =>
  actualFinish !== null ? 'done' : finish < today ? 'late' : 'open';

interface Canvas {
  readonly scale: Scale;
  readonly today: Day;
  readonly rowHeight: number;
}

interface Bar {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

/** A pixel short, so that neighbours can be told apart. */
const box = ({ left, width, top, height }: Bar): string =>
  `M${left} ${top}h${Math.max(2, width - 1)}v${height}H${left}z`;

/** The bars of some rows below each other as one outline for each kind; rows that are not there yet stay empty. */
export function barsOf(rows: readonly (PortfolioRow | undefined)[], { scale, today, rowHeight }: Canvas) {
  const outlines: Record<Kind, string> = { span: '', open: '', done: '', late: '' };
  rows.forEach((row, i) => {
    if (row === undefined) return;
    const top = i * rowHeight;
    const across = (from: Day, to: Day) => ({ left: placeOf(scale, from), width: widthOf(scale, from, to) });
    outlines.span += box({ ...across(row.start, row.finish), top: top + 5.5, height: 22 });
    for (const node of row.nodes) {
      const { from, to } = daysOf(node);
      outlines[kindOf(node, today)] += box({ ...across(from, to), top: top + 10, height: 12 });
    }
  });
  return kinds.filter((kind) => outlines[kind] !== '').map((kind) => ({ kind, d: outlines[kind] }));
}

/** The node that covers a place of a row; the one that begins last where several do. */
export function nodeAt(row: PortfolioRow | undefined, scale: Scale, x: number) {
  const found = row?.nodes
    .map((node) => ({ name: node.name, ...daysOf(node) }))
    .filter(({ from, to }) => x >= placeOf(scale, from) && x <= placeOf(scale, from) + widthOf(scale, from, to));
  return found?.toSorted((one, other) => other.from.localeCompare(one.from))[0];
}
