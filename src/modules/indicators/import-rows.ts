import { units } from '../../core/quantity.ts';
import type { Label } from '../../core/text.ts';
import { isWithin } from '../people/unit.ts';
import { catalog } from './catalog/index.ts';
import { type Indicator, readTyped } from './indicator.ts';
import { Industry, maySpeakFor, type SubjectKindId, scenarios, subjectKinds } from './observation.ts';

/** Columns of an import file, by the words that may head them. */
const columns = {
  unitPath: ['单位', '单位路径', 'unit'],
  subjectKind: ['对象种类', 'subject kind'],
  subjectId: ['对象', 'subject'],
  industry: ['行业', 'industry'],
  indicator: ['指标', 'indicator'],
  period: ['期别', 'period'],
  accumulation: ['口径', '当期或累计', 'accumulation'],
  scenario: ['实际或计划', 'scenario'],
  value: ['数值', 'value'],
  typedUnit: ['计量单位', 'unit of measure'],
} as const;
type ColumnId = keyof typeof columns;
const required: readonly ColumnId[] = ['indicator', 'period', 'value'];

export const importColumns: Readonly<Record<ColumnId, readonly string[]>> = columns;

export const importRefusals = {
  indicator: { zh: '词典中没有这个指标', en: 'the dictionary has no such indicator' },
  derived: { zh: '该指标由分子、分母推算，不填写', en: 'this indicator is derived from its parts and is not typed' },
  period: {
    zh: '期别须写作 2026、2026-H1、2026-Q3 或 2026-09',
    en: 'a period is written 2026, 2026-H1, 2026-Q3 or 2026-09',
  },
  unit: { zh: '单位路径写法不对，或不在您的管辖范围内', en: 'no unit path, or one outside of your scope' },
  owner: { zh: '该单位没有登记为数据归属单位', en: 'no owner of data is registered for this unit' },
  subject: { zh: '对象与单位不符，或没有写明对象', en: 'the subject is missing or not of this unit' },
  accumulation: { zh: '口径须为当期或累计', en: 'single or cumulative is expected' },
  scenario: { zh: '须为实际或计划', en: 'actual or plan is expected' },
  industry: { zh: '行业代码不符合 GB/T 4754', en: 'no code of GB/T 4754' },
  number: {
    zh: '数值不是数；缺数请写“未报送”等原因',
    en: 'not a number; of a hole give the reason, such as “not-reported”',
  },
  empty: { zh: '没有数值；缺数请写“未报送”等原因', en: 'no value; of a hole give the reason, such as “not-reported”' },
  measure: { zh: '计量单位与指标不符', en: 'this unit does not measure the indicator' },
  repeated: { zh: '与本文件前面的一行重复', en: 'repeats an earlier row of this file' },
  held: {
    zh: '同一个数已由另一单位填报，没有改写；请与该单位核对由谁填报',
    en: 'another unit gave this figure, which was not replaced; agree with it on who gives it',
  },
  approved: { zh: '已审定，请用“更正”并写明理由', en: 'approved already; use a correction and say why' },
} as const satisfies Record<string, Label>;
export type ImportRefusal = keyof typeof importRefusals;

/** Which cell to look at for a refusal. */
export const columnOf: Readonly<Record<ImportRefusal, ColumnId>> = {
  indicator: 'indicator',
  derived: 'indicator',
  period: 'period',
  unit: 'unitPath',
  owner: 'unitPath',
  subject: 'subjectId',
  accumulation: 'accumulation',
  scenario: 'scenario',
  industry: 'industry',
  number: 'value',
  empty: 'value',
  measure: 'typedUnit',
  repeated: 'indicator',
  held: 'unitPath',
  approved: 'value',
};

export interface ImportCell {
  /** Number of the row in the file; the heading is the first. */
  readonly row: number;
  readonly tenantId: string;
  readonly unitPath: string;
  readonly subjectKind: SubjectKindId;
  readonly subjectId: string;
  readonly industry: string | null;
  readonly indicatorId: string;
  readonly period: string;
  readonly accumulation: 'single' | 'cumulative';
  readonly scenario: 'actual' | 'plan';
  /** As PostgreSQL reads a numeric: it may carry an exponent. */
  readonly value: string | null;
  readonly missing: string | null;
  readonly typed: string;
  readonly typedUnit: string;
}

const byName = new Map<string, Indicator>(
  catalog.flatMap((each) =>
    [each.id, each.label.zh, each.label.en, ...each.aliases].map((name): [string, Indicator] => [name, each]),
  ),
);
const worded = <T extends string>(labels: Record<T, Label>): ReadonlyMap<string, T> =>
  new Map(
    (Object.entries(labels) as [T, Label][]).flatMap(([id, { zh, en }]): [string, T][] => [
      [id, id],
      [zh, id],
      [en, id],
    ]),
  );
const kindByWord = worded(subjectKinds);
const scenarioByWord = worded(scenarios);
const accumulationByWord: ReadonlyMap<string, 'single' | 'cumulative'> = new Map([
  ['single', 'single'],
  ['当期', 'single'],
  ['当月', 'single'],
  ['cumulative', 'cumulative'],
  ['累计', 'cumulative'],
]);

