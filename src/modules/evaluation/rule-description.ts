import { type Answers, combinationsOf, openQuestions, resolved } from '../../core/rules/asks.ts';
import type { Backtest } from '../../core/rules/backtest.ts';
import { answersOf, factsOf, failuresOf, type RuleCase } from '../../core/rules/cases.ts';
import { isEffective, type Rule, type RuleEdition, readRule } from '../../core/rules/edition.ts';
import { evaluateAll, prepare } from '../../core/rules/evaluate.ts';
import { reviewMarks } from '../../core/rules/review.ts';
import type { Label } from '../../core/text.ts';
import { inForce } from './choices.ts';
import type { ShippedEdition } from './edition-list.ts';
import type { CaseLine, Choice, RuleDetail, RuleSummary } from './rule-views.ts';

/** The rules under the unit's own answers; where a question is open, under the first answer it offers. */
export function rulesUnder({ asks, rules }: RuleEdition, answers: Answers): readonly Rule[] {
  const [first = {}] = combinationsOf(asks);
  return rules.map((raw) => readRule(resolved(raw, asks, { ...first, ...answers })));
}

export function summaryOf({ edition, cases, digest }: ShippedEdition, answers: Answers, today: string): RuleSummary {
  const { id, label, theme, subject, source, effective, supersedes, asks } = edition;
  return {
    id,
    edition: edition.edition,
    label,
    theme,
    subject,
    source,
    effective,
    supersedes: supersedes ?? null,
    isEffective: isEffective(edition, today),
    questions: asks.length,
    open: openQuestions(edition, answers).length,
    cases: cases.length,
    marks: reviewMarks({ edition, rules: rulesUnder(edition, answers) }).length,
    digest,
  };
}

function caseLine(edition: RuleEdition, each: RuleCase, digest: string): CaseLine {
  const holds = failuresOf(edition, each).length === 0;
  if (each.refused !== undefined) return { case: each, holds, evaluation: null };
  const ready = prepare(edition, answersOf(each.choices), digest);
  const subjects = [each.given, ...each.peers].map((given, i) => ({ id: String(i), facts: factsOf(edition, given) }));
  return { case: each, holds, evaluation: evaluateAll(ready, subjects)[0] ?? null };
}

const askedIn = (raw: unknown): string[] =>
  [...JSON.stringify(raw).matchAll(/\{"ask":"([^"]+)"\}/g)].map(([, id]) => id as string);

/** Every rule in a line, with what it reads and which questions it waits for. */
export function linesOf(edition: RuleEdition, rules: readonly Rule[]): RuleDetail['rules'] {
  const labels = new Map([
    ...edition.inputs.flatMap(({ words = {} }) => Object.entries(words)),
    ...[...edition.inputs, ...edition.rules].map(({ id, label }): [string, Label] => [id, label]),
  ]);
  return rules.map(({ common: { id, label, unit, words, unmet = null, source = null }, name, kind, params }, i) => ({
    id,
    label,
    kind: name,
    kindLabel: kind.label,
    says: kind.says(params, (each) => words?.[each] ?? labels.get(each) ?? { zh: each, en: each }),
    unit,
    source,
    needs: [...new Set(kind.needs(params).map((need) => need.id))],
    asks: askedIn(edition.rules[i]),
    unmet,
  }));
}

export function detailOf(
  shipped: ShippedEdition,
  choices: readonly Choice[],
  answers: Answers,
  unitPath: string,
  today: string,
): RuleDetail {
  const { edition, cases, digest } = shipped;
  const rules = rulesUnder(edition, answers);
  return {
    ...summaryOf(shipped, answers, today),
    notes: edition.notes,
    inputs: edition.inputs,
    asks: edition.asks,
    rules: linesOf(edition, rules),
    outcome: edition.outcome,
    choices: [...inForce(choices, unitPath)],
    answers,
    casesWorked: cases.map((each) => caseLine(edition, each, digest)),
    reviewMarks: reviewMarks({ edition, rules }),
  };
}

/** “本可提前 2 个月预警……误报 7 次”. */
export function sayBacktest({
  troubles,
  warned,
  missed,
  falseAlarms,
  medianEarlier,
  monthsWithoutData,
}: Backtest): Label {
  const earlier =
    medianEarlier === null
      ? { zh: '没有一次提前预警', en: 'it would never have warned' }
      : {
          zh: `本可提前 ${medianEarlier} 个月（中位数）预警 ${warned} 次`,
          en: `it would have warned ${warned} times, ${medianEarlier} months earlier (median)`,
        };
  return {
    zh: `共 ${troubles} 次出问题：${earlier.zh}，漏报 ${missed} 次，误报 ${falseAlarms} 次；缺数 ${monthsWithoutData} 个月`,
    en: `${troubles} troubles: ${earlier.en}, ${missed} missed, ${falseAlarms} false alarms; ${monthsWithoutData} months without data`,
  };
}
