import type { ParkMention } from './park-mention.ts';
import { regionStartingAt, shortName } from './regions.ts';

export interface ParkGroup {
  readonly name: string;
  readonly aliases: string[];
  readonly all: ParkMention[];
}

/** 化工产业园, 化工园区, 化工园 → 化工; a wider place before the park's own place is dropped. */
export function parkCore(name: string): string {
  let core = name.replace(/[\s（）()]/gu, '');
  for (
    let place = regionStartingAt(core, 0);
    place > 0 && regionStartingAt(core, place) > 0;
    place = regionStartingAt(core, 0)
  )
    core = core.slice(place);
  const place = regionStartingAt(core, 0);
  if (place > 0 && core.length - place >= 4) core = shortName(core.slice(0, place)) + core.slice(place);
  const bare = core.replace(/(?:产业|工业)?(?:园区|园)$/u, '');
  const shorter = bare.length >= 2 ? bare : core.replace(/(?:园区|园)$/u, '');
  return (shorter.length >= 2 ? shorter : core)
    .replace(/高新技术(?:产业)?开发区$/u, '高新区')
    .replace(/(?:经济技术开发区|经济开发区|经开区)$/u, '开发区');
}

/**
 * Groups the mentions of one park. Running text adds a park of its own only if nothing declared ends in the same words
 * (利民开发区 for 云河利民开发区).
 */
export function sameParkNames(mentions: readonly ParkMention[]): ParkGroup[] {
  const groups: Group[] = [];
  const byCore = new Map<string, Group>();
  // Only names with the same end can be one park, so only those are compared.
  const byEnd = new Map<string, Set<Group>>();
  const remember = (group: Group, end: string): void => {
    const known = byEnd.get(end);
    if (known === undefined) byEnd.set(end, new Set([group]));
    else known.add(group);
  };
  const ordered = [...mentions].sort((a, b) => Number(b.declared) - Number(a.declared));
  for (const mention of ordered) {
    const core = parkCore(mention.name);
    const ends = [core.slice(-4), mention.name.slice(-4)];
    const alike = (): Group | undefined =>
      ends
        .flatMap((end) => [...(byEnd.get(end) ?? [])])
        .find((each) => endsAlike(each.core, core) || (!mention.declared && isTail(each.names, mention.name)));
    const group = byCore.get(core) ?? alike() ?? { core, names: [], all: [] };
    if (group.all.length === 0) groups.push(group);
    byCore.set(core, group);
    for (const end of ends) remember(group, end);
    group.all.push(mention);
    if (!group.names.includes(mention.name)) group.names.push(mention.name);
  }
  return groups
    .map(({ names, all }) => ({ name: names[0] as string, aliases: names.slice(1), all }))
    .sort((a, b) => (a.all[0] as ParkMention).source.start - (b.all[0] as ParkMention).source.start);
}

interface Group {
  readonly core: string;
  readonly names: string[];
  readonly all: ParkMention[];
}

const endsAlike = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.endsWith(short) && regionStartingAt(long, 0) === long.length - short.length;
};

/** A shorter mention inside the park's full name: 道东产业园区 for 云河物流带道东产业园区. */
const isTail = (names: readonly string[], name: string): boolean =>
  name.length >= 4 && names.some((each) => each.endsWith(name));
