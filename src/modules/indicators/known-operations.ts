import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';
import { Period } from '../../core/period.ts';
import { UnitPath } from '../people/unit.ts';
import { Accumulated, Scenario, SubjectId, SubjectKind } from './observation.ts';

/** A figure with the days on which it was known: from `since` up to, but not on, `until`. */
export const KnownFigure = z.object({
  subjectId: SubjectId,
  period: Period,
  /** Exact text in the base unit of the indicator; null for a hole. */
  value: z.string().nullable(),
  /** When it was written and approved; where the day of an earlier approval was not kept, when it was written. */
  since: Day,
  /** When a correction took its place; null for the figure that stands. */
  until: Day.nullable(),
});
export type KnownFigure = z.infer<typeof KnownFigure>;

export const knownFigureOperations = {
  'observations.known': defineOperation({
    summary: {
      zh: '同一指标各期的数，含被更正的，及其何时为人所知',
      en: 'Figures of one indicator over months, corrected ones too, with the days on which each was known',
    },
    route: 'GET /observations/known',
    permission: 'observation.read',
    isInner: true,
    input: z.object({
      unitPath: UnitPath.optional(),
      subjectKind: SubjectKind,
      indicatorId: z.string().min(1).max(100),
      accumulation: Accumulated,
      scenario: Scenario.default('actual'),
      from: Period,
      to: Period,
    }),
    /** Approved figures alone, in the order in which they were known. */
    output: z.object({ figures: z.array(KnownFigure) }),
  }),
};
