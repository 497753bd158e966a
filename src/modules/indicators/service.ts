import { Decimal } from 'decimal.js';
import type * as z from 'zod';
import type { Reader, Writer } from '../../core/database.ts';
import { type Context, implement, type Service } from '../../core/implement.ts';
import { isMissing, missing, type Value } from '../../core/missing.ts';
import { type Period, yearOf } from '../../core/period.ts';
import { Problem } from '../../core/problem.ts';
import { isWithin } from '../people/unit.ts';
import { catalog, indicatorById } from './catalog/index.ts';
import { dueShare, type Figure, figureOf, lookupIn, periodsBehind } from './figures.ts';
import { addFromMonths, followMonths, recomputeWith } from './from-months.store.ts';
import { orHeldUnseen, refuseHeld } from './held.service.ts';
import { importFile } from './import.service.ts';
import { type ImportRefusal, importRefusals } from './import-rows.ts';
import { type Indicator, readTyped, shownIn } from './indicator.ts';
import { isApproved, isCorrected, maySpeakFor, type Observation } from './observation.ts';
import { indicatorOperations, type Shown } from './operations.ts';
import { listRollups, lockMonths, lockRollups, recompute, type Weights } from './rollup.store.ts';
import { periodsOfRollup, rollupFigures, weighted, withParts } from './rollups.ts';
import * as store from './store.ts';

type Reading = Context<Reader>;
type Writing = Context<Writer>;

const weights: Weights = { indicators: weighted.map(({ id }) => id), by: weighted.map(({ weight }) => weight ?? '') };

const publicOf = ({ tenantId: _, ...observation }: store.ObservationRow): Observation => observation;

function indicatorOf(id: string): Indicator {
  const found = indicatorById.get(id);
  if (found === undefined) throw new Problem('not-found', { kind: '指标 indicator', id });
  return found;
}

/** Asked before the database, which would refuse it too: a figure outside of the scope is neither read nor written. */
function refuseOutside({ scope }: Context['actor'], unitPath: string): void {
  if (!isWithin(scope, unitPath)) throw new Problem('not-found', { kind: '单位 unit', id: unitPath });
}

type Subject = Pick<Observation, 'unitPath' | 'subjectKind' | 'subjectId'>;

function subjectOf(
  { actor }: Pick<Reading, 'actor'>,
  given: { unitPath?: string | undefined; subjectKind: Observation['subjectKind']; subjectId?: string | undefined },
): Subject {
  const unitPath = given.unitPath ?? actor.unitPath;
  refuseOutside(actor, unitPath);
  const subjectId = given.subjectId ?? (given.subjectKind === 'unit' ? unitPath : undefined);
  if (subjectId === undefined || (given.subjectKind === 'unit' && !maySpeakFor(unitPath, subjectId)))
    throw new Problem('figures-refused', { count: 1, issues: importRefusals.subject.zh });
  return { unitPath, subjectKind: given.subjectKind, subjectId };
}

async function loadTenant({ db }: Reading, { unitPath }: Subject): Promise<string> {
  const tenantId = await store.findTenant(db, unitPath);
  if (tenantId === null) throw new Problem('not-found', { kind: '数据归属单位 owner of data', id: unitPath });
  return tenantId;
}

const refusalWords = { number: 'number', empty: 'empty', unit: 'measure' } as const;

/** The value of what was typed, as a row keeps it. */
function readFigure(indicator: Indicator, scenario: string, typed: string, unit: string) {
  const refuse = (why: ImportRefusal) => {
    const { zh, en } = importRefusals[why];
    const { label } = indicator;
    return new Problem('figures-refused', {
      count: 1,
      issues: `${label.zh} “${typed} ${unit}”：${zh} (${label.en}: ${en})`,
    });
  };
  if (indicator.aggregation === 'ratio' && scenario === 'actual') throw refuse('derived');
  const read = readTyped(indicator, typed, unit);
  if ('refused' in read) throw refuse(refusalWords[read.refused]);
  return 'hole' in read
    ? { value: null, missing: read.hole, typed, typedUnit: unit }
    : { value: read.value.toFixed(), missing: null, typed, typedUnit: unit };
}

