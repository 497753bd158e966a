import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfter } from '../../core/workday.ts';
import type { PromiseEvent } from './promise.ts';
import { keeps, type Promised, standingOf, type World } from './promise-standing.ts';

const nothing: World = { observed: [], isIncomplete: false, eventOn: null, isFollowed: false };
const today = '2026-11-22';
const investment: Promised = { measure: 'investment', comparator: 'at-least', value: '100', dueOn: '2026-06-30' };
const blank = { value: null, typed: null, unit: null, isKept: null, owner: null, dueOn: null, reason: null };
const actual = (on: string, more: Partial<PromiseEvent>) => ({ ...blank, action: 'actual' as const, on, ...more });
const statusOf = (
  promised: Promised,
  events: readonly ReturnType<typeof actual>[] = [],
  world = nothing,
  day = today,
) => standingOf(promised, events, world, day).status;

describe('where a promise stands', () => {
  test('the due day itself is in time, thirty days before it a promise is due soon', () => {
    const on = (day: string) => statusOf(investment, [], nothing, day);
    expect(['2026-05-30', '2026-05-31', '2026-06-30', '2026-07-01'].map(on)).toEqual([
      'not-due',
      'due-soon',
      'due-soon',
      'unproven',
    ]);
  });

  test('a figure that nobody gave breaks nothing; silence breaks a condition and a step of a followed project', () => {
    const condition: Promised = { measure: 'condition', comparator: 'at-least', value: null, dueOn: '2026-06-30' };
    const start: Promised = { ...condition, measure: 'start' };
    expect([investment, condition, start].map((promised) => statusOf(promised))).toEqual([
      'unproven',
      'breached',
      'unproven',
    ]);
    expect(statusOf(start, [], { ...nothing, isFollowed: true })).toBe('breached');
    expect(statusOf(start, [], { ...nothing, eventOn: '2026-07-02' })).toBe('remedied');
  });

  test('without a day of its own a promise is asked for when the years of its document are over', () => {
    const capacity: Promised = { measure: 'capacity', comparator: 'at-least', value: '100', dueOn: null };
    const ofPlan = { ...capacity, until: '2025-12-31' };
    expect(statusOf(capacity)).toBe('undated');
    expect(['2025-12-31', '2026-01-01'].map((day) => statusOf(ofPlan, [], nothing, day))).toEqual([
      'undated',
      'plan-over',
    ]);
    // It names no day, so nobody is late and less than was promised breaks nothing yet.
    expect(standingOf(ofPlan, [actual('2026-05-01', { value: '60' })], nothing, today)).toMatchObject({
      status: 'plan-over',
      daysLate: null,
      possible: ['actual', 'waive'],
    });
    expect(statusOf(ofPlan, [actual('2026-05-01', { value: '100' })])).toBe('kept');
  });

  test('figures that grow keep a floor from the day on which they reached it', () => {
    const observed = [
      { on: '2026-03-31', value: '60' },
      { on: '2026-06-30', value: '100' },
      { on: '2026-10-31', value: '180' },
    ];
    expect(standingOf(investment, [], { ...nothing, observed }, today)).toMatchObject({
      status: 'kept',
      actual: { from: 'observation', on: '2026-06-30', value: '100' },
      possible: ['actual'],
    });
    const short = { ...nothing, observed: observed.slice(0, 1) };
    expect(statusOf(investment, [], short)).toBe('breached');
    expect(statusOf(investment, [], { ...short, isIncomplete: true })).toBe('unproven');
  });

  test('a ceiling is broken as soon as it is passed and kept only by its day', () => {
    const energy: Promised = { measure: 'energy', comparator: 'at-most', value: '3', dueOn: '2026-12-31' };
    expect(statusOf(energy, [actual('2026-11-01', { value: '3.01' })])).toBe('breached');
    expect(statusOf(energy, [actual('2026-11-01', { value: '3' })])).toBe('not-due');
    expect(statusOf(energy, [actual('2026-11-01', { value: '3' })], nothing, '2027-01-01')).toBe('kept');
  });

  test('“about” is kept when it is reached, and below it only a person says so', () => {
    const capacity: Promised = { measure: 'capacity', comparator: 'about', value: '100', dueOn: '2026-06-30' };
    const given = actual('2026-05-01', { value: '97' });
    expect(statusOf(capacity, [given])).toBe('unproven');
    expect(statusOf(capacity, [{ ...given, isKept: true }])).toBe('kept');
    expect(statusOf(capacity, [{ ...given, isKept: false }])).toBe('breached');
  });

  test('an exit is proposed only after a remedy whose day has passed', () => {
    const broken = actual('2026-07-01', { value: '80' });
    const remedy = { ...blank, action: 'remedy' as const, on: '2026-08-01', owner: '企业', dueOn: '2026-10-31' };
    const on = (day: string) => standingOf(investment, [broken, remedy], nothing, day).possible;
    expect(on('2026-10-31')).not.toContain('propose-exit');
    expect(on('2026-11-01')).toContain('propose-exit');
    expect(standingOf(investment, [broken], nothing, today).possible).not.toContain('propose-exit');
  });

  test('what is kept stays kept as time passes, and nothing is broken before its day without a finding', () => {
    const days = fc.integer({ min: 0, max: 900 }).map((number) => dayAfter('2025-06-01', number));
    const values = fc.integer({ min: 0, max: 200 });
    const run = fc.property(
      fc.array(fc.record({ on: days, value: values }), { maxLength: 4 }),
      days,
      fc.constantFrom('at-least' as const, 'more' as const, 'about' as const),
      fc.integer({ min: 0, max: 900 }),
      (points, at, comparator, further) => {
        const observed = points
          .map(({ on, value }) => ({ on, value: String(value) }))
          .sort((a, b) => (a.on < b.on ? -1 : 1));
        const promised = { ...investment, comparator };
        const world = { ...nothing, observed };
        const now = statusOf(promised, [], world, at);
        const then = statusOf(promised, [], world, dayAfter(at, further));
        if (now === 'kept' || now === 'remedied') expect(then).toBe(now);
        if (at <= '2026-06-30') expect(now).not.toBe('breached');
      },
    );
    fc.assert(run, { numRuns: 300 });
  });

  test('comparators are exact and complement each other', () => {
    const figures = fc.integer({ min: -1000, max: 1000 }).map(String);
    fc.assert(
      fc.property(figures, figures, (promised, given) => {
        expect(keeps('at-least', promised, given)).toBe(!keeps('less', promised, given));
        expect(keeps('more', promised, given)).toBe(!keeps('at-most', promised, given));
        expect(keeps('about', promised, given)).toBe(keeps('at-least', promised, given) ? true : null);
      }),
    );
    expect(keeps('at-least', '0.1', '0.09999999999999999999')).toBe(false);
  });
});
