import regions from '../vocabulary/regions.json' with { type: 'json' };
import { shortName } from './entities/regions.ts';
import { numeralStart } from './numerals.ts';

/** Names of regions from their first numeral on: 七台河, 五大连池市, 三台县; two characters alone (三台) may count things. */
function load(): Map<string, string[]> {
  const names = new Map<string, string[]>();
  const add = (name: string) => {
    const at = [...name].findIndex((each) => numeralStart[each.charCodeAt(0)] === 2);
    const rest = name.slice(at);
    if (at < 0 || rest.length < 3) return;
    names.set(rest.charAt(0), [...(names.get(rest.charAt(0)) ?? []), rest]);
  };
  for (const { name, prefectures } of Object.values(regions.provinces)) {
    add(name);
    for (const [prefecture = '', counties = ''] of Object.values(prefectures as Record<string, string[]>)) {
      for (const each of [prefecture, ...counties.split(' ').map((county) => county.slice(2))]) {
        add(each);
        add(shortName(each));
      }
    }
  }
  return names;
}

const names = load();

/** Where the name of a region that holds a numeral ends, if one begins here; `at` otherwise. */
export function numberedPlaceEnd(text: string, at: number): number {
  const name = names.get(text.charAt(at))?.find((each) => text.startsWith(each, at));
  return name === undefined ? at : at + name.length;
}
