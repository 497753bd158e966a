import type { ParkFact } from '../../extraction.ts';
import vocabulary from '../../vocabulary/park-words.json' with { type: 'json' };
import { splitOutside, textIn } from './enumeration.ts';

const area =
  /(?:规划|占地|用地|总|核准|管辖)?(?:范围)?(?:(?:用地|占地)?(?:总)?面积|用地|占地)\s*(?:约?为|达到?|约|共|：|:)?\s*(?:约)?\s*([\d,]+(?:\.\d+)?)\s*(平方公里|平方千米|公顷|亩|万亩|平方米|hm²|km²)/u;

/** The first area that a text gives, but not one still to be developed or built on. */
export function areaIn(text: string): ParkFact['area'] {
  const match = area.exec(text);
  if (
    match === null ||
    /累计|新增|已|建筑|厂房|建设|建成|开发$/u.test(text.slice(Math.max(0, match.index - 6), match.index))
  )
    return null;
  return { value: Number((match[1] as string).replace(/,/gu, '')), unit: match[2] as string };
}

const cue = new RegExp(`(?:${vocabulary.industryCues.join('|')})([^，。；：]{2,80})`, 'u');

const asLeading = /以([^，。；：]{2,60}?)为主导(?:产业)?/u;

/** What a park makes: the list after 主导产业为 or 重点发展, or before 为主导产业. */
export function industriesIn(text: string): string[] {
  const leading = asLeading.exec(text)?.[1];
  if (leading !== undefined) return industryList(leading);
  const list = cue.exec(text)?.[1];
  if (list === undefined) return [];
  const end = /等|为主|的|项目|企业/u.exec(list)?.index ?? list.length;
  return industryList(list.slice(0, end));
}

export function industryList(list: string): string[] {
  const parts = splitOutside(list, { start: 0, end: list.length }, '、，和及与');
  const names = parts.map((part) =>
    textIn(list, part).replace(/^(?:以|各类|培育)|(?:[一二三四五六七八九十]大)?(?:主导)?(?:产业|行业)?$/gu, ''),
  );
  return names.filter((name) => name.length >= 2 && name.length <= 12 && !/^(?:方向|其|领域|功能)/u.test(name));
}
