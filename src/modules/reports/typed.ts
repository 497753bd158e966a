import { Decimal } from 'decimal.js';
import { isMissing, type Missing } from '../../core/missing.ts';
import { fillLabel } from '../../core/text.ts';
import type { CellFinding } from './check-report.ts';
import { fileRules } from './file-rules.ts';
import { type Field, type Form, isAsked } from './form.ts';
import { readCell } from './read-cell.ts';
import { type Address, type Content, cellsOf, type Report } from './report.ts';

/** Cells as they were typed. */
export type TypedCells = Readonly<Record<Address, string>>;

export interface TypedReading {
  readonly figures: ReadonlyMap<Address, Content>;
  readonly findings: readonly CellFinding[];
  /** Cells that hold something that could not be read: they are not missing on top of it. */
  readonly unread: ReadonlySet<Address>;
}

const plain = /^[+-]?\d+(\.\d+)?$/;

/** What somebody typed into one cell, by the reader of workbooks: digits with or without their unit, or a hole. */
export function readTypedCell(text: string, field: Field): ReturnType<typeof readCell> {
  const { content, notes } = readCell({ kind: 'text', text, format: '', hasFormula: false }, field);
  // Digits typed as digits need no remark.
  const said = plain.test(text.trim()) ? notes.filter(({ rule }) => rule !== 'cell/cleaned') : notes;
  return content === undefined ? { notes: said } : { content, notes: said };
}

/**
 * Everything typed of a report; cells of rows that are no longer on its lists are passed over.
 * @param isRead fields whose cells count: those that are asked for, unless said otherwise
 */
export function readTypedCells(
  form: Form,
  rows: Report['rows'],
  typed: TypedCells,
  isRead: (field: Field) => boolean = isAsked,
): TypedReading {
  const figures = new Map<Address, Content>();
  const findings: CellFinding[] = [];
  const unread = new Set<Address>();
  for (const { address, field } of cellsOf(form, rows)) {
    const text = typed[address];
    if (text === undefined || !isRead(field)) continue;
    const { content, notes } = readTypedCell(text, field);
    if (content !== undefined) figures.set(address, content);
    else if (text.trim() !== '') unread.add(address);
    for (const { rule, data } of notes) {
      const { severity, message } = fileRules[rule];
      findings.push({ rule, severity, message: fillLabel(message, data), arithmetic: null, cell: address });
    }
  }
  return { figures, findings, unread };
}

const holeTexts: Readonly<Record<Missing['missing'], string>> = {
  'not-applicable': '—',
  'not-reported': '未报',
  'not-stated': '不详',
  'zero-denominator': '—',
  suppressed: '涉密',
};

/** A figure as a cell shows it; read again it gives the same. */
export const shownText = (content: Content): string =>
  typeof content === 'string'
    ? content
    : isMissing(content)
      ? holeTexts[content.missing]
      : new Decimal(content).toFixed();

/** Figures as cells; holes of what nobody said stay blank. */
export function shownCells(figures: ReadonlyMap<Address, Content>): Record<Address, string> {
  const cells: Record<Address, string> = {};
  for (const [address, content] of figures) {
    const isUnsaid = typeof content !== 'string' && isMissing(content) && content.missing === 'not-reported';
    if (!isUnsaid && content !== '') cells[address] = shownText(content);
  }
  return cells;
}
