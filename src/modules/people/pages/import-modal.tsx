import { DownloadOutlined, PrinterOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Modal, Table, Upload } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import type { ImportedRow } from '../unit-import.ts';

const words = {
  choose: { zh: '选择 Excel 或 CSV 文件', en: 'Choose an Excel or CSV file' },
  template: { zh: '下载模板', en: 'Download the template' },
  read: {
    zh: '读到 {read} 行 = 新增 {added} + 修改 {changed} + 不变 {same} + 拒绝 {refused}。',
    en: '{read} rows = {added} added + {changed} changed + {same} the same + {refused} refused.',
  },
  preview: { zh: '这是预览，还没有写入。', en: 'This is a preview; nothing is written yet.' },
  done: { zh: '已写入。', en: 'Written.' },
  apply: { zh: '写入（拒绝的行除外）', en: 'Write all but the refused rows' },
  close: { zh: '关闭', en: 'Close' },
  row: { zh: '行', en: 'Row' },
  what: { zh: '对象', en: 'Which' },
  outcome: { zh: '结果', en: 'Outcome' },
  notes: { zh: '说明', en: 'Notes' },
  once: {
    zh: '一次性口令只显示这一次，请打印后分发；首次登录须修改。',
    en: 'These one-time passwords are shown only now: print and hand them out. They are changed at the first sign-in.',
  },
  print: { zh: '打印', en: 'Print' },
  login: { zh: '登录名', en: 'Login' },
  name: { zh: '姓名', en: 'Name' },
  password: { zh: '一次性口令', en: 'One-time password' },
} satisfies Record<string, Label>;

const outcomes: Record<ImportedRow['outcome'], Label> = {
  added: { zh: '新增', en: 'Added' },
  changed: { zh: '修改', en: 'Changed' },
  same: { zh: '不变', en: 'The same' },
  refused: { zh: '拒绝', en: 'Refused' },
};

interface OneTime {
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

export interface ImportResult {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly refused: number;
  readonly isApplied: boolean;
  readonly rows: readonly ImportedRow[];
  readonly passwords?: readonly OneTime[];
}

export function OneTimePasswords({ passwords }: { passwords: readonly OneTime[] }) {
  const { say } = useLanguage();
  return (
    <>
      <Alert type="warning" showIcon title={say(words.once)} className="page-alert" />
      <Table
        size="small"
        rowKey="login"
        dataSource={[...passwords]}
        pagination={false}
        scroll={{ y: 320 }}
        columns={[
          { title: say(words.login), dataIndex: 'login' },
          { title: say(words.name), dataIndex: 'name' },
          {
            title: say(words.password),
            dataIndex: 'password',
            render: (text) => <span className="one-time">{text}</span>,
          },
        ]}
      />
      <p>
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {say(words.print)}
        </Button>
      </p>
    </>
  );
}

function Rows({ rows }: { rows: readonly ImportedRow[] }) {
  const { say } = useLanguage();
  return (
    <Table
      size="small"
      rowKey="row"
      dataSource={[...rows]}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ y: 320 }}
      columns={[
        { title: say(words.row), dataIndex: 'row', width: 64 },
        { title: say(words.what), dataIndex: 'id' },
        {
          title: say(words.outcome),
          width: 90,
          dataIndex: 'outcome',
          render: (outcome: ImportedRow['outcome']) => say(outcomes[outcome]),
        },
        {
          title: say(words.notes),
          render: (_, { outcome, notes }) => (
            <span className={outcome === 'refused' ? 'import-notes' : 'quiet'}>
              {notes.map((note) => say(note)).join('；')}
            </span>
          ),
        },
      ]}
    />
  );
}

interface Props {
  readonly title: string;
  /** The heading and an example, as CSV. */
  readonly template: string;
  readonly perform: (file: { name: string; bytes: Uint8Array; apply: 'true' | 'false' }) => Promise<ImportResult>;
  readonly onClose: () => void;
}

/** A file is read, what it would do is shown row by row, and only then it is written. */
export function ImportModal({ title, template, perform, onClose }: Props) {
  const { say } = useLanguage();
  const [file, setFile] = useState<{ name: string; bytes: Uint8Array } | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const run = async (chosen: { name: string; bytes: Uint8Array }, apply: 'true' | 'false') => {
    setIsBusy(true);
    setTrouble(null);
    try {
      setResult(await perform({ ...chosen, apply }));
    } catch (error) {
      setResult(null);
      setTrouble(error instanceof Refusal ? say(error.label) : String(error));
    }
    setIsBusy(false);
  };
  const choose = async (chosen: File) => {
    const read = { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) };
    setFile(read);
    await run(read, 'false');
  };
  const canApply = file !== null && result !== null && !result.isApplied && result.added + result.changed > 0;
  const { rows = [], passwords = [], ...counts } = result ?? {};
  return (
    <Modal
      open
      width={860}
      title={title}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {say(words.close)}
        </Button>,
        <Button
          key="apply"
          type="primary"
          disabled={!canApply || isBusy}
          onClick={() => file && void run(file, 'true')}
        >
          {say(words.apply)}
        </Button>,
      ]}
    >
      <div className="people-bar">
        <Upload
          accept=".csv,.xlsx"
          showUploadList={false}
          beforeUpload={(chosen) => {
            void choose(chosen);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />}>{say(words.choose)}</Button>
        </Upload>
        <Button
          type="link"
          icon={<DownloadOutlined />}
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${template}`)}`}
          download="template.csv"
        >
          {say(words.template)}
        </Button>
      </div>
      {trouble !== null && <Alert type="error" showIcon title={trouble} className="page-alert" />}
      {result !== null && (
        <Alert
          type={result.isApplied ? 'success' : 'info'}
          showIcon
          className="page-alert"
          title={`${say(words.read, counts as never)} ${say(result.isApplied ? words.done : words.preview)}`}
        />
      )}
      {passwords.length > 0 && <OneTimePasswords passwords={passwords} />}
      {result !== null && <Rows rows={rows} />}
    </Modal>
  );
}
