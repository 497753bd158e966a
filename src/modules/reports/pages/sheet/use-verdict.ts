import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Address } from '../../report.ts';
import { checkSheet, type Filled, fillSheet, surroundingsOf, type Verdict } from '../../sheet-figures.ts';
import type { ReportSheet } from '../../submission-operations.ts';

type Cells = Readonly<Record<Address, string>>;

/** A pause in typing after which the sheet is checked, in milliseconds. */
const pause = 200;

/** The figures of a sheet at once, and what is wrong with them after a pause. */
export function useVerdict(sheet: ReportSheet, typed: Cells, explanations: Cells) {
  const beside = useMemo(() => surroundingsOf(sheet), [sheet]);
  const now = useDeferredValue(typed);
  const filled = useMemo(() => fillSheet(sheet, now, beside), [sheet, now, beside]);
  const check = (of: Filled): Verdict => checkSheet(sheet, of, explanations, beside);
  const [verdict, setVerdict] = useState(() => check(filled));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the check is made of these
  useEffect(() => {
    const timer = setTimeout(() => setVerdict(check(filled)), pause);
    return () => clearTimeout(timer);
  }, [filled, explanations]);
  /** The verdict on what stands there this moment: a decision must not wait for a pause. */
  const checkNow = (): Verdict => check(fillSheet(sheet, typed, beside));
  return { beside, filled, verdict, checkNow };
}
