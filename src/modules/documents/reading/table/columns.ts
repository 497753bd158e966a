import type { Cell, TableBlock } from '../../../../core/document.ts';
import land from '../../vocabulary/land-codes.json' with { type: 'json' };
import words from '../../vocabulary/table-words.json' with { type: 'json' };
import type { Now } from '../periods.ts';
import { cellFigure, isNothing, isYearText } from './cell-figure.ts';
import { isUnit, type Meaning, meaningOf } from './heads.ts';

export type Role = 'serial' | 'code' | 'label' | 'unit' | 'attribute' | 'figure' | 'words';

export interface Column {
  readonly at: number;
  readonly head: string;
  readonly role: Role;
  readonly meaning: Meaning;
}

/** The columns of a table by what they hold, and which of them names the rows. */
export interface Columns {
  readonly all: readonly Column[];
  readonly label: Column;
  readonly figures: readonly Column[];
  readonly code: Column | null;
  readonly unit: Column | null;
  readonly attribute: Column | null;
}

const plainHead = (head: string): string => head.replace(/[（([【][^（()）[\]【】]*[）)\]】]/g, '').replace(/\s+/g, '');
const isOneOf = (list: readonly string[], head: string): boolean => list.includes(plainHead(head));

export const isIndicatorHead = (head: string): boolean =>
  isOneOf(words.indicatorHeads, head) || /指标(?:名称)?$/.test(plainHead(head));
export const isProjectHead = (head: string): boolean =>
  isOneOf(words.projectHeads, head) || /(?:项目|工程)名称$/.test(plainHead(head));
export const isYearHead = (head: string): boolean => isOneOf(words.yearHeads, head);
const isGroupHead = (head: string): boolean => isOneOf(words.groupHeads, head);

export const bodyRows = ({ rows, headerRows }: TableBlock): (readonly Cell[])[] => rows.slice(headerRows);

export function columnsIn(table: TableBlock, at: Now): Columns | null {
  const rows = bodyRows(table);
  const all = table.columns.map((head, column): Column => {
    const cells = rows.map((row) => row[column]?.text ?? '').filter((text) => !isNothing(text));
    const meaning = meaningOf(head, at);
    return { at: column, head, role: roleOf(head, meaning, cells), meaning };
  });
  const label = labelColumn(all, rows);
  const figures = all.filter(({ role, at: column }) => role === 'figure' && column !== label?.at);
  if (label === null || figures.length === 0) return null;
  const first = (role: Role) => all.find((column) => column.role === role) ?? null;
  return { all, label, figures, code: first('code'), unit: first('unit'), attribute: first('attribute') };
}

const landCodes = new Set([...land.urbanRural, ...land.city].map(({ code }) => code));
const attributes = new RegExp(words.attributes.join('|'));
const most = (cells: readonly string[], test: (text: string) => boolean, share = 0.6): boolean =>
  cells.length > 0 && cells.filter(test).length >= share * cells.length;

function roleOf(head: string, { period, unit }: Meaning, cells: readonly string[]): Role {
  if (isOneOf(words.serialHeads, head) || (head === '' && isCounting(cells))) return 'serial';
  if (isOneOf(words.codeHeads, head) || most(cells, (text) => landCodes.has(text))) return 'code';
  if (isOneOf(words.unitHeads, head) && most(cells, isUnit, 0.5)) return 'unit';
  if (most(cells, (text) => attributes.test(text))) return 'attribute';
  if (isOneOf(words.noteHeads, head) || isOneOf(words.scoreHeads, head)) return 'words';
  if (head === '' && cells.length > 1 && most(cells, isUnit)) return 'unit';
  // Under “2025年产值（亿元）” 2010 is a sum, under “成立时间” a year.
  if (period === null && unit === null && most(cells, isYearText)) return 'words';
  return most(cells, (text) => cellFigure(text) !== null, 0.5) ? 'figure' : 'words';
}

/** 1, 2, 3 … down a column without a head. */
const isCounting = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((text, i) => Number(text.replace(/[（()）.、]/g, '')) === i + 1);

/** The column that names the rows: called 指标 or 名称, else the first column of words. */
function labelColumn(all: readonly Column[], rows: readonly (readonly Cell[])[]): Column | null {
  const figure = all.findIndex(({ role }) => role === 'figure');
  const named = all.filter(({ role, at }) => role === 'words' && (figure < 0 || at < figure || rows.length === 0));
  const rank = ({ head }: Column): number =>
    isIndicatorHead(head) && !isGroupHead(head)
      ? 4
      : isProjectHead(head) || /名称$/.test(plainHead(head))
        ? 3
        : isGroupHead(head)
          ? 1
          : 2;
  const best = [...named].sort((a, b) => rank(b) - rank(a) || a.at - b.at)[0];
  if (best !== undefined) return best;
  // Years down the side: “年份 | 产值 | 税收”.
  return all[0]?.role === 'words' || isYearHead(all[0]?.head ?? '') ? (all[0] ?? null) : null;
}
