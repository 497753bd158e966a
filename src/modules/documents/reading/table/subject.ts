import type { TableBlock } from '../../../../core/document.ts';
import type { Draft, Named } from '../draft.ts';
import type { Section } from '../reading.ts';

const number = /^(?:附?表|专栏)\s*[\d一二三四五六七八九十.\-－—]*\s*[:：]?\s*/;
/** What a title goes on with after the name of a place. */
const topic = /(?:现状|规划|城市|城镇|用地|土地|城乡|建设|主要|发展|经济|分年|历年|重点|产业|企业|项目|(?:19|20)\d{2})/;
const place = /(?:园区?|开发区|高新区|经开区|新区|示范区|集聚区|集中区|加工区|基地|组团|片区|新城|小镇)$/;
const vague = /^(?:.{0,12}各|全部|所有|主要|重点|国家级|省级|市级|[一二三四五六七八九十\d]+大)/;

const plain = (text: string): string => text.replace(/[\s“”"《》]/g, '');

/** The longest name of a park, zone or region that a heading or title says. */
function nameIn(text: string, names: readonly string[]): string | null {
  const said = plain(text);
  return names.filter((name) => said.includes(plain(name))).sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Whose figures a table states when its rows do not say: title, then headings, then the document's own zone. */
export function subjectOfTable(draft: Draft, named: Named, table: TableBlock, index: number): string | null {
  const { regions } = draft.about;
  const parks = named.parks.flatMap(({ name, aliases }) => [name, ...aliases].map((each) => [each, name] as const));
  const canonical = new Map(parks);
  const fromNames = (text: string) => {
    const found = nameIn(text, [...canonical.keys(), ...regions]);
    return found === null ? null : (canonical.get(found) ?? found);
  };
  const titled = table.title === null ? null : placeIn(table.title, fromNames(table.title));
  return titled ?? fromHeadings(draft.sectionOf[index] ?? null, fromNames) ?? regions.at(-1) ?? null;
}

/** A known name, unless the title puts more before it than the name of a region: 加工产业园 in 金属加工产业园. */
function placeIn(title: string, known: string | null): string | null {
  const own = ownWords(title);
  if (known === null || own === null) return known ?? own;
  const at = own.indexOf(plain(known));
  return at > 0 && !/[省市县区州旗镇乡]$/.test(own.slice(0, at)) ? own : known;
}

/** A place that only the title names: the longest beginning that ends as places do, before the topic. */
function ownWords(title: string): string | null {
  const said = plain(title.replace(number, ''));
  for (let at = Math.min(said.length - 1, 24); at >= 4; at -= 1) {
    const name = said.slice(0, at);
    const isNamed = place.test(name) && topic.test(said.slice(at, at + 4)) && said.slice(at).search(topic) === 0;
    if (isNamed && !vague.test(name)) return name;
  }
  return null;
}

function fromHeadings(section: Section | null, nameOf: (text: string) => string | null): string | null {
  for (let at = section; at !== null; at = at.parent) {
    const name = nameOf(at.title);
    if (name !== null) return name;
  }
  return null;
}

/** “十大产业培育发展计划汇总表” → 十大产业: what the total row of a table sums. */
export function collectiveOf(title: string | null, head: string): string {
  const counted =
    /(?:[一二三四五六七八九十\d]+[大个家户]?(?:重点|主导|支柱)?(?:产业|园区|行业|企业|项目|县|区|市))/u.exec(
      plain((title ?? '').replace(number, '')),
    );
  return counted?.[0] ?? plain(head).replace(/名称$/, '');
}
