import * as z from 'zod';
import { defineOperation, FileAnswer } from '../../core/operation.ts';
import { Period } from '../../core/period.ts';
import { FigureSource, OfficialDocument } from '../../core/publication/document.ts';
import { UnitPath } from '../people/unit.ts';
import { About, Audience, Audiences, BulletinDetail, BulletinSummary } from './bulletin.ts';
import { Head } from './head.ts';

const bulletinId = z.uuid();
/** The revision that the caller saw. */
const revision = z.coerce.number().int();
/** Markdown with a head of elements and figures as links, or the document itself. */
const content = {
  markdown: z.string().max(2_000_000).optional(),
  document: OfficialDocument.optional(),
};

/** Whose figures a generated bulletin says. */
const monthly = {
  period: Period,
  /** Left out, the own unit. */
  unitPath: UnitPath.optional(),
  /** Parks among themselves instead of the units below: a set of them, or all where the set is null. */
  parks: About.shape.parks.default(null),
  /** GB/T 4754: only what belongs to this industry. */
  industry: About.shape.industry.default(null),
  /** Left out, the first few that have figures. */
  indicatorIds: z.array(z.string().max(100)).min(1).max(30).optional(),
};

export const bulletinOperations = {
  'bulletins.list': defineOperation({
    summary: { zh: '通报列表', en: 'List the bulletins' },
    route: 'GET /bulletins',
    permission: 'bulletin.read',
    input: z.object({}),
    output: z.object({ bulletins: z.array(BulletinSummary) }),
  }),

  'bulletins.choices': defineOperation({
    summary: {
      zh: '起草月通报可选的指标、园区',
      en: 'Indicators that have figures in a period, and parks to choose from',
    },
    route: 'GET /bulletins/choices',
    permission: 'bulletin.write',
    input: z.object({ period: Period, unitPath: UnitPath.optional(), industry: About.shape.industry.optional() }),
    output: z.object({
      unitPath: UnitPath,
      /** Units of the scope that have units below them. */
      units: z.array(z.object({ unitPath: UnitPath, name: z.string() })),
      indicators: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string(), isDefault: z.boolean() })),
      parks: z.array(z.object({ id: z.string(), name: z.string(), level: z.string().nullable() })),
      industries: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  }),

  'bulletins.freshness': defineOperation({
    summary: { zh: '哪些已印发的通报数据已变', en: 'Which published bulletins have figures that changed since' },
    route: 'GET /bulletins/freshness',
    permission: 'bulletin.read',
    input: z.object({
      /** Numbers of bulletins, joined by commas; those not published are left out of the answer. */
      ids: z
        .string()
        .max(4000)
        .regex(/^[0-9a-f,-]+$/),
    }),
    output: z.object({ bulletins: z.array(z.object({ id: z.uuid(), changes: z.int() })) }),
  }),

  'bulletins.show': defineOperation({
    summary: { zh: '查看通报', en: 'Show a bulletin' },
    route: 'GET /bulletins/:bulletinId',
    permission: 'bulletin.read',
    input: z.object({ bulletinId }),
    output: BulletinDetail,
  }),

  'bulletins.draft': defineOperation({
    summary: { zh: '起草通报', en: 'Draft a bulletin from Markdown or from its blocks' },
    route: 'POST /bulletins',
    permission: 'bulletin.write',
    input: z.object({ ...content, period: Period.optional() }),
    output: BulletinDetail,
  }),

  'bulletins.draft-monthly': defineOperation({
    summary: { zh: '按已审定数据生成月通报草稿', en: 'Draft the bulletin of a period from the approved figures' },
    route: 'POST /bulletins/monthly',
    permission: 'bulletin.write',
    input: z.object(monthly),
    output: BulletinDetail,
  }),

  'bulletins.preview-monthly': defineOperation({
    summary: { zh: '预览月通报（不保存）', en: 'What the bulletin of a period would say; nothing is kept' },
    route: 'POST /bulletins/monthly/preview',
    permission: 'bulletin.write',
    input: z.object(monthly),
    output: z.object({ document: OfficialDocument, figures: z.int(), indicatorIds: z.array(z.string()) }),
  }),

  'bulletins.edit': defineOperation({
    summary: { zh: '修改通报（数字仍连着来源）', en: 'Edit a bulletin; its figures stay tied to their sources' },
    route: 'PUT /bulletins/:bulletinId',
    permission: 'bulletin.write',
    input: z.object({ bulletinId, revision, ...content, audiences: Audiences.optional() }),
    output: BulletinDetail,
  }),

  'bulletins.approve': defineOperation({
    summary: { zh: '审定通报', en: 'Approve a bulletin' },
    route: 'POST /bulletins/:bulletinId/approve',
    permission: 'bulletin.approve',
    input: z.object({ bulletinId, revision }),
    output: BulletinDetail,
  }),

  'bulletins.publish': defineOperation({
    summary: { zh: '印发通报（连同数据封存）', en: 'Publish a bulletin: it is frozen with its figures and a hash' },
    route: 'POST /bulletins/:bulletinId/publish',
    permission: 'bulletin.approve',
    input: z.object({ bulletinId, revision }),
    output: BulletinDetail,
  }),

  'bulletins.changes': defineOperation({
    summary: { zh: '通报中哪些数字后来变了', en: 'Which figures of a bulletin would read otherwise today' },
    route: 'GET /bulletins/:bulletinId/changes',
    permission: 'bulletin.read',
    input: z.object({ bulletinId }),
    output: z.object({
      isUpToDate: z.boolean(),
      changes: z.array(z.object({ at: z.string(), source: FigureSource, was: z.string(), is: z.string().nullable() })),
    }),
  }),

  'bulletins.head': defineOperation({
    summary: { zh: '沿用上一份的版头、版记，发文字号顺延', en: 'The head of the last bulletin with the next number' },
    route: 'GET /bulletins/:bulletinId/head',
    permission: 'bulletin.write',
    input: z.object({ bulletinId }),
    /** Null where no bulletin of the office has a head yet. */
    output: z.object({ proposed: z.object({ head: Head, from: z.string() }).nullable() }),
  }),

  'bulletins.check': defineOperation({
    summary: {
      zh: '检查通报：未关联数字、已变数字',
      en: 'Check a bulletin: numbers tied to nothing, figures that changed',
    },
    route: 'GET /bulletins/:bulletinId/check',
    permission: 'bulletin.read',
    input: z.object({ bulletinId }),
    output: z.object({
      figures: z.int(),
      /** Typed by hand: where, which number, and the words around it. Days, 文号 and ordinals are not counted. */
      loose: z.array(z.object({ at: z.string(), number: z.string(), text: z.string() })),
      /** Figures tied to something that this system cannot look up. */
      unknown: z.array(z.object({ at: z.string(), text: z.string(), source: FigureSource })),
      changed: z.int(),
    }),
  }),

  'bulletins.export': defineOperation({
    summary: { zh: '导出通报（DOCX、PDF、XLSX）', en: 'Export a bulletin as DOCX, PDF or its tables as XLSX' },
    route: 'GET /bulletins/:bulletinId/export/:format',
    permission: 'bulletin.read',
    gives: 'file',
    input: z.object({
      bulletinId,
      format: z.enum(['docx', 'pdf', 'xlsx']),
      /** The public version leaves out what is marked as internal and the names of people. */
      audience: Audience.default('internal'),
      /** Rankings show as the bulletin says for the audience; here they can only be left out as well. */
      ranking: z.literal('without').optional(),
    }),
    output: FileAnswer,
  }),
};
