import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';
import { UnitPath } from '../people/unit.ts';
import { ProjectList } from './delivery.ts';
import { facts, projectActions } from './lifecycle.ts';
import { projectStages } from './register.ts';

const keysOf = <T extends string>(labels: Readonly<Record<T, unknown>>) => z.enum(Object.keys(labels) as [T, ...T[]]);
const id = z.uuid();

export const Stage = keysOf(projectStages);
export const Action = z.enum(projectActions);
export const Fact = keysOf(facts);

export const ProjectCard = z.object({
  id,
  name: z.string(),
  code: z.string().nullable(),
  unitPath: z.string(),
  stage: Stage,
  /** Day of the last step; null for a project that was recorded in this stage. */
  since: Day.nullable(),
  parkId: z.string().nullable(),
  ownerId: z.string().nullable(),
  industry: z.string().nullable(),
  /** Total investment in 元 as exact text. */
  investment: z.string().nullable(),
  startOn: Day.nullable(),
  finishOn: Day.nullable(),
});
export type ProjectCard = z.infer<typeof ProjectCard>;

/** A card of the board says what its next step on the way to production still needs. */
export const BoardCard = ProjectCard.extend({ next: Action.nullable(), lacks: z.array(Fact) });
export type BoardCard = z.infer<typeof BoardCard>;

const BoardFilter = z.object({
  unitPath: UnitPath.optional(),
  parkId: id.optional(),
  list: ProjectList.optional(),
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  search: z.string().max(100).optional(),
});

export const boardOperations = {
  'delivery.board': defineOperation({
    summary: { zh: '项目看板：各阶段的项目', en: 'The board: projects by stage' },
    route: 'GET /delivery/board',
    permission: 'register.read',
    input: BoardFilter.extend({
      /** How many of each stage; the counts are of all. */
      limit: z.coerce.number().int().min(1).max(1000).default(50),
    }),
    output: z.object({
      stages: z.array(z.object({ stage: Stage, count: z.int(), investment: z.string() })),
      cards: z.array(BoardCard),
    }),
  }),

  'delivery.cards': defineOperation({
    summary: { zh: '按阶段依次列出项目', en: 'Projects stage after stage, some at a time' },
    route: 'GET /delivery/cards',
    permission: 'register.read',
    input: BoardFilter.extend({
      /** One column of the board; left out, all of them in their order. */
      stage: Stage.optional(),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ cards: z.array(BoardCard) }),
  }),
};
