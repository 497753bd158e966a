import './sheet/sheet.css';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm, Segmented, Select } from 'antd';
import { useState } from 'react';
import { perform, Refusal } from '../../../web/client.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink, useGo, useSearchParams } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { reportOperations } from '../operations.ts';
import type { ReportSummary } from '../submission.ts';
import { submissionOperations } from '../submission-operations.ts';
import { GrantLate } from './grant-late.tsx';
import { Counts } from './progress-matrix.tsx';
import { keyOfReport, ReportTable } from './report-table.tsx';
import { words } from './review-words.ts';
import { choicesOf } from './sheet/report-head.tsx';

const filters = ['mine', 'all', 'late', 'not-begun'] as const;
type Filter = (typeof filters)[number];
const filterWords = {
  mine: words.mine,
  all: words.all,
  late: words.onlyLate,
  'not-begun': words.notBegun,
} satisfies Record<Filter, unknown>;

const isPassable = ({ stage, standsAt }: ReportSummary): boolean =>
  standsAt !== null && (stage === 'submitted' || stage === 'reopened');

/** 报送与审核. Where the reports of a period stand, and what a reviewer does with several at once. */
export function ReviewScreen() {
  const { say } = useLanguage();
  const go = useGo();
  const queries = useQueryClient();
  const mayReview = useMay('report.review');
  const search = useSearchParams();
  const form = search.form;
  const period = search.period === undefined ? undefined : String(search.period);
  const only: Filter = filters.find((each) => each === search.only) ?? (mayReview ? 'mine' : 'all');
  const { data: known } = useOperation(reportOperations['reports.forms'], {});
  const { data, error, refetch } = useOperation(submissionOperations['reports.list'], {
    limit: 2000,
    ...(form !== undefined && { formId: form }),
    ...(period !== undefined && { period }),
    ...(only !== 'all' && { only }),
  });
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [late, setLate] = useState<ReportSummary | null>(null);
  const [said, setSaid] = useState<{ type: 'success' | 'error'; text: string } | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const chosen = known?.forms.find(({ id }) => id === form);
  const show = (next: { form?: string | undefined; period?: string | undefined; only?: Filter }) => {
    setSelected([]);
    const to = { form, period, only, ...next };
    go('/reports/review', Object.fromEntries(Object.entries(to).filter(([, value]) => value !== undefined)), {
      replace: true,
    });
  };
  const act = async (step: () => Promise<string>) => {
    setIsBusy(true);
    try {
      setSaid({ type: 'success', text: await step() });
      setSelected([]);
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).includes(' /reports') });
    } catch (failure) {
      setSaid({ type: 'error', text: failure instanceof Refusal ? say(failure.label) : String(failure) });
    }
    setIsBusy(false);
  };
  const reports = (data?.reports ?? []).filter((report) => only !== 'mine' || isPassable(report));
  const picked = reports.filter((report) => selected.includes(keyOfReport(report)));
  const place = { ...(form !== undefined && { formId: form }), ...(period !== undefined && { period }) };
  const pass = () =>
    act(async () => {
      const seen = picked.map(({ reportId, revision }) => ({ reportId: reportId ?? '', revision }));
      const { summaries } = await perform(submissionOperations['reports.pass'], { reports: seen });
      return say(words.passed, { count: summaries.length });
    });
  const remind = () =>
    act(async () => {
      const { reminded: count, already } = await perform(submissionOperations['reports.remind'], place);
      return say(words.reminded, { count, already });
    });
  const lock = () =>
    act(async () => {
      const input = { formId: form ?? '', period: period ?? chosen?.current ?? '' };
      const { locked: count, left } = await perform(submissionOperations['reports.lock'], input);
      return say(words.locked, { count, left });
    });
  const lockedPeriod = period ?? chosen?.current ?? '';
  return (
    <div className="page page-wide">
      <p>
        <PageLink to="/reports">{say(words.reports)}</PageLink>
      </p>
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      <div className="report-tools">
        <Segmented
          value={only}
          onChange={(next) => show({ only: next })}
          options={filters.map((value) => ({ value, label: say(filterWords[value]) }))}
        />
        <Select
          aria-label={say(words.form)}
          style={{ minWidth: 220 }}
          value={form ?? ''}
          onChange={(next) => show({ form: next === '' ? undefined : next, period: undefined })}
          options={[
            { value: '', label: say(words.allForms) },
            ...(known?.forms ?? []).map(({ id, label }) => ({ value: id, label: say(label) })),
          ]}
        />
        <Select
          aria-label={say(words.period)}
          style={{ minWidth: 150 }}
          disabled={chosen === undefined}
          value={period ?? ''}
          onChange={(next) => show({ period: next === '' ? undefined : next })}
          options={[
            { value: '', label: chosen === undefined ? say(words.lastPeriod) : chosen.current },
            ...(chosen === undefined ? [] : choicesOf(chosen))
              .filter((value) => value !== chosen?.current)
              .map((value) => ({ value, label: value })),
          ]}
        />
        <span className="grow" />
        {mayReview && (
          <>
            <Button disabled={isBusy} onClick={() => void remind()}>
              {say(words.remind)}
            </Button>
            <Popconfirm
              title={say(words.lockTitle, {
                form: chosen === undefined ? '' : say(chosen.label),
                period: lockedPeriod,
              })}
              okText={say(words.ok)}
              cancelText={say(words.cancel)}
              disabled={chosen === undefined}
              onConfirm={() => void lock()}
            >
              <Button
                disabled={isBusy || chosen === undefined}
                title={chosen === undefined ? say(words.lockHint) : undefined}
              >
                {say(words.lock)}
              </Button>
            </Popconfirm>
            <Button type="primary" disabled={isBusy || picked.length === 0} onClick={() => void pass()}>
              {say(words.passSelected, { count: picked.length })}
            </Button>
          </>
        )}
      </div>
      {said !== null && (
        <Alert
          type={said.type}
          showIcon
          title={said.text}
          className="page-alert"
          closable={{ onClose: () => setSaid(null) }}
        />
      )}
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <Counts counts={data.counts} late={data.late} />
          <ReportTable
            reports={reports}
            empty={say(only === 'mine' ? words.nothingToReview : words.none)}
            {...(mayReview && { selected, onSelect: setSelected, isSelectable: isPassable })}
            action={(report) =>
              mayReview && (report.stage === null || report.stage === 'draft' || report.stage === 'returned') ? (
                <Button size="small" onClick={() => setLate(report)}>
                  {say(words.grantLate)}
                </Button>
              ) : null
            }
          />
        </>
      )}
      {late !== null && (
        <GrantLate
          report={late}
          onClose={() => setLate(null)}
          onDone={(text) => {
            setLate(null);
            void act(async () => text);
          }}
        />
      )}
    </div>
  );
}
