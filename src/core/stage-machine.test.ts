import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advance, defineStageMachine, possibleActions } from './stage-machine.ts';

const machine = defineStageMachine({
  first: 'lead',
  stages: {
    lead: { zh: '线索', en: 'Lead' },
    signed: { zh: '签约', en: 'Signed' },
    dropped: { zh: '终止', en: 'Dropped' },
  },
  actions: {
    sign: { label: { zh: '签约', en: 'Sign' }, from: ['lead'], to: 'signed', needs: ['contractSignedOn'] },
    drop: { label: { zh: '终止', en: 'Drop' }, from: ['lead', 'signed'], to: 'dropped', needs: ['reason'] },
  },
});
const stages = Object.keys(machine.stages) as (keyof typeof machine.stages)[];
const actions = Object.keys(machine.actions) as (keyof typeof machine.actions)[];
const everything = { contractSignedOn: '2026-03-01', reason: '用地未落实' };

test('an action happens exactly where the table offers it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...stages), fc.constantFrom(...actions), (stage, action) => {
      const isOffered = possibleActions(machine, stage).includes(action);
      if (isOffered) expect(advance(machine, stage, action, everything)).toBe(machine.actions[action].to);
      else expect(() => advance(machine, stage, action, everything)).toThrow(/cannot/);
    }),
  );
});

test('a signing without its date is refused and the refusal names the date', () => {
  expect(() => advance(machine, 'lead', 'sign', {})).toThrow(/contractSignedOn/);
});