function refuseStale(existing: store.ObservationRow | undefined, revision: number | undefined, name: string): void {
  if (revision === undefined || (existing?.revision ?? 0) === revision) return;
  throw new Problem('changed-meanwhile', { name, actor: existing?.by ?? '', revision: existing?.revision ?? 0 });
}

type RecordInput = z.output<(typeof indicatorOperations)['observations.record']['input']>;

async function record(context: Writing, input: RecordInput): Promise<{ observations: Observation[] }> {
  const { db, actor, now, audit, finish } = context;
  const { period, scenario, status, provenance, industry = null, values } = input;
  const place = subjectOf(context, input);
  const [tenantId, existing] = await Promise.all([
    loadTenant(context, place),
    store.listOfSubject(db, actor.scope, place, [period]),
  ]);
  const subject = { ...place, tenantId };
  const written: store.ObservationRow[] = [];
  const fresh: store.ObservationRow[] = [];
  for (const { indicatorId, typed, revision, ...rest } of values) {
    const indicator = indicatorOf(indicatorId);
    const accumulation = rest.accumulation ?? indicator.accumulation;
    const isIt = (row: store.ObservationRow) =>
      row.indicatorId === indicatorId && row.accumulation === accumulation && row.scenario === scenario;
    const before = existing.find(isIt);
    if (written.some(isIt)) throw new Problem('figures-refused', { count: 1, issues: importRefusals.repeated.zh });
    refuseStale(before, revision, indicator.label.zh);
    await refuseHeld(context, before, { ...place, name: indicator.label.zh, period });
    if (before !== undefined && isApproved(before.status))
      throw new Problem('figure-approved', { name: indicator.label.zh, period });
    const figure = readFigure(indicator, scenario, typed, rest.unit ?? indicator.unit);
    const approval = { approvedRevision: null, approvedAt: null, approvedBy: null };
    const key = { ...subject, indicatorId, period, accumulation, scenario };
    const about = { industry, status, provenance, at: now, by: actor.name };
    const after = { ...key, ...figure, ...approval, ...about, revision: (before?.revision ?? 0) + 1 };
    written.push(after);
    if (before === undefined) fresh.push(after);
    else finish(store.replaceObservation(db, before, after, { reason: null, at: now, by: actor.name }));
    const brief = before && { value: before.value, missing: before.missing, revision: before.revision };
    audit('observation', `${subject.subjectId} ${indicatorId} ${period}`, brief ?? null, figure);
  }
  const names = fresh.map(({ indicatorId }) => indicatorOf(indicatorId).label.zh);
  finish(
    store.addObservations(db, fresh).catch((error: unknown) => {
      throw orHeldUnseen(error, names, period);
    }),
  );
  return { observations: written.map(publicOf) };
}

const shown = (indicator: Indicator, value: Value): Shown =>
  isMissing(value)
    ? { value: null, missing: value.missing, because: [...(value.because ?? [])] }
    : { value: shownIn(indicator, value), missing: null, because: [] };
const share = (value: Value): Shown =>
  isMissing(value)
    ? { value: null, missing: value.missing, because: [...(value.because ?? [])] }
    : { value: value.toDecimalPlaces(6).toFixed(), missing: null, because: [] };

const shownFigure = (indicator: Indicator, figure: Figure) => ({
  single: shown(indicator, figure.single),
  cumulative: shown(indicator, figure.cumulative),
  plan: shown(indicator, figure.plan),
  yearOnYear: share(figure.yearOnYear),
  onPrevious: share(figure.onPrevious),
  completion: share(figure.completion),
  ahead: share(figure.ahead),
});

const valueOfRow = ({ value, missing: hole }: Observation): Value =>
  value === null ? missing(hole ?? 'not-reported') : new Decimal(value);

/** Everything observed of a subject in a period, and every ratio whose parts are there. */
function figuresOf(rows: readonly Observation[], period: Period) {
  const lookup = lookupIn(rows.map((row) => ({ ...row, value: valueOfRow(row) })));
  const due = new Set([period, String(yearOf(period))]);
  const here = new Set(rows.filter((row) => due.has(row.period)).map(({ indicatorId }) => indicatorId));
  const stands = ({ id, above, below }: Indicator) =>
    here.has(id) || (above !== undefined && below !== undefined && here.has(above) && here.has(below));
  return catalog.filter(stands).map((indicator) => {
    const own = rows.filter(
      (row) => row.indicatorId === indicator.id && row.period === period && row.scenario === 'actual',
    );
    const main = own.find(({ accumulation }) => accumulation === indicator.accumulation) ?? own[0];
    return {
      indicatorId: indicator.id,
      accumulation: main?.accumulation ?? indicator.accumulation,
      status: main?.status ?? null,
      isCorrected: own.some(isCorrected),
      isDerived: main === undefined,
      ...shownFigure(indicator, figureOf(indicator, period, lookup)),
    };
  });
}

