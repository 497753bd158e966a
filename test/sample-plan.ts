import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { writeXlsx, type XlsxSheet } from '../src/platform/files/xlsx-writer.ts';

/** One invented plan, to be written in every format: what is read from each must be the same. */
export interface Cell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}

export type Part =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly number: string; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly unit: string | null;
      readonly heads: number;
      readonly rows: readonly (readonly Cell[])[];
    };

const heading = (level: 1 | 2, number: string, text: string): Part => ({ kind: 'heading', level, number, text });
const paragraph = (text: string): Part => ({ kind: 'paragraph', text });
const row = (...texts: string[]): Cell[] => texts.map((text) => ({ text }));

export const planTitle = '青川经开区产业发展规划（2021—2025年）';

export const plan: readonly Part[] = [
  heading(1, '一、', '发展基础'),
  paragraph('2020年，青川经开区实现工业总产值186.4亿元，年均增长9.2%，规模以上工业企业达到64家。'),
  paragraph('全区实际利用外资2150万美元，亩均税收达到5.6万元/亩，研发投入占比为2.3%。'),
  heading(1, '二、', '发展目标'),
  heading(2, '（一）', '总体目标'),
  paragraph('到2025年，青川经开区工业总产值突破320亿元，高新技术企业超过45家，单位工业增加值能耗下降15%。'),
  heading(2, '（二）', '主要指标'),
  {
    kind: 'table',
    title: '表1 青川经开区主要指标表',
    unit: null,
    heads: 2,
    rows: [
      [
        { text: '序号', rows: 2 },
        { text: '指标名称', rows: 2 },
        { text: '单位', rows: 2 },
        { text: '2020年', columns: 2 },
        { text: '2025年', columns: 2 },
      ],
      row('全区', '核心区', '全区', '核心区'),
      row('1', '工业总产值', '亿元', '186.4', '92.1', '320', '165'),
      row('2', '规模以上工业企业', '家', '64', '31', '110', '52'),
      row('3', '研发投入占比', '%', '2.3', '2.9', '3.5', '4.2'),
      row('4', '亩均税收', '万元/亩', '5.6', '', '8.1', '10.4'),
    ],
  },
  heading(1, '三、', '重点项目'),
  paragraph('规划期内实施重点项目4个，总投资57.8亿元。'),
  {
    kind: 'table',
    title: '表2 青川经开区重点项目表',
    unit: '亿元',
    heads: 1,
    rows: [
      row('序号', '项目名称', '建设单位', '总投资', '建设年限'),
      row('1', '云帆锂电池正极材料项目', '云帆新材料有限公司', '22.5', '2021—2023年'),
      row('2', '临江智能仓储物流园项目', '临江物流有限公司', '12.3', '2022—2024年'),
      row('3', '青禾绿色食品加工项目', '青禾食品有限公司', '8', '2021—2022年'),
      row('4', '园区污水处理厂扩建项目', '青川经开区管委会', '15', '2023—2025年'),
    ],
  },
  heading(1, '四、', '任务分工'),
  {
    kind: 'table',
    title: '表3 重点任务分工表',
    unit: null,
    heads: 1,
    rows: [
      row('序号', '重点任务', '牵头单位', '配合单位', '完成时限'),
      row('1', '编制园区标准地出让实施细则', '市自然资源局', '市发改委、市住建局', '2021年底前'),
      row('2', '建成园区企业服务中心', '青川经开区管委会', '市工信局', '2022年6月底前'),
      row('3', '开展亩均效益综合评价', '市发改委', '市税务局、市统计局', '每年3月底前'),
    ],
  },
  heading(1, '五、', '保障措施'),
  paragraph('加强要素保障，每年安排专项资金不低于3000万元，新增建设用地800亩左右。'),
];

/** The rectangle that a table's rows make, each merged cell at its first place only. */
export function gridOf(rows: readonly (readonly Cell[])[]): string[][] {
  const grid: (string | undefined)[][] = rows.map(() => []);
  rows.forEach((cells, y) => {
    let x = 0;
    for (const { text, columns = 1, rows: height = 1 } of cells) {
      const line = grid[y] as (string | undefined)[];
      while (line[x] !== undefined) x += 1;
      for (let j = 0; j < height; j += 1)
        for (let i = 0; i < columns; i += 1) (grid[y + j] as string[])[x + i] = i === 0 && j === 0 ? text : '';
      x += columns;
    }
  });
  return grid as string[][];
}

const lineOf = (part: Part): string[] => {
  if (part.kind === 'paragraph') return [part.text];
  if (part.kind === 'heading') return [`${part.number}${part.text}`];
  const unit = part.unit === null ? [] : [`单位：${part.unit}`];
  return [part.title, ...unit, ...gridOf(part.rows).map((line) => line.join('\t'))];
};

export const planAsText = (): string => `${[planTitle, ...plan.flatMap(lineOf)].join('\n')}\n`;

