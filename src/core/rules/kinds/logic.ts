import * as z from 'zod';
import { type Missing, missing } from '../../missing.ts';
import type { Label } from '../../text.ts';
import { exact, type Fact, isHole } from '../fact.ts';
import {
  colon,
  defineRuleKind,
  inBoth,
  listed,
  type Name,
  type RuleKind,
  reads,
  type Said,
  type View,
} from '../kind.ts';

/** A truth that a hole leaves open: which facts it waits for. */
const waiting = (ids: readonly string[], view: View): Said => {
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

const Given = z.union([
  z.strictObject({ word: z.string() }),
  z.strictObject({ number: z.number() }),
  z.strictObject({ value: z.string() }),
]);
type Given = z.infer<typeof Given>;

const given = (what: Given, view: View): Fact =>
  'word' in what ? what.word : 'number' in what ? exact(what.number) : view.fact(what.value);

const saidGiven = (what: Given, name: Name, language: 'zh' | 'en'): string => {
  if ('word' in what) return name(what.word)[language];
  return 'number' in what ? String(what.number) : name(what.value)[language];
};

/** Why a case was taken, and the value that it takes over from another rule. */
function taken(what: Given, view: View, why: Label): Label {
  if (!('value' in what)) return why;
  const said = view.say(what.value);
  return { zh: `${why.zh}，取${said.zh}`, en: `${why.en}, so ${said.en}` };
}

const Decide = z.strictObject({
  kind: z.literal('decide'),
  cases: z.array(z.strictObject({ when: z.string(), give: Given })).min(1),
  otherwise: Given,
});

/** 逐条判定: the first condition that holds decides; one that cannot be told stops, because what follows depends on it. */
export const decide: RuleKind<typeof Decide> = defineRuleKind({
  label: { zh: '逐条判定', en: 'Decide in order' },
  params: Decide,
  needs: ({ cases, otherwise }) => [
    ...reads('truth', ...cases.map(({ when }) => when)),
    ...[...cases.map(({ give }) => give), otherwise].flatMap((give) =>
      'value' in give ? reads(['number', 'word', 'truth'], give.value) : [],
    ),
  ],
  gives: ({ cases, otherwise }) =>
    [...cases.map(({ give }) => give), otherwise].some((give) => 'word' in give) ? 'word' : 'number',
  words: ({ cases, otherwise }) =>
    [...cases.map(({ give }) => give), otherwise].flatMap((give) => ('word' in give ? [give.word] : [])),
  isLenient: true,
  says: ({ cases, otherwise }, name) =>
    inBoth((language) => {
      const lines = cases.map(({ when, give }) => `${name(when)[language]} → ${saidGiven(give, name, language)}`);
      const rest = language === 'zh' ? '否则' : 'otherwise';
      return [...lines, `${rest} → ${saidGiven(otherwise, name, language)}`].join(language === 'zh' ? '；' : '; ');
    }),
  run: ({ cases, otherwise }, view) => {
    for (const { when, give } of cases) {
      const fact = view.fact(when);
      if (isHole(fact)) return waiting([when], view);
      if (fact === true) return { value: given(give, view), working: taken(give, view, view.name(when)) };
    }
    const names = listed(
      cases.map(({ when }) => when),
      view.name,
    );
    const none = { zh: `${names.zh}：均不成立`, en: `none of ${names.en}` };
    return { value: given(otherwise, view), working: taken(otherwise, view, none) };
  },
});

/** 依次取数: the first that has a value, for what a method itself puts in the place of a hole; the working says why. */
export const first = defineRuleKind({
  label: { zh: '依次取数', en: 'First with data' },
  params: z.strictObject({
    kind: z.literal('first'),
    of: z.array(z.string()).min(2),
    because: z.strictObject({ zh: z.string(), en: z.string() }),
  }),
  needs: ({ of }) => reads('number', ...of),
  gives: () => 'number',
  isLenient: true,
  says: ({ of, because }, name) => inBoth((language) => `${listed(of, name)[language]}（${because[language]}）`),
  run: ({ of, because }, view) => {
    const found = of.find((id) => !isHole(view.fact(id)));
    if (found === undefined) return waiting(of, view);
    const said = view.say(found);
    if (found === of[0]) return { value: view.fact(found), working: said };
    return {
      value: view.fact(found),
      working: { zh: `${said.zh}（${because.zh}）`, en: `${said.en} (${because.en})` },
    };
  },
});

export const lampWords = {
  red: { zh: '红灯', en: 'Red' },
  yellow: { zh: '黄灯', en: 'Yellow' },
  green: { zh: '绿灯', en: 'Green' },
} as const satisfies Record<string, Label>;
export type LampLevel = keyof typeof lampWords;

/** 亮灯. Red needs nothing else to be known; green needs everything; a lamp that cannot be told is no lamp (无数据). */
export const lamp = defineRuleKind({
  label: { zh: '亮灯', en: 'Lamp' },
  params: z.strictObject({
    kind: z.literal('lamp'),
    red: z.array(z.string()).min(1),
    yellow: z.array(z.string()).min(1),
  }),
  needs: ({ red, yellow }) => reads('truth', ...red, ...yellow),
  gives: () => 'word',
  words: () => Object.keys(lampWords),
  isLenient: true,
  says: ({ red, yellow }, name) =>
    inBoth(
      (language) =>
        `${lampWords.red[language]}${colon[language]}${listed(red, name)[language]}；${lampWords.yellow[language]}${colon[language]}${listed(yellow, name)[language]}`,
    ),
  run: ({ red, yellow }, view) => {
    for (const [level, ids] of Object.entries({ red, yellow })) {
      const lit = ids.filter((id) => view.fact(id) === true);
      if (lit.length > 0) return { value: level, working: listed(lit, view.name) };
      const holes = ids.filter((id) => isHole(view.fact(id)));
      if (holes.length > 0) return waiting(holes, view);
    }
    return { value: 'green', working: { zh: '各项均未触发', en: 'nothing is triggered' } };
  },
});
