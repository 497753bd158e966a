import { Decimal } from 'decimal.js';
import type { Finding } from '../../core/check.ts';
import { isMissing, missingReasons, type Value } from '../../core/missing.ts';
import { convert, units } from '../../core/quantity.ts';
import { type Data, fillLabel, type Label } from '../../core/text.ts';
import { type Field, type Form, fieldOfTerm, formFields, isAsked, type Relation, timesOfTerm } from './form.ts';
import {
  type Address,
  addressIn,
  type Cell,
  cellsOf,
  completed,
  type Figures,
  figureAt,
  isHole,
  type ListRow,
  noFigures,
  type Report,
} from './report.ts';

/** A finding of the one check engine, with the cell it stands in instead of a sentence. */
export type CellFinding = Pick<Finding, 'rule' | 'severity' | 'message' | 'arithmetic'> & { readonly cell: Address };

export interface Beside {
  readonly lastPeriod?: Figures;
  readonly lastYear?: Figures;
  readonly explanations?: ReadonlyMap<Address, string>;
  /** 表间审核. Figures of other forms of the same unit and period, by form. */
  readonly others?: ReadonlyMap<string, Figures>;
}

const rules = {
  'report/missing': {
    severity: 'error',
    message: {
      zh: '请填写“{name}”；没有发生填 0，不适用填“—”',
      en: '“{name}” is not filled; type 0 if there was none, “—” if it does not apply',
    },
  },
  'report/hole': {
    severity: 'error',
    message: {
      zh: '“{name}”不能是“{reason}”，请填写数字；没有发生填 0',
      en: '“{name}” needs a figure, not “{reason}”',
    },
  },
  'report/kind': {
    severity: 'error',
    message: { zh: '“{name}”应填数字，不是“{text}”', en: '“{name}” takes a figure, not “{text}”' },
  },
  'report/decimals': {
    severity: 'error',
    message: {
      zh: '“{name}”最多保留 {decimals} 位小数，请改为 {rounded}',
      en: '“{name}” has at most {decimals} decimals; write {rounded}',
    },
  },
  'report/negative': {
    severity: 'error',
    message: { zh: '“{name}”不会是负数，请核对 {value}', en: '“{name}” is never negative; check {value}' },
  },
  'report/typed-derived': {
    severity: 'warning',
    message: {
      zh: '“{name}”由系统计算，填写的 {typed} 不采用，按 {value} 计',
      en: '“{name}” is computed; the typed {typed} is not used but {value}',
    },
  },
  'report/unit-slip': {
    severity: 'error',
    message: {
      zh: '“{name}”的 {value} 与以往的 {before} 相差约一万倍，本格单位是{unit}，请核对；确实如此请填写情况说明',
      en: '“{name}”: {value} is about ten thousand times off from {before}; the unit of this cell is {unit}; check it, or give the reason',
    },
  },
  'report/jump': {
    severity: 'error',
    message: {
      zh: '“{name}”比{when}变动 {change}%，超过 {limit}%，请填写情况说明',
      en: '“{name}” moved {change} % against {whenEn}, more than {limit} %; give the reason',
    },
  },
  'report/relation': {
    severity: 'error',
    message: {
      zh: '审核关系不成立：{left} 应{op} {right}',
      en: 'Not in agreement: {leftEn} should be {opEn} {rightEn}',
    },
  },
} as const satisfies Record<string, { severity: Finding['severity']; message: Label }>;

type RuleId = keyof typeof rules;

const found = (
  rule: RuleId,
  cell: Address,
  data: Data,
  { severity = rules[rule].severity, arithmetic = null }: Partial<Pick<Finding, 'severity' | 'arithmetic'>> = {},
): CellFinding => ({ rule, severity, message: fillLabel(rules[rule].message, data), arithmetic, cell });

const operators = {
  '=': { zh: '等于', en: 'equal to', holds: (gap: Decimal, tolerance: Decimal) => gap.abs().lte(tolerance) },
  '>=': { zh: '不小于', en: 'at least', holds: (gap: Decimal, tolerance: Decimal) => gap.gte(tolerance.neg()) },
  '<=': { zh: '不大于', en: 'at most', holds: (gap: Decimal, tolerance: Decimal) => gap.lte(tolerance) },
  '>': { zh: '大于', en: 'more than', holds: (gap: Decimal) => gap.gt(0) },
  '<': { zh: '小于', en: 'less than', holds: (gap: Decimal) => gap.lt(0) },
} as const;

