/**
 * The province of the story and its figures, made up anew by every run from a seed that is printed; and what follows
 * from them, worked out here in plain arithmetic so that nothing of ours is measured by itself.
 */
import { Decimal } from 'decimal.js';
import { type Period, periodBefore } from '../../src/core/period.ts';

export const invested = 'project.completed-investment';

/** Mulberry32: the same seed tells the same story. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Money in 万元. */
export interface StoryProject {
  readonly code: string;
  readonly name: string;
  readonly plan: number;
  /** Completed in each month of the year up to the one that is reported. */
  readonly months: readonly number[];
  readonly progress: string;
}

export interface StoryCounty {
  readonly path: string;
  readonly name: string;
  readonly projects: readonly StoryProject[];
  /** Completed in each month of last year. */
  readonly lastYear: readonly number[];
  /** Other indicators since January, in 亿元: now, a month ago, a year ago. */
  readonly others: Readonly<Record<string, readonly [string, string, string]>>;
}

const names: readonly (readonly [string, string, readonly string[]])[] = [
  ['9901.990101', '临江县', ['冷链物流中心', '医药中间体扩建', '石墨负极材料一期', '绿色食品加工园']],
  ['9901.990102', '青川县', ['轴承智能制造', '秸秆热电联产', '农机装配基地']],
  ['9902.990201', '沙湾县', ['光伏组件二期', '粮食仓储物流园']],
  ['9902.990202', '石桥县', ['装配式建筑基地', '中药饮片加工']],
];
const progress = ['基础施工', '主体结构施工', '设备安装调试', '厂房封闭', '管网铺设'];
/** In 亿元: the least and the most of a county since January. */
const otherIndicators: Readonly<Record<string, readonly [number, number]>> = {
  'industry.output': [60, 140],
  'industry.revenue': [50, 120],
  'industry.profit': [2, 6],
  'investment.fixed-assets': [20, 45],
};

export interface StoryWorld {
  readonly period: Period;
  readonly counties: readonly StoryCounty[];
  /** What is added to the first project of the first county after all was approved. */
  readonly correction: number;
}

export function storyWorld(seed: number, period: Period): StoryWorld {
  const next = chance(seed);
  const between = (low: number, high: number) => Math.floor(low + next() * (high - low));
  const monthsSoFar = Number(period.slice(5));
  const project = (county: string, name: string, i: number): StoryProject => {
    const plan = between(40, 200) * 100;
    // The pace decides who is behind the calendar; a month never jumps so far that it has to be explained.
    const pace = (plan / 12) * (0.75 + next() * 0.5);
    const months = Array.from({ length: monthsSoFar }, () => Math.round(pace * (0.7 + next() * 0.6)));
    const code = `2601-${county.slice(-6)}-04-01-${100_001 + i}`;
    return { code, name, plan, months, progress: progress[between(0, progress.length)] as string };
  };
  const others = () =>
    Object.fromEntries(
      Object.entries(otherIndicators).map(([id, [least, most]]): [string, [string, string, string]] => {
        const now = least + next() * (most - least);
        return [
          id,
          [now.toFixed(2), (now * (0.8 + next() * 0.15)).toFixed(2), (now * (0.85 + next() * 0.25)).toFixed(2)],
        ];
      }),
    );
  const counties = names.map(([path, name, projects]): StoryCounty => {
    const made = projects.map((each, i) => project(path, each, i));
    const aMonth = made.reduce((sum, { plan }) => sum + plan, 0) / 12;
    const lastYear = Array.from({ length: 12 }, () => Math.round(aMonth * (0.6 + next() * 0.5)));
    return { path: `cn.99.${path}`, name, projects: made, lastYear, others: others() };
  });
  return { period, counties, correction: between(11, 300) };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
export const completedBy = ({ months }: StoryProject): number => total(months);

/** With the one figure that is corrected after approval. */
export const corrected = (world: StoryWorld): StoryWorld => ({
  ...world,
  counties: world.counties.map((county, i) => ({
    ...county,
    projects: county.projects.map((project, j) =>
      i > 0 || j > 0
        ? project
        : { ...project, months: [...project.months.slice(0, -1), (project.months.at(-1) ?? 0) + world.correction] },
    ),
  })),
});

const percent = (share: Decimal): string => share.times(100).toDecimalPlaces(1, Decimal.ROUND_HALF_UP).toFixed(1);

/** What the bulletin has to say of the completed investment of a unit: texts as printed, a minus before what fell. */
export function expectedOf({ counties, period }: StoryWorld, unitPath: string): Record<string, string> {
  const within = counties.filter(({ path }) => path === unitPath || path.startsWith(`${unitPath}.`));
  const value = total(within.flatMap(({ projects }) => projects.map(completedBy)));
  const plan = total(within.flatMap(({ projects }) => projects.map((project) => project.plan)));
  const months = Number(period.slice(5));
  const before = total(within.map(({ lastYear }) => total(lastYear.slice(0, months))));
  const completion = new Decimal(value).div(plan);
  return {
    value: String(value),
    growth: percent(new Decimal(value).div(before).minus(1)),
    completion: percent(completion),
    ahead: percent(completion.minus(new Decimal(months).div(12))),
  };
}

const heading = '单位,对象种类,对象,指标,期别,口径,实际或计划,数值,计量单位';

/** Last year and the months before, as an office has them in a sheet; `idOf` gives the number of a project. */
export function historyCsv(world: StoryWorld, idOf: (code: string) => string): string {
  const { period, counties } = world;
  const year = Number(period.slice(0, 4));
  const month = (of: number, i: number) => `${of}-${String(i + 1).padStart(2, '0')}`;
  const before = periodBefore(period);
  const rows = counties.flatMap(({ path, projects, lastYear, others }) => {
    const row = (
      kind: string,
      id: string,
      indicator: string,
      at: string,
      how: string,
      value: unknown,
      unit = '万元',
    ) => {
      const basis = how === '计划' ? ['累计', '计划'] : [how, '实际'];
      return [path, kind, id, indicator, at, ...basis, value, unit].join(',');
    };
    const monthly = (of: number, values: readonly number[]) =>
      values.flatMap((value, i) => [
        row('单位', path, invested, month(of, i), '当期', value),
        row('单位', path, invested, month(of, i), '累计', total(values.slice(0, i + 1))),
      ]);
    const thisYear = Array.from({ length: Number(period.slice(5)) - 1 }, (_, i) =>
      total(projects.map(({ months }) => months[i] ?? 0)),
    );
    return [
      ...monthly(year - 1, lastYear),
      ...monthly(year, thisYear),
      row('单位', path, invested, String(year), '计划', total(projects.map(({ plan }) => plan))),
      ...projects.flatMap(({ code, months }) => {
        const known = months.slice(0, -1);
        return known.length === 0
          ? []
          : [
              row('项目', idOf(code), invested, before, '当期', known.at(-1)),
              row('项目', idOf(code), invested, before, '累计', total(known)),
            ];
      }),
      ...Object.entries(others).flatMap(([id, [now, ago, yearAgo]]) => [
        row('单位', path, id, period, '累计', now, '亿元'),
        row('单位', path, id, before, '累计', ago, '亿元'),
        row('单位', path, id, `${year - 1}${period.slice(4)}`, '累计', yearAgo, '亿元'),
      ]),
    ];
  });
  return `${[heading, ...rows].join('\n')}\n`;
}
