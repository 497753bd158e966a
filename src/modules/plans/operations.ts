import * as z from 'zod';
import { Bytes, defineOperation, FileAnswer } from '../../core/operation.ts';
import { DocumentFacts } from '../documents/extraction.ts';
import { FactContent, FactState, factKinds, PlanDetail, PlanFact, PlanFinding, PlanSummary } from './plan.ts';

const planId = z.uuid();
const factId = z.uuid();
/** The revision that the caller saw; over HTTP the header If-Match. */
const revision = z.coerce.number().int();
const file = { name: z.string().min(1).max(255), bytes: Bytes };

const Side = z.object({ fact: PlanFact.nullable() });

export const planOperations = {
  'plans.list': defineOperation({
    summary: { zh: '规划列表', en: 'List the plans' },
    route: 'GET /plans',
    permission: 'plan.read',
    input: z.object({}),
    output: z.object({ plans: z.array(PlanSummary) }),
  }),

  'plans.read-file': defineOperation({
    summary: { zh: '读取规划文件，得出事实与问题', en: 'Read a document: its facts and findings become a draft plan' },
    route: 'POST /plans',
    permission: 'plan.write',
    takes: 'bytes',
    input: z.object({
      ...file,
      /** Chosen by the caller to ask for the progress by. */
      readingId: z.string().max(64).optional(),
      /** Marks the plan that ships with the product. */
      isSample: z.stringbool().default(false),
    }),
    output: PlanSummary,
  }),

  'readings.progress': defineOperation({
    summary: { zh: '读取进度', en: 'How far the reading of a document has come' },
    route: 'GET /readings/:readingId',
    permission: 'plan.read',
    input: z.object({ readingId: z.string().max(64) }),
    output: z.object({
      step: z.enum(['waiting', 'opening', 'reading', 'checking', 'saving', 'done']),
      share: z.number().min(0).max(1),
    }),
  }),

  'plans.show': defineOperation({
    summary: { zh: '查看规划', en: 'Show a plan with its document, facts and findings' },
    route: 'GET /plans/:planId',
    permission: 'plan.read',
    input: z.object({ planId }),
    output: PlanDetail,
  }),

  'plans.rename': defineOperation({
    summary: { zh: '修改规划名称', en: 'Rename a plan' },
    route: 'PUT /plans/:planId',
    permission: 'plan.write',
    input: z.object({ planId, title: z.string().trim().min(1).max(300), revision }),
    output: PlanSummary,
  }),

  'plans.save': defineOperation({
    summary: { zh: '存为规划', en: 'Save a draft as a plan' },
    route: 'POST /plans/:planId/save',
    permission: 'plan.write',
    input: z.object({ planId, revision }),
    output: PlanSummary,
  }),

  'plans.remove': defineOperation({
    summary: { zh: '删除规划及其全部内容', en: 'Delete a plan with everything that hangs on it' },
    route: 'DELETE /plans/:planId',
    permission: 'plan.write',
    input: z.object({ planId, revision }),
    output: z.object({ facts: z.int(), documents: z.int(), dismissals: z.int() }),
  }),

  'plans.add-fact': defineOperation({
    summary: { zh: '补充一条事实', en: 'Add a fact that the reader missed' },
    route: 'POST /plans/:planId/facts',
    permission: 'plan.write',
    input: z.object({ planId, fact: FactContent }),
    output: PlanFact,
  }),

  'plans.revise-fact': defineOperation({
    summary: { zh: '采纳、更正或否决一条事实', en: 'Accept, correct or reject a fact; undo is a revision too' },
    route: 'PUT /plans/:planId/facts/:factId',
    permission: 'plan.write',
    input: z.object({
      planId,
      factId,
      revision,
      state: FactState,
      /** The corrected fact; left out, the data stay as they are. */
      fact: FactContent.optional(),
      reason: z.string().max(500).optional(),
    }),
    output: PlanFact,
  }),

  'plans.review-facts': defineOperation({
    summary: { zh: '批量采纳或否决', en: 'Accept or reject several facts at once' },
    route: 'POST /plans/:planId/facts/review',
    permission: 'plan.write',
    input: z.object({
      planId,
      facts: z
        .array(z.object({ factId, revision: z.int() }))
        .min(1)
        .max(5000),
      state: z.enum(['proposed', 'accepted', 'rejected']),
    }),
    output: z.object({ facts: z.array(PlanFact) }),
  }),

  'plans.remove-fact': defineOperation({
    summary: { zh: '撤回自己补充的事实', en: 'Take back a fact that was added by hand' },
    route: 'DELETE /plans/:planId/facts/:factId',
    permission: 'plan.write',
    input: z.object({ planId, factId, revision }),
    output: z.object({ removed: z.literal(true) }),
  }),

  'plans.fact-history': defineOperation({
    summary: { zh: '一条事实的修改记录', en: 'Who changed a fact, when, from what' },
    route: 'GET /plans/:planId/facts/:factId/history',
    permission: 'plan.read',
    input: z.object({ planId, factId }),
    output: z.object({
      revisions: z.array(
        z.object({
          revision: z.int(),
          state: FactState,
          data: z.unknown(),
          reason: z.string().nullable(),
          at: z.string(),
          by: z.string(),
        }),
      ),
    }),
  }),

  'plans.findings': defineOperation({
    summary: { zh: '规划的问题', en: 'The findings of a plan, as its facts stand now' },
    route: 'GET /plans/:planId/findings',
    permission: 'plan.read',
    input: z.object({ planId }),
    output: z.object({ findings: z.array(PlanFinding) }),
  }),

  'plans.dismiss-finding': defineOperation({
    summary: { zh: '不再提示一个问题', en: 'Dismiss a finding for good, with the reason' },
    route: 'POST /plans/:planId/dismissals',
    permission: 'plan.write',
    input: z.object({ planId, fingerprint: z.string(), reason: z.string().trim().min(1).max(500) }),
    output: z.object({ findings: z.array(PlanFinding) }),
  }),

  'plans.restore-finding': defineOperation({
    summary: { zh: '恢复提示', en: 'Bring a dismissed finding back' },
    route: 'DELETE /plans/:planId/dismissals/:fingerprint',
    permission: 'plan.write',
    input: z.object({ planId, fingerprint: z.string() }),
    output: z.object({ findings: z.array(PlanFinding) }),
  }),

  'plans.read-again': defineOperation({
    summary: {
      zh: '读取新版本并保留已更正内容',
      en: 'Read a new version of the file (or the same one again) and keep what was decided',
    },
    route: 'POST /plans/:planId/versions',
    permission: 'plan.write',
    takes: 'bytes',
    /** Without a file the kept original is read again, with the vocabulary of today. */
    input: z.object({ planId, revision, name: z.string().max(255).optional(), bytes: Bytes }),
    output: z.object({ plan: PlanSummary, kept: z.int(), fresh: z.int(), gone: z.int() }),
  }),

  'plans.original': defineOperation({
    summary: { zh: '下载原件', en: 'Download the original document, byte for byte' },
    route: 'GET /plans/:planId/original',
    permission: 'plan.read',
    gives: 'file',
    input: z.object({ planId }),
    output: FileAnswer,
  }),

  'plans.export': defineOperation({
    summary: { zh: '导出事实或问题', en: 'Export the facts or the findings' },
    route: 'GET /plans/:planId/export/:format',
    permission: 'plan.read',
    gives: 'file',
    input: z.object({
      planId,
      /** `extraction`: lantu.extraction/1; `lint`: lantu.lint/1; `docx`: the original with findings as comments. */
      format: z.enum(['extraction', 'lint', 'sarif', 'html', 'text', 'docx', 'xlsx']),
      language: z.enum(['zh', 'en']).default('zh'),
    }),
    output: FileAnswer,
  }),

  'plans.compare': defineOperation({
    summary: { zh: '比较两份规划', en: 'Compare two plans fact by fact, and check them against each other' },
    route: 'GET /comparison',
    permission: 'plan.read',
    input: z.object({ left: planId, right: planId }),
    output: z.object({
      left: z.object({ id: planId, title: z.string(), about: DocumentFacts }),
      right: z.object({ id: planId, title: z.string(), about: DocumentFacts }),
      differences: z.array(
        z.object({
          kind: z.enum(factKinds),
          name: z.string(),
          verdict: z.enum(['same', 'changed', 'only-left', 'only-right']),
          left: Side,
          right: Side,
        }),
      ),
      /** Contradictions between the two; `file` of a source names the document. */
      findings: z.array(PlanFinding),
    }),
  }),
};
