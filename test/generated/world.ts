/** What is true in an invented zone; everything that a plan says about it agrees until an error is planted. */
import type { Dice } from './random.ts';
import { containments, entangled, type Measure, measures } from './words/indicators.ts';
import { brands, type Trade, trades } from './words/industries.ts';
import {
  directions,
  firstSyllables,
  landmarks,
  lastSyllables,
  parkNouns,
  provinces,
  roadNames,
  townSyllables,
  zoneKinds,
} from './words/places.ts';

export interface Target {
  readonly measure: Measure;
  /** As printed. */
  readonly base: string;
  readonly goal: string;
  /** Yearly growth in %, from the printed figures; null for shares. */
  readonly growth: string | null;
  /** Gain over the whole plan, for shares. */
  readonly gain: string | null;
}

export interface Firm {
  readonly name: string;
  readonly short: string;
  readonly trade: Trade;
}

export interface Park {
  readonly name: string;
  readonly town: string;
  readonly trade: Trade;
  /** km² with two decimals. */
  readonly area: string;
  readonly bounds: Readonly<Record<'E' | 'S' | 'W' | 'N', string>>;
}

export interface Undertaking {
  readonly name: string;
  readonly firm: Firm;
  readonly product: string;
  readonly capacity: string;
  readonly unit: string;
  readonly investment: string;
  readonly start: number;
  readonly finish: number;
  readonly park: Park;
}

export interface Revenue {
  readonly base: number;
  readonly goal: number;
}

export interface World {
  readonly revenues: ReadonlyMap<Trade, Revenue>;
  readonly province: string;
  readonly city: string;
  /** The county-level unit that owns the zone; the city itself for a city's zone. */
  readonly county: string;
  /** 县, 市 or 区: the prefix that offices carry. */
  readonly tier: '县' | '市' | '区';
  readonly zone: string;
  readonly zoneShort: string;
  readonly level: string | null;
  readonly base: number;
  readonly start: number;
  readonly end: number;
  /** “十四五”, or null for a plan with another span. */
  readonly five: string | null;
  readonly issued: { readonly year: number; readonly month: number; readonly day: number };
  readonly issuer: string;
  readonly documentNumber: string;
  readonly trades: readonly Trade[];
  readonly firms: readonly Firm[];
  readonly parks: readonly Park[];
  readonly projects: readonly Undertaking[];
  readonly targets: readonly Target[];
}

/** A share proper, “占比” or “比重”; a rate such as 绿化覆盖率 is a figure like any other. */
export const isShare = ({ name }: Measure): boolean => /占|比重|比例/.test(name);

export const years = ({ start, end }: Pick<World, 'start' | 'end'>): number => end - start + 1;

/** Rounds a random size to what a plan would print. */
export function printed(value: number, digits: number): string {
  return value.toFixed(digits);
}
const roundish = (value: number): number => {
  const step = value >= 1000 ? 50 : value >= 200 ? 10 : value >= 40 ? 5 : 1;
  return Math.max(step, Math.round(value / step) * step);
};

export function yearlyGrowth(base: number, goal: number, span: number): number {
  return ((goal / base) ** (1 / span) - 1) * 100;
}

export function aim(dice: Dice, measure: Measure, span: number): Target {
  const low = dice.between(measure.low, measure.high);
  const base = printed(low, measure.digits);
  const rise = dice.between(...measure.rise);
  if (measure.share) {
    const goal = printed(Math.min(Number(base) + rise, 100), measure.digits);
    return { measure, base, goal, growth: null, gain: printed(Number(goal) - Number(base), measure.digits) };
  }
  const exact = Number(base) * (1 + rise / 100) ** span;
  const falling = rise < 0;
  const goal = falling || measure.digits > 1 ? printed(exact, measure.digits) : printed(roundish(exact), 0);
  if (goal === base || (!falling && Number(goal) <= Number(base))) return aim(dice, measure, span);
  return { measure, base, goal, growth: printed(yearlyGrowth(Number(base), Number(goal), span), 1), gain: null };
}

function fiveYears(dice: Dice): Pick<World, 'base' | 'start' | 'end' | 'five'> {
  const plans = [
    ['十二五', 2011],
    ['十三五', 2016],
    ['十四五', 2021],
    ['十四五', 2021],
    ['十五五', 2026],
  ] as const;
  if (dice.chance(0.75)) {
    const [five, start] = dice.pick(plans);
    return { base: start - 1, start, end: start + 4, five };
  }
  const start = dice.int(2012, 2025);
  return { base: start - 1, start, end: start + dice.pick([2, 2, 4, 9]), five: null };
}

function placeName(dice: Dice, used: Set<string>): string {
  const name = dice.pick(firstSyllables) + dice.pick(lastSyllables);
  if (used.has(name) || name[0] === name[1]) return placeName(dice, used);
  used.add(name);
  return name;
}

function makeFirms(dice: Dice, county: string, chosen: readonly Trade[]): Firm[] {
  const names = dice.some(brands, chosen.length * 3 + 2);
  return chosen.flatMap((trade, i) =>
    names.slice(i * 3, i * 3 + dice.int(2, 3)).map((brand): Firm => {
      const short = brand + trade.firm;
      const place = dice.pick([county, county, '', `${county}市`]);
      const tail = dice.pick(['有限公司', '有限责任公司', '股份有限公司', '科技有限公司', '集团有限公司']);
      return { name: place + short + tail, short, trade };
    }),
  );
}

