import { Decimal } from 'decimal.js';
import { type Data, fillLabel } from '../../core/text.ts';
import { type Beside, type CellFinding, checkReport } from './check-report.ts';
import { type FileRule, fileRules } from './file-rules.ts';
import { type Field, type Form, isAsked } from './form.ts';
import {
  type Block,
  type Column,
  columnLetters,
  explainedBy,
  identityMark,
  type Line,
  layoutOf,
  placeAt,
  slotOf,
} from './layout.ts';
import { type RawCell, readCell } from './read-cell.ts';
import type { Address, Content, Figures } from './report.ts';
import { type Digest, identityOf, type Prefilled, periodText, type ReportingUnit } from './template.ts';

/** A sheet of a workbook as stored; rows and columns count from 1. */
export interface RawSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, RawCell>>;
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly (readonly [number, number])[];
}

/** A finding with its cell in the report and its place in the file, such as “主表!D7”. */
export interface FileFinding extends Omit<CellFinding, 'cell'> {
  readonly cell: Address | null;
  readonly place: string | null;
}

export interface FormReading {
  readonly figures: Figures;
  readonly explanations: ReadonlyMap<Address, string>;
  readonly findings: readonly FileFinding[];
}

/** Collects while the sheets are gone through. */
interface Notes {
  readonly findings: FileFinding[];
  readonly places: Map<Address, string>;
  readonly figures: Map<Address, Content>;
  readonly explanations: Map<Address, string>;
  /** Cells with an error of reading: they are not reported missing on top of it. */
  readonly unread: Set<Address>;
}

const say = (notes: Notes, rule: FileRule, place: string | null, data: Data, cell: Address | null = null): void => {
  const { severity, message } = fileRules[rule];
  notes.findings.push({ rule, severity, message: fillLabel(message, data), arithmetic: null, cell, place });
};

const textAt = (sheet: RawSheet, row: number, column: number): string =>
  sheet.cells.get(row)?.get(column)?.text.trim() ?? '';

const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
const isSame = (a: string, b: string): boolean => squeezed(a) === squeezed(b);

interface Expected {
  readonly form: Form;
  readonly unit: ReportingUnit;
  readonly period: string;
  readonly digest: Digest;
}

/** Whether the file is the template of this form, unit and period; says what it is instead. */
function isIdentified(sheets: readonly RawSheet[], { form, unit, period, digest }: Expected, notes: Notes): boolean {
  const sheet = sheets.find((each) => textAt(each, 1, 1) === identityMark);
  if (sheet === undefined) {
    say(notes, 'file/not-ours', null, {});
    return false;
  }
  const said = new Map([...sheet.cells.keys()].map((row) => [textAt(sheet, row, 1), textAt(sheet, row, 2)]));
  const [id, edition, path, of] = ['form', 'edition', 'unit', 'period'].map((key) => said.get(key) ?? '') as [
    string,
    string,
    string,
    string,
  ];
  const own = new Map(identityOf({ ...form, id, edition }, { path, name: '' }, of, digest));
  if (own.get('digest') !== said.get('digest')) {
    say(notes, 'file/mark-changed', `${sheet.name}!B6`, {});
    return false;
  }
  const before = notes.findings.length;
  if (id !== form.id) say(notes, 'file/other-form', null, { found: id, expected: form.label.zh });
  else if (edition !== form.edition) say(notes, 'file/old-edition', null, { found: edition, expected: form.edition });
  if (path !== unit.path) say(notes, 'file/other-unit', null, { found: path, expected: unit.name });
  if (of !== period)
    say(notes, 'file/wrong-period', `${sheets[0]?.name}!A3`, { found: periodText(of), expected: periodText(period) });
  return notes.findings.length === before;
}

const mostHeadRows = 30;

/** The row in which most headings of a block stand, and how many do. */
function headOf(sheet: RawSheet, block: Block): { row: number; hits: number } {
  const headings = new Set(block.columns.map(({ heading }) => squeezed(heading)));
  let best = { row: block.headRow, hits: 0 };
  for (const [row, cells] of sheet.cells) {
    if (row > mostHeadRows) continue;
    const hits = [...cells.values()].filter(({ text }) => headings.has(squeezed(text))).length;
    if (hits > best.hits) best = { row, hits };
  }
  return best;
}

