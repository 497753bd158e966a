import { defineCheck } from '../../../../core/check.ts';
import type { Quantity } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { measuredQuantity } from '../../checking/figures.ts';
import { type Passage, proseOf, sourceOfPart } from '../../checking/passages.ts';
import { quantitiesOf } from '../../checking/statements.ts';
import type { Dossier } from '../../dossier.ts';

interface Run {
  readonly quantities: readonly Quantity[];
  readonly start: number;
  readonly end: number;
}

/** “1亿元、5亿元、10亿元”: figures of one kind with nothing but 、 between them. */
function runsOf(text: string): Run[] {
  const runs: Quantity[][] = [];
  for (const quantity of quantitiesOf(text)) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const joined =
      before !== undefined &&
      /^(?:、|和|以及|及)$/.test(text.slice(before.end, quantity.start).trim()) &&
      measuredQuantity(before)?.dimension === measuredQuantity(quantity)?.dimension;
    if (run && joined) run.push(quantity);
    else runs.push([quantity]);
  }
  return runs
    .filter(({ length }) => length >= 2)
    .map((quantities) => ({
      quantities,
      start: quantities[0]?.start ?? 0,
      end: quantities.at(-1)?.end ?? 0,
    }));
}

interface Mismatch {
  readonly conditions: Run;
  readonly rewards: Run;
}

/** Conditions, 分别, and as many consequences — or not as many. */
function mismatchesIn({ prose: { text } }: Passage): Mismatch[] {
  if (!text.includes('分别')) return [];
  const runs = runsOf(text);
  return runs.flatMap((conditions, i): Mismatch[] => {
    const rewards = runs[i + 1];
    if (rewards === undefined || rewards.quantities.length === conditions.quantities.length) return [];
    const between = text.slice(conditions.end, rewards.start);
    return /^[^。；]{0,40}分别[^。；，、\d]{0,12}$/.test(between) && !/等$|等(?:多|几)/.test(between)
      ? [{ conditions, rewards }]
      : [];
  });
}

export const respectively = defineCheck<Dossier>({
  id: 'count/respectively',
  title: { zh: '“分别”前后个数不等', en: '“Respectively” with unequal lists' },
  severity: 'warning',
  why: {
    zh: '条件有几档，奖补或目标就应有几个数；少一个，有一档无从兑现。',
    en: 'As many conditions, as many consequences; one short, and one tier cannot be applied.',
  },
  message: {
    zh: '“{conditions}”列了 {m} 档，“分别”之后只对应 {n} 个数（{rewards}）；请逐档补齐或删去多余的档',
    en: '“{conditions}” lists {m} cases, yet {n} figures follow ({rewards}); give one figure for each case',
  },
  run({ readings }, report) {
    for (const passage of readings.flatMap(proseOf))
      for (const { conditions, rewards } of mismatchesIn(passage)) {
        const say = ({ start, end }: Run) => passage.prose.text.slice(start, end);
        const [m, n] = [conditions.quantities.length, rewards.quantities.length];
        report(
          [conditions, rewards].map(({ start, end }) => sourceOfPart(passage, start, end)),
          { conditions: say(conditions), rewards: say(rewards), m, n },
          { arithmetic: `${m} ≠ ${n}` },
        );
      }
  },
  examples: examples({
    pass: [
      '对年产值首次突破1亿元、5亿元、10亿元的企业，分别给予20万元、50万元、100万元奖励。\n',
      '到2030年，营业收入、利润、税收分别达到600亿元、50亿元、30亿元。\n',
    ],
    fail: ['对年产值首次突破1亿元、5亿元、10亿元的企业，分别给予20万元、50万元奖励。\n'],
  }),
});
