import type { Span } from '../../../core/document.ts';
import vocabulary from '../vocabulary/periods.json' with { type: 'json' };
import { wholeNumber } from './numerals.ts';
import type { PeriodMention } from './reading.ts';

/** What “今年” and “近五年” count from. */
export interface Now {
  /** The year of the document. */
  readonly year: number | null;
  /** The last year of which it knows the figures. */
  readonly base: number | null;
  /** The year or months that it is about as a whole (“2025”, “2026-09”): then “1—9月” and “上半年” are of that year. */
  readonly own?: string | null;
}

export interface PeriodsFound {
  readonly periods: readonly PeriodMention[];
  /** Every date and period, also those that say no year: their digits are not figures. In order, without overlap. */
  readonly dates: readonly Span[];
}

type Relation = PeriodMention['relation'];
interface Found {
  readonly period: string | null;
  readonly relation: Relation;
}

const year = '(?:19|20)\\d{2}|[一二][九〇零○ＯO][〇零○ＯO一二三四五六七八九]{2}';
const joint = '[-—–~～至到]+';
const before = '(截至|截止到?|到|至|自|从|由)?\\s*';
const quote = '["“”‘’「」『』]?';
const after = '(以来|之前|以前|前|起|开始)?';
const plan = '[十]?[一二三四五六]|[七八九十]';

/** One alternative each: years, a year and its part, a five-year plan, relative years, spans counted back, bare dates. */
const pattern = new RegExp(
  [
    `${before}(${year})\\s*年?\\s*${joint}\\s*(${year})\\s*(年)?(?:末|底|度|期间|间)?`,
    `${before}(${year})\\s*年(?:度)?\\s*(?:(?:\\d{1,2}\\s*${joint}\\s*)?(\\d{1,2})\\s*月(?:份)?(?:\\s*\\d{1,2}\\s*日)?|(上|下)半年|前?第?([一二三四1-4])季度|年?(?:末|底|初|中))?\\s*(?:的)?${after}`,
    `${before}${quote}(?<!第)(${plan})五${quote}(时期|期间|以来|末期|期末|末|初期|前期|后期|规划|计划|开局|收官)?`,
    `${before}(${Object.keys(vocabulary.relativeYears).join('|')})(?:(上|下)半年|第?([一二三四])季度|\\s*(\\d{1,2})\\s*月|年?(?:末|底|初))?`,
    `(${[...vocabulary.past, ...vocabulary.future].join('|')})\\s*(\\d{1,2}|[一二两三四五六七八九十]{1,2})\\s*(?:个)?年(?![度代均龄])`,
    `\\d{1,2}\\s*月(?:份)?\\s*\\d{1,2}\\s*日|\\d{1,2}\\s*月\\s*(?:底|初|中旬|上旬|下旬|末|份)|\\d{1,2}\\s*${joint}\\s*\\d{1,2}\\s*月(?!\\s*内)|(?<![个\\d])\\d{1,2}\\s*月(?!\\s*内)|(?<=[至到—-])\\d{1,2}\\s*日`,
    '(?<!年)(?:[上下]半年|前?[一二三四]季度|全年)',
  ]
    .map((each) => `(?:${each})`)
    .join('|'),
  'g',
);

