import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { Bytes, defineOperation, FileAnswer } from '../../core/operation.ts';
import { Period } from '../../core/period.ts';
import { UnitPath } from '../people/unit.ts';
import { Form } from './form.ts';

const Label = z.object({ zh: z.string(), en: z.string() });
const formId = z.string().min(1).max(100);

/** Left out, the own unit and the last period that has ended. */
const subject = { formId, unitPath: UnitPath.optional(), period: Period.optional() };

export const FormSummary = z.object({
  id: z.string(),
  edition: z.string(),
  label: Label,
  /** 表号, 制表机关, 批准文号, 有效期; or that it is an internal ledger. */
  legal: Label,
  isValid: z.boolean(),
  period: z.enum(['month', 'quarter', 'year']),
  filledBy: z.enum(['county', 'zone', 'enterprise']),
  /** The last period that has ended, by when its report is due, and until when with leave. */
  current: Period,
  dueOn: Day,
  lateUntil: Day,
  source: z.string(),
});
export type FormSummary = z.infer<typeof FormSummary>;

export const Finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'advice']),
  message: Label,
  arithmetic: z.string().nullable(),
  /** The cell in the report, and its place in the file, such as “主表!D7”. */
  cell: z.string().nullable(),
  place: z.string().nullable(),
});
export type Finding = z.infer<typeof Finding>;

export const reportOperations = {
  'reports.forms': defineOperation({
    summary: { zh: '报表目录：法定标识与报送期限', en: 'The forms with their legal header and due days' },
    route: 'GET /reports/forms',
    permission: 'report.read',
    input: z.object({}),
    output: z.object({ today: Day, forms: z.array(FormSummary) }),
  }),

  'reports.form': defineOperation({
    summary: { zh: '一张报表的全部栏目与审核关系', en: 'A form: its fields, lists and relations' },
    route: 'GET /reports/forms/:formId',
    permission: 'report.read',
    input: z.object({ formId }),
    output: z.object({ summary: FormSummary, form: Form }),
  }),

  'reports.template': defineOperation({
    summary: { zh: '下载预填的 Excel 模板', en: 'The pre-filled Excel template of a form' },
    route: 'GET /reports/forms/:formId/template',
    permission: 'report.read',
    gives: 'file',
    input: z.object(subject),
    output: FileAnswer,
  }),

  'reports.check-file': defineOperation({
    summary: { zh: '审核填好的 Excel 报表（不写入）', en: 'Check a filled template; nothing is written' },
    route: 'POST /reports/forms/:formId/check',
    permission: 'report.read',
    takes: 'bytes',
    input: z.object({ ...subject, name: z.string().min(1).max(255), bytes: Bytes }),
    output: z.object({
      unitName: z.string(),
      period: Period,
      /** Cells that were read, and those still to fill. */
      read: z.int(),
      missing: z.int(),
      findings: z.array(Finding),
      /** Findings that are counted and not listed, because the answer would be too long. */
      unlisted: z.int(),
    }),
  }),

  'reports.burden': defineOperation({
    summary: {
      zh: '填报负担：一年要填、可推算、重复的格数',
      en: 'The burden: cells asked, derivable and repeated in a year',
    },
    route: 'GET /reports/burden',
    permission: 'report.read',
    input: z.object({ unitPath: UnitPath.optional(), year: z.coerce.number().int().min(2000).max(2100).optional() }),
    output: z.object({
      unitName: z.string(),
      year: z.int(),
      forms: z.array(
        z.object({
          formId: z.string(),
          label: Label,
          periods: z.int(),
          asked: z.int(),
          derived: z.int(),
          given: z.int(),
          repeated: z.int(),
        }),
      ),
    }),
  }),
};
