import * as z from 'zod';
import { Bytes, defineOperation } from '../../core/operation.ts';
import { Period } from '../../core/period.ts';
import { UnitPath } from '../people/unit.ts';
import { Indicator } from './indicator.ts';
import {
  Accumulated,
  Industry,
  MissingReason,
  Observation,
  Provenance,
  Scenario,
  Status,
  SubjectId,
  SubjectKind,
} from './observation.ts';

const indicatorId = z.string().min(1).max(100);
const reason = z.string().trim().min(1).max(500);

/** One figure's place. Left out, the subject is the unit itself. */
const subject = {
  unitPath: UnitPath.optional(),
  subjectKind: SubjectKind.default('unit'),
  subjectId: SubjectId.optional(),
};
const place = {
  ...subject,
  indicatorId,
  period: Period,
  accumulation: Accumulated.optional(),
  scenario: Scenario.default('actual'),
};
const typed = {
  /** As typed: a number, or the reason of a hole (未报送, not-reported …). */
  typed: z.string().max(200),
  /** Left out, the unit of the dictionary. */
  unit: z.string().max(40).optional(),
};

/** A figure as text in the unit of the indicator, or the reason why there is none. */
const Shown = z.object({
  value: z.string().nullable(),
  missing: MissingReason.nullable(),
  because: z.array(z.string()),
});
export type Shown = z.infer<typeof Shown>;
/** A share: 0.125 is 12.5 %. */
const Share = Shown;

const Comparison = z.object({
  single: Shown,
  cumulative: Shown,
  yearOnYear: Share,
  onPrevious: Share,
  plan: Shown,
  completion: Share,
  ahead: Share,
});

const RollupFigure = Comparison.extend({
  unitPath: UnitPath,
  indicatorId,
  /** Subjects with a value, and those with a hole. */
  known: z.int(),
  holes: z.int(),
  rank: z.int().nullable(),
  /** Places gained since the period before. */
  rankChange: z.int().nullable(),
});