const chineseYearDigits: Record<string, string> = {
  〇: '0',
  零: '0',
  '○': '0',
  Ｏ: '0',
  O: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
const yearOf = (text: string): number => Number([...text].map((each) => chineseYearDigits[each] ?? each).join(''));

const relationOf = (word: string | undefined, closing: string | undefined): Relation => {
  if (closing === '以来' || closing === '起' || closing === '开始') return 'since';
  if (word === '到' || word === '至' || closing === '前' || closing === '之前' || closing === '以前') return 'until';
  return 'in';
};

const half = (word: string) => (word === '上' ? 'H1' : 'H2');
const twoDigits = (month: string) => month.padStart(2, '0');

function partOfYear(at: number, month?: string, halfYear?: string, quarter?: string): string {
  if (month !== undefined && Number(month) >= 1 && Number(month) <= 12) return `${at}-${twoDigits(month)}`;
  if (halfYear !== undefined) return `${at}-${half(halfYear)}`;
  const number = quarter && vocabulary.quarters[quarter as keyof typeof vocabulary.quarters];
  return number ? `${at}-Q${number}` : String(at);
}

function planPeriod(word: string | undefined, name: string, part: string | undefined, quoted: boolean): Found | null {
  // 十五, 三五 and 七五 are numbers as well: only quotes or a word of time make them plans.
  if (name.length < 2 && !quoted && part === undefined) return null;
  const first = vocabulary.plans[name as keyof typeof vocabulary.plans];
  const last = first + 4;
  if (part === '末' || part === '期末' || part === '末期')
    return { period: String(last), relation: relationOf(word ?? '到', part) };
  // A plan's name inside a title or a slogan dates nothing.
  if (part === '规划' || part === '计划' || part === '开局' || part === '收官') return { period: null, relation: 'in' };
  return { period: `${first}/${last}`, relation: relationOf(word, part) };
}

function counted(direction: string, count: string, { year: now, base }: Now): Found {
  const years = wholeNumber(count);
  const from = base ?? now;
  if (years === null || from === null || years < 1) return { period: null, relation: 'in' };
  const past = vocabulary.past.includes(direction);
  if (years === 1) return { period: String(past ? from : from + 1), relation: 'in' };
  return { period: past ? `${from - years + 1}/${from}` : `${from + 1}/${from + years}`, relation: 'in' };
}

function read(match: RegExpExecArray, now: Now): Found | null {
  const [, w1, from, to, dated, w2, single, month, halfYear, quarter, end, w3, name, part, w4, relative] = match;
  const [rHalf, rQuarter, rMonth, direction, count] = match.slice(16);
  if (from !== undefined && to !== undefined) {
    const span = `${yearOf(from)}/${yearOf(to)}`;
    // “（2019-2025）” without 年 belongs to a title.
    return {
      period: dated === undefined || yearOf(from) >= yearOf(to) ? null : span,
      relation: relationOf(w1 === '从' || w1 === '自' ? undefined : w1, undefined),
    };
  }
  if (single !== undefined) {
    return { period: partOfYear(yearOf(single), month, halfYear, quarter), relation: relationOf(w2, end) };
  }
  if (name !== undefined) return planPeriod(w3, name, part, /[”"’」』]/.test(match[0]));
  if (relative !== undefined) {
    if (now.year === null) return { period: null, relation: 'in' };
    const at = now.year + vocabulary.relativeYears[relative as keyof typeof vocabulary.relativeYears];
    return { period: partOfYear(at, rMonth, rHalf, rQuarter), relation: relationOf(w4, undefined) };
  }
  if (direction !== undefined && count !== undefined) return counted(direction, count, now);
  return withoutYear(match, now);
}

/** “1—9月”, “截至9月底”, “四季度”: of the year that the document is about, if it is about one. */
function withoutYear({ 0: said, index, input }: RegExpExecArray, { own }: Now): Found | null {
  const [, halfYear] = /^(上|下)半年$/.exec(said) ?? [];
  const [, quarter] = /^前?([一二三四])季度$/.exec(said) ?? [];
  const isDated = /\d/.test(said);
  if (own === undefined || own === null) return isDated ? { period: null, relation: 'in' } : null;
  const [, month] = /(\d{1,2})\s*月(?!\s*(?:份)?\s*\d)/.exec(said) ?? [];
  if (isDated && month === undefined) return { period: null, relation: 'in' };
  const isUntil = /^[之以]?前/.test(input.slice(index + said.length, index + said.length + 2));
  return {
    period: partOfYear(Number(own.slice(0, 4)), month, halfYear, quarter),
    relation: isUntil ? 'until' : 'in',
  };
}

const hint = /[年月日季]|五["”’」』时期末规]|(?:19|20)\d\d\s*[-—–~～]/;

/** Years, spans of years, months and plan periods of a narrow text. */
export function periodsIn(text: string, now: Now): PeriodsFound {
  const periods: PeriodMention[] = [];
  const dates: Span[] = [];
  if (!hint.test(text)) return { periods, dates };
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    if (end === start) pattern.lastIndex = end + 1;
    const found = read(match, now);
    if (found === null) continue;
    dates.push({ start, end });
    const { period, relation } = found;
    if (period !== null) periods.push({ start, end, period, relation });
  }
  return { periods, dates };
}
