import { isMissing, type Value } from '../../core/missing.ts';
import type { Figure } from './figures.ts';
import { type Indicator, shownIn } from './indicator.ts';
import type { Shown } from './operations.ts';

/** A value in the unit and with the decimals of its indicator, or the reason of a hole. */
export const shown = (indicator: Indicator, value: Value): Shown =>
  isMissing(value)
    ? { value: null, missing: value.missing, because: [...(value.because ?? [])] }
    : { value: shownIn(indicator, value), missing: null, because: [] };

/** A share as exact text: 0.125 is 12.5 %. */
export const share = (value: Value): Shown =>
  isMissing(value)
    ? { value: null, missing: value.missing, because: [...(value.because ?? [])] }
    : { value: value.toDecimalPlaces(6).toFixed(), missing: null, because: [] };

export const shownFigure = (indicator: Indicator, figure: Figure) => ({
  single: shown(indicator, figure.single),
  cumulative: shown(indicator, figure.cumulative),
  plan: shown(indicator, figure.plan),
  yearOnYear: share(figure.yearOnYear),
  onPrevious: share(figure.onPrevious),
  completion: share(figure.completion),
  ahead: share(figure.ahead),
});
