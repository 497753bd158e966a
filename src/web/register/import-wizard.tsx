import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Modal, Space, Table, Upload } from 'antd';
import { useState } from 'react';
import type { ImportAnswer } from '../../core/register/answers.ts';
import { outcomes } from '../../core/register/import-plan.ts';
import type { RegisterVerbs } from '../../core/register/operations.ts';
import { addressOf, perform, Refusal } from '../client.ts';
import { useLanguage } from '../language.tsx';
import { todayHere } from './show.ts';
import { words } from './wording.ts';

type Row = ImportAnswer['rows'][number];

function Details({ row: { changes, issues } }: { row: Row }) {
  const { say } = useLanguage();
  return (
    <>
      {issues.map(({ field, label, cell, message }) => (
        <div key={`${field} ${message.en}`} className="register-trouble">
          {say(label)}
          {cell === '' ? '：' : `“${cell}”：`}
          {say(message)}
        </div>
      ))}
      {issues.length === 0 &&
        changes.map(({ field, label, before, after }) => (
          <span key={field} className="register-change">
            {say(label)}：{before !== '' && <del>{before}</del>} {before !== '' && '→ '}
            <ins>{after === '' ? '—' : after}</ins>
          </span>
        ))}
    </>
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const { say } = useLanguage();
  return (
    <Table<Row>
      size="small"
      rowKey="row"
      dataSource={[...rows]}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ y: 340 }}
      columns={[
        { title: say(words.row), dataIndex: 'row', width: 64 },
        {
          title: say(words.outcome),
          width: 76,
          render: (_, { outcome }) => <span className={`register-${outcome}`}>{say(outcomes[outcome])}</span>,
        },
        { title: say(words.name), dataIndex: 'name', width: 220 },
        { title: say(words.details), render: (_, row) => <Details row={row} /> },
      ]}
    />
  );
}

/** What is sent to be previewed or, with the digest of what was previewed, to be written. */
export interface Sending {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly since: string;
  readonly apply: 'true' | 'false';
  readonly digest?: string;
}

interface ModalProps {
  readonly title: string;
  readonly template: string;
  /** Whether changes hold from a day that the reader names. */
  readonly isDated: boolean;
  readonly send: (sending: Sending) => Promise<ImportAnswer>;
  readonly onClose: () => void;
  readonly onApplied: () => void;
}

/** A file is read, what it would do is shown cell by cell, and only then it is written. */
export function ImportModal({ title, template, isDated, send, onClose, onApplied }: ModalProps) {
  const { say } = useLanguage();
  const [file, setFile] = useState<{ name: string; bytes: Uint8Array } | null>(null);
  const [since, setSince] = useState(todayHere);
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const run = async (chosen: { name: string; bytes: Uint8Array }, day: string, digest?: string) => {
    setIsBusy(true);
    setTrouble(null);
    try {
      const apply = digest === undefined ? ('false' as const) : ('true' as const);
      const next = await send({ ...chosen, since: day, apply, ...(digest && { digest }) });
      setAnswer(next);
      if (next.isApplied) onApplied();
    } catch (error) {
      setAnswer(null);
      setTrouble(error instanceof Refusal ? say(error.label) : String(error));
    }
    setIsBusy(false);
  };
  const choose = async (chosen: File) => {
    const read = { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) };
    setFile(read);
    await run(read, since);
  };
  const canApply = file !== null && answer !== null && !answer.isApplied && answer.added + answer.changed > 0;
  return (
    <Modal
      open
      width={960}
      title={title}
      onCancel={onClose}
      footer={
        <Space>
          <Button onClick={onClose}>{say(words.close)}</Button>
          {canApply && (
            <Button type="primary" disabled={isBusy} onClick={() => void run(file, since, answer.digest)}>
              {say(words.apply)}
            </Button>
          )}
        </Space>
      }
    >
      <Space wrap>
        <Upload
          accept=".xlsx,.csv"
          showUploadList={false}
          beforeUpload={(chosen) => {
            void choose(chosen);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} disabled={isBusy}>
            {say(words.choose)}
          </Button>
        </Upload>
        <Button icon={<DownloadOutlined />} href={template}>
          {say(words.template)}
        </Button>
        {isDated && (
          <>
            <span className="quiet">{say(words.changesFrom)}</span>
            <Input
              type="date"
              aria-label={say(words.changesFrom)}
              value={since}
              style={{ width: 150 }}
              onChange={({ target }) => {
                setSince(target.value);
                if (file !== null && target.value !== '') void run(file, target.value);
              }}
            />
          </>
        )}
      </Space>
      <p className="register-note quiet">{say(words.blank)}</p>
      {trouble !== null && <Alert type="error" showIcon title={trouble} className="page-alert" />}
      {answer !== null && (
        <>
          <Alert
            type={answer.isApplied ? 'success' : answer.refused > 0 ? 'warning' : 'info'}
            showIcon
            className="page-alert"
            title={`${say(answer.message)}。${say(answer.isApplied ? words.written : words.preview)}`}
          />
          <Rows rows={answer.rows} />
          {answer.unlisted > 0 && <p className="quiet">{say(words.unlisted, { count: answer.unlisted })}</p>}
        </>
      )}
    </Modal>
  );
}

interface Props {
  readonly title: string;
  readonly verbs: RegisterVerbs;
  readonly onClose: () => void;
  readonly onApplied: () => void;
}

/** The import of a register. */
export function ImportWizard({ verbs, ...rest }: Props) {
  return (
    <ImportModal
      {...rest}
      isDated
      template={addressOf(verbs.export, { format: 'xlsx', isTemplate: 'true' })}
      send={(sending) => perform(verbs.import, sending)}
    />
  );
}