async function approve(
  { db, actor, now, audit }: Writing,
  input: z.output<(typeof indicatorOperations)['observations.approve']['input']>,
) {
  const { unitPath, period, below, status } = input;
  refuseOutside(actor, unitPath);
  const tenantIds = await store.listTenants(db, unitPath);
  await lockMonths(db, tenantIds, period);
  const approval = { tenantIds, unitPath, below, period, status, at: now, by: actor.name };
  const changed = await store.approve(db, approval);
  if (changed.length === 0) {
    const isInReports = status === 'approved' && (await store.hasInReports(db, approval));
    throw new Problem(isInReports ? 'figures-in-reports' : 'nothing-to-approve', { unit: unitPath, period });
  }
  const units = changed.map((each) => each.unitPath);
  // What is published was approved before, and the roll-ups hold it already.
  if (status === 'approved') {
    const about = { tenantIds, unitPaths: units, period };
    await recomputeWith(db, weights, about, await addFromMonths(db, { ...about, at: now, by: actor.name }));
  }
  const approved = changed.reduce((sum, { count }) => sum + count, 0);
  audit('observations', `${unitPath} ${period}`, null, { status, approved, units: units.length });
  return { approved, units };
}

async function correct(
  context: Writing,
  input: z.output<(typeof indicatorOperations)['observations.correct']['input']>,
): Promise<Observation> {
  const { db, actor, now, audit } = context;
  const { indicatorId, period, scenario, typed, unit, reason, revision } = input;
  const indicator = indicatorOf(indicatorId);
  const place = subjectOf(context, input);
  const subject = { ...place, tenantId: await loadTenant(context, place) };
  const accumulation = input.accumulation ?? indicator.accumulation;
  await lockMonths(db, [subject.tenantId], period);
  const key = { ...subject, indicatorId, period, accumulation, scenario };
  const before = await store.findObservation(db, key);
  if (before === undefined || !isApproved(before.status))
    throw new Problem('not-found', {
      kind: '已审定的数 approved figure',
      id: `${subject.subjectId} ${indicatorId} ${period}`,
    });
  if (before.provenance.kind === 'form')
    throw new Problem('figure-in-report', {
      name: indicator.label.zh,
      period,
      report: `/reports/show?reportId=${before.provenance.submission}`,
    });
  refuseStale(before, revision, indicator.label.zh);
  const figure = readFigure(indicator, scenario, typed, unit ?? indicator.unit);
  const provenance = { kind: 'typed' } as const;
  const after = { ...before, ...figure, provenance, revision: before.revision + 1, at: now, by: actor.name };
  await store.replaceObservation(db, before, after, { reason, at: now, by: actor.name });
  const touched = accumulation === 'single' ? await followMonths(db, before, { reason, at: now, by: actor.name }) : [];
  const about = { tenantIds: [subject.tenantId], unitPaths: [before.unitPath], period };
  await recomputeWith(db, weights, about, touched);
  const brief = { value: before.value, missing: before.missing, revision: before.revision };
  audit('observation', `${subject.subjectId} ${indicatorId} ${period}`, brief, { ...figure, reason });
  return publicOf(after);
}

const cursorText = (cursor: readonly string[]): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');
function readCursor(text: string | undefined): readonly string[] | null {
  if (text === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (
      Array.isArray(parsed) &&
      parsed.length === 7 &&
      parsed.every((part) => typeof part === 'string') &&
      /^\d{1,18}$/.test(String(parsed[0]))
    )
      return parsed;
  } catch {
    // Falls through to the one refusal.
  }
  throw new Problem('invalid-input', { count: 1, issues: 'cursor: 不是本系统给出的翻页标记 (not a cursor of ours)' });
}

const levelsOf = (path: string): number => path.split('.').length;