export function planAsMarkdown(): string {
  const body = plan.map((part) => {
    if (part.kind === 'paragraph') return part.text;
    if (part.kind === 'heading') return `${'#'.repeat(part.level + 1)} ${part.number}${part.text}`;
    const grid = gridOf(part.rows);
    const [head = [], ...rest] = grid.map((line) => `| ${line.join(' | ')} |`);
    const rule = `|${' --- |'.repeat(grid[0]?.length ?? 0)}`;
    return [part.title, ...(part.unit === null ? [] : [`\n单位：${part.unit}`]), '', head, rule, ...rest].join('\n');
  });
  return `# ${planTitle}\n\n${body.join('\n\n')}\n`;
}

const cellHtml = (tag: string) => (cell: Cell) =>
  `<${tag}${cell.columns ? ` colspan="${cell.columns}"` : ''}${cell.rows ? ` rowspan="${cell.rows}"` : ''}>${cell.text}`;

/** As offices publish: cells and rows are not closed, and the menu stands on the same page. */
export function planAsHtml(): string {
  const body = plan.map((part) => {
    if (part.kind === 'paragraph') return `<p>　　${part.text}</p>`;
    if (part.kind === 'heading') return `<h${part.level + 1}>${part.number}${part.text}</h${part.level + 1}>`;
    const rows = part.rows.map((cells, i) => `<tr>${cells.map(cellHtml(i < part.heads ? 'th' : 'td')).join('')}`);
    const unit = part.unit === null ? '' : `<p style="text-align:right">单位：${part.unit}</p>`;
    return `<p>${part.title}</p>${unit}<table>${rows.join('\n')}</table>`;
  });
  const style =
    '<style>table{border-collapse:collapse;width:100%}td,th{border:1px solid #000;padding:4px}@media print{nav{display:none}}body{font-family:"Noto Sans CJK SC";font-size:14px}</style>';
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>网站</title>${style}</head><body><nav>首页 要闻</nav><h1>${planTitle}</h1>${body.join('\n')}<script>var a = "2025年";</script></body></html>`;
}

/** With heading styles and numbers that the word processor counts, as Word and WPS save them. */
export async function planAsDocx(): Promise<Uint8Array> {
  const children = plan.flatMap((part): (Paragraph | Table)[] => {
    if (part.kind === 'paragraph') return [new Paragraph({ text: part.text })];
    if (part.kind === 'heading') {
      const style = part.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      return [
        new Paragraph({ text: part.text, heading: style, numbering: { reference: 'plan', level: part.level - 1 } }),
      ];
    }
    const unit =
      part.unit === null ? [] : [new Paragraph({ text: `单位：${part.unit}`, alignment: AlignmentType.RIGHT })];
    const rows = part.rows.map(
      (cells, i) =>
        new TableRow({
          tableHeader: i < part.heads,
          children: cells.map(
            ({ text, columns, rows: height }) =>
              new TableCell({
                children: [new Paragraph({ children: [new TextRun(text.slice(0, 2)), new TextRun(text.slice(2))] })],
                ...(columns ? { columnSpan: columns } : {}),
                ...(height ? { rowSpan: height } : {}),
              }),
          ),
        }),
    );
    return [new Paragraph({ text: part.title }), ...unit, new Table({ rows })];
  });
  const levels = [
    { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
    { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）' },
  ];
  const document = new Document({
    numbering: { config: [{ reference: 'plan', levels }] },
    sections: [{ children: [new Paragraph({ text: planTitle }), ...children] }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** One sheet: running text in the first column, tables below their titles, figures as numbers. */
export async function planAsXlsx(): Promise<Uint8Array> {
  const rows: (string | number | null)[][] = [[planTitle]];
  const merges: string[] = [];
  for (const part of plan) {
    if (part.kind !== 'table') {
      rows.push(...lineOf(part).map((line) => [line]));
      continue;
    }
    rows.push([part.title]);
    if (part.unit !== null) rows.push([`单位：${part.unit}`]);
    const top = rows.length + 1;
    merges.push(...mergesOf(part.rows, top));
    rows.push(
      ...gridOf(part.rows).map((line) => line.map((text) => (/^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text))),
    );
  }
  const sheet: XlsxSheet = { name: '规划', rows, merges };
  return writeXlsx([sheet]);
}

function mergesOf(rows: readonly (readonly Cell[])[], top: number): string[] {
  const taken = new Set<string>();
  const letter = (column: number) => String.fromCharCode(65 + column);
  return rows.flatMap((cells, y) => {
    let x = 0;
    return cells.flatMap(({ columns = 1, rows: height = 1 }) => {
      while (taken.has(`${x}/${y}`)) x += 1;
      for (let j = 0; j < height; j += 1) for (let i = 0; i < columns; i += 1) taken.add(`${x + i}/${y + j}`);
      const area = `${letter(x)}${top + y}:${letter(x + columns - 1)}${top + y + height - 1}`;
      return columns * height > 1 ? [area] : [];
    });
  });
}
