/** Turns of phrase that carry more than one figure, or a figure in disguise. */
import type { Phrase } from '../page.ts';
import { isShare, type Target } from '../world.ts';
import { amount, figure, planYears, type Writing, year } from '../writing.ts';

/** “甲、乙分别达到 3 亿元和 5 亿元”. */
export function respectively(writing: Writing, targets: readonly Target[], when: 'base' | 'goal'): Phrase {
  const { dice, world } = writing;
  const names = targets.map(({ measure }) => measure.name);
  const values = targets.map((each) => amount(writing, each[when], each.measure.unit));
  const listed = `${names.slice(0, -1).join('、')}${dice.pick(['和', '、', '与'])}${names.at(-1)}`;
  const said = dice.pick([`${values.slice(0, -1).join('、')}和${values.at(-1)}`, values.join('、')]);
  return {
    text: `${listed}分别${dice.pick(['达到', '为'])}${said}`,
    mark: names.map((name) => `${when === 'base' ? 'base' : 'aim'}:${name}`),
    figures: targets.map((each) =>
      figure(writing, {
        name: each.measure.name,
        value: each[when],
        unit: each.measure.unit,
        year: String(when === 'base' ? world.base : world.end),
        kind: isShare(each.measure) ? 'share' : when === 'base' ? 'baseline' : 'target',
        is_target: when === 'goal',
      }),
    ),
  };
}

/** “由 2020 年的 3 提高到 5”. */
export function fromTo(writing: Writing, { measure, base, goal }: Target): Phrase {
  const { dice, world } = writing;
  const verb = Number(goal) < Number(base) ? dice.pick(['下降到', '降至']) : dice.pick(['提高到', '增加到', '提升至']);
  const common = { name: measure.name, unit: measure.unit } as const;
  return {
    text: `${measure.name}${dice.pick(['由', '从'])}${year(writing, world.base)}的${amount(writing, base, measure.unit)}${verb}${amount(writing, goal, measure.unit)}`,
    figures: [
      figure(writing, {
        ...common,
        value: base,
        year: String(world.base),
        kind: isShare(measure) ? 'share' : 'baseline',
        is_target: false,
      }),
      figure(writing, {
        ...common,
        value: goal,
        year: String(world.end),
        kind: isShare(measure) ? 'share' : 'target',
        is_target: true,
      }),
    ],
  };
}

/** “同比增长 8.3%”, of the indicator just named. */
export function sinceLastYear(writing: Writing, { measure }: Target): Phrase {
  const { dice, world } = writing;
  const rate = dice.between(3, 18).toFixed(1);
  return {
    text: `${dice.pick(['同比增长', '比上年增长', '较上年增长'])}${amount(writing, rate, '%')}`,
    figures: [
      figure(writing, {
        name: `${measure.name}增速`,
        value: rate,
        unit: '%',
        year: String(world.base),
        kind: 'growth_rate',
      }),
    ],
  };
}

/** Goals that no table repeats: ranges, lower bounds, sums over the plan. */
export function looseGoals(writing: Writing): Phrase[] {
  const { dice, world } = writing;
  const low = dice.int(2, 4);
  const high = low + dice.int(2, 3);
  const end = String(world.end);
  const dash = dice.pick(['—', '-', '～', '至']);
  const big = dice.int(1, 5) * 10;
  const fund = dice.int(2, 30);
  const count = dice.int(3, 9);
  const all: Phrase[] = [
    {
      text: `培育${low}${dash}${high}家上市公司`,
      figures: [
        figure(writing, {
          name: '上市公司',
          value: [low, high],
          unit: '家',
          comparator: 'range',
          year: end,
          kind: 'target',
        }),
      ],
    },
    {
      text: `引进${big}亿元以上项目${count}个`,
      figures: [
        figure(writing, { name: `${big}亿元以上项目`, value: count, unit: '个', year: end, kind: 'target' }),
        figure(writing, {
          name: '项目投资额',
          value: big,
          unit: '亿元',
          comparator: '>=',
          year: end,
          kind: 'target',
          origin: 'park',
        }),
      ],
    },
    {
      text: `累计完成基础设施投资${amount(writing, String(fund), '亿元')}以上`,
      figures: [
        figure(writing, {
          name: '累计基础设施投资',
          value: fund,
          unit: '亿元',
          comparator: '>=',
          year: planYears(world),
          kind: 'cumulative',
          is_target: true,
        }),
      ],
    },
    {
      text: `新增专精特新企业${amount(writing, String(low * 5), '家')}左右`,
      figures: [
        figure(writing, {
          name: '新增专精特新企业',
          value: low * 5,
          unit: '家',
          comparator: '~',
          year: end,
          kind: 'target',
        }),
      ],
    },
    {
      text: `一般工业固体废物处置率达到百分之${['九十', '九十五', '八十五'][low - 2]}`,
      figures: [
        figure(writing, {
          name: '一般工业固体废物处置率',
          value: [90, 95, 85][low - 2] as number,
          unit: '%',
          year: end,
          kind: 'target',
          is_target: true,
        }),
      ],
    },
    {
      text: `打造${['两', '三', '四'][low - 2]}个百亿级产业集群`,
      figures: [
        figure(writing, { name: '百亿级产业集群', value: low, unit: '个', year: end, kind: 'target' }),
        figure(writing, { name: '产业集群规模', value: 100, unit: '亿元', year: end, kind: 'target', origin: 'park' }),
      ],
    },
  ];
  const told = world.targets.map(({ measure }) => measure.name).join();
  const fresh = all.filter(
    ({ text }) =>
      !(/专精特新/.test(text) && told.includes('专精特新')) && !(/上市/.test(text) && told.includes('上市')),
  );
  return dice.some(fresh, dice.int(2, 3));
}
