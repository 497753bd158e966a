import * as z from 'zod';
import { Bytes, defineOperation, FileAnswer } from '../../core/operation.ts';
import { Period } from '../../core/period.ts';
import { ImportAnswer } from '../../core/register/answers.ts';
import { UnitPath } from '../people/unit.ts';
import { Apply } from '../people/unit-operations.ts';
import { note, revision, words } from '../promotion/shapes.ts';
import { ElementId } from './kind.ts';
import { QuotaView, typedAmount } from './shapes.ts';

const id = z.uuid();

export const NewQuota = z.object({
  element: ElementId,
  /** Who holds it; left out, the own unit. */
  unitPath: UnitPath.optional(),
  period: Period,
  ...typedAmount,
  /** The document that it rests on. */
  number: words(200),
  /** 下达: taken out of this quota of a unit above. */
  parentId: id.nullable().default(null),
  note: note(500),
});
export type NewQuota = z.infer<typeof NewQuota>;

export const quotaOperations = {
  'element-quotas.list': defineOperation({
    summary: { zh: '要素指标清单：下达、已分配、可用', en: 'Quotas of elements: passed down, given, free' },
    route: 'GET /element-quotas',
    permission: 'register.read',
    input: z.object({
      unitPath: UnitPath.optional(),
      element: ElementId.optional(),
      /** Withdrawn ones as well. */
      all: z.stringbool().default(false),
    }),
    output: z.object({ quotas: z.array(QuotaView) }),
  }),

  'element-quotas.add': defineOperation({
    summary: { zh: '登记指标，或从上级指标下达', en: 'Enter a quota, or pass one down' },
    route: 'POST /element-quotas',
    permission: 'element.quota',
    input: NewQuota,
    output: QuotaView,
  }),

  'element-quotas.change': defineOperation({
    summary: { zh: '调整指标（不低于已分配）', en: 'Change a quota, never below what was given' },
    route: 'PUT /element-quotas/:id',
    permission: 'element.quota',
    input: z.object({
      id,
      revision,
      period: Period,
      ...typedAmount,
      number: words(200),
      note: note(500),
      reason: words(500),
    }),
    output: QuotaView,
  }),

  'element-quotas.withdraw': defineOperation({
    summary: { zh: '撤回没有分配的指标', en: 'Withdraw a quota of which nothing was given' },
    route: 'POST /element-quotas/:id/withdraw',
    permission: 'element.quota',
    input: z.object({ id, revision, reason: words(500) }),
    output: QuotaView,
  }),

  'element-quotas.export': defineOperation({
    summary: { zh: '导出要素指标（Excel、CSV）或空表', en: 'Export quotas (Excel, CSV) or an empty sheet' },
    route: 'GET /element-quotas/export',
    permission: 'register.read',
    gives: 'file',
    input: z.object({
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
      version: z.enum(['all', 'template']).default('all'),
      unitPath: UnitPath.optional(),
    }),
    output: FileAnswer,
  }),

  'element-quotas.import': defineOperation({
    summary: { zh: '导入要素指标（Excel、CSV），先预览', en: 'Import quotas (Excel, CSV), with a preview first' },
    route: 'POST /element-quotas/import',
    permission: 'element.quota',
    takes: 'bytes',
    input: z.object({ name: z.string().min(1).max(255), bytes: Bytes, apply: Apply, digest: z.string().optional() }),
    output: ImportAnswer,
  }),
};
