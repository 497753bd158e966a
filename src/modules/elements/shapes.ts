import * as z from 'zod';
import { Day } from '../../core/day.ts';
import type { Label } from '../../core/text.ts';
import { keysOf, LabelSchema, ProjectLine, words } from '../promotion/shapes.ts';
import type { cellStates } from './balance.ts';
import { ElementId } from './kind.ts';
import { Month } from './month.ts';

/** An amount in the unit of its element, as exact text. */
export const Quantity = z.string();
/** As a person types it: a figure and a unit of the same dimension. */
export const typedAmount = { typed: words(40), unit: words(20) };

/** Where a demand comes from. */
export const DemandSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('typed') }),
  z.object({ kind: z.literal('import'), file: z.string().max(255), row: z.int() }),
  /** A fact of the promise ledger, which names its own document and line. */
  z.object({
    kind: z.literal('promise'),
    promiseIds: z.array(z.uuid()).min(1),
    said: LabelSchema,
    working: LabelSchema.nullable(),
  }),
]);
export type DemandSource = z.infer<typeof DemandSource>;

export const DemandView = z.object({
  id: z.uuid(),
  project: ProjectLine,
  element: ElementId,
  from: Month,
  /** Null is for good. */
  to: Month.nullable(),
  /** In the unit of the element: of a stock once, else of each month. */
  quantity: Quantity,
  typed: z.string(),
  unit: z.string(),
  source: DemandSource,
  note: z.string().nullable(),
  isWithdrawn: z.boolean(),
  reason: z.string().nullable(),
  revision: z.int(),
  updatedAt: z.string(),
  updatedBy: z.string(),
});
export type DemandView = z.infer<typeof DemandView>;

export const QuotaView = z.object({
  id: z.uuid(),
  unitPath: z.string(),
  element: ElementId,
  period: z.string(),
  /** Months in which it may be used; `to` is null where it holds for good. */
  from: Month,
  to: Month.nullable(),
  quantity: Quantity,
  typed: z.string(),
  unit: z.string(),
  /** Number of the document that it rests on. */
  number: z.string(),
  parentId: z.uuid().nullable(),
  note: z.string().nullable(),
  isWithdrawn: z.boolean(),
  reason: z.string().nullable(),
  revision: z.int(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  /** Passed down, given to projects, and still free in the tightest month to come. */
  passed: Quantity,
  allocated: Quantity,
  free: Quantity,
});
export type QuotaView = z.infer<typeof QuotaView>;

/** What the rule proposed when people decided. */
export const Proposal = z.object({
  rule: z.string(),
  place: z.int().nullable(),
  of: z.int(),
  quantity: Quantity.nullable(),
  said: z.array(LabelSchema),
});
export type Proposal = z.infer<typeof Proposal>;

export const AllocationView = z.object({
  id: z.uuid(),
  revision: z.int(),
  project: ProjectLine,
  element: ElementId,
  quotaId: z.uuid(),
  /** The quota that it came out of; null where it is held above the reader. */
  quota: z.object({ unitPath: z.string(), number: z.string() }).nullable(),
  from: Month,
  to: Month,
  quantity: Quantity,
  typed: z.string(),
  unit: z.string(),
  basis: z.string(),
  decidedOn: Day,
  isWithdrawn: z.boolean(),
  isOverruled: z.boolean(),
  reason: z.string().nullable(),
  proposal: Proposal.nullable(),
  at: z.string(),
  by: z.string(),
});
export type AllocationView = z.infer<typeof AllocationView>;

/** Lamp and word of a month. */
export const cellLamps = {
  none: { label: { zh: '无需求', en: 'None asked' }, lamp: 'unknown' },
  unset: { label: { zh: '未下达指标', en: 'No quota yet' }, lamp: 'yellow' },
  short: { label: { zh: '有缺口', en: 'Short' }, lamp: 'red' },
  waiting: { label: { zh: '待分配', en: 'To be given' }, lamp: 'yellow' },
  met: { label: { zh: '已满足', en: 'Met' }, lamp: 'green' },
} as const satisfies Record<(typeof cellStates)[number], { label: Label; lamp: string }>;

export const CellView = z.object({
  month: Month,
  demand: Quantity,
  /** Null where no quota is in force, which is not zero. */
  quota: Quantity.nullable(),
  allocated: Quantity,
  free: Quantity,
  over: Quantity,
  lacking: Quantity,
  short: Quantity.nullable(),
  state: keysOf(cellLamps),
});
export type CellView = z.infer<typeof CellView>;

const First = z.object({ month: Month, quantity: Quantity }).nullable();

export const ElementRow = z.object({
  element: ElementId,
  label: LabelSchema,
  unit: z.string(),
  cells: z.array(CellView),
  /** The first month that is short, and by how much. */
  firstShort: First,
  /** Projects that ask for it, and those that lack some of it in a month shown. */
  projects: z.int(),
  lacking: z.int(),
});
export type ElementRow = z.infer<typeof ElementRow>;

export const AskingProject = z.object({
  project: ProjectLine,
  /** In each month shown: needed, given, lacking. */
  months: z.array(z.object({ need: Quantity, got: Quantity, lacking: Quantity })),
  firstLack: First,
});
export type AskingProject = z.infer<typeof AskingProject>;

export const Window = {
  /** First month shown; left out, January of this year. */
  from: Month.optional(),
  months: z.coerce.number().int().min(1).max(36).default(12),
};