async function showRollups(
  { db, actor }: Reading,
  input: z.output<(typeof indicatorOperations)['rollups.show']['input']>,
) {
  const { period, depth, subjectKind, industry = '', indicatorId } = input;
  const unitPath = input.unitPath ?? actor.unitPath;
  refuseOutside(actor, unitPath);
  const wanted = indicatorId === undefined ? catalog : [indicatorOf(indicatorId)];
  const sums = await listRollups(db, {
    unitPath,
    depth: levelsOf(unitPath) + depth,
    periods: periodsOfRollup(period),
    subjectKind,
    industry,
    indicatorIds: indicatorId === undefined ? null : wanted.flatMap(withParts),
  });
  const levels = [...new Set(sums.map(({ level }) => level))].sort((a, b) => a - b);
  // Of units the highest: the sum of a city’s counties rather than of the counties and their zones together.
  const level = input.level ?? levels[0] ?? 0;
  const own = sums.filter((sum) => sum.level === level);
  const rows = rollupFigures(own, period, wanted).map(
    ({ unitPath: path, indicator, known, holes, rank, rankChange, ...figure }) => ({
      unitPath: path,
      indicatorId: indicator.id,
      ...shownFigure(indicator, figure),
      known,
      holes,
      rank,
      rankChange,
    }),
  );
  return { level, levels, rows };
}

export const indicatorService: Service = implement(indicatorOperations, {
  'indicators.list': async (_, { search, theme }) => {
    const wanted = search?.trim().toLowerCase() ?? '';
    const meets = ({ id, label, aliases }: Indicator) =>
      [id, label.zh, label.en, ...aliases].some((text) => text.toLowerCase().includes(wanted));
    return {
      indicators: catalog.filter((each) => meets(each) && (theme === undefined || each.id.startsWith(`${theme}.`))),
    };
  },

  'indicators.show': async (_, { indicatorId }) => {
    const indicator = indicatorOf(indicatorId);
    const { above, below, weight } = indicator;
    return {
      indicator,
      parts: [above, below, weight].flatMap((id) => indicatorById.get(id ?? '') ?? []),
      usedBy: catalog.filter((each) => [each.above, each.below, each.weight].includes(indicatorId)),
    };
  },

  'observations.record': record,

  'observations.list': async ({ db, actor }, { cursor, limit, ...filter }) => {
    const unitPath = filter.unitPath ?? actor.unitPath;
    refuseOutside(actor, unitPath);
    const after = readCursor(cursor);
    const rows = await store.listObservations(db, { ...filter, unitPath, after, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const next = rows.length > limit && last !== undefined ? cursorText(store.cursorOf(last)) : null;
    return { observations: page.map(publicOf), next };
  },

  'observations.show': async (context, input) => {
    const indicator = indicatorOf(input.indicatorId);
    const subject = subjectOf(context, input);
    const accumulation = input.accumulation ?? indicator.accumulation;
    const { indicatorId, period, scenario } = input;
    const key = { ...subject, indicatorId, period, accumulation, scenario };
    const [observation, history] = await Promise.all([
      store.findObservation(context.db, key),
      store.listRevisions(context.db, key),
    ]);
    if (observation === undefined)
      throw new Problem('not-found', {
        kind: '观测值 observation',
        id: `${subject.subjectId} ${indicatorId} ${period}`,
      });
    return { observation: publicOf(observation), history };
  },

  'observations.figures': async (context, input) => {
    const subject = subjectOf(context, input);
    const rows = await store.listOfSubject(context.db, context.actor.scope, subject, periodsBehind(input.period));
    return {
      unitPath: subject.unitPath,
      due: share(dueShare(input.period)),
      figures: figuresOf(rows, input.period),
    };
  },

  'observations.approve': approve,
  'observations.correct': correct,
  'observations.import': importFile,
  'rollups.show': showRollups,

  'rollups.rebuild': async ({ db, actor, audit }, { unitPath = actor.unitPath, period }) => {
    refuseOutside(actor, unitPath);
    const tenantIds = await store.listTenants(db, unitPath);
    await lockRollups(db);
    const rows = await recompute(db, weights, { tenantIds, unitPaths: null, under: unitPath, period: period ?? null });
    audit('rollups', `${unitPath} ${period ?? ''}`, null, { rows });
    return { rows };
  },
});
