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
  address: { zh: '来源', en: 'From' },
  agent: { zh: '浏览器', en: 'Browser' },
} satisfies Record<string, Label>;

const outcomes: Record<string, Label> = {
  'signed-in': { zh: '登录', en: 'Signed in' },
  'signed-out': { zh: '退出', en: 'Signed out' },
  unknown: { zh: '拒绝：没有此账号', en: 'Refused: no such account' },
  'wrong-password': { zh: '拒绝：口令错误', en: 'Refused: wrong password' },
  'wrong-code': { zh: '拒绝：动态口令错误', en: 'Refused: wrong one-time code' },
  'code-asked': { zh: '要求动态口令', en: 'One-time code asked for' },
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
          { title: say(words.address), dataIndex: 'address' },
          { title: say(words.agent), dataIndex: 'agent', ellipsis: true },
        ]}
      />
    </div>
  );
}
