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
  /** What an item of a list says of itself before its name or in brackets after it: “总投资20亿元的”. */
  readonly said?: Span;
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
    return { start: next, verb: text.slice(at, next).replace(/了$/u, '') };
  }
  return null;
}

const more1 = (text: string, at: number): number => Math.max(verbs.startingAt(text, at), adverbs.startingAt(text, at));

const listEnd = new RegExp(
  `等(?:成)?[^，。；、“”]{0,10}?${headWord}|([一二两三四五六七八九十\\d]{1,6})[大个项]([^，。；、]{0,6}?${headWord})|(?<=、[^，。；、]{2,24})${headWord}(?:的?(?:建设|落地|实施))|(?<=、[^，。；、]{2,24})建设(?=$|[，。；])`,
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
    const separators = splitOutside(text, span, '，').length > 1 ? '，' : '、';
    const items = splitOutside(text, span, separators).flatMap((part) => splitJoined(text, part));
    const parts = items.map(({ start, end: to }) => ({
      start: start + sizeBefore(text, start, to),
      end: to - sizeAfter(text, start, to),
    }));
    const names = parts.map((part) => textIn(text, part));
    const complete = match[1] !== undefined || !match[0].startsWith('等');
    if (parts.length < 2 && !names.every(isNamed)) continue;
    if (
      !(complete
        ? countAgrees(match[1], parts.length) &&
          (match[1] !== undefined || names.every(match[0] === '建设' ? isFacility : isDistinct))
        : names.some(isNamed)) ||
      names.some(isSentence)
    )
      continue;
    const head = match[2] ?? '';
    parts.forEach((part, i) => {
      const { start, end: to } = items[i] as Span;
      const size = part.end < to ? { start: part.end, end: to } : { start, end: part.start };
      const said = size.start < size.end ? { said: size } : {};
      found.push({ span: part, verb: opening.verb, head, ...said });
    });
  }
  return found;
}

const infrastructure = new RegExp(vocabulary.infrastructure.join('|'), 'u');
const facility = new RegExp(`(?:${vocabulary.facilities.join('|')})$`, 'u');

/** Not a name: too long, a clause with a verb of its own, half of a quotation. */
const isSentence = (name: string): boolean =>
  name.length > 60 ||
  /^[的了]|加快|推进|推动|一批/u.test(name) ||
  (name.match(/“/gu)?.length ?? 0) !== (name.match(/”/gu)?.length ?? 0);

const isFacility = (name: string): boolean => name.length >= 5 && facility.test(name) && isDistinct(name);

const isDistinct = (name: string): boolean =>
  name.length >= 4 && ((residue(name, generic).length >= 3 && ownWord(name) !== '') || isNamed(name));

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
    const complete = new RegExp(`${headWord}$`, 'u');
    if (complete.test(textIn(text, left)) && (complete.test(textIn(text, right)) || isNamed(textIn(text, right))))
      return [left, right];
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
    infrastructure.test(name) ||
    /^“[^”]{2,}”/u.test(name) ||
    isTradeName(name) ||
    (tradeNameLength(name) > 0 && isProperName(name))
  );
}

const singleEnd = new RegExp(`${headWord}(?![库单名总部管数招包]|建设年|资金)`, 'u');
const vague = /[的等了]|以[上下内]|一批|各类|一项|重大|重点|^该|^本|^其|多个|全部|类$|产业$|行业$|招商/u;

const asLeader = new RegExp(`以([^，。、]{4,24}${headWord})为(?:引领|龙头|依托|支撑|抓手|牵引)`, 'u');

/** “加快云河冷链物流中心项目落地”, “正在建设云河污水处理厂”: one project after a verb. */
export function singleProjects(text: string, sentence: Span): Found[] {
  return clausesIn(text, sentence).flatMap((clause): Found[] => {
    const led = asLeader.exec(text.slice(clause.start, clause.end));
    if (led !== null && !vague.test(led[1] as string)) {
      const start = clause.start + led.index + 1;
      return [{ span: { start, end: start + (led[1] as string).length }, verb: null, head: '' }];
    }
    const opening = openingVerb(text, clause);
    return opening === null
      ? []
      : [projectAfter(text, clause, opening) ?? facilityAfter(text, clause, opening)].filter((each) => each !== null);
  });
}

/** “总投资20亿元的”, “占地300亩的” before the name. */
const sized = /^(?:总?投资|计划总?投资|占地|年产值)[^，。、的]{2,16}的/u;
const sizedBehind = /[（(](?:计划)?(?:总?投资|占地|年产)[^（()）]{2,40}[）)]$/u;
const sizeAfter = (text: string, start: number, end: number): number =>
  sizedBehind.exec(text.slice(start, end))?.[0].length ?? 0;
const sizeBefore = (text: string, start: number, end: number): number =>
  sized.exec(text.slice(start, end))?.[0].length ?? 0;

function projectAfter(text: string, clause: Span, { start: from, verb }: Opening): Found | null {
  const start = from + sizeBefore(text, from, clause.end);
  const match = singleEnd.exec(text.slice(start, clause.end));
  if (match === null) return null;
  const body = text.slice(start, start + match.index);
  const named = isNamed(body) || (match[0] === '项目' && isSpecific(body));
  if (body.length < 3 || body.length > 50 || vague.test(body) || /[、“]/u.test(body) || !named) return null;
  return { span: { start, end: start + match.index + match[0].length }, verb, head: '' };
}

/** “建设云河物流园”, “加快恒远特种电缆建设”: a place to be built, or a firm's own building. */
function facilityAfter(text: string, clause: Span, { start, verb }: Opening): Found | null {
  const within = /^集[^，。]{2,40}于一体的/u.exec(text.slice(start, clause.end));
  if (within !== null) {
    const span = { start: start + within[0].length, end: clause.end };
    return facility.test(textIn(text, span)) ? { span, verb, head: '' } : null;
  }
  const whole = text.slice(start, clause.end);
  const body = whole.replace(/(?:项目)?(?:建设|落地|投产|投用)$/u, '');
  const quoted = /^“([^”]+)”$/u.exec(body)?.[1];
  // What has an area and bounds is a park.
  if (
    /园区?$/u.test(body) &&
    /^，(?:规划|总|占地)?(?:用地)?(?:总?面积|范围)|^，?东[至起]/u.test(text.slice(clause.end, clause.end + 10))
  )
    return null;
  if (body.length < 5 || body.length > 30 || vague.test(body) || (quoted === undefined && /[、“的]/u.test(body)))
    return null;
  // “批复建设某基地” tells how a place came to be.
  if (/批[复准]/u.test(text.slice(clause.start, start))) return null;
  const builds = body !== whole || vocabulary.openers.some((word) => verb.endsWith(word));
  const owner = ownerLength(body);
  const own = (owner > 0 && owner < body.length && body !== whole) || infrastructure.test(body);
  const placed = regionStartingAt(body, 0) > 0 || quoted !== undefined;
  // “打造某地某基地” says what a place shall become; a park or works of that name is built.
  const aim = verb.endsWith('打造') && /基地$|园区$/u.test(body);
  const named = facility.test(quoted ?? body) && placed && !aim;
  const at = quoted === undefined ? start : start + 1;
  return builds && (named || own) ? { span: { start: at, end: at + (quoted ?? body).length }, verb, head: '' } : null;
}

/** More than words that any project could carry. */
export const isSpecific = (body: string): boolean =>
  body.length >= 6 && residue(body, generic).length >= 4 && ownWord(body).length >= 2;
