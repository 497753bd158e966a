import * as z from 'zod';
import type { Label } from '../../text.ts';
import { exact, type Fact, isHole } from '../fact.ts';
import { colon, defineRuleKind, inBoth, listed, type Name, type RuleKind, reads, type View } from '../kind.ts';
import { waiting } from './logic.ts';

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
