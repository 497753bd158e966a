import type { Decimal } from 'decimal.js';
import { isMissing } from '../../core/missing.ts';
import { convert, units } from '../../core/quantity.ts';
import { indicatorById } from '../indicators/catalog/index.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { Industry, maySpeakFor } from '../indicators/observation.ts';
import type { SubmittedFigure } from '../indicators/submission-operations.ts';
import { parentOf } from '../people/unit.ts';
import { type Form, isAsked } from './form.ts';
import type { KnownRow } from './known.ts';
import { type Address, type Cell, type Content, cellsOf, type Figures, type Report } from './report.ts';
import { shownText, type TypedCells } from './typed.ts';

/** The unit that a report speaks of: a department reports for the government it belongs to. */
export function subjectUnit(unitPath: string): string {
  const above = parentOf(unitPath);
  return above !== null && maySpeakFor(unitPath, above) ? above : unitPath;
}

/** The indicator that a cell gives a figure of. Ratios follow from their parts, and what a register knows is not reported. */
export function observedIndicator({ field }: Pick<Cell, 'field'>): Indicator | null {
  const indicator = indicatorById.get(field.indicator ?? '');
  if (indicator === undefined || field.kind === 'text' || field.given) return null;
  return indicator.aggregation === 'ratio' && field.scenario === 'actual' ? null : indicator;
}

/** Where the figure of a cell is kept; null for words, ratios and what a register knows. */
export function placeOf(cell: Cell, unitPath: string) {
  const indicator = observedIndicator(cell);
  if (indicator === null) return null;
  const { list, row, field } = cell;
  return {
    indicator,
    subjectKind: list === null ? ('unit' as const) : list.subject,
    subjectId: row === null ? subjectUnit(unitPath) : (row as KnownRow).id,
    accumulation: field.accumulation,
    scenario: field.scenario,
  };
}

function inBase(value: Decimal, unit: string, base: string): string {
  const [from, to] = [units.parse(unit), units.parse(base)];
  const converted = from === null || to === null ? null : convert({ value, unit: from }, to);
  if (converted === null) throw new Error(`${unit} does not convert to ${base}`);
  return converted.value.toFixed();
}

const industryOf = (row: KnownRow | null): string | null => {
  const { success, data } = Industry.safeParse(row?.industry);
  return success ? data : null;
};

function figureOf(cell: Cell, content: Content | undefined, typed: string | undefined, unitPath: string) {
  const place = placeOf(cell, unitPath);
  if (place === null || content === undefined || typeof content === 'string') return null;
  const { indicator, ...key } = place;
  const figure: SubmittedFigure = {
    ...key,
    cell: cell.address,
    industry: industryOf(cell.row as KnownRow | null),
    indicatorId: indicator.id,
    value: isMissing(content) ? null : inBase(content, cell.field.unit, indicator.base),
    missing: isMissing(content) ? content.missing : null,
    typed: typed ?? shownText(content),
    typedUnit: cell.field.unit,
  };
  return figure;
}

export interface Observed {
  readonly form: Form;
  readonly unitPath: string;
  readonly rows: Report['rows'];
  readonly typed: TypedCells;
  /** All of them, computed ones included. */
  readonly figures: Figures;
  /** Given by another report: they are figures already. */
  readonly fixed: ReadonlySet<Address>;
}

/** The figures that a report gives: those asked and those computed. Where two cells mean one figure, the asked one is it. */
export function figuresToObserve({ form, unitPath, rows, typed, figures, fixed }: Observed): SubmittedFigure[] {
  const cells = cellsOf(form, rows).toSorted((a, b) => Number(isAsked(b.field)) - Number(isAsked(a.field)));
  const seen = new Set<string>();
  return cells.flatMap((cell) => {
    if (fixed.has(cell.address)) return [];
    const figure = figureOf(cell, figures.get(cell.address), typed[cell.address], unitPath);
    if (figure === null) return [];
    const key = [figure.subjectKind, figure.subjectId, figure.indicatorId, figure.accumulation, figure.scenario].join();
    if (seen.has(key)) return [];
    seen.add(key);
    return [figure];
  });
}
