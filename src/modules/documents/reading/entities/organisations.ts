import type { Span } from '../../../../core/document.ts';
import boundaryWords from '../../vocabulary/boundary-words.json' with { type: 'json' };
import vocabulary from '../../vocabulary/organisation-words.json' with { type: 'json' };
import { hardStart, nameStart } from './boundaries.ts';
import { regionStartingAt } from './regions.ts';
import { residue, wordList } from './words.ts';

const suffixes = wordList([...vocabulary.legalForms, ...vocabulary.bodies]);
const legalForms = wordList(vocabulary.legalForms);
/** A body inside another: 某科学院某研究所, 某大学某学院. */
const institutes = wordList(['研究所', '研究院', '设计院', '研究总院']);
const trades = wordList(vocabulary.trades);
const products = wordList(vocabulary.products);
const generic = wordList([
  ...vocabulary.generic,
  ...vocabulary.trades,
  ...vocabulary.legalForms,
  ...boundaryWords.verbs,
]);
/** After these a name is complete; 集团 or 大学 may be followed by a body of theirs that is meant. */
const complete = /有限责任公司$|有限公司$/u;

const withoutPlaces = (text: string): string => text.replace(/[（(][^（）()]*[）)]/gu, '').replace(/\s+/gu, '');

/** A name's own word: without trade, legal form and other words that any firm could carry. */
export function ownWord(name: string): string {
  const own = residue(withoutPlaces(name), generic);
  return [...own].every((char) => vocabulary.genericCharacters.includes(char)) ? '' : own;
}

const counted = /(?:[一二两三四五六七八九十几\d]+|[多各某])[个家户]/u;

/** A firm's name names one firm: something is left, or at least a place and a trade (“云河石化公司”). */
export function isProperName(name: string): boolean {
  const whole = withoutPlaces(name);
  const body = whole.slice(0, whole.length - suffixes.endingAt(whole, whole.length));
  if (
    /[的等了某是都也]|前身|^大?企业|^(?:全[省市县区国]|[一二三]级|[我本该各])/u.test(whole) ||
    counted.test(whole) ||
    body.length < 2
  )
    return false;
  // A full legal form needs less of its own: 小川有限公司, 佳佳药业有限公司.
  if (complete.test(whole) && residue(body, generic) !== '') return true;
  if (ownWord(body).length >= 2 || /^\p{Script=Latin}{3,}$/u.test(body)) return true;
  const isSchool = whole.endsWith('大学');
  return (hasRegion(body) || /^中国./u.test(body)) && body.length >= (isSchool ? 2 : 4);
}

function hasRegion(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (regionStartingAt(text, at) > 0) return true;
  return false;
}

/** Names that end in a legal form or the word for a body: 有限公司, 集团, 研究院, 大学, 协会. */
export function organisationsIn(text: string): Span[] {
  const found: Span[] = [];
  let last = 0;
  for (let at = 0; at < text.length; ) {
    const length = suffixes.startingAt(text, at);
    if (length === 0) {
      at++;
      continue;
    }
    const end = fullEnd(text, at, at + length);
    const from = Math.max(last, hardStart(text, at));
    const start = nameStart(text, from, end, isProperName);
    if (isProperName(text.slice(start, end)) && !isAside(text, start, end)) found.push({ start, end });
    last = end;
    at = end;
  }
  return found;
}

/** Named in passing: a former name (前身为…), whoever counted (据…统计), part of another word (大学科技园, 大学生). */
const isAside = (text: string, start: number, end: number): boolean =>
  /前身[为是]?$/u.test(text.slice(Math.max(0, start - 4), start)) ||
  (/据$/u.test(text.slice(Math.max(0, start - 1), start)) &&
    /^[^，。]{0,6}(?:统计|预测|报告|数据|测算)/u.test(text.slice(end, end + 10))) ||
  /^[^，。]{0,12}为中心/u.test(text.slice(end, end + 16)) ||
  (text.slice(start, end).endsWith('大学') && /^(?:科技园|城|生)/u.test(text.slice(end, end + 3)));

/** “甲集团乙化工有限公司”: the name runs on to the last form when nothing stands between. */
function fullEnd(text: string, start: number, end: number): number {
  let [from, to] = [start, end];
  while (!complete.test(text.slice(from, to))) {
    let at = to;
    let length = 0;
    for (; at < Math.min(text.length, to + 16) && length === 0; at++) {
      if (!/[\u4e00-\u9fff]/u.test(text[at] as string) || '的和与等及'.includes(text[at] as string)) return to;
      length = legalForms.startingAt(text, at) || institutes.startingAt(text, at);
    }
    if (length === 0) return to;
    [from, to] = [at - 1, at - 1 + length];
  }
  return to;
}

/** Length of the firm's name that a project's or product's name begins with, 0 without one. */
export function ownerLength(text: string): number {
  const [formal] = organisationsIn(text);
  if (formal !== undefined && formal.start === 0) return pairEnd(text, formal.end);
  const bracketed = /^[\u4e00-\u9fff]{2,8}[（(][\u4e00-\u9fff]{2,6}[）)]/u.exec(text)?.[0];
  if (bracketed !== undefined && ownWord(bracketed).length >= 2) return bracketed.length;
  const traded = tradeNameLength(text);
  if (traded > 0) return traded;
  // “云河恒远年产5万吨…”: a place and two more characters before a measure are a firm's short name.
  const counted = /^[\u4e00-\u9fff]{4,6}?(?=\s*(?:年产|年处理|年加工|\d))/u.exec(text)?.[0] ?? '';
  const place = regionStartingAt(counted, 0);
  return place > 0 && counted.length - place === 2 && ownWord(counted.slice(place)).length === 2 ? counted.length : 0;
}

/** “712研究所和云河汽轮机公司燃气轮机基地”: two owners joined. */
function pairEnd(text: string, end: number): number {
  if (!'和与、'.includes(text[end] ?? '?')) return end;
  const [next] = organisationsIn(text.slice(end + 1));
  return next !== undefined && next.start === 0 ? end + 1 + next.end : end;
}

/** “恒远机械” at the start of a text: a place or two to four characters of its own, then its trade. */
export function tradeNameLength(text: string): number {
  for (let at = 2; at <= Math.min(8, text.length); at++) {
    if (!/^[\u4e00-\u9fff]+$/u.test(text.slice(0, at))) return 0;
    const end = at + trades.startingAt(text, at);
    // “某某材料产业基地” names a product, “某某材料年产…” a firm.
    if (end > at && isTradeName(text.slice(0, end))) return products.startingAt(text, end) > 0 ? 0 : end;
  }
  return 0;
}

/** A place or not, two to four characters of its own, then its trade: 恒远机械, 云河恒远机械; 绿色食品 is none. */
export function isTradeName(name: string): boolean {
  let end = name.length;
  for (let length = trades.endingAt(name, end); length > 0; length = trades.endingAt(name, end)) end -= length;
  const place = regionStartingAt(name, 0);
  return end < name.length && [0, place].some((start) => isOwnWord(name.slice(start, end)));
}

const isOwnWord = (own: string): boolean =>
  own.length >= 2 &&
  own.length <= 4 &&
  ownWord(own) === own &&
  regionStartingAt(own, 0) < own.length &&
  !/[的等了和与及是都也以类型]/u.test(own);
