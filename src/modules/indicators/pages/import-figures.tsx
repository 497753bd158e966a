import '../../../web/register/register.css';
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Modal, Space, Table, Upload } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { Label } from '../../../core/text.ts';
import { addressOf, perform, Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { indicatorById } from '../catalog/index.ts';
import { figureSheetOperations } from '../sheet-operations.ts';
import { useUnits } from './figure-choice.tsx';

const words = {
  title: { zh: '导入数据', en: 'Import figures' },
  choose: { zh: '选择 Excel 或 CSV 文件', en: 'Choose an Excel or CSV file' },
  template: { zh: '下载 {period} 模板', en: 'Template of {period}' },
  hint: {
    zh: '一行一个数：单位、指标、期别、口径（当期或累计）、实际或计划、数值、计量单位；往年和历月可以放在一个文件里。没有填数值的行不读；缺数请写“未报送”等原因。',
    en: 'One figure a row: unit, indicator, period, single or cumulative, actual or plan, value, measure; many periods in one file. Rows without a value are left alone; of a hole give the reason.',
  },
  tally: {
    zh: '读入 {rows} 行 = 新增 {added} + 变更 {changed}（其中 {same} 行与现有相同）+ 拒绝 {refused}；另有 {blank} 行没有填数值。',
    en: '{rows} rows = {added} added + {changed} changed ({same} of them the same) + {refused} refused; {blank} rows without a value.',
  },
  preview: { zh: '这是预览，还没有写入。', en: 'This is a preview; nothing is written yet.' },
  written: {
    zh: '已写入，为草稿；审定后进入汇总。',
    en: 'Written as drafts; they enter the sums once approved.',
  },
  apply: { zh: '写入（拒绝的行除外）', en: 'Write all but the refused rows' },
  close: { zh: '关闭', en: 'Close' },
  row: { zh: '行', en: 'Row' },
  outcome: { zh: '结果', en: 'Outcome' },
  details: { zh: '哪一格、怎么改', en: 'Which cell, and what to do' },
  refused: { zh: '拒绝', en: 'Refused' },
  changed: { zh: '变更', en: 'Changed' },
} satisfies Record<string, Label>;

type Answer = z.output<(typeof figureSheetOperations)['observations.import-sheet']['output']>;

function Rows({ answer }: { answer: Answer }) {
  const { say } = useLanguage();
  const units = useUnits();
  const nameOf = (id: string) => units.find(({ unitPath }) => unitPath === id)?.name ?? id;
  const rows = [
    ...answer.refusals.map(({ row, column, cell, why }) => ({
      row,
      outcome: 'refused' as const,
      details: (
        <span className="register-trouble">
          {column}
          {cell === '' ? '：' : `“${cell}”：`}
          {say(why)}
        </span>
      ),
    })),
    ...answer.changes.map(({ row, indicatorId, subjectId, from, to }) => ({
      row,
      outcome: 'changed' as const,
      details: (
        <span className="register-change">
          {nameOf(subjectId)} {say(indicatorById.get(indicatorId)?.label ?? { zh: indicatorId, en: indicatorId })}：
          <del>{from}</del> → <ins>{to}</ins>
        </span>
      ),
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <Table
      size="small"
      rowKey={({ row, outcome }) => `${outcome} ${row}`}
      dataSource={rows}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ y: 320 }}
      columns={[
        { title: say(words.row), dataIndex: 'row', width: 64 },
        {
          title: say(words.outcome),
          width: 76,
          render: (_, { outcome }) => <span className={`register-${outcome}`}>{say(words[outcome])}</span>,
        },
        { title: say(words.details), dataIndex: 'details' },
      ]}
    />
  );
}

interface Props {
  readonly unitPath: string | undefined;
  readonly period: string;
  readonly onClose: () => void;
  readonly onApplied: () => void;
}

/** Figures from a spreadsheet: what would be added, changed and refused is shown first, cell by cell. */
export function ImportFigures({ unitPath, period, onClose, onApplied }: Props) {
  const { say } = useLanguage();
  const [file, setFile] = useState<{ name: string; bytes: Uint8Array } | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const run = async (chosen: { name: string; bytes: Uint8Array }, mode: Answer['mode']) => {
    setIsBusy(true);
    setTrouble(null);
    try {
      const next = await perform(figureSheetOperations['observations.import-sheet'], { ...chosen, mode });
      setAnswer(next);
      if (next.mode === 'import') onApplied();
    } catch (error) {
      setAnswer(null);
      setTrouble(error instanceof Refusal ? say(error.label) : String(error));
    }
    setIsBusy(false);
  };
  const choose = async (chosen: File) => {
    const read = { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) };
    setFile(read);
    await run(read, 'preview');
  };
  const { refusals: _, changes: __, ...counts } = answer ?? { refusals: [], changes: [], rows: 0 };
  const canApply = file !== null && answer?.mode === 'preview' && answer.added + answer.changed > answer.same;
  const template = { period, ...(unitPath !== undefined && { unitPath }) };
  return (
    <Modal
      open
      width={860}
      title={say(words.title)}
      onCancel={onClose}
      footer={
        <Space>
          <Button onClick={onClose}>{say(words.close)}</Button>
          {canApply && (
            <Button type="primary" disabled={isBusy} onClick={() => void run(file, 'import')}>
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
        <Button icon={<DownloadOutlined />} href={addressOf(figureSheetOperations['observations.template'], template)}>
          {say(words.template, { period })}
        </Button>
      </Space>
      <p className="register-note quiet">{say(words.hint)}</p>
      {trouble !== null && <Alert type="error" showIcon title={trouble} className="page-alert" />}
      {answer !== null && (
        <>
          <Alert
            type={answer.mode === 'import' ? 'success' : answer.refused > 0 ? 'warning' : 'info'}
            showIcon
            className="page-alert"
            title={`${say(words.tally, counts)}${say(answer.mode === 'import' ? words.written : words.preview)}`}
          />
          <Rows answer={answer} />
        </>
      )}
    </Modal>
  );
}
