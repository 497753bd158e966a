import { isApproved, type Observation } from './observation.ts';
import type { SubmittedFigure } from './submission-operations.ts';

/** What is kept of a figure already, as far as a report that gives it has to know. */
export interface Kept
  extends Pick<
    Observation,
    | 'unitPath'
    | 'subjectKind'
    | 'subjectId'
    | 'indicatorId'
    | 'accumulation'
    | 'scenario'
    | 'industry'
    | 'typedUnit'
    | 'by'
    | 'at'
  > {
  readonly value: string | null;
  readonly missing: Observation['missing'];
  readonly status: Observation['status'];
  readonly revision: number;
  /** The report that gave it, and the cell it stands in there. */
  readonly submission: string | null;
  readonly cell: string | null;
  /** Whether the value is the one of the report, as numbers compare. */
  readonly isSame: boolean;
}

type Key = Pick<Observation, 'subjectKind' | 'subjectId' | 'indicatorId' | 'accumulation' | 'scenario'>;
export const figureKey = ({ subjectKind, subjectId, indicatorId, accumulation, scenario }: Key): string =>
  [subjectKind, subjectId, indicatorId, accumulation, scenario].join('\n');

export interface Comparison {
  readonly fresh: readonly SubmittedFigure[];
  /** Those that replace another value, with the revision they replace. */
  readonly changed: readonly { readonly figure: SubmittedFigure; readonly revision: number }[];
  /** Given again as they are. */
  readonly same: readonly { readonly figure: SubmittedFigure; readonly revision: number }[];
  /** Held by somebody else, with what stands there. */
  readonly refused: readonly { readonly figure: SubmittedFigure; readonly held: Kept }[];
}

/** A figure that the report gave before and gives no longer: it becomes a hole, since figures are never deleted. */
const gone = ({ subjectKind, subjectId, industry, indicatorId, accumulation, scenario, typedUnit, cell }: Kept) =>
  ({
    cell: cell ?? '',
    ...{ subjectKind, subjectId, industry, indicatorId, accumulation, scenario, typedUnit },
    value: null,
    missing: 'not-reported',
    typed: '',
  }) as const satisfies SubmittedFigure;

/**
 * What a report does to the figures that are there. Its own it replaces, approved ones only by a correction; what
 * another report or another unit has given, or somebody has approved, stands, and the report may say the same but nothing else.
 */
export function compareSubmission(
  figures: readonly SubmittedFigure[],
  kept: readonly Kept[],
  { id: submission, unitPath }: { readonly id: string; readonly unitPath: string },
  isCorrection: boolean,
): Comparison {
  const fresh: SubmittedFigure[] = [];
  const changed: { figure: SubmittedFigure; revision: number }[] = [];
  const same: { figure: SubmittedFigure; revision: number }[] = [];
  const refused: { figure: SubmittedFigure; held: Kept }[] = [];
  const known = new Map(kept.map((each) => [figureKey(each), each]));
  const given = new Set(figures.map(figureKey));
  const dropped = kept.filter((each) => each.submission === submission && !given.has(figureKey(each)));
  const isGone = (each: Kept): boolean => each.value === null && each.missing === 'not-reported';
  for (const figure of [...figures, ...dropped.filter((each) => !isGone(each)).map(gone)]) {
    const before = known.get(figureKey(figure));
    if (before === undefined) {
      fresh.push(figure);
      continue;
    }
    const { revision, isSame, status } = before;
    const isOwn = before.submission === submission;
    const isElsewhere = isGivenElsewhere(before) || before.unitPath !== unitPath;
    const isHeld = isApproved(status) ? !(isOwn && isCorrection) : !isOwn && isElsewhere;
    // A hole made by `gone` has no partner in the comparison of values that the database made.
    const isUnchanged = isSame && given.has(figureKey(figure));
    if (isHeld) {
      if (!isUnchanged) refused.push({ figure, held: before });
    } else if (isOwn && isUnchanged) same.push({ figure, revision });
    else changed.push({ figure, revision });
  }
  return { fresh, changed, same, refused };
}

const isGivenElsewhere = ({ submission, status }: Kept): boolean => submission !== null && status === 'submitted';
