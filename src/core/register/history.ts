import type { Day } from '../day.ts';
import { Problem } from '../problem.ts';
import type { Known, Version } from './register.ts';

export const holdsOn = ({ validFrom, validTo }: Pick<Version, 'validFrom' | 'validTo'>, day: Day): boolean =>
  validFrom <= day && (validTo === null || day < validTo);

export const versionOn = (versions: readonly Version[], day: Day): Version | undefined =>
  versions.find((version) => holdsOn(version, day));

const refused = (name: string, zh: string, en: string) => new Problem('record-history', { name, reason: zh, why: en });

/**
 * The history with another state from a day on. A state that began that very day is put right instead of followed,
 * and one that is known to come later keeps its day.
 */
export function withVersion(
  versions: readonly Version[],
  next: Pick<Version, 'data' | 'reason' | 'at' | 'by'>,
  from: Day,
): Version[] {
  const current = versionOn(versions, from);
  if (current === undefined) {
    const [first] = versions;
    const name = first?.data.name ?? next.data.name;
    throw first !== undefined && from < first.validFrom
      ? refused(name, `${from} 早于设立日期 ${first.validFrom}`, `${from} is before it began on ${first.validFrom}`)
      : refused(name, `${from} 时已不存在`, `it no longer existed on ${from}`);
  }
  const { validTo } = current;
  if (current.validFrom === from)
    return versions.map((version) => (version === current ? { ...next, validFrom: from, validTo } : version));
  return versions.flatMap((version) =>
    version === current
      ? [
          { ...version, validTo: from },
          { ...next, validFrom: from, validTo },
        ]
      : [version],
  );
}

/** The history closed on a day: what held until then stays as it was. */
export function closedOn(versions: readonly Version[], on: Day): Version[] {
  const last = versions.at(-1);
  const name = last?.data.name ?? '';
  if (last === undefined || last.validTo !== null)
    throw refused(name, '已经撤销、并入或拆分', 'it was ended, merged or split already');
  if (last.validFrom >= on)
    throw refused(name, `${last.validFrom} 起已有更新的记录`, `a later state is known from ${last.validFrom}`);
  return versions.map((version) => (version === last ? { ...version, validTo: on } : version));
}

/** Who answers for a record today: what was merged is met under the name of its successor. */
export function standingOf(known: ReadonlyMap<string, Known>, id: string, on: Day): Known | undefined {
  const passed = new Set<string>();
  let here = known.get(id);
  while (here !== undefined && here.endedOn !== null && here.endedOn <= on && here.mergedInto !== null) {
    if (passed.has(here.id)) return here;
    passed.add(here.id);
    here = known.get(here.mergedInto) ?? here;
    if (passed.has(here.id)) return here;
  }
  return here;
}
