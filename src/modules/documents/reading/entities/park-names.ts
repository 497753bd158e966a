import type { Span } from '../../../../core/document.ts';
import vocabulary from '../../vocabulary/park-words.json' with { type: 'json' };
import { hardStart, nameStart, verbStartingAt } from './boundaries.ts';
import { conjunctions, splitOutside, textIn } from './enumeration.ts';
import { ownWord } from './organisations.ts';
import { regionStartingAt } from './regions.ts';
import { residue, wordList } from './words.ts';

const suffixes = wordList(vocabulary.suffixes);
const mentioned = wordList(vocabulary.mentioned);
const generic = wordList([...vocabulary.generic, ...vocabulary.suffixes]);
const levelWords =
  /位于|公司|^\d+[个大家处]|^[一二两三四五六七八九十]+[个家处]|国家级|[省市县]级|全[省市县区国]|其[他它]|各类|重点(?!支持)|^我[省市县]|^该|^本|^各|^其中/u;

export const parkSuffix = (name: string): number => suffixes.endingAt(name, name.length);

/** Length of the place that a name begins with; “新兴” before 产业 is a word, though a county has that name. */
const placeAt = (text: string, at: number): number => {
  const length = regionStartingAt(text, at);
  return generic.has(text.slice(at, at + length)) ? 0 : length;
};

/** What makes the name one park's own: all that is not said of parks in general. */
export const ownPart = (name: string): string => residue(name.replace(/[（）()*·]/gu, ''), generic);

/** Whether a name is one park's: a place or a word of its own, no verb, no level said of many. */
export function isParkName(name: string): boolean {
  const shape = name.length >= 4 && name.length <= 26 && /^[\u4e00-\u9fff\dA-Za-z（）()*·－—-]+$/u.test(name);
  if (!shape || parkSuffix(name) === 0 || levelWords.test(name) || /[的了等是以把将]|^[和及与]/u.test(name))
    return false;
  if (verbStartingAt(name, 0) > 0 && placeAt(name, 0) === 0) return false;
  return placeAt(name, 0) > 0 ? name.length - parkSuffix(name) >= 2 : ownPart(name).length >= 2;
}

/** A part of a park may have a name without anything of its own: 配套生活区, 现代物流产业区. */
export const isAreaName = (name: string): boolean =>
  name.length >= 4 &&
  name.length <= 20 &&
  parkSuffix(name) > 0 &&
  !levelWords.test(name) &&
  verbStartingAt(name, 0) === 0 &&
  /^[\u4e00-\u9fff（）()*]+$/u.test(name) &&
  !/[的了是]|园区$/u.test(name);

const inLists = [...vocabulary.listHeads].sort((a, b) => b.length - a.length).join('|');
const listEnd = new RegExp(
  `等\\s*(?:(\\d+|[一二两三四五六七八九十]+)\\s*[个大家处])?([^，。；、]{0,14}?(?:${inLists}))(?![建名内外企])`,
  'gu',
);

const counted = new RegExp(
  `(?:下设|设有|现有|拥有|共有|下辖|由|分为|划分为|形成|包括|包含|含|建成|建设|规划建设)([^，。；：]{4,120}?)(?:等)?\\s*(\\d+|[一二两三四五六七八九十]+)\\s*[个大家](?:重点|特色|专业|国家级|省级|市级)?(?:${inLists})`,
  'gu',
);
const named =
  /(?:“?[一二三四五六七八九十]区[一二三四五六七八九十多]园”?[^。；]{0,10}?(?:[，。：—]+|(?=分?别?[为是]))|下设|即)(?:分别)?(?:为|是|即|：)?：?([^。；]{4,160}?)(?=等?\s*(?:\d+|[一二两三四五六七八九十]+)\s*[个大]|等|[。；]|$)/gu;

const built = /(?:建设|打造|建成|规划建设|培育|推进)([^，。；：和]{4,120}、[^，。；：]{4,40}?)(?=[。；，]|$)/gu;

/** “即甲园（4.2平方公里）、乙园（3.6平方公里）”: the size in brackets is no part of the name, nor is 格局，即 before the first. */
function withoutSize(text: string, { start, end }: Span): Span {
  const name = text.slice(start, end);
  const size = /[（(](?:约|规划)?(?:面积)?\d[^（()）]*[）)]$/u.exec(name)?.[0].length ?? 0;
  const lead = /^(?:即|分别为|分别是)/u.exec(name)?.[0].length ?? 0;
  return { start: start + lead, end: end - size };
}

/** “下设甲园、乙园、丙园3个园区”, “一区三园，即甲园、乙园、丙园”: lists that need no 等. */
function plainLists(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(counted)) {
    const start = match.index + match[0].indexOf(match[1] as string);
    const span = { start, end: start + (match[1] as string).length };
    const parts = splitOutside(text, span, '、和');
    const count = Number(match[2]) || ' 一二三四五六七八九十'.indexOf(match[2] === '两' ? '二' : (match[2] as string));
    if (parts.length === count) found.push(...parts);
  }
  for (const match of text.matchAll(named)) {
    const start = match.index + match[0].lastIndexOf(match[1] as string);
    const parts = splitOutside(text, { start, end: start + (match[1] as string).length }, '、，')
      .map((part) => withoutSize(text, part))
      .filter((part) => part.end > part.start);
    if (parts.length >= 2) found.push(...parts);
  }
  for (const match of text.matchAll(built)) {
    const start = match.index + match[0].indexOf(match[1] as string);
    const parts = splitOutside(text, { start, end: start + (match[1] as string).length }, '、');
    // “建设某基地、某基地” is what a region wants to be rather than two places.
    const names = parts.map((part) => textIn(text, part));
    if (names.every((name) => isParkName(name) && !/(?:基地|中心|带)$/u.test(name))) found.push(...parts);
  }
  return found.filter((part) => isAreaName(textIn(text, part)) || isParkName(textIn(text, part)));
}

