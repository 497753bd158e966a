import { Decimal } from 'decimal.js';
import shipped from './vocabulary/units.json' with { type: 'json' };

/** A unit made comparable: what it measures, and how many base units it is, as an exact fraction. */
export interface Unit {
  readonly name: string;
  /** “CNY”, “area”, “CNY/area”, “tce/CNY”: two units convert when these are equal. */
  readonly dimension: string;
  readonly above: Decimal;
  readonly below: Decimal;
}

export interface Amount {
  readonly value: Decimal;
  readonly unit: Unit;
}

/** 四舍五入, 四舍六入五成双 (GB/T 8170), 只舍不入, 只入不舍. */
export const roundings = {
  'half-up': Decimal.ROUND_HALF_UP,
  'half-even': Decimal.ROUND_HALF_EVEN,
  down: Decimal.ROUND_DOWN,
  up: Decimal.ROUND_UP,
} as const;
export type Rounding = keyof typeof roundings;

/** A unit as an office writes it: 1 name = factor × unit. */
export interface OwnUnit {
  readonly name: string;
  readonly factor: string;
  readonly unit: string;
}

export interface Units {
  /** Reads a whole unit, compound or not: “万元/亩”, “吨标准煤/万元”, “元/平方米·年”; null if a part is unknown. */
  readonly parse: (unit: string) => Unit | null;
  /** Where the longest simple unit that starts at `at` ends, prefixes 十百千万亿 included; `at` if none does. */
  readonly endOfUnit: (text: string, at: number) => number;
  /** Whether a name is a measure word (个, 家, 座): its number counts things. */
  readonly isMeasureWord: (unit: string) => boolean;
}

interface Simple {
  readonly dimension: string;
  readonly above: Decimal;
  readonly below: Decimal;
  readonly measure: boolean;
}

// Factors multiply without loss; twenty digits, the usual, would round 万亿元 against 亩.
const Exact = Decimal.clone({ precision: 80 });
const one = new Exact(1);
const isLetter = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

function fraction(text: string): { above: Decimal; below: Decimal } {
  const [above = '1', below = '1'] = text.split('/');
  return { above: new Exact(above), below: new Exact(below) };
}

function shippedUnits(): Map<string, Simple> {
  const simple = new Map<string, Simple>();
  for (const { names, dimension, factor, ...rest } of shipped.units) {
    const measure = 'measure' in rest && rest.measure === true;
    for (const name of names) simple.set(name, { dimension, ...fraction(factor), measure });
  }
  // However a document mixes its capitals (KWH, Mw), but never against a spelling of the table.
  for (const [name, unit] of [...simple]) if (!simple.has(name.toLowerCase())) simple.set(name.toLowerCase(), unit);
  return simple;
}

const prefixes = new Map(Object.entries(shipped.prefixes).map(([name, factor]) => [name, new Exact(factor)]));

const narrow = (unit: string) => unit.normalize('NFKC').replace(/\s+/g, '');

/** The unit with its prefixes: the longest known tail decides, so that 千瓦 is not a thousand of something. */
function simpleUnit(simple: ReadonlyMap<string, Simple>, name: string): Simple | null {
  let factor = one;
  for (let at = 0; ; at++) {
    const rest = name.slice(at);
    const known = simple.get(rest) ?? simple.get(rest.toLowerCase());
    // A bare prefix (“万”) is a count of that many; nothing at all after a slash is not a unit.
    if (known !== undefined) return { ...known, above: known.above.times(factor) };
    const prefix = prefixes.get(name.charAt(at));
    if (prefix === undefined) return null;
    factor = factor.times(prefix);
  }
}

function compound(simple: ReadonlyMap<string, Simple>, name: string): Unit | null {
  const narrowed = narrow(name);
  const text = simple.has(narrowed) ? narrowed : narrowed.replace(/[()]/g, '').replaceAll('每', '/');
  const [top = '', ...bottoms] = text.split('/');
  const above = simpleUnit(simple, top);
  if (above === null) return null;
  const below = bottoms.flatMap((part) => part.split(/[·•*]/)).map((part) => simpleUnit(simple, part));
  if (below.includes(null)) return null;
  const bottom = below as Simple[];
  return {
    name,
    dimension: [above.dimension, ...bottom.map(({ dimension }) => dimension).sort()].join('/'),
    above: bottom.reduce((product, each) => product.times(each.below), above.above),
    below: bottom.reduce((product, each) => product.times(each.above), above.below),
  };
}

