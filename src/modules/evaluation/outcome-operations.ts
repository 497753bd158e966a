import * as z from 'zod';
import { defineOperation } from '../../core/operation.ts';
import { GivenFacts } from '../../core/rules/cases.ts';
import { Shown } from '../../core/rules/fact.ts';
import { UnitPath } from '../people/unit.ts';

/** Verdicts on many subjects without their working, for those who colour a map or a board. */
export const outcomeOperations = {
  'rules.outcomes': defineOperation({
    summary: { zh: '按规则一次判断许多对象（不留记录）', en: 'What an edition says of many subjects; nothing is kept' },
    route: 'GET /rules/:ruleId/:edition/outcomes',
    permission: 'rule.read',
    isInner: true,
    input: z.object({
      ruleId: z.string().max(100),
      edition: z.string().max(100),
      /** Whose decisions hold; left out, the own unit. */
      unitPath: UnitPath.optional(),
      subjects: z.array(GivenFacts).max(20_000),
    }),
    /** In the order of the subjects, by rule of the outcome. */
    output: z.object({ outcomes: z.array(z.record(z.string(), Shown)) }),
  }),
};
