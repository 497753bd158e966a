import { Table } from 'antd';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { reportOperations } from '../operations.ts';

const words = {
  lead: {
    zh: '{unit}在 {year} 年各表的格数：要填的减去重复的，就是真正要动手的。',
    en: 'Cells of each form for {unit} in {year}: those asked, less those repeated, are what is really typed.',
  },
  form: { zh: '报表', en: 'Form' },
  periods: { zh: '次数', en: 'Times' },
  asked: { zh: '要填', en: 'Asked' },
  repeated: { zh: '其中重复（只填一次）', en: 'of it repeated (filled once)' },
  derived: { zh: '系统计算', en: 'Computed' },
  given: { zh: '名录已有', en: 'Known from registers' },
} satisfies Record<string, Label>;

/** 填报负担：what is asked, what the system fills, what is asked twice. */
export function BurdenTable() {
  const { say } = useLanguage();
  const { data, error, refetch } = useOperation(reportOperations['reports.burden'], {});
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  const figure = (id: 'periods' | 'asked' | 'repeated' | 'derived' | 'given') =>
    ({ title: say(words[id]), dataIndex: id, align: 'right' }) as const;
  return (
    <>
      <p className="quiet">{say(words.lead, { unit: data.unitName, year: data.year })}</p>
      <Table
        size="small"
        rowKey="formId"
        dataSource={[...data.forms]}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: say(words.form), render: (_, { label }) => say(label) },
          figure('periods'),
          figure('asked'),
          figure('repeated'),
          figure('derived'),
          figure('given'),
        ]}
      />
    </>
  );
}
