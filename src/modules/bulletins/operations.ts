import * as z from 'zod';
import { defineOperation, FileAnswer } from '../../core/operation.ts';
import { Period } from '../../core/period.ts';
import { FigureSource, OfficialDocument } from '../../core/publication/document.ts';
import { UnitPath } from '../people/unit.ts';
import { BulletinDetail, BulletinSummary } from './bulletin.ts';

const bulletinId = z.uuid();
/** The revision that the caller saw. */
const revision = z.coerce.number().int();
/** Markdown with a head of elements and figures as links, or the document itself. */
const content = {
  markdown: z.string().max(2_000_000).optional(),
  document: OfficialDocument.optional(),
};

export const bulletinOperations = {
  'bulletins.list': defineOperation({
    summary: { zh: '通报列表', en: 'List the bulletins' },
    route: 'GET /bulletins',
    permission: 'bulletin.read',
    input: z.object({}),
    output: z.object({ bulletins: z.array(BulletinSummary) }),
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
    input: z.object({
      period: Period,
      /** Left out, the own unit. */
      unitPath: UnitPath.optional(),
      /** Left out, the first few that have figures. */
      indicatorIds: z.array(z.string().max(100)).max(30).optional(),
    }),
    output: BulletinDetail,
  }),

  'bulletins.edit': defineOperation({
    summary: { zh: '修改通报（数字仍连着来源）', en: 'Edit a bulletin; its figures stay tied to their sources' },
    route: 'PUT /bulletins/:bulletinId',
    permission: 'bulletin.write',
    input: z.object({ bulletinId, revision, ...content }),
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

  'bulletins.export': defineOperation({
    summary: { zh: '导出通报（DOCX、PDF、XLSX）', en: 'Export a bulletin as DOCX, PDF or its tables as XLSX' },
    route: 'GET /bulletins/:bulletinId/export/:format',
    permission: 'bulletin.read',
    gives: 'file',
    input: z.object({
      bulletinId,
      format: z.enum(['docx', 'pdf', 'xlsx']),
      /** The public version leaves out what is marked as internal. */
      audience: z.enum(['internal', 'public']).default('internal'),
      ranking: z.enum(['with', 'without']).default('with'),
    }),
    output: FileAnswer,
  }),
};
