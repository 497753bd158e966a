import type { TableBlock } from '../../../../core/document.ts';
import type { IndicatorKind } from '../../extraction.ts';
import words from '../../vocabulary/table-words.json' with { type: 'json' };
import { type CellFigure, isNothing } from './cell-figure.ts';
import type { Column } from './columns.ts';
import { bracketUnit, isUnit } from './heads.ts';
import type { Label } from './label.ts';

const counts = [...words.countUnits].sort((a, b) => b.ending.length - a.ending.length);

/** A count has its own unit, whatever the table says of its sums of money. */
const countUnit = (name: string): string | null => counts.find(({ ending }) => name.endsWith(ending))?.unit ?? null;

/** From the cell, the row, the column's head, then what is said of the whole table. */
export function unitOfFigure(
  figure: CellFigure,
  label: Label,
  inUnitColumn: string | null,
  { meaning }: Column,
  table: TableBlock,
  kind: IndicatorKind,
): string {
  if (figure.unit !== '') return figure.unit;
  // A total in brackets among growth rates adds up the row's own unit.
  const rowUnit = label.unit ?? inUnitColumn?.replace(/\s+/g, '') ?? '';
  if (figure.bracketed && meaning.measure === 'growth_rate' && !isNothing(rowUnit) && isUnit(rowUnit)) return rowUnit;
  if (kind === 'growth_rate' || (kind === 'share' && meaning.unit === null))
    return meaning.unit === '个百分点' ? meaning.unit : '%';
  if (meaning.unit !== null) return meaning.unit;
  if (label.unit !== null) return label.unit;
  const column = inUnitColumn?.replace(/\s+/g, '') ?? '';
  // A column of units may name one that nobody has heard of.
  if (!isNothing(column) && column.length <= 12) return column;
  return (
    countUnit(meaning.name) ??
    (meaning.name === '' ? countUnit(label.name) : null) ??
    tableUnit(table, meaning.name || label.name)
  );
}

const isMoney = /(?:资金|投资|产值|收入|税收|税金|利税|利润|增加值|总额|金额|资产|营收|支出|预算)$/;

const isRatio = /(?:[率比]|比例|比重|占比|强度|增[速幅长])$/;

type Sort = 'ratio' | 'money' | 'count';
const sortOfUnit = (unit: string): Sort => (/^[%％‰]$/.test(unit) ? 'ratio' : /元$/.test(unit) ? 'money' : 'count');
const sortOfName = (name: string): Sort => (isMoney.test(name) ? 'money' : isRatio.test(name) ? 'ratio' : 'count');

/** “单位：个、亿元、%” gives several: money to sums, % to rates, counts to what is counted, else the first. */
function tableUnit({ unit, title }: TableBlock, name: string): string {
  const said = unit ?? bracketUnit(title ?? '').unit ?? '';
  const all = said.split(/[、，,;；]/).map((each) => each.replace(/\s+/g, ''));
  if (all.length < 2) return all[0] ?? '';
  const sort = sortOfName(name);
  return all.find((each) => sortOfUnit(each) === sort) ?? all[0] ?? '';
}
