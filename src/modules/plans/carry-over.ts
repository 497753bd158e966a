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

/** What was read there: the figure of an indicator; elsewhere the name says it. */
const figureOf = ({ kind, data }: FactContent): string =>
  kind === 'indicator' ? `${data.printed} ${data.unit} ${data.period ?? ''}` : '';

/**
 * What makes a fact the same one in another version, from the strictest to the loosest: its sentence with name and
 * figure; name and figure in a sentence that was edited; the sentence and figure under a name now read otherwise.
 */
const keys: readonly ((content: FactContent) => string)[] = [
  (content) =>
    [content.kind, squeezed(content.data.source.quote), squeezed(nameOf(content)), figureOf(content)].join('|'),
  (content) => [content.kind, squeezed(nameOf(content)), figureOf(content)].join('|'),
  (content) => [content.kind, squeezed(content.data.source.quote), figureOf(content)].join('|'),
];

const asRead = (fact: PlanFact): FactContent => ({ kind: fact.kind, data: fact.original ?? fact.data }) as FactContent;

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
  const byHand = facts.filter(({ state }) => state === 'added');
  const waiting = new Set(facts.filter(({ state }) => state !== 'added' && state !== 'proposed'));
  const found = new Map<FactContent, PlanFact>();
  const fresh = proposals(extraction);
  for (const keyOf of keys) {
    const byKey = Map.groupBy(waiting, (fact) => keyOf(asRead(fact)));
    for (const content of fresh) {
      const decided = found.has(content) ? undefined : byKey.get(keyOf(content))?.shift();
      if (decided === undefined) continue;
      found.set(content, decided);
      waiting.delete(decided);
    }
  }
  // A sentence edited around its figure: the same figure, if only one fact on either side has it.
  const left = Map.groupBy(waiting, (fact) => figureOf(asRead(fact)));
  const right = Map.groupBy(
    fresh.filter((content) => !found.has(content)),
    figureOf,
  );
  for (const [figure, [decided, ...others]] of left) {
    const [content, ...more] = right.get(figure) ?? [];
    if (figure === '' || !decided || !content || others.length + more.length > 0) continue;
    found.set(content, decided);
    waiting.delete(decided);
  }
  const matched = fresh.map((content) => ({ content, decided: found.get(content) ?? null }));
  const gone = [...waiting];
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
