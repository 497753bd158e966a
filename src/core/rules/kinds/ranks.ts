import { Decimal } from 'decimal.js';
import * as z from 'zod';
import { type Rounding, roundings } from '../../quantity.ts';
import { exact } from '../fact.ts';
import { defineRuleKind, inBoth, listed, reads } from '../kind.ts';

const known = (column: readonly unknown[]): Decimal[] => column.filter((fact) => fact instanceof Decimal);

/** 名次. Equal values share the better place and the next place is left out (9, 9, 11); who has no figure has no place. */
export const rank = defineRuleKind({
  label: { zh: '排名', en: 'Rank' },
  params: z.strictObject({ kind: z.literal('rank'), value: z.string(), best: z.enum(['highest', 'lowest']) }),
  needs: ({ value }) => reads('number', value),
  gives: () => 'number',
  says: ({ value, best }, name) => ({
    zh: `按${name(value).zh}从${best === 'highest' ? '高到低' : '低到高'}排名，并列同名次`,
    en: `by ${name(value).en}, ${best} first, ties share the place`,
  }),
  run: ({ value: id, best }, view) => {
    const value = view.number(id);
    const all = known(view.column(id));
    const before = all.filter((each) => (best === 'highest' ? each.gt(value) : each.lt(value))).length;
    const equal = all.filter((each) => each.eq(value)).length - 1;
    return {
      value: exact(before + 1),
      working: {
        zh: `${view.figure(id)} 在 ${all.length} 个有数的对象中列第 ${before + 1}${equal > 0 ? `（并列 ${equal + 1} 个）` : ''}`,
        en: `${view.figure(id)} is place ${before + 1} of ${all.length} with figures${equal > 0 ? ` (${equal + 1} equal)` : ''}`,
      },
    };
  },
});

/** 按名次比例分级: the first share of the places gets the first word; the last grade takes the rest. Ties stay in the better grade. */
export const quota = defineRuleKind({
  label: { zh: '按名次比例分级', en: 'Grades by share of places' },
  params: z.strictObject({
    kind: z.literal('quota'),
    rank: z.string(),
    grades: z.array(z.strictObject({ word: z.string(), upTo: z.number().positive().max(1) })).min(1),
    last: z.string(),
    /** How a share of the places that is no whole number is cut; the text of a method seldom says it. */
    rounding: z.enum(Object.keys(roundings) as [Rounding, ...Rounding[]]),
  }),
  needs: ({ rank: id }) => reads('number', id),
  gives: () => 'word',
  words: ({ grades, last }) => [...grades.map(({ word }) => word), last],
  says: ({ grades, last, rounding }) =>
    inBoth(
      () =>
        `${grades.map(({ word, upTo }) => `${word} ≤ ${exact(upTo).times(100)}%`).join(', ')}, ${last}（${rounding}）`,
    ),
  run: ({ rank: id, grades, last, rounding }, view) => {
    const place = view.number(id);
    const count = known(view.column(id)).length;
    const limits = grades.map(({ word, upTo }) => ({
      word,
      upTo: exact(upTo).times(count).toDecimalPlaces(0, roundings[rounding]),
    }));
    const found = limits.find(({ upTo }) => place.lte(upTo));
    const cuts = limits.map(({ word, upTo }) => `${word} ≤ ${upTo}`).join(', ');
    return {
      value: found?.word ?? last,
      working: { zh: `第 ${place} 名，共 ${count} 个：${cuts}`, en: `place ${place} of ${count}: ${cuts}` },
    };
  },
});

/** 计数: how many of the rules hold. */
export const count = defineRuleKind({
  label: { zh: '计数', en: 'Count' },
  params: z.strictObject({ kind: z.literal('count'), of: z.array(z.string()).min(1) }),
  needs: ({ of }) => reads('truth', ...of),
  gives: () => 'number',
  says: ({ of }, name) => {
    const names = listed(of, name);
    return { zh: `${names.zh}中成立的项数`, en: `how many of ${names.en}` };
  },
  run: ({ of }, view) => {
    const holding = of.filter((id) => view.fact(id) === true);
    const names = listed(holding, view.name);
    return {
      value: exact(holding.length),
      working: {
        zh: `${of.length} 项中成立 ${holding.length} 项${holding.length > 0 ? `：${names.zh}` : ''}`,
        en: `${holding.length} of ${of.length} hold${holding.length > 0 ? `: ${names.en}` : ''}`,
      },
    };
  },
});
