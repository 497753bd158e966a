import type { Day } from '../../core/day.ts';
import type { Label } from '../../core/text.ts';
import changed from './vocabulary/region-changes.json' with { type: 'json' };
import shipped from './vocabulary/regions.json' with { type: 'json' };

export const changeKinds = {
  begun: { zh: '设立', en: 'Founded' },
  renamed: { zh: '更名', en: 'Renamed' },
  ended: { zh: '撤销', en: 'Ended' },
} as const satisfies Record<string, Label>;
export type ChangeKind = keyof typeof changeKinds;

/** One line of an announced change: what became of a code, from which day, on what basis. */
export interface RegionChange {
  readonly on: Day;
  readonly kind: ChangeKind;
  readonly code: string;
  /** The name that begins, or, of one that ends, the name it had. */
  readonly name: string;
  /** Of a rename: the name before. */
  readonly former?: string | undefined;
  /** Codes that took it over. */
  readonly into: readonly string[];
  readonly basis: string;
}

/** A name that a code had for a span of days; null where the beginning is not recorded or the end not come. */
export interface RegionSpan {
  readonly code: string;
  readonly name: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly into: readonly string[];
}

export interface Region extends RegionSpan {
  /** 1 province, 2 prefecture, 3 county. */
  readonly level: number;
  readonly parent: string | null;
}

/** The day of the shipped list; changes up to it are in the list already. */
export const edition: Day = changed.edition;
export const source: string = shipped.source;
export const shippedChanges = changed.changes as readonly RegionChange[];

/** 市辖区 and 省直辖县级行政区划 are groups in the code, not places. */
const isGroup = (name: string): boolean => /^(?:市辖区|县|.*直辖.*)$/.test(name);

function shippedNames(): Map<string, string> {
  const names = new Map<string, string>();
  for (const [province, { name, prefectures }] of Object.entries(shipped.provinces)) {
    names.set(`${province}0000`, name);
    for (const [prefecture, pair] of Object.entries(prefectures as Record<string, string[]>)) {
      const [called = '', counties = ''] = pair;
      if (!isGroup(called)) names.set(`${province}${prefecture}00`, called);
      for (const county of counties.split(' ').filter(Boolean))
        names.set(`${province}${prefecture}${county.slice(0, 2)}`, county.slice(2));
    }
  }
  return names;
}
const names = shippedNames();

export const levelOf = (code: string): number => (code.endsWith('0000') ? 1 : code.endsWith('00') ? 2 : 3);

/** Backwards from the shipped list: before a founding there was nothing, before an end there was what ended. */
function backward(spans: RegionSpan[], { kind, code, name, former, on, into }: RegionChange): RegionSpan[] {
  const first = spans[0];
  if (kind === 'ended') return [{ code, name, from: null, to: on, into }, ...spans];
  if (first === undefined) return spans;
  const later = [{ ...first, from: on }, ...spans.slice(1)];
  return kind === 'begun' ? later : [{ code, name: former ?? '', from: null, to: on, into: [] }, ...later];
}

function forward(spans: RegionSpan[], { kind, code, name, on, into }: RegionChange): RegionSpan[] {
  const closed = spans.map((span) =>
    span.to === null ? { ...span, to: on, into: kind === 'ended' ? into : [] } : span,
  );
  return kind === 'ended' ? closed : [...closed, { code, name, from: on, to: null, into: [] }];
}

/** Every code with the names it had, the shipped changes and later announced ones together. */
export function regionSpans(announced: readonly RegionChange[] = []): Map<string, readonly RegionSpan[]> {
  const spans = new Map<string, RegionSpan[]>(
    [...names].map(([code, name]) => [code, [{ code, name, from: null, to: null, into: [] }]]),
  );
  const all = [...shippedChanges, ...announced].toSorted((a, b) => a.on.localeCompare(b.on));
  const apply = (change: RegionChange, step: typeof forward) =>
    spans.set(change.code, step(spans.get(change.code) ?? [], change));
  for (const change of all.filter(({ on }) => on <= edition).toReversed()) apply(change, backward);
  for (const change of all.filter(({ on }) => on > edition)) apply(change, forward);
  return spans;
}

const holdsOn = ({ from, to }: RegionSpan, day: Day): boolean =>
  (from === null || from <= day) && (to === null || day < to);

/** The regions of a day, by code. A county without a prefecture belongs to its province. */
export function regionsOn(spans: ReadonlyMap<string, readonly RegionSpan[]>, day: Day): Region[] {
  const standing = new Map<string, RegionSpan>();
  for (const [code, list] of spans) {
    const span = list.find((each) => holdsOn(each, day));
    if (span !== undefined) standing.set(code, span);
  }
  return [...standing.values()]
    .map((span) => {
      const [province, prefecture] = [`${span.code.slice(0, 2)}0000`, `${span.code.slice(0, 4)}00`];
      const level = levelOf(span.code);
      const parent = level === 1 ? null : level === 3 && standing.has(prefecture) ? prefecture : province;
      return { ...span, level, parent };
    })
    .toSorted((a, b) => a.code.localeCompare(b.code));
}