export const indicatorOperations = {
  'indicators.list': defineOperation({
    summary: { zh: '指标词典', en: 'The dictionary of indicators' },
    route: 'GET /indicators',
    permission: 'indicator.read',
    input: z.object({ search: z.string().max(100).optional(), theme: z.string().max(40).optional() }),
    output: z.object({ indicators: z.array(Indicator) }),
  }),

  'indicators.show': defineOperation({
    summary: { zh: '查看指标', en: 'Show an indicator: what it means and what is made of it' },
    route: 'GET /indicators/:indicatorId',
    permission: 'indicator.read',
    input: z.object({ indicatorId }),
    output: z.object({
      indicator: Indicator,
      /** Indicators that this one is made of, and those made of it. */
      parts: z.array(Indicator),
      usedBy: z.array(Indicator),
    }),
  }),

  'observations.record': defineOperation({
    summary: { zh: '填写一个对象一期的数', en: 'Record figures of one subject and period' },
    route: 'POST /observations',
    permission: 'observation.write',
    input: z.object({
      ...subject,
      industry: Industry.optional(),
      period: Period,
      scenario: Scenario.default('actual'),
      status: z.enum(['draft', 'submitted']).default('draft'),
      provenance: Provenance.default({ kind: 'typed' }),
      values: z
        .array(
          z.object({
            indicatorId,
            accumulation: Accumulated.optional(),
            ...typed,
            /** The revision seen, to notice that somebody else wrote meanwhile. */
            revision: z.int().optional(),
          }),
        )
        .min(1)
        .max(500),
    }),
    output: z.object({ observations: z.array(Observation) }),
  }),

  'observations.list': defineOperation({
    summary: { zh: '查询观测值', en: 'List observations' },
    route: 'GET /observations',
    permission: 'observation.read',
    input: z.object({
      /** This unit and those below it. */
      unitPath: UnitPath.optional(),
      period: Period.optional(),
      indicatorId: indicatorId.optional(),
      subjectKind: SubjectKind.optional(),
      subjectId: SubjectId.optional(),
      scenario: Scenario.optional(),
      status: Status.optional(),
      cursor: z.string().max(1000).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
    output: z.object({ observations: z.array(Observation), next: z.string().nullable() }),
  }),

  'observations.show': defineOperation({
    summary: { zh: '一个数的来历', en: 'Where a figure comes from and how it changed' },
    route: 'GET /observation',
    permission: 'observation.read',
    input: z.object(place),
    output: z.object({
      observation: Observation,
      history: z.array(
        Observation.pick({
          revision: true,
          value: true,
          missing: true,
          typed: true,
          typedUnit: true,
          status: true,
          provenance: true,
          at: true,
          by: true,
        }).extend({ reason: z.string().nullable(), replacedAt: z.string(), replacedBy: z.string() }),
      ),
    }),
  }),

  'observations.figures': defineOperation({
    summary: { zh: '一个对象一期的全部指标及比较', en: 'All figures of a subject and period, compared' },
    route: 'GET /figures',
    permission: 'observation.read',
    input: z.object({ ...subject, period: Period }),
    output: z.object({
      unitPath: UnitPath,
      /** 序时进度 at the end of the period. */
      due: Share,
      figures: z.array(
        Comparison.extend({
          indicatorId,
          /** The observation of the period itself, if there is one. */
          accumulation: Accumulated,
          status: Status.nullable(),
          isCorrected: z.boolean(),
          isDerived: z.boolean(),
        }),
      ),
    }),
  }),

  'observations.approve': defineOperation({
    summary: { zh: '审定一个单位一期的数', en: 'Approve the figures of a unit and period' },
    route: 'POST /observations/approve',
    permission: 'observation.approve',
    input: z.object({
      unitPath: UnitPath,
      period: Period,
      /** The units below it as well. */
      below: z.boolean().default(false),
      status: z.enum(['approved', 'published']).default('approved'),
    }),
    output: z.object({ approved: z.int(), units: z.array(UnitPath) }),
  }),

  'observations.correct': defineOperation({
    summary: { zh: '更正已审定的数', en: 'Correct an approved figure, with the reason' },
    route: 'POST /observations/correct',
    permission: 'observation.approve',
    input: z.object({ ...place, ...typed, reason, revision: z.int().optional() }),
    output: Observation,
  }),

  'observations.import': defineOperation({
    summary: { zh: '导入数据（CSV），先预览', en: 'Import figures (CSV), with a preview first' },
    route: 'POST /observations/import',
    permission: 'observation.write',
    takes: 'bytes',
    input: z.object({
      name: z.string().min(1).max(255),
      bytes: Bytes,
      /** Without `import` nothing is written: the answer says what would be. */
      mode: z.enum(['preview', 'import']).default('preview'),
      status: z.enum(['draft', 'submitted']).default('draft'),
    }),
    output: z.object({
      mode: z.enum(['preview', 'import']),
      /** rows = added + changed + refused; `same` of the changed say what was there already. */
      rows: z.int(),
      added: z.int(),
      changed: z.int(),
      same: z.int(),
      refused: z.int(),
      /** Every refused cell, and changed ones, up to the first thousand of each. */
      refusals: z.array(
        z.object({
          row: z.int(),
          column: z.string(),
          cell: z.string(),
          why: z.object({ zh: z.string(), en: z.string() }),
        }),
      ),
      changes: z.array(
        z.object({ row: z.int(), indicatorId, subjectId: z.string(), from: z.string(), to: z.string() }),
      ),
    }),
  }),

  'rollups.show': defineOperation({
    summary: { zh: '汇总与排名', en: 'Roll-ups of a unit or of the units below it, with places' },
    route: 'GET /rollups',
    permission: 'observation.read',
    input: z.object({
      unitPath: UnitPath.optional(),
      period: Period,
      /** How many levels below the unit the rows stand: 0 is the unit itself, 1 its cities or counties. */
      depth: z.coerce.number().int().min(0).max(5).default(0),
      subjectKind: SubjectKind.default('unit'),
      /** Of units: length of the path of the subjects counted, so that a county and its zones are not added up. */
      level: z.coerce.number().int().min(0).max(12).optional(),
      industry: Industry.optional(),
      indicatorId: indicatorId.optional(),
    }),
    output: z.object({ level: z.int(), levels: z.array(z.int()), rows: z.array(RollupFigure) }),
  }),

  'rollups.rebuild': defineOperation({
    summary: { zh: '重算汇总', en: 'Rebuild the roll-ups from the approved figures' },
    route: 'POST /rollups/rebuild',
    permission: 'rollup.rebuild',
    input: z.object({ unitPath: UnitPath.optional(), period: Period.optional() }),
    output: z.object({ rows: z.int() }),
  }),
};
