import { evaluateAll, type Ready, type Subject } from './evaluate.ts';
import { exact } from './fact.ts';
import type { Outcome } from './working.ts';

/** One answer that two editions give differently of one subject. `change` is the second less the first, where both are numbers. */
export interface Difference {
  readonly subject: string;
  readonly outcome: string;
  readonly first: Outcome | null;
  readonly second: Outcome | null;
  readonly change: string | null;
}

const sameValue = (a: Outcome | null, b: Outcome | null): boolean =>
  JSON.stringify(a?.value) === JSON.stringify(b?.value) && a?.unit === b?.unit;

function changeOf(a: Outcome | null, b: Outcome | null): string | null {
  if (a === null || b === null || !('number' in a.value) || !('number' in b.value) || a.unit !== b.unit) return null;
  return exact(b.value.number).minus(a.value.number).toFixed();
}

/** Two editions on the same subjects: what differs, subject by subject; an outcome that one edition lacks is null. */
export function compareEditions(first: Ready, second: Ready, subjects: readonly Subject[]): Difference[] {
  const [a, b] = [evaluateAll(first, subjects), evaluateAll(second, subjects)];
  return subjects.flatMap(({ id: subject }, i) => {
    const [mine, theirs] = [a[i]?.outcome ?? [], b[i]?.outcome ?? []];
    const ids = new Set([...mine, ...theirs].map(({ id }) => id));
    return [...ids].flatMap((outcome) => {
      const [one, two] = [mine, theirs].map((list) => list.find(({ id }) => id === outcome) ?? null) as [
        Outcome | null,
        Outcome | null,
      ];
      return sameValue(one, two) ? [] : [{ subject, outcome, first: one, second: two, change: changeOf(one, two) }];
    });
  });
}
