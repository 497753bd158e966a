import type { Check } from '../../../core/check.ts';
import type { Dossier } from '../dossier.ts';
import { annual } from './growth/annual.ts';
import { cumulative } from './growth/cumulative.ts';
import { doubling } from './growth/doubling.ts';
import { tableRate } from './growth/table-rate.ts';
import { yearOnYear } from './growth/year-on-year.ts';
import { emptySection } from './structure/empty-section.ts';
import { numbering } from './structure/numbering.ts';
import { blankCells } from './table/blank-cells.ts';
import { codeSum } from './table/code-sum.ts';
import { columnSum } from './table/column-sum.ts';
import { hundred } from './table/hundred.ts';
import { rowSum } from './table/row-sum.ts';
import { share } from './table/share.ts';
import { subtotal } from './table/subtotal.ts';
import { cutOff } from './text/cut-off.ts';
import { duplicate } from './text/duplicate.ts';
import { fragments } from './text/fragments.ts';
import { masked } from './text/masked.ts';
import { pageNumberInside } from './text/page-number-inside.ts';
import { remains } from './text/remains.ts';
import { typing } from './text/typing.ts';

/** Every rule, one file each, in the order of the list below. */
export const planRules: readonly Check<Dossier>[] = [
  annual,
  tableRate,
  yearOnYear,
  cumulative,
  doubling,
  columnSum,
  rowSum,
  subtotal,
  codeSum,
  share,
  hundred,
  blankCells,
  numbering,
  emptySection,
  duplicate,
  cutOff,
  typing,
  masked,
  pageNumberInside,
  fragments,
  remains,
];
