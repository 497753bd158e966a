import { numeralOf } from './docx-numerals.ts';
import { isOn } from './docx-styles.ts';
import type { Limits } from './limits.ts';
import { walkXml } from './xml.ts';

interface Level {
  start: number;
  format: string;
  /** “第%1章”, “%1.%2”. */
  text: string;
  /** Legal style: counters of all levels in Arabic digits. */
  isLegal: boolean;
  /** The level after which this one begins anew; null for the one above, 0 for never. */
  restart: number | null;
  style: string | null;
}

interface List {
  levels: Map<number, Level>;
  /** A list that borrows the levels of a numbering style. */
  link: string | null;
  styleOf: string | null;
}

interface Num {
  list: string;
  starts: Map<number, number>;
  levels: Map<number, Level>;
}

const newLevel = (): Level => ({ start: 1, format: 'decimal', text: '', isLegal: false, restart: null, style: null });

function parseNumbering(name: string, xml: string, limits: Limits) {
  const lists = new Map<string, List>();
  const nums = new Map<string, Num>();
  let list: List | null = null;
  let num: Num | null = null;
  let level: Level | null = null;
  let override = 0;
  walkXml(name, xml, limits, {
    open(tag, attributes) {
      const value = attributes.val ?? '';
      if (tag === 'abstractNum') {
        list = { levels: new Map(), link: null, styleOf: null };
        lists.set(attributes.abstractNumId ?? '', list);
      } else if (tag === 'num') {
        num = { list: '', starts: new Map(), levels: new Map() };
        nums.set(attributes.numId ?? '', num);
      } else if (tag === 'abstractNumId' && num !== null) num.list = value;
      else if (tag === 'numStyleLink' && list !== null) list.link = value;
      else if (tag === 'styleLink' && list !== null) list.styleOf = value;
      else if (tag === 'lvlOverride') override = Number(attributes.ilvl ?? 0);
      else if (tag === 'startOverride') num?.starts.set(override, Number(value));
      else if (tag === 'lvl') {
        level = newLevel();
        (num ?? list)?.levels.set(Number(attributes.ilvl ?? 0), level);
      } else if (level === null) return;
      else if (tag === 'start') level.start = Number(value);
      else if (tag === 'numFmt') level.format = attributes.format ?? value;
      else if (tag === 'lvlText') level.text = value;
      else if (tag === 'isLgl') level.isLegal = isOn(attributes);
      else if (tag === 'lvlRestart') level.restart = Number(value);
      else if (tag === 'pStyle') level.style = value;
    },
    close(tag) {
      if (tag === 'abstractNum') list = null;
      else if (tag === 'num') num = null;
      else if (tag === 'lvl') level = null;
    },
  });
  return { lists, nums };
}

export interface Numbering {
  /** Counts one paragraph on and gives its printed number; '' if the list prints none. */
  next(num: string, level: number | null, style: string | null): string;
}

/** Restores the numbers that word processors print but do not store: 一、（一） 1. 1.1. */
export function numberingOf(name: string, xml: string | null, limits: Limits): Numbering {
  const { lists, nums } =
    xml === null ? { lists: new Map<string, List>(), nums: new Map<string, Num>() } : parseNumbering(name, xml, limits);
  const counters = new Map<List, Map<number, number>>();
  const started = new Set<string>();

  function levelsOf(num: Num): { list: List; levels: Map<number, Level> } | null {
    const own = lists.get(num.list);
    if (own === undefined) return null;
    const list = own.link === null ? own : ([...lists.values()].find(({ styleOf }) => styleOf === own.link) ?? own);
    return { list, levels: new Map([...list.levels, ...num.levels]) };
  }

  function counterOf(list: List): Map<number, number> {
    const counter = counters.get(list) ?? new Map<number, number>();
    counters.set(list, counter);
    return counter;
  }

  function count(list: List, levels: Map<number, Level>, at: number): Map<number, number> {
    const counter = counterOf(list);
    counter.set(at, (counter.get(at) ?? (levels.get(at)?.start ?? 1) - 1) + 1);
    for (const deeper of [...counter.keys()].filter((level) => level > at)) {
      const restart = levels.get(deeper)?.restart ?? null;
      if (restart === null || (restart > 0 && at < restart)) counter.delete(deeper);
    }
    return counter;
  }

  return {
    next(id, wanted, style) {
      const num = nums.get(id);
      const found = num === undefined ? null : levelsOf(num);
      if (num === undefined || found === null) return '';
      const { list, levels } = found;
      const linked = [...levels].find(([, level]) => style !== null && level.style === style)?.[0];
      const at = wanted ?? linked ?? 0;
      const level = levels.get(at);
      if (level === undefined) return '';
      const override = num.starts.get(at);
      const first = `${id}/${at}`;
      if (override !== undefined && !started.has(first)) counterOf(list).set(at, override - 1);
      started.add(first);
      const counter = count(list, levels, at);
      if (level.format === 'bullet') return '• ';
      const label = level.text.replace(/%([1-9])/g, (_, place: string) => {
        const part = levels.get(Number(place) - 1);
        const n = counter.get(Number(place) - 1) ?? part?.start ?? 1;
        return numeralOf(level.isLegal ? 'decimal' : (part?.format ?? 'decimal'), n);
      });
      return /[\dA-Za-z章节条篇]$/.test(label) ? `${label} ` : label;
    },
  };
}
