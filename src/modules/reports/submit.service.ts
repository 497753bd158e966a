import { Problem } from '../../core/problem.ts';
import { submissionOperations as figureOperations } from '../indicators/submission-operations.ts';
import type { CellFinding } from './check-report.ts';
import { figuresToObserve } from './observe.ts';
import { type FormShelf, refuseExpired, refuseUnended } from './prefill.service.ts';
import { locked, record, type Writing } from './record.service.ts';
import { levelsOf, stageAfter } from './review.ts';
import { nameIn, placeOfReport, summarise } from './sheet.service.ts';
import { lineageOf } from './sheet.ts';
import type { ReportRow } from './submission.store.ts';
import type { ReportEvent, ReportSummary } from './submission.ts';
import { shownText, type TypedCells } from './typed.ts';
import { type Filled, fill, loadWork, type Work } from './work.service.ts';

interface Seen {
  readonly reportId: string;
  readonly revision: number;
}

export const labelOfReport =
  (shelf: FormShelf) =>
  ({ formId, unitPath, period }: ReportRow): string =>
    `${shelf.formOf(formId).label.zh} ${unitPath} ${period}`;

const mostSaid = 5;

export function refuseErrors(findings: readonly CellFinding[]): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const first = errors.slice(0, mostSaid);
  throw new Problem('report-not-ready', {
    count: errors.length,
    issues: first.map(({ cell, message }) => `${cell} ${message.zh}`).join('；'),
    issuesEn: first.map(({ cell, message }) => `${cell} ${message.en}`).join('; '),
  });
}

/** Why a cell holds what nobody typed into it: where its figure was taken from. */
export function reasonOfTaking(work: Work, shelf: FormShelf, address: string): string | null {
  const source = work.sources.get(address);
  const labelOf = (id: string) => shelf.newest.get(id)?.label ?? { zh: id, en: id };
  return source === undefined ? null : lineageOf(source, labelOf, work.unit.name).label.zh;
}

/** What a report takes over from elsewhere that nobody else answers for: from now on it is the report’s own. */
const adopted = (work: Work, shelf: FormShelf, typed: TypedCells): ReportEvent['cells'] =>
  [...work.known].flatMap(([address, content]) =>
    work.fixed.has(address) || address in typed
      ? []
      : [
          {
            kind: 'typed' as const,
            address,
            from: null,
            to: shownText(content),
            reason: reasonOfTaking(work, shelf, address),
          },
        ],
  );

/** Writes the figures of a report; the names of those that stand otherwise already. */
export async function observe(
  context: Writing,
  work: Work,
  report: Pick<ReportRow, 'reportId' | 'typed'>,
  { figures }: Filled,
  correction: string | null,
): Promise<readonly string[]> {
  const { form, unit, period, rows, fixed, cells } = work;
  const { unitPath } = unit;
  const { written, refused } = await context.tell(figureOperations['observations.submit'], {
    submission: report.reportId,
    form: form.id,
    unitPath,
    period,
    correction,
    figures: figuresToObserve({ form, unitPath, rows, typed: report.typed, figures, fixed }),
  });
  if (refused.length > 0) {
    const named = refused.slice(0, mostSaid).map(({ cell: address, unit: holder, by, since }) => {
      const cell = cells.get(address);
      const row = cell?.row?.given.name ?? '';
      return {
        zh: `${row}“${cell?.field.label.zh ?? address}”（${holder} ${by}，${since}）`,
        en: `${row} “${cell?.field.label.en ?? address}” (${holder}, ${by}, ${since})`,
      };
    });
    throw new Problem('report-given-elsewhere', {
      count: refused.length,
      issues: named.map(({ zh }) => zh).join('、'),
      issuesEn: named.map(({ en }) => en).join(', '),
    });
  }
  return written;
}

/** 报送: complete, without errors, on a form that is valid; its figures are written in the same transaction. */
export async function submit(context: Writing, shelf: FormShelf, seen: Seen): Promise<ReportSummary> {
  const before = await locked(context, seen, labelOfReport(shelf));
  stageAfter(before.stage, 'submit');
  const place = await placeOfReport(context, shelf, before);
  refuseExpired(place.form, context.today);
  refuseUnended(place.period, context.today);
  const work = await loadWork(context, shelf, { ...place, report: before });
  const taken = adopted(work, shelf, before.typed);
  const typed = { ...before.typed, ...Object.fromEntries(taken.map(({ address, to }) => [address, to ?? ''])) };
  const filled = fill(work, typed, before.explanations);
  refuseErrors(filled.findings);
  await observe(context, work, { ...before, typed }, filled, null);
  const [first = null] = levelsOf(place.form, before.unitPath, [...place.units.values()]);
  const after = await record(
    context,
    before,
    'submit',
    {
      typed,
      rows: work.rows,
      standsAt: first,
      returned: [],
      passed: [],
      submittedAt: before.submittedAt ?? context.now,
      submittedBy: context.actor.name,
    },
    { cells: taken },
  );
  return summarise(context, place, after);
}

/** 撤回: only while no level has passed it; its figures are drafts again. */
export async function withdraw(
  context: Writing,
  shelf: FormShelf,
  { reason, ...seen }: Seen & { readonly reason?: string | undefined },
): Promise<ReportSummary> {
  const before = await locked(context, seen, labelOfReport(shelf));
  stageAfter(before.stage, 'withdraw');
  const place = await placeOfReport(context, shelf, before);
  const last = before.passed.at(-1);
  if (last !== undefined) throw new Problem('report-passed', { unit: nameIn(place.units)(last.unitPath) });
  const { reportId, unitPath, period } = before;
  await context.tell(figureOperations['observations.release'], { submission: reportId, unitPath, period });
  const change = { standsAt: null, rows: null, submittedAt: null, submittedBy: null };
  const after = await record(context, before, 'withdraw', change, { reason: reason ?? null });
  return summarise(context, place, after);
}
