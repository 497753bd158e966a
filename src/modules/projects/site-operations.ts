import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';
import { Period } from '../../core/period.ts';

const id = z.uuid();
const Evidence = z.object({ fileId: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(255) });

/** 形象进度. What somebody saw on the site, on its day. */
export const SiteNote = z.object({
  noteId: id,
  on: Day,
  text: z.string(),
  /** Share built in per cent, exact; null where nobody said it. */
  progress: z.string().nullable(),
  evidence: z.array(Evidence),
  at: z.string(),
  by: z.string(),
  byUnit: z.string(),
});
export type SiteNote = z.infer<typeof SiteNote>;

export const siteOperations = {
  'site.note': defineOperation({
    summary: { zh: '现场登记形象进度', en: 'Record what was seen on the site of a project' },
    route: 'POST /delivery/projects/:id/notes',
    permission: 'site.write',
    input: z.object({
      id,
      /** The day of the visit; left out, today. */
      on: Day.optional(),
      text: z.string().trim().min(1).max(2000),
      /** Per cent, at most two decimals. */
      progress: z
        .string()
        .trim()
        .regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/, '形象进度写 0 至 100，如 55 或 55.5 (0 to 100)')
        .nullable()
        .default(null),
      /** Photos and files that `files.attach` has kept. */
      evidence: z.array(Evidence).max(20).default([]),
    }),
    output: SiteNote,
  }),

  'site.notes': defineOperation({
    summary: { zh: '项目的现场登记', en: 'What was seen on the site of a project' },
    route: 'GET /delivery/projects/:id/notes',
    permission: 'register.read',
    input: z.object({
      id,
      /** Seen in this month; left out, ever. */
      period: Period.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    /** The last seen first. */
    output: z.object({ total: z.int(), notes: z.array(SiteNote) }),
  }),
};
