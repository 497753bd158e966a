import { Table } from 'antd';
import type { ReactNode } from 'react';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink } from '../../../web/router.tsx';
import type { ReportSummary } from '../submission.ts';
import { words } from './review-words.ts';
import { DueDay, StageLamp } from './sheet/stage-lamp.tsx';

export const keyOfReport = ({ reportId, formId, unitPath, period }: ReportSummary): string =>
  reportId ?? `${formId} ${unitPath} ${period}`;

/** Filled while it is the clerk’s; read by everybody else afterwards. */
export function ReportLink({ report, children }: { report: ReportSummary; children: ReactNode }) {
  const { reportId, stage, formId, unitPath, period } = report;
  const isClerks = reportId === null || stage === 'draft' || stage === 'returned';
  return isClerks ? (
    <PageLink to="/reports/fill" search={{ form: formId, unit: unitPath, period }}>
      {children}
    </PageLink>
  ) : (
    <PageLink to={`/reports/review/${reportId}`}>{children}</PageLink>
  );
}

export function Marks({ report }: { report: ReportSummary }) {
  const { say } = useLanguage();
  const { returnedCells, correctedCells, enteredFor, isLate } = report;
  const marks: [boolean, Label, number][] = [
    [isLate, words.late, 0],
    [returnedCells > 0, words.returnedCells, returnedCells],
    [correctedCells > 0, words.correctedCells, correctedCells],
    [enteredFor, words.enteredFor, 0],
  ];
  return marks
    .filter(([isOn]) => isOn)
    .map(([, label, count]) => (
      <span key={label.en} className="chip">
        {say(label, { count })}
      </span>
    ));
}

interface Props {
  readonly reports: readonly ReportSummary[];
  readonly empty: string;
  readonly selected?: readonly string[];
  readonly onSelect?: (keys: string[]) => void;
  readonly isSelectable?: (report: ReportSummary) => boolean;
  readonly action?: (report: ReportSummary) => ReactNode;
}

/** Reports as rows: whose, which, where it stands, by when, and what is remarkable about it. */
export function ReportTable({ reports, empty, selected, onSelect, isSelectable, action }: Props) {
  const { say } = useLanguage();
  return (
    // The component’s own scrolling draws the heading twice, with a hidden box to tick.
    <div className="table-scroll">
      <Table<ReportSummary>
        size="small"
        rowKey={keyOfReport}
        dataSource={[...reports]}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: empty }}
        {...(onSelect !== undefined && {
          rowSelection: {
            selectedRowKeys: [...(selected ?? [])],
            onChange: (keys) => onSelect(keys.map(String)),
            getCheckboxProps: (report) => ({
              disabled: isSelectable?.(report) === false,
              'aria-label': `${report.unitName} ${say(report.formLabel)}`,
            }),
            getTitleCheckboxProps: () => ({ 'aria-label': say(words.all) }),
          },
        })}
        columns={[
          { title: say(words.unit), dataIndex: 'unitName' },
          {
            title: say(words.form),
            render: (_, report) => <ReportLink report={report}>{say(report.formLabel)}</ReportLink>,
          },
          { title: say(words.period), dataIndex: 'period' },
          { title: say(words.stage), render: (_, { stage }) => <StageLamp stage={stage} /> },
          { title: say(words.standsAt), dataIndex: 'standsAtName' },
          { title: say(words.due), render: (_, report) => <DueDay summary={report} /> },
          { title: say(words.marks), render: (_, report) => <Marks report={report} /> },
          ...(action === undefined
            ? []
            : [{ title: '', render: (_: unknown, report: ReportSummary) => action(report) }]),
        ]}
      />
    </div>
  );
}
