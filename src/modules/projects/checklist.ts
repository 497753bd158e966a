import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { Problem } from '../../core/problem.ts';
import type { Label } from '../../core/text.ts';
import { dayAfter, workdaysAfter } from '../../core/workday.ts';
import checklist from './checklist.json' with { type: 'json' };
import type { Fact } from './lifecycle.ts';

const LabelSchema = z.object({ zh: z.string(), en: z.string() });

/** 审批事项, 四制 and reviews that a project passes on its way, with the statutory limit where a law sets one. */
const Item = z.object({
  id: z.string(),
  group: z.enum(['gate', 'approval', 'system']),
  label: LabelSchema,
  limit: z.object({ days: z.int().positive(), counts: z.enum(['working', 'calendar']), source: z.string() }).optional(),
  /** 容缺受理: it may be accepted while lesser papers are missing. */
  mayLack: z.boolean().default(false),
  /** 告知承诺: a promise may stand in its place. */
  mayPromise: z.boolean().default(false),
});
export type ChecklistItem = z.infer<typeof Item>;

export const items: readonly ChecklistItem[] = z.array(Item).parse(checklist.items);
export const itemGroups: Readonly<Record<ChecklistItem['group'], Label>> = checklist.groups;
export const itemIds = items.map(({ id }) => id) as [string, ...string[]];

export const itemStates = {
  todo: { zh: '未办', en: 'To do' },
  submitted: { zh: '已受理', en: 'Submitted' },
  lacking: { zh: '容缺受理', en: 'Accepted with papers missing' },
  promised: { zh: '告知承诺', en: 'Promised' },
  granted: { zh: '已办结', en: 'Granted' },
  refused: { zh: '未通过', en: 'Refused' },
  'not-needed': { zh: '无需办理', en: 'Not needed' },
} as const satisfies Record<string, Label>;
export type ItemState = keyof typeof itemStates;
export const ItemState = z.enum(Object.keys(itemStates) as [ItemState, ...ItemState[]]);

/** A paper that was missing when the item was accepted, and by when it has to be there. */
export const MissingPaper = z.object({
  paper: z.string().trim().min(1).max(200),
  byDay: Day,
  suppliedOn: Day.nullable().default(null),
});
export type MissingPaper = z.infer<typeof MissingPaper>;

export const ItemRecord = z.object({
  item: z.enum(itemIds),
  state: ItemState,
  submittedOn: Day.nullable(),
  /** By the law, or as the office has set it; half as long for express projects. */
  dueOn: Day.nullable(),
  decidedOn: Day.nullable(),
  number: z.string().nullable(),
  reason: z.string().nullable(),
  papers: z.array(MissingPaper),
  evidence: z.array(z.object({ fileId: z.string(), name: z.string() })),
});
export type ItemRecord = z.infer<typeof ItemRecord>;

export const untouched = (item: string): ItemRecord => ({
  item,
  state: 'todo',
  submittedOn: null,
  dueOn: null,
  decidedOn: null,
  number: null,
  reason: null,
  papers: [],
  evidence: [],
});

/** 直通车: half the days, rounded up; a limit of the office stands in for one of the law where it is given. */
export function dueOfItem(
  { limit }: ChecklistItem,
  submittedOn: Day | null,
  { isExpress, officeDays }: { isExpress: boolean; officeDays: number | null },
): Day | null {
  if (submittedOn === null) return null;
  const days = officeDays ?? limit?.days ?? null;
  if (days === null) return null;
  const counted = isExpress ? Math.ceil(days / 2) : days;
  return limit?.counts === 'calendar' && officeDays === null
    ? dayAfter(submittedOn, counted)
    : workdaysAfter(submittedOn, counted);
}

const wrong = (zh: string, en: string) => new Problem('invalid-input', { count: 1, issues: `${zh} (${en})` });

/** Refuses a state that contradicts itself, and says what is missing. */
export function checkItem(declared: ChecklistItem, record: ItemRecord): void {
  const { state, submittedOn, decidedOn, reason, papers } = record;
  const name = declared.label.zh;
  if (state === 'lacking' && !declared.mayLack)
    throw wrong(`“${name}”不适用容缺受理`, `${name}: papers may not be missing`);
  if (state === 'promised' && !declared.mayPromise)
    throw wrong(`“${name}”不适用告知承诺`, `${name}: no promise stands for it`);
  if (state === 'lacking' && papers.every(({ suppliedOn }) => suppliedOn !== null))
    throw wrong('容缺受理须列明所缺材料及补正日期', 'list the missing papers and the day by which each is due');
  if (['submitted', 'lacking', 'promised'].includes(state) && submittedOn === null)
    throw wrong(`“${name}”须填受理日期`, 'give the day of submission');
  if (['granted', 'refused'].includes(state) && decidedOn === null)
    throw wrong(`“${name}”须填办结日期`, 'give the day of the decision');
  if (submittedOn !== null && decidedOn !== null && decidedOn < submittedOn)
    throw wrong('办结日期早于受理日期', 'it was decided before it was submitted');
  if (['not-needed', 'refused'].includes(state) && (reason ?? '').trim() === '')
    throw wrong('须填写理由', 'give the reason');
}

/** Items that stand for a fact of the life cycle; a promise counts where it is allowed. */
const itemsOfFact: Readonly<Partial<Record<Fact, readonly string[]>>> = {
  review: ['entry-review'],
  'land-right': ['land-contract'],
  'start-permit': ['construction-permit'],
  acceptance: ['completion'],
};

const counts: readonly ItemState[] = ['granted', 'promised', 'not-needed'];

export function factsOfItems(
  records: readonly Pick<ItemRecord, 'item' | 'state'>[],
): Readonly<Partial<Record<Fact, boolean>>> {
  const isDone = (id: string) => records.some(({ item, state }) => item === id && counts.includes(state));
  return Object.fromEntries(Object.entries(itemsOfFact).map(([fact, ids]) => [fact, ids.some(isDone)]));
}

/** What is late on a day: an item past its limit, or a paper that was promised. */
export function lateOf(records: readonly ItemRecord[], today: Day) {
  return records.flatMap(({ item, state, dueOn, papers }) => [
    ...(['submitted', 'lacking'].includes(state) && dueOn !== null && dueOn < today
      ? [{ item, paper: null, dueOn }]
      : []),
    ...papers
      .filter(({ suppliedOn, byDay }) => suppliedOn === null && byDay < today)
      .map(({ paper, byDay }) => ({ item, paper, dueOn: byDay })),
  ]);
}
