import { type FigureSource, figuresOf, type OfficialDocument, signedText } from './document.ts';

/** JSON with the keys of every object in order: the same content is the same text, whoever wrote it. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
}

/** SHA-256 of what stands on the pages, figures and their sources included. The hash function comes from outside. */
export const frozenHash = (document: OfficialDocument, sha256: (text: string) => string): string =>
  sha256(canonicalJson(document));

export const sourceKey = ({ kind, id }: FigureSource): string => `${kind}:${id}`;

export interface FigureChange {
  readonly at: string;
  readonly source: FigureSource;
  readonly was: string;
  /** null: what it stood on is gone. */
  readonly is: string | null;
}

/**
 * Which figures of a published document would read otherwise today. `current` has today's text by source, and
 * null for a source that is gone; a source that it does not speak of was not looked up and counts as unchanged.
 */
export const changesSince = (
  document: Pick<OfficialDocument, 'blocks'>,
  current: ReadonlyMap<string, string | null>,
): FigureChange[] =>
  figuresOf(document).flatMap(({ at, figure }) => {
    const { source } = figure;
    const was = signedText(figure);
    const is = current.get(sourceKey(source));
    return is === undefined || is === was ? [] : [{ at, source, was, is }];
  });

export const isUpToDate = (
  document: Pick<OfficialDocument, 'blocks'>,
  current: ReadonlyMap<string, string | null>,
): boolean => changesSince(document, current).length === 0;

/** Figures of an edited text that the text before did not have: typed over, or tied to something new by hand. */
export function strayFigures(
  before: Pick<OfficialDocument, 'blocks'>,
  after: Pick<OfficialDocument, 'blocks'>,
): FigureChange[] {
  const known = new Map<string, Set<string>>();
  for (const { figure } of figuresOf(before)) {
    const key = sourceKey(figure.source);
    known.set(key, (known.get(key) ?? new Set()).add(signedText(figure)));
  }
  return figuresOf(after).flatMap(({ at, figure }) => {
    const { source } = figure;
    const texts = known.get(sourceKey(source));
    const is = signedText(figure);
    return texts?.has(is) ? [] : [{ at, source, was: [...(texts ?? [])].join(' / '), is }];
  });
}
