import { describe, expect, it } from 'vitest';
import { demandSheet, elementNamed, headsOf, lineOfCells, planSheet } from './sheet.ts';

const cells = {
  name: '电池材料一期',
  element: '用地指标',
  from: '2026-03',
  to: '',
  quantity: '100',
  unit: '亩',
  note: '',
};
const standing = [{ id: '00000000-0000-4000-8000-000000000001', cells }];
const around = {
  standing,
  blank: {},
  parse: (given: Readonly<Record<string, string>>) =>
    elementNamed(given.element ?? '') === undefined
      ? { issues: [{ field: 'element', zh: '没有这种要素', en: 'no such element' }] }
      : { input: given },
};
const plan = (...lines: string[][]) => planSheet(demandSheet, [headsOf(demandSheet), ...lines], around);

describe('a sheet of demands', () => {
  it('that comes back as it went changes nothing', () => {
    const [step] = plan(lineOfCells(demandSheet, standing[0]?.id ?? '', cells)).steps;
    expect(step).toMatchObject({ outcome: 'same', changes: [], issues: [] });
  });

  it('changes what has a number, adds what has none, and leaves a blank cell as it is', () => {
    const { steps } = plan(
      [standing[0]?.id ?? '', '', '', '', '', '120', '', ''],
      ['', '新材料二期', '用水', '2026-05', '2026-12', '300', '立方米', ''],
    );
    expect(steps.map(({ outcome, input }) => [outcome, input])).toEqual([
      ['changed', { ...cells, quantity: '120' }],
      ['added', expect.objectContaining({ name: '新材料二期', element: '用水' })],
    ]);
  });

  it('leaves a line that stands there already, and refuses a number that nobody has and a word that is no element', () => {
    const { steps } = plan(
      ['', ...lineOfCells(demandSheet, '', cells).slice(1)],
      ['00000000-0000-4000-8000-000000000009', '', '', '', '', '', '', ''],
      ['', '电池材料一期', '月光', '2026-05', '', '1', '亩', ''],
    );
    expect(steps.map(({ outcome }) => outcome)).toEqual(['same', 'refused', 'refused']);
    expect(steps[1]?.issues.map(({ field }) => field)).toContain('id');
    expect(steps[2]?.issues.map(({ field, cell }) => [field, cell])).toEqual([['element', '月光']]);
  });
});

it('an element is known by its names in both languages', () => {
  expect(['用地', 'LAND', 'Land quota', '化学需氧量', 'cod', '水'].map(elementNamed)).toEqual([
    'land',
    'land',
    'land',
    'emission-cod',
    'emission-cod',
    undefined,
  ]);
});
