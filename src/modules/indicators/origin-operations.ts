import * as z from 'zod';
import { defineOperation } from '../../core/operation.ts';
import { Period } from '../../core/period.ts';
import { UnitPath } from '../people/unit.ts';
import { Accumulated, Industry, MissingReason, Observation, Scenario, SubjectId, SubjectKind } from './observation.ts';
import { type Measure, measures, type PartRole, partRoles } from './origin.ts';

const indicatorId = z.string().min(1).max(100);
const Measured = z.enum(Object.keys(measures) as [Measure, ...Measure[]]);
const Role = z.enum(Object.keys(partRoles) as [PartRole, ...PartRole[]]);
const Label = z.object({ zh: z.string(), en: z.string() });
const Shown = z.object({
  value: z.string().nullable(),
  missing: MissingReason.nullable(),
  because: z.array(z.string()),
});
/** Several in one text, joined by commas. */
const Several = z
  .string()
  .max(100_000)
  .transform((text) => text.split(',').filter(Boolean));

/** Which subjects are added up: of units those whose path has `level` codes, so that none is counted twice. */
export const Basis = z.object({ subjectKind: SubjectKind, level: z.int() });
export type Basis = z.infer<typeof Basis>;

export const RankedFigure = z.object({
  /** Path of a unit, or number of a park. */
  subjectId: z.string(),
  indicatorId,
  basis: Basis,
  accumulation: Accumulated,
  /** 当期 or 累计, as the indicator is reported. */
  value: Shown,
  single: Shown,
  cumulative: Shown,
  yearOnYear: Shown,
  onPrevious: Shown,
  plan: Shown,
  completion: Shown,
  ahead: Shown,
  known: z.int(),
  holes: z.int(),
  rank: z.int().nullable(),
  /** Places gained since the period before. */
  rankChange: z.int().nullable(),
});
export type RankedFigure = z.infer<typeof RankedFigure>;

/** Whose figures: of a unit and those below it, or of a set of parks among themselves. */
const extent = {
  unitPath: UnitPath.optional(),
  period: Period,
  by: z.enum(['unit', 'park']).default('unit'),
  /** Of parks: these; left out, all of the unit and below. */
  parkIds: Several.optional(),
  industry: Industry.optional(),
};

export const originOperations = {
  'rollups.ranking': defineOperation({
    summary: {
      zh: '一级单位或一组园区的汇总与名次',
      en: 'Figures and places of the units below one, or of a set of parks',
    },
    route: 'GET /rollups/ranking',
    permission: 'observation.read',
    input: z.object({
      ...extent,
      indicatorIds: Several.optional(),
      /** Compare only the first so many indicators that the whole has a value of. */
      first: z.coerce.number().int().min(0).max(100).optional(),
    }),
    output: z.object({ own: z.array(RankedFigure), rows: z.array(RankedFigure) }),
  }),

  'rollups.origin': defineOperation({
    summary: {
      zh: '汇总数的来历：公式、各组成部分及其下的观测值',
      en: 'What a roll-up figure stands on: formula, parts and the observations below them',
    },
    route: 'GET /rollups/origin',
    permission: 'observation.read',
    input: z.object({
      ...extent,
      indicatorId,
      measure: Measured.default('value'),
      /** The unit or park of the figure; left out, the unit itself or the whole set. */
      subjectId: SubjectId.optional(),
      subjectKind: SubjectKind.optional(),
      level: z.coerce.number().int().optional(),
      /** Which of the parts the observations are listed of. */
      part: z.coerce.number().int().min(0).default(0),
      after: z.string().max(1100).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    output: z.object({
      indicatorId,
      label: Label,
      unit: z.string(),
      measure: Measured,
      formula: Label,
      value: Shown,
      /** Shares are printed as per cent. */
      isShare: z.boolean(),
      parts: z.array(
        z.object({
          role: Role,
          indicatorId,
          label: Label,
          unit: z.string(),
          period: Period,
          accumulation: Accumulated,
          scenario: Scenario,
          value: Shown,
          known: z.int(),
          holes: z.int(),
        }),
      ),
      /** Of a place: everybody it was compared with. */
      table: z.array(
        z.object({ subjectId: z.string(), value: Shown, rank: z.int().nullable(), before: z.int().nullable() }),
      ),
      observations: z.array(Observation.extend({ shown: Shown })),
      total: z.int(),
      next: z.string().nullable(),
    }),
  }),

  'observations.values': defineOperation({
    summary: { zh: '各对象同一指标已审定的数', en: 'Approved figures of one indicator, subject by subject' },
    route: 'GET /observations/values',
    permission: 'observation.read',
    input: z.object({
      unitPath: UnitPath.optional(),
      subjectKind: SubjectKind,
      indicatorId,
      period: Period,
      accumulation: Accumulated,
      scenario: Scenario.default('actual'),
    }),
    /** Values as exact text in the base unit of the indicator; holes are left out. */
    output: z.object({ values: z.array(z.object({ subjectId: z.string(), unitPath: UnitPath, value: z.string() })) }),
  }),

  'observations.invented': defineOperation({
    summary: {
      zh: '哪些指标含演示虚构的数',
      en: 'Which indicators hold figures that were invented for a demonstration',
    },
    route: 'GET /observations/invented',
    permission: 'observation.read',
    input: z.object({
      unitPath: UnitPath.optional(),
      /** With the periods that its comparisons need. */
      period: Period,
    }),
    output: z.object({ indicatorIds: z.array(z.string()) }),
  }),
};
