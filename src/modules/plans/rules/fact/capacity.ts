import { defineCheck } from '../../../../core/check.ts';
import { isMisspelledAt } from '../../checking/confusable.ts';
import { examples } from '../../checking/examples.ts';
import { grouped, restates } from '../../checking/figures.ts';
import { lookalikesOf } from '../../checking/lookalikes.ts';
import { type Firm, firmsAcrossSpellings, mentionsOf, type NameMention } from '../../checking/names.ts';
import { proseOf } from '../../checking/passages.ts';
import { labelled, type Stated, statedIn } from '../../checking/statements.ts';
import type { Dossier } from '../../dossier.ts';

/** Dimensions in which one plant is described: power, mass, area — not money or counts, which change by year. */
const physical = new Set(['power', 'mass', 'mass/hour', 'mass/day', 'mass/year', 'apparent-power']);
const commonWords = /项目|生产|建设|工程|能力|规模|装置|设备|产品|公司|企业|产业|机组|以上|左右|[、，和及与的等年各]/g;

interface Capacity extends Stated {
  readonly firm: Firm;
  /** The firm as this place writes it. */
  readonly written: string;
  readonly words: string;
  readonly block: number;
}

/** Two-character pieces of what the figure is of: “燃煤自备电站” and “自备电厂” share “自备”. */
const pieces = (words: string): string[] =>
  Array.from({ length: Math.max(0, words.length - 1) }, (_, i) => words.slice(i, i + 2));

/** A new line of a plant adds to what it has: such a figure is no second statement of the old one. */
const planned = /项目|新建|扩建|新增|建成后|达产|二期|技改|拟/;
const around = ({ sentence, quantity }: Stated): string =>
  sentence.prose.text.slice(Math.max(0, quantity.start - 24), quantity.end + 16);

/** What a capacity is of: the words after it, or for installed power those before it. */
function wordsOf({ after, label, dimension }: Stated, firm: Firm): string {
  if (after.length >= 2) return after.replace(commonWords, '').slice(0, 10);
  const own = firm.names.reduce((words, each) => words.replace(each, ''), label);
  return dimension === 'power' ? own.replace(commonWords, '').slice(-10) : '';
}

/** Names that only look alike may be two firms after all. */
const misspelt = (a: Capacity, b: Capacity): boolean => {
  const length = Math.min(a.written.length, b.written.length, 12);
  return (
    isMisspelledAt(a.written, 0, b.written.slice(0, length)) || isMisspelledAt(b.written, 0, a.written.slice(0, length))
  );
};

const sameThing = (a: Capacity, b: Capacity): boolean => {
  const known = new Set(pieces(a.words));
  return pieces(b.words).some((piece) => known.has(piece));
};

function capacitiesOf(dossier: Dossier): Capacity[] {
  const firms = firmsAcrossSpellings(dossier);
  const byName = new Map(firms.flatMap((firm) => firm.names.map((name) => [name, firm] as const)));
  const long = [...byName.keys()].filter((name) => name.length >= 4 && name.length <= 12 && !/公司$/.test(name));
  for (const { known, mention } of lookalikesOf(dossier.readings.flatMap(proseOf), long)) {
    const firm = byName.get(known);
    if (firm && !byName.has(mention.name)) byName.set(mention.name, firm);
  }
  return dossier.readings.flatMap((reading) => {
    const mentions = grouped(mentionsOf(proseOf(reading), byName.keys()), ({ passage }) => String(passage.block));
    let last: Firm | undefined;
    return reading.sentences.flatMap((sentence) => {
      const inBlock = mentions.get(String(sentence.block)) ?? [];
      const inSentence = inBlock.filter(({ name }) => sentence.prose.text.includes(name));
      const here = inSentence.length > 0 ? inSentence : inBlock;
      const named: NameMention | undefined = here[0];
      const goesOn = named === undefined && /^(该|本)?(公司|企业|厂)/.test(sentence.prose.text.trim());
      const firm: Firm | undefined = goesOn ? last : named && byName.get(named.name);
      last = firm;
      const only = new Set(here.map(({ name }) => byName.get(name)?.name)).size <= 1;
      if (firm === undefined || !only) return [];
      return statedIn(reading, sentence).flatMap((stated): Capacity[] => {
        const words = wordsOf(stated, firm);
        if (stated.dimension !== 'power' && planned.test(around(stated))) return [];
        return physical.has(stated.dimension) && words.length >= 2
          ? [{ ...stated, firm, written: named?.name ?? '', words, block: sentence.block }]
          : [];
      });
    });
  });
}

export const capacity = defineCheck<Dossier>({
  id: 'fact/capacity',
  title: { zh: '同一企业同一装置，规模前后不一', en: 'One plant with two capacities' },
  severity: 'error',
  why: {
    zh: '换算单位后数值不等，说明有一处抄错；产能、装机决定能耗与环评指标。',
    en: 'Once converted the figures differ, so one was mistyped; capacity decides energy and emission quotas.',
  },
  message: {
    zh: '“{firm}”的{thing}：一处为 {first}，另一处为 {second}，换算后相差 {factor} 倍；请核对批复后统一',
    en: '“{firm}”, {thing}: {first} in one place, {second} in another, a factor of {factor}; check the approval and use one',
  },
  run(dossier, report) {
    const groups = grouped(capacitiesOf(dossier), ({ firm, dimension }) => `${firm.name}|${dimension}`);
    for (const [first, ...others] of groups.values()) {
      if (first === undefined) continue;
      const list = [first, ...others].slice(0, 40);
      const pair = list.flatMap((a, i) =>
        list
          .slice(i + 1)
          .flatMap((b) => (a.sentence !== b.sentence && sameThing(a, b) && !restates(a, b) ? [[a, b] as const] : [])),
      )[0];
      if (pair === undefined) continue;
      const [a, b] = pair;
      // The same line of the same size elsewhere in both places: the pair that differs is the mistake.
      const [low, high] = a.value.lt(b.value) ? [a.value, b.value] : [b.value, a.value];
      report(
        [labelled(a), labelled(b)],
        {
          firm: a.firm.name,
          thing: a.words,
          first: a.text,
          second: b.text,
          factor: low.isZero() ? '∞' : high.div(low).toDecimalPlaces(2).toString(),
        },
        {
          arithmetic: `${a.text} ÷ ${b.text} = ${b.value.isZero() ? '∞' : a.value.div(b.value).toDecimalPlaces(2).toString()} ≠ 1`,
          severity: [a, b].every(({ comparator }) => comparator === '=') && !misspelt(a, b) ? 'error' : 'warning',
        },
      );
    }
  },
  examples: examples({
    pass: [
      '一、现状\n\n青川恒利碳材有限公司建有30MW燃煤自备电站。\n\n二、规划\n\n青川恒利碳材有限公司现有3万千瓦自备电厂。\n',
    ],
    fail: [
      '一、现状\n\n青川恒利碳材有限公司建有30MW燃煤自备电站。\n\n二、规划\n\n青川恒利碳材有限公司现有1.5万千瓦自备电厂。\n',
      '一、现状\n\n青川云杉碳材有限公司建有30MW余热电站。\n\n二、规划\n\n依托青川云衫碳材有限公司1.5万千瓦余热电站供热。\n',
    ],
  }),
});
