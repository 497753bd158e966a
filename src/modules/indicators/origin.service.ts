import { Decimal } from 'decimal.js';
import type * as z from 'zod';
import type { Reader } from '../../core/database.ts';
import { type Context, implement, type Service } from '../../core/implement.ts';
import { missing } from '../../core/missing.ts';
import { Problem } from '../../core/problem.ts';
import { isWithin } from '../people/unit.ts';
import { catalog, indicatorById } from './catalog/index.ts';
import { lookupIn } from './figures.ts';
import type { Indicator } from './indicator.ts';
import { type Observation, type SubjectKindId, subjectKinds } from './observation.ts';
import * as store from './origin.store.ts';
import { formulaOf, partsOf } from './origin.ts';
import { type Basis, originOperations, type RankedFigure } from './origin-operations.ts';
import { addedUp, basesOf, onBasis, rankedFigures, type SubjectSum } from './ranking.ts';
import { listRollups } from './rollup.store.ts';
import { periodsOfRollup, type Sum, valueOfSum, weighted, withParts } from './rollups.ts';
import { shown } from './shown.ts';
import { listTenants } from './store.ts';

type Reading = Context<Reader>;
type RankingInput = z.output<(typeof originOperations)['rollups.ranking']['input']>;
type OriginInput = z.output<(typeof originOperations)['rollups.origin']['input']>;

const weights = { indicators: weighted.map(({ id }) => id), by: weighted.map(({ weight }) => weight ?? '') };
const levelsOf = (path: string): number => path.split('.').length;
const isDepartment = (path: string): boolean => /(^|\.)d_[^.]*$/.test(path);

/** Every sum belongs to the whole set of parks; unit paths never look like this. */
const wholeSet = '*';

function indicatorOf(id: string): Indicator {
  const found = indicatorById.get(id);
  if (found === undefined) throw new Problem('not-found', { kind: '指标 indicator', id });
  return found;
}

function unitOf({ actor }: Reading, unitPath = actor.unitPath): string {
  if (!isWithin(actor.scope, unitPath)) throw new Problem('not-found', { kind: '单位 unit', id: unitPath });
  return unitPath;
}

type Extent = Pick<RankingInput, 'period' | 'by' | 'parkIds' | 'industry'> & { readonly unitPath: string };

/** Sums of the units at a depth, for every kind of subject. */
async function ofEveryKind(
  db: Reader,
  {
    indicatorIds,
    ...asked
  }: Omit<Parameters<typeof listRollups>[1], 'subjectKind' | 'industry' | 'indicatorIds'> & {
    readonly indicatorIds: readonly string[] | undefined;
  },
): Promise<SubjectSum[]> {
  const sums: SubjectSum[] = [];
  for (const subjectKind of Object.keys(subjectKinds) as SubjectKindId[]) {
    const rows = await listRollups(db, { ...asked, subjectKind, industry: '', indicatorIds: indicatorIds ?? null });
    sums.push(...rows.map(({ unitPath, ...row }) => ({ ...row, subjectId: unitPath, subjectKind })));
  }
  return sums;
}

/** Sums of what is compared: of the unit itself (or the whole set) and of those below (or each park). */
async function sumsOf({ db }: Reading, extent: Extent, indicatorIds?: readonly string[]) {
  const { unitPath, by, parkIds, industry, period } = extent;
  const asked = { unitPath, periods: periodsOfRollup(period), industry, indicatorIds };
  if (by === 'park') {
    const tenantIds = await listTenants(db, unitPath);
    const rows = await store.listSubjectSums(db, {
      ...asked,
      tenantIds,
      subjectKind: 'park',
      subjectIds: parkIds,
      weights,
    });
    // A park alone shows its own rate, even where the weight is missing.
    const each = rows.map(({ own, ...row }) => ({ ...row, total: own ?? '0', weight: null }));
    return { own: addedUp(rows, wholeSet), rows: each satisfies SubjectSum[] };
  }
  const depth = levelsOf(unitPath) + 1;
  const isRanked = ({ subjectId }: SubjectSum) => levelsOf(subjectId) === depth && !isDepartment(subjectId);
  if (industry !== undefined) {
    const sums = await store.listIndustrySums(db, { ...asked, industry, depth });
    return { own: addedUp(sums, unitPath), rows: sums.filter(isRanked) };
  }
  const own = await ofEveryKind(db, { ...asked, depth: depth - 1 });
  const below = await ofEveryKind(db, { ...asked, depth });
  return { own, rows: below.filter(isRanked) };
}

/** The whole first: only what it has a value of is compared among those below. */
async function ranking(context: Reading, { indicatorIds, first, ...input }: RankingInput) {
  const extent = { ...input, unitPath: unitOf(context, input.unitPath) };
  const wanted = indicatorIds === undefined ? catalog : indicatorIds.map(indicatorOf);
  const asked = indicatorIds === undefined ? undefined : wanted.flatMap(withParts);
  const { own, rows } = await sumsOf(context, extent, asked);
  const whole = rankedFigures(own, input.period, wanted);
  const known = new Set(whole.filter((row) => row.known > 0).map(({ indicatorId }) => indicatorId));
  const compared = first === undefined ? wanted : wanted.filter(({ id }) => known.has(id)).slice(0, first);
  return { own: whole, rows: rankedFigures(rows, input.period, compared) };
}

const shares: ReadonlySet<string> = new Set(['growth', 'completion', 'ahead']);

/** The basis that was asked for, or the one that `rollups.ranking` takes. */
function basisOf(input: OriginInput, sums: readonly SubjectSum[], indicator: Indicator): Basis {
  const { subjectKind, level } = input;
  if (subjectKind !== undefined && level !== undefined) return { subjectKind, level };
  const chosen = rankedFigures(sums, input.period, [indicator])[0]?.basis ?? basesOf(sums)[0];
  return chosen ?? { subjectKind: subjectKind ?? 'unit', level: level ?? 0 };
}

