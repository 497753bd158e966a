import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KinCandidate, kinAmong } from './kin.ts';

let count = 0;
const project = (name: string, wan: number | null, more: Partial<KinCandidate> = {}): KinCandidate => ({
  id: `p${String(++count).padStart(3, '0')}`,
  name,
  ownerId: 'owner',
  place: '临江化工园',
  industry: '2614',
  investment: wan === null ? null : `${wan}0000`,
  since: '2026-01-05',
  ...more,
});
const found = (...all: readonly KinCandidate[]) =>
  kinAmong(all).map(({ kind, ids }) => [kind, ...ids.map((id) => all.find((each) => each.id === id)?.name)]);

test('one owner, place, industry and sum under an unlike name is one project renamed, the earlier first', () => {
  const later = project('新能源储能基地', 28_000, { since: '2026-06-01' });
  const earlier = project('电池材料一期', 28_000);
  expect(found(later, earlier)).toEqual([['renamed', '电池材料一期', '新能源储能基地']]);
  expect(kinAmong([later, earlier])[0]?.grounds.map(({ zh }) => zh)).toEqual([
    '建设单位、地点和行业相同',
    '总投资同为 28000 万元',
  ]);
});

test('parts recorded later whose sums make up an earlier project are that project divided', () => {
  const whole = project('生物发酵基地', 60_000);
  const parts = [
    project('发酵车间', 35_000, { since: '2026-03-01' }),
    project('提取车间', 24_900, { since: '2026-03-01' }),
  ];
  expect(found(...parts, whole)).toEqual([['split', '生物发酵基地', '发酵车间', '提取车间']]);
  const before = parts.map((part) => ({ ...part, since: '2025-01-01' }));
  expect(found(...before, whole)).toEqual([]);
});

test('another owner, another place, another sum or nothing known is no ground', () => {
  const first = project('电池材料一期', 28_000);
  for (const more of [
    { ownerId: 'other' },
    { place: '青川产业园' },
    { ownerId: null },
    { place: null },
    { industry: null },
  ])
    expect(found(first, project('新能源储能基地', 28_000, more))).toEqual([]);
  expect(found(first, project('新能源储能基地', 28_001))).toEqual([]);
  expect(found(first, project('新能源储能基地', null))).toEqual([]);
  // Names that are alike are told as duplicates already.
  expect(found(first, project('电池材料二期', 28_000))).toEqual([]);
});

test('what is found does not depend on the order in which projects come, and parts always make up their whole', () => {
  const some = fc.array(fc.record({ wan: fc.integer({ min: 1, max: 30 }), month: fc.integer({ min: 1, max: 9 }) }), {
    maxLength: 9,
  });
  fc.assert(
    fc.property(some, (drawn) => {
      const all = drawn.map(({ wan, month }, i) => project(`项目${i}`, wan, { since: `2026-0${month}-01` }));
      const kin = kinAmong(all);
      expect(kinAmong(all.toReversed())).toEqual(kin);
      for (const { ids } of kin.filter(({ kind }) => kind === 'split')) {
        const [whole = 0, ...parts] = ids.map((id) => Number(all.find((each) => each.id === id)?.investment));
        expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - whole)).toBeLessThanOrEqual(whole * 0.01);
      }
    }),
  );
});
