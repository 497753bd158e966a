import * as z from 'zod';
import { type Missing, missing } from '../../missing.ts';
import type { Label } from '../../text.ts';
import { isHole } from '../fact.ts';
import { defineRuleKind, inBoth, listed, reads, type Said, type View } from '../kind.ts';

/** A truth that a hole leaves open: which facts it waits for. */
export const waiting = (ids: readonly string[], view: View): Said => {
  const names = listed(ids, view.name);
  return {
    value: missing((view.fact(ids[0] as string) as Missing).missing, ids),
    working: { zh: `还不能判断：缺 ${names.zh}`, en: `cannot be told yet: ${names.en} missing` },
  };
};

interface Outcomes {
  readonly decided: Label;
  readonly otherwise: Label;
}

/** Three-valued: one that decides is enough whatever else is missing; otherwise a hole stays a hole. */
const deciding = (name: string, label: Label, decisive: boolean, { decided, otherwise }: Outcomes) =>
  defineRuleKind({
    label,
    params: z.strictObject({ kind: z.literal(name), of: z.array(z.string()).min(1) }),
    needs: ({ of }) => reads('truth', ...of),
    gives: () => 'truth',
    isLenient: true,
    says: ({ of }, name) => {
      const names = listed(of, name);
      return { zh: `${label.zh}：${names.zh}`, en: `${label.en}: ${names.en}` };
    },
    run: ({ of }, view) => {
      const found = of.filter((id) => view.fact(id) === decisive);
      const holes = of.filter((id) => isHole(view.fact(id)));
      if (found.length === 0 && holes.length > 0) return waiting(holes, view);
      const names = listed(found, view.name);
      if (found.length === 0) return { value: !decisive, working: otherwise };
      return { value: decisive, working: { zh: `${decided.zh}：${names.zh}`, en: `${decided.en}: ${names.en}` } };
    },
  });

const lacking: Outcomes = {
  decided: { zh: '不符合', en: 'not met' },
  otherwise: { zh: '各项均符合', en: 'all are met' },
};
const striking = (zh: string, en: string): Outcomes => ({
  decided: { zh: `触发${zh}`, en: `${en} by` },
  otherwise: { zh: `未触发${zh}`, en: `no ${en}` },
});

export const all = deciding('all', { zh: '同时满足', en: 'All of' }, false, lacking);
export const eligible = deciding('eligible', { zh: '资格条件', en: 'Eligibility' }, false, lacking);
export const any = deciding('any', { zh: '任一满足', en: 'Any of' }, true, {
  decided: { zh: '符合', en: 'met' },
  otherwise: { zh: '均不符合', en: 'none is met' },
});
export const veto = deciding('veto', { zh: '一票否决', en: 'Veto' }, true, striking('一票否决', 'veto'));
export const exempt = deciding('exempt', { zh: '豁免', en: 'Exemption' }, true, striking('豁免', 'exemption'));

export const not = defineRuleKind({
  label: { zh: '取反', en: 'Not' },
  params: z.strictObject({ kind: z.literal('not'), of: z.string() }),
  needs: ({ of }) => reads('truth', of),
  gives: () => 'truth',
  says: ({ of }, name) => ({ zh: `“${name(of).zh}”为否`, en: `“${name(of).en}” does not hold` }),
  run: ({ of }, view) => {
    const value = view.fact(of) !== true;
    const { zh, en } = view.name(of);
    return {
      value,
      working: { zh: `“${zh}”为${value ? '否' : '是'}`, en: `“${en}” ${value ? 'does not hold' : 'holds'}` },
    };
  },
});

/** 是否属于: a word among others. */
export const is = defineRuleKind({
  label: { zh: '属于', en: 'Is one of' },
  params: z.strictObject({ kind: z.literal('is'), value: z.string(), oneOf: z.array(z.string()).min(1) }),
  needs: ({ value }) => reads('word', value),
  gives: () => 'truth',
  says: ({ value, oneOf }, name) => inBoth((language) => `${name(value)[language]} ∈ ${oneOf.join(', ')}`),
  run: ({ value, oneOf }, view) => ({ value: oneOf.includes(view.fact(value) as string), working: view.say(value) }),
});

/** 在清单内: a code under one of a list; with `digits`, when the first digits are the same. */
export const within = defineRuleKind({
  label: { zh: '在清单内', en: 'Within a list' },
  params: z.strictObject({
    kind: z.literal('within'),
    value: z.string(),
    list: z.string(),
    digits: z.int().positive().optional(),
  }),
  needs: ({ value, list: id }) => [...reads('word', value), ...reads('words', id)],
  gives: () => 'truth',
  says: ({ value, list, digits }, name) => ({
    zh: `${name(value).zh}${digits === undefined ? '' : `前 ${digits} 位`}在“${name(list).zh}”内`,
    en: `${digits === undefined ? '' : `the first ${digits} of `}${name(value).en} within “${name(list).en}”`,
  }),
  run: ({ value: id, list: listId, digits }, view) => {
    const code = view.fact(id) as string;
    const start = (text: string) => (digits === undefined ? text : text.slice(0, digits));
    const found = (view.fact(listId) as readonly string[]).filter((each) =>
      digits === undefined ? code.startsWith(each) : code.length >= digits && start(code) === start(each),
    );
    const name = view.name(listId);
    return {
      value: found.length > 0,
      working: {
        zh: `${code} ${found.length > 0 ? `在“${name.zh}”内：${found.join('、')}` : `不在“${name.zh}”内`}`,
        en: `${code} is ${found.length > 0 ? `in “${name.en}”: ${found.join(', ')}` : `not in “${name.en}”`}`,
      },
    };
  },
});
