import regions from '../../regions/vocabulary/regions.json' with { type: 'json' };
import { shortName } from './entities/regions.ts';
import { wordList } from './entities/words.ts';
import { numeralStart } from './numerals.ts';

/** Names of regions from their first numeral on: 七台河, 五大连池市, 三台县; two characters alone (三台) may count things. */
function load(): string[] {
  const names: string[] = [];
  const add = (name: string) => {
    const at = [...name].findIndex((each) => numeralStart[each.charCodeAt(0)] === 2);
    const rest = name.slice(at);
    if (at < 0 || rest.length < 3) return;
    names.push(rest);
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

const places = wordList(load());

/** Where the name of a region that holds a numeral ends, if one begins here; `at` otherwise. */
export const numberedPlaceEnd = (text: string, at: number): number => at + places.startingAt(text, at);
