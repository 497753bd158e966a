import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { lamps } from '../../core/ledger/ledger.ts';
import { Bytes, defineOperation, FileAnswer } from '../../core/operation.ts';
import { ImportAnswer } from '../../core/register/answers.ts';
import { UnitPath } from '../people/unit.ts';
import { LedgerReport, LedgerSummary, MeasureLine, OpenChoice } from './report-shapes.ts';

const ledger = z.string().min(1).max(60);
const entryId = z.uuid();
/** The revision that the caller saw. */
const revision = z.coerce.number().int();
const reason = z.string().trim().max(500).nullable().default(null);
const Data = z.record(z.string().max(60), z.unknown());
const Lamp = z.enum(Object.keys(lamps) as [keyof typeof lamps, ...(keyof typeof lamps)[]]);

export const Evidence = z.object({ fileId: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(255) });
export type Evidence = z.infer<typeof Evidence>;
const evidence = z.array(Evidence).max(50).default([]);

export const LedgerEntry = z.object({
  entryId,
  ledger: z.string(),
  unitPath: z.string(),
  calledPath: z.string().nullable(),
  code: z.string(),
  name: z.string(),
  stage: z.string(),
  stageSince: Day,
  dueOn: Day.nullable(),
  lamp: Lamp,
  enteredOn: Day,
  data: Data,
  evidence: z.array(Evidence),
  revision: z.int(),
  updatedAt: z.string(),
  updatedBy: z.string(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

const Event = z.object({
  seq: z.int(),
  action: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  on: Day,
  reason: z.string().nullable(),
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  evidence: z.array(Evidence),
  at: z.string(),
  by: z.string(),
  byUnit: z.string(),
});

/** Names of records and units that entries refer to, by number. */
const Names = z.record(z.string(), z.string());

export const LedgerEntryShown = z.object({
  entry: LedgerEntry,
  names: Names,
  events: z.array(Event),
  /** What the actor may do now, and what each still needs. */
  actions: z.array(z.object({ id: z.string(), needs: z.array(z.string()) })),
});
export type LedgerEntryShown = z.infer<typeof LedgerEntryShown>;

/** The entries behind a number: counted, among which they are counted, or without the field that is added up. */
const part = z.enum(['counted', 'among', 'without']);

export const ledgerOperations = {
  'ledgers.catalog': defineOperation({
    summary: { zh: '全部台账：在办、逾期、待定事项', en: 'All ledgers: open, overdue, decisions still to make' },
    route: 'GET /ledgers',
    permission: 'ledger.read',
    input: z.object({}),
    output: z.object({ ledgers: z.array(LedgerSummary) }),
  }),

  'ledgers.due': defineOperation({
    summary: { zh: '临期与逾期事项、未达要求', en: 'Entries due and overdue, and what falls short' },
    route: 'GET /ledgers/due',
    permission: 'ledger.read',
    input: z.object({
      ledger: ledger.optional(),
      unitPath: UnitPath.optional(),
      /** Due within so many days; those overdue are always there. */
      days: z.coerce.number().int().min(0).max(366).default(7),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ entries: z.array(LedgerEntry), measures: z.array(MeasureLine), overdue: z.int(), due: z.int() }),
  }),

  'ledgers.report': defineOperation({
    summary: { zh: '台账报告：到期、逾期、办结、短缺', en: 'Report of ledgers: due, overdue, fulfilled, short' },
    route: 'GET /ledgers/report',
    permission: 'ledger.read',
    input: z.object({
      ledger: ledger.optional(),
      unitPath: UnitPath.optional(),
      /** A day of the periods that are asked for; left out, today. */
      on: Day.optional(),
    }),
    output: z.object({
      on: Day,
      ledgers: z.array(LedgerReport),
      /** Measures that fall short, are late or exceed what is allowed. */
      unmet: z.int(),
    }),
  }),

  'ledgers.list': defineOperation({
    summary: { zh: '台账事项列表', en: 'Entries of a ledger' },
    route: 'GET /ledgers/:ledger/entries',
    permission: 'ledger.read',
    input: z.object({
      ledger,
      unitPath: UnitPath.optional(),
      stage: z.string().max(60).optional(),
      search: z.string().max(100).optional(),
      /** Only those past their day. */
      only: z.enum(['open', 'overdue']).optional(),
      /** A field and its value: those linked to one project, park or enterprise. */
      field: z.string().max(60).optional(),
      value: z.string().max(200).optional(),
      /** The entries behind a measure, for a day of its period and a value that it is counted by. */
      measure: z.string().max(60).optional(),
      part: part.default('counted'),
      on: Day.optional(),
      of: z.string().max(200).optional(),
      cursor: z.string().max(300).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({
      entries: z.array(LedgerEntry),
      names: Names,
      total: z.int(),
      /** How many stand in each stage. */
      counts: z.record(z.string(), z.int()),
      next: z.string().nullable(),
    }),
  }),

  'ledgers.show': defineOperation({
    summary: { zh: '查看台账事项及其经过', en: 'An entry and what happened to it' },
    route: 'GET /ledgers/:ledger/entries/:entryId',
    permission: 'ledger.read',
    input: z.object({ ledger, entryId }),
    output: LedgerEntryShown,
  }),

  'ledgers.add': defineOperation({
    summary: { zh: '登记事项', en: 'Add an entry' },
    route: 'POST /ledgers/:ledger/entries',
    permission: 'ledger.write',
    input: z.object({
      ledger,
      name: z.string().trim().min(1).max(200),
      /** Left out, the own unit. */
      unitPath: UnitPath.optional(),
      /** Left out, the next of the year. */
      code: z.string().trim().min(1).max(40).optional(),
      data: Data,
      /** Where it comes from, such as a document with its line. */
      reason,
      evidence,
    }),
    output: LedgerEntryShown,
  }),

  'ledgers.edit': defineOperation({
    summary: { zh: '修改事项', en: 'Edit an entry' },
    route: 'PUT /ledgers/:ledger/entries/:entryId',
    permission: 'ledger.write',
    input: z.object({
      ledger,
      entryId,
      revision,
      name: z.string().trim().min(1).max(200).optional(),
      data: Data.default({}),
      reason,
    }),
    output: LedgerEntryShown,
  }),

  'ledgers.act': defineOperation({
    summary: { zh: '办理：按流程转到下一状态', en: 'Act on an entry: move it to the next stage' },
    route: 'POST /ledgers/:ledger/entries/:entryId/act',
    permission: 'ledger.write',
    input: z.object({
      ledger,
      entryId,
      revision,
      action: z.string().min(1).max(60),
      /** Fields filled along with it. */
      data: Data.default({}),
      reason,
      evidence,
    }),
    output: LedgerEntryShown,
  }),

  'ledgers.choices': defineOperation({
    summary: { zh: '待本单位决定的事项', en: 'What the documents leave open, and what was decided' },
    route: 'GET /ledgers/choices',
    permission: 'ledger.read',
    input: z.object({ ledger: ledger.optional(), unitPath: UnitPath.optional() }),
    output: z.object({ choices: z.array(OpenChoice) }),
  }),

  'ledgers.decide': defineOperation({
    summary: { zh: '决定文件未写明的事项', en: 'Decide what the documents leave open' },
    route: 'POST /ledgers/:ledger/decide',
    permission: 'ledger.decide',
    input: z.object({
      ledger,
      choice: z.string().min(1).max(60),
      value: z.number(),
      unitPath: UnitPath.optional(),
      reason: z.string().trim().min(1).max(500),
    }),
    output: z.object({ choices: z.array(OpenChoice) }),
  }),

  'ledgers.import': defineOperation({
    summary: { zh: '导入台账（Excel、CSV），先预览', en: 'Import entries (Excel, CSV), with a preview first' },
    route: 'POST /ledgers/:ledger/import',
    permission: 'ledger.write',
    takes: 'bytes',
    input: z.object({
      ledger,
      name: z.string().min(1).max(255),
      bytes: Bytes,
      apply: z
        .enum(['true', 'false'])
        .default('false')
        .transform((text) => text === 'true'),
      /** Of the file previewed, so that no other is imported in its place. */
      digest: z.string().optional(),
    }),
    output: ImportAnswer,
  }),

  'ledgers.export': defineOperation({
    summary: { zh: '导出台账（Excel、CSV）或空表', en: 'Export entries (Excel, CSV) or an empty sheet' },
    route: 'GET /ledgers/:ledger/export',
    permission: 'ledger.read',
    gives: 'file',
    input: z.object({
      ledger,
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
      /** `template`: headings only; `public`: what anybody may read. */
      version: z.enum(['all', 'template', 'public']).default('all'),
      unitPath: UnitPath.optional(),
    }),
    output: FileAnswer,
  }),
};
