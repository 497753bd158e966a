import type { TableBlock } from '../../../../core/document.ts';
import type { Draft, Named } from '../draft.ts';
import type { Section } from '../reading.ts';

const area =
  /^(?:表\s*[\d一二三四五六七八九十.\-－—]*\s*[:：]?\s*)?([\p{Script=Han}A-Za-z（）()·]{2,24}?(?:产业园区|工业园区|产业园|工业园|园区|经济开发区|开发区|高新区|经开区|新区|示范区|集聚区|集中区|基地|组团|片区))/u;
const vague = /^(?:各|全部|所有|主要|重点|国家级|省级|市级|[一二三四五六七八九十\d]+大)/;

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
  const titled = table.title === null ? null : (fromNames(table.title) ?? ownWords(table.title));
  return titled ?? fromHeadings(draft.sectionOf[index] ?? null, fromNames) ?? regions.at(-1) ?? null;
}

/** A park that only the title names. */
function ownWords(title: string): string | null {
  const found = area.exec(plain(title))?.[1];
  if (found === undefined || vague.test(found) || found.length < 5) return null;
  return found;
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
      plain(title ?? ''),
    );
  return counted?.[0] ?? plain(head).replace(/名称$/, '');
}
