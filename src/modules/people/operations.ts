import * as z from 'zod';
import { defineOperation } from '../../core/operation.ts';

export const peopleOperations = {
  'session.show': defineOperation({
    summary: { zh: '当前用户', en: 'Who is signed in' },
    route: 'GET /session',
    permission: 'session.read',
    input: z.object({}),
    output: z.object({
      id: z.string(),
      name: z.string(),
      unitPath: z.string(),
      permissions: z.array(z.string()),
      /** The plainly marked local sample officer of `npm start`. */
      isSample: z.boolean(),
    }),
  }),
};
