import '../delivery.css';
import './lamps.css';
import { Table } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../../core/text.ts';
import { Failure } from '../../../../web/error-boundary.tsx';
import { useLanguage } from '../../../../web/language.tsx';
import { PageLink, useSearchParams } from '../../../../web/router.tsx';
import { useOperation } from '../../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../../web/waiting.tsx';
import { type BacktestRow, type BacktestRun, backtestOperations, endings } from '../../backtest-operations.ts';
import { type Asked, BacktestForm } from './backtest-form.tsx';
import { BacktestSums } from './backtest-sums.tsx';
import { BacktestWorking, type Opened } from './backtest-working.tsx';
import { MonthStrip } from './month-strip.tsx';

const words = {
  title: { zh: '预警灯回测', en: 'Back-test of lamps' },
  lead: {
    zh: '把规则放回过去的每个月底：只用当时已登记的情况亮灯，再与后来实际发生的对照，看能提前多久预警、漏报和误报多少。',
    en: 'An edition is put back to the end of each past month, sees only what had been recorded by then, and is held against what happened: how much earlier it warns, what it misses, how often it cries wolf.',
  },
  lamps: { zh: '预警灯', en: 'Lamps' },
  tested: {
    zh: '{from} 至 {to}，测了 {tested} 个项目；没有测的：{before} 个在此之前已逾期，{unknown} 个没有计划日期或不知何时发生。',
    en: '{from} to {to}, {tested} projects. Left out: {before} that were late before, {unknown} without a planned day or of which nobody knows when it happened.',
  },
  none: { zh: '这段时间没有可测的项目', en: 'There is nothing to test in these months' },
  noneHint: {
    zh: '项目可能是后来才登记的：延后期间，或改选“按发生时间”',
    en: 'The projects may have been recorded later: choose later months, or “by event”',
  },
  project: { zh: '项目', en: 'Project' },
  ending: { zh: '结果', en: 'Ending' },
  planned: { zh: '最初计划', en: 'First plan' },
  happened: { zh: '实际', en: 'Actual' },
  trouble: { zh: '逾期成为事实', en: 'Late since' },
} satisfies Record<string, Label>;

function Projects({
  rows,
  runs,
  onOpen,
}: {
  rows: readonly BacktestRow[];
  runs: readonly BacktestRun[];
  onOpen: (row: BacktestRow, run: number, month: string) => void;
}) {
  const { say } = useLanguage();
  return (
    <Table<BacktestRow>
      size="small"
      rowKey="id"
      dataSource={[...rows]}
      scroll={{ x: 980 }}
      pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
      columns={[
        { title: say(words.project), render: (_, { id, name }) => <PageLink to={`/delivery/${id}`}>{name}</PageLink> },
        { title: say(words.ending), width: 76, render: (_, { ending }) => say(endings[ending]) },
        { title: say(words.planned), width: 96, render: (_, { plannedOn }) => plannedOn ?? '—' },
        { title: say(words.happened), width: 96, render: (_, { happenedOn }) => happenedOn ?? '—' },
        { title: say(words.trouble), width: 96, render: (_, { troubleIn }) => troubleIn ?? '—' },
        ...runs.map(({ ruleId, edition }, i) => ({
          key: `run ${i}`,
          title: `${ruleId} · ${edition}`,
          width: 300,
          render: (_: unknown, row: BacktestRow) => (
            <MonthStrip
              course={row.courses[i] ?? null}
              troubleIn={row.troubleIn}
              onOpen={(month) => onOpen(row, i, month)}
            />
          ),
        })),
      ]}
    />
  );
}

function Answered({ asked }: { asked: Asked }) {
  const { say } = useLanguage();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { data, error, refetch } = useOperation(backtestOperations['backtests.run'], asked);
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  if (data.tested === 0) return <Nothing title={say(words.none)} hint={say(words.noneHint)} />;
  const { from, to, tested, unknown, before, runs, projects } = data;
  return (
    <>
      <p className="quiet">{say(words.tested, { from, to, tested, unknown, before })}</p>
      <BacktestSums runs={runs} />
      <Projects
        rows={projects}
        runs={runs}
        onOpen={({ id }, i, month) => {
          const { ruleId = '', edition = '', trial = {} } = runs[i] ?? {};
          const key = { rule: `${ruleId}@${edition}`, trial: JSON.stringify(trial) };
          setOpened({ ...key, projectId: id, month, basis: asked.basis ?? 'recorded' });
        }}
      />
      {opened && <BacktestWorking opened={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

export function BacktestScreen() {
  const { say } = useLanguage();
  const { first = 'lamp-start@1' } = useSearchParams();
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <div className="page page-wide">
      <p>
        <PageLink to="/lamps">{say(words.lamps)}</PageLink>
      </p>
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      <BacktestForm first={first} isBusy={false} onRun={setAsked} />
      {asked && <Answered key={JSON.stringify(asked)} asked={asked} />}
    </div>
  );
}
