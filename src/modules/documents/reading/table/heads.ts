import { units } from '../../../../core/quantity.ts';
import words from '../../vocabulary/table-words.json' with { type: 'json' };
import { narrow } from '../numerals.ts';
import { type Now, periodsIn } from '../periods.ts';

/** What the words over a column, or before a row, say about its figures. */
export interface Meaning {
  /** The indicator, without period, unit and filling words; '' when they name none. */
  readonly name: string;
  readonly period: string | null;
  readonly unit: string | null;
  /** Growth or share of a whole, when the words themselves say so. */
  readonly measure: 'growth_rate' | 'share' | 'cumulative' | null;
  readonly state: 'now' | 'planned' | null;
  /** The word for growth as printed, to name the indicator with. */
  readonly growth: string | null;
}

const byLength = (list: readonly string[]): string => [...list].sort((a, b) => b.length - a.length).join('|');
const growth = new RegExp(`(?:${byLength(words.growth)})(?:率|速度|幅度)?`);
const pureGrowth = new RegExp(
  `^(?:“?十[一二三四五]五”?(?:期间|时期)?)?(?:比.*)?(?:${byLength(words.growth)})(?:率|速度|幅度|目标)?$`,
);
const share = /占.*(?:比例|比重|份额|％|%)|占比|比重|所占|^比例$|^占/;
const cumulative = /累计/;
const now = new RegExp(byLength(words.statusNow));
const planned = new RegExp(byLength(words.statusPlanned));
/** 实际利用外资 and 规划面积 are names of what is measured and say nothing of its time. */
const standing = new RegExp(byLength(words.standing), 'g');
const settled = /(?:达产|投产|建成|达效)后/;
const filling = new RegExp(`^(?:${byLength(words.fillings)})+$`);
const heading = new RegExp(`(?:${byLength(words.collectiveEndings)})$`);

const years = /((?:19|20)\d{2})\s*年?\s*[-—–~～至到]+\s*((?:19|20)\d{2})\s*(?:年(?:度|末|底)?)?/;
const year = /((?:19|20)\d{2})\s*(?:年(?:度|末|底)?)?/g;

/** A unit in brackets: “（亿元）”, “[%]”, “（单位：个）”. */
export function bracketUnit(text: string): { text: string; unit: string | null } {
  let unit: string | null = null;
  const rest = text.replace(
    /[（([【]\s*(?:单位\s*[:：])?\s*([^（()）[\]【】]{1,16})\s*[）)\]】]/g,
    (all, inside: string) => {
      if (/^(?:19|20)\d{2}/.test(inside) || !isUnit(inside)) return all;
      unit = inside.replace(/\s+/g, '');
      return '';
    },
  );
  return { text: rest, unit };
}

export const isUnit = (text: string): boolean => units.parse(text.replace(/\s+/g, '')) !== null;

interface Dated {
  readonly text: string;
  readonly period: string | null;
}

/** Takes the period out of a head; two years in a growth are its ends. */
function dated(text: string, at: Now): Dated {
  const span = years.exec(text);
  if (span !== null) return { text: text.replace(span[0], ''), period: `${span[1]}/${span[2]}` };
  const { periods } = periodsIn(text, at);
  const plan = periods.find(({ period }) => period.includes('/') || period.length > 4);
  if (plan !== undefined) return { text: text.slice(0, plan.start) + text.slice(plan.end), period: plan.period };
  const all = [...text.matchAll(year)].map((found) => found[1] as string).sort();
  if (all.length === 0) return { text, period: null };
  const isGrowth = growth.test(text) && all.length === 2;
  return { text: text.replace(year, ''), period: isGrowth ? `${all[0]}/${all[1]}` : (all.at(-1) as string) };
}

const tidy = (text: string): string =>
  text
    .replace(/[（(［[【]\s*[^（()）\]］】]{0,12}[）)］\]】]/g, '')
    .replace(/[\s“”"：:、，,;；?？*※]+/g, '')
    .replace(/^(?:的|之|比较)|[的之]$/g, '');

/** Reads one head or the heads of a column from top to bottom, which “/” parts. */
export function meaningOf(path: string, at: Now): Meaning {
  const parts = splitPath(narrow(path)).map((part) => partMeaning(part, at));
  const last = parts.at(-1);
  const find = <Key extends keyof Meaning>(key: Key) => parts.findLast((part) => part[key] !== null)?.[key] ?? null;
  const names = parts.map(({ name }, i) => (i < parts.length - 1 ? name.replace(heading, '') : name));
  const isSettled = settled.test(path);
  // “重点发展园区/2011年销售收入”: with a year of its own a column is not planned because its parent is.
  const timed = parts.findLast((part) => part.period !== null);
  return {
    name: names.filter((name, i) => name !== '' && name !== names[i - 1]).join(''),
    period: isSettled ? (last?.period ?? null) : (find('period') as string | null),
    unit: find('unit') as string | null,
    measure: find('measure') as Meaning['measure'],
    state: isSettled
      ? 'planned'
      : (last?.state ?? (timed === undefined ? (find('state') as Meaning['state']) : timed.state)),
    growth: find('growth') as string | null,
  };
}

/** “/” joins heads, but also stands in units: “税收（万元/亩）” is one. */
function splitPath(path: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < path.length; i += 1) {
    const each = path[i] as string;
    if ('（([【'.includes(each)) depth += 1;
    else if ('）)]】'.includes(each)) depth = Math.max(0, depth - 1);
    else if (each === '/' && depth === 0) {
      parts.push(path.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, path.slice(from)].filter((part) => part.trim() !== '');
}

const stateOf = (part: string): Meaning['state'] => (planned.test(part) ? 'planned' : now.test(part) ? 'now' : null);

function partMeaning(part: string, at: Now): Meaning {
  const { text: withoutUnit, unit } = bracketUnit(part);
  const { text, period } = dated(withoutUnit, at);
  const plain = tidy(text);
  const isGrowth = pureGrowth.test(plain);
  const named = isGrowth ? '' : plain;
  const isShare = !isGrowth && share.test(plain);
  const word = growth.exec(plain)?.[0] ?? null;
  return {
    name: withoutFilling(named),
    period,
    unit:
      isUnit(plain) && unit === null && plain !== '' && plain.length <= 6 && !/[个人户家项]/.test(plain) ? plain : unit,
    measure: isGrowth ? 'growth_rate' : isShare ? 'share' : cumulative.test(part) && !word ? 'cumulative' : null,
    state: stateOf(part.replace(standing, '')),
    growth: isGrowth ? word : null,
  };
}

/** 目标值, 现状, 规划数 name no indicator; 计划投资 does. */
function withoutFilling(name: string): string {
  if (filling.test(name) || isBareUnit(name)) return '';
  return name;
}

const isBareUnit = (name: string): boolean => name !== '' && isUnit(name) && !/^[个人户家项]/.test(name);
