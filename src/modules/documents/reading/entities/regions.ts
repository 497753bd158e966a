import vocabulary from '../../../regions/vocabulary/regions.json' with { type: 'json' };
import { wordList } from './words.ts';

export interface Region {
  readonly code: string;
  readonly name: string;
  /** The name as people shorten it: without 省, 市, 县, 区. */
  readonly short: string;
  /** 1 province, 2 prefecture, 3 county. */
  readonly level: 1 | 2 | 3;
  readonly parent: Region | null;
}

const nationalities =
  '蒙古族|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|阿昌族|普米族|塔吉克|怒族|乌孜别克|俄罗斯族|鄂温克族|德昂族|保安族|裕固族|京族|塔塔尔|独龙族|鄂伦春|赫哲族|门巴族|珞巴族|基诺族|各族';
const ending = new RegExp(
  `(?:(?:${nationalities})*(?:自治区|自治州|自治县|自治旗)|特别行政区|维吾尔自治区|回族自治区|壮族自治区|林区|地区|[省市县区州盟旗])$`,
);

/** 临江县 → 临江; a name that would shrink to one character stays whole. */
export function shortName(name: string): string {
  const short = name.replace(ending, '');
  return short.length >= 2 ? short : name;
}

function load(): Region[] {
  const regions: Region[] = [];
  const add = (code: string, name: string, level: Region['level'], parent: Region | null): Region => {
    const region = { code, name, short: shortName(name), level, parent };
    regions.push(region);
    return region;
  };
  for (const [province, { name, prefectures }] of Object.entries(vocabulary.provinces)) {
    const top = add(`${province}0000`, name, 1, null);
    for (const [prefecture, pair] of Object.entries(prefectures as Record<string, string[]>)) {
      const [prefectureName = '', counties = ''] = pair;
      // 市辖区 and 省直辖县级行政区划 are groups in the code, not places.
      const isGroup = /^(?:市辖区|县|.*直辖.*)$/.test(prefectureName);
      const middle = isGroup ? top : add(`${province}${prefecture}00`, prefectureName, 2, top);
      for (const county of counties.split(' ').filter(Boolean))
        add(`${province}${prefecture}${county.slice(0, 2)}`, county.slice(2), 3, middle);
    }
  }
  return regions;
}

const all = load();

function index(key: (region: Region) => string): Map<string, Region[]> {
  const found = new Map<string, Region[]>();
  for (const region of all) found.set(key(region), [...(found.get(key(region)) ?? []), region]);
  return found;
}

const byName = index(({ name }) => name);
const byShort = index(({ short }) => short);
// “城区”, “郊区” and the like name a place only beside their city.
const vague = new Set(['城区', '郊区', '矿区', '市区', '新区', '东区', '西区', '南区', '北区']);
const names = wordList([...byName.keys()].filter((name) => !vague.has(name)));
const shorts = wordList([...byShort.keys()].filter((name) => !vague.has(name)));

/** All regions of a name, full or short: 朝阳区 is in Beijing and in Changchun. */
export const regionsNamed = (name: string): readonly Region[] => byName.get(name) ?? byShort.get(name) ?? [];

/** Length of the region's name that starts at an offset, in full or short form. */
export const regionStartingAt = (text: string, offset: number): number =>
  Math.max(names.startingAt(text, offset), shorts.startingAt(text, offset));

export const fullRegionStartingAt = (text: string, offset: number): number => names.startingAt(text, offset);

/** A region and those it lies in, from the widest. */
export function chainOf(region: Region): Region[] {
  return region.parent === null ? [region] : [...chainOf(region.parent), region];
}

/** How often each region is named in full. */
export function regionCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at < text.length; ) {
    const length = names.startingAt(text, at);
    if (length === 0) {
      at++;
      continue;
    }
    const name = text.slice(at, at + length);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    at += length;
  }
  return counts;
}

const zoneWord = /(?:开发|高新|经开|园|集聚|示范|集中|保税|合作|试验|新|功能)区$/u;

/** A region's name by its form alone, for one that the list does not hold: “云河市”, “临江县”; a zone is none. */
export const looksLikeRegion = (text: string): boolean =>
  /^[\u4e00-\u9fff]{1,6}[省市县区州盟旗]$/u.test(text) && !zoneWord.test(text);