const measured = ({ value, plan, yearOnYear, completion, ahead }: RankedFigure, measure: OriginInput['measure']) =>
  ({ value, plan, growth: yearOnYear, completion, ahead, rank: value, rankChange: value })[measure];

const lookupOf = (sums: readonly Sum[]) => lookupIn(sums.map((sum) => ({ ...sum, value: valueOfSum(sum) })));

const noPage = { observations: [], total: 0, next: null };

interface Page {
  readonly extent: Extent;
  readonly basis: Basis;
  readonly subjectId: string;
  readonly input: OriginInput;
  readonly part: Pick<Observation, 'indicatorId' | 'period' | 'accumulation' | 'scenario'>;
}

async function observationsOf({ db }: Reading, { extent, basis, subjectId, input, part }: Page) {
  const { indicatorId, period, accumulation, scenario } = part;
  const ofParks = extent.by === 'park';
  const unitPath = ofParks || subjectId === wholeSet ? extent.unitPath : subjectId;
  const subjectIds = ofParks ? (subjectId === wholeSet ? extent.parkIds : [subjectId]) : undefined;
  const tenantIds = await listTenants(db, unitPath);
  const figure = { indicatorId, period, accumulation, scenario };
  const asked = { ...figure, ...basis, tenantIds, unitPath, subjectIds, industry: extent.industry };
  const { rows, total } = await store.listBehind(db, asked, { after: input.after ?? '', limit: input.limit + 1 });
  const indicator = indicatorOf(indicatorId);
  const observations = rows.slice(0, input.limit).map((row) => ({
    ...row,
    shown: shown(indicator, row.value === null ? missing(row.missing ?? 'not-reported') : new Decimal(row.value)),
  }));
  return { observations, total, next: rows.length > input.limit ? (observations.at(-1)?.subjectId ?? null) : null };
}

/** The figure among those that it is compared with, and the sums that are its own. */
function figureIn(sums: readonly SubjectSum[], basis: Basis, subjectId: string, indicator: Indicator, period: string) {
  const among = sums.filter(({ subjectKind, level }) => subjectKind === basis.subjectKind && level === basis.level);
  const mine = onBasis(among, basis).filter(({ unitPath }) => unitPath === subjectId);
  const ranked = rankedFigures(among, period, [indicator]);
  const figure = ranked.find((each) => each.subjectId === subjectId);
  if (figure === undefined)
    throw new Problem('not-found', { kind: '汇总数 roll-up', id: `${subjectId} ${indicator.id} ${period}` });
  return { mine, ranked, figure };
}

function partsShown(
  indicator: Indicator,
  { period, measure }: OriginInput,
  { accumulation }: RankedFigure,
  mine: readonly Sum[],
) {
  const keys = ['indicatorId', 'period', 'accumulation', 'scenario'] as const;
  return partsOf(indicator, period, measure, accumulation, lookupOf(mine)).map(({ value, ...part }) => {
    const { label, unit, ...more } = indicatorOf(part.indicatorId);
    const { known = 0, holes = 0 } = mine.find((sum) => keys.every((key) => sum[key] === part[key])) ?? {};
    return { ...part, label, unit, value: shown({ label, unit, ...more }, value), known, holes };
  });
}

async function origin(context: Reading, input: OriginInput) {
  const { period, measure } = input;
  const indicator = indicatorOf(input.indicatorId);
  const extent = { ...input, unitPath: unitOf(context, input.unitPath) };
  const whole = input.by === 'park' ? wholeSet : extent.unitPath;
  const subjectId = input.subjectId ?? whole;
  const { own, rows } = await sumsOf(context, extent, withParts(indicator));
  const sums = subjectId === whole ? own : rows;
  const basis = basisOf(input, sums, indicator);
  const { mine, ranked, figure } = figureIn(sums, basis, subjectId, indicator, period);
  const parts = partsShown(indicator, input, figure, mine);
  const part = parts[Math.min(input.part, parts.length - 1)];
  const page = part === undefined ? noPage : await observationsOf(context, { extent, basis, subjectId, input, part });
  const isPlace = measure === 'rank' || measure === 'rankChange';
  const placeOf = ({ subjectId: id, value, rank, rankChange }: RankedFigure) => ({
    subjectId: id,
    value,
    rank,
    before: rank === null || rankChange === null ? null : rank + rankChange,
  });
  return {
    indicatorId: indicator.id,
    label: indicator.label,
    unit: shares.has(measure) ? '%' : isPlace ? '位' : indicator.unit,
    measure,
    formula: formulaOf(indicator, measure),
    value: measured(figure, measure),
    isShare: shares.has(measure),
    parts,
    table: isPlace ? ranked.map(placeOf) : [],
    ...page,
  };
}

export const originService: Service = implement(originOperations, {
  'rollups.ranking': ranking,
  'rollups.origin': origin,
  'observations.values': async (context, input) => {
    const unitPath = unitOf(context, input.unitPath);
    indicatorOf(input.indicatorId);
    return { values: await store.listValues(context.db, await listTenants(context.db, unitPath), unitPath, input) };
  },
  'observations.invented': async (context, { unitPath, period }) => {
    const found = new Set(await store.listInvented(context.db, unitOf(context, unitPath), periodsOfRollup(period)));
    const holds = (indicator: Indicator) => withParts(indicator).some((id) => found.has(id));
    return { indicatorIds: catalog.filter(holds).map(({ id }) => id) };
  },
});