function contentFindings({ address, field }: Cell, figures: Figures): CellFinding[] {
  const content = figures.get(address);
  const name = field.label.zh;
  if (content === undefined || content === '')
    return field.required ? [found('report/missing', address, { name })] : [];
  if (typeof content === 'string')
    return field.kind === 'number' ? [found('report/kind', address, { name, text: content })] : [];
  if (isMissing(content)) {
    const canBe = !field.required || content.missing === 'not-applicable' || content.missing === 'suppressed';
    return canBe ? [] : [found('report/hole', address, { name, reason: missingReasons[content.missing].zh })];
  }
  const findings: CellFinding[] = [];
  if (content.decimalPlaces() > field.decimals) {
    const rounded = content.toFixed(field.decimals, Decimal.ROUND_HALF_UP);
    findings.push(found('report/decimals', address, { name, decimals: field.decimals, rounded }));
  }
  if (content.isNegative() && !content.isZero() && !field.negative)
    findings.push(found('report/negative', address, { name, value: content.toFixed() }));
  return findings;
}

const earlier = {
  lastPeriod: { zh: '上期', en: 'the last period' },
  lastYear: { zh: '上年同期', en: 'a year ago' },
} as const;

/** A factor near 10⁴ is 万元 typed for 亿元, or the reverse; growth of that size does not occur. */
const isSlip = (now: Decimal, before: Decimal): boolean => {
  if (now.isZero() || before.isZero()) return false;
  const factor = now.div(before).abs();
  return (factor.gte(2000) && factor.lte(50000)) || (factor.lte('0.0005') && factor.gte('0.00002'));
};

function comparisonFindings({ address, field }: Cell, value: Decimal, beside: Beside): CellFinding[] {
  const findings: CellFinding[] = [];
  let isSlipSaid = false;
  for (const which of ['lastPeriod', 'lastYear'] as const) {
    const before = figureAt(beside[which] ?? noFigures, address);
    if (isMissing(before) || before.isZero()) continue;
    const name = field.label.zh;
    const isExplained = (beside.explanations?.get(address)?.trim() ?? '') !== '';
    if (!isSlipSaid && !isExplained && field.unit.endsWith('元') && isSlip(value, before)) {
      isSlipSaid = true;
      findings.push(
        found('report/unit-slip', address, {
          name,
          value: value.toFixed(),
          before: before.toFixed(),
          unit: field.unit,
        }),
      );
    }
    const limit = field.limits[which];
    const change = value.minus(before).times(100).div(before.abs());
    if (limit === undefined || change.abs().lte(limit) || isExplained) continue;
    const shown = change.toFixed(1);
    findings.push(
      found(
        'report/jump',
        address,
        { name, when: earlier[which].zh, whenEn: earlier[which].en, change: shown, limit },
        { arithmetic: `(${value.toFixed()} − ${before.toFixed()}) ÷ ${before.abs().toFixed()} = ${shown}%` },
      ),
    );
  }
  return findings;
}

type Term = Relation['left'][number];
interface Side {
  readonly sum: Decimal;
  readonly tolerance: Decimal;
  readonly zh: string;
  readonly en: string;
  readonly arithmetic: string;
}

interface Place {
  readonly form: Form;
  readonly fields: ReadonlyMap<string, Field>;
  readonly unit: string;
  readonly figures: (field: string) => Value | null;
}

function inUnit(value: Decimal, from: string, to: string): Decimal | null {
  const [source, target] = [units.parse(from), units.parse(to)];
  if (source === null || target === null) return null;
  return convert({ value, unit: source }, target)?.value ?? null;
}

/** A side of a relation in the unit of its first field; null while a figure is not there yet. */
function sideOf(terms: readonly Term[], { fields, unit, figures }: Place): Side | null {
  let sum = new Decimal(0);
  let tolerance = new Decimal(0);
  const names: { zh: string; en: string; arithmetic: string }[] = [];
  for (const term of terms) {
    const id = fieldOfTerm(term);
    const times = timesOfTerm(term);
    const field = fields.get(id.slice(id.indexOf(':') + 1));
    const value = figures(id);
    if (value === null || isMissing(value)) return null;
    const own = inUnit(value, field?.unit ?? unit, unit);
    const half = inUnit(
      new Decimal(5).times(new Decimal(10).pow(-(field?.decimals ?? 2) - 1)),
      field?.unit ?? unit,
      unit,
    );
    if (own === null || half === null) return null;
    sum = sum.plus(own.times(times));
    tolerance = tolerance.plus(half.times(Math.abs(times)));
    const factor = times === 1 ? '' : `${times} × `;
    const other = id.includes(':') ? `（${id.slice(0, id.indexOf(':'))}）` : '';
    names.push({
      zh: `${factor}${field?.label.zh ?? id}${other}`,
      en: `${factor}${field?.label.en ?? id}${other}`,
      arithmetic: `${factor}${own.toFixed()}`,
    });
  }
  const join = (key: 'zh' | 'en' | 'arithmetic') => names.map((name) => name[key]).join(' + ');
  return { sum, tolerance, zh: join('zh'), en: join('en'), arithmetic: join('arithmetic') };
}

