import { defineCheck } from '../../../../core/check.ts';
import type { Source } from '../../../../core/document.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { type Grid, type GridRow, gridsOf } from '../../checking/grid.ts';
import { matchesIn, proseOf, sourceOfPart } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

interface Bare {
  readonly what: string;
  readonly source: Source;
}

/** “产值达到280，”: a figure that ends its clause with nothing after it. */
const bareTarget =
  /([\p{Script=Han}]{2,16}?)(?:达到|突破|超过|增加到|提高到|增长到|力争达)\s?(\d+(?:\.\d+)?)(?=[，。；、])/gu;
/** Numbers that have no unit: indices, ratios, ranks and years. */
const unitless = /指数|系数|比值|容积率|弹性|名次|排名|位次|位|第|评分|得分|年|密度|倍数|之比|基尼|∶|度$/;
const unitHead = /^(?:计量)?单位$/;
const inBrackets = /[（(][^（）()]+[）)]|%|％/;

function inText(reading: Reading): Bare[] {
  return matchesIn(proseOf(reading), bareTarget).flatMap(({ passage, match }) => {
    const [all, name = ''] = match;
    // “达到30、20和10个”: the unit comes after the last of them.
    const rest = passage.prose.text.slice(match.index + all.length, match.index + all.length + 12);
    if (unitless.test(name) || /^、\s?\d/.test(rest)) return [];
    return [{ what: all, source: sourceOfPart(passage, match.index, match.index + all.length) }];
  });
}

/** Rows of a table of indicators whose cell of the unit is empty while others are filled. */
function inTable(grid: Grid): Bare[] {
  const column = grid.columns.findIndex((head) => unitHead.test(head));
  if (column < 0 || !grid.columns.some((head) => /指标/.test(head))) return [];
  const unitOf = ({ index }: GridRow): string => (grid.table.rows[index]?.[column]?.text ?? '').trim();
  const measured = grid.rows.filter(({ figures }) => figures.some((figure) => figure !== undefined));
  if (!measured.some((row) => unitOf(row) !== '')) return [];
  return measured
    .filter((row) => unitOf(row) === '' && row.label !== '' && !inBrackets.test(row.label) && !unitless.test(row.label))
    .map(({ label, source }) => ({ what: label, source }));
}

export const noUnit = defineCheck<Dossier>({
  id: 'target/no-unit',
  title: { zh: '目标没有单位', en: 'Targets without a unit' },
  severity: 'advice',
  why: {
    zh: '没有单位的目标无法分解、考核，“280”可以是亿元，也可以是家。',
    en: 'A target without a unit can be neither broken down nor assessed.',
  },
  message: {
    zh: '有 {count} 项指标只写数值、没有单位：{names}；请补上单位',
    en: '{count} indicators have a value and no unit: {names}; add the unit',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const bare = [...inText(reading), ...gridsOf(reading).flatMap(inTable)];
      if (bare.length === 0) continue;
      report(
        bare.slice(0, 20).map(({ source }) => source),
        {
          count: bare.length,
          names: bare
            .slice(0, 6)
            .map(({ what }) => `“${what}”`)
            .join('、'),
        },
      );
    }
  },
  examples: examples({
    pass: [
      '到2030年，规上工业总产值达到280亿元，市场化指数达到8.5，高新技术企业、规上企业分别达到30、40家。\n',
      '表1 主要指标\n\n序号\t指标\t单位\t2025年\t2030年\n1\t规上工业总产值\t亿元\t180\t280\n2\t综合容积率\t\t0.9\t1.2\n3\t研发投入强度（%）\t\t2.1\t2.6\n',
    ],
    fail: [
      '到2030年，规上工业总产值达到280，高新技术企业达到60家。\n',
      '表1 主要指标\n\n序号\t指标\t单位\t2025年\t2030年\n1\t规上工业总产值\t亿元\t180\t280\n2\t从业人员\t\t21000\t30000\n',
    ],
  }),
});
