import type { Block, Span } from '../../../core/document.ts';
import { documentOffset, sliceProse } from '../../../core/document.ts';
import { isBoxTitle } from '../../../core/table-shape.ts';
import words from '../vocabulary/heading-words.json' with { type: 'json' };
import type { Group } from './flow.ts';
import type { Line } from './lines.ts';
import { follows, isHeadingMarker, isItemMarker, type Marker } from './numbering.ts';
import { type Piece, piecesOf, proseOf } from './prose.ts';

const longestHeading = 80;
const longestRunIn = 44;

/** Where a block's heading ends and its text begins, counted in the prose after the number. */
interface Role {
  readonly kind: 'heading' | 'item' | 'paragraph';
  /** Length of the heading in the prose after the number; the rest is a paragraph of its own. */
  readonly headLength: number;
}

interface Drafted {
  readonly group: Group;
  readonly pieces: readonly Piece[];
  /** The words after the number. */
  readonly text: string;
  role: Role;
}

const standalone = new Set(words.standalone);
const runTogether = new RegExp(`^(?:${words.runTogether.join('|')})(?=[\\p{Script=Han}“《])`, 'u');
const isTitleEnd = new RegExp(`(?:${words.documentKinds.join('|')})(?:[（(][^（()）]*[)）])?[》”]?$`);

export function outlineOf(document: string, groups: readonly Group[], omit: readonly Span[]): Block[] {
  const drafts = groups.map((group) => draftOf(document, group, omit));
  demoteListed(drafts);
  demoteLists(drafts);
  promoteTitles(drafts);
  const levels = levelsOf(drafts);
  return drafts.flatMap((draft) => blocksOf(document, draft, levels));
}

function draftOf(document: string, group: Group, omit: readonly Span[]): Drafted {
  const bodyStart = group.from + (group.marker?.length ?? 0);
  const pieces = group.lines.flatMap((line, i) =>
    piecesOf(document, { start: i === 0 ? Math.min(bodyStart, line.to) : line.from, end: line.to }, omit),
  );
  const { text } = proseOf(document, pieces);
  return { group, pieces, text, role: roleOf(group, text.trim()) };
}

const whole = (kind: Role['kind'], text: string): Role => ({ kind, headLength: text.length });

function roleOf({ hashes, marker }: Group, text: string): Role {
  if (hashes > 0 && text.length <= 2 * longestHeading) return whole('heading', text);
  if (marker === null) return whole(standalone.has(text.replace(/\s/g, '')) ? 'heading' : 'paragraph', text);
  if (marker.family === 'annex') return annexRole(marker, text);
  if (isItemMarker(marker)) return whole('item', text);
  return numberedRole(marker, text);
}

/** 附件1 alone or with its title; “附件：1.……” is a list of annexes. */
function annexRole({ printed }: Marker, text: string): Role {
  const isReference = /[：:]$/.test(printed) && text !== '';
  return whole(isReference || text.length > longestHeading || /[。；，]/.test(text) ? 'paragraph' : 'heading', text);
}

/** Who does it by when, in brackets or after 责任单位: then the sentence before it is a task and no heading. */
const assignment =
  /^\s*(?:[（(][^（()）]*(?:[（(][^（()）]*[)）][^（()）]*)*[)）][。；]?\s*$|(?:责任|牵头|配合|承办|主办)(?:单位|部门|领导)?[:：])/;
const plainDigits = /\d/;
const withoutYears = (text: string): string =>
  text.replace(/\d{4}\s*[-—–~至]?\s*(?:\d{4})?\s*年?/g, '').replace(/[（(][^（()）]*[)）]/g, '');

function numberedRole(marker: Marker, text: string): Role {
  const strong = isHeadingMarker(marker);
  const sentence = /^[^。！？]*[。！？]?/.exec(text)?.[0] ?? '';
  const isOne = sentence.length === text.length;
  const hasFigures = plainDigits.test(withoutYears(sentence));
  if (isOne && text.length <= longestHeading && !/[；;]$/.test(text)) {
    const isClause = /[，,].*[。]$/.test(text) && (text.length > longestRunIn || hasFigures);
    if (strong && !isClause) return whole('heading', text);
    if (!/[：:]./.test(text) && !isClause && !(hasFigures && /[。，]/.test(text))) return whole('heading', text);
    return whole('item', text);
  }
  const together = strong ? runTogether.exec(text)?.[0] : undefined;
  if (together !== undefined) return { kind: 'heading', headLength: together.length };
  const isRunIn =
    !isOne &&
    !assignment.test(text.slice(sentence.length)) &&
    sentence.length <= longestRunIn &&
    !hasFigures &&
    !/[：:；;]/.test(sentence);
  return isRunIn ? { kind: 'heading', headLength: sentence.length } : whole('item', text);
}

/** Numbers right below “附件：1.……” go on with its list, and those below the title of a box are its items. */
function demoteListed(drafts: readonly Drafted[]): void {
  let inList = false;
  for (const draft of drafts) {
    const family = draft.group.marker?.family;
    if (draft.role.kind === 'paragraph' && isBoxTitle(draft.text)) inList = true;
    else if (family === 'annex') inList = draft.role.kind === 'paragraph';
    else if (inList && (family === 'arabic' || family === 'arabic-bracket')) draft.role = whole('item', draft.text);
    else inList = false;
  }
}

