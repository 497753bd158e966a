import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { measureStates } from '../../core/ledger/measure.ts';
import { defineOperation, FileAnswer } from '../../core/operation.ts';
import { UnitPath } from '../people/unit.ts';
import { Evidence, LedgerEntryShown } from './operations.ts';

const entryId = z.uuid();
const revision = z.coerce.number().int();

/** A problem as a session sees it: what it is, whose project it holds up, and for how long. */
export const AgendaItem = z.object({
  entryId,
  revision: z.int(),
  code: z.string(),
  name: z.string(),
  stage: z.string(),
  /** Words of the record, as they stand in its ledger. */
  category: z.string().nullable(),
  content: z.string().nullable(),
  request: z.string().nullable(),
  decision: z.string().nullable(),
  projectId: z.string().nullable(),
  project: z.string().nullable(),
  projectStage: z.object({ zh: z.string(), en: z.string() }).nullable(),
  /** The unit that solves it. */
  assigned: z.string().nullable(),
  unitPath: z.string(),
  raisedOn: Day.nullable(),
  daysOpen: z.int().nullable(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/** 会办次数: what the documents ask for in the year, and whether it is reached. */
/** Sessions held in the period against those that are asked for, and whether the office follows that. */
const Count = z.object({
  period: z.string(),
  done: z.int(),
  times: z.int(),
  state: z.enum(Object.keys(measureStates) as [keyof typeof measureStates]),
});

export const sessionOperations = {
  'meetings.candidates': defineOperation({
    summary: {
      zh: '提请会办的问题、本年会办次数',
      en: 'Problems taken to a session, and how many were held this year',
    },
    route: 'GET /meetings/candidates',
    permission: 'ledger.read',
    input: z.object({ unitPath: UnitPath.optional() }),
    output: z.object({ items: z.array(AgendaItem), count: Count }),
  }),

  'meetings.show': defineOperation({
    summary: { zh: '会办会的议题', en: 'The agenda of a session' },
    route: 'GET /meetings/:entryId',
    permission: 'ledger.read',
    input: z.object({ entryId }),
    output: LedgerEntryShown.extend({ items: z.array(AgendaItem), count: Count }),
  }),

  'meetings.agenda': defineOperation({
    summary: { zh: '选定会办会的议题', en: 'Choose the problems of a session' },
    route: 'PUT /meetings/:entryId/agenda',
    permission: 'ledger.write',
    input: z.object({ entryId, revision, problems: z.array(z.uuid()).max(200) }),
    output: LedgerEntryShown,
  }),

  'meetings.pack': defineOperation({
    summary: { zh: '会办会材料（Word、PDF）', en: 'The pack of a session (Word, PDF)' },
    route: 'GET /meetings/:entryId/pack',
    permission: 'ledger.read',
    gives: 'file',
    input: z.object({ entryId, format: z.enum(['docx', 'pdf']).default('docx') }),
    output: FileAnswer,
  }),

  'meetings.decide': defineOperation({
    summary: { zh: '会办定案：逐件回到问题台账', en: 'Decisions of a session, back to each problem' },
    route: 'POST /meetings/:entryId/decisions',
    permission: 'ledger.decide',
    input: z.object({
      entryId,
      decisions: z
        .array(
          z.object({
            problem: z.uuid(),
            /** The revision that was decided upon. */
            seen: z.int(),
            decision: z.string().trim().min(1).max(2000),
            /** Another unit that has to solve it from now on. */
            assigned: UnitPath.optional(),
          }),
        )
        .min(1)
        .max(200),
      /** The minutes: every decision stands on them. */
      evidence: z.array(Evidence).min(1).max(20),
    }),
    output: z.object({ items: z.array(AgendaItem) }),
  }),
};
