import type { Label } from '../../core/text.ts';
import type { Observation } from '../indicators/observation.ts';
import { dueOn } from './deadline.ts';
import type { Form } from './form.ts';
import type { ReportHead } from './submission.store.ts';
import type { ReportStage, ReportSummary } from './submission.ts';

/** The day where the users are; the instants that are kept are UTC, and all of China keeps one time. */
export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

interface Subject {
  readonly form: Form;
  readonly unitPath: string;
  readonly period: string;
  readonly head: ReportHead | null;
  /** Leave to be late, if it was granted. */
  readonly openUntil: string | null;
  readonly today: string;
  readonly nameOf: (unitPath: string) => string;
}

const waiting: ReadonlySet<ReportStage> = new Set(['draft', 'returned']);

/** Late: not submitted though its day has passed, or submitted after it. */
function isLate(head: ReportHead | null, openUntil: string, today: string): boolean {
  if (head?.submittedAt != null) return dayOf(head.submittedAt) > openUntil;
  return (head === null || waiting.has(head.stage)) && today > openUntil;
}

export function summaryOf({ form, unitPath, period, head, openUntil, today, nameOf }: Subject): ReportSummary {
  const due = dueOn(form, period);
  const until = openUntil !== null && openUntil > due ? openUntil : due;
  return {
    reportId: head?.reportId ?? null,
    formId: form.id,
    edition: head?.edition ?? form.edition,
    formLabel: form.label,
    unitPath,
    unitName: nameOf(unitPath),
    period,
    stage: head?.stage ?? null,
    standsAt: head?.standsAt ?? null,
    standsAtName: head?.standsAt == null ? null : nameOf(head.standsAt),
    dueOn: due,
    openUntil: until,
    isLate: isLate(head, until, today),
    submittedAt: head?.submittedAt ?? null,
    returnedCells: head?.returnedCells ?? 0,
    correctedCells: head?.correctedCells ?? 0,
    enteredFor: head?.enteredFor ?? false,
    revision: head?.revision ?? 0,
  };
}

type LineageKind = 'other-form' | 'import' | 'document' | 'earlier' | 'invented';

/** Where a figure comes from, in words. */
export function lineageOf(
  { provenance, period }: Pick<Observation, 'provenance' | 'period'>,
  formLabel: (id: string) => Label,
  unitName: string,
): { kind: LineageKind; label: Label; reportId: string | null } {
  switch (provenance.kind) {
    case 'form': {
      const { zh, en } = formLabel(provenance.form);
      const label = { zh: `${zh} ${period}（${unitName}）`, en: `${en} ${period} (${unitName})` };
      return { kind: 'other-form', label, reportId: provenance.submission };
    }
    case 'import': {
      const { file, row } = provenance;
      return { kind: 'import', label: { zh: `${file} 第 ${row} 行`, en: `${file}, row ${row}` }, reportId: null };
    }
    case 'document':
      return {
        kind: 'document',
        label: { zh: `文件原句：${provenance.quote}`, en: `Document: ${provenance.quote}` },
        reportId: null,
      };
    case 'invented':
      return {
        kind: 'invented',
        label: { zh: '演示用虚构数据', en: 'Invented for the demonstration' },
        reportId: null,
      };
    default:
      return {
        kind: 'earlier',
        label: { zh: '此前在“数据”中填写', en: 'Recorded earlier among the figures' },
        reportId: null,
      };
  }
}