const periodPattern = /^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/;
const pathPattern = /^[a-z0-9_]{1,40}(\.[a-z0-9_]{1,40})*$/;
const simpleNumber = /^-?\d{1,30}(\.\d{1,10})?$/;

/** Positions of the columns, or the names of those that are required and absent. */
export function readHeading(cells: readonly string[]): Partial<Record<ColumnId, number>> | readonly string[] {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const found: Partial<Record<ColumnId, number>> = {};
  for (const id of Object.keys(columns) as ColumnId[]) {
    const at = names.findIndex((name) => (columns[id] as readonly string[]).includes(name));
    if (at >= 0) found[id] = at;
  }
  const absent = required.filter((id) => found[id] === undefined).map((id) => columns[id][0]);
  return absent.length > 0 ? absent : found;
}

/** How many places the decimal point moves from one unit to another; null where that is no power of ten. */
function shiftBetween(from: string, to: string): number | null {
  if (from === to) return 0;
  const [a, b] = [units.parse(from), units.parse(to)];
  if (a === null || b === null || a.dimension !== b.dimension) return null;
  const text = a.above.times(b.below).div(a.below.times(b.above)).toExponential();
  return /^1e[+-]\d+$/.test(text) ? Number(text.slice(2)) : null;
}

interface Bounds {
  readonly scope: readonly string[];
  readonly ownUnit: string;
  /** The tenant that owns the rows of a unit; null where there is none. */
  readonly tenantOf: (unitPath: string) => string | null;
}

/** Reads row after row; what recurs (units, measures) is looked into once. */
export function importReader(
  heading: Partial<Record<ColumnId, number>>,
  { scope, ownUnit, tenantOf }: Bounds,
): (cells: readonly string[], row: number) => ImportCell | ImportRefusal {
  const seen = new Set<string>();
  const knownUnits = new Map<string, string | ImportRefusal>();
  const shifts = new Map<string, number | null>();
  const cellOf = (cells: readonly string[], id: ColumnId): string => {
    const at = heading[id];
    return at === undefined ? '' : (cells[at] ?? '').trim();
  };

  const tenantIn = (unitPath: string): string | ImportRefusal => {
    const known = knownUnits.get(unitPath);
    if (known !== undefined) return known;
    const found = pathPattern.test(unitPath) && isWithin(scope, unitPath) ? (tenantOf(unitPath) ?? 'owner') : 'unit';
    knownUnits.set(unitPath, found);
    return found;
  };

  const shiftOf = (unit: string, base: string): number | null => {
    const key = `${unit}\n${base}`;
    const known = shifts.get(key);
    if (known !== undefined) return known;
    const shift = shiftBetween(unit, base);
    shifts.set(key, shift);
    return shift;
  };

  const readValue = (indicator: Indicator, typed: string, unit: string) => {
    const shift = shiftOf(unit, indicator.base);
    if (shift !== null && simpleNumber.test(typed))
      return { value: shift === 0 ? typed : `${typed}e${shift}`, missing: null };
    const read = readTyped(indicator, typed, unit);
    if ('refused' in read) return read.refused === 'unit' ? ('measure' as const) : read.refused;
    return 'hole' in read
      ? { value: null, missing: read.hole as string }
      : { value: read.value.toFixed(), missing: null };
  };

  return (cells, row) => {
    const unitPath = cellOf(cells, 'unitPath') || ownUnit;
    const tenantId = tenantIn(unitPath);
    if (tenantId === 'unit' || tenantId === 'owner') return tenantId;
    const subjectKind = kindByWord.get(cellOf(cells, 'subjectKind') || 'unit');
    const subjectId = cellOf(cells, 'subjectId') || (subjectKind === 'unit' ? unitPath : '');
    if (subjectKind === undefined || subjectId === '') return 'subject';
    if (subjectKind === 'unit' && !maySpeakFor(unitPath, subjectId)) return 'subject';
    const industry = cellOf(cells, 'industry') || null;
    if (industry !== null && !Industry.safeParse(industry).success) return 'industry';
    const indicator = byName.get(cellOf(cells, 'indicator'));
    if (indicator === undefined) return 'indicator';
    const scenario = scenarioByWord.get(cellOf(cells, 'scenario') || 'actual');
    if (scenario === undefined) return 'scenario';
    if (indicator.aggregation === 'ratio' && scenario === 'actual') return 'derived';
    const period = cellOf(cells, 'period');
    if (!periodPattern.test(period)) return 'period';
    const accumulation = accumulationByWord.get(cellOf(cells, 'accumulation') || indicator.accumulation);
    if (accumulation === undefined) return 'accumulation';
    const typed = cellOf(cells, 'value');
    const typedUnit = cellOf(cells, 'typedUnit') || indicator.unit;
    const value = readValue(indicator, typed, typedUnit);
    if (typeof value === 'string') return value;
    const key = `${period}\n${subjectKind}\n${subjectId}\n${indicator.id}\n${accumulation}\n${scenario}`;
    if (seen.has(key)) return 'repeated';
    seen.add(key);
    const where = { row, tenantId, unitPath, subjectKind, subjectId, industry };
    return { ...where, indicatorId: indicator.id, period, accumulation, scenario, ...value, typed, typedUnit };
  };
}
