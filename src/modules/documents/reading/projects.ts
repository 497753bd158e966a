import type { EnterpriseFact, ParkFact, ProjectFact } from '../extraction.ts';
import type { Draft } from './draft.ts';
import { organisationsIn, ownerLength } from './entities/organisations.ts';
import { sourceAt } from './entities/passages.ts';
import { figuresIn, type ProjectFigures } from './entities/project-figures.ts';
import { industryOf } from './entities/project-industry.ts';
import { type ProjectItem, projectItems } from './entities/project-items.ts';
import { regionStartingAt } from './entities/regions.ts';

/** The projects that the document names, each once, with owner, place, money, years and figures where it gives them. */
export function projectsOf(
  draft: Draft,
  parks: readonly ParkFact[],
  enterprises: readonly EnterpriseFact[],
): ProjectFact[] {
  const known = enterprises.flatMap(({ name, aliases }) => [name, ...aliases]).sort((a, b) => b.length - a.length);
  const firmOf = new Map(enterprises.flatMap(({ name, aliases }) => [name, ...aliases].map((each) => [each, name])));
  return merged(
    projectItems(draft).map((item) => factOf(draft, item, known, parks)),
    (owner) => firmOf.get(owner) ?? owner,
  );
}

function factOf(draft: Draft, item: ProjectItem, known: readonly string[], parks: readonly ParkFact[]): ProjectFact {
  const printed = spaceless(item.prose.text.slice(item.span.start, item.span.end));
  const [prefix, bareName] = ownerAndName(printed, item.kind, known);
  const owner = item.kind === 'firm' ? item.prose.text.slice(0, ownerLength(item.prose.text)) || null : prefix;
  const name = bareName.length < 5 ? bareName + item.head : bareName;
  const figures = together(item.details.map(({ prose, span }) => figuresIn(draft, prose, span)));
  const { fields } = item;
  const [start, finish] = (fields?.years ?? '').match(yearOrMonth) ?? [];
  return {
    name,
    owner: fields?.owner ?? item.owner ?? owner ?? figures.owner,
    location: fields?.location ?? figures.location ?? parkIn(printed, parks),
    industry: fields?.industry ?? industryOf(draft, item),
    investment: fields?.investment ?? figures.investment,
    start: dated(fields?.start) ?? dated(start) ?? figures.start,
    finish: dated(fields?.finish) ?? dated(finish) ?? figures.finish,
    quantities: [...(fields?.quantities ?? []), ...figures.quantities],
    status: fields?.status ?? item.status,
    list: item.list,
    source: sourceAt(draft.document, item.prose, item.span),
  };
}

const spaceless = (text: string): string =>
  text.replace(/(?<![\p{Script=Latin}])\s+|\s+(?![\p{Script=Latin}])/gu, '').replace(/[。；，]$/u, '');

/** “2022-2024” are two years, “2022.3-2024.12” two months. */
const yearOrMonth = /\d{4}(?:[年.\-/](?:0?[1-9]|1[0-2])(?!\d))?/gu;

/** “2023年5月” → 2023-05. */
function dated(text: string | null | undefined): string | null {
  const match = /(\d{4})(?:[年.\-/](0?[1-9]|1[0-2])(?!\d))?/u.exec(text ?? '');
  if (match === null) return null;
  return match[2] === undefined ? (match[1] as string) : `${match[1]}-${match[2].padStart(2, '0')}`;
}

/** In a list “甲有限公司乙” the name is 乙; where 项目名称 is printed the name is all of it. */
function ownerAndName(printed: string, kind: ProjectItem['kind'], known: readonly string[]): [string | null, string] {
  const firm = known.find((each) => printed.startsWith(each) && printed.length > each.length);
  const length = Math.max(ownerLength(printed), firm?.length ?? 0);
  if (length === 0 || length >= printed.length) return [null, printed];
  const owner = printed.slice(0, length);
  const formal = organisationsIn(owner).some(({ end }) => end === owner.length);
  const rest = printed.slice(length);
  const dropped = kind === 'list' || (formal && kind !== 'row' && kind !== 'box');
  return [owner, dropped && rest.length >= 2 && !/^[一二三四五六七八九十]期/u.test(rest) ? rest : printed];
}

const parkIn = (printed: string, parks: readonly ParkFact[]): string | null =>
  parks.find(({ name }) => printed.startsWith(name) && printed.length > name.length)?.name ?? null;

function together(all: readonly ProjectFigures[]): ProjectFigures {
  const first = <Key extends 'owner' | 'investment' | 'start' | 'finish' | 'location'>(key: Key): ProjectFigures[Key] =>
    all.find((figures) => figures[key] !== null)?.[key] ?? (null as ProjectFigures[Key]);
  return {
    owner: first('owner'),
    investment: first('investment'),
    start: first('start'),
    finish: first('finish'),
    location: first('location'),
    quantities: all.flatMap(({ quantities }) => quantities),
  };
}

const measure = /^(?:年产|年处理|年加工)?[\d.]+[万亿千]?(?:吨|千瓦|兆瓦|MW|立方米|平方米|台|套)/u;
const keyOf = (name: string): string => {
  const bare = name
    .replace(/[\s“”"（）()]/gu, '')
    .replace(/(?:建设)?(?:项目|工程)$/u, '')
    .replace(measure, '');
  const place = regionStartingAt(bare, 0);
  return bare.length - place >= 4 ? bare.slice(place) : bare;
};

/** The name without the firm before it, full or short. */
const workOf = ({ name, owner }: ProjectFact): string => {
  if (owner !== null && name.startsWith(owner)) return name.slice(owner.length);
  const length = ownerLength(name);
  return length < name.length ? name.slice(length) : name;
};

/** A project named again adds what was not known of it; its first place stays. */
function merged(facts: readonly ProjectFact[], firmOf: (owner: string) => string): ProjectFact[] {
  const found: ProjectFact[] = [];
  const byKey = new Map<string, number>();
  const byOwner = new Map<string, number[]>();
  for (const fact of facts) {
    const firm = fact.owner === null ? null : firmOf(fact.owner);
    const key = `${firm}|${keyOf(workOf(fact))}`;
    const own: number[] = firm === null ? [] : (byOwner.get(firm) ?? []);
    const before = byKey.get(key) ?? own.find((i) => sameWork(workOf(found[i] as ProjectFact), workOf(fact)));
    if (before !== undefined) {
      found[before] = joined(found[before] as ProjectFact, fact);
      continue;
    }
    byKey.set(key, found.length);
    if (firm !== null) {
      own.push(found.length);
      byOwner.set(firm, own);
    }
    found.push(fact);
  }
  return found;
}

const joined = (before: ProjectFact, again: ProjectFact): ProjectFact => ({
  ...again,
  ...stated(before),
  // A list leaves the owner out of the name; where the name is printed by itself it is whole.
  name: again.name.endsWith(before.name) ? again.name : before.name,
  quantities: [...before.quantities, ...again.quantities],
});

/** Two wordings of one owner's work: most pairs of characters agree, and every figure does. */
function sameWork(a: string, b: string): boolean {
  if (String(a.match(/\d+/gu)) !== String(b.match(/\d+/gu))) return false;
  const [left, right] = [pairsOf(keyOf(a)), pairsOf(keyOf(b))];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return (2 * shared) / (left.size + right.size || 1) >= 0.65;
}

const pairsOf = (text: string): Set<string> => new Set([...text].slice(1).map((char, i) => `${text[i]}${char}`));

const stated = (fact: ProjectFact): Partial<ProjectFact> =>
  Object.fromEntries(Object.entries(fact).filter(([, value]) => value !== null));
