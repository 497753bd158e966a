import { lineAt, lineStartsOf } from '../../core/document.ts';
import type { Extraction } from '../documents/extraction.ts';
import type { FactContent, PlanFact } from './plan.ts';
import { nameOf } from './revise.ts';

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** Facts as the reader proposes them, in reading order. */
export function proposals({ indicators, projects, tasks, parks, enterprises }: Extraction): FactContent[] {
  return [
    ...indicators.map((data) => ({ kind: 'indicator' as const, data })),
    ...projects.map((data) => ({ kind: 'project' as const, data })),
    ...tasks.map((data) => ({ kind: 'task' as const, data })),
    ...parks.map((data) => ({ kind: 'park' as const, data })),
    ...enterprises.map((data) => ({ kind: 'enterprise' as const, data })),
  ];
}

/** What makes a fact the same one in another version: its kind, its sentence and what was read there. */
function keyOf(content: FactContent): string {
  const { kind, data } = content;
  const figure = kind === 'indicator' ? `${data.printed} ${data.unit} ${data.period ?? ''}` : '';
  return [kind, squeezed(data.source.quote), squeezed(nameOf(content)), figure].join('|');
}

interface CarriedOver {
  /** Each proposal of the new version with the decided fact that it continues, if there is one. */
  readonly proposals: readonly { readonly content: FactContent; readonly decided: PlanFact | null }[];
  /** Facts added by hand whose sentence stands in the new version too, at their new place. */
  readonly added: readonly PlanFact[];
  /** Decided facts whose sentence is gone: they stay with the old version. */
  readonly gone: readonly PlanFact[];
}

/** Finds in a new version what people had decided on in the old one. Two equal sentences keep their order. */
export function carryOver(facts: readonly PlanFact[], extraction: Extraction, text: string): CarriedOver {
  const decided = new Map<string, PlanFact[]>();
  const byHand: PlanFact[] = [];
  for (const fact of facts) {
    if (fact.state === 'added') byHand.push(fact);
    if (fact.state === 'added' || fact.state === 'proposed') continue;
    const key = keyOf({ kind: fact.kind, data: fact.original ?? fact.data } as FactContent);
    decided.set(key, [...(decided.get(key) ?? []), fact]);
  }
  const matched = proposals(extraction).map((content) => ({
    content,
    decided: decided.get(keyOf(content))?.shift() ?? null,
  }));
  const gone = [...decided.values()].flat();
  const lineStarts = lineStartsOf(text);
  const added = byHand.flatMap((fact) => {
    const { quote, start: before } = fact.data.source;
    const start = nearestOccurrence(text, quote, before);
    if (start < 0) {
      gone.push(fact);
      return [];
    }
    const source = { ...fact.data.source, start, end: start + quote.length, line: lineAt(lineStarts, start) };
    return [{ ...fact, data: { ...fact.data, source } } as PlanFact];
  });
  return { proposals: matched, added, gone };
}

function nearestOccurrence(text: string, quote: string, near: number): number {
  if (quote === '') return -1;
  const after = text.indexOf(quote, near);
  const before = text.lastIndexOf(quote, near);
  if (after < 0 || before < 0) return Math.max(after, before);
  return after - near <= near - before ? after : before;
}

/** The decided fact's words at the place where the new version has them. */
export function withNewSource(decided: PlanFact, content: FactContent): FactContent {
  return { kind: decided.kind, data: { ...decided.data, source: content.data.source } } as FactContent;
}
