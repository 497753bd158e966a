import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';
import { ShownRecord } from '../../core/register/answers.ts';
import { registerOperations } from '../../core/register/operations.ts';
import { type ParkLevel, parkLevels, parkRegister } from './register.ts';

export const parkOperations = {
  ...registerOperations(parkRegister),

  'parks.upgrade': defineOperation({
    summary: { zh: '园区：升级', en: 'Parks: raise the level' },
    route: 'POST /parks/records/:id/upgrade',
    permission: 'register.write',
    input: z.object({
      id: z.uuid(),
      revision: z.coerce.number().int(),
      level: z.enum(Object.keys(parkLevels) as [ParkLevel, ...ParkLevel[]]),
      from: Day,
      approval: z.string().trim().max(100).optional(),
      reason: z.string().trim().max(500).nullable().default(null),
    }),
    output: ShownRecord,
  }),
};
