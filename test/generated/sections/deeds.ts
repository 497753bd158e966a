/** Running accounts of what was done, and lists of what will be: figures whose names are verbs with objects. */
import type { Comparator } from '../gold.ts';
import type { Phrase } from '../page.ts';
import { type Deed, deeds, idle } from '../words/deeds.ts';
import { amount, figure, planYears, sentence, type Writing, year } from '../writing.ts';

interface Said {
  readonly words: string;
  readonly value: number;
  readonly comparator: Comparator;
}

/** “40余公里”, “近40公里”, “超过40公里”: what is printed, and the bound that it states. */
function size(writing: Writing, [, unit, low, high, digits]: Deed, loosely: boolean): Said {
  const { dice } = writing;
  const exact = dice.between(low, high);
  if (!loosely || high < 60) {
    const value = exact.toFixed(digits);
    return { words: amount(writing, value, unit), value: Number(value), comparator: '=' };
  }
  const step = exact >= 1000 ? 100 : 10;
  const value = Math.max(step, Math.round(exact / step) * step);
  const [before, after, comparator] = dice.pick([
    ['', '余', '>'],
    ['近', '', '<'],
    ['超过', '', '>'],
    ['约', '', '~'],
  ] as const);
  // “40余公里”, but “10余亿元”: the word stands before the unit and its multiple alike.
  const words = after === '' ? amount(writing, String(value), unit) : `${value}${after}${unit}`;
  return { words: before + words, value, comparator };
}

function deedPhrase(writing: Writing, deed: Deed, when: 'done' | 'planned'): Phrase {
  const { dice, world } = writing;
  const [name, unit] = deed;
  const said = size(writing, deed, dice.chance(0.3));
  const summed = dice.chance(0.3);
  const verb = summed ? `累计${name}` : when === 'planned' ? `${dice.pick(['', '力争', '计划'])}${name}` : name;
  const kind = summed ? 'cumulative' : when === 'done' ? 'baseline' : 'target';
  const when_ = when === 'done' ? String(world.base) : summed ? planYears(world) : String(world.end);
  return {
    text: verb + said.words,
    figures: [
      figure(writing, {
        name,
        value: said.value,
        unit,
        comparator: said.comparator,
        kind,
        year: when_,
        is_target: when === 'planned',
      }),
    ],
  };
}

/** “基础设施日臻完善。累计铺设供水管网80余公里，…” */
export function writeDeeds(writing: Writing): void {
  const { dice, world } = writing;
  const heads = dice.some(
    ['配套设施日臻完善。', '创新动能加快集聚。', '招商引资成效明显。', '绿色转型扎实推进。', '服务效能持续提升。'],
    3,
  );
  const chosen = dice.some(deeds, dice.int(5, 10));
  for (const [name] of chosen) writing.marked.add(`deed:${name}`);
  const cut = Math.ceil(chosen.length / 3);
  heads.forEach((head, i) => {
    const mine = chosen.slice(i * cut, (i + 1) * cut);
    if (mine.length === 0) return;
    const lead = dice.pick(['', '近年来，', `${year(writing, world.base)}，`, '园区']);
    writing.paragraph(
      head,
      ...sentence(
        mine.map((deed) => deedPhrase(writing, deed, 'done')),
        lead,
      ),
      dice.chance(0.3) ? dice.pick(idle) : '',
    );
  });
}

/** “一是……；二是……” */
export function writePromises(writing: Writing): void {
  const { dice, world } = writing;
  writing.heading(2, dice.pick(['重点举措', '年度重点', '提升行动', '攻坚任务']));
  // What was done and what is promised are drawn apart and would not compare.
  const left = deeds.filter(([name]) => !writing.marked.has(`deed:${name}`));
  const chosen = dice.some(left, dice.int(3, 6));
  const ordinals = ['一是', '二是', '三是', '四是', '五是', '六是'];
  const style = dice.int(0, 2);
  const lead = dice.pick([`到${year(writing, world.end)}，`, '规划期内，', `至${year(writing, world.end)}末，`]);
  if (style === 0) {
    const clauses = chosen.flatMap((deed, i): (Phrase | string)[] => [
      ordinals[i] as string,
      deedPhrase(writing, deed, 'planned'),
      i === chosen.length - 1 ? '。' : '；',
    ]);
    writing.paragraph(lead, ...clauses);
  } else if (style === 1) {
    for (const [i, deed] of chosen.entries())
      writing.paragraph(`（${i + 1}）`, lead, deedPhrase(writing, deed, 'planned'), '。');
  } else
    writing.paragraph(
      ...sentence(
        chosen.map((deed) => deedPhrase(writing, deed, 'planned')),
        lead,
        dice.pick(['，', '、', '；']),
      ),
    );
}
