import { describe, expect, test } from 'vitest';
import { type RegionChange, regionSpans, regionsOn } from './region.ts';

const on = (day: string, announced: readonly RegionChange[] = []) =>
  new Map(regionsOn(regionSpans(announced), day).map((region) => [region.code, region]));

describe('regions', () => {
  test('the list of its edition has the provinces, prefectures and counties of the standard', () => {
    const regions = [...on('2023-06-30').values()];
    const count = (level: number) => regions.filter((region) => region.level === level).length;
    expect(count(1)).toBe(34);
    expect(count(2)).toBe(333);
    expect(count(3)).toBeGreaterThan(2800);
  });

  test('every region but a province lies in one that stands on the same day', () => {
    for (const day of ['2018-01-01', '2020-06-30', '2026-11-22']) {
      const regions = on(day);
      const orphans = [...regions.values()].filter(({ parent, level }) => level > 1 && !regions.has(parent ?? ''));
      expect(orphans).toEqual([]);
    }
  });

  test('a county of a municipality, or right below its province, belongs to the province', () => {
    const regions = on('2023-06-30');
    expect(regions.get('110105')).toMatchObject({ name: '朝阳区', parent: '110000' });
    expect(regions.get('419001')).toMatchObject({ name: '济源市', parent: '410000' });
  });

  test('a district that was dissolved stands before the day and names its successors', () => {
    const [before, after] = [on('2021-04-08'), on('2021-04-09')];
    expect(before.get('330104')).toMatchObject({ name: '江干区', to: '2021-04-09', into: ['330102', '330114'] });
    expect(before.has('330114')).toBe(false);
    expect(after.has('330104')).toBe(false);
    expect(after.get('330114')).toMatchObject({ name: '钱塘区', from: '2021-04-09', parent: '330100' });
  });

  test('what is announced later joins the list from its day on', () => {
    const announced: RegionChange[] = [
      { on: '2027-01-01', kind: 'begun', code: '990101', name: '青川区', into: [], basis: '国函〔2026〕1号' },
      { on: '2028-01-01', kind: 'renamed', code: '990101', name: '云河区', into: [], basis: '国函〔2027〕1号' },
      { on: '2029-01-01', kind: 'ended', code: '990101', name: '云河区', into: ['110101'], basis: '国函〔2028〕1号' },
    ];
    const names = ['2026-12-31', '2027-01-01', '2028-01-01', '2029-01-01'].map(
      (day) => on(day, announced).get('990101')?.name,
    );
    expect(names).toEqual([undefined, '青川区', '云河区', undefined]);
  });
});
