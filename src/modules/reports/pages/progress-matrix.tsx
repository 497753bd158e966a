import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import type { ReportStage, ReportSummary } from '../submission.ts';
import { reportStages } from '../submission.ts';
import { submissionOperations } from '../submission-operations.ts';
import { ReportLink } from './report-table.tsx';
import { words } from './review-words.ts';
import { StageLamp } from './sheet/stage-lamp.tsx';

/** How many stand in each stage, as lamps. */
export function Counts({ counts, late }: { counts: Readonly<Record<string, number>>; late: number }) {
  const { say } = useLanguage();
  const stages: (ReportStage | null)[] = [null, ...(Object.keys(reportStages.stages) as ReportStage[])];
  return (
    <p className="report-tools stage-counts">
      {stages
        .filter((stage) => (counts[stage ?? 'none'] ?? 0) > 0)
        .map((stage) => (
          <span key={stage ?? 'none'}>
            <StageLamp stage={stage} /> {counts[stage ?? 'none']}
          </span>
        ))}
      {late > 0 && (
        <span className="due-late">
          {say(words.late)} {late}
        </span>
      )}
    </p>
  );
}

/** 报送进度. Units by forms, of the last period of each: every cell opens its report. */
export function ProgressMatrix() {
  const { say } = useLanguage();
  const { data, error, refetch } = useOperation(submissionOperations['reports.list'], { limit: 2000 });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  const forms = [...new Map(data.reports.map((report) => [`${report.formId} ${report.period}`, report])).values()];
  const byUnit = [...Map.groupBy(data.reports, ({ unitPath }) => unitPath).values()];
  const find = (reports: readonly ReportSummary[], of: ReportSummary) =>
    reports.find(({ formId, period }) => formId === of.formId && period === of.period);
  if (data.reports.length === 0) return <p className="quiet">{say(words.none)}</p>;
  return (
    <>
      <Counts counts={data.counts} late={data.late} />
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say(words.unit)}</th>
              {forms.map((form) => (
                <th key={`${form.formId} ${form.period}`} scope="col">
                  {say(form.formLabel)}
                  <small>{form.period}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {byUnit.map((reports) => (
              <tr key={reports[0]?.unitPath}>
                <th scope="row">{reports[0]?.unitName}</th>
                {forms.map((form) => {
                  const report = find(reports, form);
                  return (
                    <td key={`${form.formId} ${form.period}`} className="matrix-cell">
                      {report !== undefined && (
                        <ReportLink report={report}>
                          <StageLamp stage={report.stage} />
                          {report.isLate && <small className="due-late">{say(words.late)}</small>}
                          {report.standsAtName !== null && <small>{report.standsAtName}</small>}
                        </ReportLink>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
