import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choice, day, text } from '../register/kinds.ts';
import { dueOf, lacksOf, lampOf, moved, needAnswers, type Standing } from './entry.ts';
import { defineLedger, type LedgerDeclaration } from './ledger.ts';

const declaration: LedgerDeclaration = {
  id: 'visits',
  label: { zh: '走访台账', en: 'Visits' },
  purpose: { zh: '走访企业，反映的问题限期答复', en: 'Visits to firms; what they raise is answered in time' },
  mechanisms: [],
  source: [],
  name: { zh: '走访事项', en: 'Visit' },
  fields: [
    { id: 'firm', label: { zh: '企业', en: 'Firm' }, kind: text(), isRequired: true },
    { id: 'topic', label: { zh: '类别', en: 'Topic' }, kind: choice({ land: { zh: '用地', en: 'Land' } }) },
    { id: 'promised', label: { zh: '承诺日', en: 'Promised' }, kind: day },
    { id: 'answer', label: { zh: '答复', en: 'Answer' }, kind: text() },
  ],
  first: 'open',
  stages: {
    open: { label: { zh: '待答复', en: 'Open' }, clock: { days: 5, counts: 'working', warnDays: 2 } },
    waiting: {
      label: { zh: '承诺办理', en: 'Promised' },
      clock: { days: { choice: 'grace' }, counts: 'calendar', from: 'promised' },
    },
    closed: { label: { zh: '已答复', en: 'Answered' }, isFinal: true },
  },
  actions: {
    promise: { label: { zh: '承诺', en: 'Promise' }, from: ['open'], to: 'waiting', needs: ['promised'] },
    answer: {
      label: { zh: '答复', en: 'Answer' },
      from: ['open', 'waiting'],
      to: 'closed',
      needs: ['answer'],
      needsEvidence: true,
    },
  },
  choices: [{ id: 'grace', label: { zh: '宽限期', en: 'Grace' }, unit: '天', least: 0, most: 60 }],
  parameters: { 用地: 'field:topic.land' },
  cases: [],
};
const ledger = defineLedger(declaration);
const standing = (stage: string, data: Standing['data'] = {}): Standing => ({ stage, stageSince: '2026-11-20', data });

test('a clock of working days passes over the weekend, and the due day itself is in time', () => {
  const due = dueOf(ledger, standing('open'), {});
  expect(due).toBe('2026-11-27');
  expect(lampOf(ledger, standing('open'), due, '2026-11-24')).toBe('green');
  expect(lampOf(ledger, standing('open'), due, '2026-11-25')).toBe('yellow');
  expect(lampOf(ledger, standing('open'), due, '2026-11-27')).toBe('yellow');
  expect(lampOf(ledger, standing('open'), due, '2026-11-28')).toBe('red');
});

test('a clock that starts on a day not known yet, or waits for a decision, is grey', () => {
  expect(dueOf(ledger, standing('waiting'), { grace: 10 })).toBeNull();
  const promised = standing('waiting', { promised: '2026-12-01' });
  expect(dueOf(ledger, promised, {})).toBeNull();
  expect(lampOf(ledger, promised, null, '2027-01-01')).toBe('grey');
  expect(dueOf(ledger, promised, { grace: 10 })).toBe('2026-12-11');
  expect(lampOf(ledger, standing('closed'), null, '2027-01-01')).toBe('done');
});

test('a choice that nobody has made is refused, and the refusal says what to decide', () => {
  expect(() => needAnswers(ledger, {})).toThrow(/宽限期（天）/);
  expect(() => needAnswers(ledger, { grace: 0 })).not.toThrow();
});

test('an action names everything it still needs, and moves only with it', () => {
  const lacking = { action: 'answer', reason: null, hasEvidence: false, changes: {} };
  expect(() => moved(ledger, standing('open'), lacking, '2026-11-22')).toThrow(/答复、佐证材料/);
  const full = { ...lacking, hasEvidence: true, changes: { answer: '已协调' } };
  expect(moved(ledger, standing('open'), full, '2026-11-22')).toMatchObject({
    stage: 'closed',
    stageSince: '2026-11-22',
    data: { answer: '已协调' },
  });
  expect(() => moved(ledger, standing('closed'), full, '2026-11-22')).toThrow(/现处于/);
  expect(lacksOf(ledger, {}).map(({ id }) => id)).toEqual(['firm']);
});

test('a declaration that contradicts itself does not start', () => {
  const broken = (change: Partial<LedgerDeclaration>) => () => defineLedger({ ...declaration, ...change });
  expect(broken({ first: 'nowhere' })).toThrow(/unknown stage nowhere/);
  expect(broken({ actions: {} })).toThrow(/nothing leads out of open/);
  expect(broken({ parameters: { 用林: 'field:topic.wood' } })).toThrow(/用林/);
  expect(broken({ choices: [] })).toThrow(/unknown choice/);
  const measure = { id: 'wood', label: { zh: '林', en: 'Wood' }, unit: '件', every: 'year' } as const;
  const counts = { only: { field: 'topic', is: 'wood' } };
  expect(broken({ measures: [{ ...measure, kind: 'count', counts }] })).toThrow(/wood counts an unknown word/);
  expect(broken({ measures: [{ ...measure, kind: 'sum' }] })).toThrow(/wood adds up nothing/);
  expect(broken({ measures: [{ ...measure, kind: 'share' }] })).toThrow(/wood says no part/);
  expect(broken({ measures: [{ ...measure, kind: 'count', on: 'felled' }] })).toThrow(/unknown field/);
  expect(broken({ place: 'where' })).toThrow(/the place is an unknown field/);
});

test('no sequence of actions leaves the declared stages, skips what is needed or moves on from a final stage', () => {
  const actions = fc.array(
    fc.record({
      action: fc.constantFrom('promise', 'answer'),
      hasEvidence: fc.boolean(),
      answer: fc.option(fc.constant('好'), { nil: null }),
      promised: fc.option(fc.constant('2026-12-01'), { nil: null }),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(actions, (sequence) => {
      let entry = standing('open');
      for (const { action, hasEvidence, answer, promised } of sequence) {
        const changes = { ...(answer && { answer }), ...(promised && { promised }) };
        const before = entry;
        try {
          entry = moved(ledger, entry, { action, reason: null, hasEvidence, changes }, '2026-11-22');
        } catch {
          expect(entry).toBe(before);
          continue;
        }
        expect(before.stage).not.toBe('closed');
        if (entry.stage === 'closed') expect(hasEvidence && entry.data.answer).toBe('好');
        if (entry.stage === 'waiting') expect(entry.data.promised).toBe('2026-12-01');
      }
    }),
  );
});
