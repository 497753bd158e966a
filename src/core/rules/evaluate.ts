import { Decimal } from 'decimal.js';
import { type Missing, missing, missingReasons } from '../missing.ts';
import { round } from '../quantity.ts';
import type { Label } from '../text.ts';
import { type Answers, refuseUndecided, resolved, sayAnswer } from './asks.ts';
import { type Input, type InputSource, keyOfEdition, type Rule, type RuleEdition, readRule } from './edition.ts';
import { exact, type Fact, isHole, sayNumber, show } from './fact.ts';
import type { Said, View } from './kind.ts';
import { lampWords } from './kinds/choosing.ts';
import { reviewMarks } from './review.ts';
import type { Evaluation, Step } from './working.ts';

/** An edition with every choice made, ready to run. */
export interface Ready {
  readonly edition: RuleEdition;
  readonly answers: Answers;
  readonly digest: string;
  readonly rules: readonly Rule[];
}

/** Refuses with `rule-undecided` while a question is open. */
export function prepare(edition: RuleEdition, answers: Answers, digest: string): Ready {
  refuseUndecided(edition, answers);
  const rules = edition.rules.map((raw) => readRule(resolved(raw, edition.asks, answers)));
  return { edition, answers, digest, rules };
}

/** A fact of a subject, and where it was taken from when that is not what the input declares. */
export interface Known {
  readonly fact: Fact;
  readonly from?: Label;
}

export interface Subject {
  readonly id: string;
  readonly facts: ReadonlyMap<string, Known>;
}

const sourceWords = (from: InputSource): Label => {
  if (from === 'given') return { zh: '填写', en: 'given' };
  if (from === 'today') return { zh: '当日', en: 'today' };
  if ('observation' in from) return { zh: `指标 ${from.observation}`, en: `indicator ${from.observation}` };
  if ('register' in from)
    return { zh: `名录 ${from.register}·${from.field}`, en: `register ${from.register}.${from.field}` };
  return { zh: `规则 ${from.rule}·${from.outcome}`, en: `rule ${from.rule}.${from.outcome}` };
};

interface Entry {
  readonly label: Label;
  readonly unit: string;
  readonly words: Readonly<Record<string, Label>>;
  readonly from: Label;
}

const truths = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } } as const;

const counted = (value: number | string | boolean): Fact => (typeof value === 'number' ? exact(value) : value);

function sayFact(fact: Fact, { unit, words }: Entry): Label {
  if (fact instanceof Decimal) {
    const text = `${sayNumber(fact)}${unit === '' ? '' : ` ${unit}`}`;
    return { zh: text, en: text };
  }
  if (typeof fact === 'boolean') return truths[`${fact}`];
  if (typeof fact === 'string') return words[fact] ?? { zh: fact, en: fact };
  if (isHole(fact)) return missingReasons[fact.missing];
  return { zh: fact.join('、'), en: fact.join(', ') };
}

const wordsOf = ({ common, kind, params }: Rule): Readonly<Record<string, Label>> =>
  common.words ?? (kind.words?.(params).includes('red') ? lampWords : {});

/** Names, units and words of everything an edition speaks of. */
function entriesOf({ edition, rules }: Ready): Map<string, Entry> {
  const inputs = edition.inputs.map(({ id, label, unit, words = {}, from }): [string, Entry] => [
    id,
    { label, unit, words, from: sourceWords(from) },
  ]);
  const made = rules.map((rule): [string, Entry] => [
    rule.common.id,
    { label: rule.common.label, unit: rule.common.unit, words: wordsOf(rule), from: { zh: '上文', en: 'above' } },
  ]);
  return new Map([...inputs, ...made]);
}

type Column = Map<string, Fact>;

function viewOf(entries: ReadonlyMap<string, Entry>, columns: readonly Column[], own: Column): View {
  const fact = (id: string): Fact => own.get(id) ?? missing('not-reported', [id]);
  const entry = (id: string): Entry => entries.get(id) as Entry;
  return {
    fact,
    number: (id) => fact(id) as Decimal,
    column: (id) => columns.map((each) => each.get(id) ?? missing('not-reported', [id])),
    name: (id) => entry(id).label,
    say: (id) => {
      const said = sayFact(fact(id), entry(id));
      const { zh, en } = entry(id).label;
      return { zh: `${zh} ${said.zh}`, en: `${en} ${said.en}` };
    },
    figure: (id) => sayFact(fact(id), { ...entry(id), unit: '' }).zh,
  };
}

function passedOn(rule: Rule, view: View): Said | null {
  if (rule.kind.isLenient) return null;
  const ofColumns = new Set(rule.kind.columns?.(rule.params) ?? []);
  const holes = rule.kind.needs(rule.params).filter(({ id }) => !ofColumns.has(id) && isHole(view.fact(id)));
  const [first] = holes;
  if (first === undefined) return null;
  const names = (language: 'zh' | 'en') =>
    holes
      .map(({ id }) => `${view.name(id)[language]}（${missingReasons[(view.fact(id) as Missing).missing][language]}）`)
      .join(language === 'zh' ? '、' : ', ');
  return {
    value: missing((view.fact(first.id) as Missing).missing, [...new Set(holes.map(({ id }) => id))]),
    working: { zh: `算不出：缺 ${names('zh')}`, en: `cannot be computed: ${names('en')} missing` },
  };
}

