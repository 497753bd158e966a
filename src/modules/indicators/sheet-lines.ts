import { importColumns } from './import-rows.ts';
import type { Indicator } from './indicator.ts';
import { accumulations, scenarios } from './observation.ts';

type Rows = readonly (readonly string[])[];

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const positionOf = (heading: readonly string[], column: keyof typeof importColumns): number => {
  const words = importColumns[column] ?? [];
  return heading.findIndex((cell) => words.includes(cell.trim().toLowerCase()));
};

/**
 * A sheet as the lines that an import takes, one for one, so that its row numbers stay those of the sheet. A row whose
 * value nobody filled becomes an empty line; a unit may stand by its name where only one bears it.
 */
export function linesOfSheet(rows: Rows, pathOf: (name: string) => string | null): { text: string; blank: number } {
  const [heading = [], ...body] = rows;
  const [unit, value] = [positionOf(heading, 'unitPath'), positionOf(heading, 'value')];
  let blank = 0;
  const lines = body.map((row) => {
    if (row.every((cell) => cell === '')) return '';
    if (value >= 0 && (row[value] ?? '').trim() === '') {
      blank++;
      return '';
    }
    return row.map((cell, i) => quoted(i === unit ? (pathOf(cell) ?? cell) : cell)).join(',');
  });
  return { text: [heading.map(quoted).join(','), ...lines].join('\n'), blank };
}

/** What is filled in: a row for each indicator that the unit gives, of the period and of the plan of its year. */
export function templateRows(unitName: string, period: string, indicators: readonly Indicator[]): Rows {
  const heading = (['unitPath', 'indicator', 'period', 'accumulation', 'scenario', 'value', 'typedUnit'] as const).map(
    (id) => importColumns[id][0] ?? id,
  );
  const typed = indicators.filter(({ aggregation }) => aggregation !== 'ratio');
  return [
    heading,
    ...typed.map(({ label, accumulation, unit }) => [
      unitName,
      label.zh,
      period,
      accumulations[accumulation].zh,
      scenarios.actual.zh,
      '',
      unit,
    ]),
  ];
}
