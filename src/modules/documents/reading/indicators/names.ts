import type { Span } from '../../../../core/document.ts';
import { listed, withoutOpenings } from './clauses.ts';
import { type Clause, plain } from './figure.ts';
import { isMeasure } from './words.ts';

export interface Noun {
  readonly name: string;
  readonly start: number;
  /** The words taken off before it; 累计 and 其中 among them matter. */
  readonly said: string;
}

const longest = 28;

/** The noun of a stretch: words of time, verbs and the subject taken off both ends. */
export function nounIn({ text, periods, subjectAt }: Clause, span: Span): Noun {
  const skipped = withoutOpenings(text, span, periods, subjectAt);
  let start = skipped.start;
  let noun = text.slice(start, span.end);
  // “由2020年的120亿元提高到…”: the name stands before 由.
  const moved = /(?:由|从|自)\s*$/.exec(noun);
  if (moved !== null) noun = noun.slice(0, moved.index);
  // “某园区（以下简称“园区”）规划总面积”.
  const aside = /^（[^（）]*）(?=.{2})/.exec(noun)?.[0].length ?? 0;
  start += aside;
  noun = noun.slice(aside);
  // “甲、乙等跨国公司研发投入强度”: the list is of examples.
  const examples = /^等(?=[^级于同分])/.exec(noun)?.[0].length ?? 0;
  start += examples;
  noun = noun.slice(examples);
  const open = noun.lastIndexOf('（');
  if (open >= 0 && !noun.includes('）', open)) {
    start += open + 1;
    noun = noun.slice(open + 1);
  }
  if (noun.length > longest) {
    const cut = Math.max(noun.lastIndexOf('的', noun.length - 3), noun.lastIndexOf('、'));
    start += cut + 1;
    noun = noun.slice(cut + 1);
  }
  const name = plain(noun)
    .replace(/^的|[的了]$/g, '')
    .replace(/^即(?=.{2})(?![将使刻时])/, '');
  return { name: name.replace(/已(?=累计|建成|开发|完成)/, ''), start, said: skipped.words };
}

const madeTo = /^(.{2,24}?)(?:力争|预计)?(?:实现|完成|创造|取得|达成)(.{2,})$/;
const yearlyWork = /^年(产|加工|处理|生产|销售|消耗|屠宰|出栏|转化|综合利用|利用)([^\d]{2,})$/;

/** “装备制造产业实现产值” is 产值 of 装备制造产业, “龙头企业实现产值” 龙头企业产值; “年产水泥” is 水泥年产量. */
export function settled(name: string): { name: string; subjectWords: string | null } {
  const made = madeTo.exec(name);
  if (made !== null && !/^[率额]/.test(made[2] as string)) {
    const [, words = '', what = ''] = made;
    return /企业$/.test(words) ? { name: `${words}${what}`, subjectWords: null } : { name: what, subjectWords: words };
  }
  const work = isMeasure(name) ? null : yearlyWork.exec(name);
  return work === null ? { name, subjectWords: null } : { name: `${work[2]}年${work[1]}量`, subjectWords: null };
}

const people = /^[万亿千百十]*[人名位]$/;

/** A name of things that are counted says so: 规上企业 → 规上企业数. */
export const counted = (name: string, unit: string, clause: Clause): string =>
  clause.countsThings(unit) && !people.test(unit) && !/[数量率额]$/.test(name) ? `${name}数` : name;

const whose = '(.{2,12}?(?:开发区|经开区|高新区|新区|园区|产业园|工业园|科技园|产业|制造业|服务业))';
const whoseTail = new RegExp(`^${whose}(.{0,6}(?:收入|产值|增加值|税收|利润|投资|面积|总额))$`);
const whoseAlone = new RegExp(`^${whose}$`);

/** Parks or trades in a list whose last one is followed by what it measures: 东泉高新区|营业收入. */
function whoseOf(parts: readonly string[]): { last: string; measure: string } | null {
  const [, last, measure] = whoseTail.exec(parts.at(-1) ?? '') ?? [];
  const before = parts.slice(0, -1);
  return last === undefined || measure === undefined || !before.every((part) => whoseAlone.test(part))
    ? null
    : { last, measure };
}

/** “城镇、农村居民收入分别增长7%和8%”: names of equal length before a noun said once; 城乡 is 城镇 and 农村. */
export function parallel(name: string, span: Span, { text, place, places }: Clause): string {
  if (places < 2) return name;
  const parts = listed(text, span);
  if (places === 2 && parts.length === 1 && name.startsWith('城乡'))
    return `${place === 0 ? '城镇' : '农村'}${name.slice(2)}`;
  const [first, last] = [parts[0], parts.at(-1)];
  if (parts.length !== places || first === undefined || last === undefined) return name;
  // “轴承制造业营业收入和利润总额”: both are the industry's.
  const whose = /^.{2,12}?(?:产业|制造业|加工业|服务业|企业|集群)(?=.)/.exec(
    plain(text.slice(first.start, first.end)).replace(/^[而且使]/, ''),
  )?.[0];
  if (place > 0 && whose !== undefined && isMeasure(name) && !/[业群]/.test(name)) return `${whose}${name}`;
  // “甲园、乙园营业收入分别为…”: each has its own, as if it said 甲园实现营业收入.
  const own = whoseOf(parts.map(({ start, end }) => plain(text.slice(start, end))));
  if (own !== null) return `${place === places - 1 ? own.last : name}实现${own.measure}`;
  if (place === places - 1) return name;
  const full = plain(text.slice(last.start, last.end));
  const shares = name.length <= 3 && !isMeasure(name) && isMeasure(full) && full.length > name.length + 3;
  return shares ? `${name}${full.slice(name.length)}` : name;
}

const ofEach = /(?:产业|行业|集群|市场)?(?:规模|总产值|产值|收入|增加值|税收|利润|投资|面积|增速|增幅|下降|占比|比重)$/;

/** “甲、乙产业规模均突破150亿元” says the same of each: its names, or the one name where 均 does not share it out. */
export function namesOfEach(name: string, lead: string): string[] {
  if (
    !/(?:均|都|各)(?:分别)?(?:可|能|要|将|已|应)*(?:实现|达到?|突破|超过?|完成|保持|增长|提高|下降|降低|不低于|不少于|在|为|以上)*\s*$/.test(
      lead,
    )
  )
    return [name];
  const parts = listed(name, { start: 0, end: name.length }).map(({ start, end }) => name.slice(start, end));
  const last = parts.at(-1) ?? '';
  const shared = ofEach.exec(last)?.[0] ?? '';
  if (parts.length < 2 || shared === '' || shared.length === last.length || parts.some((part) => part.length < 2))
    return [name];
  return parts.map((part, i) => (i === parts.length - 1 || ofEach.test(part) ? part : `${part}${shared}`));
}

/** One of several names that share a verb: “总产值、增加值分别达到1亿元、2亿元”. */
export function ofList({ text, place, places, periods }: Clause, span: Span): Span {
  if (places < 2) return span;
  const parts = listed(text, span);
  // “2024年、2025年分别到位资金…”: a list of years names one thing.
  const [head] = parts;
  if (head !== undefined && periods.some(({ start, end }) => start <= head.start && end >= head.end)) return span;
  return parts.length === places ? (parts[place] as Span) : span;
}
