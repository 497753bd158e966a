import type { ParkFact } from '../../extraction.ts';
import vocabulary from '../../vocabulary/park-words.json' with { type: 'json' };
import type { Draft } from '../draft.ts';
import type { Section } from '../reading.ts';
import { boundsIn } from './park-bounds.ts';
import { areaIn, industriesIn } from './park-details.ts';
import type { ParkMention } from './park-mention.ts';
import { isAreaName, isParkName, parkSuffix } from './park-names.ts';
import { cellPassages, type Passage, passagesOf, sourceAt } from './passages.ts';

const clean = (title: string): string => title.replace(/[。：:\s]+$/u, '').replace(/\s+/gu, '');

/** Sections and run-in titles that are parks: “1. 云河工业园”, “云河经济开发区。依托……”, “配套生活区” inside a park. */
export function headedParks(draft: Draft): ParkMention[] {
  const names = new Map<Section, string>();
  const proper = new Set<string>();
  for (const { title } of draft.sections.filter(
    (each) => isParkName(clean(each.title)) || isAmongParks(draft.sections, each),
  ))
    proper.add(clean(title));
  for (const section of draft.sections) {
    const name = clean(section.title);
    const inPark = enclosing(section.parent, names) !== null;
    if (proper.has(name) || (isAreaName(name) && inPark)) names.set(section, name);
  }
  const passages = new Map(passagesOf(draft.document.blocks).map((passage) => [passage.block, passage]));
  const headed = [...names].flatMap(([section, name]) => sectionMention(draft, section, name, names, passages));
  return [...headed, ...runInMentions(draft, names, passages)];
}

function enclosing(section: Section | null, names: ReadonlyMap<Section, string>): string | null {
  for (let each = section; each !== null; each = each.parent) {
    const name = names.get(each);
    if (name !== undefined) return name;
  }
  return null;
}

/** Sisters that all end in a park word make a list of parks, if some have names of their own. */
function isAmongParks(sections: readonly Section[], { parent, level, title: own }: Section): boolean {
  if (!isAreaName(clean(own))) return false;
  const sisters = sections
    .filter((each) => each.parent === parent && each.level === level)
    .map(({ title }) => clean(title));
  return sisters.length >= 3 && sisters.every((title) => parkSuffix(title) > 0) && sisters.some(isParkName);
}

function sectionMention(
  draft: Draft,
  section: Section,
  name: string,
  names: ReadonlyMap<Section, string>,
  passages: ReadonlyMap<number, Passage>,
): ParkMention[] {
  const heading = passages.get(section.heading);
  if (heading === undefined) return [];
  const start = Math.max(0, heading.prose.text.indexOf(name.slice(0, 2)));
  const own = textsOf(draft, section, names, passages);
  // “某某产业化基地。总投资15亿元……” is a project.
  if (/^[^。]{0,20}总投资/u.test(own[1] ?? '') || /^[^。]{0,20}总投资/u.test(own[0] ?? '')) return [];
  return [
    {
      name,
      source: sourceAt(draft.document, heading.prose, { start, end: heading.prose.text.length }),
      level: levelOf(section),
      parent: enclosing(section.parent, names),
      ...detailsOf(own),
      declared: true,
    },
  ];
}

/** The section's own text, without that of parks inside it. */
function textsOf(
  draft: Draft,
  section: Section,
  names: ReadonlyMap<Section, string>,
  passages: ReadonlyMap<number, Passage>,
): string[] {
  const texts: string[] = [];
  for (let block = section.from; block < section.to; block++) {
    let inner = draft.sectionOf[block] ?? null;
    while (inner !== null && inner !== section && !names.has(inner)) inner = inner.parent;
    if (inner !== section) continue;
    const table = draft.document.blocks[block];
    const found = table?.kind === 'table' ? cellPassages(draft.document, table, block) : [passages.get(block)];
    texts.push(...found.flatMap((passage) => (passage === undefined ? [] : [passage.prose.text])));
  }
  return texts;
}

function detailsOf(texts: readonly string[]): Pick<ParkMention, 'area' | 'bounds' | 'industries'> {
  const firstOf = <Value>(read: (text: string) => Value | null): Value | null => {
    for (const text of texts) {
      const value = read(text);
      if (value !== null) return value;
    }
    return null;
  };
  const industries = texts.map(industriesIn).find((each) => each.length > 0) ?? [];
  return { area: firstOf<NonNullable<ParkFact['area']>>(areaIn), bounds: firstOf(boundsIn), industries };
}

const levelOf = (section: Section): string | null => {
  for (let each: Section | null = section; each !== null; each = each.parent) {
    const { title } = each;
    const level = vocabulary.levels.find((word) => title.includes(word));
    if (level !== undefined) return level;
  }
  return vocabulary.functional.some((word) => section.title.endsWith(word)) ? '功能片区' : null;
};

const runIn = /^(?:其中，)?([^，。；：、]{4,24})(?:[。：，]|作为)/u;

/** “宝塔经济开发区。发挥……” at the head of a paragraph, or a part of a park that its section goes through. */
function runInMentions(
  draft: Draft,
  names: ReadonlyMap<Section, string>,
  passages: ReadonlyMap<number, Passage>,
): ParkMention[] {
  return [...passages.values()].flatMap((passage): ParkMention[] => {
    if (passage.kind === 'heading') return [];
    const match = runIn.exec(passage.prose.text);
    const name = match?.[1] ?? '';
    const section = draft.sectionOf[passage.block] ?? null;
    const parent = enclosing(section, names);
    const stopped = match?.[0].endsWith('。') === true;
    const isPart =
      parent !== null &&
      parent !== name &&
      vocabulary.functional.some((word) => name.endsWith(word)) &&
      isAreaName(name) &&
      !/^(?:该|本)/u.test(name);
    if (!(isPart || (stopped && isParkName(name)))) return [];
    const start = passage.prose.text.indexOf(name);
    const source = sourceAt(draft.document, passage.prose, { start, end: start + name.length });
    const level = section === null ? null : levelOf(section);
    return [{ name, source, level, parent, ...detailsOf([passage.prose.text]), declared: true }];
  });
}
