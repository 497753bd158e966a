import type { Period } from '../../core/period.ts';
import { kindOfPeriod, monthsOf, type PeriodKind, periodsOfYear, yearOf } from '../../core/period.ts';
import { indicatorById } from '../indicators/catalog/index.ts';
import type { Observation } from '../indicators/observation.ts';
import { isApproved } from '../indicators/observation.ts';
import type { Unit } from '../people/unit.ts';
import { type Beside, type CellFinding, checkReport } from './check-report.ts';
import { type Form, fieldOfTerm, isAsked } from './form.ts';
import { figuresFrom, type KnownRow, periodsBeside } from './known.ts';
import { placeOf, subjectUnit } from './observe.ts';
import { type FormShelf, figuresBeside, type Reading, rowsOfForm } from './prefill.service.ts';
import { type Address, type Cell, type Content, cellsOf, completed, type Figures, noFigures } from './report.ts';
import type { ReportRow } from './submission.store.ts';
import { readTypedCells, type TypedCells, type TypedReading } from './typed.ts';

/** A report with everything that stands around it, loaded once for an action. */
export interface Work {
  readonly form: Form;
  readonly unit: Unit;
  readonly period: Period;
  readonly report: ReportRow | null;
  readonly rows: Readonly<Record<string, readonly KnownRow[]>>;
  readonly cells: ReadonlyMap<Address, Cell>;
  /** Asked cells whose figure is there already, and where each comes from. */
  readonly known: Figures;
  readonly sources: ReadonlyMap<Address, Observation>;
  /** Of those, cells that are changed only where they were given. */
  readonly fixed: ReadonlySet<Address>;
  /** What the report itself has given so far. */
  readonly own: Figures;
  readonly lastPeriod: Figures;
  readonly lastYear: Figures;
  readonly others: ReadonlyMap<string, Figures>;
}

/** The period of a kind that ends with this one: a year’s relations speak of its fourth quarter. */
const periodEndingWith = (period: Period, kind: PeriodKind): Period | null =>
  kindOfPeriod(period) === kind
    ? period
    : (periodsOfYear(yearOf(period), kind).find((each) => monthsOf(each)[1] === monthsOf(period)[1]) ?? null);

const periodKinds: readonly PeriodKind[] = ['month', 'quarter', 'half', 'year'];

/** Periods of other kinds that end with this one, the longest last. */
const endingTogether = (period: Period): readonly Period[] =>
  periodKinds.flatMap((kind) => periodEndingWith(period, kind) ?? []).filter((each) => each !== period);

/** Since January to the same end is one figure, in whatever period it was asked; so is what stood at that end. */
const isSameFigure = ({ accumulation, indicatorId, scenario }: Observation): boolean =>
  scenario === 'actual' && (accumulation === 'cumulative' || indicatorById.get(indicatorId)?.aggregation === 'last');

/** Other forms that the relations of a form speak of, each with its period. */
function otherForms(form: Form, period: Period, shelf: FormShelf): { form: Form; period: Period }[] {
  const ids = new Set(
    form.relations
      .flatMap(({ left, right }) => [...left, ...right])
      .map(fieldOfTerm)
      .flatMap((name) => (name.includes(':') ? [name.slice(0, name.indexOf(':'))] : [])),
  );
  return [...ids].flatMap((id) => {
    const other = shelf.newest.get(id);
    const of = other === undefined ? null : periodEndingWith(period, other.period);
    return other === undefined || of === null ? [] : [{ form: other, period: of }];
  });
}

const isOwn = ({ provenance }: Observation, report: ReportRow | null): boolean =>
  provenance.kind === 'form' && provenance.submission === report?.reportId;

/** On its way or approved elsewhere: shown here, changed there. */
const isFixed = ({ provenance, status }: Observation): boolean =>
  isApproved(status) || (provenance.kind === 'form' && status === 'submitted');

/** What drafts of another period say is not known yet. */
const isGiven = ({ status }: Observation): boolean => status !== 'draft';

const keyOf = (kind: string, id: string, indicator: string, accumulation: string, scenario: string): string =>
  [kind, id, indicator, accumulation, scenario].join(' ');