/** The answer of a rule, rounded if it says so; a hole counts as a value only where the rule says so. */
function settled({ common }: Rule, { value, working }: Said): Said {
  if (isHole(value) && common.ifMissing) {
    const { value: instead, because } = common.ifMissing;
    return {
      value: counted(instead),
      working: {
        zh: `${working.zh}；按规定以 ${instead} 计：${because.zh}`,
        en: `${working.en}; counted as ${instead}: ${because.en}`,
      },
    };
  }
  if (!(value instanceof Decimal) || common.round === undefined) return { value, working };
  const rounded = round(value, common.round.digits, common.round.how);
  const end = rounded.eq(value) ? '' : ` → ${rounded.toFixed(common.round.digits)}`;
  return { value: rounded, working: { zh: working.zh + end, en: working.en + end } };
}

function stepOf(
  rule: Rule,
  entries: ReadonlyMap<string, Entry>,
  view: View,
  said: Said,
  origins: ReadonlyMap<string, Known>,
): Step {
  const { common, kind, name } = rule;
  const entry = entries.get(common.id) as Entry;
  const ids = [...new Set(kind.needs(rule.params).map(({ id }) => id))];
  return {
    rule: common.id,
    label: common.label,
    kind: name,
    kindLabel: kind.label,
    source: common.source ?? null,
    inputs: ids.map((id) => {
      const each = entries.get(id) as Entry;
      const from = origins.get(id)?.from ?? each.from;
      return { id, label: each.label, value: show(view.fact(id)), said: sayFact(view.fact(id), each), from };
    }),
    formula: said.working,
    value: show(said.value),
    said: sayFact(said.value, entry),
    unit: entry.unit,
  };
}

/** What the edition itself counts a hole as, and the words that say so. */
function inputFact({ ifMissing }: Input, known: Known): Known {
  if (ifMissing === undefined || !isHole(known.fact)) return known;
  const { value, because } = ifMissing;
  return {
    fact: counted(value),
    from: { zh: `缺数，按规定以 ${value} 计：${because.zh}`, en: `missing, counted as ${value}: ${because.en}` },
  };
}

/** Evaluates all subjects together, so that ranks, means and extremes see every one of them. */
export function evaluateAll(ready: Ready, subjects: readonly Subject[]): Evaluation[] {
  const { edition, rules, answers, digest } = ready;
  const entries = entriesOf(ready);
  const given = subjects.map(
    ({ facts }) =>
      new Map(
        edition.inputs.map((input) => [
          input.id,
          inputFact(input, facts.get(input.id) ?? { fact: missing('not-reported') }),
        ]),
      ),
  );
  const columns = given.map((known): Column => new Map([...known].map(([id, { fact }]) => [id, fact])));
  const steps: Step[][] = subjects.map(() => []);
  for (const rule of rules) {
    const said = columns.map((own, i) => {
      const view = viewOf(entries, columns, own);
      const answer = settled(rule, passedOn(rule, view) ?? rule.kind.run(rule.params, view));
      steps[i]?.push(stepOf(rule, entries, view, answer, given[i] as ReadonlyMap<string, Known>));
      return answer;
    });
    // Only when all have answered does the column exist for the rules below.
    for (const [i, { value }] of said.entries()) columns[i]?.set(rule.common.id, value);
  }
  const chosen = edition.asks.map((ask) => ({
    question: ask.question,
    answer: sayAnswer(ask, answers[ask.id] as string),
  }));
  const marks = reviewMarks(ready);
  return subjects.map(({ id }, i) => {
    const mine = steps[i] as Step[];
    return {
      edition: { id: edition.id, edition: edition.edition, key: keyOfEdition(edition), label: edition.label, digest },
      subject: id,
      outcome: edition.outcome.map((each) => outcomeOf(each, mine, edition, columns[i] as Column, entries)),
      steps: mine,
      conditions: rules.flatMap(({ common: { id: each, unmet } }) =>
        unmet && columns[i]?.get(each) === false ? [unmet] : [],
      ),
      missing: edition.inputs.flatMap((input) => {
        const fact = columns[i]?.get(input.id);
        return fact !== undefined && isHole(fact) ? [{ id: input.id, label: input.label, reason: fact.missing }] : [];
      }),
      choices: chosen,
      marks,
    };
  });
}

function outcomeOf(
  id: string,
  steps: readonly Step[],
  edition: RuleEdition,
  column: Column,
  entries: ReadonlyMap<string, Entry>,
) {
  const step = steps.find(({ rule }) => rule === id);
  const entry = entries.get(id) as Entry;
  const fact = column.get(id) as Fact;
  const label = step?.label ?? edition.label;
  return { id, label, value: show(fact), said: sayFact(fact, entry), unit: entry.unit };
}

export const evaluate = (ready: Ready, subject: Subject): Evaluation => evaluateAll(ready, [subject])[0] as Evaluation;
