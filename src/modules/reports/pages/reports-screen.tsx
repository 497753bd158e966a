import './sheet/sheet.css';
import { Segmented } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { reportOperations } from '../operations.ts';
import { submissionOperations } from '../submission-operations.ts';
import { BurdenTable } from './burden-table.tsx';
import { FormTable } from './form-table.tsx';
import { ProgressMatrix } from './progress-matrix.tsx';
import { ReportLink, ReportTable } from './report-table.tsx';
import { words } from './review-words.ts';

const catalogueLead: Label = {
  zh: '下载预填的模板，填好后在这里审核：每处问题都指明单元格和改法。审核不写入数据；要报送请在填报页上传。',
  en: 'Download the pre-filled template and check it here when filled: each mistake comes with its cell and the remedy. Checking writes nothing; to submit, upload it on the page of the report.',
};

const views = { progress: words.progress, forms: words.forms, burden: words.burden } satisfies Record<string, Label>;
type View = keyof typeof views;

/** What waits for the person who looks: reports to fill with their due days, and reports to review. */
function Waits() {
  const { say } = useLanguage();
  const mayWrite = useMay('report.write');
  const mayReview = useMay('report.review');
  const { data, error, refetch } = useOperation(submissionOperations['reports.list'], { only: 'mine', limit: 200 });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  const toFill = data.reports
    .filter(({ stage }) => stage === null || stage === 'draft' || stage === 'returned')
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const toReview = data.reports.filter(({ standsAt }) => standsAt !== null);
  return (
    <>
      {mayWrite && (
        <section aria-label={say(words.toFill)}>
          <h2>
            {say(words.toFill)}（{toFill.length}）
          </h2>
          {toFill.length === 0 ? (
            <p className="quiet">{say(words.nothingToFill)}</p>
          ) : (
            <ReportTable
              reports={toFill}
              empty=""
              action={(report) => <ReportLink report={report}>{say(words.fill)}</ReportLink>}
            />
          )}
        </section>
      )}
      {mayReview && (
        <section aria-label={say(words.toReview)}>
          <h2>
            {say(words.toReview)}（{toReview.length}）
          </h2>
          {toReview.length === 0 ? (
            <p className="quiet">{say(words.nothingToReview)}</p>
          ) : (
            <ReportTable
              reports={toReview}
              empty=""
              action={(report) => <ReportLink report={report}>{say(words.open)}</ReportLink>}
            />
          )}
        </section>
      )}
      <p className="page-actions">
        <PageLink to="/reports/review">{say(words.reviewPage)}</PageLink>
      </p>
    </>
  );
}

function Catalogue() {
  const { say } = useLanguage();
  const { data, error, refetch } = useOperation(reportOperations['reports.forms'], {});
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <>
      <p className="quiet">{say(catalogueLead)}</p>
      <FormTable forms={data.forms} today={data.today} />
    </>
  );
}

export function ReportsScreen() {
  const { say } = useLanguage();
  const [view, setView] = useState<View>('progress');
  return (
    <div className="page page-wide">
      <h1>{say(words.reports)}</h1>
      <Waits />
      <p className="report-views">
        <Segmented
          value={view}
          onChange={setView}
          options={(Object.keys(views) as View[]).map((value) => ({ value, label: say(views[value]) }))}
        />
      </p>
      {view === 'progress' && <ProgressMatrix />}
      {view === 'forms' && <Catalogue />}
      {view === 'burden' && <BurdenTable />}
    </div>
  );
}
