import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Address } from '../../report.ts';
import { checkSheet, type Filled, fillSheet, surroundingsOf, type Verdict } from '../../sheet-figures.ts';
import type { ReportSheet } from '../../submission-operations.ts';

type Cells = Readonly<Record<Address, string>>;

/** A pause in typing after which the sheet is checked, in milliseconds. */
const pause = 200;
/** Above this the sums may lag behind a fast typist; what is typed never does. */
const manyRows = 500;

/** The figures of a sheet at once, and what is wrong with them after a pause. */
export function useVerdict(sheet: ReportSheet, typed: Cells, explanations: Cells) {
  const beside = useMemo(() => surroundingsOf(sheet), [sheet]);
  const later = useDeferredValue(typed);
  const count = Object.values(sheet.rows).reduce((sum, rows) => sum + rows.length, 0);
  const now = count > manyRows ? later : typed;
  const filled = useMemo(() => fillSheet(sheet, now, beside), [sheet, now, beside]);
  const check = (of: Filled): Verdict => checkSheet(sheet, of, explanations, beside);
  const [verdict, setVerdict] = useState(() => check(filled));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the check is made of these
  useEffect(() => {
    const timer = setTimeout(() => setVerdict(check(filled)), pause);
    return () => clearTimeout(timer);
  }, [filled, explanations]);
  return { beside, filled, filledFrom: now, verdict };
}