function sheetFor(
  block: Block,
  sheets: readonly RawSheet[],
  taken: ReadonlySet<string>,
  notes: Notes,
): RawSheet | null {
  const named = sheets.find(({ name }) => name === block.sheet);
  if (named !== undefined) return named;
  const alike = sheets
    .filter(({ name }) => !taken.has(name))
    .map((sheet) => ({ sheet, hits: headOf(sheet, block).hits }))
    .sort((a, b) => b.hits - a.hits)[0];
  if (alike === undefined || alike.hits * 2 < block.columns.length) {
    say(notes, 'file/sheet-missing', null, { sheet: block.sheet });
    return null;
  }
  say(notes, 'file/sheet-renamed', alike.sheet.name, { sheet: block.sheet, found: alike.sheet.name });
  return alike.sheet;
}

const isNeeded = ({ role, field }: Column): boolean =>
  role === 'key' ||
  role === 'label' ||
  role === 'explanation' ||
  (role === 'figure' && (field === null || isAsked(field)));

/** Where each column of a block stands now, by its heading; a column that cannot be told is left out. */
function columnsOf(block: Block, sheet: RawSheet, head: number, notes: Notes): Map<Column, number> {
  const found = new Map<Column, number>();
  const cells = [...(sheet.cells.get(head) ?? new Map<number, RawCell>())].filter(([, { text }]) => text.trim() !== '');
  const used = new Set<number>();
  for (const [i, column] of block.columns.entries()) {
    const places = cells.filter(([, { text }]) => isSame(text, column.heading)).map(([at]) => at);
    for (const at of places) used.add(at);
    const [at] = places;
    const expected = column.heading;
    if (places.length > 1)
      say(notes, 'file/heading-twice', placeAt(sheet.name, head, places[1] as number), { expected });
    else if (at !== undefined) {
      found.set(column, at);
      if (at !== i + 1)
        say(notes, 'file/column-moved', placeAt(sheet.name, head, at), { expected, from: columnLetters(i + 1) });
    } else if (isNeeded(column))
      say(notes, 'file/heading-changed', placeAt(sheet.name, head, i + 1), {
        expected,
        found: textAt(sheet, head, i + 1) || '空白',
      });
  }
  for (const [at, { text }] of cells)
    if (!used.has(at)) say(notes, 'file/column-added', placeAt(sheet.name, head, at), { found: text.trim() });
  return found;
}

/** Rows by the code in the first column; what is there twice, gone or added is said. */
function linesOf(
  block: Block,
  sheet: RawSheet,
  head: number,
  columns: ReadonlyMap<Column, number>,
  notes: Notes,
): Map<Line, number> {
  const found = new Map<Line, number>();
  const [keyColumn, labelColumn] = [...columns]
    .filter(([{ role }]) => role === 'key' || role === 'label')
    .map(([, at]) => at);
  if (keyColumn === undefined) return found;
  const byKey = Map.groupBy(
    [...sheet.cells.keys()].filter((row) => row > head),
    (row) => textAt(sheet, row, keyColumn),
  );
  const known = new Set<string>();
  let isMoveSaid = false;
  for (const line of block.lines) {
    if (line.key === null) continue;
    known.add(line.key);
    const rows = byKey.get(line.key) ?? [];
    const [row] = rows;
    const data = { name: line.label, key: line.key, from: line.row };
    if (row === undefined) say(notes, 'file/row-missing', placeAt(sheet.name, line.row, keyColumn), data);
    else if (rows.length > 1) say(notes, 'file/row-twice', placeAt(sheet.name, rows[1] as number, keyColumn), data);
    else {
      found.set(line, row);
      if (row !== line.row && !isMoveSaid) say(notes, 'file/rows-moved', placeAt(sheet.name, row, keyColumn), data);
      isMoveSaid ||= row !== line.row;
    }
  }
  const figureColumns = [...columns].filter(([{ role }]) => role === 'figure').map(([, at]) => at);
  for (const [key, rows] of byKey)
    for (const row of rows) {
      if (known.has(key) || figureColumns.every((at) => textAt(sheet, row, at) === '')) continue;
      const text = key || textAt(sheet, row, labelColumn ?? 2) || '无代码';
      say(notes, 'file/row-added', placeAt(sheet.name, row, keyColumn), { found: text });
    }
  return found;
}

