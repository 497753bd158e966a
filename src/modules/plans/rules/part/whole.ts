import { defineCheck } from '../../../../core/check.ts';
import { exactly } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { type Grid, gridsOf, titleOf } from '../../checking/grid.ts';
import words from '../../checking/indicator-words.json' with { type: 'json' };
import type { Dossier } from '../../dossier.ts';

const partNames = ['龙头企业', '骨干企业', '重点企业', '规上企业', '重点园区', '发展园区', '重点发展园区', '园区'];
const projects = /项目|达产/;

interface Column {
  readonly column: number;
  readonly head: string;
  readonly year: string;
}

const partIn = (head: string): string | undefined => partNames.find((name) => head.includes(name));
const isRevenue = (head: string): boolean =>
  words.revenue.some((word) => head.includes(word)) && !projects.test(head) && !/率|占|比/.test(head);

/** Revenue columns of a part beside the revenue column of the whole, for the same year. */
function pairsOf({ columns }: Grid): { part: Column; whole: Column }[] {
  const revenue = columns.flatMap((head, column): Column[] =>
    isRevenue(head) ? [{ column, head, year: head.match(/20\d{2}/)?.[0] ?? '' }] : [],
  );
  const wholes = revenue.filter(({ head }) => partIn(head) === undefined);
  return revenue
    .filter(({ head }) => partIn(head) !== undefined)
    .flatMap((part) =>
      wholes
        .filter(({ year }) => year === part.year)
        .slice(0, 1)
        .map((whole) => ({ part, whole })),
    );
}

export const whole = defineCheck<Dossier>({
  id: 'part/whole',
  title: { zh: '部分大于整体', en: 'A part larger than its whole' },
  severity: 'error',
  why: {
    zh: '龙头企业、园区的收入是产业收入的一部分；大于全行业，说明口径（全公司、跨行业）混了或数字错了。',
    en: 'What leading firms or parks earn is part of what their industry earns; above it, scopes are mixed or a figure is wrong.',
  },
  message: {
    zh: '“{title}”中“{label}”：{pairs}；部分不能大于整体，请统一口径或更正数值',
    en: '“{title}”, “{label}”: {pairs}; a part cannot exceed its whole, align the scopes or correct the figures',
  },
  run({ readings }, report) {
    for (const grid of readings.flatMap(gridsOf)) {
      const pairs = pairsOf(grid);
      for (const row of grid.rows) {
        const over = pairs.flatMap(({ part, whole: all }) => {
          const [a, b] = [row.figures[part.column]?.printed, row.figures[all.column]?.printed];
          return a && b && exactly(a).low.gt(b) ? [{ part, all, a, b }] : [];
        });
        if (over.length === 0) continue;
        const unit = (grid.table.unit ?? '').replace(/^.*[：:]/, '').trim();
        report(
          [row.source],
          {
            title: titleOf(grid),
            label: row.label,
            pairs: over.map(({ part, all, a, b }) => `${part.head} ${a}${unit} > ${all.head} ${b}${unit}`).join('；'),
          },
          { arithmetic: over.map(({ a, b }) => `${a} > ${b}`).join('；') },
        );
      }
    }
  },
  examples: examples({
    pass: [
      '分产业发展目标\n单位：亿元\n\n产业名称\t2025年营业收入\t2025年龙头企业营业收入\n食品产业\t100\t45\n建材产业\t80\t50\n',
    ],
    fail: [
      '分产业发展目标\n单位：亿元\n\n产业名称\t2025年营业收入\t2025年龙头企业营业收入\n食品产业\t100\t145\n建材产业\t80\t50\n',
    ],
  }),
});
