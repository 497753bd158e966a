import type { Span } from '../../../../core/document.ts';
import type { IndicatorKind } from '../../extraction.ts';
import type { PeriodMention, Quantity } from '../reading.ts';
import { listed, nounAfter, trimmed, withoutLinks, withoutOpenings } from './clauses.ts';
import { establish, falls, growthAdverbs, isMeasure, notCounted, planned, rewards, rises } from './words.ts';

/** What a number measures, and how the sentence says it. */
export interface Figure {
  readonly name: string;
  /** From the first character of the name (or of the growth phrase) to the end of number or noun. */
  readonly span: Span;
  readonly kind: IndicatorKind | 'level';
  /** What a growth grows from, where the phrase says so: “2005”, “同比”. */
  readonly from: string | null;
  /** “装备制造产业实现产值…”: the words before the verb. */
  readonly subjectWords: string | null;
  /** The names that later figures of the sentence may go on with. */
  readonly carries: string;
  /** The number only describes the noun after it (产值超10亿元的企业). */
  readonly attributive: boolean;
}

export interface Clause {
  readonly text: string;
  readonly periods: readonly PeriodMention[];
  readonly subjectAt: (at: number) => number;
  /** Where this figure's words may begin: the clause, or the end of the figure before it. */
  readonly from: number;
  readonly quantity: Quantity;
  readonly next: Quantity | undefined;
  /** Its place among figures that share one lead (“分别达到30%、20%和10%”), and how many they are. */
  readonly place: number;
  readonly places: number;
  /** Names of the figures before, by their places. */
  readonly before: readonly string[];
  /** The figure right before describes what this one counts. */
  readonly describedFrom: number | null;
  readonly wider: boolean;
  readonly isMeasureWord: (unit: string) => boolean;
}

const ratio = /^(?:%|％|‰|个?百分点|倍|番|成|比例)$/;
const plain = (text: string) => text.replace(/\s+/g, '');
const worded = /[\u4e00-\u9fffA-Za-z]{2}|[率额量数人]/;

/** The text before the words that say how it grew: “工业总产值|年均|增长”. */
function withoutGrowth(
  text: string,
  { start, end }: Span,
): { span: Span; word: string; yearly: boolean; from: string | null } | null {
  const length = Math.max(rises.before(text, end), falls.before(text, end));
  if (length === 0 || end - length < start) return null;
  const word = text.slice(end - length, end);
  let to = end - length;
  let said = '';
  for (;;) {
    to = trimmed(text, { start, end: to }).end;
    const adverb = growthAdverbs.before(text, to);
    if (adverb > 0 && to - adverb >= start) {
      said = text.slice(to - adverb, to) + said;
      to -= adverb;
      continue;
    }
    const compared = /(?:比|较|与|在)([^，、；]{2,14}?)(?:相比|基础上)?$/.exec(
      text.slice(Math.max(start, to - 18), to),
    );
    if (compared === null) break;
    const since = /(?:19|20)\d{2}/.exec(compared[0])?.[0] ?? compared[1] ?? null;
    return {
      span: { start, end: to - compared[0].length },
      word,
      yearly: said.includes('年均') || said.includes('每年'),
      from: since,
    };
  }
  const from = said.includes('同比') || said.includes('同期') ? '同比' : null;
  return { span: { start, end: to }, word, yearly: /年均|每年|年平均/.test(said), from };
}

const isFall = (word: string) => falls.before(word, word.length) > 0;

function growthName(base: string, word: string, yearly: boolean, quantity: Quantity): string {
  const stem = base.replace(/(?:增速|增长率|增幅)$/, '');
  if (quantity.form === 'multiple' && /翻/.test(word)) return `${stem}翻番`;
  if (isFall(word)) return `${stem}${yearly ? '年均' : ''}下降`;
  if (!ratio.test(quantity.unit)) return `${stem}增加`;
  return `${stem}${yearly ? '年均' : ''}增速`;
}

/** The noun of a stretch: words of time, verbs and the subject taken off both ends. */
function nounIn(clause: Clause, span: Span): { name: string; start: number; said: string } {
  const { text, periods, subjectAt } = clause;
  const skipped = withoutOpenings(text, span, periods, subjectAt);
  let start = skipped.start;
  let noun = text.slice(start, span.end);
  // “由2020年的120亿元提高到…”: the name stands before 由.
  const moved = /(?:由|从|自)\s*$/.exec(noun);
  if (moved !== null) noun = noun.slice(0, moved.index);
  const open = noun.lastIndexOf('（');
  if (open >= 0 && !noun.includes('）', open)) {
    start += open + 1;
    noun = noun.slice(open + 1);
  }
  if (noun.length > 28) {
    const cut = Math.max(noun.lastIndexOf('的', noun.length - 3), noun.lastIndexOf('、'));
    start += cut + 1;
    noun = noun.slice(cut + 1);
  }
  return { name: plain(noun).replace(/^的|[的了]$/g, ''), start, said: skipped.words };
}

