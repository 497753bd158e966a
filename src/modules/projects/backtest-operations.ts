import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';
import { UnitPath } from '../people/unit.ts';
import { Stage } from './board-operations.ts';

/** A state of the register: from when it holds, and on which day it was written. Amounts in 元 as exact text. */
export const PastVersion = z.object({
  from: Day,
  recordedOn: Day,
  stage: Stage.nullable(),
  startOn: Day.nullable(),
  finishOn: Day.nullable(),
  investment: z.string().nullable(),
  /** Planned investment by year. */
  plans: z.record(z.string(), z.string()),
});
export type PastVersion = z.infer<typeof PastVersion>;

export const PastStep = z.object({
  track: z.enum(['life', 'statistics']),
  action: z.string(),
  to: z.string(),
  on: Day,
  recordedOn: Day,
});
export type PastStep = z.infer<typeof PastStep>;

export const PastFund = z.object({
  kind: z.enum(['payable', 'paid']),
  on: Day,
  recordedOn: Day,
  amount: z.string(),
  agreedDays: z.int().nullable(),
});
export type PastFund = z.infer<typeof PastFund>;

/** Everything a lamp reads of a project, each piece with the day on which it was written down. */
export const PastProject = z.object({
  id: z.uuid(),
  name: z.string(),
  unitPath: z.string(),
  versions: z.array(PastVersion),
  steps: z.array(PastStep),
  funds: z.array(PastFund),
});
export type PastProject = z.infer<typeof PastProject>;

export const pastOperations = {
  'projects.past': defineOperation({
    summary: {
      zh: '项目历次状态、进展与资金，及各自的登记日期',
      en: 'States, steps and money of projects through time, with the day on which each was recorded',
    },
    route: 'GET /projects/past',
    permission: 'register.read',
    isInner: true,
    input: z.object({ unitPath: UnitPath.optional(), ids: z.array(z.uuid()).max(20_000).optional() }),
    output: z.object({ projects: z.array(PastProject) }),
  }),
};
