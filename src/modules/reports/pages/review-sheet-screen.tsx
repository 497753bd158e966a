import { Failure } from '../../../web/error-boundary.tsx';
import { useParam } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { submissionOperations } from '../submission-operations.ts';
import { ReviewSheet } from './sheet/review-sheet.tsx';

/** One report that was sent, by its number. */
export function ReviewSheetScreen() {
  const reportId = useParam('reportId');
  const { data, error, refetch } = useOperation(submissionOperations['reports.show'], { reportId });
  if (!data && error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  return <ReviewSheet key={`${reportId} ${data.summary.revision}`} sheet={data} />;
}