const madeTo = /^(.{2,24}?)(?:力争|预计)?(?:实现|完成|创造|取得|达成)(.{2,})$/;
const yearlyWork = /^年(产|加工|处理|生产|销售|消耗|屠宰|出栏|转化|综合利用|利用)(.+)$/;

/** “装备制造产业实现产值” is 产值 of 装备制造产业; “年产水泥” is 水泥年产量. */
function settled(name: string): { name: string; subjectWords: string | null } {
  const made = madeTo.exec(name);
  if (made !== null) return { name: made[2] as string, subjectWords: made[1] as string };
  const work = yearlyWork.exec(name);
  if (work !== null && !isMeasure(work[2] as string)) return { name: `${work[2]}年${work[1]}量`, subjectWords: null };
  return { name, subjectWords: null };
}

const counted = (name: string, unit: string, clause: Clause): string =>
  clause.isMeasureWord(unit) &&
  unit !== '' &&
  !/[数量率额]$/.test(name) &&
  !/^[人名位]$/.test(unit.replace(/^[万亿千百]+/, ''))
    ? `${name}数`
    : name;

/** One of several names that share a verb: “总产值、增加值分别达到1亿元、2亿元”. */
function ofList(clause: Clause, span: Span): Span {
  if (clause.places < 2) return span;
  const parts = listed(clause.text, span);
  return parts.length === clause.places ? (parts[clause.place] as Span) : span;
}

function growth(clause: Clause): Figure | null {
  const { text, quantity, from, before } = clause;
  const doubling = text.startsWith('翻', quantity.digits.start);
  const { span } = withoutLinks(text, { start: from, end: quantity.start });
  const grown = doubling
    ? { span: { start: from, end: span.end }, word: '翻番', yearly: false, from: null }
    : withoutGrowth(text, span);
  if (grown === null || !(doubling || ratio.test(quantity.unit) || isFall(grown.word) || /增加|增长/.test(grown.word)))
    return null;
  if (doubling) {
    const bare = withoutGrowth(text, grown.span);
    if (bare !== null) grown.span = bare.span;
  }
  const own = nounIn(clause, ofList(clause, withoutLinks(text, grown.span).span));
  const base = worded.test(own.name) ? own.name : (before[clause.place] ?? before.at(-1) ?? '');
  if (base === '') return null;
  const { name, subjectWords } = settled(base);
  const end = trimmed(text, { start: from, end: grown.span.end }).end;
  const start = worded.test(own.name) ? own.start : end;
  return {
    name: growthName(name, grown.word, grown.yearly, quantity),
    span: trimmed(text, { start, end: quantity.end }),
    kind: ratio.test(quantity.unit) ? 'growth_rate' : 'level',
    from: grown.from,
    subjectWords,
    carries: base,
    attributive: false,
  };
}

const partOf = /占(?:到|了|据)?([^，、；占]{1,24}?)(?:的)?(?:比重|比例|份额)?$/;

function share(clause: Clause): Figure | null {
  const { text, quantity, from, before } = clause;
  if (!ratio.test(quantity.unit)) return null;
  const { span } = withoutLinks(text, { start: from, end: quantity.start });
  const match = partOf.exec(text.slice(span.start, span.end));
  if (match === null) return null;
  const at = span.start + match.index;
  const own = nounIn(clause, withoutLinks(text, { start: span.start, end: at }).span);
  const part = worded.test(own.name) ? own.name : (before.at(-1) ?? '');
  if (part === '') return null;
  const whole = plain(match[1] as string).replace(/的$/, '');
  return {
    name: `${settled(part).name}占${whole}比重`,
    span: trimmed(text, { start: worded.test(own.name) ? own.start : at, end: quantity.end }),
    kind: 'share',
    from: null,
    subjectWords: null,
    carries: part,
    attributive: false,
  };
}

const cardinal = (clause: Clause) =>
  !/\d/.test(clause.text.slice(clause.quantity.digits.start, clause.quantity.digits.end));

