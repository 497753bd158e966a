import './overview.css';
import { Input, Select } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useGo, useSearchParams } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { unitOperations } from '../../people/unit-operations.ts';
import { overviewOperations } from '../operations.ts';
import { Duties } from './duties.tsx';
import { Headlines, type Opened } from './headlines.tsx';
import type { FigureOrigin } from './overview.page.tsx';

const words = {
  title: { zh: '总览', en: 'Overview' },
  lead: {
    zh: '{unit} {period}：已审定的数与年计划、序时进度比；点任何一个数看它的来历。',
    en: '{unit} {period}: approved figures against the plan of the year; every number opens where it comes from.',
  },
  unit: { zh: '单位', en: 'Unit' },
  month: { zh: '月份', en: 'Month' },
  none: { zh: '这个月还没有已审定的数', en: 'No approved figures in this month yet' },
  noneHint: {
    zh: '下级报送并审定后自动汇总到这里；也可换一个月份',
    en: 'They are added up here once reports are accepted; or choose another month',
  },
} satisfies Record<string, Label>;

export type Overview = z.output<(typeof overviewOperations)['overview.show']['output']>;

function Choice({ shown }: { shown: Overview }) {
  const { say } = useLanguage();
  const go = useGo();
  const { data } = useOperation(unitOperations['units.list'], {});
  const show = (unit: string, period: string) => go('/overview', { unit, period });
  return (
    <div className="page-actions overview-choice">
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={say(words.unit)}
        value={shown.unitPath}
        options={(data?.units ?? [{ unitPath: shown.unitPath, name: shown.unitName }]).map(({ unitPath, name }) => ({
          value: unitPath,
          label: name,
        }))}
        onChange={(unit: string) => show(unit, shown.period)}
      />
      <Input
        type="month"
        aria-label={say(words.month)}
        value={shown.period}
        onChange={({ target }) => target.value !== '' && show(shown.unitPath, target.value)}
      />
    </div>
  );
}

/** One page for who leads: how the year goes, who owes what, and what waits for a decision. */
export function OverviewScreen({ Origin }: { Origin: FigureOrigin }) {
  const { say } = useLanguage();
  const { unit, period } = useSearchParams();
  const [opened, setOpened] = useState<Opened | null>(null);
  const asked = {
    ...(unit !== undefined && { unitPath: unit }),
    ...(period !== undefined && { period: String(period) }),
  };
  const { data, error, refetch } = useOperation(overviewOperations['overview.show'], asked, { keepsLast: true });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <div className="page page-wide">
      <div className="overview-head">
        <h1>{say(words.title)}</h1>
        <Choice shown={data} />
      </div>
      <p className="lead">{say(words.lead, { unit: data.unitName, period: data.period })}</p>
      <div className="overview">
        <section aria-label={say(words.title)}>
          {data.figures.length === 0 ? (
            <Nothing title={say(words.none)} hint={say(words.noneHint)} />
          ) : (
            <Headlines overview={data} onOpen={setOpened} />
          )}
        </section>
        <Duties overview={data} />
      </div>
      <Origin
        place={opened === null ? null : { unitPath: data.unitPath, period: data.period, ...opened }}
        onClose={() => setOpened(null)}
      />
    </div>
  );
}
