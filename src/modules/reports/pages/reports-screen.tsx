import { Segmented } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { reportOperations } from '../operations.ts';
import { BurdenTable } from './burden-table.tsx';
import { FormTable } from './form-table.tsx';

const words = {
  title: { zh: '报表', en: 'Reports' },
  lead: {
    zh: '下载预填的模板，填好后在这里审核：每处问题都指明单元格和改法。审核不写入数据。',
    en: 'Download the pre-filled template and check it here when filled: each mistake comes with its cell and the remedy. Checking writes nothing.',
  },
  forms: { zh: '报表目录', en: 'Forms' },
  burden: { zh: '填报负担', en: 'Burden' },
} satisfies Record<string, Label>;

export function ReportsScreen() {
  const { say } = useLanguage();
  const [view, setView] = useState<'forms' | 'burden'>('forms');
  const { data, error, refetch } = useOperation(reportOperations['reports.forms'], {});
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <div className="page">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      <p>
        <Segmented
          value={view}
          onChange={setView}
          options={[
            { value: 'forms', label: say(words.forms) },
            { value: 'burden', label: say(words.burden) },
          ]}
        />
      </p>
      {view === 'forms' ? <FormTable forms={data.forms} today={data.today} /> : <BurdenTable />}
    </div>
  );
}