/** Numbered short lines one after the other, with nothing below any of them, are a list and no headings. */
function demoteLists(drafts: readonly Drafted[]): void {
  const isWeak = ({ group: { marker, hashes }, role, text }: Drafted) =>
    marker !== null &&
    hashes === 0 &&
    !isHeadingMarker(marker) &&
    role.kind === 'heading' &&
    role.headLength >= text.trim().length;
  const isStatement = ({ group: { hashes }, role, text }: Drafted) =>
    hashes === 0 && role.kind === 'heading' && role.headLength >= text.trim().length && /，.*。\s*$/.test(text);
  drafts.forEach((draft, i) => {
    // “（二）建立月调度制度，考核结果与评价挂钩。” with nothing below it says all that it has to say.
    if (draft.group.marker !== null && isStatement(draft) && !hasBody(drafts, i))
      draft.role = whole('item', draft.text);
  });
  const listed = drafts.filter((draft, i) => {
    if (!isWeak(draft)) return false;
    const joins = (other: Drafted | undefined, [a, b]: [Drafted | undefined, Drafted | undefined]) =>
      other?.group.marker != null && follows(a?.group.marker as Marker, b?.group.marker as Marker);
    const [before, after] = [drafts[i - 1], drafts[i + 1]];
    return (
      joins(after, [draft, after]) || (joins(before, [before, draft]) && before !== undefined && !hasBody(drafts, i))
    );
  });
  for (const draft of listed) draft.role = whole('item', draft.text);
}

/** Whether text of its own stands below a numbered line. */
function hasBody(drafts: readonly Drafted[], at: number): boolean {
  const [own, next] = [drafts[at], drafts[at + 1]];
  if (own?.group.marker == null || next === undefined) return false;
  const marker = next.group.marker;
  return marker === null ? next.role.kind === 'paragraph' : marker.rank > own.group.marker.rank;
}

/** The title at the top, also where it runs over several lines. */
function promoteTitles(drafts: readonly Drafted[]): void {
  for (const draft of drafts) {
    const { group, role, text } = draft;
    if (group.marker !== null && role.kind === 'heading') return;
    if (role.kind !== 'paragraph' || group.hashes > 0) continue;
    const plain = text.trim();
    if (plain.length > longestHeading || /[。；，：:]$/.test(plain) || /^[《（(]/.test(plain)) continue;
    if (isTitleEnd.test(plain)) draft.role = whole('heading', text);
  }
}

type Levels = (group: Group) => number;

/** Levels as the document itself uses them: the numbers that occur before headings, from the highest down. */
function levelsOf(drafts: readonly Drafted[]): Levels {
  const ranks = new Set<number>();
  const hashes = new Set<number>();
  for (const { group, role } of drafts) {
    if (role.kind !== 'heading') continue;
    if (group.marker !== null && group.marker.family !== 'annex') ranks.add(group.marker.rank);
    else if (group.hashes > 0) hashes.add(group.hashes);
  }
  const order = (set: Set<number>) => [...set].sort((a, b) => a - b);
  const [byRank, byHash] = [order(ranks), order(hashes)];
  return ({ marker, hashes: own }) => {
    if (marker !== null && marker.family !== 'annex') return byRank.indexOf(marker.rank) + 1;
    return own > 0 ? byHash.indexOf(own) + 1 : 1;
  };
}

function blocksOf(document: string, { group, pieces, role }: Drafted, levels: Levels): Block[] {
  const start = (group.lines[0] as Line).from;
  const end = (group.lines.at(-1) as Line).to;
  const number = group.marker?.printed ?? null;
  const saysOnlyNumber = pieces.length === 0;
  if (role.kind === 'paragraph' || saysOnlyNumber) {
    const first = { start: group.from, end: pieces[0]?.start ?? end, glued: false };
    const prose = proseOf(document, number === null ? pieces : [first, ...glued(pieces)]);
    if (role.kind !== 'heading') return [{ kind: 'paragraph', start, end, prose }];
    return [{ kind: 'heading', start, end, level: levels(group), number, prose }];
  }
  const prose = proseOf(document, pieces);
  if (role.kind === 'item') return [{ kind: 'item', start, end, marker: number ?? '', prose }];
  const cut = role.headLength;
  const rest = prose.text.length - prose.text.slice(cut).trimStart().length;
  const heading = { kind: 'heading', start, level: levels(group), number, prose: sliceProse(prose, 0, cut) } as const;
  if (rest >= prose.text.length) return [{ ...heading, end, prose }];
  const from = documentOffset(prose, rest);
  return [
    { ...heading, end: documentOffset(prose, cut - 1) + 1 },
    { kind: 'paragraph', start: from, end, prose: sliceProse(prose, rest, prose.text.length) },
  ];
}

const glued = ([first, ...others]: readonly Piece[]): Piece[] =>
  first === undefined ? [] : [{ ...first, glued: true }, ...others];
