import './rules.css';
import { Segmented, Switch, Table } from 'antd';
import { useState } from 'react';
import { sourceStatuses, type Theme, themes } from '../../../core/rules/edition.ts';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { ruleOperations } from '../operations.ts';
import type { RuleSummary } from '../rule-views.ts';

const words = {
  title: { zh: '规则', en: 'Rules' },
  lead: {
    zh: '亮灯、准入、奖励、考核都按这里的规则计算：每条写明依据，附可手算的算例；文件没有写明的，由本级决定后才运行。',
    en: 'Lamps, admission, incentives and assessments run on these: each names its source and has cases to check by hand; what a document leaves open is settled by the office before it runs.',
  },
  all: { zh: '全部', en: 'All' },
  onlyOpen: { zh: '只看有待定事项的', en: 'Only those with open questions' },
  rule: { zh: '规则', en: 'Rule' },
  edition: { zh: '版次', en: 'Edition' },
  theme: { zh: '类别', en: 'Theme' },
  source: { zh: '依据', en: 'Source' },
  status: { zh: '核对', en: 'Checked' },
  effective: { zh: '有效期', en: 'In force' },
  unstated: { zh: '文中未写明', en: 'not stated' },
  ended: { zh: '已失效', en: 'no longer' },
  open: { zh: '待定', en: 'Open' },
  openCount: { zh: '{open} 项待定', en: '{open} open' },
  settled: { zh: '已定 {questions} 项', en: '{questions} settled' },
  cases: { zh: '算例', en: 'Cases' },
  review: { zh: '公平竞争审查', en: 'Fair competition' },
  needsReview: { zh: '须审查 {marks} 条', en: '{marks} to review' },
  none: { zh: '这里没有规则', en: 'There are no rules here' },
  noneHint: { zh: '换一个类别，或取消“只看有待定事项的”', en: 'Choose another theme, or show the settled ones too' },
} satisfies Record<string, Label>;

function Term({ rule }: { rule: RuleSummary }) {
  const { say } = useLanguage();
  const { from, to } = rule.effective;
  if (from === undefined && to === undefined) return <span className="quiet">{say(words.unstated)}</span>;
  return (
    <>
      {from ?? '—'} 至 {to ?? '…'}
      {!rule.isEffective && <div className="quiet">{say(words.ended)}</div>}
    </>
  );
}

function RuleTable({ rules }: { rules: readonly RuleSummary[] }) {
  const { say } = useLanguage();
  return (
    <Table
      size="small"
      rowKey={({ id, edition }) => `${id}@${edition}`}
      dataSource={[...rules]}
      pagination={false}
      scroll={{ x: 1100 }}
      columns={[
        {
          title: say(words.rule),
          width: 190,
          render: (_, { id, edition, label }) => (
            <>
              <div>
                <PageLink to={`/rules/${id}/${edition}`}>{say(label)}</PageLink>
              </div>
              <div className="quiet rule-key">
                {id} · {edition}
              </div>
            </>
          ),
        },
        { title: say(words.theme), width: 90, render: (_, { theme }) => say(themes[theme as Theme]) },
        {
          title: say(words.source),
          render: (_, { source }) => (
            <>
              {source.document}
              <div className="quiet">{source.clause}</div>
            </>
          ),
        },
        {
          title: say(words.status),
          width: 140,
          render: (_, { source }) => <span className="quiet">{say(sourceStatuses[source.status])}</span>,
        },
        { title: say(words.effective), width: 190, render: (_, rule) => <Term rule={rule} /> },
        {
          title: say(words.open),
          width: 100,
          render: (_, { open, questions }) =>
            open > 0 ? (
              <span className="chip chip-open">{say(words.openCount, { open })}</span>
            ) : (
              <span className="quiet">{questions > 0 ? say(words.settled, { questions }) : '—'}</span>
            ),
        },
        {
          title: say(words.review),
          width: 110,
          render: (_, { marks }) =>
            marks > 0 ? <span className="chip chip-review">{say(words.needsReview, { marks })}</span> : '—',
        },
        { title: say(words.cases), dataIndex: 'cases', align: 'right', width: 60 },
      ]}
    />
  );
}

export function RulesScreen() {
  const { say } = useLanguage();
  const [theme, setTheme] = useState<Theme | 'all'>('all');
  const [isOpenOnly, setOpenOnly] = useState(false);
  const { data, error, refetch } = useOperation(ruleOperations['rules.list'], {});
  const shown = data?.rules.filter(
    (rule) => (theme === 'all' || rule.theme === theme) && (!isOpenOnly || rule.open > 0),
  );
  const order = Object.keys(themes);
  const sorted = shown?.toSorted((a, b) => order.indexOf(a.theme) - order.indexOf(b.theme));
  return (
    <div className="page page-wide">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      <div className="page-actions rule-filter">
        <Segmented
          className="rule-themes"
          aria-label={say(words.theme)}
          value={theme}
          onChange={setTheme}
          options={[
            { value: 'all' as const, label: say(words.all) },
            ...(order as Theme[]).map((value) => ({ value, label: say(themes[value]) })),
          ]}
        />
        <span>
          <Switch size="small" aria-label={say(words.onlyOpen)} checked={isOpenOnly} onChange={setOpenOnly} />{' '}
          {say(words.onlyOpen)}
        </span>
      </div>
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {sorted?.length === 0 && <Nothing title={say(words.none)} hint={say(words.noneHint)} />}
      {sorted !== undefined && sorted.length > 0 && <RuleTable rules={sorted} />}
    </div>
  );
}
