import { type Source, type Span, spanOf, type TableBlock } from '../../../core/document.ts';
import type { ParkFact } from '../extraction.ts';
import vocabulary from '../vocabulary/park-words.json' with { type: 'json' };
import type { Draft } from './draft.ts';
import { boundsIn } from './entities/park-bounds.ts';
import { areaIn, industriesIn, industryList } from './entities/park-details.ts';
import { headedParks } from './entities/park-headings.ts';
import { sameParkNames } from './entities/park-merge.ts';
import { listedParks, mentionedParks } from './entities/park-names.ts';
import { cellProse, sourceAt, statementsOf } from './entities/passages.ts';
import { industryOf } from './entities/project-industry.ts';
import { projectItems } from './entities/project-items.ts';
import { looksLikeRegion, regionStartingAt, regionsNamed } from './entities/regions.ts';
import { type WordList, wordList } from './entities/words.ts';

/** A park as one place of the document shows it. */
export interface ParkMention {
  readonly name: string;
  readonly source: Source;
  readonly level: string | null;
  readonly parent: string | null;
  readonly area: ParkFact['area'];
  readonly bounds: ParkFact['bounds'];
  readonly industries: readonly string[];
  /** Headings, lists and tables declare a park; running text only names it. */
  readonly declared: boolean;
}

const plain = { level: null, parent: null, area: null, bounds: null, industries: [], declared: true };

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
          industries: industry === null ? [] : [industry],
        };
      }),
  );
}

/** Parks that the office has put into its own vocabulary. */
function ownMentions({ document, own }: Draft): ParkMention[] {
  const names = own.names.filter(({ kind }) => kind === 'park').flatMap(({ name, aliases }) => [name, ...aliases]);
  if (names.length === 0) return [];
  return statementsOf(document).flatMap(({ prose }) =>
    names.flatMap((name): ParkMention[] => {
      const start = prose.text.indexOf(name);
      const span = { start, end: start + name.length };
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

const subject =
  /(?:^|[，；。：]|其中，)\s*([\u4e00-\u9fff（）]{3,16}?(?:区|园|园区|基地))的?(?:规划)?(?:范围|四至|(?:总|用地|占地)?面积|占地|东至|东起)/gu;
const clauseStart = /(?:^|[，；。：]|其中，)\s*/gu;

interface Place {
  readonly name: string;
  readonly start: number;
}

/** Where a sentence turns to a park: a name said before, or a new one right before its size or bounds. */
function turns(text: string, known: WordList): Place[] {
  const places = new Map<number, Place>();
  for (const match of text.matchAll(clauseStart)) {
    const start = match.index + match[0].length;
    const length = known.startingAt(text, start);
    const next = text.slice(start + length, start + length + 8);
    if (
      length > 0 &&
      /^(?:位于|：|的?(?:规划|总|用地|占地)?(?:总|用地)?(?:面积|用地|范围)|占地|，?东[至起])/u.test(next)
    )
      places.set(start, { name: text.slice(start, start + length), start });
  }
  for (const match of text.matchAll(subject)) {
    const name = match[1] as string;
    const start = text.indexOf(name, match.index);
    const vague = /^(?:园区|规划|该|本|总|开发区|开发运营区|现|其中)/u.test(name);
    if (!vague && !places.has(start)) places.set(start, { name, start });
  }
  return [...places.values()].sort((a, b) => a.start - b.start);
}

/** “甲集中区面积5平方公里，东至……；乙集中区……”: each part of the text describes its own park. */
function subjectMentions({ document, about }: Draft, declared: readonly ParkMention[]): ParkMention[] {
  const known = wordList(declared.map(({ name }) => name));
  return statementsOf(document).flatMap(({ prose }) => {
    const { text } = prose;
    const places = turns(text, known);
    return places.flatMap(({ name, start }, i): ParkMention[] => {
      const said = text.slice(start, Math.min(places[i + 1]?.start ?? text.length, stopOf(text, start)));
      const [bounds, area] = [boundsIn(said), areaIn(said)];
      if (bounds === null && area === null) return [];
      const source = sourceAt(document, prose, { start, end: start + name.length });
      const industries = industriesIn(said);
      return [{ ...plain, name, source, area, bounds, industries, parent: about.regions.at(-1) ?? null }];
    });
  });
}

/** What is said of a park ends with its sentence or the semicolon after it. */
const stopOf = (text: string, start: number): number => {
  const stop = /[。；]/u.exec(text.slice(start));
  return stop === null ? text.length : start + stop.index;
};

function textMentions(draft: Draft, declared: readonly ParkMention[]): ParkMention[] {
  const listed = projectItems(draft).filter(({ kind }) => kind === 'list' || kind === 'row');
  const spans = [
    ...declared.map(({ source }) => source),
    ...listed.map(({ prose, span }) => spanOf(prose, span.start, span.end)),
  ];
  const taken = overlapping(spans);
  const words = new Map<string, boolean>();
  const isKnown = (own: string): boolean => {
    const known = words.get(own) ?? draft.document.text.split(own).length > 3;
    words.set(own, known);
    return known;
  };
  return statementsOf(draft.document).flatMap(({ prose }) =>
    mentionedParks(prose.text, isKnown)
      .map((span) => ({
        ...plain,
        name: prose.text.slice(span.start, span.end),
        source: sourceAt(draft.document, prose, span),
        declared: false,
      }))
      .filter(({ name, source }) => !taken(source) && isNear(name, draft)),
  );
}

/** Whether a span overlaps one of many, which are sorted once. */
function overlapping(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return ({ start, end }) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as Span).end <= start) low = middle + 1;
      else high = middle;
    }
    return low < sorted.length && (sorted[low] as Span).start < end;
  };
}

/** A park of another province is an example to learn from, not one of the document's. */
function isNear(name: string, { about }: Draft): boolean {
  const length = regionStartingAt(name, 0);
  const home = regionsNamed(about.regions[0] ?? '')[0];
  if (length === 0 || home === undefined) return true;
  const place = name.slice(0, length);
  const regions = regionsNamed(place);
  // A short name alone (双河, 城北) may be any village; a full one or a province is meant.
  const meant = regions.filter((region) => region.name === place || region.level === 1);
  return meant.length === 0 || regions.some((region) => region.code.slice(0, 2) === home.code.slice(0, 2));
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
