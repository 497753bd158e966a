import type { Check } from '../../../core/check.ts';
import type { Dossier } from '../dossier.ts';
import { identity } from './account/identity.ts';
import { margin } from './account/margin.ts';
import { profitTax } from './account/profit-tax.ts';
import { valueAdded } from './account/value-added.ts';
import { doubled } from './code/doubled.ts';
import { name } from './code/name.ts';
import { enumerated } from './count/enumerated.ts';
import { list } from './count/list.ts';
import { namely } from './count/namely.ts';
import { projects as countProjects } from './count/projects.ts';
import { respectively } from './count/respectively.ts';
import { undefinedTerm } from './count/undefined-term.ts';
import { lateIssue } from './date/late-issue.ts';
import { overdueTask } from './date/overdue-task.ts';
import { projectYears } from './date/project-years.ts';
import { staleForecast } from './date/stale-forecast.ts';
import { capacity } from './fact/capacity.ts';
import { industryPlace } from './fact/industry-place.ts';
import { madeOrRevised } from './fact/made-or-revised.ts';
import { overBudget } from './fact/over-budget.ts';
import { projectTwice } from './fact/project-twice.ts';
import { scope } from './fact/scope.ts';
import { twoPlaces } from './fact/two-places.ts';
import { twoValues } from './fact/two-values.ts';
import { zoneArea } from './fact/zone-area.ts';
import { annual } from './growth/annual.ts';
import { cumulative } from './growth/cumulative.ts';
import { doubling } from './growth/doubling.ts';
import { tableRate } from './growth/table-rate.ts';
import { yearOnYear } from './growth/year-on-year.ts';
import { confusable } from './name/confusable.ts';
import { documentWords } from './name/document-words.ts';
import { level } from './name/level.ts';
import { term } from './name/term.ts';
import { variants } from './name/variants.ts';
import { ofWhich } from './part/of-which.ts';
import { whole } from './part/whole.ts';
import { impliedArea } from './ratio/implied-area.ts';
import { overHundred } from './ratio/over-hundred.ts';
import { perArea } from './ratio/per-area.ts';
import { share as ratioShare } from './ratio/share.ts';
import { threshold } from './ratio/threshold.ts';
import { incentive } from './rule/incentive.ts';
import { noThreshold } from './rule/no-threshold.ts';
import { tier } from './rule/tier.ts';
import { tierGap } from './rule/tier-gap.ts';
import { emptySection } from './structure/empty-section.ts';
import { levels } from './structure/levels.ts';
import { missingAbout } from './structure/missing-about.ts';
import { numbering } from './structure/numbering.ts';
import { among } from './sum/among.ts';
import { areas } from './sum/areas.ts';
import { overall } from './sum/overall.ts';
import { parts } from './sum/parts.ts';
import { pointsSum } from './sum/points.ts';
import { projects } from './sum/projects.ts';
import { sections } from './sum/sections.ts';
import { shares } from './sum/shares.ts';
import { structure } from './sum/structure.ts';
import { subTargets } from './sum/sub-targets.ts';
import { years } from './sum/years.ts';
import { blankCells } from './table/blank-cells.ts';
import { codeSum } from './table/code-sum.ts';
import { columnSum } from './table/column-sum.ts';
import { hundred } from './table/hundred.ts';
import { points } from './table/points.ts';
import { rowSum } from './table/row-sum.ts';
import { share } from './table/share.ts';
import { subtotal } from './table/subtotal.ts';
import { below } from './target/below.ts';
import { noBaseline } from './target/no-baseline.ts';
import { noUnit } from './target/no-unit.ts';
import { outsidePeriod } from './target/outside-period.ts';
import { tableBelow } from './target/table-below.ts';
import { cutOff } from './text/cut-off.ts';
import { duplicate } from './text/duplicate.ts';
import { fragments } from './text/fragments.ts';
import { masked } from './text/masked.ts';
import { pageNumberInside } from './text/page-number-inside.ts';
import { remains } from './text/remains.ts';
import { typing } from './text/typing.ts';
import { wrongSubject } from './text/wrong-subject.ts';
import { amount } from './title/amount.ts';
import { energyAsPower } from './unit/energy-as-power.ts';
import { tableUnit } from './unit/table-unit.ts';

/** Every rule, one file each, in the order of the list below. */
export const planRules: readonly Check<Dossier>[] = [
  annual,
  cumulative,
  doubling,
  tableRate,
  yearOnYear,
  blankCells,
  codeSum,
  columnSum,
  hundred,
  points,
  rowSum,
  share,
  subtotal,
  among,
  areas,
  overall,
  parts,
  pointsSum,
  projects,
  sections,
  shares,
  structure,
  subTargets,
  years,
  below,
  noBaseline,
  noUnit,
  outsidePeriod,
  tableBelow,
  identity,
  margin,
  profitTax,
  valueAdded,
  ofWhich,
  whole,
  capacity,
  industryPlace,
  madeOrRevised,
  overBudget,
  projectTwice,
  scope,
  twoPlaces,
  twoValues,
  zoneArea,
  enumerated,
  list,
  namely,
  countProjects,
  respectively,
  undefinedTerm,
  amount,
  lateIssue,
  overdueTask,
  projectYears,
  staleForecast,
  impliedArea,
  overHundred,
  perArea,
  ratioShare,
  threshold,
  doubled,
  name,
  energyAsPower,
  tableUnit,
  incentive,
  noThreshold,
  tier,
  tierGap,
  confusable,
  documentWords,
  level,
  term,
  variants,
  cutOff,
  duplicate,
  fragments,
  masked,
  pageNumberInside,
  remains,
  typing,
  wrongSubject,
  emptySection,
  levels,
  missingAbout,
  numbering,
];
