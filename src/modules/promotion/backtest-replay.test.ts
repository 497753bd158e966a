import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter } from '../../core/workday.ts';
import type { KnownFigure } from '../indicators/known-operations.ts';
import type { PastProject, PastVersion } from '../projects/backtest-operations.ts';
import { becameOf, monthsAfter } from './backtest-outcome.ts';
import { knownOn, periodKnownOn } from './backtest-replay.ts';

const version = (from: string, recordedOn: string, more: Partial<PastVersion> = {}): PastVersion => ({
  from,
  recordedOn,
  stage: 'signed',
  startOn: '2026-03-01',
  finishOn: '2026-09-30',
  investment: '280000000',
  plans: { 2026: '120000000' },
  ...more,
});
const past = (versions: PastVersion[], more: Partial<PastProject> = {}): PastProject => ({
  id: 'p',
  name: '电池材料一期',
  unitPath: 'qingchuan.ghk',
  versions,
  steps: [],
  funds: [],
  ...more,
});
const figure = (period: string, value: string, since: string, until: string | null = null): KnownFigure => ({
  subjectId: 'p',
  period,
  value,
  since,
  until,
});
const at = (on: string, basis: 'recorded' | 'happened' = 'recorded') => ({ on, basis, period: '2026-04' });

describe('what was known on a past day', () => {
  const project = past(
    [
      version('2026-01-05', '2026-01-06'),
      // On the 10th of June somebody writes that the start was put off in April.
      version('2026-04-01', '2026-06-10', { startOn: '2026-08-01' }),
    ],
    {
      steps: [{ track: 'life', action: 'start', to: 'started', on: '2026-05-20', recordedOn: '2026-06-15' }],
      funds: [
        { kind: 'payable', on: '2026-05-01', recordedOn: '2026-05-03', amount: '100', agreedDays: 30 },
        { kind: 'paid', on: '2026-05-20', recordedOn: '2026-07-01', amount: '40', agreedDays: null },
      ],
    },
  );

  it('is what had been written down by then, not what was filled in later', () => {
    expect(knownOn(project, [], at('2026-01-05'))).toBeNull();
    expect(knownOn(project, [], at('2026-05-31'))?.project).toMatchObject({ startOn: '2026-03-01', startedOn: null });
    expect(knownOn(project, [], at('2026-06-10'))?.project).toMatchObject({ startOn: '2026-08-01', startedOn: null });
    expect(knownOn(project, [], at('2026-06-30'))?.project.startedOn).toBe('2026-05-20');
    expect(knownOn(project, [], at('2026-06-30'))?.measured.owed).toMatchObject({ paid: '0' });
    expect(knownOn(project, [], at('2026-07-31'))?.measured.owed).toMatchObject({ paid: '40' });
  });

  it('by event counts what was filled in later from the day that it speaks of', () => {
    const then = knownOn(project, [], at('2026-05-31', 'happened'));
    expect(then?.project).toMatchObject({ startOn: '2026-08-01', startedOn: '2026-05-20' });
    expect(then?.measured.owed).toMatchObject({ paid: '40' });
    expect(knownOn(project, [], at('2026-03-31', 'happened'))?.project.startOn).toBe('2026-03-01');
  });

  it('holds a corrected figure until the day of its correction', () => {
    const figures = [figure('2026-04', '50', '2026-05-08', '2026-06-02'), figure('2026-04', '30', '2026-06-02')];
    const completed = (on: string, basis: 'recorded' | 'happened' = 'recorded') =>
      knownOn(project, figures, at(on, basis))?.measured.completed;
    expect(completed('2026-05-07')).toBeNull();
    expect(completed('2026-05-08')).toBe('50');
    expect(completed('2026-06-01')).toBe('50');
    expect(completed('2026-06-02')).toBe('30');
    expect(completed('2026-05-07', 'happened')).toBe('30');
  });

  it('judges the last month of which figures were known, over all projects', () => {
    const figures = [figure('2026-03', '1', '2026-04-08'), figure('2026-04', '2', '2026-05-08')];
    expect(periodKnownOn(figures, '2026-04-30', 'recorded')).toBe('2026-03');
    expect(periodKnownOn(figures, '2026-05-31', 'recorded')).toBe('2026-04');
    expect(periodKnownOn([], '2026-05-31', 'recorded')).toBe('2026-04');
    expect(periodKnownOn([], '2026-01-31', 'recorded')).toBe('2026-01');
  });

  it('does not change by anything that is recorded after the day', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((n) => dayAfter('2025-06-01', n));
    const stage = fc.constantFrom('signed' as const, 'building' as const, 'completed' as const, null);
    const versions = fc.array(
      fc.record({
        from: day,
        recordedOn: day,
        stage,
        startOn: fc.option(day),
        investment: fc.option(fc.nat().map(String)),
      }),
      { maxLength: 6 },
    );
    const steps = fc.array(
      fc.record({ on: day, recordedOn: day, action: fc.constantFrom('start', 'complete', 'applied') }),
      { maxLength: 5 },
    );
    const funds = fc.array(fc.record({ on: day, recordedOn: day, amount: fc.nat().map(String) }), { maxLength: 5 });
    const figures = fc.array(
      fc
        .record({ month: fc.integer({ min: 1, max: 12 }), since: day, value: fc.nat().map(String), kept: fc.nat(90) })
        .map(({ month, since, value, kept }) =>
          figure(`2026-${String(month).padStart(2, '0')}`, value, since, kept > 60 ? null : dayAfter(since, kept + 1)),
        ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(versions, steps, funds, figures, day, (ofRegister, ofLife, ofMoney, all, on) => {
        const whole = past(
          ofRegister.map(({ from, recordedOn, ...more }) => version(from, recordedOn, more)),
          {
            steps: ofLife.map((step) => ({
              ...step,
              track: step.action === 'applied' ? ('statistics' as const) : ('life' as const),
              to: step.action === 'applied' ? 'applied' : 'started',
            })),
            funds: ofMoney.map((fund, i) => ({
              ...fund,
              kind: i % 2 ? ('paid' as const) : ('payable' as const),
              agreedDays: null,
            })),
          },
        );
        const isOld = ({ recordedOn }: { recordedOn: string }) => recordedOn <= on;
        const then = past(whole.versions.filter(isOld), {
          steps: whole.steps.filter(isOld),
          funds: whole.funds.filter(isOld),
        });
        // On that day nobody knew that a figure would be corrected.
        const figuresThen = all
          .filter(({ since }) => since <= on)
          .map((each) => ({ ...each, until: each.until !== null && each.until <= on ? each.until : null }));
        const period = periodKnownOn(all, on, 'recorded');
        expect(periodKnownOn(figuresThen, on, 'recorded')).toBe(period);
        const ask = { on, basis: 'recorded' as const, period };
        expect(knownOn(whole, all, ask)).toEqual(knownOn(then, figuresThen, ask));
      }),
    );
  });
});

