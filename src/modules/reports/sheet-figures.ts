import { Decimal } from 'decimal.js';
import { isMissing, missingReasons } from '../../core/missing.ts';
import type { Label } from '../../core/text.ts';
import { type CellFinding, checkReport, stillMissing } from './check-report.ts';
import { type Field, type Form, isAsked } from './form.ts';
import { type Address, type Content, cellsOf, completed, type Figures, figureAt, type ListRow } from './report.ts';
import { readTypedCells, type TypedCells, type TypedReading } from './typed.ts';

type Rows = Readonly<Record<string, readonly ListRow[]>>;

/** A sheet shows computed cells as well as those asked for. */
const readSheet = (form: Form, rows: Rows, cells: TypedCells): TypedReading =>
  readTypedCells(form, rows, cells, () => true);

/** What the page knows of a report; `ReportSheet` has it. */
export interface SheetSource {
  readonly form: Form;
  readonly summary: { readonly period: string };
  readonly rows: Rows;
  readonly known: TypedCells;
  readonly lastPeriod: TypedCells;
  readonly lastYear: TypedCells;
  readonly others: Readonly<Record<string, TypedCells>>;
  readonly lineage: readonly { readonly address: Address; readonly isFixed: boolean }[];
}

/** Cells that were given elsewhere and are changed only there. */
export const fixedCells = ({ lineage }: Pick<SheetSource, 'lineage'>): ReadonlySet<Address> =>
  new Set(lineage.flatMap(({ address, isFixed }) => (isFixed ? [address] : [])));

/** Figures of other periods and forms: they do not change while one types. */
export interface Surroundings {
  readonly lastPeriod: Figures;
  readonly lastYear: Figures;
  readonly others: ReadonlyMap<string, Figures>;
}

/** Plain numbers of forms that are not open here, so their fields are not known. */
const plainFigures = (cells: TypedCells): Figures =>
  new Map(
    Object.entries(cells).map(([address, text]): [Address, Content] => [
      address,
      /^-?\d+(\.\d+)?$/.test(text) ? new Decimal(text) : text,
    ]),
  );

export const surroundingsOf = ({ form, rows, lastPeriod, lastYear, others }: SheetSource): Surroundings => ({
  lastPeriod: readSheet(form, rows, lastPeriod).figures,
  lastYear: readSheet(form, rows, lastYear).figures,
  others: new Map(Object.entries(others).map(([form, cells]) => [form, plainFigures(cells)])),
});

export interface Filled {
  /** Every figure: typed, known from elsewhere, given and computed. */
  readonly figures: Figures;
  readonly typed: TypedReading;
}

/** The figures of a sheet with what has been typed on it. */
export function fillSheet(source: SheetSource, typed: TypedCells, { lastPeriod }: Surroundings): Filled {
  const { form, rows, summary, known } = source;
  const fixed = fixedCells(source);
  const own = Object.entries(typed).filter(([address]) => !fixed.has(address));
  const reading = readSheet(form, rows, { ...known, ...Object.fromEntries(own) });
  return {
    figures: completed(form, { period: summary.period, rows, figures: reading.figures }, lastPeriod),
    // Whoever types sees at once how a cell was understood: that needs no remark.
    typed: { ...reading, findings: reading.findings.filter(({ severity }) => severity !== 'advice') },
  };
}

export interface Verdict {
  readonly findings: readonly CellFinding[];
  readonly missing: readonly Address[];
}

/** 审核 of a sheet as it stands: everything wrong with it, and what is still to fill. */
export function checkSheet(
  { form, rows, summary }: SheetSource,
  { typed }: Filled,
  explanations: TypedCells,
  beside: Surroundings,
): Verdict {
  const report = { period: summary.period, rows, figures: typed.figures };
  const { unread } = typed;
  const checked = checkReport(form, report, { ...beside, explanations: new Map(Object.entries(explanations)) });
  return {
    findings: [
      ...typed.findings,
      ...checked.filter(({ rule, cell }) => !(rule === 'report/missing' && unread.has(cell))),
    ],
    missing: stillMissing(form, report).filter((address) => !unread.has(address)),
  };
}

/** Whether a figure needs words beside it: it moved further than its limit, or has been explained. */
export const isExplainable = ({ rule }: CellFinding): boolean => rule === 'report/jump' || rule === 'report/unit-slip';

const group = (digits: string): string => {
  const [whole = '', part] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
};

/** A figure as it is read on the page: with separators of thousands and a true minus; words and holes as words. */
export function shownContent(content: Content | undefined, field: Field): Label {
  const same = (text: string): Label => ({ zh: text, en: text });
  if (content === undefined) return same('');
  if (typeof content === 'string') return same(content);
  if (isMissing(content)) return content.missing === 'not-reported' ? same('') : missingReasons[content.missing];
  const decimals = Math.max(content.decimalPlaces(), field.derived === undefined ? 0 : field.decimals);
  return same(`${content.isNegative() && !content.isZero() ? '−' : ''}${group(content.abs().toFixed(decimals))}`);
}

/** 环比、同比. How far a figure moved from an earlier one, in per cent; null where that says nothing. */
export function changeOf(figures: Figures, earlier: Figures, address: Address): Decimal | null {
  const [now, before] = [figureAt(figures, address), figureAt(earlier, address)];
  if (isMissing(now) || isMissing(before) || before.isZero()) return null;
  return now.minus(before).times(100).div(before.abs());
}

export const shownChange = (change: Decimal): string =>
  `${change.isNegative() ? '−' : '+'}${change.abs().toFixed(change.abs().gte(1000) ? 0 : 1)}%`;

/** The figures that moved further than so many per cent since the last period, the furthest first. */
export const biggestChanges = (
  { form, rows }: Pick<SheetSource, 'form' | 'rows'>,
  { figures }: Filled,
  { lastPeriod }: Surroundings,
  limit: number,
): readonly { readonly address: Address; readonly change: Decimal }[] =>
  cellsOf(form, rows)
    .flatMap(({ address, field }) => {
      const change = isAsked(field) ? changeOf(figures, lastPeriod, address) : null;
      return change?.abs().gt(limit) ? [{ address, change }] : [];
    })
    .sort((a, b) => b.change.abs().cmp(a.change.abs()));