export interface ListedPark {
  readonly name: string;
  readonly span: Span;
  /** What the list calls its members: 重点园区, 农机产业园. */
  readonly head: string;
}

/** “建设甲产业园、乙基地等10个重点园区”; bare places take the head: “甲、乙等2个农机产业园” → 甲农机产业园. */
export function listedParks(text: string): ListedPark[] {
  const plain = plainLists(text).map((span) => ({ name: textIn(text, span), span, head: '' }));
  const ended = [...text.matchAll(listEnd)].flatMap((match) => {
    const items = itemsBefore(text, match.index);
    const [count, head] = [match[1], match[2] as string];
    const named = items.filter(({ name }) => isParkName(name) || (isAreaName(name) && count !== undefined));
    if (named.length * 2 > items.length) return named.map((item) => ({ ...item, head }));
    const bare = items.every(
      ({ name }) =>
        (name.length <= 12 && parkSuffix(name) === 0 && placeAt(name, 0) > 0) ||
        /^[\u4e00-\u9fff（）]{2,10}$/u.test(name),
    );
    const places = items.filter(({ name }) => placeAt(name, 0) === name.length).length;
    const full = count !== undefined && bare && places * 2 >= items.length;
    return full && parkSuffix(head) > 0 ? items.map((item) => ({ ...item, name: item.name + head, head })) : [];
  });
  return [
    ...ended,
    ...plain.filter(({ span }) => !ended.some((each) => each.span.start < span.end && span.start < each.span.end)),
  ];
}

function itemsBefore(text: string, end: number): { name: string; span: Span }[] {
  let start = end;
  while (start > 0 && !'，。；：！？\n'.includes(text[start - 1] as string)) start--;
  const parts = splitOutside(text, { start, end }, '、').flatMap((part, i) =>
    joinedParks(text, i === 0 ? withoutVerb(text, part) : part),
  );
  return parts.map(({ span, name }) => ({ span, name: name ?? textIn(text, span) }));
}

/** The first item of a list without the verbs before it: “推进建设甲产业园” → 甲产业园. */
function withoutVerb(text: string, { start, end }: Span): Span {
  let from = start;
  for (let at = start; at < end - 2; ) {
    const length = verbStartingAt(text, at);
    at += Math.max(1, length);
    // “由甲园、乙园等两个园区组成”: the particle opens the list.
    const opens = length === 0 && at === from + 1 && '由有含即为是'.includes(text[from] as string);
    if ((length > 0 || opens) && end - at >= 2) from = at;
  }
  return { start: from, end };
}

/** “甲国家材料基地和光伏基地”: two; the second takes the place of the first when it names none. */
function joinedParks(text: string, part: Span): { span: Span; name?: string }[] {
  for (const joint of conjunctions(text, part)) {
    const left = { start: part.start, end: joint.start };
    const right = { start: joint.end, end: part.end };
    const [a, b] = [textIn(text, left), textIn(text, right)];
    if (!isParkName(a) || parkSuffix(b) === 0 || b.length < 4) continue;
    const place = a.slice(0, placeAt(a, 0));
    const name = placeAt(b, 0) > 0 || (isParkName(b) && ownPart(b).length > 4) ? b : place + b;
    return [{ span: left }, { span: right, name }];
  }
  return [{ span: part }];
}

/**
 * Names of parks in running text. One begins with a place, or with a word of its own that the document uses again
 * and again (`isKnown`), after a verb or punctuation.
 */
export function mentionedParks(text: string, isKnown: (own: string) => boolean): Span[] {
  const found: Span[] = [];
  for (let at = 2; at < text.length; ) {
    const length = mentioned.startingAt(text, at);
    if (length === 0) {
      at++;
      continue;
    }
    const end = longestEnd(text, at + length);
    const from = Math.max(found.at(-1)?.end ?? 0, hardStart(text, at, 18));
    const start = placeStart(text, from, end) ?? ownStart(text, from, end, isKnown);
    if (start !== null && !/[和与、及]/u.test(text.slice(start, end))) found.push({ start, end });
    at = end;
  }
  return found;
}

/** “某市产业园区” speaks of all parks of a city. */
const kindOnly = /^(?:产业|工业)?园区?$/u;

/** The first place before the park word from which no verb stands in between. */
function placeStart(text: string, from: number, end: number): number | null {
  let last = from;
  for (let at = from; at < end; at++)
    if (verbStartingAt(text, at) > 0 && at + verbStartingAt(text, at) < end - 3) last = at + verbStartingAt(text, at);
  for (let at = last; at < end - 3; at++) {
    const place = placeAt(text, at);
    if (place > 0 && isParkName(text.slice(at, end)) && !kindOnly.test(text.slice(at + place, end))) return at;
  }
  return null;
}

const placed = wordList(vocabulary.placed);

function ownStart(text: string, from: number, end: number, isKnown: (own: string) => boolean): number | null {
  const start = nameStart(text, from, end, isParkName);
  const name = text.slice(start, end);
  const own = ownPart(name);
  const fits = placed.endingAt(name, name.length) > 0 && own.length >= 2 && own.length <= 4 && name.startsWith(own);
  return fits && isParkName(name) && ownWord(own) === own && isKnown(own) ? start : null;
}

/** 产业园 + 区: a park word that goes on. */
function longestEnd(text: string, end: number): number {
  for (let to = end + 2; to > end; to--) if (suffixes.endingAt(text, to) > to - end) return to;
  return end;
}
