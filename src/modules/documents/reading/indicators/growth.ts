import type { Span } from '../../../../core/document.ts';
import type { Quantity } from '../reading.ts';
import { trimmed, withoutLinks } from './clauses.ts';
import { type Clause, type Figure, isRatio, isWorded, plain, plainFigure } from './figure.ts';
import { nounIn, ofList, parallel, settled } from './names.ts';
import { falls, growthAdverbs, rewards, rises } from './words.ts';

interface Grown {
  readonly span: Span;
  readonly word: string;
  readonly yearly: boolean;
  readonly from: string | null;
}

const comparedWith = /(?:比|较|与|在)([^，、；]{2,14}?)(?:相比|基础上)?$/;

/** The text before the words that say how it grew: “工业总产值|年均|增长”. */
function withoutGrowth(text: string, { start, end }: Span): Grown | null {
  const length = Math.max(rises.endingAt(text, end), falls.endingAt(text, end));
  if (length === 0 || end - length < start) return null;
  const word = text.slice(end - length, end);
  let to = end - length;
  let said = '';
  let from: string | null = null;
  for (;;) {
    to = trimmed(text, { start, end: to }).end;
    const compared: RegExpExecArray | null =
      from === null ? comparedWith.exec(text.slice(Math.max(start, to - 18), to)) : null;
    if (compared !== null) {
      from =
        /(?:19|20)\d{2}/.exec(compared[0])?.[0] ??
        (/^上一?年/.test(compared[1] ?? '') ? '同比' : (compared[1] ?? null));
      to -= compared[0].length;
      continue;
    }
    const adverb = growthAdverbs.endingAt(text, to);
    if (adverb > 0 && to - adverb >= start) {
      said = text.slice(to - adverb, to) + said;
      to -= adverb;
      continue;
    }
    break;
  }
  if (from === null && /同比|同期/.test(said)) from = '同比';
  return { span: { start, end: to }, word, yearly: /年均|每年|年平均/.test(said), from };
}

const isFall = (word: string) => falls.endingAt(word, word.length) > 0;

function growthName(base: string, word: string, yearly: boolean, quantity: Quantity): string {
  const stem = base.replace(/(?:年均)?(?:增速|增长率|增幅|下降)$/, '');
  if (word === '翻番') return `${stem}翻番`;
  if (isFall(word)) return `${stem}${yearly ? '年均' : ''}下降`;
  if (/百分点$/.test(quantity.unit)) return `${stem}${yearly ? '年均' : ''}提高`;
  if (!isRatio(quantity.unit)) return `${stem}增加`;
  return `${stem}${yearly ? '年均' : ''}增速`;
}

/** “约每5年翻一番”: how often is no part of the name. */
function withoutTurn(text: string, { start, end }: Span): Span {
  const turn = /(?:约|大约)?每\s*[\d一二三四五十]+\s*年\s*$/.exec(text.slice(start, end));
  return turn === null ? { start, end } : { start, end: start + turn.index };
}

/** “年均增长8%”, “同比下降3个百分点”, “翻一番”: a change, named after what changes. */
export function growth(clause: Clause): Figure | null {
  const { text, quantity, from, before } = clause;
  const doubling = text.startsWith('翻', quantity.digits.start);
  const { span } = withoutLinks(text, { start: from, end: quantity.start }, clause.periods);
  const said = withoutGrowth(text, span);
  const grown = doubling ? { from: null, yearly: false, span, ...said, word: '翻番' } : said;
  if (grown === null) return null;
  if (!doubling && !isRatio(quantity.unit) && !isFall(grown.word) && !/^增[加长]/.test(grown.word)) return null;
  const named = withoutTurn(text, withoutLinks(text, grown.span).span);
  const found = nounIn(clause, ofList(clause, named));
  const own = { ...found, name: parallel(found.name, named, clause) };
  const worded = isWorded(own.name);
  const base = worded ? own.name : (before[clause.place] ?? before.at(-1));
  if (base === undefined) return null;
  const { name, subjectWords } = settled(base);
  const start = worded ? own.start : trimmed(text, grown.span).end;
  return {
    ...plainFigure(growthName(name, grown.word, grown.yearly, quantity), trimmed(text, { start, end: quantity.end })),
    kind: isRatio(quantity.unit) ? 'growth_rate' : 'level',
    from: grown.from,
    subjectWords,
    carries: base,
  };
}

