import { monthsOf } from '../../core/period.ts';
import type { FormShelf, Reading } from './prefill.service.ts';
import { record, type Writing } from './record.service.ts';
import type { Figures } from './report.ts';
import { levelsOf } from './review.ts';
import { type FoundPlace, placeOfReport, summarise } from './sheet.service.ts';
import * as store from './submission.store.ts';
import type { ReportEvent, ReportSummary } from './submission.ts';
import { observe, reasonOfTaking } from './submit.service.ts';
import { shownText } from './typed.ts';
import { fill, loadWork, type Work } from './work.service.ts';

/** Cells that nobody typed and that are another now. */
export function followed(written: readonly string[], work: Work, before: Figures, after: Figures, reason: string) {
  const text = (figures: Figures, address: string) => {
    const content = figures.get(address);
    return content === undefined ? null : shownText(content);
  };
  return written
    .filter((address) => work.cells.get(address)?.field.derived !== undefined)
    .map((address) => ({
      kind: 'followed' as const,
      address,
      from: text(before, address),
      to: text(after, address),
      reason,
    }));
}

export const marked = (corrected: readonly string[], written: readonly string[]): readonly string[] => [
  ...new Set([...corrected, ...written]),
];

export const firstLevel = ({ form, unit, units }: Place): string | null =>
  levelsOf(form, unit.unitPath, [...units.values()])[0] ?? null;

type Place = Pick<FoundPlace, 'form' | 'unit' | 'period' | 'units'>;

const endOf = ({ period }: store.ReportRow): string => monthsOf(period)[1];
const hasFigures: ReadonlySet<string> = new Set(['submitted', 'accepted', 'locked', 'reopened']);

/** Cells that hold what was taken from one of some reports when this one was submitted, and still say so. */
async function retaken(
  context: Reading,
  work: Work,
  shelf: FormShelf,
  report: store.ReportRow,
  from: ReadonlySet<string>,
): Promise<ReportEvent['cells']> {
  const repeats = [...work.sources].filter(
    ([address, { provenance }]) =>
      !work.fixed.has(address) && provenance.kind === 'form' && from.has(provenance.submission),
  );
  if (repeats.length === 0) return [];
  const written = (await store.listEvents(context.db, report)).flatMap(({ cells }) => cells);
  return repeats.flatMap(([address]) => {
    const last = written.findLast((cell) => cell.kind === 'typed' && cell.address === address);
    const reason = reasonOfTaking(work, shelf, address);
    const content = work.known.get(address);
    if (last === undefined || last.reason !== reason || content === undefined) return [];
    const to = shownText(content);
    return last.to === to ? [] : [{ kind: 'typed' as const, address, from: last.to, to, reason }];
  });
}

/** 随之更正: later months run on from it, other forms repeat it. Each is computed anew, and reopened if it changed. */
export async function followUp(
  context: Writing,
  shelf: FormShelf,
  corrected: store.ReportRow,
  others: readonly store.ReportRow[],
): Promise<ReportSummary[]> {
  const touched: ReportSummary[] = [];
  const moved = new Set([corrected.reportId]);
  const { form, unit, period } = await placeOfReport(context, shelf, corrected);
  const reason = `随“${form.label.zh} ${period}（${unit.name}）”更正`;
  // In order of time, and of what ends together the year last: it repeats what its months say.
  const candidates = others
    .filter((each) => hasFigures.has(each.stage) && endOf(each) >= endOf(corrected))
    .toSorted((a, b) => endOf(a).localeCompare(endOf(b)) || b.period.length - a.period.length);
  for (const before of candidates) {
    const place = await placeOfReport(context, shelf, before);
    const work = await loadWork(context, shelf, { ...place, report: before });
    const taken = await retaken(context, work, shelf, before, moved);
    const typed = { ...before.typed, ...Object.fromEntries(taken.map(({ address, to }) => [address, to ?? ''])) };
    const filled = fill(work, typed, before.explanations);
    const written = await observe(context, work, { ...before, typed }, filled, reason);
    if (written.length === 0) continue;
    const cells = [...taken, ...followed(written, work, work.own, filled.figures, reason)];
    const change = { typed, standsAt: firstLevel(place), passed: [], corrected: marked(before.corrected, written) };
    const after = await record(context, before, 'follow', change, { reason, cells });
    moved.add(after.reportId);
    touched.push(await summarise(context, place, after));
  }
  return touched;
}
