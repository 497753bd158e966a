import { expect, test } from 'vitest';
import { happenedBy } from './node-steps.ts';

const node = (id: string, start: string, finish: string, ...after: string[]) => ({
  id,
  start,
  finish,
  after: after.map((each) => ({ id: each, lag: 0 })),
});
const plan = [
  node('permit', '2026-09-01', '2026-09-30'),
  node('works', '2026-10-01', '2026-11-10', 'permit'),
  node('survey', '2026-10-01', '2026-12-10', 'permit'),
  node('acceptance', '2026-11-11', '2026-11-30', 'works'),
];

test('what should have ended in the last days is still being done, and what waits for it has not begun', () => {
  expect(happenedBy(plan, 20, '2026-11-22')).toEqual([
    { node: 'permit', start: '2026-09-01', finish: '2026-09-30' },
    { node: 'works', start: '2026-10-01', finish: null },
    { node: 'survey', start: '2026-10-01', finish: null },
  ]);
});

test('a plan that is not late has ended what should have ended, and begun what should have begun', () => {
  expect(happenedBy(plan, 0, '2026-11-22').map(({ node: id, finish }) => [id, finish])).toEqual([
    ['permit', '2026-09-30'],
    ['works', '2026-11-10'],
    ['survey', null],
    ['acceptance', null],
  ]);
  expect(happenedBy(plan, 0, '2026-08-31')).toEqual([]);
});
