import type { ReadingStep } from './engine.ts';

/** How far readings are, as told to whoever began them; kept in memory, for a reading that a restart cuts off starts anew. */
export interface ReadingProgress {
  /** Says how far a reading is; null: it failed, and nothing is left of it. Without a reading's number nobody will ask. */
  note(actorId: string, readingId: string | undefined, step: ReadingStep | null): void;
  /** The step of a reading of one's own; `waiting` for one not begun, or told as done already. */
  tell(actorId: string, readingId: string): ReadingStep;
}

export function createReadingProgress(): ReadingProgress {
  const steps = new Map<string, ReadingStep>();
  const keyOf = (actorId: string, readingId: string) => `${actorId} ${readingId}`;
  return {
    note(actorId, readingId, step) {
      if (readingId === undefined) return;
      if (step === null) steps.delete(keyOf(actorId, readingId));
      else steps.set(keyOf(actorId, readingId), step);
    },
    tell(actorId, readingId) {
      const key = keyOf(actorId, readingId);
      const step = steps.get(key) ?? 'waiting';
      if (step === 'done') steps.delete(key);
      return step;
    },
  };
}
