import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type * as z from 'zod';
import type { Writer } from '../../core/database.ts';
import type { Context } from '../../core/implement.ts';
import { missingReasons } from '../../core/missing.ts';
import { Problem } from '../../core/problem.ts';
import { csvRows } from './csv.ts';
import { orHeldUnseen } from './held.service.ts';
import * as store from './import.store.ts';
import {
  columnOf,
  type ImportCell,
  type ImportRefusal,
  importColumns,
  importReader,
  importRefusals,
  readHeading,
} from './import-rows.ts';
import { isApproved } from './observation.ts';
import type { indicatorOperations } from './operations.ts';
import { tenantFinder } from './store.ts';

type Input = z.output<(typeof indicatorOperations)['observations.import']['input']>;

/** UTF-8 as spreadsheets of today write it, else GB 18030 as older ones do. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const chunkSize = 10_000;
/** Rows read before the database, and other requests, get their turn. */
const breath = 500;
const mostTold = 1000;

interface Tally {
  rows: number;
  added: number;
  changed: number;
  same: number;
  refused: number;
  readonly refusals: { row: number; column: string; cell: string; why: { zh: string; en: string } }[];
  readonly changes: { row: number; indicatorId: string; subjectId: string; from: string; to: string }[];
}

const emptyTally = (): Tally => ({ rows: 0, added: 0, changed: 0, same: 0, refused: 0, refusals: [], changes: [] });

function refuse(tally: Tally, row: number, why: ImportRefusal, cell: string): void {
  tally.refused++;
  const column = importColumns[columnOf[why]][0] as string;
  if (tally.refusals.length < mostTold) tally.refusals.push({ row, column, cell, why: importRefusals[why] });
}

function noteChange({ changes }: Tally, cell: ImportCell, { value, missing, typed }: store.Existing): void {
  if (changes.length >= mostTold) return;
  const { row, indicatorId, subjectId } = cell;
  const from = value === null ? missingReasons[missing as keyof typeof missingReasons].zh : typed;
  changes.push({ row, indicatorId, subjectId, from, to: cell.typed });
}

/** Whether anything was reported yet in the months of these cells. */
async function haveBegun(db: Writer, cells: readonly ImportCell[], begun: Map<string, boolean>): Promise<boolean> {
  const months = new Map(cells.map(({ tenantId, period }) => [`${tenantId} ${period}`, [tenantId, period] as const]));
  const unknown = [...months].filter(([month]) => !begun.has(month));
  const asked = unknown.map(([, month]) => month);
  const found = asked.length === 0 ? new Set<string>() : await store.monthsBegun(db, asked);
  for (const [month] of unknown) begun.set(month, found.has(month));
  return [...months.keys()].some((month) => begun.get(month) === true);
}

/** Which of the staged cells are there already and which of them replace a figure; what is approved is refused. */
async function compare(db: Writer, cells: readonly ImportCell[], tally: Tally) {
  const met: number[] = [];
  const changed: number[] = [];
  for (const existing of await store.findExisting(db)) {
    const cell = cells[existing.place] as ImportCell;
    met.push(existing.place);
    if (existing.isSame) tally.same++;
    else if (isApproved(existing.status)) {
      refuse(tally, cell.row, 'approved', cell.typed);
      continue;
    } else if (existing.isHeld) {
      refuse(tally, cell.row, 'held', cell.unitPath);
      continue;
    } else {
      changed.push(existing.place);
      noteChange(tally, cell, existing);
    }
    tally.changed++;
  }
  return { met, changed };
}

/** Takes the cells over as they come; `flush` ends when the database has them. */
function writer({ db, actor, now, newId }: Context<Writer>, { name, mode, status }: Input, tally: Tally) {
  const batch = { id: newId(), file: name, status, at: now, by: actor.name };
  const begun = new Map<string, boolean>();
  const isPreview = mode === 'preview';
  let isOpen = false;
  const changedMeanwhile = () => new Problem('changed-meanwhile', { name, actor: actor.name, revision: 1 });
  const flush = async (cells: readonly ImportCell[]) => {
    const isComparable = await haveBegun(db, cells, begun);
    if (!isPreview || isComparable) {
      if (!isOpen) await store.openStage(db);
      isOpen = true;
      await store.stage(db, cells);
    }
    const { met, changed } = isComparable ? await compare(db, cells, tally) : { met: [], changed: [] };
    tally.added += cells.length - met.length;
    if (isPreview) return;
    await store.addCells(db, met, batch).catch((error: unknown) => {
      throw orHeldUnseen(error, [name], [...new Set(cells.map(({ period }) => period))].join('、'));
    });
    if ((await store.replaceCells(db, changed, batch)) < changed.length) throw changedMeanwhile();
  };
  return { batch, flush };
}

type Columns = Parameters<typeof importReader>[0];

function columnsOf(heading: readonly string[]): Columns {
  const columns = readHeading(heading);
  if (!Array.isArray(columns)) return columns as Columns;
  throw new Problem('figures-refused', {
    count: columns.length,
    issues: `第一行缺少列：${columns.join('、')} (the first row lacks these columns)`,
  });
}

/** Reads, checks and takes over a file of figures; rows = added + changed + refused. */
export async function importFile(context: Context<Writer>, input: Input) {
  const { db, actor, audit } = context;
  const { name, bytes, mode } = input;
  if (bytes.length === 0) throw new Problem('file-empty', { name });
  const rows = csvRows(decoded(bytes));
  const columns = columnsOf(rows.next().value ?? []);
  const bounds = { scope: actor.scope, ownUnit: actor.unitPath, tenantOf: await tenantFinder(db) };
  const read = importReader(columns, bounds);
  const tally = emptyTally();
  const { batch, flush } = writer(context, input, tally);
  let cells: ImportCell[] = [];
  let line = 1;
  // The database writes one chunk while the next is read.
  let writing: Promise<void> = Promise.resolve();
  const writeOn = async () => {
    await writing;
    writing = flush(cells);
    writing.catch(() => undefined);
    cells = [];
  };
  for (const row of rows) {
    line++;
    if (line % breath === 0) await setImmediate();
    if (row.length === 1 && row[0] === '') continue;
    tally.rows++;
    const cell = read(row, line);
    if (typeof cell === 'string') refuse(tally, line, cell, row[columns[columnOf[cell]] ?? -1] ?? '');
    else cells.push(cell);
    if (cells.length >= chunkSize) await writeOn();
  }
  if (cells.length > 0) await writeOn();
  await writing;
  const { refusals: _, changes: __, ...counts } = tally;
  const digest = createHash('sha256').update(bytes).digest('hex');
  audit('observation-import', batch.id, null, { file: name, mode, digest, ...counts });
  return { mode, ...tally };
}
