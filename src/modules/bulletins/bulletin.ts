import * as z from 'zod';
import { Period } from '../../core/period.ts';
import { type Mark, OfficialDocument } from '../../core/publication/document.ts';
import { defineStageMachine } from '../../core/stage-machine.ts';
import { Industry } from '../indicators/observation.ts';
import { UnitPath } from '../people/unit.ts';
import { projectStages } from '../projects/register.ts';

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

/** What the figures of a bulletin speak of: all that is needed to ask for them again. */
export const About = z.object({
  unitPath: UnitPath,
  /** Parks among themselves: these, or all of the unit where null; left out, the units below. */
  parks: z
    .object({
      ids: z.array(z.uuid()).min(2).max(2000).nullable(),
      name: z.string().trim().min(1).max(60).nullable(),
    })
    .nullable(),
  industry: Industry.nullable(),
  indicatorIds: z.array(z.string().max(100)).min(1).max(30),
});
export type About = z.infer<typeof About>;

export const audienceIds = ['internal', 'public'] as const;
export const Audience = z.enum(audienceIds);
export type Audience = z.infer<typeof Audience>;
export const audienceLabels = {
  internal: { zh: '内部版', en: 'Internal' },
  public: { zh: '公开版', en: 'Public' },
} as const satisfies Record<Audience, { zh: string; en: string }>;

const OfAudience = z.object({ ranking: z.boolean() });
export const Audiences = z.object({ internal: OfAudience, public: OfAudience });
export type Audiences = z.infer<typeof Audiences>;
export const allRankings: Audiences = { internal: { ranking: true }, public: { ranking: true } };

/** What a version leaves out: marked parts of the office, and rankings where they are switched off. */
export const marksLeftOut = (audiences: Audiences, audience: Audience): Mark[] => [
  ...(audience === 'public' ? (['internal'] as const) : []),
  ...(audiences[audience].ranking ? [] : (['ranking'] as const)),
];

/** 附注 usually names whom to call. */
const namesPerson = /联系人|联系电话|电话/;

/** The public version names no person: neither who signed nor whom to call. */
export const withoutPeople = (document: OfficialDocument): OfficialDocument => ({
  ...document,
  signer: null,
  note: document.note !== null && namesPerson.test(document.note) ? null : document.note,
});

/** A project as a bulletin speaks of it; money in 元 and shares as exact text. */
export const ScheduledProject = z.object({
  id: z.string(),
  name: z.string(),
  unitPath: z.string(),
  stage: z.enum(Object.keys(projectStages) as [keyof typeof projectStages, ...(keyof typeof projectStages)[]]),
  startOn: z.string().nullable(),
  /** Days from the planned start to the end of the period; null for projects under way. */
  daysLate: z.int().nullable(),
  planned: z.string().nullable(),
  completed: z.string().nullable(),
  completion: z.string().nullable(),
  ahead: z.string().nullable(),
});
export type ScheduledProject = z.infer<typeof ScheduledProject>;

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
  /** 未关联数字: numbers typed by hand rather than tied to a source. */
  loose: z.int(),
  about: About.nullable(),
  audiences: Audiences,
  /** Published and still word for word what was published, with its data; null before. */
  isIntact: z.boolean().nullable(),
});
export type BulletinDetail = z.infer<typeof BulletinDetail>;