/** The observation behind each asked cell that somebody else gave. */
function sourcesOf(cells: Iterable<Cell>, unitPath: string, observations: readonly Observation[]) {
  const byKey = new Map(
    observations.map((each) => [
      keyOf(each.subjectKind, each.subjectId, each.indicatorId, each.accumulation, each.scenario),
      each,
    ]),
  );
  const sources = new Map<Address, Observation>();
  for (const cell of cells) {
    const place = isAsked(cell.field) ? placeOf(cell, unitPath) : null;
    if (place === null) continue;
    const key = keyOf(place.subjectKind, place.subjectId, place.indicator.id, place.accumulation, place.scenario);
    const source = byKey.get(key);
    // A hole that nobody gave a reason for is no figure.
    if (source !== undefined && !(source.value === null && source.missing === 'not-reported'))
      sources.set(cell.address, source);
  }
  return sources;
}

export interface Place {
  readonly form: Form;
  readonly unit: Unit;
  readonly period: Period;
  readonly report: ReportRow | null;
}

export async function loadWork(context: Reading, shelf: FormShelf, place: Place): Promise<Work> {
  const { form, unit, period, report } = place;
  const { unitPath } = unit;
  const rows = report?.rows ?? (await rowsOfForm(context, form, unitPath, period));
  const { lastPeriod, lastYear } = periodsBeside(period);
  const others = otherForms(form, period, shelf);
  const together = endingTogether(period);
  const periods = [period, lastPeriod, lastYear, ...others.map((other) => other.period), ...together];
  const at = await figuresBeside(context, [form, ...others.map((other) => other.form)], unitPath, periods);
  const subject = subjectUnit(unitPath);
  const from = (of: Period) => figuresFrom(form, rows, at(of), indicatorById, subject);
  const cells = new Map(cellsOf(form, rows).map((cell) => [cell.address, cell]));
  const { own = [], foreign = [] } = Object.groupBy(at(period), (each) => (isOwn(each, report) ? 'own' : 'foreign'));
  const elsewhere = together.flatMap((each) => at(each).filter((seen) => isSameFigure(seen) && isGiven(seen)));
  // A figure of the period itself holds over one of a shorter period with the same end.
  const seen = [...elsewhere, ...foreign];
  const sources = sourcesOf(cells.values(), unitPath, seen);
  const here = figuresFrom(form, rows, seen, indicatorById, subject);
  return {
    ...place,
    rows,
    cells,
    known: new Map([...here].filter(([address]) => sources.has(address))),
    sources,
    fixed: new Set(
      [...sources].flatMap(([address, source]) => (source.period === period && isFixed(source) ? [address] : [])),
    ),
    own: figuresFrom(form, rows, own, indicatorById, subject),
    lastPeriod: from(lastPeriod),
    lastYear: form.period === 'year' ? noFigures : from(lastYear),
    others: new Map(
      others.map((other) => [
        other.form.id,
        figuresFrom({ ...other.form, lists: [] }, {}, at(other.period), indicatorById, subject),
      ]),
    ),
  };
}

export interface Filled {
  readonly reading: TypedReading;
  /** What was typed and what is known, without what follows. */
  readonly asked: Figures;
  /** All of them. */
  readonly figures: Figures;
  readonly findings: readonly CellFinding[];
}

/** The figures of a report with what was typed into it; what was given elsewhere holds over what was typed before that. */
export function fill(work: Work, typed: TypedCells, explanations: TypedCells): Filled {
  const { form, rows, period, known, fixed, lastPeriod, lastYear, others } = work;
  const reading = readTypedCells(form, rows, typed);
  const asked = new Map<Address, Content>([
    ...known,
    ...[...reading.figures].filter(([address]) => !fixed.has(address)),
  ]);
  for (const address of reading.unread) if (!fixed.has(address)) asked.delete(address);
  const report = { period, rows, figures: asked };
  const beside: Beside = { lastPeriod, lastYear, others, explanations: new Map(Object.entries(explanations)) };
  const checked = checkReport(form, report, beside).filter(
    ({ rule, cell }) => !(rule === 'report/missing' && reading.unread.has(cell)),
  );
  const findings = [...reading.findings.filter(({ cell }) => !fixed.has(cell)), ...checked];
  return { reading, asked, figures: completed(form, report, lastPeriod), findings };
}
