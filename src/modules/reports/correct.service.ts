import { mergeCells } from './changes.ts';
import { firstLevel, followed, followUp, marked } from './follow.service.ts';
import { subjectUnit } from './observe.ts';
import type { FormShelf } from './prefill.service.ts';
import { loaded, record, refuseStale, type Writing } from './record.service.ts';
import { stageAfter } from './review.ts';
import { refuseUnfillable } from './save.service.ts';
import { placeOfReport, refuseCells, summarise } from './sheet.service.ts';
import * as store from './submission.store.ts';
import type { CellChange, ReportEvent } from './submission.ts';
import { labelOfReport, observe, refuseErrors } from './submit.service.ts';
import type { TypedCells } from './typed.ts';
import { fill, loadWork, type Work } from './work.service.ts';

interface Correction {
  readonly reportId: string;
  readonly revision: number;
  readonly reason: string;
  readonly changes: readonly CellChange[];
}

/** A figure that moves further than its limit is explained by the reason of its correction. */
function explainedBy(work: Work, typed: TypedCells, before: store.ReportRow, reason: string): TypedCells {
  const { findings } = fill(work, typed, before.explanations);
  const asking = findings.filter(({ rule }) => rule === 'report/jump' || rule === 'report/unit-slip');
  return { ...before.explanations, ...Object.fromEntries(asking.map(({ cell }) => [cell, reason])) };
}

const added = (before: TypedCells, after: TypedCells): ReportEvent['cells'] =>
  Object.entries(after).flatMap(([address, to]) =>
    before[address] === to
      ? []
      : [{ kind: 'explanation' as const, address, from: before[address] ?? null, to, reason: null }],
  );

/** The report, and all others of the same unit and year, which may continue or repeat its figures; locked in one order. */
async function lockedYear(context: Writing, { reportId, revision }: Correction, shelf: FormShelf) {
  const { db, actor } = context;
  const seen = await loaded(context, reportId);
  const subject = subjectUnit(seen.unitPath);
  const unitPaths = [...new Set([seen.unitPath, subject])];
  const ids = await store.listNumbers(db, actor.scope, unitPaths, seen.period.slice(0, 4));
  const reports = await store.lockReports(db, actor.scope, [...new Set([reportId, ...ids])]);
  const report = reports.find((each) => each.reportId === reportId) as store.ReportRow;
  refuseStale(report, revision, labelOfReport(shelf)(report));
  return { report, others: reports.filter((each) => each.reportId !== reportId) };
}

/** 更正: the new figures count at once and are marked; every level passes the report anew. */
export async function correct(context: Writing, shelf: FormShelf, correction: Correction) {
  const { reason, changes } = correction;
  const { report: before, others } = await lockedYear(context, correction, shelf);
  stageAfter(before.stage, 'correct');
  const place = await placeOfReport(context, shelf, before);
  const work = await loadWork(context, shelf, { ...place, report: before });
  refuseUnfillable(work, { changes, explanations: [] });
  const { cells: typed, written: typedCells, conflicts } = mergeCells(before.typed, changes);
  refuseCells(
    conflicts.map(({ address, is }) => ({
      zh: `“${address}”现为“${is ?? '空'}”，与您看到的不同`,
      en: `“${address}” is “${is ?? 'blank'}” now, not what you saw`,
    })),
  );
  if (typedCells.length === 0) refuseCells([{ zh: '没有改动', en: 'nothing was changed' }]);
  const explanations = explainedBy(work, typed, before, reason);
  const is = fill(work, typed, explanations);
  refuseErrors(is.findings);
  const written = await observe(context, work, { ...before, typed }, is, reason);
  const cells: ReportEvent['cells'] = [
    ...typedCells.map((change) => ({ kind: 'typed' as const, ...change, reason })),
    ...added(before.explanations, explanations),
    ...followed(written, work, work.own, is.figures, reason),
  ];
  const after = await record(
    context,
    before,
    'correct',
    {
      typed,
      explanations,
      standsAt: firstLevel(place),
      passed: [],
      corrected: marked(before.corrected, [...typedCells.map(({ address }) => address), ...written]),
    },
    { reason, cells },
  );
  return { summary: await summarise(context, place, after), touched: await followUp(context, shelf, after, others) };
}
