import type { Label } from '../text.ts';
import { isMoney, type Rule, type RuleEdition } from './edition.ts';
import type { Mark } from './working.ts';

/** 《公平竞争审查条例》（国务院令第783号），2024-08-01 起施行。 */
const why = {
  investment: {
    zh: '奖励与投资额挂钩：须先经公平竞争审查（《公平竞争审查条例》，2024年8月1日起施行）方可使用',
    en: 'Money tied to the amount invested: needs fair-competition review before use (Regulation in force since 1 August 2024)',
  },
  tax: {
    zh: '奖励与税收贡献挂钩：须先经公平竞争审查（《公平竞争审查条例》，2024年8月1日起施行）方可使用',
    en: 'Money tied to tax paid: needs fair-competition review before use (Regulation in force since 1 August 2024)',
  },
} as const satisfies Record<string, Label>;

/** Marks every clause of an incentive that gives money by investment or tax, however far above the tied input stands. */
export function reviewMarks({
  edition,
  rules,
}: {
  readonly edition: RuleEdition;
  readonly rules: readonly Rule[];
}): Mark[] {
  if (edition.theme !== 'incentive') return [];
  const ties = new Map(edition.inputs.map(({ id, tied }) => [id, new Set(tied === undefined ? [] : [tied])]));
  return rules.flatMap(({ common: { id, label, unit }, kind, params }) => {
    const mine = new Set(kind.needs(params).flatMap((need) => [...(ties.get(need.id) ?? [])]));
    ties.set(id, mine);
    return isMoney(unit) ? [...mine].map((tie) => ({ rule: id, label, why: why[tie] })) : [];
  });
}
