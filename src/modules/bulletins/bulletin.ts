import * as z from 'zod';
import { Period } from '../../core/period.ts';
import { OfficialDocument } from '../../core/publication/document.ts';
import { defineStageMachine } from '../../core/stage-machine.ts';

export const bulletinStages = defineStageMachine({
  first: 'draft',
  stages: {
    draft: { zh: '草稿', en: 'Draft' },
    approved: { zh: '已审定', en: 'Approved' },
    published: { zh: '已印发', en: 'Published' },
  },
  actions: {
    /** What is changed after its approval has to be approved again. */
    edit: { label: { zh: '修改', en: 'Edit' }, from: ['draft', 'approved'], to: 'draft', needs: [] },
    approve: { label: { zh: '审定', en: 'Approve' }, from: ['draft'], to: 'approved', needs: [] },
    publish: { label: { zh: '印发', en: 'Publish' }, from: ['approved'], to: 'published', needs: [] },
  },
});

export const BulletinState = z.enum(['draft', 'approved', 'published']);
export type BulletinState = z.infer<typeof BulletinState>;

export const BulletinSummary = z.object({
  id: z.uuid(),
  unitPath: z.string(),
  title: z.string(),
  period: Period.nullable(),
  state: BulletinState,
  /** SHA-256 of what was published; null before. */
  hash: z.string().nullable(),
  revision: z.int(),
  updatedAt: z.string(),
  updatedBy: z.string(),
});
export type BulletinSummary = z.infer<typeof BulletinSummary>;

export const BulletinDetail = BulletinSummary.extend({
  document: OfficialDocument,
  /** The same as Markdown, figures as links: what is edited. */
  markdown: z.string(),
  figures: z.int(),
  /** Published and still word for word what was published; null before. */
  isIntact: z.boolean().nullable(),
});
export type BulletinDetail = z.infer<typeof BulletinDetail>;
