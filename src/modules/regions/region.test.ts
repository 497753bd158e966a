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

  test('a prefecture that was dissolved stands before the day, with its counties, and names its successors', () => {
    const [before, after] = [on('2018-12-25'), on('2018-12-26')];
    expect(before.get('371200')).toMatchObject({ name: '莱芜市', to: '2018-12-26', into: ['370116', '370117'] });
    expect(before.get('371202')).toMatchObject({ parent: '371200' });
    expect(before.has('370116')).toBe(false);
    expect(after.has('371200')).toBe(false);
    expect(after.get('370116')).toMatchObject({ name: '莱芜区', from: '2018-12-26', parent: '370100' });
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
