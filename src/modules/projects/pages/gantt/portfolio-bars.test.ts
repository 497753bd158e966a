import { expect, test } from 'vitest';
import type { PortfolioRow } from '../../nodes-operations.ts';
import { barsOf, nodeAt } from './portfolio-bars.ts';
import { scaleOver } from './scale.ts';

const scale = scaleOver(['2026-01-10', '2026-12-31'], 'month');
const node = (id: string, start: string, finish: string, actualFinish: string | null = null) => ({
  id,
  name: id,
  kind: 'works' as const,
  start,
  finish,
  actualStart: actualFinish && start,
  actualFinish,
});
const row = {
  start: '2026-01-10',
  finish: '2026-12-31',
  late: 1,
  nodes: [
    node('land', '2026-02-01', '2026-03-01', '2026-03-05'),
    node('permit', '2026-03-02', '2026-05-01'),
    node('works', '2026-04-01', '2026-12-31'),
  ],
} as unknown as PortfolioRow;

test('bars of some rows are one outline for each kind: what is done, what is late and what lies ahead', () => {
  const bars = barsOf([row, undefined, row], { scale, today: '2026-11-22', rowHeight: 34 });
  expect(bars.map(({ kind, d }) => [kind, d.split('z').length - 1])).toEqual([
    ['span', 2],
    ['open', 2],
    ['done', 2],
    ['late', 2],
  ]);
  expect(barsOf([undefined], { scale, today: '2026-11-22', rowHeight: 34 })).toEqual([]);
});

test('the node under a place is the one that began last there', () => {
  const at = (day: number) => nodeAt(row, scale, day * scale.perDay)?.name;
  // The chart begins on 1 January.
  expect(at(31 + 5)).toBe('land');
  expect(at(31 + 28 + 31 + 10)).toBe('works');
  expect(at(3)).toBeUndefined();
  expect(nodeAt(undefined, scale, 10)).toBeUndefined();
});
