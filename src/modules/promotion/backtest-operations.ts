import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';
import { Evaluation } from '../../core/rules/working.ts';
import type { Label } from '../../core/text.ts';
import { Decided } from '../evaluation/judgement-operations.ts';
import { UnitPath } from '../people/unit.ts';
import { LampLevel } from './money-operations.ts';
import { keysOf, LabelSchema } from './shapes.ts';

/** What a lamp should have warned of. */
export const troubleKinds = {
  'late-start': { zh: '迟开工', en: 'A late start' },
  'late-finish': { zh: '迟竣工', en: 'A late completion' },
} as const satisfies Record<string, Label>;
export type TroubleKind = keyof typeof troubleKinds;
export const TroubleKind = keysOf(troubleKinds);

/** What counts as known on a past day. */
export const bases = {
  recorded: { zh: '按登记时间（当时已登记的）', en: 'By record: what had been written down by then' },
  happened: { zh: '按发生时间（补录的也算当时已知）', en: 'By event: what was filled in later counts, too' },
} as const satisfies Record<string, Label>;
export type Basis = keyof typeof bases;
export const Basis = keysOf(bases);

export const endings = {
  late: { zh: '逾期', en: 'Late' },
  'in-time': { zh: '按期', en: 'In time' },
  open: { zh: '未到期', en: 'Not due yet' },
  unknown: { zh: '无法认定', en: 'Cannot be told' },
} as const satisfies Record<string, Label>;
const Ending = keysOf(endings);

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: '月份须写作 2026-03 (a month is written 2026-03)' });
/** `lamp-start@1` */
const EditionKey = z.string().regex(/^[a-z0-9-]+@[a-z0-9-]+$/, { error: '须是规则@版次 (rule@edition)' });
/** Answers of a trial as JSON text, because a query is text. */
const Trial = z
  .string()
  .max(2000)
  .default('{}')
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: '须是 JSON (JSON is expected)' });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.string()));

const Course = z.object({
  levels: z.array(z.object({ period: Month, level: LampLevel })),
  warnedIn: Month.nullable(),
  monthsEarlier: z.int().nullable(),
  falseAlarms: z.int(),
  isPending: z.boolean(),
});
export type Course = z.infer<typeof Course>;

const Run = z.object({
  ruleId: z.string(),
  edition: z.string(),
  trial: z.record(z.string(), z.string()),
  troubles: z.int(),
  warned: z.int(),
  missed: z.int(),
  falseAlarms: z.int(),
  /** Warnings that stand while nobody can tell yet. */
  pending: z.int(),
  monthsWithoutData: z.int(),
  medianEarlier: z.number().nullable(),
  summary: LabelSchema,
  /** Projects whose units have not decided what the edition leaves open; they are in no count. */
  undecided: z.int(),
  refused: LabelSchema.nullable(),
});
export type BacktestRun = z.infer<typeof Run>;

const Row = z.object({
  id: z.uuid(),
  name: z.string(),
  unitPath: z.string(),
  ending: Ending,
  plannedOn: Day.nullable(),
  happenedOn: Day.nullable(),
  troubleIn: Month.nullable(),
  /** One for each edition; null where its unit has not decided. */
  courses: z.array(Course.nullable()),
});
export type BacktestRow = z.infer<typeof Row>;

const extent = { basis: Basis.default('recorded') };

export const backtestOperations = {
  'backtests.run': defineOperation({
    summary: {
      zh: '预警灯回测：用本单位项目的历史检验一个或两个版次',
      en: 'Back-test: one or two editions of lamps on the past months of real projects',
    },
    route: 'GET /backtests',
    permission: 'rule.read',
    input: z.object({
      ...extent,
      first: EditionKey,
      firstTrial: Trial,
      second: EditionKey.optional(),
      secondTrial: Trial,
      trouble: TroubleKind.default('late-start'),
      /** How late it may be before that is trouble. */
      graceMonths: z.coerce.number().int().min(0).max(36).default(0),
      from: Month,
      to: Month,
      unitPath: UnitPath.optional(),
    }),
    output: z.object({
      today: Day,
      from: Month,
      to: Month,
      /** Projects that were known in one of the months and whose ending can be told, now or later. */
      tested: z.int(),
      /** Projects left out because nobody can tell what became of them. */
      unknown: z.int(),
      /** Projects left out because their delay was a fact before the first month. */
      before: z.int(),
      runs: z.array(Run),
      /** Late ones first. */
      projects: z.array(Row),
    }),
  }),

  'backtests.working': defineOperation({
    summary: {
      zh: '回测中一个项目某月的算法：当时知道什么、灯怎么亮',
      en: 'One month of a project in a back-test: what was known then, and how the lamp came to burn',
    },
    route: 'GET /backtests/:projectId',
    permission: 'rule.read',
    input: z.object({
      ...extent,
      projectId: z.uuid(),
      rule: EditionKey,
      trial: Trial,
      month: Month,
      unitPath: UnitPath.optional(),
    }),
    output: z.object({
      name: z.string(),
      on: Day,
      period: z.string(),
      level: LampLevel,
      evaluation: Evaluation.nullable(),
      refused: LabelSchema.nullable(),
      decided: z.array(Decided),
    }),
  }),
};
