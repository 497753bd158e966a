import './rules.css';
import { Table } from 'antd';
import { sourceStatuses, type Theme, themes } from '../../../core/rules/edition.ts';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink, useParam } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { ruleOperations } from '../operations.ts';
import type { RuleDetail } from '../rule-views.ts';
import { RuleCases } from './rule-cases.tsx';
import { RuleChoices } from './rule-choices.tsx';
import { RuleTry } from './rule-try.tsx';

const words = {
  back: { zh: '全部规则', en: 'All rules' },
  source: { zh: '依据：', en: 'Source: ' },
  effective: { zh: '有效期：{from} 至 {to}', en: 'In force: {from} to {to}' },
  noTerm: { zh: '有效期文中未写明', en: 'term not stated' },
  until: { zh: '长期', en: 'further notice' },
  digest: { zh: '内容摘要 {digest}', en: 'Digest {digest}' },
  digestHint: {
    zh: '用过的版次不能改：内容变了摘要就变，系统拒绝启动；要改请另立新版次',
    en: 'An edition that was used does not change: with another digest the system refuses to start; make a new edition instead',
  },
  rules: { zh: '规则条文', en: 'Rules' },
  order: { zh: '序', en: 'No.' },
  name: { zh: '项目', en: 'Rule' },
  kind: { zh: '方式', en: 'Kind' },
  says: { zh: '条文', en: 'What it says' },
  waiting: { zh: '取决于待定事项', en: 'waits for a decision' },
  unmet: { zh: '不符合时须：{text}', en: 'Otherwise: {text}' },
  review: { zh: '公平竞争审查', en: 'Fair competition' },
  unit: { zh: '单位', en: 'Unit' },
  clause: { zh: '条款', en: 'Clause' },
  supersedes: { zh: '接替 {edition} 版', en: 'Follows {edition}' },
} satisfies Record<string, Label>;

function Head({ rule }: { rule: RuleDetail }) {
  const { say } = useLanguage();
  const { source, effective, supersedes } = rule;
  const { from, to = say(words.until) } = effective;
  const term = from === undefined ? say(words.noTerm) : say(words.effective, { from, to });
  return (
    <header>
      <p>
        <PageLink to="/rules">{say(words.back)}</PageLink>
      </p>
      <h1>{say(rule.label)}</h1>
      <p className="quiet">
        {say(themes[rule.theme as Theme])} · {rule.id} · {rule.edition}
        {supersedes && ` · ${say(words.supersedes, { edition: supersedes })}`} · {term} ·{' '}
        <span title={say(words.digestHint)}>{say(words.digest, { digest: rule.digest.slice(0, 12) })}</span>
      </p>
      <p className="lead">
        {say(words.source)}
        {source.document}，{source.clause}（{say(sourceStatuses[source.status])}）
        {source.note && <span className="quiet"> {say(source.note)}</span>}
      </p>
      {rule.notes.map((note) => (
        <p key={note.zh} className="quiet">
          {say(note)}
        </p>
      ))}
      {rule.reviewMarks[0] && <p className="review-note">{say(rule.reviewMarks[0].why)}</p>}
    </header>
  );
}

function RuleLines({ rule }: { rule: RuleDetail }) {
  const { say } = useLanguage();
  const isOpen = (id: string) => rule.answers[id] === undefined;
  const marked = new Set(rule.reviewMarks.map((mark) => mark.rule));
  return (
    <section>
      <h2>{say(words.rules)}</h2>
      <Table
        size="small"
        rowKey="id"
        dataSource={[...rule.rules]}
        pagination={false}
        scroll={{ x: 560 }}
        columns={[
          { title: say(words.order), width: 40, align: 'right', render: (_, __, i) => i + 1 },
          {
            title: say(words.name),
            render: (_, { id, label }) => (
              <>
                {say(label)} {marked.has(id) && <span className="chip chip-review">{say(words.review)}</span>}
              </>
            ),
          },
          { title: say(words.kind), width: 96, render: (_, { kindLabel }) => say(kindLabel) },
          {
            title: say(words.says),
            render: (_, { says, asks, unmet }) => (
              <>
                {say(says)} {asks.some(isOpen) && <span className="chip chip-open">{say(words.waiting)}</span>}
                {unmet && <div className="quiet">{say(words.unmet, { text: say(unmet) })}</div>}
              </>
            ),
          },
          { title: say(words.unit), width: 90, dataIndex: 'unit' },
          { title: say(words.clause), width: 96, render: (_, { source }) => source ?? '' },
        ]}
      />
    </section>
  );
}

/** One edition: where it comes from, what is open, what it says, its cases, and a place to try it. */
export function RuleScreen() {
  const [ruleId, edition] = [useParam('ruleId'), useParam('edition')];
  const { data, error, refetch } = useOperation(ruleOperations['rules.show'], { ruleId, edition });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <div className="page page-wide">
      <Head rule={data} />
      <div className="rule-columns">
        <div>
          <RuleChoices rule={data} onChanged={() => void refetch()} />
          <RuleLines rule={data} />
          <RuleCases rule={data} />
        </div>
        <RuleTry key={`${ruleId}@${edition}`} rule={data} />
      </div>
    </div>
  );
}