interface Spot {
  readonly block: Block;
  readonly sheet: RawSheet;
  readonly line: Line;
  readonly row: number;
  readonly column: Column;
  readonly at: number;
}

/** Says why a cell cannot be trusted to be its own: merged with another, or out of sight. */
function isObstructed({ sheet, row, at }: Spot, address: Address, field: Field, notes: Notes): boolean {
  const place = placeAt(sheet.name, row, at);
  const merge = sheet.merges.find(
    ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= at && at <= right,
  );
  const name = field.label.zh;
  if (merge !== undefined) {
    const area = `${columnLetters(merge.left)}${merge.top}:${columnLetters(merge.right)}${merge.bottom}`;
    say(notes, 'file/merged', place, { name, area }, address);
  }
  const isHidden = sheet.hiddenRows.has(row) || sheet.hiddenColumns.some(([from, to]) => from <= at && at <= to);
  if (isHidden) say(notes, 'file/hidden', place, { name }, address);
  return merge !== undefined || isHidden;
}

const isNumber = (text: string): boolean => /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text.trim());

/** Compares what the system put there with what came back: a note, since it is not taken. */
function noteKnown(spot: Spot, field: Field, put: Content | undefined, notes: Notes): void {
  const raw = spot.sheet.cells.get(spot.row)?.get(spot.at);
  const shown = put === undefined ? '' : typeof put === 'string' ? put : put instanceof Decimal ? put.toFixed() : null;
  const now = raw?.text.trim() ?? '';
  if (shown === null || isSame(shown, now)) return;
  if (
    isNumber(shown) &&
    isNumber(now) &&
    new Decimal(now).toSignificantDigits(12).eq(new Decimal(shown).toSignificantDigits(12))
  )
    return;
  say(notes, 'file/known-changed', placeAt(spot.sheet.name, spot.row, spot.at), {
    name: spot.column.role === 'figure' ? field.label.zh : spot.column.heading,
    found: now || '空白',
  });
}

function readSpot(spot: Spot, prefilled: Prefilled, notes: Notes): void {
  const { block, sheet, line, row, column, at } = spot;
  const raw = sheet.cells.get(row)?.get(at);
  if (column.role === 'explanation') {
    const text = raw?.text.trim() ?? '';
    if (text !== '') for (const address of explainedBy(block, line)) notes.explanations.set(address, text);
    return;
  }
  const slot = slotOf(block, line, column);
  if (slot === null) return;
  const { address, field } = slot;
  if (column.role === 'last-period') noteKnown(spot, field, prefilled.lastPeriod.get(address), notes);
  if (column.role === 'last-year') noteKnown(spot, field, prefilled.lastYear.get(address), notes);
  if (column.role !== 'figure') return;
  notes.places.set(address, placeAt(sheet.name, row, at));
  if (field.given) {
    noteKnown(spot, field, line.item?.given[field.id] ?? '', notes);
    return;
  }
  if (isAsked(field)) {
    if (isObstructed(spot, address, field, notes)) notes.unread.add(address);
    else take(raw, field, address, placeAt(sheet.name, row, at), notes);
  } else if (raw !== undefined && !raw.hasFormula && isNumber(raw.text)) {
    // A formula written over: the check says what counts instead.
    notes.figures.set(address, new Decimal(raw.text).toSignificantDigits(15));
  } else if (raw !== undefined && !raw.hasFormula && raw.text.trim() !== '') {
    say(notes, 'file/known-changed', placeAt(sheet.name, row, at), { name: field.label.zh, found: raw.text.trim() });
  }
}

function take(raw: RawCell | undefined, field: Field, address: Address, place: string, notes: Notes): void {
  const { content, notes: said } = readCell(raw, field);
  for (const { rule, data } of said) say(notes, rule, place, data, address);
  if (content !== undefined) notes.figures.set(address, content);
  else if (said.length > 0) notes.unread.add(address);
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
