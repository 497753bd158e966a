import { fitWidth } from '../../core/width.ts';
import type { Amount, Extraction, IndicatorFact } from './extraction.ts';

const signs = { '=': '', '>=': '≥', '>': '>', '<=': '≤', '<': '<', '~': '≈', range: '' } as const;

/** A figure as a person writes it: “≥12.5%”, “3–5 个”. */
export function figureText({
  printed,
  unit,
  comparator,
}: Pick<IndicatorFact, 'printed' | 'unit' | 'comparator'>): string {
  const digits = printed.replace('/', '–');
  return `${signs[comparator]}${digits}${/^[%‰]/.test(unit) ? '' : ' '}${unit}`.trim();
}

const amountText = (amount: Amount | null): string => (amount === null ? '' : `${amount.value} ${amount.unit}`);

const kindNames = { baseline: '现状', target: '目标', growth_rate: '增速', share: '占比', cumulative: '累计' } as const;

type Row = readonly string[];

function section(title: string, widths: readonly number[], head: Row, rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  const line = (cells: Row) =>
    cells
      .map((cell, i) => fitWidth(cell.replace(/\s+/g, ' '), widths[i] ?? 10))
      .join('  ')
      .trimEnd();
  return [`${title}（${rows.length}）`, line(head), ...rows.map(line), ''].join('\n');
}

/** The facts of a document for a terminal: one line each, with the line of the document it came from. */
export function extractionTable({
  document,
  indicators,
  projects,
  tasks,
  parks,
  enterprises,
  tables,
}: Extraction): string {
  const about = [document.title, document.issuer, document.number, document.issuedOn].filter(Boolean).join(' · ');
  return [
    `${about}\n`,
    section(
      '指标',
      [6, 30, 20, 18, 10, 6],
      ['行', '名称', '主体', '数值', '时期', '类别'],
      indicators.map((each) => [
        `${each.source.line}`,
        each.name,
        each.subject ?? '',
        figureText(each),
        each.period ?? '',
        kindNames[each.kind],
      ]),
    ),
    section(
      '项目',
      [6, 44, 28, 14, 10],
      ['行', '名称', '单位', '总投资', '建成'],
      projects.map(({ source, name, owner, investment, finish }) => [
        `${source.line}`,
        name,
        owner ?? '',
        amountText(investment),
        finish ?? '',
      ]),
    ),
    section(
      '任务',
      [6, 50, 24, 24, 12],
      ['行', '内容', '牵头', '配合', '时限'],
      tasks.map(({ source, text, leads, cooperators, deadline }) => [
        `${source.line}`,
        text,
        leads.join('、'),
        cooperators.join('、'),
        deadline ?? '',
      ]),
    ),
    section(
      '园区',
      [6, 34, 10, 24, 16],
      ['行', '名称', '级别', '上级', '面积'],
      parks.map(({ source, name, level, parent, area }) => [
        `${source.line}`,
        name,
        level ?? '',
        parent ?? '',
        amountText(area),
      ]),
    ),
    section(
      '企业',
      [6, 40, 40],
      ['行', '名称', '别名'],
      enterprises.map(({ source, name, aliases }) => [`${source.line}`, name, aliases.join('、')]),
    ),
    section(
      '表格',
      [6, 44, 16],
      ['行', '标题', '行×列'],
      tables.map(({ source, title, rows, columns }) => [
        `${source.line}`,
        title ?? '',
        `${rows.length}×${columns.length}`,
      ]),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n');
}
