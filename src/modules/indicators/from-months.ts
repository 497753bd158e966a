import { kindOfPeriod, type Period, periodsOfYear, yearOf } from '../../core/period.ts';
import { catalog } from './catalog/index.ts';

/** Flows that are followed since January; a stock, a rate or a count of the month alone is not added up over months. */
export const flows = catalog.filter(
  ({ aggregation, accumulation }) => aggregation === 'sum' && accumulation === 'cumulative',
);

/** The periods of a year of the same length, from its first; of a year itself there is nothing to add up. */
export const partsOfYear = (period: Period): readonly Period[] => {
  const kind = kindOfPeriod(period);
  return kind === 'year' ? [] : periodsOfYear(yearOf(period), kind);
};

/** How every sum of months says that it is one, in front of the first and the last of them. */
export const monthsFormula = '由各月相加';
/** The same of quarters and halves. */
export const partsFormula = '由各期相加';

/** “由各月相加：2026-01 至 2026-09”. */
export const formulaOf = (first: Period, last: Period): string =>
  `${kindOfPeriod(first) === 'month' ? monthsFormula : partsFormula}：${first} 至 ${last}`;
