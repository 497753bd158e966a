import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Select, Table, Upload } from 'antd';
import { useState } from 'react';
import type { Period } from '../../../core/period.ts';
import type { Label } from '../../../core/text.ts';
import { addressOf, perform, Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { type Finding, type FormSummary, reportOperations } from '../operations.ts';
import { choicesOf } from './sheet/report-head.tsx';

const words = {
  form: { zh: '报表', en: 'Form' },
  period: { zh: '报告期', en: 'Period' },
  due: { zh: '报送期限', en: 'Due' },
  late: { zh: '经批准可至 {day}', en: 'with leave until {day}' },
  overdue: { zh: '已过期限', en: 'past due' },
  expired: { zh: '已过有效期，不能报送', en: 'no longer valid, cannot be sent' },
  download: { zh: '下载模板', en: 'Template' },
  fill: { zh: '填报', en: 'Fill' },
  check: { zh: '审核文件', en: 'Check a file' },
  read: {
    zh: '{unit} {period}：读到 {read} 格，还有 {missing} 格未填；{errors} 处错误，{warnings} 处提醒，{advice} 处说明。',
    en: '{unit} {period}: {read} cells read, {missing} still to fill; {errors} errors, {warnings} warnings, {advice} notes.',
  },
  unlisted: { zh: '另有 {count} 处未列出。', en: '{count} more are not listed.' },
  place: { zh: '单元格', en: 'Cell' },
  severity: { zh: '程度', en: 'Severity' },
  message: { zh: '问题与改法', en: 'What is wrong, and the remedy' },
  arithmetic: { zh: '算式', en: 'Arithmetic' },
  file: { zh: '整个文件', en: 'the file' },
} satisfies Record<string, Label>;

const severities: Record<Finding['severity'], Label> = {
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '提醒', en: 'Warning' },
  advice: { zh: '说明', en: 'Note' },
};

interface Checked {
  readonly form: FormSummary;
  readonly summary: string;
  readonly isClean: boolean;
  readonly findings: readonly Finding[];
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  const { say } = useLanguage();
  return (
    <Table
      size="small"
      rowKey={({ rule, place, cell, message }) => [rule, place, cell, message.zh].join(' ')}
      dataSource={[...findings]}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: say(words.place), render: (_, { place }) => place ?? say(words.file) },
        { title: say(words.severity), render: (_, { severity }) => say(severities[severity]) },
        { title: say(words.message), render: (_, { message }) => say(message) },
        { title: say(words.arithmetic), dataIndex: 'arithmetic' },
      ]}
    />
  );
}

/** Forms with their legal header; each gives its template and checks the file that comes back. */
export function FormTable({ forms, today }: { forms: readonly FormSummary[]; today: string }) {
  const { say } = useLanguage();
  const mayWrite = useMay('report.write');
  const [periods, setPeriods] = useState<Readonly<Record<string, Period>>>({});
  const [checked, setChecked] = useState<Checked | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const periodOf = ({ id, current }: FormSummary): Period => periods[id] ?? current;

  const check = async (form: FormSummary, file: File) => {
    setBusy(form.id);
    setTrouble(null);
    setChecked(null);
    try {
      const answer = await perform(reportOperations['reports.check-file'], {
        formId: form.id,
        period: periodOf(form),
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      });
      const { unitName: unit, period, read, missing, findings, unlisted } = answer;
      const count = (severity: Finding['severity']) => findings.filter((each) => each.severity === severity).length;
      const [errors, warnings, advice] = [count('error'), count('warning'), count('advice')];
      const rest = unlisted > 0 ? say(words.unlisted, { count: unlisted }) : '';
      const summary = say(words.read, { unit, period, read, missing, errors, warnings, advice }) + rest;
      setChecked({ form, summary, isClean: errors === 0, findings });
    } catch (error) {
      setTrouble(error instanceof Refusal ? say(error.label) : String(error));
    }
    setBusy(null);
  };

  return (
    <>
      <Table
        size="small"
        rowKey="id"
        dataSource={[...forms]}
        pagination={false}
        columns={[
          {
            title: say(words.form),
            render: (_, { label, legal, isValid }) => (
              <>
                {say(label)}
                <div className="quiet">{say(legal)}</div>
                {!isValid && <div className="import-notes">{say(words.expired)}</div>}
              </>
            ),
          },
          {
            title: say(words.due),
            width: 230,
            render: (_, { current, dueOn, lateUntil }) => (
              <>
                {current}：{dueOn}
                {today > dueOn && `（${say(words.overdue)}）`}
                <div className="quiet">{say(words.late, { day: lateUntil })}</div>
              </>
            ),
          },
          {
            title: say(words.period),
            render: (_, form) => (
              <Select
                aria-label={`${say(words.period)} ${say(form.label)}`}
                size="small"
                style={{ width: 120 }}
                value={periodOf(form)}
                onChange={(period) => setPeriods({ ...periods, [form.id]: period })}
                options={choicesOf(form).map((period) => ({ value: period, label: period }))}
              />
            ),
          },
          {
            title: '',
            width: 290,
            render: (_, form) => (
              <span className="page-actions">
                {mayWrite && form.isValid && (
                  <PageLink to="/reports/fill" search={{ form: form.id, period: periodOf(form) }}>
                    {say(words.fill)}
                  </PageLink>
                )}
                <Button
                  size="small"
                  icon={<DownloadOutlined />}
                  disabled={!form.isValid}
                  href={addressOf(reportOperations['reports.template'], { formId: form.id, period: periodOf(form) })}
                >
                  {say(words.download)}
                </Button>
                <Upload
                  accept=".xlsx"
                  showUploadList={false}
                  beforeUpload={(file) => {
                    void check(form, file);
                    return false;
                  }}
                >
                  <Button size="small" icon={<UploadOutlined />} disabled={!form.isValid || busy === form.id}>
                    {say(words.check)}
                  </Button>
                </Upload>
              </span>
            ),
          },
        ]}
      />
      {trouble !== null && <Alert type="error" showIcon title={trouble} className="page-alert" />}
      {checked !== null && (
        <>
          <h2>{say(checked.form.label)}</h2>
          <Alert type={checked.isClean ? 'success' : 'error'} showIcon title={checked.summary} className="page-alert" />
          {checked.findings.length > 0 && <Findings findings={checked.findings} />}
        </>
      )}
    </>
  );
}
