import * as z from 'zod';
import { type Missing, missing } from '../../missing.ts';
import type { Label } from '../../text.ts';
import { exact, type Fact, isHole } from '../fact.ts';
import { defineRuleKind, type RuleKind, reads, type Said, type View } from '../kind.ts';

const list = (ids: readonly string[], view: View): Label => ({
  zh: ids.map((id) => view.name(id).zh).join('、'),
  en: ids.map((id) => view.name(id).en).join(', '),
});

/** A truth that a hole leaves open: which facts it waits for. */
const waiting = (ids: readonly string[], view: View): Said => {
  const names = list(ids, view);
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
    run: ({ of }, view) => {
      const found = of.filter((id) => view.fact(id) === decisive);
      const holes = of.filter((id) => isHole(view.fact(id)));
      if (found.length === 0 && holes.length > 0) return waiting(holes, view);
      const names = list(found, view);
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
  run: ({ of }, view) => {
    const value = view.fact(of) !== true;
    const said = view.say(of);
    return { value, working: { zh: `非“${said.zh}”`, en: `not “${said.en}”` } };
  },
});

/** 是否属于: a word among others. */
export const is = defineRuleKind({
  label: { zh: '属于', en: 'Is one of' },
  params: z.strictObject({ kind: z.literal('is'), value: z.string(), oneOf: z.array(z.string()).min(1) }),
  needs: ({ value }) => reads('word', value),
  gives: () => 'truth',
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
  run: ({ cases, otherwise }, view) => {
    for (const { when, give } of cases) {
      const fact = view.fact(when);
      if (isHole(fact)) return waiting([when], view);
      if (fact === true) return { value: given(give, view), working: view.name(when) };
    }
    return { value: given(otherwise, view), working: { zh: '以上均不成立', en: 'none of the above' } };
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
  run: ({ red, yellow }, view) => {
    for (const [level, ids] of Object.entries({ red, yellow })) {
      const lit = ids.filter((id) => view.fact(id) === true);
      if (lit.length > 0) return { value: level, working: list(lit, view) };
      const holes = ids.filter((id) => isHole(view.fact(id)));
      if (holes.length > 0) return waiting(holes, view);
    }
    return { value: 'green', working: { zh: '各项均未触发', en: 'nothing is triggered' } };
  },
});
