import * as z from 'zod';
import { defineOperation } from '../../core/operation.ts';
import { Shown } from '../../core/rules/fact.ts';
import { UnitPath } from '../people/unit.ts';
import { keysOf, LabelSchema, ProjectLine } from '../promotion/shapes.ts';
import { Suggestion } from './demand-operations.ts';
import { behaviours, carries, ElementId } from './kind.ts';
import { Month } from './month.ts';
import { AllocationView, AskingProject, DemandView, ElementRow, Quantity, QuotaView, Window } from './shapes.ts';

const id = z.uuid();

const Kind = z.object({
  id: ElementId,
  class: z.string(),
  label: LabelSchema,
  unit: z.string(),
  behaviour: keysOf(behaviours),
  carry: keysOf(carries),
  source: z.string(),
});

/** A project in the order of the rule, with what the rule says and what it would get. */
export const OrderLine = z.object({
  project: ProjectLine,
  place: z.int().nullable(),
  isVetoed: z.boolean().nullable(),
  outcome: z.record(z.string(), Shown),
  /** The working of the rule, a line each. */
  said: z.array(LabelSchema),
  wanted: z.object({ from: Month, to: Month, quantity: Quantity }),
  offer: z.object({ from: Month, to: Month, quantity: Quantity }).nullable(),
});
export type OrderLine = z.infer<typeof OrderLine>;

export const OrderAnswer = z.object({
  quota: QuotaView,
  rule: z.object({ ruleId: z.string(), edition: z.string(), label: LabelSchema }),
  /** What the office has to decide before the rule runs; the projects then stand without places. */
  refused: LabelSchema.nullable(),
  lines: z.array(OrderLine),
});
export type OrderAnswer = z.infer<typeof OrderAnswer>;

export const balanceOperations = {
  'elements.kinds': defineOperation({
    summary: { zh: '要素种类及累计、结转办法', en: 'Kinds of elements, and how their amounts behave' },
    route: 'GET /elements/kinds',
    permission: 'register.read',
    input: z.object({}),
    output: z.object({ kinds: z.array(Kind), classes: z.array(z.object({ id: z.string(), label: LabelSchema })) }),
  }),

  'elements.balance': defineOperation({
    summary: {
      zh: '要素平衡：需求、指标、分配、缺口，逐月',
      en: 'Demand, quota, allocation and shortage by element and month',
    },
    route: 'GET /elements/balance',
    permission: 'register.read',
    input: z.object({ unitPath: UnitPath.optional(), ...Window }),
    output: z.object({ from: Month, months: z.array(Month), rows: z.array(ElementRow) }),
  }),

  'elements.show': defineOperation({
    summary: { zh: '一种要素：谁要、谁有、分给了谁', en: 'One element: who asks, who holds, who was given' },
    route: 'GET /elements/balance/:element',
    permission: 'register.read',
    input: z.object({ element: ElementId, unitPath: UnitPath.optional(), ...Window }),
    output: z.object({
      row: ElementRow,
      months: z.array(Month),
      quotas: z.array(QuotaView),
      /** Those that lack it first, the earliest month first. */
      projects: z.array(AskingProject),
      allocations: z.array(AllocationView),
      /** The units directly below that ask or hold. */
      units: z.array(ElementRow.extend({ unitPath: z.string() })),
    }),
  }),

  'elements.short': defineOperation({
    summary: { zh: '谁何时缺什么', en: 'Who is short of what, and from when' },
    route: 'GET /elements/short',
    permission: 'register.read',
    input: z.object({ unitPath: UnitPath.optional(), ...Window }),
    /** The earliest first. */
    output: z.object({
      short: z.array(
        z.object({
          element: ElementId,
          label: LabelSchema,
          unit: z.string(),
          project: ProjectLine,
          month: Month,
          quantity: Quantity,
        }),
      ),
    }),
  }),

  'elements.order': defineOperation({
    summary: {
      zh: '按规则建议的分配次序与数量（由人决定）',
      en: 'The order that the rule proposes for a quota; people decide',
    },
    route: 'GET /element-quotas/:quotaId/order',
    permission: 'register.read',
    /** From this month on; left out, this month. */
    input: z.object({ quotaId: id, month: Month.optional() }),
    output: OrderAnswer,
  }),

  'elements.project': defineOperation({
    summary: { zh: '一个项目的要素需求与分配', en: 'What a project asks for and was given' },
    route: 'GET /elements/projects/:projectId',
    permission: 'register.read',
    input: z.object({ projectId: id }),
    output: z.object({
      months: z.array(Month),
      lines: z.array(
        z.object({
          element: ElementId,
          label: LabelSchema,
          unit: z.string(),
          demands: z.array(DemandView),
          allocations: z.array(AllocationView),
          asking: AskingProject.nullable(),
        }),
      ),
      suggestions: z.array(Suggestion),
    }),
  }),
};
