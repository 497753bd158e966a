import { type Beside, checkReport } from './check-report.ts';
import type { Form } from './form.ts';
import { readSpot } from './form-cells.ts';
import { isIdentified } from './form-identity.ts';
import { type FileFinding, type Notes, say } from './form-notes.ts';
import { columnsOf, headOf, linesOf, sheetFor } from './form-places.ts';
import { type Block, identityMark, layoutOf, placeAt, slotOf } from './layout.ts';
import { isSame, type RawSheet, textAt } from './raw-sheet.ts';
import type { Address, Figures } from './report.ts';
import type { Digest, Prefilled, ReportingUnit } from './template.ts';

export interface FormReading {
  readonly figures: Figures;
  readonly explanations: ReadonlyMap<Address, string>;
  readonly findings: readonly FileFinding[];
}

function readBlock(block: Block, sheet: RawSheet, prefilled: Prefilled, notes: Notes): void {
  const { row: head } = headOf(sheet, block);
  const columns = columnsOf(block, sheet, head, notes);
  const label = [...columns].find(([{ role }]) => role === 'label')?.[1];
  const lines = linesOf(block, sheet, head, columns, notes);
  for (const line of block.lines)
    for (const column of block.columns) {
      const slot = column.role === 'figure' && !(lines.has(line) && columns.has(column)) && slotOf(block, line, column);
      if (slot) notes.unread.add(slot.address);
    }
  for (const [line, row] of lines) {
    if (label !== undefined && !isSame(textAt(sheet, row, label), line.label)) {
      const data = { expected: line.label, found: textAt(sheet, row, label) || '空白' };
      say(notes, 'file/label-changed', placeAt(sheet.name, row, label), data, line.field?.id ?? null);
      if (line.field !== null) notes.unread.add(line.field.id);
      continue;
    }
    for (const [column, at] of columns) readSpot({ block, sheet, line, row, column, at }, prefilled, notes);
  }
}

/** Reads a template that comes back: figures, explanations, and everything wrong with the file and the figures. */
export function readForm(
  form: Form,
  unit: ReportingUnit,
  period: string,
  prefilled: Prefilled,
  sheets: readonly RawSheet[],
  digest: Digest,
  others: Beside['others'] = new Map(),
): FormReading {
  const notes: Notes = {
    findings: [],
    places: new Map(),
    figures: new Map(),
    explanations: new Map(),
    unread: new Set(),
  };
  if (!isIdentified(sheets, { form, unit, period, digest }, notes))
    return { figures: new Map(), explanations: new Map(), findings: notes.findings };
  const visible = sheets.filter((sheet) => textAt(sheet, 1, 1) !== identityMark);
  const taken = new Set<string>(layoutOf(form, prefilled.rows).map(({ sheet }) => sheet));
  for (const block of layoutOf(form, prefilled.rows)) {
    const sheet = sheetFor(block, visible, taken, notes);
    if (sheet === null) continue;
    taken.add(sheet.name);
    readBlock(block, sheet, prefilled, notes);
  }
  const { lastPeriod, lastYear, rows } = prefilled;
  const { figures, explanations, unread, places } = notes;
  const beside: Beside = { lastPeriod, lastYear, explanations, others };
  const checked = checkReport(form, { period, rows, figures }, beside)
    .filter(({ rule, cell }) => !(rule === 'report/missing' && unread.has(cell)))
    .map((finding): FileFinding => ({ ...finding, place: places.get(finding.cell) ?? null }));
  return { figures, explanations, findings: [...notes.findings, ...checked] };
}