/** A number before its noun: “24户规上企业”, “等5个战略联盟”, “形成五个功能片区”. */
function countedNoun(clause: Clause): Figure | null {
  const { text, quantity, from, next } = clause;
  if (ratio.test(quantity.unit)) return null;
  const noun = nounAfter(text, quantity, next);
  const name = plain(text.slice(noun.start, noun.end));
  if (name === '' || !/^[\u4e00-\u9fffA-Za-zＡ-Ｚ“]/.test(name) || notCounted.at(name, 0) > 0) return null;
  const measure = clause.isMeasureWord(quantity.unit);
  const great = text.charAt(quantity.digits.end - 1) === '大' || text.charAt(quantity.digits.end) === '大';
  if (!measure && /项目|工程项目$/.test(name)) return null;
  if (cardinal(clause) || (great && measure)) {
    if (planned.before(name, name.length) === 0 || clause.wider) return null;
    const lead = trimmed(text, { start: from, end: quantity.start });
    const open = lead.end > lead.start && '“‘"'.includes(text.charAt(lead.end - 1)) ? lead.end - 1 : lead.end;
    const enumerated = /等$/.test(text.slice(lead.start, open)) || /[、和与及]/.test(text.slice(lead.start, open));
    if (!enumerated && establish.before(text, open) === 0) return null;
  }
  const yearly = /年(产|加工|处理|生产)\s*$/.exec(text.slice(from, quantity.start))?.[1];
  const full = measure ? counted(name, quantity.unit, clause) : yearly === undefined ? name : `${name}年${yearly}量`;
  return {
    name: full,
    span: trimmed(text, { start: quantity.start, end: noun.end }),
    kind: 'level',
    from: null,
    subjectWords: null,
    carries: name,
    attributive: false,
  };
}

/** “按投资额的7%给予奖励”: a rate of reward. */
function reward(clause: Clause): Figure | null {
  const { text, quantity, from } = clause;
  const after = text.slice(quantity.end, quantity.end + 14);
  const given = /^[^，。；、]{0,8}?(?:给予|予以|进行|享受|拨付|返还|的标准|的比例)[^，。；、]{0,6}/.exec(after);
  if (given === null) return null;
  const word = [...after].findIndex((_, at) => rewards.at(after, at) > 0);
  if (word < 0) return null;
  const { span } = withoutLinks(text, { start: from, end: quantity.start });
  const own = nounIn(clause, span);
  const kind = after.slice(word, word + rewards.at(after, word));
  return {
    name: `${own.name}${kind}${ratio.test(quantity.unit) ? '比例' : '标准'}`,
    span: trimmed(text, { start: own.start, end: quantity.end + word + kind.length }),
    kind: 'level',
    from: null,
    subjectWords: null,
    carries: own.name,
    attributive: false,
  };
}

const inheritsPart = /(?:以上|以下|[属级型类营股资]|及以上)$/;

/** A name before its number: “税收达到8.5亿元”, “污水处理厂3座”, “总投资5亿元以上的项目”. */
function namedFigure(clause: Clause): Figure | null {
  const { text, quantity, from, before, describedFrom } = clause;
  const { span, linked } = withoutLinks(text, { start: from, end: quantity.start });
  const own = nounIn(clause, ofList(clause, span));
  const compared = quantity.start < quantity.digits.start;
  const noun = nounAfter(text, quantity, undefined);
  const followed = noun.end > noun.start && /^[\u4e00-\u9fff]/.test(text.charAt(noun.start));
  let { name } = own;
  let start = own.start;
  if (!worded.test(name)) {
    // Nothing but a verb: “到2025年达到500亿元” goes on with the name before.
    const carried = clause.place > 0 && before[clause.place] !== undefined ? before[clause.place] : before.at(-1);
    if (carried === undefined || !(linked || compared || clause.place > 0) || followed) return null;
    name = carried as string;
    start = trimmed(text, { start: from, end: quantity.start }).start;
  } else {
    const measure = isMeasure(name);
    if (followed && !measure && !linked && !compared) return null;
    if (followed && !measure && clause.isMeasureWord(quantity.unit) && !linked) return null;
    if (own.said.includes('其中') && inheritsPart.test(name) && before.length > 0) name += before.at(-1);
    if (describedFrom !== null && start - (describedFrom ?? 0) < 40) {
      start = describedFrom;
      name = plain(text.slice(start, trimmed(text, { start, end: span.end }).end));
    }
  }
  const { name: short, subjectWords } = settled(name);
  const cumulative = own.said.includes('累计') || short.startsWith('累计');
  return {
    name: counted(cumulative && !short.startsWith('累计') ? `累计${short}` : short, quantity.unit, clause),
    span: trimmed(text, { start, end: quantity.end }),
    kind: cumulative
      ? 'cumulative'
      : ratio.test(quantity.unit) && /(?:比重|占比|比例|份额)$/.test(short)
        ? 'share'
        : 'level',
    from: null,
    subjectWords,
    carries: short,
    attributive: followed && quantity.comparator !== '=',
  };
}

/** Reads what one number of a clause measures; null where the sentence does not say. */
export const figureOf = (clause: Clause): Figure | null =>
  reward(clause) ?? growth(clause) ?? share(clause) ?? namedFigure(clause) ?? countedNoun(clause);
