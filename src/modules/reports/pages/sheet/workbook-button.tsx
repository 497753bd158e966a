import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Modal, Upload } from 'antd';
import { useState } from 'react';
import type * as z from 'zod';
import type { Label } from '../../../../core/text.ts';
import { perform, Refusal } from '../../../../web/client.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { cellLabel, type SheetTable } from '../../sheet-table.ts';
import type { ReportSummary } from '../../submission.ts';
import { submissionOperations } from '../../submission-operations.ts';
import { words as shared } from './words.ts';

const words = {
  title: { zh: '上传填好的 Excel', en: 'A filled workbook' },
  lead: {
    zh: '“{name}”：读到 {read} 格，将改动 {changes} 格；{errors} 处错误。写入前什么都没有改变。',
    en: '“{name}”: {read} cells read, {changes} would change; {errors} errors. Nothing is written yet.',
  },
  none: {
    zh: '文件与页面一致，没有要写入的改动。',
    en: 'The file says what the page says; there is nothing to write.',
  },
  write: { zh: '写入 {count} 格', en: 'Write {count} cells' },
  cancel: { zh: '不写入', en: 'Do not write' },
  cell: { zh: '单元格', en: 'Cell' },
  now: { zh: '现在', en: 'Now' },
  inFile: { zh: '文件中', en: 'In the file' },
  place: { zh: '文件位置', en: 'Place in the file' },
  trouble: { zh: '问题与改法', en: 'What is wrong, and the remedy' },
  file: { zh: '整个文件', en: 'the file' },
} satisfies Record<string, Label>;

type Answer = z.output<(typeof submissionOperations)['reports.upload']['output']>;
interface Chosen {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly answer: Answer;
}

function Preview({ name, answer, tables }: { name: string; answer: Answer; tables: readonly SheetTable[] }) {
  const { say } = useLanguage();
  const errors = answer.findings.filter(({ severity }) => severity === 'error').length;
  const isClean = errors === 0;
  return (
    <>
      <Alert
        type={isClean ? 'info' : 'warning'}
        showIcon
        className="page-alert"
        title={say(words.lead, { name, read: answer.read, changes: answer.changes.length, errors })}
      />
      {answer.changes.length === 0 ? (
        <p>{say(words.none)}</p>
      ) : (
        <div className="upload-preview table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th>{say(words.cell)}</th>
                <th className="figure">{say(words.now)}</th>
                <th className="figure">{say(words.inFile)}</th>
              </tr>
            </thead>
            <tbody>
              {answer.changes.map(({ address, from, to }) => (
                <tr key={address}>
                  <td>{say(cellLabel(tables, address))}</td>
                  <td className="figure">{from ?? say(shared.empty)}</td>
                  <td className="figure">{to ?? say(shared.empty)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {answer.findings.length > 0 && (
        <div className="upload-preview table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th>{say(words.place)}</th>
                <th>{say(words.trouble)}</th>
              </tr>
            </thead>
            <tbody>
              {answer.findings.map(({ rule, place, cell, severity, message }) => (
                <tr key={`${rule} ${place} ${cell} ${message.zh}`}>
                  <td>{place ?? say(words.file)}</td>
                  <td>
                    <span className={`severity severity-${severity}`}>{say(message)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {answer.unlisted > 0 && <p className="quiet">{say(shared.more, { count: answer.unlisted })}</p>}
    </>
  );
}

interface Props {
  readonly summary: ReportSummary;
  readonly tables: readonly SheetTable[];
  /** Sends what is typed first: the preview compares with what is saved. */
  readonly onBefore: () => Promise<unknown>;
  readonly onWritten: () => void;
}

/** A workbook comes back: what it would change and what is wrong with it, cell by cell, and only then it is written. */
export function WorkbookButton({ summary, tables, onBefore, onWritten }: Props) {
  const { say } = useLanguage();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { formId, unitPath, period } = summary;
  const run = async (file: { name: string; bytes: Uint8Array }, mode: 'preview' | 'save') => {
    setIsBusy(true);
    setTrouble(null);
    try {
      await onBefore();
      const answer = await perform(submissionOperations['reports.upload'], { formId, unitPath, period, mode, ...file });
      setChosen(mode === 'preview' ? { ...file, answer } : null);
      if (mode === 'save') onWritten();
    } catch (error) {
      setTrouble(error instanceof Refusal ? say(error.label) : String(error));
    }
    setIsBusy(false);
  };
  const read = async (file: File) =>
    run({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, 'preview');
  const changes = chosen?.answer.changes.length ?? 0;
  return (
    <>
      <Upload
        accept=".xlsx"
        showUploadList={false}
        beforeUpload={(file) => {
          void read(file);
          return false;
        }}
      >
        <Button size="small" icon={<UploadOutlined />} disabled={isBusy}>
          {say(shared.upload)}
        </Button>
      </Upload>
      {trouble !== null && (
        <Alert type="error" showIcon closable={{ onClose: () => setTrouble(null) }} title={trouble} />
      )}
      {chosen !== null && (
        <Modal
          open
          width={860}
          title={say(words.title)}
          onCancel={() => setChosen(null)}
          footer={
            <>
              <Button onClick={() => setChosen(null)}>{say(words.cancel)}</Button>
              <Button type="primary" disabled={isBusy || changes === 0} onClick={() => void run(chosen, 'save')}>
                {say(words.write, { count: changes })}
              </Button>
            </>
          }
        >
          <Preview name={chosen.name} answer={chosen.answer} tables={tables} />
        </Modal>
      )}
    </>
  );
}
