import type { Day } from '../../core/day.ts';
import { Problem } from '../../core/problem.ts';
import { deliveryOperations } from '../projects/delivery-operations.ts';
import type { ReviewRow } from './case.store.ts';
import { refused, stampOf, type Writing } from './context.service.ts';
import { addPromises, type NewRow } from './promise.store.ts';
import { wordsOfPromise } from './promise-words.ts';
import { type Condition, type ReviewDecision, reviewStates } from './review.ts';
import type { Evidence } from './shapes.ts';

/** A condition is a promise with an owner and a day: the same clock, remedy and exit follow from it. */
export async function attachConditions(
  context: Writing,
  { id: reviewId, tenantId, unitPath, projectId }: ReviewRow,
  number: string | null,
  conditions: readonly Condition[],
): Promise<void> {
  if (conditions.length === 0) return;
  const rows = conditions.map(({ text, owner, dueOn }): NewRow => {
    const source = { kind: 'review', reviewId, number } as const;
    const promise = { measure: 'condition', what: text, typed: null, unit: null, dueOn, period: null, owner, source };
    return { ...wordsOfPromise(promise), tenantId, unitPath, projectId, id: context.newId(), source };
  });
  await addPromises(context.db, rows, stampOf(context));
  for (const row of rows) context.audit('promise', row.id, null, row);
}

interface Decided {
  readonly decision: ReviewDecision;
  readonly on: Day;
  readonly number: string | null;
  readonly reason: string | null;
  readonly evidence: readonly Evidence[];
}

/** Refuses what contradicts itself, whatever the edition says. */
export function checkDecision(
  {
    decision,
    on,
    number,
    reason,
    conditions,
  }: Omit<Decided, 'evidence'> & { readonly conditions: readonly Condition[] },
  row: Pick<ReviewRow, 'meeting' | 'openedOn' | 'state'>,
  today: Day,
): void {
  const earliest = row.meeting?.on ?? row.openedOn;
  if (on < earliest || on > today)
    throw new Problem('event-day', { on, since: earliest, today, stage: reviewStates[row.state].zh });
  const needs = (facts: string) => new Problem('facts-missing', { action: reviewStates[decision].zh, facts });
  const isPass = decision === 'passed' || decision === 'conditional';
  if (!isPass && (reason ?? '') === '') throw needs('理由 reason');
  if (isPass && (number ?? '') === '') throw needs('会议纪要文号 number of the minutes');
  if (decision === 'conditional' && conditions.length === 0) throw needs('条件、责任人和期限 conditions');
  if (decision !== 'conditional' && conditions.length > 0)
    throw refused('只有“附条件通过”可附条件', 'only a pass with conditions has conditions');
  if (conditions.some(({ dueOn }) => dueOn < on))
    throw refused('条件的期限早于决定日期', 'a condition is due before the decision');
}

/** 落户评审 in the project’s checklist: what lets it sign, or keeps it from signing. */
export async function recordInChecklist(
  { ask, tell }: Writing,
  { projectId, openedOn }: ReviewRow,
  { decision, on, number, reason, evidence }: Decided,
): Promise<void> {
  if (decision === 'returned') return;
  const { revision } = await ask(deliveryOperations['delivery.show'], { id: projectId });
  await tell(deliveryOperations['delivery.item'], {
    id: projectId,
    revision,
    item: 'entry-review',
    state: decision === 'rejected' ? 'refused' : 'granted',
    submittedOn: openedOn,
    decidedOn: on,
    number,
    reason: reason?.slice(0, 500) ?? null,
    evidence: [...evidence],
  });
}
