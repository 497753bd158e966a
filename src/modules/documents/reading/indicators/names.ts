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
  const name = plain(noun).replace(/^的|[的了]$/g, '');
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

/** One of several names that share a verb: “总产值、增加值分别达到1亿元、2亿元”. */
export function ofList({ text, place, places }: Clause, span: Span): Span {
  if (places < 2) return span;
  const parts = listed(text, span);
  return parts.length === places ? (parts[place] as Span) : span;
}
