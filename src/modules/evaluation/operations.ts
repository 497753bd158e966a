import * as z from 'zod';
import { defineOperation } from '../../core/operation.ts';
import { Period } from '../../core/period.ts';
import { GivenFacts } from '../../core/rules/cases.ts';
import { Evaluation, Mark } from '../../core/rules/working.ts';
import { UnitPath } from '../people/unit.ts';
import { BacktestAnswer, Choice, ComparedAnswer, RuleDetail, RuleSummary, StoredEvaluation } from './rule-views.ts';

const which = { ruleId: z.string().max(100), edition: z.string().max(100) };
/** Left out, the own unit. */
const unitPath = UnitPath.optional();

/** JSON as text, because a query is text. */
const jsonText = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .max(20_000)
    .default('{}')
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: '须是 JSON (JSON is expected)' });
        return z.NEVER;
      }
    })
    .pipe(schema);

const Answers = z.record(z.string(), z.string());

export const ruleOperations = {
  'rules.list': defineOperation({
    summary: { zh: '规则列表', en: 'List the editions of rules' },
    route: 'GET /rules',
    permission: 'rule.read',
    input: z.object({ unitPath }),
    output: z.object({ rules: z.array(RuleSummary) }),
  }),

  'rules.show': defineOperation({
    summary: { zh: '查看规则：来源、问题、算例', en: 'Show an edition: source, questions, worked cases' },
    route: 'GET /rules/:ruleId/:edition',
    permission: 'rule.read',
    input: z.object({ ...which, unitPath }),
    output: RuleDetail,
  }),

  'rules.try': defineOperation({
    summary: { zh: '试算规则（不留记录）', en: 'Try an edition on given facts; nothing is kept' },
    route: 'GET /rules/:ruleId/:edition/try',
    permission: 'rule.read',
    input: z.object({
      ...which,
      unitPath,
      facts: jsonText(GivenFacts),
      /** Answers for this trial alone, in the place of what the unit has decided. */
      answers: jsonText(Answers),
    }),
    output: z.object({ evaluation: Evaluation, isTrial: z.boolean() }),
  }),

  'rules.compare': defineOperation({
    summary: { zh: '两个版次对同一批对象对照', en: 'Compare two editions on the same subjects' },
    route: 'POST /rules/compare',
    permission: 'rule.read',
    input: z.object({
      unitPath,
      first: z.object(which),
      second: z.object(which),
      subjects: z
        .array(z.object({ id: z.string().max(100), facts: GivenFacts }))
        .min(1)
        .max(5000),
    }),
    output: ComparedAnswer,
  }),

  'rules.backtest': defineOperation({
    summary: { zh: '预警灯按往月回测', en: 'Test a lamp on past months' },
    route: 'POST /rules/:ruleId/:edition/backtest',
    permission: 'rule.read',
    input: z.object({
      ...which,
      unitPath,
      histories: z
        .array(
          z.object({
            subject: z.string().max(100),
            /** The month in which the trouble was known; null if none came. */
            troubleIn: Period.nullable(),
            months: z
              .array(z.object({ period: Period, facts: GivenFacts }))
              .min(1)
              .max(120),
          }),
        )
        .min(1)
        .max(2000),
    }),
    output: BacktestAnswer,
  }),

  'rules.decide': defineOperation({
    summary: { zh: '决定规则中没有写明的事项', en: 'Decide what the document of a rule leaves open' },
    route: 'POST /rules/:ruleId/:edition/choices',
    permission: 'rule.decide',
    input: z.object({
      ...which,
      unitPath,
      question: z.string().max(100),
      answer: z.string().min(1).max(100),
      reason: z.string().trim().min(2).max(1000),
    }),
    output: Choice,
  }),

  'rules.evaluate': defineOperation({
    summary: { zh: '按规则评价一个对象（留记录）', en: 'Evaluate a subject by an edition and keep the working' },
    route: 'POST /rules/:ruleId/:edition/evaluations',
    permission: 'rule.evaluate',
    input: z.object({
      ...which,
      unitPath,
      subjectId: z.string().min(1).max(200),
      period: Period.optional(),
      facts: GivenFacts,
      /** Where each fact was taken from; the working repeats it. */
      origins: z.record(z.string(), z.object({ zh: z.string(), en: z.string() })).default({}),
    }),
    output: z.object({ id: z.uuid(), evaluation: Evaluation, marks: z.array(Mark) }),
  }),

  'rules.evaluations': defineOperation({
    summary: { zh: '已作的评价', en: 'Evaluations that were kept' },
    route: 'GET /rule-evaluations',
    permission: 'rule.read',
    input: z.object({
      ruleId: z.string().max(100).optional(),
      edition: z.string().max(100).optional(),
      subjectId: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ evaluations: z.array(StoredEvaluation) }),
  }),
};
