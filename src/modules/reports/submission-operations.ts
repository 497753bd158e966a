import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { Bytes, defineOperation } from '../../core/operation.ts';
import { Period } from '../../core/period.ts';
import { UnitPath } from '../people/unit.ts';
import { Form } from './form.ts';
import { Finding, FormSummary } from './operations.ts';
import { CellAddress, CellChange, ReportAction, ReportEvent, ReportStage, ReportSummary, Typed } from './submission.ts';

const formId = z.string().min(1).max(100);
const reportId = z.uuid();
const reason = z.string().trim().min(1).max(500);
/** The revision that the caller saw. */
const revision = z.coerce.number().int();
/** Left out, the own unit and the last period that has ended. */
const place = { formId, unitPath: UnitPath.optional(), period: Period.optional() };

/** A figure as shown: text in the unit of the field, or words; null where there is none. */
const Cells = z.record(CellAddress, Typed);

/** Where a cell’s figure comes from when nobody typed it here. */
const Lineage = z.object({
  address: CellAddress,
  kind: z.enum(['other-form', 'import', 'document', 'register', 'earlier', 'invented']),
  /** Words for it: “园区主要经济指标季报 2026-Q3（临江县）”. */
  label: z.object({ zh: z.string(), en: z.string() }),
  reportId: z.uuid().nullable(),
  /** Given elsewhere and on its way there: shown, and changed only there. */
  isFixed: z.boolean(),
});

/** Everything that the page of one report needs; the checks and formulas run on it in the browser as on the server. */
export const ReportSheet = z.object({
  summary: ReportSummary,
  form: Form,
  formSummary: FormSummary,
  /** Rows of each list: what the registers know of them. */
  rows: z.record(
    z.string(),
    z.array(z.object({ id: z.string(), key: z.string(), given: z.record(z.string(), z.string()) })),
  ),
  /** As typed here. */
  typed: Cells,
  /** Known from elsewhere and not typed here. */
  known: Cells,
  /** Those computed from the others and from `lastPeriod`. */
  computed: Cells,
  lastPeriod: Cells,
  lastYear: Cells,
  explanations: Cells,
  lineage: z.array(Lineage),
  /** 表间: figures of the other forms of the unit and period that relations speak of, by form and field. */
  others: z.record(z.string(), Cells),
  findings: z.array(Finding),
  /** Cells that a reviewer named when returning it, with the reason. */
  returned: z.array(z.object({ address: CellAddress, reason: z.string() })),
  /** Cells whose figure changed since it was approved. */
  corrected: z.array(CellAddress),
  /** The levels that pass it, from the bottom, and who has. */
  levels: z.array(
    z.object({
      unitPath: UnitPath,
      name: z.string(),
      passedAt: z.string().nullable(),
      passedBy: z.string().nullable(),
    }),
  ),
  /** What this actor may do now. */
  actions: z.array(ReportAction),
  events: z.array(ReportEvent),
});
export type ReportSheet = z.infer<typeof ReportSheet>;

const Acted = z.object({ summary: ReportSummary });

