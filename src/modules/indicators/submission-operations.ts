import * as z from 'zod';
import { defineOperation } from '../../core/operation.ts';
import { Period } from '../../core/period.ts';
import { UnitPath } from '../people/unit.ts';
import { Accumulated, Industry, MissingReason, Observation, Scenario, SubjectId, SubjectKind } from './observation.ts';

const indicatorId = z.string().min(1).max(100);
const submission = z.uuid();
const mostFigures = 50_000;

/** A figure of a cell, already in the base unit of its indicator. */
export const SubmittedFigure = z.object({
  cell: z.string().min(1).max(300),
  subjectKind: SubjectKind,
  subjectId: SubjectId,
  industry: Industry.nullable(),
  indicatorId,
  accumulation: Accumulated,
  scenario: Scenario,
  value: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .nullable(),
  missing: MissingReason.nullable(),
  typed: z.string().max(2000),
  typedUnit: z.string().max(40),
});
export type SubmittedFigure = z.infer<typeof SubmittedFigure>;

/** What reports ask of the figures: many subjects at once, and only through a report. */
export const submissionOperations = {
  'observations.beside': defineOperation({
    summary: { zh: '一张报表要用的数', en: 'The figures that a form speaks of, in some periods' },
    route: 'GET /observations/beside',
    permission: 'observation.read',
    isInner: true,
    input: z.object({
      unitPath: UnitPath,
      periods: z.array(Period).min(1).max(20),
      indicatorIds: z.array(indicatorId).max(200),
    }),
    output: z.object({ observations: z.array(Observation) }),
  }),

  'observations.submit': defineOperation({
    summary: { zh: '随报表写入', en: 'Write the figures of a report' },
    route: 'POST /observations/submit',
    permission: 'report.write',
    isInner: true,
    input: z.object({
      submission,
      form: z.string().max(100),
      unitPath: UnitPath,
      period: Period,
      /** Given, approved figures are corrected with it and stay approved; else they are left alone. */
      correction: z.string().min(1).max(500).nullable(),
      figures: z.array(SubmittedFigure).max(mostFigures),
    }),
    output: z.object({
      /** Cells whose figure is another now. */
      written: z.array(z.string()),
      /** Cells whose figure somebody else gave, or approved, differently, and who; with any of them nothing is written. */
      refused: z.array(z.object({ cell: z.string(), unit: z.string(), by: z.string(), since: z.string() })),
    }),
  }),

  'observations.release': defineOperation({
    summary: { zh: '随报表撤回', en: 'Take the figures of a report back that were not approved' },
    route: 'POST /observations/release',
    permission: 'report.write',
    isInner: true,
    input: z.object({ submission, unitPath: UnitPath, period: Period }),
    output: z.object({ figures: z.int() }),
  }),

  'observations.settle': defineOperation({
    summary: { zh: '随报表审定或取消审定', en: 'Approve the figures of reports, or take the approval back' },
    route: 'POST /observations/settle',
    permission: 'report.review',
    isInner: true,
    input: z.object({
      submissions: z.array(submission).min(1).max(1000),
      unitPaths: z.array(UnitPath).min(1).max(1000),
      period: Period,
      to: z.enum(['approved', 'draft']),
      /** Why the approval is taken back. */
      reason: z.string().max(500).nullable(),
    }),
    output: z.object({ figures: z.int() }),
  }),
};
