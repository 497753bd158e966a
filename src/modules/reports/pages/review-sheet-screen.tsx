import { Failure } from '../../../web/error-boundary.tsx';
import { useParam, useSearchParams } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { submissionOperations } from '../submission-operations.ts';
import { ReviewSheet } from './sheet/review-sheet.tsx';

function Sheet({ reportId, cell }: { reportId: string; cell: string | undefined }) {
  const { data, error, refetch } = useOperation(submissionOperations['reports.show'], { reportId });
  if (!data && error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <ReviewSheet
      key={`${reportId} ${data.summary.revision}`}
      sheet={data}
      {...(cell !== undefined && { startsAt: String(cell) })}
    />
  );
}

/** One report that was sent, by its number; at a cell, if the address names one. */
export const ReviewSheetScreen = () => <Sheet reportId={useParam('reportId')} cell={useSearchParams().cell} />;

/** The same from a figure elsewhere: `?reportId=…&cell=…`. */
export function ShownSheetScreen() {
  const { reportId = '', cell } = useSearchParams();
  return <Sheet reportId={reportId} cell={cell} />;
}
