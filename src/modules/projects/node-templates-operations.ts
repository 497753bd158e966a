import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { Bytes, defineOperation, FileAnswer } from '../../core/operation.ts';
import { UnitPath } from '../people/unit.ts';
import { NodeId } from './node-plan.ts';
import { NodeTemplate } from './node-templates.ts';

const Label = z.object({ zh: z.string(), en: z.string() });
const reason = z.string().trim().max(500).nullable().default(null);
const revision = z.coerce.number().int().min(0);

export const ShownTemplate = NodeTemplate.extend({
  /** Null for one that ships; otherwise the unit whose own it is. */
  unitPath: z.string().nullable(),
  /** 0 for one that ships. */
  revision: z.int(),
  /** No new plan begins with it from this day on. */
  withdrawnOn: Day.nullable(),
  /** Plans in scope that began with it, in any version. */
  plans: z.int(),
});
export type ShownTemplate = z.infer<typeof ShownTemplate>;

export const TemplateVersion = NodeTemplate.omit({ id: true }).extend({
  revision: z.int(),
  reason: z.string().nullable(),
  at: z.string(),
  by: z.string(),
});
export type TemplateVersion = z.infer<typeof TemplateVersion>;

const Finding = z.object({
  node: z.string().nullable(),
  field: z.enum(['name', 'days', 'after', 'item']).nullable(),
  severity: z.enum(['error', 'advice']),
  message: Label,
});

export const templateOperations = {
  'nodes.templates': defineOperation({
    summary: { zh: '节点模板：通用与本单位的', en: 'Templates of nodes: those that ship and the office’s own' },
    route: 'GET /nodes/templates',
    permission: 'register.read',
    input: z.object({
      /** Those that were withdrawn, too. */
      withWithdrawn: z.stringbool().default(false),
    }),
    output: z.object({
      note: z.string(),
      /** The unit of whoever asks: its templates are those that it may change. */
      own: z.string(),
      templates: z.array(ShownTemplate),
    }),
  }),

  'nodes.template-history': defineOperation({
    summary: { zh: '节点模板的历次版本', en: 'Every version of a template' },
    route: 'GET /nodes/templates/:id/history',
    permission: 'register.read',
    input: z.object({ id: NodeId, unitPath: UnitPath }),
    output: z.object({ versions: z.array(TemplateVersion) }),
  }),

  'nodes.save-template': defineOperation({
    summary: { zh: '保存本单位的节点模板', en: 'Save a template of the office' },
    route: 'PUT /nodes/templates/:id',
    permission: 'project.move',
    input: NodeTemplate.extend({
      /** 0 for a new one, and for the first change of one that ships. */
      revision,
      reason,
    }),
    output: ShownTemplate,
  }),

  'nodes.withdraw-template': defineOperation({
    summary: { zh: '停用本单位的节点模板', en: 'Withdraw a template of the office' },
    route: 'POST /nodes/templates/:id/withdraw',
    permission: 'project.move',
    input: z.object({ id: NodeId, revision }),
    output: ShownTemplate,
  }),

  'nodes.read-template': defineOperation({
    summary: {
      zh: '读入别处给的节点模板（Excel、CSV 或 YAML，不保存）',
      en: 'Read a template from a file; nothing is saved',
    },
    route: 'POST /nodes/templates/read',
    permission: 'project.move',
    takes: 'bytes',
    input: z.object({ name: z.string().min(1).max(255), bytes: Bytes }),
    output: z.object({ template: NodeTemplate, findings: z.array(Finding) }),
  }),

  'nodes.export-template': defineOperation({
    summary: { zh: '导出节点模板（Excel 或 YAML）', en: 'Export a template as Excel or YAML' },
    route: 'GET /nodes/templates/:id/export/:format',
    permission: 'register.read',
    gives: 'file',
    input: z.object({
      id: NodeId,
      format: z.enum(['xlsx', 'yaml']),
      /** Whose own; left out, the one that ships. */
      unitPath: UnitPath.optional(),
    }),
    output: FileAnswer,
  }),
};
