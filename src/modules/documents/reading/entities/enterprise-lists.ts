import type { Span } from '../../../../core/document.ts';
import vocabulary from '../../vocabulary/organisation-words.json' with { type: 'json' };
import { endsName, hardStart, nameStart, verbEndingAt } from './boundaries.ts';
import { conjunctions, splitOutside, textIn } from './enumeration.ts';
import { isProperName, isTradeName, ownWord, tradeNameLength } from './organisations.ts';
import { fullRegionStartingAt, regionStartingAt } from './regions.ts';
import { wordList } from './words.ts';

const heads = new RegExp(
  `(?<![高平初优同对均上劣])等([^，。；：、“”]{0,16}?)(${[...vocabulary.listHeads].sort((a, b) => b.length - a.length).join('|')})`,
  'gu',
);
const cues = wordList(vocabulary.cues);
const clauseStart = '，。；：！？\n';

/** “甲、乙、丙等重点企业”: the names of the list, without the verb before the first. */
export function listedEnterprises(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(heads))
    if (!ofTrades.test(match[1] as string)) found.push(...itemsBefore(text, match.index));
  for (const match of text.matchAll(countedHeads)) {
    const items = itemsBefore(text, match.index);
    const count = Number(match[1]) || '一二三四五六七八九十'.indexOf((match[1] as string).replace('两', '二')) + 1;
    if (items.length === count) found.push(...items);
  }
  return found;
}

/** “依托甲科技、乙智能2家链主企业”: as many names as the number says. */
const countedHeads =
  /(?<=、[^，。；、]{2,14})(\d{1,2}|[两二三四五六七八九十])家(?:链主|龙头|骨干|重点|核心|规上|规模以上|上市|头部|领军)型?(?:企业|公司)/gu;

/** “医药、能源等行业企业” lists trades, “临江、云河等地企业” places. */
const ofTrades = /(?:行业|领域|产业|环节|方面|区域|地区|城市|类)$|^地/u;

function itemsBefore(text: string, end: number): Span[] {
  let start = end;
  while (start > 0 && !clauseStart.includes(text[start - 1] as string)) start--;
  const parts = splitOutside(text, { start, end }, '、');
  const items = parts.flatMap((part) => splitLast(text, part));
  const names = items.map((part, i) => (i === 0 ? withoutVerb(text, part) : part)).map((part) => unquoted(text, part));
  const good = names.filter((part) => isListedName(textIn(text, part)));
  // Names stand among names: a list that is mostly common words names nobody.
  return good.length * 2 > names.length ? good : [];
}

/** “分别为甲有限公司、乙米业、丙酒业”: beside a full name in a list, short ones are firms too. */
export function besideFullNames(text: string, formal: readonly Span[]): Span[] {
  return formal.flatMap((name): Span[] => {
    if (text[name.end] !== '、' && text[name.start - 1] !== '、') return [];
    let [start, end] = [name.start, name.end];
    while (start > 0 && !clauseStart.includes(text[start - 1] as string)) start--;
    while (end < text.length && !clauseStart.includes(text[end] as string)) end++;
    const parts = splitOutside(text, { start, end }, '、').map((part, i) => (i === 0 ? withoutVerb(text, part) : part));
    return parts.filter((part) => isTradeName(textIn(text, part)));
  });
}

/** “甲和乙” at the end of a list, when both sides could be names. */
function splitLast(text: string, part: Span): Span[] {
  const [joint] = conjunctions(text, part);
  if (joint === undefined) return [part];
  const [left, right] = [
    { start: part.start, end: joint.start },
    { start: joint.end, end: part.end },
  ];
  const both = [left, right].every((each) => each.end - each.start >= 2 && isListedName(textIn(text, each)));
  return both && !/^[和与]/u.test(textIn(text, part)) ? [left, right] : [part];
}

function withoutVerb(text: string, part: Span): Span {
  const from = Math.max(part.start, hardStart(text, part.end));
  return { start: nameStart(text, from, part.end, (rest) => isListedName(rest)), end: part.end };
}

const unquoted = (text: string, { start, end }: Span): Span => {
  const quoted = /^[“"《](.*)[”"》]$/u.exec(text.slice(start, end));
  return quoted === null ? { start, end } : { start: start + 1, end: end - 1 };
};

/** Short, a name by its characters, and more than words that any firm could carry. */
function isListedName(name: string): boolean {
  if (name.length < 2 || name.length > 24 || !/^[\u4e00-\u9fff\p{Script=Latin}\d（）()•· ]+$/u.test(name)) return false;
  if (
    /(?:企业|行业|产业|机构|平台|园区|基地|中心|体系|项目|品牌|产品|技术|人才|资源|要素)$|[的等了是都]|^(?:许多|众多|京津冀|长三角|珠三角)/u.test(
      name,
    )
  )
    return false;
  if (isRegion(name)) return false;
  return isProperName(name) || ownWord(name).length >= 2 || /^\p{Script=Latin}{2,}$/u.test(name);
}

const isRegion = (name: string): boolean =>
  regionStartingAt(name, 0) === name.length || fullRegionStartingAt(name, 0) === name.length;

/** “依托恒远机械，”, “以恒远机械为龙头”, “恒远机械自主研发…”: a trade name after a cue that only firms follow. */
export function cuedEnterprises(text: string): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!startsName(text, at)) continue;
    const length = tradeNameLength(text.slice(at, at + 16));
    const name = text.slice(at, at + length);
    if (length > 0 && isTradeName(name) && endsName(text, at + length)) {
      found.push({ start: at, end: at + length });
      at += length - 1;
    }
  }
  return found;
}

const startsName = (text: string, at: number): boolean =>
  (cues.endingAt(text, at) > 0 && !'上下内外来及后前与以和'.includes(text[at] as string)) ||
  (text[at - 1] === '、' && cuedBefore(text, at));

/** Whether the list that an item stands in was opened by a cue. */
function cuedBefore(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && !clauseStart.includes(text[start - 1] as string) && at - start < 60) start--;
  for (let i = start; i < at; i++) if (['依托', '支持', '鼓励'].some((cue) => text.startsWith(cue, i))) return true;
  return false;
}

/** “以X为龙头”, “X为龙头的产业集群”: whatever its form, the head of a chain is a firm. */
const leader =
  /以((?:[\u4e00-\u9fff（）]{2,14}?[、和])*[\u4e00-\u9fff（）]{2,14}?)(?:公司|企业)?为(?:龙头|链主|核心企业|骨干|依托单位)/gu;

export function leadingEnterprises(text: string): Span[] {
  return [...text.matchAll(leader)].flatMap((match): Span[] => {
    const start = match.index + 1;
    const parts = splitOutside(text, { start, end: start + (match[1] as string).length }, '、');
    const items = parts.flatMap((part) => splitLast(text, part)).flatMap((part) => leadingFirm(text, part));
    // One word among names may be a trade; a list in which most are none names nobody.
    return items.length * 2 > parts.length ? items : [];
  });
}

function leadingFirm(text: string, { start, end }: Span): Span[] {
  const name = text.slice(start, end);
  const proper = isTradeName(name) || isProperName(name) || (ownWord(name).length >= 2 && ownWord(name).length <= 4);
  return proper && verbEndingAt(name, name.length) === 0 && isListedName(name) ? [{ start, end }] : [];
}
