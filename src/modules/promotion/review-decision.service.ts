import type { Day } from '../../core/day.ts';
import { deliveryOperations } from '../projects/delivery-operations.ts';
import type { ReviewRow } from './case.store.ts';
import { stampOf, type Writing } from './context.service.ts';
import { addPromises, type NewRow } from './promise.store.ts';
import { wordsOfPromise } from './promise-words.ts';
import type { Condition, ReviewDecision } from './review.ts';
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
