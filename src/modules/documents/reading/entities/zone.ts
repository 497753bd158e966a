import {
  chainOf,
  looksLikeRegion,
  type Region,
  regionCounts,
  regionStartingAt,
  regionsNamed,
  shortName,
} from './regions.ts';

const zoneKind =
  '(?:经济技术|经济|高新技术产业|高新技术|循环经济|化工|工业)?(?:开发区|高新区|经开区|产业园区|工业园区|产业园|工业园|集聚区|示范区|新区|综合保税区|工业集中区|化工园区|科技园区|物流园区|产业新城|科技城|科学城)';
const zoneAtStart = new RegExp(`^([\\u4e00-\\u9fff]{2,12}?${zoneKind})`, 'u');
const zoneInText = new RegExp(`[\\u4e00-\\u9fff]{2,4}${zoneKind}`, 'gu');
const organTail = /人民政府.*$|(?:办公室|办公厅|管委会|管理委员会|委员会)$/u;

/** The regions that a document is about, from the widest to its zone. */
export function placesOf(title: string | null, issuer: string | null, text: string): string[] {
  const chain = chainFor(title, issuer, text);
  const zone = zoneOf(title, issuer, text, chain);
  return zone === null ? chain : [...chain, zone];
}

/** Who issues a plan names its region in full, so that name goes before the short one of the title. */
function chainFor(title: string | null, issuer: string | null, text: string): string[] {
  const counts = regionCounts(text);
  const own = issuer === null ? [] : regionsByForm(issuer.replace(organTail, ''));
  const subject = own.at(-1) ?? namesake(`${title ?? ''}${issuer ?? ''}`, text);
  const stated = subject === null ? null : statedChain(subject, text);
  if (stated !== null) return stated;
  const listed = subject === null ? null : likeliest(regionsNamed(subject), counts, null);
  const titled = title === null ? mostNamed(counts, text) : regionAtStart(title, counts);
  const region = subject === null ? titled : listed;
  if (region !== null) return statedChain(region.name, text) ?? chainOf(region).map(({ name }) => name);
  if (own.length > 0) return own;
  const byForm = regionsByForm(title ?? '');
  // A report names its region where it was given: “在云河县第十八届人民代表大会…上”.
  const given = /在([\u4e00-\u9fff]{1,6}[省市县区旗州])第[一二三四五六七八九十\d]+届/u.exec(text.slice(0, 600))?.[1];
  if (byForm.length > 0 || title === null) return byForm;
  if (given !== undefined) return regionsByForm(given);
  const often = mostNamed(counts, text);
  return often === null ? [] : chainOf(often).map(({ name }) => name);
}

const anyStated = /([\u4e00-\u9fff]{2,5}[县区市旗州])(?:位于|地处|隶属于|隶属)[\u4e00-\u9fff]{2,6}?(?:省|自治区)/gu;

/** The region said to lie somewhere whose short name the title carries: 云河市 for 云河经济开发区. */
function namesake(title: string, text: string): string | null {
  for (const [, name] of text.replace(/[ \u3000\n]+/gu, '').matchAll(anyStated))
    for (let at = 0; at < (name as string).length - 2; at++) {
      const tail = (name as string).slice(at);
      if (looksLikeRegion(tail) && title.includes(shortName(tail))) return tail;
    }
  return null;
}

/** “某县位于某省某市西南部”: what the text says of its own place goes before what a list says. */
function statedChain(name: string, text: string): string[] | null {
  const pattern = `${name}，?(?:位于|地处|隶属于|隶属|属于|属)([\\u4e00-\\u9fff]{2,6}?(?:省|自治区))?([\\u4e00-\\u9fff]{2,6}?(?:市|州|盟|地区))?`;
  const [, province, city] = new RegExp(pattern, 'u').exec(text.replace(/[ \u3000\n]+/gu, '')) ?? [];
  if (province === undefined && city === undefined) return null;
  const wider = [province, city].filter((each) => each !== undefined && each !== name);
  const above = province === undefined ? likeliest(regionsNamed(city ?? ''), new Map(), null)?.parent?.name : undefined;
  return [...(above === undefined ? [] : [above]), ...(wider as string[]), name];
}

const otherKind = /^[县市区旗州](?![场域政区])/u;

/** The region that a title begins with; of several of that name the one whose city or province is named most. */
function regionAtStart(title: string, counts: ReadonlyMap<string, number>): Region | null {
  let found: Region | null = null;
  for (let at = 0; at < title.length; ) {
    const length = regionStartingAt(title, at);
    // 临江 is a city on the list; a title that says 临江县 means another place.
    if (length === 0 || otherKind.test(title.slice(at + length))) break;
    found = likeliest(regionsNamed(title.slice(at, at + length)), counts, found);
    at += length;
  }
  return found;
}

function likeliest(
  regions: readonly Region[],
  counts: ReadonlyMap<string, number>,
  within: Region | null,
): Region | null {
  const weight = (region: Region): number => {
    const chain = chainOf(region);
    const inside = within !== null && chain.includes(within) ? 1000 : 0;
    return inside + chain.reduce((sum, { name }) => sum + (counts.get(name) ?? 0), 0);
  };
  return [...regions].sort((a, b) => weight(b) - weight(a) || a.level - b.level)[0] ?? within;
}

/** Without a title: the region that the text names most, if it does so again and again. */
function mostNamed(counts: ReadonlyMap<string, number>, text: string): Region | null {
  const [name, times] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return times < 3 || text.length / times > 20_000 ? null : likeliest(regionsNamed(name), counts, null);
}

/** Regions that the national list does not hold, by the form of their names. */
function regionsByForm(title: string): string[] {
  const parts =
    /^([\u4e00-\u9fff]{2,4}?省)?([\u4e00-\u9fff]{2,4}?[市州盟])?([\u4e00-\u9fff]{1,4}?[县区旗市](?!域))?/u.exec(title);
  return (parts ?? []).slice(1).filter((part) => part !== undefined && looksLikeRegion(part));
}

function zoneOf(title: string | null, issuer: string | null, text: string, chain: readonly string[]): string | null {
  for (const each of [title, issuer]) {
    const rest = withoutProvince(each ?? '', chain);
    const found = zoneAtStart.exec(rest)?.[1];
    if (found !== undefined && !/重点|全市|全省|全县|各类|[省市县区](?:产业)?园区$/u.test(found) && !undertakes(found))
      return found;
  }
  return title === null ? mostNamedZone(text) : null;
}

/** “某市推进开发区改革方案” speaks of zones in general. */
const undertakes = (title: string): boolean =>
  /推[进动]|加[快强]|促进|深化|支持|规范|完善|优化|提升|加大|关于|统筹/u.test(title);

/** “某省某县经济开发区”: the zone's name keeps the county and drops what is wider. */
function withoutProvince(title: string, chain: readonly string[]): string {
  let rest = title;
  for (const name of chain.slice(0, -1))
    for (const each of [name, name.replace(/[省市]$/u, '')])
      if (rest.startsWith(each) && rest.length > each.length + 4) rest = rest.slice(each.length);
  return rest;
}

function mostNamedZone(text: string): string | null {
  const counts = new Map<string, number>();
  for (const [name] of text.matchAll(zoneInText)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [name, times] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return times >= 5 && regionStartingAt(name, 0) > 0 ? name : null;
}