describe('what became of a project', () => {
  const today = '2026-11-22';
  const start = (on: string) => ({ track: 'life' as const, action: 'start', to: 'started', on, recordedOn: on });
  const became = (of: PastProject, graceMonths = 0, kind: 'late-start' | 'late-finish' = 'late-start') =>
    becameOf(of, { kind, graceMonths, today });

  it('is measured against the first plan on record, not against one that was moved', () => {
    const moved = past(
      [version('2026-01-05', '2026-01-06'), version('2026-02-20', '2026-02-20', { startOn: '2026-08-01' })],
      { steps: [start('2026-07-10')] },
    );
    expect(became(moved)).toEqual({
      ending: 'late',
      plannedOn: '2026-03-01',
      happenedOn: '2026-07-10',
      troubleIn: '2026-03',
      settledIn: '2026-07',
    });
    expect(became(moved, 3)).toMatchObject({ ending: 'late', troubleIn: '2026-06' });
    expect(became(moved, 5)).toMatchObject({ ending: 'in-time', troubleIn: null });
  });

  it('is open until the day has passed, and unknown for what nobody saw begin', () => {
    const waiting = past([version('2026-01-05', '2026-01-06', { startOn: '2026-11-22' })]);
    expect(became(waiting).ending).toBe('open');
    expect(became(past([version('2026-01-05', '2026-01-06', { startOn: '2026-11-21' })]))).toMatchObject({
      ending: 'late',
      troubleIn: '2026-11',
    });
    expect(became(past([version('2026-01-05', '2026-01-06', { stage: 'building' })])).ending).toBe('unknown');
    expect(became(past([version('2026-01-05', '2026-01-06', { startOn: null })])).ending).toBe('unknown');
    const dropped = past([
      version('2026-01-05', '2026-01-06'),
      version('2026-02-01', '2026-02-01', { stage: 'dropped' }),
    ]);
    expect(became(dropped).ending).toBe('unknown');
  });

  it('takes a state that was only entered for the day from which it holds', () => {
    const entered = past([
      version('2026-01-05', '2026-01-06'),
      version('2026-02-20', '2026-03-05', { stage: 'building' }),
    ]);
    expect(became(entered)).toMatchObject({ ending: 'in-time', happenedOn: '2026-02-20' });
    expect(became(entered, 0, 'late-finish')).toMatchObject({ ending: 'late', troubleIn: '2026-10' });
  });

  it('counts months by the calendar', () => {
    expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthsAfter('2026-11-30', 3)).toBe('2027-02-28');
    expect(monthsAfter('2026-03-15', 0)).toBe('2026-03-15');
  });
});
