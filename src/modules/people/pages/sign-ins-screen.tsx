import './people.css';
import { Table } from 'antd';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { peopleOperations } from '../operations.ts';
import { useMoment } from './moment.ts';

const words = {
  title: { zh: '登录日志', en: 'Sign-ins' },
  lead: {
    zh: '每次登录、拒绝和锁定都在这里，只增不改；显示最近 500 次。',
    en: 'Every sign-in, refusal and lock; the last 500.',
  },
  at: { zh: '时间', en: 'When' },
  login: { zh: '所填登录名', en: 'Login as typed' },
  outcome: { zh: '结果', en: 'Outcome' },
  way: { zh: '方式', en: 'By' },
  address: { zh: '来源', en: 'From' },
  agent: { zh: '浏览器', en: 'Browser' },
} satisfies Record<string, Label>;

const ways: Record<'password' | 'oidc', Label> = {
  password: { zh: '口令', en: 'Password' },
  oidc: { zh: '统一身份认证', en: 'Identity provider' },
};

const outcomes: Record<string, Label> = {
  'signed-in': { zh: '登录', en: 'Signed in' },
  'signed-out': { zh: '退出', en: 'Signed out' },
  unknown: { zh: '拒绝：没有此账号', en: 'Refused: no such account' },
  'wrong-password': { zh: '拒绝：口令错误', en: 'Refused: wrong password' },
  'wrong-code': { zh: '拒绝：动态口令错误', en: 'Refused: wrong one-time code' },
  'code-asked': { zh: '要求动态口令', en: 'One-time code asked for' },
  'code-unreadable': { zh: '拒绝：动态口令的密钥不在', en: 'Refused: the key to the codes is gone' },
  'other-person': { zh: '拒绝：账号已与另一人关联', en: 'Refused: linked to somebody else' },
  'not-confirmed': { zh: '拒绝：认证方未确认身份', en: 'Refused: the provider did not confirm' },
  unreachable: { zh: '认证方连不上', en: 'The provider was not reached' },
  locked: { zh: '拒绝：账号锁定中', en: 'Refused: locked' },
  ended: { zh: '拒绝：账号已停用', en: 'Refused: account ended' },
};

export function SignInsScreen() {
  const { say } = useLanguage();
  const moment = useMoment();
  const { data, error, refetch } = useOperation(peopleOperations['sign-ins.list'], { limit: 500 });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <div className="page page-wide">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      <Table
        size="small"
        rowKey="id"
        dataSource={data.signIns}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: say(words.at), dataIndex: 'at', width: 160, render: moment },
          { title: say(words.login), dataIndex: 'login' },
          {
            title: say(words.outcome),
            dataIndex: 'outcome',
            render: (outcome: string) => (
              <span className={outcome.startsWith('signed') ? '' : 'severity severity-warning'}>
                {say(outcomes[outcome] ?? { zh: outcome, en: outcome })}
              </span>
            ),
          },
          { title: say(words.way), width: 120, render: (_, { way }) => say(ways[way]) },
          { title: say(words.address), dataIndex: 'address' },
          { title: say(words.agent), dataIndex: 'agent', ellipsis: true },
        ]}
      />
    </div>
  );
}
