import { cellRefusals, type Merged, mergeCells, refusedCells } from './changes.ts';
import { type FormShelf, type Reading, unitAt } from './prefill.service.ts';
import { begin, record, type Said, type Writing } from './record.service.ts';
import { isForAnother, stageAfter } from './review.ts';
import { type FoundPlace, findingsOf, findPlace, type PlaceInput, refuseCells, summarise } from './sheet.service.ts';
import * as store from './submission.store.ts';
import { type CellChange, type ReportEvent, reportStages } from './submission.ts';
import { fill, loadWork, type Work } from './work.service.ts';

/** What a person changed on a report: cells, and reasons for them. */
export interface Edit {
  readonly changes: readonly CellChange[];
  readonly explanations: readonly { readonly address: string; readonly text: string }[];
}

interface MergedEdit {
  readonly typed: Merged;
  readonly explanations: Merged;
}

/** Reasons are few and long: the last one written holds. */
function mergeEdit(report: Pick<store.ReportRow, 'typed' | 'explanations'>, edit: Edit): MergedEdit {
  const changes = edit.explanations.map(({ address, text }) => ({
    address,
    from: report.explanations[address] ?? null,
    to: text.trim(),
  }));
  return { typed: mergeCells(report.typed, edit.changes), explanations: mergeCells(report.explanations, changes) };
}

export const cellsOfEdit = ({ typed, explanations }: MergedEdit): ReportEvent['cells'] => [
  ...typed.written.map((change) => ({ kind: 'typed' as const, ...change, reason: null })),
  ...explanations.written.map((change) => ({ kind: 'explanation' as const, ...change, reason: null })),
];

export function refuseUnfillable(work: Work, { changes, explanations }: Edit): void {
  const refused = refusedCells(
    changes.map(({ address }) => address),
    work.cells,
    work.fixed,
  );
  const unknown = refusedCells(
    explanations.map(({ address }) => address),
    work.cells,
    new Set(),
  ).filter(({ why }) => why === 'unknown');
  refuseCells(
    [...refused, ...unknown].map(({ name, why }) => ({
      zh: `“${name.zh}”${cellRefusals[why].zh}`,
      en: `“${name.en}”: ${cellRefusals[why].en}`,
    })),
  );
}

const blankReport = (context: Writing, { form, unit, period }: FoundPlace): store.ReportRow => ({
  tenantId: unit.tenantId,
  reportId: context.newId(),
  unitPath: unit.unitPath,
  formId: form.id,
  edition: form.edition,
  period,
  stage: reportStages.first,
  standsAt: null,
  revision: 1,
  typed: {},
  explanations: {},
  rows: null,
  returned: [],
  corrected: [],
  passed: [],
  enteredFor: isForAnother(context.actor, unit.unitPath),
  submittedAt: null,
  submittedBy: null,
  updatedAt: context.now,
  updatedBy: context.actor.name,
});

interface Saved {
  readonly report: store.ReportRow;
  readonly merged: MergedEdit;
  readonly work: Work;
}

/** Writes an edit over what stands there now; null if somebody began the report at this very moment. */
async function write(
  context: Writing,
  shelf: FormShelf,
  place: FoundPlace,
  edit: Edit,
  via: Said['via'],
): Promise<Saved | null> {
  const { db, actor } = context;
  const at = { unitPaths: place.unitPaths, formId: place.form.id, period: place.period };
  const report = await store.lockReportAt(db, actor.scope, at);
  if (report !== null) stageAfter(report.stage, report.stage === 'returned' ? 'mend' : 'save');
  // A department may have begun it for its government.
  const unit = report === null ? place.unit : unitAt(context, place.units, report.unitPath);
  const work = await loadWork(context, shelf, { ...place, unit, report });
  refuseUnfillable(work, edit);
  const merged = mergeEdit(report ?? { typed: {}, explanations: {} }, edit);
  const cells = cellsOfEdit(merged);
  if (report !== null && cells.length === 0) return { report, merged, work };
  const change = { typed: merged.typed.cells, explanations: merged.explanations.cells };
  const said: Said = { cells, ...(via !== undefined && { via }) };
  if (report !== null) {
    const after = await record(context, report, report.stage === 'returned' ? 'mend' : 'save', change, said);
    return { report: after, merged, work };
  }
  const fresh = { ...blankReport(context, place), ...change };
  return (await begin(context, fresh, said)) ? { report: fresh, merged, work } : null;
}

/** Who wrote a cell last. */
async function writersOf(context: Reading, report: store.ReportRow, addresses: readonly string[]) {
  if (addresses.length === 0) return new Map<string, string>();
  const wanted = new Set(addresses);
  const writers = new Map<string, string>();
  for (const { byName, cells } of await store.listEvents(context.db, report))
    for (const { kind, address } of cells) if (kind !== 'named' && wanted.has(address)) writers.set(address, byName);
  return writers;
}

export async function saveEdit(context: Writing, shelf: FormShelf, input: PlaceInput, edit: Edit, via?: Said['via']) {
  const place = await findPlace(context, shelf, input);
  const saved = (await write(context, shelf, place, edit, via)) ?? (await write(context, shelf, place, edit, via));
  if (saved === null) throw new Error('a report that exists was not found');
  const { report, merged, work } = saved;
  const { conflicts } = merged.typed;
  const writers = await writersOf(
    context,
    report,
    conflicts.map(({ address }) => address),
  );
  const { findings } = fill(work, report.typed, report.explanations);
  return {
    summary: await summarise(context, { ...place, unit: work.unit }, report),
    saved: merged.typed.written.length + merged.explanations.written.length,
    conflicts: conflicts.map((conflict) => ({ ...conflict, by: writers.get(conflict.address) ?? '' })),
    findings: findingsOf(findings),
  };
}