export const submissionOperations = {
  'reports.list': defineOperation({
    summary: {
      zh: '报送情况：谁报了、谁没报、走到哪一级',
      en: 'Who has reported, who has not, and where each report stands',
    },
    route: 'GET /reports',
    permission: 'report.read',
    input: z.object({
      /** This unit and those below it; left out, the own scope. */
      unitPath: UnitPath.optional(),
      formId: formId.optional(),
      /** Left out, the last period that has ended, of each form. */
      period: Period.optional(),
      stage: ReportStage.optional(),
      /** Those that the actor has to fill or review now, late ones, or those nobody has begun. */
      only: z.enum(['mine', 'late', 'not-begun']).optional(),
      limit: z.coerce.number().int().min(1).max(2000).default(500),
    }),
    output: z.object({
      reports: z.array(ReportSummary),
      /** How many stand in each stage; `none` are not begun. */
      counts: z.record(z.string(), z.int()),
      late: z.int(),
    }),
  }),

  'reports.open': defineOperation({
    summary: { zh: '打开一张报表（未开始的也可）', en: 'Open a report, begun or not' },
    route: 'GET /reports/sheet',
    permission: 'report.read',
    input: z.object(place),
    output: ReportSheet,
  }),

  // Before the report by its number, whose route would take the word for one.
  'reports.remarks': defineOperation({
    summary: { zh: '各单位的情况说明与文字栏', en: 'Reasons and words that the units gave in a period' },
    route: 'GET /reports/remarks',
    permission: 'report.read',
    input: z.object({ unitPath: UnitPath.optional(), period: Period, formId: formId.optional() }),
    output: z.object({
      remarks: z.array(
        z.object({
          reportId: z.uuid(),
          unitPath: UnitPath,
          unitName: z.string(),
          formId: z.string(),
          address: CellAddress,
          /** The indicator of an explained figure; null for a column of words. */
          indicatorId: z.string().nullable(),
          subjectId: z.string().nullable(),
          label: z.object({ zh: z.string(), en: z.string() }),
          text: z.string(),
        }),
      ),
    }),
  }),

  'reports.show': defineOperation({
    summary: { zh: '查看一份报送', en: 'Show a report by its number' },
    route: 'GET /reports/:reportId',
    permission: 'report.read',
    input: z.object({ reportId }),
    output: ReportSheet,
  }),

  'reports.save': defineOperation({
    summary: { zh: '保存填写（逐格，不覆盖他人）', en: 'Save cells; what somebody else changed meanwhile is kept' },
    route: 'PUT /reports/sheet',
    permission: 'report.write',
    input: z.object({
      ...place,
      changes: z.array(CellChange).max(20_000).default([]),
      /** Reasons for figures beyond a limit; empty takes one back. */
      explanations: z
        .array(z.object({ address: CellAddress, text: z.string().max(500) }))
        .max(5000)
        .default([]),
    }),
    output: z.object({
      summary: ReportSummary,
      saved: z.int(),
      /** Cells that hold something else than the caller saw; they are left as they are. */
      conflicts: z.array(z.object({ address: CellAddress, is: Typed.nullable(), by: z.string() })),
      findings: z.array(Finding),
    }),
  }),

  'reports.upload': defineOperation({
    summary: { zh: '上传填好的 Excel（先预览，再写入）', en: 'Take a filled workbook: preview, then save' },
    route: 'POST /reports/sheet/workbook',
    permission: 'report.write',
    takes: 'bytes',
    input: z.object({
      ...place,
      name: z.string().min(1).max(255),
      mode: z.enum(['preview', 'save']).default('preview'),
      bytes: Bytes,
    }),
    output: z.object({
      summary: ReportSummary,
      /** Cells read = changed + unchanged; in preview nothing is written. */
      read: z.int(),
      changes: z.array(CellChange),
      findings: z.array(Finding),
      unlisted: z.int(),
    }),
  }),

  'reports.submit': defineOperation({
    summary: { zh: '报送', en: 'Submit a report' },
    route: 'POST /reports/:reportId/submit',
    permission: 'report.write',
    input: z.object({ reportId, revision }),
    output: Acted,
  }),

  'reports.withdraw': defineOperation({
    summary: { zh: '撤回尚未审核的报送', en: 'Withdraw a report that no level has passed' },
    route: 'POST /reports/:reportId/withdraw',
    permission: 'report.write',
    input: z.object({ reportId, revision, reason: reason.optional() }),
    output: Acted,
  }),

  'reports.pass': defineOperation({
    summary: {
      zh: '审核通过（末级即审定，数据进入汇总）',
      en: 'Pass reports; at the last level they are accepted and counted',
    },
    route: 'POST /reports/pass',
    permission: 'report.review',
    /** Several at once, each with the revision seen; one that cannot be passed refuses them all. */
    input: z.object({
      reports: z
        .array(z.object({ reportId, revision: z.int() }))
        .min(1)
        .max(500),
    }),
    output: z.object({ summaries: z.array(ReportSummary) }),
  }),

  'reports.return': defineOperation({
    summary: { zh: '退回（可逐格说明）', en: 'Return a report, with the reason, cell by cell if wanted' },
    route: 'POST /reports/:reportId/return',
    permission: 'report.review',
    input: z.object({
      reportId,
      revision,
      reason,
      cells: z
        .array(z.object({ address: CellAddress, reason }))
        .max(500)
        .default([]),
    }),
    output: Acted,
  }),

  'reports.lock': defineOperation({
    summary: { zh: '锁定一期（已审定的报送不再修改）', en: 'Lock the accepted reports of a period' },
    route: 'POST /reports/lock',
    permission: 'report.review',
    input: z.object({ unitPath: UnitPath.optional(), formId, period: Period }),
    output: z.object({ locked: z.int(), /** Not accepted yet, left as they are. */ left: z.int() }),
  }),

  'reports.correct': defineOperation({
    summary: {
      zh: '更正已审定或已锁定的数（各级可见，重新审核）',
      en: 'Correct accepted or locked figures; every level sees and passes them anew',
    },
    route: 'POST /reports/:reportId/correct',
    permission: 'report.correct',
    input: z.object({ reportId, revision, reason, changes: z.array(CellChange).min(1).max(500) }),
    output: z.object({
      summary: ReportSummary,
      /** Other reports that continue or repeat a corrected figure: recomputed and reopened. */
      touched: z.array(ReportSummary),
    }),
  }),

  'reports.grant-late': defineOperation({
    summary: { zh: '同意迟报', en: 'Grant a unit leave to report late' },
    route: 'POST /reports/grant-late',
    permission: 'report.review',
    input: z.object({ formId, unitPath: UnitPath, period: Period, days: z.int().min(1).max(30), reason }),
    output: z.object({ openUntil: Day }),
  }),

  'reports.remind': defineOperation({
    summary: { zh: '催报', en: 'Remind the units that are late or have a returned report' },
    route: 'POST /reports/remind',
    permission: 'report.review',
    input: z.object({ formId: formId.optional(), unitPath: UnitPath.optional(), period: Period.optional() }),
    output: z.object({ reminded: z.int(), already: z.int() }),
  }),

  'reports.cell': defineOperation({
    summary: { zh: '一格的来历：谁填、谁改、谁审', en: 'The story of a cell: who filled, changed and passed it' },
    route: 'GET /reports/:reportId/cell',
    permission: 'report.read',
    input: z.object({ reportId, address: CellAddress }),
    output: z.object({
      summary: ReportSummary,
      label: z.object({ zh: z.string(), en: z.string() }),
      value: Typed.nullable(),
      /** The observation behind it, if it is a figure. */
      observation: z
        .object({
          indicatorId: z.string(),
          subjectKind: z.string(),
          subjectId: z.string(),
          accumulation: z.string(),
          scenario: z.string(),
        })
        .nullable(),
      /** How it follows from others, in words; null if typed. */
      formula: z.object({ zh: z.string(), en: z.string() }).nullable(),
      events: z.array(ReportEvent),
    }),
  }),
};
