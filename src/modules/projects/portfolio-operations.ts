import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';
import { UnitPath } from '../people/unit.ts';
import { Stage } from './board-operations.ts';
import { Enrolment } from './delivery-operations.ts';

/** A project as those read it who judge many of them at once. */
export const PortfolioProject = z.object({
  id: z.uuid(),
  tenantId: z.string(),
  name: z.string(),
  unitPath: z.string(),
  /** Null where nobody has ever said it. */
  stage: Stage.nullable(),
  parkId: z.string().nullable(),
  industry: z.string().nullable(),
  /** 元, exact. */
  investment: z.string().nullable(),
  startOn: Day.nullable(),
  finishOn: Day.nullable(),
  /** Plan of the year of the day, 元. */
  planned: z.string().nullable(),
  /** Days that count in the statistics of investment. */
  startedOn: Day.nullable(),
  completedOn: Day.nullable(),
  producingOn: Day.nullable(),
  /** Whether its steps are kept here, so that a step that is not there was not made. */
  isFollowed: z.boolean(),
  enrolment: Enrolment,
  /** Completed before the books were opened, 元; null without an entry. */
  opening: z.string().nullable(),
  lists: z.array(z.object({ list: z.string(), year: z.int() })),
  hasOfficer: z.boolean(),
});
export type PortfolioProject = z.infer<typeof PortfolioProject>;

export const portfolioOperations = {
  'projects.portfolio': defineOperation({
    summary: { zh: '全部项目的要点', en: 'What many projects are judged by, in one read' },
    route: 'GET /projects/portfolio',
    permission: 'register.read',
    isInner: true,
    input: z.object({
      /** This unit and those below; left out, the own scope. */
      unitPath: UnitPath.optional(),
      ids: z.array(z.uuid()).max(20_000).optional(),
      on: Day.optional(),
    }),
    output: z.object({ projects: z.array(PortfolioProject) }),
  }),
};
