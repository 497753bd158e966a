import * as z from 'zod';
import { Bytes, defineOperation, FileAnswer } from '../../core/operation.ts';
import { ImportAnswer } from '../../core/register/answers.ts';
import { UnitPath } from '../people/unit.ts';
import { Apply } from '../people/unit-operations.ts';
import { LabelSchema, note, revision, words } from '../promotion/shapes.ts';
import { ElementId } from './kind.ts';
import { Month } from './month.ts';
import { DemandView, Quantity, typedAmount } from './shapes.ts';

const id = z.uuid();

export const NewDemand = z.object({
  element: ElementId,
  from: Month,
  /** Left out, for good; of a stock it says nothing. */
  to: Month.nullable().default(null),
  ...typedAmount,
  note: note(500),
});
export type NewDemand = z.infer<typeof NewDemand>;

/** What the promise ledger already says of a project, as a demand that waits for a person. */
export const Suggestion = z.object({
  key: z.string(),
  element: ElementId,
  from: Month,
  to: Month.nullable(),
  quantity: Quantity,
  typed: z.string(),
  unit: z.string(),
  promiseIds: z.array(id),
  said: LabelSchema,
  /** How the amount follows from what is said; null where it is said itself. */
  working: LabelSchema.nullable(),
  /** Where the month comes from. */
  because: LabelSchema,
  /** A standing demand already names this fact. */
  isTaken: z.boolean(),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const demandOperations = {
  'element-demands.list': defineOperation({
    summary: { zh: '要素需求清单', en: 'Demands of projects for elements' },
    route: 'GET /element-demands',
    permission: 'register.read',
    input: z.object({
      unitPath: UnitPath.optional(),
      projectId: id.optional(),
      element: ElementId.optional(),
      /** Withdrawn ones as well. */
      all: z.stringbool().default(false),
    }),
    output: z.object({ demands: z.array(DemandView) }),
  }),

  'element-demands.suggest': defineOperation({
    summary: {
      zh: '由承诺台账推出的需求建议（须人采纳）',
      en: 'Demands that follow from promises, for a person to accept',
    },
    route: 'GET /element-demands/suggestions',
    permission: 'register.read',
    input: z.object({ projectId: id }),
    output: z.object({ suggestions: z.array(Suggestion) }),
  }),

  'element-demands.add': defineOperation({
    summary: { zh: '登记要素需求', en: 'Enter demands of a project' },
    route: 'POST /element-demands',
    permission: 'element.demand',
    input: z.object({ projectId: id, lines: z.array(NewDemand).min(1).max(50) }),
    output: z.object({ demands: z.array(DemandView) }),
  }),

  'element-demands.accept': defineOperation({
    summary: { zh: '采纳需求建议', en: 'Accept suggested demands' },
    route: 'POST /element-demands/accept',
    permission: 'element.demand',
    input: z.object({
      projectId: id,
      keys: z.array(z.string().max(200)).min(1).max(20),
      /** Another first month than the suggested one. */
      from: Month.optional(),
    }),
    output: z.object({ demands: z.array(DemandView) }),
  }),

  'element-demands.change': defineOperation({
    summary: { zh: '更正要素需求', en: 'Put a demand right, with the reason' },
    route: 'PUT /element-demands/:id',
    permission: 'element.demand',
    input: z.object({ id, revision, line: NewDemand, reason: words(500) }),
    output: DemandView,
  }),

  'element-demands.withdraw': defineOperation({
    summary: { zh: '撤回要素需求', en: 'Withdraw a demand, with the reason' },
    route: 'POST /element-demands/:id/withdraw',
    permission: 'element.demand',
    input: z.object({ id, revision, reason: words(500) }),
    output: DemandView,
  }),

  'element-demands.export': defineOperation({
    summary: { zh: '导出要素需求（Excel、CSV）或空表', en: 'Export demands (Excel, CSV) or an empty sheet' },
    route: 'GET /element-demands/export',
    permission: 'register.read',
    gives: 'file',
    input: z.object({
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
      version: z.enum(['all', 'template']).default('all'),
      unitPath: UnitPath.optional(),
    }),
    output: FileAnswer,
  }),

  'element-demands.import': defineOperation({
    summary: { zh: '导入要素需求（Excel、CSV），先预览', en: 'Import demands (Excel, CSV), with a preview first' },
    route: 'POST /element-demands/import',
    permission: 'element.demand',
    takes: 'bytes',
    input: z.object({ name: z.string().min(1).max(255), bytes: Bytes, apply: Apply, digest: z.string().optional() }),
    output: ImportAnswer,
  }),
};
