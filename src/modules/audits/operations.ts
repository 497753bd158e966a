import * as z from 'zod';
import { defineOperation, FileAnswer } from '../../core/operation.ts';
import { AuditFilter, AuditRow, auditFilter, Verification } from './audit.ts';

export const auditOperations = {
  'audits.search': defineOperation({
    summary: { zh: '查询审计记录', en: 'Search the audit, newest first' },
    route: 'GET /audits',
    permission: 'audit.read',
    input: z.object({
      ...auditFilter,
      /** `next` of the page before. */
      cursor: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(AuditRow), next: z.string().nullable() }),
  }),

  'audits.of': defineOperation({
    summary: { zh: '一项内容的修改记录', en: 'Who changed one thing, when, from what; newest first' },
    route: 'GET /audits/of/:entity/:id',
    permission: 'history.read',
    input: z.object({ entity: z.string().min(1).max(200), id: z.string().min(1).max(200) }),
    output: z.object({ rows: z.array(AuditRow) }),
  }),

  'audits.verify': defineOperation({
    summary: { zh: '核验审计链', en: 'Verify that no audit row was changed, removed or forged' },
    route: 'POST /audits/verify',
    permission: 'audit.read',
    input: z.object({}),
    output: Verification,
  }),

  'audits.last-check': defineOperation({
    summary: { zh: '最近一次核验', en: 'The last verification' },
    route: 'GET /audits/check',
    permission: 'audit.read',
    input: z.object({}),
    output: z.object({
      check: z.object({ at: z.string(), by: z.string(), rows: z.int(), broken: z.int() }).nullable(),
    }),
  }),

  'audits.export': defineOperation({
    summary: { zh: '导出审计记录', en: 'Export audit rows as CSV with their digests' },
    route: 'GET /audits/export',
    permission: 'audit.read',
    gives: 'file',
    input: AuditFilter,
    output: FileAnswer,
  }),
};
