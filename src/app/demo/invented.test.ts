import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indicatorById } from '../../modules/indicators/catalog/index.ts';
import {
  annualPlanOf,
  chanceOf,
  completedOf,
  countyMonth,
  countyPlans,
  endedMonths,
  endedQuarters,
  type InventedValue,
  zoneQuarter,
} from './invented.ts';

const unit = fc.stringMatching(/^[a-z0-9.]{1,30}$/);
const of = (values: readonly InventedValue[], id: string) =>
  Number(values.find(({ indicatorId }) => indicatorId === id)?.typed);

test('the same word always has the same chance, and words spread evenly', () => {
  expect(chanceOf('a')).toBe(chanceOf('a'));
  const chances = Array.from({ length: 2000 }, (_, i) => chanceOf(`county ${i}`));
  for (const part of [0.25, 0.5, 0.75])
    expect(chances.filter((chance) => chance < part).length / 2000).toBeCloseTo(part, 1);
});

test('a first look in February has last year and January, and no quarter of this year', () => {
  expect(endedMonths('2026-02-10')).toHaveLength(13);
  expect(endedMonths('2026-02-10').at(-1)).toBe('2026-01');
  expect(endedQuarters('2026-02-10')).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']);
  expect(endedQuarters('2026-04-01').at(-1)).toBe('2026-Q1');
});

test('a project completes something near its plan in a year, and each month says the same when asked again', () => {
  fc.assert(
    fc.property(unit, fc.integer({ min: 500, max: 500_000 }), (name, investment) => {
      const plan = annualPlanOf(name, 2026, investment);
      expect(plan).toBeGreaterThanOrEqual(100);
      expect(plan).toBeLessThanOrEqual(Math.max(100, investment * 0.43));
      const months = endedMonths('2027-01-01').filter((month) => month.startsWith('2026'));
      const done = months.map((month) => completedOf(name, month, plan));
      expect(months.map((month) => completedOf(name, month, plan))).toEqual(done);
      expect(done.every((each) => each >= 0)).toBe(true);
      const share = done.reduce((sum, each) => sum + each, 0) / plan;
      expect(share).toBeGreaterThan(0.4);
      expect(share).toBeLessThan(1.5);
    }),
  );
});

test('parts of a zone stay within their wholes, and what counts since January never falls', () => {
  fc.assert(
    fc.property(unit, (path) => {
      const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((quarter) => zoneQuarter(path, quarter));
      for (const values of quarters) {
        expect(of(values, 'industry.leading-output')).toBeLessThanOrEqual(of(values, 'industry.output'));
        expect(of(values, 'industry.value-added')).toBeLessThanOrEqual(of(values, 'industry.output'));
        expect(of(values, 'investment.industrial')).toBeLessThanOrEqual(of(values, 'investment.fixed-assets'));
        expect(of(values, 'investment.technical-upgrading')).toBeLessThanOrEqual(of(values, 'investment.industrial'));
        expect(of(values, 'trade.exports')).toBeLessThanOrEqual(of(values, 'trade.total'));
      }
      const outputs = quarters.map((values) => of(values, 'industry.output'));
      expect(outputs).toEqual(outputs.toSorted((a, b) => a - b));
    }),
  );
});

test('what is reported together for January and February is not reported in January', () => {
  const ids = (month: string) => countyMonth('cn.1', month).map(({ indicatorId }) => indicatorId);
  expect(ids('2026-01')).not.toContain('industry.output');
  expect(ids('2026-02')).toContain('industry.output');
  const exempt = ids('2026-02').filter((id) => indicatorById.get(id)?.januaryExempt);
  expect(ids('2026-01').filter((id) => exempt.includes(id))).toEqual([]);
});

test('what a county has done since January never falls', () => {
  const months = endedMonths('2027-01-01').filter((month) => month.startsWith('2026'));
  for (const id of ['industry.output', 'promotion.signed', 'economy.budget-revenue']) {
    const sums = months.map((month) => of(countyMonth('cn.1', month), id)).filter((value) => !Number.isNaN(value));
    expect(sums).toEqual(sums.toSorted((a, b) => a - b));
  }
});

test('every invented figure belongs to an indicator that is typed, in its own unit', () => {
  const values = [...countyMonth('cn.1', '2026-03'), ...countyPlans('cn.1', 2026), ...zoneQuarter('cn.1', '2026-Q3')];
  for (const { indicatorId, unit: measure } of values) {
    expect(indicatorById.get(indicatorId)?.aggregation, indicatorId).toMatch(/^(sum|last)$/);
    expect(indicatorById.get(indicatorId)?.unit, indicatorId).toBe(measure);
  }
});
