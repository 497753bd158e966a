import type { Cell, Prose, ReadDocument, TableBlock } from '../../../../core/document.ts';
import type { ProjectFact } from '../../extraction.ts';
import vocabulary from '../../vocabulary/project-words.json' with { type: 'json' };
import { cellProse, sourceAt } from './passages.ts';

type Role = keyof typeof vocabulary.columns;
type Quantities = ProjectFact['quantities'];

/** What the columns of a project table say outright. */
export interface RowFields {
  readonly owner: string | null;
  readonly location: string | null;
  readonly industry: string | null;
  readonly investment: ProjectFact['investment'];
  readonly years: string | null;
  readonly start: string | null;
  readonly finish: string | null;
  readonly status: string | null;
  readonly quantities: Quantities;
}

interface ProjectRow {
  readonly name: Prose;
  readonly content: readonly Prose[];
  readonly fields: RowFields;
}

const roles = Object.entries(vocabulary.columns) as [Role, string[]][];
const unitInTitle = /[（(]([^（）()]*?(?:元|亩|吨|人|个|%|％|平方米|公顷|千瓦|米))[）)]/u;
const bare = (title: string): string => title.replace(/\s+/gu, '').replace(/[（(][^（）()]*[）)]$/u, '');
const lastPart = (title: string): string => title.split('/').at(-1) ?? title;

function columnsOf(columns: readonly string[]): Map<Role, number> {
  const found = new Map<Role, number>();
  columns.forEach((title, i) => {
    const role = roles.find(
      ([, titles]) => titles.includes(bare(title)) || titles.includes(bare(lastPart(title))),
    )?.[0];
    if (role !== undefined && !found.has(role)) found.set(role, i);
  });
  return found;
}

/** “续建项目（12个）”: a group with its sums. */
const groupTitle = /(?:项目|工程|类)[（(]?(?:共)?\d+[个项][）)]?$/u;

/** The rows of a table that lists projects; null for any other table. */
export function projectRows(document: ReadDocument, table: TableBlock): ProjectRow[] | null {
  const columns = columnsOf(table.columns);
  const others = (
    ['owner', 'location', 'content', 'investment', 'years', 'industry', 'status', 'start', 'finish'] as const
  ).filter((role) => columns.has(role));
  if (!columns.has('name') || others.length === 0) return null;
  return table.rows.slice(table.headerRows).flatMap((row): ProjectRow[] => {
    const name = row[columns.get('name') ?? -1];
    // A title row spreads one cell over all columns; a sum is no project.
    if (name === undefined || name.text.length < 3 || /^(?:合\s*计|小\s*计|总\s*计)/u.test(name.text)) return [];
    if (groupTitle.test(name.text.replace(/\s+/gu, ''))) return [];
    if (row.every((cell) => cell === name || cell.text === '')) return [];
    const content = row[columns.get('content') ?? -1];
    return [
      {
        name: cellProse(document, name),
        content: content === undefined || content === name || content.text === '' ? [] : [cellProse(document, content)],
        fields: fieldsOf(document, table, columns, row),
      },
    ];
  });
}

function fieldsOf(
  document: ReadDocument,
  table: TableBlock,
  columns: ReadonlyMap<Role, number>,
  row: readonly Cell[],
): RowFields {
  const text = (role: Role): string | null => row[columns.get(role) ?? -1]?.text.trim() || null;
  const at = columns.get('investment');
  const invested = at === undefined ? null : amountOf(table, at, row[at]);
  const used = new Set(columns.values());
  const quantities = row.flatMap((cell, i): Quantities => {
    const amount = used.has(i) ? null : amountOf(table, i, cell);
    if (amount === null) return [];
    const source = sourceAt(document, cellProse(document, cell), { start: 0, end: cell.text.length });
    return [{ name: bare(table.columns[i] ?? ''), ...amount, source }];
  });
  return {
    owner: /^(?:待[定招]|未定|招商中|—|-|\/)$/u.test(text('owner') ?? '') ? null : text('owner'),
    location: text('location'),
    industry: text('industry'),
    investment: invested,
    years: text('years'),
    start: text('start'),
    finish: text('finish'),
    status: text('status'),
    quantities,
  };
}

const money = /投资|产值|收入|利润|利税|税收|税金|资金|增加值/u;

/** A plain figure with the unit that its column or table gives, or with its own. */
function amountOf(table: TableBlock, column: number, cell: Cell | undefined): { value: number; unit: string } | null {
  const title = table.columns[column] ?? '';
  const match = /^约?\s*([\d,，]+(?:\.\d+)?)\s*(亿元?|万元?|元|万美元|亿美元|亩|公顷|平方米|吨|人)?$/u.exec(
    cell?.text.trim() ?? '',
  );
  const unit =
    match?.[2]?.replace(/^([亿万])$/u, '$1元') ??
    unitInTitle.exec(title)?.[1] ??
    (money.test(title) ? (table.unit ?? null) : null);
  if (match === null || unit === null || unit === '') return null;
  return { value: Number((match[1] as string).replace(/[,，]/gu, '')), unit };
}
