import type { Period } from '../../core/period.ts';
import type { FigureSource } from '../../core/publication/document.ts';
import type { SubjectKindId } from '../indicators/observation.ts';
import { type Measure, measures } from '../indicators/origin.ts';

/** A roll-up: of a unit (depth 0), of one among those below its parent (depth 1). */
export interface RollupPlace {
  readonly kind: 'rollup';
  readonly unitPath: string;
  readonly indicatorId: string;
  readonly period: Period;
  readonly depth: number;
  readonly measure: Measure;
  readonly subjectKind?: SubjectKindId;
  readonly level?: number;
  readonly industry?: string;
}

/** Of one park among the parks of the bulletin, or of them together. */
export interface ParksPlace {
  readonly kind: 'parks';
  /** Null: all of them. */
  readonly parkId: string | null;
  readonly indicatorId: string;
  readonly period: Period;
  readonly measure: Measure;
  readonly industry?: string;
}

export type Place =
  | RollupPlace
  | ParksPlace
  /** What the register of projects said on a day, or what follows from it. */
  | { readonly kind: 'project'; readonly id: string; readonly on: string; readonly what: ProjectSaid }
  | { readonly kind: 'projects'; readonly on: string; readonly what: 'not-started' | 'behind' }
  /** How many units have not reported, or reported late. */
  | { readonly kind: 'reports'; readonly period: Period; readonly what: 'missing' | 'late' }
  /** Words that a unit gave in a report. */
  | { readonly kind: 'remark'; readonly reportId: string; readonly address: string }
  | { readonly kind: 'remarks'; readonly unitPath: string; readonly indicatorId: string; readonly period: Period }
  /** 序时进度 at the end of a period. */
  | { readonly kind: 'calendar'; readonly period: Period };

export type ProjectSaid = 'name' | 'late' | 'planned' | 'completed' | 'completion' | 'ahead';
const projectSaid: readonly string[] = ['name', 'late', 'planned', 'completed', 'completion', 'ahead'];

/** Words are facts, numbers follow by a formula. */
const factKinds: ReadonlySet<Place['kind']> = new Set(['remark']);

const partsOf = (place: Place): readonly (string | number)[] => {
  switch (place.kind) {
    case 'rollup': {
      const { unitPath, indicatorId, period, depth, measure, subjectKind, level, industry } = place;
      const basis = subjectKind === undefined ? [] : [`${subjectKind}.${level ?? 0}`];
      return [unitPath, indicatorId, period, depth, measure, ...basis, ...(industry === undefined ? [] : [industry])];
    }
    case 'parks': {
      const { parkId, indicatorId, period, measure, industry } = place;
      return [parkId ?? '*', indicatorId, period, measure, ...(industry === undefined ? [] : [industry])];
    }
    case 'project':
      return [place.id, place.on, place.what];
    case 'projects':
      return [place.on, place.what];
    case 'reports':
      return [place.period, place.what];
    case 'remark':
      return [place.reportId, place.address];
    case 'remarks':
      return [place.unitPath, place.indicatorId, place.period];
    case 'calendar':
      return [place.period];
  }
};

/** “rollup/cn.23.2303/industry.output/2026-10/1/growth/unit.3”: enough to ask for the same figure again. */
export const sourceOf = (place: Place): FigureSource => ({
  kind: factKinds.has(place.kind) || (place.kind === 'project' && place.what === 'name') ? 'fact' : 'formula',
  id: [place.kind, ...partsOf(place)].join('/'),
});

const isMeasure = (text: string | undefined): text is Measure => text !== undefined && text in measures;

function rollupOf([
  unitPath = '',
  indicatorId = '',
  period = '',
  depth,
  measure,
  basis,
  industry,
]: string[]): Place | null {
  if (!isMeasure(measure)) return null;
  const [subjectKind, level] = basis?.split('.') ?? [];
  return {
    kind: 'rollup',
    unitPath,
    indicatorId,
    period,
    depth: Number(depth),
    measure,
    ...(subjectKind === undefined ? {} : { subjectKind: subjectKind as SubjectKindId, level: Number(level) }),
    ...(industry === undefined ? {} : { industry }),
  };
}

function parksOf([parkId = '*', indicatorId = '', period = '', measure, industry]: string[]): Place | null {
  if (!isMeasure(measure)) return null;
  const own = { kind: 'parks' as const, parkId: parkId === '*' ? null : parkId, indicatorId, period, measure };
  return industry === undefined ? own : { ...own, industry };
}

/** Where a figure of a generated bulletin comes from; null for a source that somebody wrote by hand. */
export function placeOf({ id }: Pick<FigureSource, 'id'>): Place | null {
  const [kind, ...rest] = id.split('/');
  const [first = '', second = '', third = ''] = rest;
  switch (kind) {
    case 'rollup':
      return rollupOf(rest);
    case 'parks':
      return parksOf(rest);
    case 'project':
      return projectSaid.includes(third) ? { kind, id: first, on: second, what: third as ProjectSaid } : null;
    case 'projects':
      return second === 'not-started' || second === 'behind' ? { kind, on: first, what: second } : null;
    case 'reports':
      return second === 'missing' || second === 'late' ? { kind, period: first, what: second } : null;
    case 'remark':
      return { kind, reportId: first, address: rest.slice(1).join('/') };
    case 'remarks':
      return { kind, unitPath: first, indicatorId: second, period: third };
    case 'calendar':
      return { kind, period: first };
    default:
      return null;
  }
}
