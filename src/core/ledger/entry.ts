import { type Day, daysBetween } from '../day.ts';
import { Problem } from '../problem.ts';
import { advance } from '../stage-machine.ts';
import { dayAfter, workdaysAfter } from '../workday.ts';
import type { Clock, Lamp, Ledger, LedgerField } from './ledger.ts';

/** What an office has decided, by choice. */
export type Answers = Readonly<Record<string, number>>;

export interface Standing {
  readonly stage: string;
  readonly stageSince: Day;
  readonly data: Readonly<Record<string, unknown>>;
}

export const isFilled = (value: unknown): boolean =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  !(Array.isArray(value) && value.length === 0) &&
  !(typeof value === 'object' && !Array.isArray(value) && Object.keys(value as object).length === 0);

const daysOf = ({ days }: Clock, answers: Answers): number | null =>
  typeof days === 'number' ? days : (answers[days.choice] ?? null);

/** The last day on which it is still in time; null where nothing is due, or a day or a decision is not known yet. */
export function dueOf(ledger: Ledger, { stage, stageSince, data }: Standing, answers: Answers): Day | null {
  const { clock, isFinal } = ledger.stages[stage] ?? {};
  if (clock === undefined || isFinal) return null;
  const days = daysOf(clock, answers);
  const from = clock.from === undefined ? stageSince : data[clock.from];
  if (days === null || typeof from !== 'string' || from === '') return null;
  return clock.counts === 'working' ? workdaysAfter(from, days) : dayAfter(from, days);
}

/** 亮灯. Red from the day after it was due, yellow within the days of warning; the due day itself is in time. */
export function lampOf(ledger: Ledger, standing: Standing, dueOn: Day | null, today: Day): Lamp {
  const { clock, isFinal } = ledger.stages[standing.stage] ?? {};
  if (isFinal) return 'done';
  if (dueOn === null || clock === undefined) return 'grey';
  if (today > dueOn) return 'red';
  return clock.warnDays !== undefined && daysBetween(today, dueOn) <= clock.warnDays ? 'yellow' : 'green';
}

/** Fields that a new entry lacks. */
export const lacksOf = (ledger: Ledger, data: Standing['data']): readonly LedgerField[] =>
  ledger.fields.filter(({ id, isRequired }) => isRequired && !isFilled(data[id]));

/** Refuses while a decision of the office is open, and says which. */
export function needAnswers(ledger: Ledger, answers: Answers): void {
  const open = ledger.choices.filter(({ id }) => answers[id] === undefined);
  if (open.length === 0) return;
  const say = (language: 'zh' | 'en') => open.map(({ label, unit }) => `${label[language]}（${unit}）`).join('、');
  throw new Problem('choice-open', {
    name: ledger.label.zh,
    nameEn: ledger.label.en,
    open: say('zh'),
    openEn: say('en'),
  });
}

export interface Move {
  readonly action: string;
  readonly reason: string | null;
  readonly hasEvidence: boolean;
  /** Fields filled along with the action. */
  readonly changes: Standing['data'];
}

/** The entry after an action; a Problem says what it still needs, by the names that stand on the page. */
export function moved(
  ledger: Ledger,
  entry: Standing,
  { action, reason, hasEvidence, changes }: Move,
  today: Day,
): Standing {
  const data = { ...entry.data, ...changes };
  const declared = ledger.machine.actions[action];
  if (declared === undefined) throw new Problem('not-found', { kind: '操作 action', id: action });
  const facts: Record<string, unknown> = {};
  for (const { id } of ledger.fields) facts[id] = isFilled(data[id]) ? data[id] : null;
  facts.evidence = hasEvidence ? true : null;
  facts.reason = reason === null || reason.trim() === '' ? null : reason;
  const lacking = declared.needs.filter((fact) => facts[fact] == null);
  const isReachable = declared.from.includes(entry.stage);
  if (isReachable && lacking.length > 0)
    throw new Problem('facts-missing', {
      action: declared.label.zh,
      facts: lacking.map((fact) => factName(ledger, fact)).join('、'),
    });
  const stage = advance(ledger.machine, entry.stage, action, facts);
  return { stage, stageSince: stage === entry.stage ? entry.stageSince : today, data };
}

function factName({ fields }: Ledger, fact: string): string {
  if (fact === 'evidence') return '佐证材料 evidence';
  if (fact === 'reason') return '理由 reason';
  return fields.find(({ id }) => id === fact)?.label.zh ?? fact;
}
