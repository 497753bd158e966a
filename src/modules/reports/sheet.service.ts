import type { Period } from '../../core/period.ts';
import { Problem } from '../../core/problem.ts';
import { maySpeakFor } from '../indicators/observation.ts';
import type { Unit } from '../people/unit.ts';
import type { CellFinding } from './check-report.ts';
import type { Form } from './form.ts';
import { lastEnded } from './known.ts';
import { listLeaves } from './leave.store.ts';
import type { Finding } from './operations.ts';
import {
  type FormShelf,
  type Reading,
  refuseOtherKind,
  summaryOfForm,
  unitAt,
  unitsAround,
} from './prefill.service.ts';
import { actionsOf, levelsOf } from './review.ts';
import { lineageOf, summaryOf } from './sheet.ts';
import * as store from './submission.store.ts';
import type { ReportSummary } from './submission.ts';
import type { ReportSheet } from './submission-operations.ts';
import { shownCells } from './typed.ts';
import { type Filled, fill, loadWork, type Work } from './work.service.ts';

export interface PlaceInput {
  readonly formId: string;
  readonly unitPath?: string | undefined;
  readonly period?: Period | undefined;
}

export interface FoundPlace {
  readonly form: Form;
  readonly unit: Unit;
  readonly period: Period;
  readonly units: ReadonlyMap<string, Unit>;
  /** The unit, and those of its departments that may have reported for it. */
  readonly unitPaths: readonly string[];
}

/** Whose report is meant; a department’s stands for its government where that has none of its own. */
export async function findPlace(context: Reading, shelf: FormShelf, input: PlaceInput): Promise<FoundPlace> {
  const form = shelf.formOf(input.formId);
  const period = input.period ?? lastEnded(form.period, context.today);
  refuseOtherKind(form, period);
  const units = await unitsAround(context);
  const unit = unitAt(context, units, input.unitPath ?? context.actor.unitPath);
  const departments = [...units.keys()].filter((path) => path !== unit.unitPath && maySpeakFor(path, unit.unitPath));
  return { form, unit, period, units, unitPaths: [unit.unitPath, ...departments] };
}

/** The same of a report that exists. */
export async function placeOfReport(context: Reading, shelf: FormShelf, report: store.ReportHead | store.ReportRow) {
  const units = await unitsAround(context);
  const unit = unitAt(context, units, report.unitPath);
  return { form: shelf.formOf(report.formId, report.edition), unit, period: report.period, units };
}

export const nameIn =
  (units: ReadonlyMap<string, Unit>) =>
  (path: string): string =>
    units.get(path)?.name ?? path;

export async function summarise(
  { db, actor, today }: Reading,
  { form, unit, period, units }: Pick<FoundPlace, 'form' | 'unit' | 'period' | 'units'>,
  report: store.ReportRow | null,
): Promise<ReportSummary> {
  const { unitPath } = unit;
  const leaves = await listLeaves(db, actor.scope, [{ formId: form.id, period }]);
  const openUntil = leaves.find((leave) => leave.unitPath === unitPath)?.openUntil ?? null;
  const head = report === null ? null : store.headOf(report);
  return summaryOf({ form, unitPath, period, head, openUntil, today, nameOf: nameIn(units) });
}

export const findingsOf = (findings: readonly CellFinding[]): Finding[] =>
  findings.map((finding) => ({ ...finding, place: null }));

function computedCells({ cells }: Work, { figures }: Filled): Record<string, string> {
  const isComputed = (address: string): boolean => cells.get(address)?.field.derived !== undefined;
  return shownCells(new Map([...figures].filter(([address]) => isComputed(address))));
}

/** Known from elsewhere: what was typed here stands for itself, unless it was given elsewhere since. */
const isShown = ({ fixed, report }: Work, address: string): boolean =>
  fixed.has(address) || report?.typed[address] === undefined;

function lineage(work: Work, shelf: FormShelf, nameOf: (path: string) => string): ReportSheet['lineage'] {
  const labelOf = (id: string) => shelf.newest.get(id)?.label ?? { zh: id, en: id };
  const shown = [...work.sources].filter(([address]) => isShown(work, address));
  return shown.map(([address, source]) => ({
    address,
    ...lineageOf(source, labelOf, nameOf(source.unitPath)),
    isFixed: work.fixed.has(address),
  }));
}

function levelsPassed(
  { form, unit, units }: Pick<FoundPlace, 'form' | 'unit' | 'units'>,
  report: store.ReportRow | null,
  nameOf: (path: string) => string,
): ReportSheet['levels'] {
  const passed = new Map((report?.passed ?? []).map((pass) => [pass.unitPath, pass]));
  return levelsOf(form, unit.unitPath, [...units.values()]).map((unitPath) => ({
    unitPath,
    name: nameOf(unitPath),
    passedAt: passed.get(unitPath)?.at ?? null,
    passedBy: passed.get(unitPath)?.by ?? null,
  }));
}

/** Everything that the page of a report shows. */
export async function sheetOf(
  context: Reading,
  shelf: FormShelf,
  place: Pick<FoundPlace, 'form' | 'unit' | 'period' | 'units'>,
  report: store.ReportRow | null,
): Promise<ReportSheet> {
  const work = await loadWork(context, shelf, { ...place, report });
  const typed = report?.typed ?? {};
  const explanations = report?.explanations ?? {};
  const filled = fill(work, typed, explanations);
  const nameOf = nameIn(place.units);
  const rows = Object.entries(work.rows).map(([list, each]) => [
    list,
    each.map(({ id, key, given }) => ({ id, key, given: { ...given } })),
  ]);
  return {
    summary: await summarise(context, place, report),
    form: place.form,
    formSummary: summaryOfForm(place.form, context.today),
    rows: Object.fromEntries(rows),
    typed: { ...typed },
    known: shownCells(new Map([...work.known].filter(([address]) => isShown(work, address)))),
    computed: computedCells(work, filled),
    lastPeriod: shownCells(work.lastPeriod),
    lastYear: shownCells(work.lastYear),
    explanations: { ...explanations },
    lineage: lineage(work, shelf, nameOf),
    others: Object.fromEntries([...work.others].map(([id, figures]) => [id, shownCells(figures)])),
    findings: findingsOf(filled.findings),
    returned: [...(report?.returned ?? [])],
    corrected: [...(report?.corrected ?? [])],
    levels: levelsPassed(place, report, nameOf),
    actions: actionsOf(context.actor, report),
    events: report === null ? [] : await store.listEvents(context.db, report),
  };
}

export function refuseCells(issues: readonly { readonly zh: string; readonly en: string }[]): void {
  if (issues.length === 0) return;
  const first = issues.slice(0, 5);
  throw new Problem('report-cells', {
    count: issues.length,
    issues: first.map(({ zh }) => zh).join('；'),
    issuesEn: first.map(({ en }) => en).join('; '),
  });
}
