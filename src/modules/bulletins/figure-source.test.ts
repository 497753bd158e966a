import { expect, test } from 'vitest';
import { type Place, placeOf, sourceOf } from './figure-source.ts';

const uuid = '00000000-0000-4000-8000-00000000f00a';
const places: readonly Place[] = [
  {
    kind: 'rollup',
    unitPath: 'cn.23',
    indicatorId: 'industry.output',
    period: '2026-10',
    depth: 1,
    measure: 'growth',
    subjectKind: 'unit',
    level: 3,
  },
  {
    kind: 'rollup',
    unitPath: 'cn.23',
    indicatorId: 'industry.output',
    period: '2026-10',
    depth: 0,
    measure: 'value',
    subjectKind: 'project',
    level: 0,
    industry: 'C',
  },
  { kind: 'parks', parkId: null, indicatorId: 'industry.output', period: '2026-Q3', measure: 'rank' },
  { kind: 'parks', parkId: uuid, indicatorId: 'industry.output', period: '2026-Q3', measure: 'plan', industry: '13' },
  { kind: 'project', id: uuid, on: '2026-03-31', what: 'late' },
  { kind: 'projects', on: '2026-03-31', what: 'not-started' },
  { kind: 'reports', period: '2026-03', what: 'missing' },
  { kind: 'remark', reportId: uuid, address: 'projects/2026-1/month' },
  { kind: 'remarks', unitPath: 'cn.23', indicatorId: 'industry.output', period: '2026-03' },
  { kind: 'calendar', period: '2026-03' },
];

test.each(places)('the source of a figure says where to ask for it again: $kind', (place) =>
  expect(placeOf(sourceOf(place))).toEqual(place),
);

test('a source that somebody wrote by hand, or of a measure that does not exist, is not asked for', () => {
  expect(placeOf({ id: 'a1' })).toBeNull();
  expect(placeOf({ id: 'rollup/cn/industry.output/2026-03/1/mood' })).toBeNull();
});
