import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';
import { UnitPath } from '../people/unit.ts';

/** 应付款. What was delivered on a day and is to be paid; amounts in 元 as exact text. */
export const Payable = z.object({
  deliveredOn: Day,
  amount: z.string(),
  /** Days that the contract gives; null where it is silent. */
  agreedDays: z.int().nullable(),
});
export type Payable = z.infer<typeof Payable>;

export const Owed = z.object({ id: z.uuid(), payables: z.array(Payable), paid: z.string() });
export type Owed = z.infer<typeof Owed>;

export const owedOperations = {
  'projects.owed': defineOperation({
    summary: { zh: '各项目的应付款与已支付', en: 'Payables of many projects, and what was paid' },
    route: 'GET /projects/owed',
    permission: 'register.read',
    isInner: true,
    input: z.object({
      /** This unit and those below; left out, the own scope. */
      unitPath: UnitPath.optional(),
      on: Day.optional(),
    }),
    /** Projects without a payable are left out: what they owe is not known. Deliveries in the order of their days. */
    output: z.object({ projects: z.array(Owed) }),
  }),
};
