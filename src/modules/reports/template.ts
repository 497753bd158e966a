import { isMissing } from '../../core/missing.ts';
import type { PeriodKind } from '../../core/period.ts';
import { monthsOf, yearOf } from '../../core/period.ts';
import { type Field, type Form, type Formula, inputsOf, isAsked, legalText } from './form.ts';
import {
  type Block,
  type Column,
  columnLetters,
  identityMark,
  identitySheet,
  type Line,
  layoutOf,
  type Rows,
  slotOf,
} from './layout.ts';
import { type Address, addressIn, type Content, completed, type Figures } from './report.ts';

/** A cell and a sheet as the writer of workbooks takes them. */
export type TemplateCell =
  | string
  | number
  | null
  | {
      readonly value: string | number | null;
      readonly format?: string;
      readonly bold?: boolean;
      readonly center?: boolean;
      readonly formula?: string;
      readonly look?: 'open' | 'computed' | 'grey';
    };
export interface TemplateSheet {
  readonly name: string;
  readonly rows: readonly (readonly TemplateCell[])[];
  readonly widths?: readonly number[];
  readonly merges?: readonly string[];
  readonly isProtected?: boolean;
  readonly fitsWidth?: boolean;
  readonly isHidden?: boolean;
  readonly validations?: readonly { readonly area: string; readonly least: number | null; readonly message: string }[];
}

export interface ReportingUnit {
  readonly path: string;
  readonly name: string;
}

export interface Prefilled {
  readonly rows: Rows;
  readonly lastPeriod: Figures;
  readonly lastYear: Figures;
  /** What is known already of this period: saved work, or figures given in another form. */
  readonly figures: Figures;
  readonly explanations: ReadonlyMap<Address, string>;
}

export type Digest = (text: string) => string;

export const periodText = (period: string): string => {
  const kind: PeriodKind = period.length === 4 ? 'year' : period[5] === 'Q' ? 'quarter' : 'month';
  const year = yearOf(period);
  if (kind === 'year') return `${year}年`;
  return kind === 'quarter'
    ? `${year}年第${period.slice(6)}季度`
    : `${year}年${Number(monthsOf(period)[1].slice(5))}月`;
};

/** What a file says it is; the digest shows whether somebody wrote over it. */
export function identityOf(form: Form, unit: ReportingUnit, period: string, digest: Digest): [string, string][] {
  const identity: [string, string][] = [
    [identityMark, '请勿改动'],
    ['form', form.id],
    ['edition', form.edition],
    ['unit', unit.path],
    ['period', period],
  ];
  return [...identity, ['digest', digest(JSON.stringify(identity))]];
}

