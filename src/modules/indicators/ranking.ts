import { Decimal } from 'decimal.js';
import type { Period } from '../../core/period.ts';
import type { Indicator } from './indicator.ts';
import type { SubjectKindId } from './observation.ts';
import { mainAccumulation } from './origin.ts';
import type { Basis, RankedFigure } from './origin-operations.ts';
import { type RollupFigure, rollupFigures, type Sum } from './rollups.ts';
import { shown, shownFigure } from './shown.ts';

export interface SubjectSum extends Omit<Sum, 'unitPath'> {
  readonly subjectId: string;
  readonly subjectKind: SubjectKindId;
  readonly level: number;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Whose figures are taken where several kinds of subjects report the same: a unit’s own before those below it. */
const preferred: readonly SubjectKindId[] = ['unit', 'park', 'project', 'enterprise'];

const Exact = Decimal.clone({ precision: 100 });
const plus = (a: string, b: string): string => new Exact(a).plus(b).toFixed();

/** Sums of several subjects as one, under another name. */
export function addedUp(sums: readonly SubjectSum[], subjectId: string): SubjectSum[] {
  const key = ({ subjectKind, level, period, indicatorId, accumulation, scenario }: SubjectSum) =>
    [subjectKind, level, period, indicatorId, accumulation, scenario].join(' ');
  return [...Map.groupBy(sums, key).values()].map((same) => {
    const sum: Writable<SubjectSum> = { ...(same[0] as SubjectSum), subjectId };
    for (const each of same.slice(1)) {
      sum.total = plus(sum.total, each.total);
      sum.weight = sum.weight === null || each.weight === null ? null : plus(sum.weight, each.weight);
      sum.known += each.known;
      sum.holes += each.holes;
    }
    return sum;
  });
}

const basisKey = ({ subjectKind, level }: Basis): string => `${subjectKind} ${level}`;

/** Kinds and levels of subjects that report, the preferred first; of units the highest. */
export const basesOf = (sums: readonly SubjectSum[]): Basis[] =>
  [
    ...new Map(
      sums.map(({ subjectKind, level }) => [basisKey({ subjectKind, level }), { subjectKind, level }]),
    ).values(),
  ].sort((a, b) => preferred.indexOf(a.subjectKind) - preferred.indexOf(b.subjectKind) || a.level - b.level);

export const onBasis = (sums: readonly SubjectSum[], { subjectKind, level }: Basis): Sum[] =>
  sums
    .filter((sum) => sum.subjectKind === subjectKind && sum.level === level)
    .map(({ subjectId, ...sum }) => ({ ...sum, unitPath: subjectId }));

export function rankedOf(figure: RollupFigure, basis: Basis): RankedFigure {
  const { unitPath: subjectId, indicator, known, holes, rank, rankChange, ...compared } = figure;
  const accumulation = mainAccumulation(indicator, compared);
  const value = shown(indicator, compared[accumulation]);
  return {
    subjectId,
    indicatorId: indicator.id,
    basis,
    accumulation,
    value,
    ...shownFigure(indicator, compared),
    known,
    holes,
    rank,
    rankChange,
  };
}

/** Figures of each subject with its place; each indicator on the basis on which most subjects have a value. */
export function rankedFigures(
  sums: readonly SubjectSum[],
  period: Period,
  wanted: readonly Indicator[],
): RankedFigure[] {
  const onEach = basesOf(sums).map((basis) => ({
    basis,
    byIndicator: Map.groupBy(rollupFigures(onBasis(sums, basis), period, wanted), ({ indicator }) => indicator.id),
  }));
  return wanted.flatMap(({ id }) => {
    const known = (figures: readonly RollupFigure[] = []) => figures.filter((each) => each.known > 0).length;
    const best = onEach.reduce<(typeof onEach)[number] | undefined>(
      (found, each) =>
        found === undefined || known(each.byIndicator.get(id)) > known(found.byIndicator.get(id)) ? each : found,
      undefined,
    );
    return (best?.byIndicator.get(id) ?? []).map((figure) => rankedOf(figure, best?.basis as Basis));
  });
}
