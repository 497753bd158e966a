import './gantt.css';
import { Input, Segmented } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { dayOf, numberOf } from '../../node-calendar.ts';
import { LateList } from './late-list.tsx';
import { PortfolioChart } from './portfolio-chart.tsx';
import { scaleOver, type Zoom } from './scale.ts';

const words = {
  title: { zh: '项目甘特图', en: 'Gantt of projects' },
  lead: {
    zh: '按计划完成日期排列；斜纹为超期未完的节点，绿色为已完成。点项目名调整其节点计划。',
    en: 'By planned finish; striped nodes are late, green ones done. A name leads to the plan of the project.',
  },
  chart: { zh: '甘特图', en: 'Chart' },
  late: { zh: '谁超期', en: 'Who is late' },
  month: { zh: '按月', en: 'Months' },
  quarter: { zh: '按季', en: 'Quarters' },
  view: { zh: '看什么', en: 'View' },
  zoom: { zh: '时间刻度', en: 'Scale of time' },
  search: { zh: '项目名称', en: 'Name of a project' },
} satisfies Record<string, Label>;

/** Days before and after today that the chart covers. */
const reach = { month: { before: 180, after: 540 }, quarter: { before: 540, after: 1460 } } as const;

/** The window only: what is late is said by the server's day. */
const todayHere = () => new Date().toLocaleDateString('sv-SE');

type View = 'chart' | 'late';

function Charted() {
  const { say } = useLanguage();
  const [zoom, setZoom] = useState<Zoom>('month');
  const [search, setSearch] = useState('');
  const looked = useDeferredValue(search.trim());
  const scale = useMemo(() => {
    const now = numberOf(todayHere());
    return scaleOver([dayOf(now - reach[zoom].before), dayOf(now + reach[zoom].after)], zoom);
  }, [zoom]);
  return (
    <>
      <div className="gantt-tools">
        <Input.Search
          allowClear
          aria-label={say(words.search)}
          placeholder={say(words.search)}
          style={{ maxWidth: 260 }}
          onSearch={setSearch}
        />
        <Segmented<Zoom>
          size="small"
          aria-label={say(words.zoom)}
          value={zoom}
          options={(['month', 'quarter'] as const).map((value) => ({ value, label: say(words[value]) }))}
          onChange={setZoom}
        />
      </div>
      <PortfolioChart scale={scale} search={looked} />
    </>
  );
}

export function PortfolioScreen() {
  const { say } = useLanguage();
  const [view, setView] = useState<View>('chart');
  return (
    <div className="page page-wide">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      <Segmented<View>
        aria-label={say(words.view)}
        value={view}
        options={(['chart', 'late'] as const).map((value) => ({ value, label: say(words[value]) }))}
        onChange={setView}
        style={{ marginBottom: 10 }}
      />
      {view === 'chart' ? <Charted /> : <LateList />}
    </div>
  );
}