const comparedTo = /(?:是|为|相当于|达到?)([^，、；是为]{2,20}?)的?\s*$/;

/** “是2015年的1.8倍”, “为全省平均水平的3.9倍”: how many times another figure. */
export function timesAnother(clause: Clause): Figure | null {
  const { text, quantity, from, before } = clause;
  if (quantity.unit !== '倍' || text.startsWith('翻', quantity.digits.start)) return null;
  const match = comparedTo.exec(text.slice(from, quantity.start));
  if (match === null) return null;
  const own = nounIn(clause, withoutLinks(text, { start: from, end: from + match.index }).span);
  const worded = isWorded(own.name);
  const base = worded ? own.name : (before[clause.place] ?? before.at(-1));
  if (base === undefined) return null;
  const than = plain(match[1] as string).replace(/的$/, '');
  const { name, subjectWords } = settled(base);
  const start = worded ? own.start : from + match.index;
  return {
    ...plainFigure(`${name}倍数`, trimmed(text, { start, end: quantity.end })),
    kind: 'growth_rate',
    from: /(?:19|20)\d{2}/.exec(than)?.[0] ?? than,
    subjectWords,
    carries: base,
  };
}

const partOf = /占(?!比)(?:到|了|据)?([^，、；占]{0,24}?)(?:的)?(?:比重|比例|份额)?$/;

/** “占全市的三成”: a part of a named whole. */
export function share(clause: Clause): Figure | null {
  const { text, quantity, from, before } = clause;
  if (!isRatio(quantity.unit)) return null;
  const { span } = withoutLinks(text, { start: from, end: quantity.start }, clause.periods);
  const match = partOf.exec(text.slice(span.start, span.end));
  if (match === null) return null;
  const at = span.start + match.index;
  const own = nounIn(clause, withoutLinks(text, { start: span.start, end: at }).span);
  const worded = isWorded(own.name);
  // “增长7%，高于全市1个百分点，占全市的46%”: the share is of the amount, not of the lead in growth.
  const part = worded ? own.name : before.at(-1)?.replace(/(?:年均)?(?:增速|下降|提高)?(?:高于|低于|快于|慢于).*$/, '');
  if (part === undefined) return null;
  const whole = plain(match[1] as string).replace(/的$/, '');
  const { name, subjectWords } = settled(part);
  const said = trimmed(text, { start: worded ? own.start : at, end: quantity.end });
  const full = whole === '' ? `${name}占比` : `${name}占${whole}比重`;
  return { ...plainFigure(full, said), kind: 'share', subjectWords, carries: part };
}

const given = /^[^，。；、]{0,8}?(?:给予|予以|进行|享受|拨付|返还|的标准|的比例)[^，。；、]{0,6}/;

/** “按投资额的7%给予奖励”: a rate of reward. */
export function reward(clause: Clause): Figure | null {
  const { text, quantity, from } = clause;
  const after = text.slice(quantity.end, quantity.end + 14);
  if (!given.test(after)) return null;
  const at = [...after].findIndex((_, index) => rewards.startingAt(after, index) > 0);
  if (at < 0) return null;
  const own = nounIn(clause, withoutLinks(text, { start: from, end: quantity.start }).span);
  const end = at + rewards.startingAt(after, at);
  const name = `${own.name}${after.slice(at, end)}${isRatio(quantity.unit) ? '比例' : '标准'}`;
  const span = trimmed(text, { start: own.start, end: quantity.end + end });
  return { ...plainFigure(name, span), carries: own.name };
}
