/** Rows as a reader sees them. */
import { type Book, type Cell, cellOf, firstShort, freeFrom, lacksIn, type Pot, potIn, stateOf } from './balance.ts';
import type { ElementKind } from './kind.ts';
import { covers, type Month, monthOf, numberOf, type Span } from './month.ts';
import type { CellView, ElementRow } from './shapes.ts';

/** Null for what holds for good. */
export const lastMonthOf = ({ to }: Span): Month | null => (to >= 9999 * 12 ? null : monthOf(to));

const viewOfCell = (month: Month, cell: Cell): CellView => ({
  month,
  demand: cell.demand.toFixed(),
  quota: cell.quota?.toFixed() ?? null,
  allocated: cell.allocated.toFixed(),
  free: cell.free.toFixed(),
  over: cell.over.toFixed(),
  lacking: cell.lacking.toFixed(),
  short: cell.short?.toFixed() ?? null,
  state: stateOf(cell),
});

/** One element through some months. */
export function rowOf(kind: ElementKind, book: Book, months: readonly Month[]): ElementRow {
  const lacking = new Set<string>();
  const cells = months.map(numberOf).map((month) => {
    const lacks = lacksIn(book, month);
    for (const each of lacks) if (!each.lacking.isZero()) lacking.add(each.projectId);
    return { month, ...cellOf(book, month, lacks) };
  });
  const first = firstShort(cells);
  return {
    element: kind.id,
    label: kind.label,
    unit: kind.unit,
    cells: cells.map((cell) => viewOfCell(monthOf(cell.month), cell)),
    firstShort: first === undefined ? null : { month: monthOf(first.month), quantity: first.short?.toFixed() ?? '0' },
    projects: new Set(book.demands.map(({ projectId }) => projectId)).size,
    lacking: lacking.size,
  };
}

/** Passed down, given and still free, as of a month within the life of the pot. */
export function standingOf(book: Book, pot: Pot, now: Month) {
  const { from, to } = pot.life;
  const month = covers(pot.life, numberOf(now)) ? numberOf(now) : numberOf(now) < from ? from : to;
  const { own, taken } = potIn(book, pot, month);
  return {
    passed: pot.amount.minus(own).toFixed(),
    allocated: taken.toFixed(),
    free: freeFrom(book, pot, { from: month, to }).toFixed(),
  };
}

/** By project: what it needs, got and lacks in each month, and from when it lacks. */
export function askingOf(book: Book, months: readonly Month[]) {
  const byMonth = months.map((month) => new Map(lacksIn(book, numberOf(month)).map((each) => [each.projectId, each])));
  const ids = [...new Set(book.demands.map(({ projectId }) => projectId))];
  return ids.map((projectId) => {
    const own = byMonth.map((lacks) => lacks.get(projectId));
    const at = own.findIndex((each) => each !== undefined && !each.lacking.isZero());
    return {
      projectId,
      unitPath: own[0]?.unitPath ?? '',
      months: own.map((each) => ({
        need: each?.need.toFixed() ?? '0',
        got: each?.got.toFixed() ?? '0',
        lacking: each?.lacking.toFixed() ?? '0',
      })),
      firstLack: at === -1 ? null : { month: months[at] as Month, quantity: own[at]?.lacking.toFixed() ?? '0' },
    };
  });
}
