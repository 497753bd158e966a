import type { TableBlock } from '../../../core/document.ts';
import type { ParkFact } from '../extraction.ts';
import vocabulary from '../vocabulary/park-words.json' with { type: 'json' };
import type { Draft } from './draft.ts';
import { boundsIn } from './entities/park-bounds.ts';
import { areaIn, industriesIn, industryList } from './entities/park-details.ts';
import { headedParks } from './entities/park-headings.ts';
import { type ParkMention, plain } from './entities/park-mention.ts';
import { isNear, textMentions } from './entities/park-mentions.ts';
import { sameParkNames } from './entities/park-merge.ts';
import { listedParks } from './entities/park-names.ts';
import { subjectMentions } from './entities/park-subjects.ts';
import { cellProse, sourceAt, statementsOf } from './entities/passages.ts';
import { industryOf } from './entities/project-industry.ts';
import { looksLikeRegion, regionsNamed } from './entities/regions.ts';

/** Zones, parks and their parts, each once, with level, parent, bounds, area and industries where they are given. */
export function parksOf(draft: Draft): ParkFact[] {
  const zone = zoneOf(draft);
  const named = [...headedParks(draft), ...listMentions(draft), ...tableMentions(draft), ...ownMentions(draft)];
  const declared = [...named, ...subjectMentions(draft, named)];
  const all = [...zoneMentions(draft, zone), ...declared, ...textMentions(draft, declared)];
  all.sort((a, b) => a.source.start - b.source.start);
  return merged(all, zone, draft);
}

/** The zone that the document is about: the last of its places, unless that is a region. */
function zoneOf({ about }: Draft): string | null {
  const last = about.regions.at(-1);
  return last === undefined || regionsNamed(last).length > 0 || looksLikeRegion(last) ? null : last;
}

function zoneMentions(draft: Draft, zone: string | null): ParkMention[] {
  const { document, about } = draft;
  if (zone === null) return [];
  const parent = about.regions.at(-2) ?? null;
  for (const { prose } of statementsOf(document)) {
    const start = prose.text.indexOf(zone);
    if (start < 0) continue;
    const source = sourceAt(document, prose, { start, end: start + zone.length });
    return [{ ...plain, name: zone, source, parent, level: levelIn(prose.text), area: zoneArea(draft) }];
  }
  return [];
}

const wholeArea = /(?:开发区|经开区|高新区|运营区|规划区|全区)的?(?:规划)?总面积/u;

/** “开发区总面积29平方公里”: the whole zone, though it is not called by its name. */
function zoneArea({ document }: Draft): ParkFact['area'] {
  for (const { prose } of statementsOf(document)) {
    const at = wholeArea.exec(prose.text)?.index;
    const area = at === undefined ? null : areaIn(prose.text.slice(at, at + 40));
    if (area !== null) return area;
  }
  return null;
}

const levelIn = (text: string): string | null => vocabulary.levels.find((level) => text.includes(level)) ?? null;

function listMentions(draft: Draft): ParkMention[] {
  return statementsOf(draft.document).flatMap(({ prose, block }) =>
    listedParks(prose.text)
      .filter(({ name }) => isNear(name, draft))
      .map(({ name, span, head }) => {
        const industry = industryOf(draft, { group: null, list: null, block });
        return {
          ...plain,
          name,
          source: sourceAt(draft.document, prose, span),
          level: levelIn(head) ?? (head.includes('重点') ? '重点园区' : null),
          area: areaBeside(prose.text, span.end),
          industries: industry === null ? [] : [industry],
        };
      }),
  );
}

/** “甲园（4.2平方公里）”. */
const areaBeside = (text: string, end: number): ParkFact['area'] => {
  const [, size] = /^[（(](?:约|规划)?(?:面积)?(\d[^（()）]{1,14})[）)]/u.exec(text.slice(end, end + 24)) ?? [];
  return size === undefined ? null : areaIn(`面积${size}`);
};

/** Parks that the office has put into its own vocabulary. */
function ownMentions({ document, own }: Draft): ParkMention[] {
  const parks = own.names.filter(({ kind }) => kind === 'park');
  const names = parks.flatMap(({ name, aliases }) => [name, ...aliases].map((written) => ({ name, written })));
  if (names.length === 0) return [];
  return statementsOf(document).flatMap(({ prose }) =>
    names.flatMap(({ name, written }): ParkMention[] => {
      const start = prose.text.indexOf(written);
      const span = { start, end: start + written.length };
      return start < 0 ? [] : [{ ...plain, name, source: sourceAt(document, prose, span) }];
    }),
  );
}

const bare = (title: string): string =>
  title
    .replace(/\s+/gu, '')
    .replace(/[（(].*$/u, '')
    .split('/')
    .at(-1) ?? '';

function tableMentions({ document }: Draft): ParkMention[] {
  const tables = document.blocks.filter((block): block is TableBlock => block.kind === 'table');
  return tables.flatMap((table) => {
    const column = (titles: readonly string[]): number =>
      table.columns.findIndex((title) => titles.includes(bare(title)));
    const [name, industry] = [column(vocabulary.columns), column(vocabulary.industryColumns)];
    if (name < 0) return [];
    return table.rows.slice(table.headerRows).flatMap((row): ParkMention[] => {
      const cell = row[name];
      if (cell === undefined || cell.text.length < 4 || /合计|小计|^[（(]?[市县区]/u.test(cell.text.slice(0, 3)))
        return [];
      if (row.every((other) => other === cell || other.text === '')) return [];
      const rest = row.map(({ text }) => text).join('。');
      const source = sourceAt(document, cellProse(document, cell), { start: 0, end: cell.text.length });
      const said = row[industry]?.text ?? '';
      const industries = said.length <= 40 && !/[。；]/u.test(said) ? industryList(said) : industriesIn(rest);
      return [
        {
          ...plain,
          name: cell.text,
          source,
          level: levelIn(table.title ?? ''),
          bounds: boundsIn(rest),
          area: areaIn(rest),
          industries,
        },
      ];
    });
  });
}

function merged(mentions: readonly ParkMention[], zone: string | null, { about }: Draft): ParkFact[] {
  const groups = sameParkNames(mentions);
  const outer = (name: string): string | null => about.regions.at(name === zone ? -2 : -1) ?? null;
  const facts = groups.map((group): ParkFact & { declared: boolean } => {
    const { all } = group;
    // The zone goes by the name that the document gives itself.
    const names = [group.name, ...group.aliases];
    const name = zone !== null && names.includes(zone) ? zone : group.name;
    const first = <Key extends 'level' | 'area' | 'bounds'>(key: Key): ParkMention[Key] =>
      (all.find((mention) => mention[key] !== null) ?? (all[0] as ParkMention))[key];
    return {
      name,
      aliases: names.filter((each) => each !== name),
      level: first('level'),
      parent: all.find(({ parent }) => parent !== null && parent !== name)?.parent ?? outer(name),
      functionalAreas: [],
      area: first('area'),
      bounds: first('bounds'),
      industries: [...(all.find(({ industries }) => industries.length > 0)?.industries ?? [])],
      source: (all.find(({ declared }) => declared) ?? (all[0] as ParkMention)).source,
      declared: all.some(({ declared }) => declared),
    };
  });
  const parts = Map.groupBy(
    facts.filter(({ declared }) => declared),
    ({ parent }) => parent,
  );
  return facts.map(({ declared: _, ...fact }) => ({
    ...fact,
    functionalAreas: (parts.get(fact.name) ?? []).map(({ name }) => name),
  }));
}
