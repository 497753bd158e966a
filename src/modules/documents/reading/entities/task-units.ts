import type { z } from 'zod';
import type { Recurrence } from '../../extraction.ts';
import vocabulary from '../../vocabulary/task-words.json' with { type: 'json' };
import { smallNumber } from './dates.ts';
import { splitOutside, textIn } from './enumeration.ts';
import { regionStartingAt } from './regions.ts';
import { wordList } from './words.ts';

const departments = wordList(vocabulary.departments);
const levelPrefix = /^(?:自治区|[省市县区州盟旗])(?![直内外级际])/u;
/** Words that begin with the character of a level: 市场监管局, 市政管理局, 区域办. */
const notALevel = /^(?:市场|市容|市政(?![府协])|区域|县域|省会)/u;
/** Bodies that belong to no level: 各部门, 有关单位, a numbered group’s office, national and central bodies. */
const ownStanding =
  /^(?:[省市县区州盟旗]|各|有关|相关|其他|全|国家|中国|中央|人民银行|驻|[一二三四五六七八九十]+大)|组办公室$|成员单位$/u;

/**
 * The units of a cell such as “省发改委、财政厅等，各市政府”: one name each, and the level that the first unit names
 * given back to those after it that leave it out.
 */
export function unitsOf(raw: string): string[] {
  const units: string[] = [];
  let prefix = '';
  for (const part of splitOutside(raw, { start: 0, end: raw.length }, '、，,；; \t　\n')) {
    const unit = textIn(raw, part)
      .replace(/(?:等|等部门|等单位)$/u, '')
      .trim();
    if (unit === '' || /^[（(]/u.test(unit)) continue;
    const level = notALevel.test(unit) ? undefined : levelPrefix.exec(unit)?.[0];
    if (level !== undefined) prefix = level;
    units.push(level === undefined && leavesPrefixOut(unit) ? prefix + unit : unit);
  }
  return units;
}

const leavesPrefixOut = (unit: string): boolean =>
  departments.endingAt(unit, unit.length) > 0 &&
  (notALevel.test(unit) || !ownStanding.test(unit)) &&
  regionStartingAt(unit, 0) === 0;

type Repeat = z.infer<typeof Recurrence>;

const continuous = /全年|长期|常年|持续|经常性|常态化|日常/u;
const rhythms = [
  ['half', /每半年(?!度?月)|半年一次/u],
  ['quarter', /每个?季度?|按季|季度/u],
  ['month', /每个?月(?!份?底前完成)|按月|逐月/u],
  ['year', /每年|逐年|年度/u],
] as const;

/** “每年2次”, “每年2月”, “全年工作”, “每季度”; null for a plain date. */
export function recurrenceOf(deadline: string): Repeat | null {
  // Twice a month is the nearest that a rhythm of months can say.
  if (/每半个?月/u.test(deadline)) return { every: 'month', times: 2, month: null };
  const every = rhythms.find(([, pattern]) => pattern.test(deadline))?.[0];
  if (every === undefined) return continuous.test(deadline) ? { every: 'continuous', times: null, month: null } : null;
  const times = /([\d一二三四五六七八九十]+)\s*次/u.exec(deadline)?.[1];
  const month = /每年\s*([\d一二三四五六七八九十]+)\s*月/u.exec(deadline)?.[1];
  return {
    every,
    times: times === undefined ? null : smallNumber(times),
    month: month === undefined ? null : smallNumber(month),
  };
}

/** Whether a name ends as a department, a committee of a zone or a government does. */
export const isUnit = (name: string): boolean =>
  departments.endingAt(name, name.length) > 0 || /管委会$|政府$|街道$/u.test(name);
/** “于3月底前”: the day until which something shall be done. */
export const dueIn = /(?:于|在|到)?((?:\d{4}年|次年|当年|每年)?\d{1,2}月(?:\d{1,2}日|底|末|中旬)?(?:之?前))/u;

const turn = '每(?:半年|半月|个?季度?|两?个?月|年)';
/** “每季度……” and what follows it. */
export const rhythm = new RegExp(`${turn}.{0,20}`, 'u');
const done = '(?:召开|开展|调度|通报|组织|评估|举办|报送|会商|走访|听取|督查|巡查|考核|研究|进行|发布)';

/** “每季度召开一次会议” in a later clause says how often the measure is met. */
export const rhythmIn = (sentence: string): string =>
  new RegExp(`(?:^|[，；])[^，；。]{0,8}?(${turn}[^，；。]{0,6}${done}[^，；。]{0,16})`, 'u').exec(sentence)?.[1] ?? '';
