import { type Block, documentOffset, type Span } from '../../../../core/document.ts';
import type { Draft, Named } from '../draft.ts';
import type { Sentence } from '../reading.ts';

/** Whether a figure is a project's own (its investment, capacity, land), kept with the project. */
export type OwnedByProjects = (place: Span, sentence: Sentence) => boolean;

/** Overlapping spans joined, in order. */
function joined(spans: Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

function within(spans: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle] as Span;
    if (span.end <= start) low = middle + 1;
    else if (span.start >= end) high = middle - 1;
    else return true;
  }
  return false;
}

const speaksOfProject = /[该本此]项目|^项目|[，。；]项目(?:总|占|年|建成|达产|投产|计划|规划|建设)/;

/** Projects hold their own figures: those in a project's quote, and in a paragraph that tells of a project. */
export function ownedByProjects({ document }: Draft, { projects }: Named): OwnedByProjects {
  const spans = joined(
    projects.flatMap(({ source, quantities }) => [source, ...quantities.flatMap((each) => each.source ?? [])]),
  );
  const heads = new Set(projects.map(({ source }) => source.start));
  const topics = new Map<number, boolean>();
  /** “云河物流园：总投资3亿元，…”: a paragraph or item headed by a project. */
  const opensWithProject = (block: Block): boolean =>
    (block.kind === 'item' || block.kind === 'paragraph') &&
    [0, 1, 2, 3, 4, 5].some((at) => heads.has(documentOffset(block.prose, at))) &&
    /^[^，。]{4,60}[，。：:]?\s*(?:项目|计划)?总投资/.test(block.prose.text);
  const isTopic = (block: number): boolean => {
    const known = topics.get(block);
    if (known !== undefined) return known;
    const at = document.blocks[block];
    const text = at !== undefined && 'prose' in at ? at.prose.text : '';
    const topic =
      at !== undefined &&
      ((speaksOfProject.test(text) && within(spans, { start: at.start, end: at.end })) || opensWithProject(at));
    topics.set(block, topic);
    return topic;
  };
  return (place, sentence) => within(spans, place) || isTopic(sentence.block);
}
