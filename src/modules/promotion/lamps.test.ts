import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleEditions } from '../../app/rule-editions.ts';
import { factsOf } from '../../core/rules/cases.ts';
import { evaluate, prepare } from '../../core/rules/evaluate.ts';
import {
  entriesFor,
  type LampProject,
  lampEditions,
  lampFacts,
  lampGuides,
  levelOf,
  type Measured,
  originsOf,
} from './lamps.ts';
import type { LampId } from './money-operations.ts';

const on = '2026-10-31';
const project: LampProject = {
  stage: 'building',
  startOn: '2026-03-01',
  startedOn: '2026-03-10',
  planned: '120000000',
  investment: '280000000',
  enrolment: 'none',
  isFollowed: true,
};
const measured: Measured = { completed: '60000000', months: 10, owed: null, on };
const decisions: Partial<Record<LampId, Record<string, string>>> = {
  statistics: { 'yellow-months': '1', 'red-months': '3' },
};
const editionOf = (id: LampId) => {
  const { ruleId, edition } = lampEditions[id];
  return ruleEditions().find((each) => each.edition.id === ruleId && each.edition.edition === edition)?.edition;
};
const ids = Object.keys(lampEditions) as LampId[];

function burn(id: LampId, of: LampProject, by: Measured) {
  const edition = editionOf(id);
  if (edition === undefined) throw new Error(`no edition of ${id}`);
  const facts = lampFacts(of, by)[id];
  const evaluation = evaluate(prepare(edition, decisions[id] ?? {}, ''), { id: '', facts: factsOf(edition, facts) });
  return { level: levelOf(evaluation.outcome.find((outcome) => outcome.id === 'lamp')?.value), ...evaluation };
}

describe('the lamps of a project', () => {
  it('have a guide for every fact that their edition asks for, save the day', () => {
    for (const id of ids) {
      const inputs = editionOf(id)?.inputs.flatMap((input) => (input.from === 'today' ? [] : [input.id]));
      expect(Object.keys(lampGuides[id].inputs), id).toEqual(inputs);
    }
  });

  it('burn by what was recorded', () => {
    expect(burn('start', project, measured).level).toBe('green');
    expect(burn('start', { ...project, stage: 'signed', startedOn: null }, measured).level).toBe('red');
    expect(burn('progress', project, measured).level).toBe('red');
    expect(burn('statistics', project, measured).level).toBe('red');
    expect(burn('statistics', { ...project, enrolment: 'entered' }, measured).level).toBe('green');
  });

  it('payment: by deliveries and payments, the oldest first; without a delivery it says what to record', () => {
    const owing = (deliveredOn: string, paid: string, agreedDays: number | null = null) => ({
      ...measured,
      owed: { payables: [{ deliveredOn, amount: '5000000', agreedDays }], paid },
    });
    const none = burn('payment', project, measured);
    expect(none.level).toBe('unknown');
    expect(entriesFor('payment', none.missing).map(({ enter }) => enter.zh)).toEqual([
      expect.stringContaining('登记应付款'),
      expect.stringContaining('登记应付款和已支付'),
    ]);
    // 30 days without an agreement: 2026-10-01 is the 30th day before the 31st, 2026-09-30 the 31st.
    expect(burn('payment', project, owing('2026-10-01', '0')).level).toBe('green');
    expect(burn('payment', project, owing('2026-09-30', '0')).level).toBe('yellow');
    expect(burn('payment', project, owing('2026-09-30', '4999999', 45)).level).toBe('green');
    expect(burn('payment', project, owing('2026-08-01', '4999999', 90)).level).toBe('red');
    expect(burn('payment', project, owing('2026-08-01', '5000000')).level).toBe('green');
  });

  it('statistics: a project that has not started has nothing to enter, and an unrecorded entry is no refusal', () => {
    const waiting = burn('statistics', { ...project, stage: 'signed', startedOn: null }, measured);
    expect(waiting.level).toBe('unknown');
    expect(entriesFor('statistics', waiting.missing)).toEqual([]);
    const unrecorded = burn('statistics', { ...project, isFollowed: false }, measured);
    expect(unrecorded.level).toBe('unknown');
    expect(entriesFor('statistics', unrecorded.missing)).toMatchObject([{ place: 'statistics' }]);
  });

  it('never are green on nothing, and say for everything that is missing where it is entered', () => {
    const nothing: LampProject = {
      stage: null,
      startOn: null,
      startedOn: null,
      planned: null,
      investment: null,
      enrolment: 'none',
      isFollowed: false,
    };
    const cut = fc.record({
      stage: fc.constantFrom(null, 'signed' as const, 'building' as const),
      startOn: fc.constantFrom(null, '2026-03-01', '2027-01-01'),
      planned: fc.constantFrom(null, '120000000'),
      investment: fc.constantFrom(null, '280000000'),
      completed: fc.constantFrom(null, '1', '120000000'),
      isFollowed: fc.boolean(),
    });
    for (const id of ids) expect(burn(id, nothing, { ...measured, completed: null }).level, id).toBe('unknown');
    fc.assert(
      fc.property(cut, fc.constantFrom(...ids), ({ completed, ...known }, id) => {
        const own = { ...nothing, ...known };
        const { level, missing } = burn(id, own, { ...measured, completed });
        const holes = missing.filter(({ reason }) => reason !== 'not-applicable');
        if (level === 'unknown') expect(entriesFor(id, holes)).toHaveLength(holes.length);
        if (level === 'green' && id === 'progress') expect([completed, own.planned]).not.toContain(null);
        if (level === 'green' && id === 'payment') throw new Error('green without a delivery');
      }),
    );
  });

  it('name the place that each fact was taken from', () => {
    const facts = lampFacts(project, measured).progress;
    expect(originsOf('progress', facts, '2026-10').done?.zh).toBe('已审定月报·2026-10 本年累计完成投资');
  });
});
