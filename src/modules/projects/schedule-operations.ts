import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';
import { UnitPath } from '../people/unit.ts';
import { projectStages } from './register.ts';

const stages = Object.keys(projectStages) as (keyof typeof projectStages)[];

/** Before the first spade: what was to start and stands here has not started. */
export const beforeStart = ['idea', 'reserved', 'negotiation', 'signed', 'preparation', 'land'] as const;
/** Work goes on: the plan of the year is measured against what was completed. */
export const underWay = ['started', 'building'] as const;

const Scheduled = z.object({
  id: z.string(),
  name: z.string(),
  unitPath: z.string(),
  parkId: z.string().nullable(),
  industry: z.string().nullable(),
  stage: z.enum(stages as [keyof typeof projectStages]),
  startOn: Day.nullable(),
  /** Plan of the year in 元 as exact text. */
  planned: z.string().nullable(),
});
export type Scheduled = z.infer<typeof Scheduled>;

export const scheduleOperations = {
  'projects.schedule': defineOperation({
    summary: {
      zh: '到期未开工的项目、在建项目的年度计划',
      en: 'Projects that did not start when planned, and the year’s plan of those under way',
    },
    route: 'GET /projects/schedule',
    permission: 'register.read',
    input: z.object({
      /** This unit and those below; left out, the own scope. */
      unitPath: UnitPath.optional(),
      /** As the register stands on this day. */
      on: Day.optional(),
    }),
    output: z.object({
      on: Day,
      /** By the planned day, the earliest first. */
      notStarted: z.array(Scheduled),
      underWay: z.array(Scheduled),
    }),
  }),
};
