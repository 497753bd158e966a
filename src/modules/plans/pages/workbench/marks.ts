import { type Prose, spanOf } from '../../../../core/document.ts';
import type { FactKind, PlanDetail, PlanFact, PlanFinding } from '../../plan.ts';

export type PlanBlock = PlanDetail['blocks'][number];

/** A place in the document that something is said about. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly on: { readonly fact: string } | { readonly finding: string };
  readonly kind: FactKind | 'finding';
  /** The state of the fact, or the severity of the finding. */
  readonly look: string;
}

export const idOf = ({ on }: Mark): string => ('fact' in on ? on.fact : on.finding);

/** What a click on a place takes in hand: the shortest fact first, then, click by click, what else stands there. */
export function nextOnClick(marks: readonly Mark[], ids: readonly string[], active: string | null): string | null {
  const shortest = new Map<string, { mark: Mark; length: number }>();
  for (const mark of marks) {
    const id = idOf(mark);
    const length = mark.end - mark.start;
    if (ids.includes(id) && length < (shortest.get(id)?.length ?? Number.POSITIVE_INFINITY))
      shortest.set(id, { mark, length });
  }
  const order = [...shortest].sort(
    ([, a], [, b]) => Number(a.mark.kind === 'finding') - Number(b.mark.kind === 'finding') || a.length - b.length,
  );
  const at = order.findIndex(([id]) => id === active);
  return order[(at + 1) % Math.max(1, order.length)]?.[0] ?? null;
}

const digit = (character: string): string =>
  /\d/.test(character) ? `[${character}${String.fromCharCode(character.charCodeAt(0) + 0xfee0)}]` : '[.．]';

/** Finds a printed number however its digits and thousands are typed, never as a part of a longer number. */
const numberPattern = (printed: string): RegExp =>
  new RegExp(`(?<![\\d０-９.．])${[...printed].map(digit).join('[,，]?')}(?![\\d０-９]|[.．][\\d０-９])`, 'g');

function numberIn(quote: string, printed: string, unit: string, skip: (start: number) => boolean) {
  const [low = '', high] = printed.split('/');
  for (const { index, 0: found } of quote.matchAll(numberPattern(low))) {
    if (skip(index)) continue;
    let end = index + found.length;
    if (high !== undefined) {
      const second = [...quote.matchAll(numberPattern(high))].find((match) => match.index >= end);
      if (second) end = second.index + second[0].length;
    }
    const gap = quote.slice(end).match(/^\s*/)?.[0].length ?? 0;
    if (unit !== '' && quote.startsWith(unit, end + gap)) end += gap + unit.length;
    return { start: index, end };
  }
  return null;
}

/** Where a fact is shown: a figure on its number, a named thing on its name, a task on its whole sentence. */
function anchorOf(fact: PlanFact, taken: Set<number>): { start: number; end: number } {
  // What stands in the document is what was read, whatever a person made of it since.
  const shown = { ...fact, data: fact.original ?? fact.data } as PlanFact;
  const { source } = fact.data;
  const whole = { start: source.start, end: source.end };
  if (shown.kind === 'indicator') {
    const { printed, unit } = shown.data;
    if (source.quote.length <= printed.length + unit.length + 2) return whole;
    // The words of a table cell reach from the row's name to the figure itself, which stands last.
    const last = source.quote.length - (source.quote.split('\t').at(-1) ?? '').length;
    const found =
      (last > 0 ? numberIn(source.quote, printed, unit, (at) => at < last) : null) ??
      numberIn(source.quote, printed, unit, (at) => taken.has(source.start + at)) ??
      numberIn(source.quote, printed, unit, () => false);
    if (found === null) return whole;
    taken.add(source.start + found.start);
    return { start: source.start + found.start, end: source.start + found.end };
  }
  if (shown.kind === 'task') return whole;
  const at = source.quote.indexOf(shown.data.name);
  return at < 0 ? whole : { start: source.start + at, end: source.start + at + shown.data.name.length };
}

/** All marks of a plan in reading order. Dismissed findings and rejected facts stay findable but are drawn faint. */
export function marksOf(facts: readonly PlanFact[], findings: readonly PlanFinding[]): Mark[] {
  const taken = new Set<number>();
  const marks: Mark[] = facts.map((fact) => ({
    ...anchorOf(fact, taken),
    on: { fact: fact.id },
    kind: fact.kind,
    look: fact.state,
  }));
  for (const { fingerprint, severity, sources, dismissed } of findings) {
    if (dismissed !== null) continue;
    for (const { start, end } of sources)
      marks.push({ start, end, on: { finding: fingerprint }, kind: 'finding', look: severity });
  }
  return marks.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The marks that touch each block, by block index. */
export function marksByBlock(blocks: readonly PlanBlock[], marks: readonly Mark[]): Map<number, Mark[]> {
  const byBlock = new Map<number, Mark[]>();
  const firstTouching = (start: number): number => {
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((blocks[middle] as PlanBlock).end <= start) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  for (const mark of marks) {
    for (let i = firstTouching(mark.start); i < blocks.length && (blocks[i] as PlanBlock).start < mark.end; i++) {
      const list = byBlock.get(i);
      if (list) list.push(mark);
      else byBlock.set(i, [mark]);
    }
  }
  return byBlock;
}

/** A stretch of text under the same marks. `at` is where it starts in the running text. */
export interface Segment {
  readonly text: string;
  readonly at: number;
  readonly marks: readonly Mark[];
}

interface Local {
  readonly from: number;
  readonly to: number;
  readonly mark: Mark;
}

function cut(text: string, locals: readonly Local[]): Segment[] {
  if (locals.length === 0) return [{ text, at: 0, marks: [] }];
  const edges = [...new Set([0, text.length, ...locals.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const [from, to] = [edges[i] as number, edges[i + 1] as number];
    const over = locals.filter((local) => local.from < to && local.to > from).map(({ mark }) => mark);
    segments.push({ text: text.slice(from, to), at: from, marks: over });
  }
  return segments;
}

/** Running text cut where marks begin and end. */
export function segmentsOfProse(prose: Prose, marks: readonly Mark[]): Segment[] {
  const locals: Local[] = [];
  for (const mark of marks) {
    let from = Number.POSITIVE_INFINITY;
    let to = -1;
    prose.runs.forEach(([at, source], i) => {
      const length = (prose.runs[i + 1]?.[0] ?? prose.text.length) - at;
      const start = Math.max(mark.start, source);
      const end = Math.min(mark.end, source + length);
      if (end <= start) return;
      from = Math.min(from, at + start - source);
      to = Math.max(to, at + end - source);
    });
    if (to > from) locals.push({ from, to, mark });
  }
  return cut(prose.text, locals);
}

interface CellPlace {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A cell cut the same way; where its words were joined from wrapped lines, a mark covers the whole cell. */
export function segmentsOfCell(cell: CellPlace, marks: readonly Mark[]): Segment[] {
  const isLiteral = cell.end - cell.start === cell.text.length;
  const locals = marks
    .filter(({ start, end }) => start < cell.end && end > cell.start)
    .map((mark) =>
      isLiteral
        ? {
            from: Math.max(mark.start, cell.start) - cell.start,
            to: Math.min(mark.end, cell.end) - cell.start,
            mark,
          }
        : { from: 0, to: cell.text.length, mark },
    );
  return cut(cell.text, cell.text === '' ? [] : locals);
}

/** The document's span behind a stretch of what is shown. */
export const placeInProse = (prose: Prose, from: number, to: number) => spanOf(prose, from, to);
