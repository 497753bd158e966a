import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  actions,
  batches,
  enrol,
  type Fact,
  facts,
  finalStages,
  type Known,
  type LifeEvent,
  lackingFor,
  type ProjectStage,
  possibleOf,
  projectActions,
  stateOf,
  statisticsOf,
  step,
} from './lifecycle.ts';
import { projectStages } from './register.ts';

const opened = (stage: ProjectStage, on = '2026-01-01'): LifeEvent[] => [{ action: 'open', from: null, to: stage, on }];
const everything = Object.fromEntries(Object.keys(facts).map((fact) => [fact, true])) as Known;
const today = '2026-11-22';

describe('the life of a project', () => {
  test('a project is signed only when its review is passed and the contract is there', () => {
    const known: Known = { owner: true, investment: true, evidence: true };
    expect(() => step(opened('negotiation'), 'sign', today, known, today)).toThrow(/落户评审通过/);
    expect(step(opened('negotiation'), 'sign', today, { ...known, review: true }, today).to).toBe('signed');
  });

  test('what cannot be done is refused with what can', () => {
    expect(() => step(opened('idea'), 'start', today, everything, today)).toThrow(/可执行：入库储备、开始洽谈、终止/);
    expect(() => step(opened('exited'), 'resume', today, everything, today)).toThrow(/可执行：—/);
  });

  test('a paused project resumes where it stood', () => {
    const events = opened('building', '2026-02-01');
    const paused = [...events, step(events, 'pause', '2026-05-01', everything, today)];
    expect(stateOf(paused)).toEqual({ stage: 'paused', since: '2026-05-01', pausedFrom: 'building' });
    expect(step(paused, 'resume', '2026-06-01', everything, today).to).toBe('building');
  });

  test('an event lies neither before the one that went before nor in the future', () => {
    const events = opened('building', '2026-02-01');
    expect(() => step(events, 'complete', '2026-01-31', everything, today)).toThrow(/2026-02-01/);
    expect(() => step(events, 'complete', '2026-11-23', everything, today)).toThrow(/今天/);
    expect(step(events, 'complete', '2026-02-01', everything, today).to).toBe('completed');
  });

  test('the statistics know the days of start, completion and production', () => {
    let events = opened('preparation');
    for (const [action, on] of [
      ['start', '2026-03-01'],
      ['build', '2026-04-01'],
      ['complete', '2026-09-30'],
      ['produce', '2026-10-15'],
    ] as const)
      events = [...events, step(events, action, on, everything, today)];
    expect(statisticsOf(events)).toEqual({
      'started-on': '2026-03-01',
      'completed-on': '2026-09-30',
      'producing-on': '2026-10-15',
    });
  });

  test('every stage belongs to one batch, and every stage that is not final can be left', () => {
    const batched = Object.values(batches).flatMap(({ stages }) => stages as readonly ProjectStage[]);
    expect([...batched].sort()).toEqual(Object.keys(projectStages).sort());
    for (const stage of Object.keys(projectStages) as ProjectStage[])
      expect(possibleOf(stage).length > 0).toBe(!finalStages.includes(stage));
  });

  test('entering the statistics is applied for, entered or refused, and after a refusal applied for again', () => {
    expect(enrol(enrol(enrol('none', 'applied'), 'refused'), 'applied')).toBe('applied');
    expect(() => enrol('entered', 'applied')).toThrow(/已入库/);
    expect(() => enrol('none', 'entered')).toThrow(/可执行：已申报/);
  });
});

const anyKnown = fc.record(
  Object.fromEntries(Object.keys(facts).map((fact) => [fact, fc.boolean()])) as Record<Fact, fc.Arbitrary<boolean>>,
);

test('no sequence of actions reaches a stage without its evidence, leaves a final stage, or departs from its history', () => {
  const moves = fc.array(fc.record({ action: fc.constantFrom(...projectActions), known: anyKnown }), { maxLength: 25 });
  fc.assert(
    fc.property(fc.constantFrom(...(Object.keys(projectStages) as ProjectStage[])), moves, (first, sequence) => {
      let events = opened(first);
      let stage = first;
      for (const { action, known } of sequence) {
        try {
          const event = step(events, action, today, known, today);
          expect(finalStages).not.toContain(stage);
          expect(lackingFor(action, known)).toEqual([]);
          expect(actions[action].from as readonly string[]).toContain(stage);
          events = [...events, event];
          stage = event.to;
        } catch (refusal) {
          expect(refusal).toMatchObject({ code: expect.stringMatching(/stage-not-reachable|facts-missing/) });
        }
        expect(stateOf(events)?.stage).toBe(stage);
      }
    }),
  );
});