/** Names by their first character, longest first, so that 万元 is tried after 万元人民币. */
function byFirstCharacter(names: Iterable<string>): Map<number, string[]> {
  const index = new Map<number, string[]>();
  for (const name of names) {
    if (name === '' || name === '无量纲') continue;
    const code = name.toLowerCase().charCodeAt(0);
    index.set(code, [...(index.get(code) ?? []), name]);
  }
  for (const list of index.values()) list.sort((a, b) => b.length - a.length);
  return index;
}

const mostRemembered = 5000;

/** Units recur in every sentence; a table of odd words must not fill the memory of a server. */
function remembered<T>(find: (unit: string) => T): (unit: string) => T {
  const known = new Map<string, T>();
  return (unit) => {
    if (known.has(unit)) return known.get(unit) as T;
    const found = find(unit);
    if (known.size < mostRemembered) known.set(unit, found);
    return found;
  };
}

/** The shipped units with an office's own added; its own word wins over a shipped one. */
export function unitsWith(own: readonly OwnUnit[] = []): Units {
  const simple = shippedUnits();
  for (const { name, factor, unit } of own) {
    const base = simpleUnit(simple, narrow(unit));
    const of = fraction(factor);
    if (base !== null && name !== '') {
      simple.set(name, { ...base, above: base.above.times(of.above), below: base.below.times(of.below) });
    }
  }
  const index = byFirstCharacter(simple.keys());
  const begins = new Uint8Array(0x10000);
  for (const code of [...index.keys(), ...[...prefixes.keys()].map((prefix) => prefix.charCodeAt(0))]) begins[code] = 1;
  const parse = remembered((unit) => compound(simple, unit));
  const isMeasureWord = remembered((unit) => simpleUnit(simple, narrow(unit))?.measure ?? false);

  const nameEnd = (text: string, at: number): number => {
    const code = text.charCodeAt(at);
    const latin = isLetter(code);
    const first = latin ? code | 32 : code;
    if (begins[first] !== 1) return at;
    for (const name of index.get(first) ?? []) {
      const end = at + name.length;
      // One letter keeps its case (5G is no weight); longer ones come as KV and Mw too.
      const here =
        text.startsWith(name, at) || (latin && name.length > 1 && text.slice(at, end).toLowerCase() === name);
      if (!here) continue;
      // A Latin unit ends where the word does: 5G is no weight, 3t/h is.
      if (isLetter(name.charCodeAt(name.length - 1)) && isLetter(text.charCodeAt(end))) continue;
      return end;
    }
    return at;
  };

  const endOfUnit = (text: string, at: number): number => {
    for (let start = at; ; start++) {
      const end = nameEnd(text, start);
      if (end > start) return end;
      if (!prefixes.has(text.charAt(start))) return at;
    }
  };

  return { parse, endOfUnit, isMeasureWord };
}

export const units = unitsWith();

export const sameDimension = (a: Unit, b: Unit): boolean => a.dimension === b.dimension;

/** The amount in another unit; null between dimensions (亩 and 元, 元 and 美元). */
export function convert({ value, unit }: Amount, to: Unit): Amount | null {
  if (!sameDimension(unit, to)) return null;
  const exact = new Exact(value).times(unit.above).times(to.below).div(unit.below.times(to.above));
  return { value: new Decimal(exact), unit: to };
}

/** In base units of its dimension: 元, m², kg, W, J. */
export const inBase = ({ value, unit }: Amount): Decimal =>
  new Decimal(new Exact(value).times(unit.above).div(unit.below));

/** Negative, zero or positive as a is less than, equal to or more than b; null between dimensions. */
export function compareAmounts(a: Amount, b: Amount): number | null {
  if (!sameDimension(a.unit, b.unit)) return null;
  const left = new Exact(a.value).times(a.unit.above).times(b.unit.below);
  return left.comparedTo(new Exact(b.value).times(b.unit.above).times(a.unit.below));
}

export const round = (value: Decimal, digits: number, rounding: Rounding = 'half-up'): Decimal =>
  value.toDecimalPlaces(digits, roundings[rounding]);

/** “1,234.50 亿元”: digits grouped by threes, unit as written. */
export function formatAmount({ value, unit }: Amount, digits?: number, rounding: Rounding = 'half-up'): string {
  const plain = digits === undefined ? value.toFixed() : value.toFixed(digits, roundings[rounding]);
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(.*)$/.exec(plain) ?? [];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const space = unit.name === '' || /^[%‰℃°]/.test(unit.name) ? '' : ' ';
  return `${sign}${grouped}${rest}${space}${unit.name}`;
}

/** A value and a unit as text, or null where the unit is unknown. */
export function amountOf(value: string | number | Decimal, unit: string, table: Units = units): Amount | null {
  const parsed = table.parse(unit);
  return parsed === null ? null : { value: new Decimal(value), unit: parsed };
}
