import { useMemo } from 'react';
import { Failure } from '../../../web/error-boundary.tsx';
import { useSearchParams } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { submissionOperations } from '../submission-operations.ts';
import { FillSheet } from './sheet/fill-sheet.tsx';
import type { Place } from './sheet/use-sheet-edit.ts';

/** The sheet of one form, unit and period, as the address says. */
export function FillScreen() {
  const { form = '', unit, period } = useSearchParams();
  const place: Place = useMemo(
    () => ({
      formId: form,
      ...(unit !== undefined && { unitPath: String(unit) }),
      // A year in an address is read as a number.
      ...(period !== undefined && { period: String(period) }),
    }),
    [form, unit, period],
  );
  const { data, error, refetch } = useOperation(submissionOperations['reports.open'], place);
  if (!data && error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  return <FillSheet key={JSON.stringify(place)} sheet={data} place={place} />;
}