const numberFormat = ({ decimals }: Field): string => (decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`);

/** A hole is written as “—”, so that it is not asked again; what was never said stays blank. */
function written(content: Content | undefined): string | number | null {
  if (content === undefined) return null;
  if (typeof content === 'string') return content;
  if (!isMissing(content)) return content.toNumber();
  return content.missing === 'not-applicable' ? '—' : null;
}

interface Places {
  /** Reference to the current or last figure of an address, for formulas of one sheet. */
  readonly of: (address: Address, which: 'figure' | 'last-period') => string | null;
  readonly column: (list: string, field: string) => string;
}

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

function placesOf(blocks: readonly Block[]): Places {
  const references = new Map<string, string>();
  for (const block of blocks)
    for (const line of block.lines)
      for (const [i, column] of block.columns.entries()) {
        const slot = slotOf(block, line, column);
        if (slot !== null) references.set(`${column.role} ${slot.address}`, `${columnLetters(i + 1)}${line.row}`);
      }
  return {
    of: (address, which) => references.get(`${which} ${address}`) ?? null,
    column: (listId, fieldId) => {
      const block = blocks.find(({ list }) => list?.id === listId) as Block;
      const at = block.columns.findIndex(({ role, field }) => role === 'figure' && field?.id === fieldId) + 1;
      const letters = columnLetters(at);
      return `${quoted(block.sheet)}!${letters}${block.headRow + 1}:${letters}${block.headRow + Math.max(1, block.lines.length)}`;
    },
  };
}

/** The same computation as in the system, for the clerk to see; blank until its inputs are there. */
function spreadsheetFormula(
  formula: Formula,
  { field, address }: { field: Field; address: Address },
  block: Block,
  line: Line,
  places: Places,
  period: string,
): string | null {
  const beside = (id: string): string => {
    const target = block.list !== null && line.item !== null ? addressIn(block.list.id, line.item.key, id) : id;
    return places.of(target, 'figure') ?? '0';
  };
  const rounded = (expression: string, inputs: readonly string[]): string =>
    `IF(COUNT(${inputs.join(',')})<${inputs.length},"",IFERROR(ROUND(${expression},${field.decimals}),""))`;
  const inputs = inputsOf(formula).map(beside);
  if ('sum' in formula) {
    const plus = formula.sum.map(beside).join('+');
    return rounded([plus, ...formula.minus.map(beside)].join('-'), inputs);
  }
  if ('ratio' in formula) return rounded(`${inputs[0]}/${inputs[1]}*${formula.times}`, inputs);
  if ('count' in formula) return null;
  if ('total' in formula) {
    const area = places.column(formula.of, formula.total);
    return `IF(COUNT(${area})<ROWS(${area}),"",ROUND(SUM(${area}),${field.decimals}))`;
  }
  const last = places.of(address, 'last-period');
  if (/^\d{4}(-01|-Q1)?$/.test(period) || last === null) return rounded(inputs[0] as string, inputs);
  return rounded(`${last}+${inputs[0]}`, [last, ...inputs]);
}

interface Making {
  readonly form: Form;
  readonly period: string;
  readonly prefilled: Prefilled;
  readonly figures: Figures;
  readonly places: Places;
}

function cellOf(block: Block, line: Line, column: Column, making: Making): TemplateCell {
  const { prefilled, figures, places, period } = making;
  if (column.role === 'key') return { value: line.key, format: '@', look: 'computed', center: true };
  if (column.role === 'label') return { value: line.label, look: 'computed', bold: line.key === null };
  const slot = slotOf(block, line, column);
  if (column.role === 'explanation') {
    const said = [
      slot?.address ?? '',
      ...(block.list?.columns ?? []).map(({ id }) => addressIn(block.list?.id ?? '', line.key ?? '', id)),
    ]
      .map((address) => prefilled.explanations.get(address))
      .find((text) => text !== undefined);
    return line.key === null ? null : { value: said ?? null, format: '@', look: 'open' };
  }
  if (slot === null) return null;
  const { field, address } = slot;
  if (column.role === 'unit') return { value: field.unit, look: 'computed', center: true };
  const format = field.kind === 'text' ? '@' : numberFormat(field);
  if (column.role === 'last-period') return { value: written(prefilled.lastPeriod.get(address)), format, look: 'grey' };
  if (column.role === 'last-year') return { value: written(prefilled.lastYear.get(address)), format, look: 'grey' };
  const value = written(figures.get(address));
  if (isAsked(field)) return { value, format, look: 'open' };
  const formula =
    field.derived === undefined
      ? null
      : spreadsheetFormula(field.derived, { field, address }, block, line, places, period);
  return { value, format, look: 'computed', ...(formula !== null && { formula }) };
}

function validationsOf(block: Block): NonNullable<TemplateSheet['validations']> {
  return block.lines.flatMap((line) =>
    block.columns.flatMap((column, i) => {
      const slot = column.role === 'figure' ? slotOf(block, line, column) : null;
      if (slot === null || !isAsked(slot.field) || slot.field.kind === 'text') return [];
      const { label, unit, negative } = slot.field;
      const message = `“${label.zh}”填数字，单位${unit}${negative ? '' : '，不小于 0'}`;
      return [{ area: `${columnLetters(i + 1)}${line.row}`, least: negative ? null : 0, message }];
    }),
  );
}

const guidance =
  '只填浅黄色格；灰色为以往数据，仅供对照；其余由系统计算。没有发生填 0，不适用填“—”。请勿增删行列、合并单元格。';

function sheetOf(block: Block, unit: ReportingUnit, making: Making): TemplateSheet {
  const { form, period } = making;
  const width = block.columns.length;
  const whole = (row: number) => `A${row}:${columnLetters(width)}${row}`;
  const title = block.list === null ? form.label.zh : `${form.label.zh}——${block.list.label.zh}`;
  const rows = new Map<number, TemplateCell[]>([
    [1, [{ value: title, bold: true, center: true }]],
    [2, [legalText(form).zh]],
    [3, [`填报单位：${unit.name}　　报告期：${periodText(period)}`]],
    [4, [{ value: guidance, look: 'grey' }]],
    [
      block.headRow,
      block.columns.map(({ heading }) => ({ value: heading, bold: true, center: true, look: 'computed' })),
    ],
    ...block.lines.map((line): [number, TemplateCell[]] => [
      line.row,
      block.columns.map((column) => cellOf(block, line, column, making)),
    ]),
  ]);
  const last = Math.max(...rows.keys());
  return {
    name: block.sheet,
    rows: Array.from({ length: last }, (_, i) => rows.get(i + 1) ?? []),
    widths: block.columns.map((column) => column.width),
    merges: [1, 2, 3, 4].map(whole),
    isProtected: true,
    fitsWidth: true,
    validations: validationsOf(block),
  };
}

/** The workbook that a clerk fills: one sheet for the form, one for each list, and a hidden one that says what it is. */
export function formTemplate(
  form: Form,
  unit: ReportingUnit,
  period: string,
  prefilled: Prefilled,
  digest: Digest,
): TemplateSheet[] {
  const report = { period, rows: prefilled.rows, figures: prefilled.figures };
  const figures = completed(form, report, prefilled.lastPeriod);
  const blocks = layoutOf(form, prefilled.rows);
  const making: Making = { form, period, prefilled, figures, places: placesOf(blocks) };
  return [
    ...blocks.map((block) => sheetOf(block, unit, making)),
    { name: identitySheet, rows: identityOf(form, unit, period, digest), isHidden: true },
  ];
}
