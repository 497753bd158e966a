import { isSame } from '../../core/difference.ts';
import type { FactContent, FactKind, PlanFact } from './plan.ts';
import { nameOf } from './revise.ts';

export interface Difference {
  readonly kind: FactKind;
  readonly name: string;
  readonly verdict: 'same' | 'changed' | 'only-left' | 'only-right';
  readonly left: { readonly fact: PlanFact | null };
  readonly right: { readonly fact: PlanFact | null };
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]+/gu, '')
    .toLowerCase();

/** Facts that speak of the same thing: an indicator of one subject for one period; elsewhere the name. */
function keyOf(fact: FactContent): string {
  if (fact.kind !== 'indicator') return `${fact.kind}|${plain(nameOf(fact))}`;
  const { name, subject, period, kind } = fact.data;
  return ['indicator', plain(name), plain(subject ?? ''), period ?? '', kind === 'growth_rate' ? 'growth' : ''].join(
    '|',
  );
}

/** What the reader compares: the statement without its place in the file. */
function statementOf({ data }: FactContent): unknown {
  const { source: _, ...rest } = data;
  if ('printed' in rest) {
    const { value, unit, comparator } = rest;
    return { value, unit, comparator };
  }
  return JSON.parse(JSON.stringify(rest, (key, value) => (key === 'source' ? undefined : value)));
}

/** Fact by fact, in the order of the left document, then what only the right one has. Rejected facts do not count. */
export function compareFacts(left: readonly PlanFact[], right: readonly PlanFact[]): Difference[] {
  const counts = ({ state }: PlanFact) => state !== 'rejected';
  const waiting = new Map<string, PlanFact[]>();
  for (const fact of right.filter(counts)) waiting.set(keyOf(fact), [...(waiting.get(keyOf(fact)) ?? []), fact]);
  const differences: Difference[] = left.filter(counts).map((fact) => {
    const same = waiting.get(keyOf(fact));
    const equal = same?.findIndex((other) => isSame(statementOf(other), statementOf(fact))) ?? -1;
    const [other = null] = same?.splice(Math.max(equal, 0), 1) ?? [];
    const verdict = other === null ? 'only-left' : equal >= 0 ? 'same' : 'changed';
    return { kind: fact.kind, name: nameOf(fact), verdict, left: { fact }, right: { fact: other } };
  });
  for (const fact of [...waiting.values()].flat())
    differences.push({
      kind: fact.kind,
      name: nameOf(fact),
      verdict: 'only-right',
      left: { fact: null },
      right: { fact },
    });
  return differences;
}
