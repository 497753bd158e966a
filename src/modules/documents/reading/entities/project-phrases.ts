import type { Span } from '../../../../core/document.ts';
import vocabulary from '../../vocabulary/project-words.json' with { type: 'json' };
import { conjunctions, splitOutside, textIn, trimmed } from './enumeration.ts';
import { isProperName, isTradeName, organisationsIn, ownerLength, ownWord, tradeNameLength } from './organisations.ts';
import { regionStartingAt } from './regions.ts';
import { residue, wordList } from './words.ts';

export interface Found {
  readonly span: Span;
  /** The verb that says what is done with it: 加快实施, 推进. */
  readonly verb: string | null;
  /** Words of the list that complete a bare item: “甲醇、乙醇两大龙头项目” → 龙头项目. */
  readonly head: string;
}

const verbs = wordList(vocabulary.verbs);
const adverbs = wordList(vocabulary.adverbs);
const generic = wordList(vocabulary.generic);
const headWord = `(?:${vocabulary.heads.join('|')})`;

/** The clauses of a sentence, by ， and ：. */
export const clausesIn = (text: string, sentence: Span): Span[] => splitOutside(text, sentence, '，：');

interface Opening {
  readonly start: number;
  readonly verb: string;
}

/** The verb that opens a clause, within its first words and before any list begins. */
function openingVerb(text: string, { start, end }: Span): Opening | null {
  const comma = text.indexOf('、', start);
  const limit = Math.min(end, start + 26, comma < 0 ? end : comma);
  for (let at = start; at < limit; at++) {
    const length = verbs.startingAt(text, at);
    if (length === 0) continue;
    let next = at + length;
    for (let more = more1(text, next); more > 0 && next < end; more = more1(text, next)) next += more;
    return { start: next, verb: text.slice(at, next).replace(/[了好]$/u, '') };
  }
  return null;
}

const more1 = (text: string, at: number): number => Math.max(verbs.startingAt(text, at), adverbs.startingAt(text, at));

const listEnd = new RegExp(
  `等(?:成)?[^，。；、“”]{0,10}?${headWord}|([一二两三四五六七八九十\\d]+)[大个项]([^，。；、]{0,6}?${headWord})|(?<=、[^，。；、]{2,24})${headWord}(?:的?(?:建设|落地|实施))`,
  'gu',
);

/** “加快实施甲公司乙、丙公司丁等重点项目”: the items of every list of projects in a sentence. */
export function listedProjects(text: string, sentence: Span): Found[] {
  const found: Found[] = [];
  const stretch = text.slice(sentence.start, sentence.end);
  for (const match of stretch.matchAll(listEnd)) {
    const end = sentence.start + match.index;
    const opening = listOpening(text, sentence, end);
    if (opening === null || opening.start >= end) continue;
    const span = { start: opening.start, end };
    const separators = text.slice(opening.start, end).includes('，') ? '，' : '、';
    const parts = splitOutside(text, span, separators).flatMap((part) => splitJoined(text, part));
    const names = parts.map((part) => textIn(text, part));
    const complete = match[1] !== undefined || !match[0].startsWith('等');
    if (parts.length < 2 && !names.every(isNamed)) continue;
    if (!(complete ? countAgrees(match[1], parts.length) : names.some(isNamed)) || names.some(isSentence)) continue;
    const head = match[2] ?? '';
    found.push(...parts.map((part) => ({ span: part, verb: opening.verb, head })));
  }
  return found;
}

const isSentence = (name: string): boolean => name.length > 60 || /^[的了]/u.test(name);

const countAgrees = (count: string | undefined, length: number): boolean =>
  count === undefined ||
  Number(count) === length ||
  '一二三四五六七八九十'.indexOf(count) + 1 === length ||
  (count === '两' && length === 2);

/** Back from the end of a list, past commas inside it, to the clause that a verb opens. */
function listOpening(text: string, sentence: Span, end: number): Opening | null {
  const clauses = clausesIn(text, { start: sentence.start, end });
  for (const clause of clauses.slice(-3).reverse()) {
    const opening = openingVerb(text, clause);
    if (opening !== null) return opening;
    if (!isNamed(textIn(text, clause))) return null;
  }
  return null;
}

/** “甲项目和乙项目”: two when the left one is complete and the right one stands alone. */
function splitJoined(text: string, part: Span): Span[] {
  for (const joint of conjunctions(text, part)) {
    const left = { start: part.start, end: joint.start };
    const right = trimmed(text, { start: joint.end, end: part.end });
    if (new RegExp(`${headWord}$`, 'u').test(textIn(text, left)) && right.end - right.start >= 4) return [left, right];
    const [firm] = organisationsIn(textIn(text, right));
    const owner = ownerLength(textIn(text, left));
    if (firm?.start === 0 && owner > 0 && owner < left.end - left.start) return [left, right];
  }
  return [part];
}

const measured =
  /\d+(?:\.\d+)?\s*(?:万|亿|千)?\s*(?:吨|千瓦|兆瓦|MW|kV|条|台|套|亩|平方|立方|公里|件|辆|羽|头|只|支|瓶|袋|米)|[一二三四五]期/u;

/** Whether a name points at one thing: an owner, a place, a measure, a quoted title. */
export function isNamed(name: string): boolean {
  if (name.length < 3) return false;
  return (
    ownerLength(name) > 0 ||
    regionStartingAt(name, 0) > 0 ||
    measured.test(name) ||
    /^“[^”]{2,}”/u.test(name) ||
    isTradeName(name) ||
    (tradeNameLength(name) > 0 && isProperName(name))
  );
}

const singleEnd = new RegExp(`${headWord}(?![库单名总部管数招包]|建设年|资金)`, 'u');
const vague = /[的等了]|一批|各类|一项|重大|重点|^该|^本|^其|多个|全部|类$|产业$|行业$|招商/u;

/** “加快云河冷链物流中心项目落地”: one project after a verb. */
export function singleProjects(text: string, sentence: Span): Found[] {
  return clausesIn(text, sentence).flatMap((clause): Found[] => {
    const opening = openingVerb(text, clause);
    if (opening === null) return [];
    const rest = text.slice(opening.start, clause.end);
    const match = singleEnd.exec(rest);
    if (match === null) return [];
    const body = rest.slice(0, match.index);
    const isWork = match[0] === '工程';
    if (
      body.length < 3 ||
      body.length > 50 ||
      vague.test(body) ||
      body.includes('、') ||
      !(isNamed(body) || (!isWork && isSpecific(body)))
    )
      return [];
    return [
      {
        span: { start: opening.start, end: opening.start + match.index + match[0].length },
        verb: opening.verb,
        head: '',
      },
    ];
  });
}

/** More than words that any project could carry. */
const isSpecific = (body: string): boolean =>
  body.length >= 6 && residue(body, generic).length >= 4 && ownWord(body).length >= 2;
