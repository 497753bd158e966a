import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';
import { Period } from '../../core/period.ts';
import { Evaluation } from '../../core/rules/working.ts';
import type { Label } from '../../core/text.ts';
import { Decided } from '../evaluation/judgement-operations.ts';
import { UnitPath } from '../people/unit.ts';
import { Stage } from '../projects/board-operations.ts';
import { keysOf, LabelSchema, ProjectLine } from './shapes.ts';

const id = z.uuid();
/** 元 as exact text; null where nothing is known, which is not zero. */
const Yuan = z.string().nullable();
/** 0.125 is 12.5 %. */
const Share = z.string().nullable();

export const lampIds = {
  start: { zh: '开工灯', en: 'Start' },
  progress: { zh: '进度灯', en: 'Progress' },
  statistics: { zh: '纳统灯', en: 'Statistics entry' },
  payment: { zh: '支付灯', en: 'Payment' },
} as const satisfies Record<string, Label>;
export type LampId = keyof typeof lampIds;
export const LampId = keysOf(lampIds);

export const lampLevels = {
  red: { zh: '红灯', en: 'Red' },
  yellow: { zh: '黄灯', en: 'Yellow' },
  green: { zh: '绿灯', en: 'Green' },
  unknown: { zh: '无数据', en: 'No data' },
} as const satisfies Record<string, Label>;
export type LampLevel = keyof typeof lampLevels;
export const LampLevel = keysOf(lampLevels);

/** The edition behind a lamp; `refused` says what the unit of the project has to decide before it burns. */
export const LampRule = z.object({
  id: LampId,
  label: LabelSchema,
  ruleId: z.string(),
  edition: z.string(),
  refused: LabelSchema.nullable(),
});
export type LampRule = z.infer<typeof LampRule>;

/** Where on the pages of a project something is entered or done. */
export const LampPlace = z.enum(['record', 'actions', 'money', 'problems', 'statistics']);
export type LampPlace = z.infer<typeof LampPlace>;

/** A lamp of a project, with why it burns and what is to be done. */
export const Lamp = LampRule.extend({
  level: LampLevel,
  /** The figures behind it, as the working says them. */
  said: z.array(LabelSchema),
  /** Facts that are missing; those that cannot be yet are not among them. */
  missing: z.array(LabelSchema),
  /** What to enter, and where, for the facts that are missing. */
  enter: z.array(z.object({ enter: LabelSchema, place: LampPlace })),
  /** Whether it says nothing because there is nothing to judge yet. */
  isIdle: z.boolean(),
  /** What is to be done while it is yellow or red. */
  duty: z.object({ text: LabelSchema, place: LampPlace }).nullable(),
  /** Whose decisions hold: those of the unit of the project, or of the nearest above it. */
  decided: z.array(Decided),
});
export type Lamp = z.infer<typeof Lamp>;

export const MoneyView = z.object({
  project: ProjectLine,
  period: Period,
  total: Yuan,
  sources: z.array(z.object({ source: z.string().nullable(), amount: z.string() })),
  /** Plan of the year from the register; the months are entries of the plan by month. */
  yearPlan: Yuan,
  months: z.array(
    z.object({
      period: Period,
      plan: Yuan,
      completed: Yuan,
      /** Since January. */
      cumulative: Yuan,
      isApproved: z.boolean().nullable(),
      arrived: Yuan,
      paid: Yuan,
    }),
  ),
  completed: z.object({
    month: Yuan,
    year: Yuan,
    /** Opening balance and all years; null while a year in between has no figure. */
    sinceStart: Yuan,
    opening: Yuan,
    /** Years that are in the sum, with their last figure. */
    years: z.array(z.object({ year: z.int(), period: Period, amount: z.string() })),
    /** Years in between without any figure. */
    holes: z.array(z.int()),
  }),
  arrived: z.string(),
  paid: z.string(),
  /** 序时进度: months passed over twelve. */
  due: Share,
  /** Completed of the plan of the year. */
  completion: Share,
  /** Points ahead of what is due; negative when behind. */
  ahead: Share,
  /** Completed since the start of the total. */
  ofTotal: Share,
  arrivedOfTotal: Share,
  lamps: z.array(Lamp),
});
export type MoneyView = z.infer<typeof MoneyView>;

export const LampRow = z.object({
  id,
  name: z.string(),
  unitPath: z.string(),
  stage: z.string(),
  levels: z.partialRecord(LampId, LampLevel),
  worst: LampLevel,
  /** Only where it was asked for. */
  lamps: z.array(Lamp).optional(),
});
export type LampRow = z.infer<typeof LampRow>;

export const moneyOperations = {
  'money.show': defineOperation({
    summary: { zh: '项目资金与进度一览', en: 'The money of a project, and how far it has come' },
    route: 'GET /money/:projectId',
    permission: 'register.read',
    input: z.object({
      projectId: id,
      /** A month; left out, the last one with a figure this year, or the month before today’s. */
      period: Period.optional(),
    }),
    output: MoneyView,
  }),

  'lamps.portfolio': defineOperation({
    summary: { zh: '全部项目的预警灯', en: 'The lamps of all projects' },
    route: 'GET /lamps',
    permission: 'register.read',
    input: z.object({
      unitPath: UnitPath.optional(),
      on: Day.optional(),
      /** The month whose completed investment is judged; left out, the last with approved figures. */
      period: Period.optional(),
      lamp: LampId.optional(),
      level: LampLevel.optional(),
      stage: Stage.optional(),
      /** A part of the name. */
      search: z.string().trim().max(100).optional(),
      /** With the reasons of each lamp that is shown; a text, because a query is text. */
      tells: z.enum(['levels', 'reasons']).default('levels'),
      offset: z.coerce.number().int().min(0).max(100_000).default(0),
      limit: z.coerce.number().int().min(1).max(20_000).default(500),
    }),
    /** The worst first; the counts are of all projects, whatever the level and the limit. */
    output: z.object({
      on: Day,
      period: Period,
      /** `undecided`: projects whose units have not decided what the edition leaves open. */
      rules: z.array(LampRule.extend({ undecided: z.int() })),
      counts: z.array(z.object({ lamp: LampId, level: LampLevel, count: z.int() })),
      total: z.int(),
      /** Of the level that was asked for. */
      matching: z.int(),
      projects: z.array(LampRow),
    }),
  }),

  'lamps.show': defineOperation({
    summary: {
      zh: '一个项目的预警灯：算法、依据与应做的事',
      en: 'The lamps of a project: working, decisions and what to do',
    },
    route: 'GET /lamps/:projectId',
    permission: 'register.read',
    input: z.object({ projectId: id, on: Day.optional(), period: Period.optional() }),
    output: z.object({
      project: ProjectLine,
      on: Day,
      period: Period,
      lamps: z.array(Lamp.extend({ evaluation: Evaluation.nullable() })),
    }),
  }),
};
