import { type Span, spanOf } from '../../../../core/document.ts';
import type { Draft } from '../draft.ts';
import { type ParkMention, plain } from './park-mention.ts';
import { mentionedParks } from './park-names.ts';
import { sourceAt, statementsOf } from './passages.ts';
import { projectItems } from './project-items.ts';
import { regionStartingAt, regionsNamed } from './regions.ts';

/** Parks that running text names outside any list, heading or table, and outside lists of projects. */
export function textMentions(draft: Draft, declared: readonly ParkMention[]): ParkMention[] {
  const listed = projectItems(draft).filter(({ kind }) => kind === 'list' || kind === 'row');
  const spans = [
    ...declared.map(({ source }) => source),
    ...listed.map(({ prose, span }) => spanOf(prose, span.start, span.end)),
  ];
  const taken = overlapping(spans);
  const words = new Map<string, boolean>();
  const isKnown = (own: string): boolean => {
    const known = words.get(own) ?? draft.document.text.split(own).length > 3;
    words.set(own, known);
    return known;
  };
  return statementsOf(draft.document).flatMap(({ prose }) =>
    mentionedParks(prose.text, isKnown)
      .map((span) => ({
        ...plain,
        name: prose.text.slice(span.start, span.end),
        source: sourceAt(draft.document, prose, span),
        declared: false,
      }))
      .filter(({ name, source }) => !taken(source) && isNear(name, draft)),
  );
}

/** Whether a span overlaps one of many, which are sorted once. */
function overlapping(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return ({ start, end }) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as Span).end <= start) low = middle + 1;
      else high = middle;
    }
    return low < sorted.length && (sorted[low] as Span).start < end;
  };
}

/** A park of another province is an example to learn from, not one of the document's. */
export function isNear(name: string, { about }: Draft): boolean {
  const length = regionStartingAt(name, 0);
  const home = regionsNamed(about.regions[0] ?? '')[0];
  if (length === 0 || home === undefined) return true;
  const place = name.slice(0, length);
  const regions = regionsNamed(place);
  // A short name alone (双河, 城北) may be any village; a full one or a province is meant.
  const meant = regions.filter((region) => region.name === place || region.level === 1);
  return meant.length === 0 || regions.some((region) => region.code.slice(0, 2) === home.code.slice(0, 2));
}