const opposite = { '=': '≠', '>=': '<', '<=': '>', '>': '≤', '<': '≥' } as const;

function relationFinding(relation: Relation, address: Address, place: Place): CellFinding[] {
  const [left, right] = [sideOf(relation.left, place), sideOf(relation.right, place)];
  if (left === null || right === null) return [];
  // Single figures compare exactly; rounding of what is added or scaled may show in the last place.
  const isExact =
    relation.left.length === 1 &&
    relation.right.length === 1 &&
    [...relation.left, ...relation.right].every((term) => timesOfTerm(term) === 1);
  const tolerance = isExact ? new Decimal(0) : left.tolerance.plus(right.tolerance);
  const { zh, en, holds } = operators[relation.op];
  if (holds(left.sum.minus(right.sum), tolerance)) return [];
  const sign = opposite[relation.op];
  return [
    found(
      'report/relation',
      address,
      { left: left.zh, right: right.zh, leftEn: left.en, rightEn: right.en, op: zh, opEn: en },
      {
        severity: relation.severity,
        arithmetic: `${left.arithmetic} ${sign} ${right.arithmetic}（${place.unit}）`,
      },
    ),
  ];
}

function relationFindings(form: Form, report: Report, figures: Figures, beside: Beside): CellFinding[] {
  const own = new Map(formFields(form).map((field) => [field.id, field]));
  return form.relations.flatMap((relation) => {
    const list = form.lists.find(({ id }) => id === relation.list);
    const fields = list === undefined ? own : new Map(list.columns.map((column) => [column.id, column]));
    const first = fieldOfTerm(relation.left[0] as Term);
    const unit = fields.get(first)?.unit ?? '';
    const rows: readonly (ListRow | null)[] = list === undefined ? [null] : (report.rows[list.id] ?? []);
    return rows.flatMap((row) => {
      const addressOf = (id: string) => (list === undefined || row === null ? id : addressIn(list.id, row.key, id));
      const at = (id: string): Value | null => {
        const [otherForm, otherField] = id.split(':') as [string, string?];
        if (otherField === undefined) return figureAt(figures, addressOf(id));
        const other = beside.others?.get(otherForm);
        return other === undefined ? null : figureAt(other, otherField);
      };
      return relationFinding(relation, addressOf(first), { form, fields, unit, figures: at });
    });
  });
}

/** What somebody typed into a cell that is computed, where it differs from what comes out. */
function typedDerived({ address, field }: Cell, report: Report, figures: Figures): CellFinding[] {
  const typed = report.figures.get(address);
  const value = figureAt(figures, address);
  if (field.derived === undefined || isHole(typed) || isMissing(value)) return [];
  const given = typeof typed === 'string' ? typed : (typed as Decimal).toFixed();
  if (given === value.toFixed()) return [];
  return [found('report/typed-derived', address, { name: field.label.zh, typed: given, value: value.toFixed() })];
}

/** 审核. Everything wrong with a report, cell by cell in the order of the form. */
export function checkReport(form: Form, report: Report, beside: Beside = {}): CellFinding[] {
  const figures = completed(form, report, beside.lastPeriod);
  const relations = Map.groupBy(relationFindings(form, report, figures, beside), ({ cell }) => cell);
  return cellsOf(form, report.rows).flatMap((cell) => {
    const value = figureAt(figures, cell.address);
    return [
      ...(isAsked(cell.field) ? contentFindings(cell, figures) : typedDerived(cell, report, figures)),
      ...(isMissing(value) ? [] : comparisonFindings(cell, value, beside)),
      ...(relations.get(cell.address) ?? []),
    ];
  });
}

/** The cells that a person still has to fill before the form can be sent. */
export const stillMissing = (form: Form, report: Report): readonly Address[] =>
  cellsOf(form, report.rows)
    .filter(({ address, field }) => isAsked(field) && field.required && isHole(report.figures.get(address)))
    .map(({ address }) => address);
