import * as z from 'zod';
import { defineOperation } from '../../core/operation.ts';
import { Stage } from './board-operations.ts';

const Label = z.object({ zh: z.string(), en: z.string() });

const KinProject = z.object({
  id: z.uuid(),
  name: z.string(),
  unitPath: z.string(),
  stage: Stage.nullable(),
  /** 元, exact. */
  investment: z.string().nullable(),
  since: z.string(),
});

export const kinOperations = {
  'projects.kin': defineOperation({
    summary: { zh: '疑似更名或拆分的项目', en: 'Projects that may be one renamed, or one divided' },
    route: 'GET /delivery/kin',
    permission: 'register.read',
    input: z.object({
      /** Only what this project is part of. */
      id: z.uuid().optional(),
    }),
    output: z.object({
      kin: z.array(
        z.object({
          kind: z.enum(['renamed', 'split']),
          /** The earlier one, or the whole, first. */
          projects: z.array(KinProject),
          grounds: z.array(Label),
        }),
      ),
    }),
  }),
};