function makeParks(dice: Dice, county: string, zone: string, chosen: readonly Trade[]): Park[] {
  const count = dice.int(2, 4);
  const heads = dice.some(directions, count);
  const towns = dice.some(townSyllables, count);
  const styles = dice.int(0, 2);
  return heads.map((head, i) => {
    const trade = chosen[i % chosen.length] as Trade;
    const [e, s, w, n] = dice.some([...roadNames, ...landmarks], 4) as [string, string, string, string];
    const noun = trade.short.endsWith('物流')
      ? '园'
      : dice.pick(parkNouns.filter((each) => !trade.short.includes(each.slice(0, 2))));
    const name =
      styles === 0 ? `${head}工业集中区` : styles === 1 ? `${towns[i]}${trade.short}${noun}` : `${trade.short}${noun}`;
    return {
      name: name === zone ? `${county}${name}` : name,
      town: `${towns[i]}镇`,
      trade,
      area: printed(dice.between(0.6, 12), 2),
      bounds: { E: e, S: s, W: w, N: n },
    };
  });
}

function makeProjects(dice: Dice, firms: readonly Firm[], parks: readonly Park[], start: number, end: number) {
  return firms.map((firm): Undertaking => {
    const [product, unit, low, high] = dice.pick(firm.trade.products);
    const raw = dice.between(low, high);
    const capacity =
      high > 100 ? String(Math.max(10, Math.round(raw / 50) * 50)) : String(Math.max(1, Math.round(raw)));
    const from = dice.int(start, end - 1);
    const kind = dice.pick(['项目', '建设项目', '生产线项目', '扩建项目', '生产基地项目']);
    const owner = dice.chance(0.7) ? firm.short : '';
    const name = dice.chance(0.6)
      ? `${owner}年产${capacity}${unit}${product}${kind}`
      : `${firm.short}${product}${kind}`;
    return {
      name,
      firm,
      product,
      capacity,
      unit,
      investment: dice.chance(0.5) ? printed(dice.between(0.5, 30), 1) : String(dice.int(1, 40)),
      start: from,
      finish: Math.min(end, from + dice.int(1, 2)),
      park: dice.pick(parks),
    };
  });
}

/** Leaves out what would contradict the rest, as statistics never would. */
function agreeing(targets: readonly Target[], totalArea: number): Target[] {
  const named = new Map(targets.map((each) => [each.measure.name, each]));
  for (const [kept, dropped] of entangled) if (named.has(kept)) named.delete(dropped);
  for (const [part, whole, share] of containments) {
    const [a, b] = [named.get(part), named.get(whole)];
    if (a && b && (Number(a.base) > share * Number(b.base) || Number(a.goal) > share * Number(b.goal)))
      named.delete(part);
  }
  const built = named.get('建成区面积');
  if (built && Number(built.goal) > 0.9 * totalArea) named.delete('建成区面积');
  return [...named.values()];
}

/** What the trades sell, in whole 亿元; together less than the zone as a whole where that is stated. */
function makeRevenues(dice: Dice, chosen: readonly Trade[], targets: readonly Target[]): Map<Trade, Revenue> {
  const wholes = targets.filter(
    ({ measure }) => !measure.share && /工业总产值|工业营业收入|销售产值|主导产业产值/.test(measure.name),
  );
  const room = Math.min(...wholes.map(({ base }) => Number(base)), 1200) * 0.8;
  const roomAtEnd = Math.min(...wholes.map(({ goal }) => Number(goal)), 2000) * 0.8;
  return new Map(
    chosen.map((trade) => {
      const base = Math.max(2, Math.round((room / chosen.length) * dice.between(0.5, 0.95)));
      const goal = Math.round(
        Math.min(base * dice.between(1.4, 2), (roomAtEnd / chosen.length) * dice.between(0.85, 0.98)),
      );
      return [trade, { base, goal: Math.max(goal, base + 1) }];
    }),
  );
}

export function createWorld(dice: Dice): World {
  const used = new Set<string>();
  const time = fiveYears(dice);
  const city = `${placeName(dice, used)}市`;
  const tier = dice.pick(['县', '县', '市', '区'] as const);
  const own = placeName(dice, used);
  const ofCity = tier === '市' && dice.chance(0.4);
  const county = ofCity ? city : `${own}${tier}`;
  const bare = county.slice(0, -1);
  const kind = dice.pick(zoneKinds);
  const zone = `${bare}${kind.suffix}`;
  const chosen = dice.some(trades, dice.int(3, 6));
  const firms = makeFirms(dice, bare, chosen);
  const parks = makeParks(dice, bare, zone, chosen);
  const span = time.end - time.start + 1;
  const issuedYear = time.start + (dice.chance(0.6) ? 0 : 1);
  const issuer = dice.pick([`${county}人民政府`, `${county}人民政府办公室`, `${zone}管理委员会`]);
  const prefix = bare[0] as string;
  const totalArea = parks.reduce((sum, { area }) => sum + Number(area), 0);
  const drawn = dice.some(measures, dice.int(18, 32)).map((measure) => aim(dice, measure, span));
  const targets = agreeing(drawn, totalArea);
  return {
    province: dice.pick(provinces),
    city,
    county,
    tier,
    zone,
    zoneShort: kind.short,
    level: kind.level,
    ...time,
    issued: { year: issuedYear, month: dice.int(1, 11), day: dice.int(1, 28) },
    issuer,
    documentNumber: `${prefix}${dice.pick(['政发', '政办发', '政办字', '开管发'])}〔${issuedYear}〕${dice.int(1, 60)}号`,
    trades: chosen,
    firms,
    parks,
    projects: makeProjects(dice, firms, parks, time.start, time.end),
    targets,
    revenues: makeRevenues(dice, chosen, targets),
  };
}
