import './people.css';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Modal, Table } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { perform } from '../../../web/client.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { peopleOperations } from '../operations.ts';
import { roles } from '../roles.ts';
import { FormModal } from './form-modal.tsx';
import { todayHere, useMoment } from './moment.ts';
import { PasswordForm } from './sign-in.tsx';

const words = {
  title: { zh: '我的账号', en: 'My account' },
  sample: { zh: '样例用户没有账号', en: 'The sample officer has no account' },
  sampleHint: { zh: '用 lantu serve 启动后可以建立账号', en: 'Accounts come with lantu serve' },
  posts: { zh: '岗位', en: 'Posts' },
  unit: { zh: '单位', en: 'Unit' },
  role: { zh: '角色', en: 'Role' },
  from: { zh: '起始日', en: 'From' },
  until: { zh: '最后一日', en: 'Last day' },
  standIn: { zh: '（代理）', en: ' (standing in)' },
  ask: { zh: '请人代理', en: 'Ask somebody to stand in' },
  colleague: { zh: '代理人', en: 'Who stands in' },
  reason: { zh: '事由', en: 'Reason' },
  asked: { zh: '已安排代理', en: 'Arranged' },
  password: { zh: '口令', en: 'Password' },
  change: { zh: '修改口令', en: 'Change the password' },
  changed: { zh: '口令已修改，其他会话已结束', en: 'Changed; your other sessions have ended' },
  codes: { zh: '动态口令', en: 'One-time codes' },
  codesOn: { zh: '已启用：登录时除口令外还要动态口令', en: 'On: signing in asks for a code besides the password' },
  codesOff: { zh: '未启用', en: 'Off' },
  start: { zh: '启用', en: 'Switch on' },
  stop: { zh: '停用', en: 'Switch off' },
  secret: {
    zh: '在手机的验证器里添加账号，选择“输入密钥”：{secret}。再填入它显示的六位数。',
    en: 'In your authenticator choose “enter a key”: {secret}. Then type the six digits it shows.',
  },
  code: { zh: '六位动态口令', en: 'Six digits' },
  present: { zh: '现用口令', en: 'Present password' },
  recovery: { zh: '备用码', en: 'Recovery codes' },
  recoveryHint: {
    zh: '手机不在时，每个备用码可用一次。只显示这一次，请抄下妥善保管。',
    en: 'Each works once when the device is not at hand. They are shown only now: write them down.',
  },
  sessions: { zh: '登录中的会话', en: 'Sessions' },
  current: { zh: '当前', en: 'This one' },
  begun: { zh: '登录', en: 'Since' },
  seen: { zh: '最近使用', en: 'Last use' },
  address: { zh: '来源', en: 'From' },
  agent: { zh: '浏览器', en: 'Browser' },
  end: { zh: '结束', en: 'End' },
  tokens: { zh: '接口令牌', en: 'API tokens' },
  tokensHint: {
    zh: '供程序代您调用接口，权限不超过您本人；请求头写 Authorization: Bearer 令牌。',
    en: 'For programs that act for you, never with more than you may; sent as Authorization: Bearer.',
  },
  newToken: { zh: '建立令牌', en: 'New token' },
  use: { zh: '用途', en: 'What for' },
  permissions: { zh: '权限', en: 'Permissions' },
  expires: { zh: '最后一日', en: 'Last day' },
  revoke: { zh: '作废', en: 'Revoke' },
  once: { zh: '只显示这一次，请立即复制', en: 'Shown only now: copy it at once' },
} satisfies Record<string, Label>;

type Opened =
  | { readonly what: 'stand-in'; readonly postId: string }
  | { readonly what: 'start'; readonly secret: string }
  | { readonly what: 'password' | 'stop' | 'token' };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function Secrets({
  title,
  hint,
  lines,
  onClose,
}: {
  title: string;
  hint: string;
  lines: readonly string[];
  onClose: () => void;
}) {
  return (
    <Modal open={lines.length > 0} title={title} footer={null} onCancel={onClose} destroyOnHidden>
      <Alert type="warning" showIcon title={hint} className="page-alert" />
      {lines.map((line) => (
        <p key={line} className="one-time">
          {line}
        </p>
      ))}
    </Modal>
  );
}

export function MyAccountScreen() {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const moment = useMoment();
  const queries = useQueryClient();
  const session = useOperation(peopleOperations['session.show'], {});
  const isPerson = session.data?.isSample === false;
  const own = useOperation(peopleOperations['session.list'], {}, { enabled: isPerson });
  const tokens = useOperation(peopleOperations['session.tokens'], {}, { enabled: isPerson });
  const colleagues = useOperation(peopleOperations['accounts.colleagues'], {}, { enabled: isPerson });
  const [opened, setOpened] = useState<Opened | null>(null);
  const [token, setToken] = useState<string | null>(null);
  const [recovery, setRecovery] = useState<readonly string[]>([]);
  const error = session.error ?? own.error ?? tokens.error;
  if (error) return <Failure error={error} onAgain={() => void own.refetch()} />;
  if (session.data?.isSample) return <Nothing title={say(words.sample)} hint={say(words.sampleHint)} />;
  if (session.data === undefined || own.data === undefined || tokens.data === undefined) return <Waiting />;
  const { posts, permissions, name } = session.data;
  const changed = () => queries.invalidateQueries();
  const close = () => setOpened(null);
  const start = async () => {
    const { secret } = await perform(peopleOperations['session.start-codes'], {});
    setOpened({ what: 'start', secret });
  };
  const end = async (sessionId: string) => {
    await perform(peopleOperations['session.end'], { sessionId });
    await changed();
  };
  const revoke = async (tokenId: string) => {
    await perform(peopleOperations['session.end-token'], { tokenId });
    await changed();
  };
  return (
    <div className="page">
      <h1>
        {say(words.title)} · {name}
      </h1>

      <h2>{say(words.posts)}</h2>
      <Table
        size="small"
        rowKey="id"
        dataSource={posts}
        pagination={false}
        columns={[
          { title: say(words.unit), dataIndex: 'unitName' },
          {
            title: say(words.role),
            render: (_, { role, kind }) => `${say(roles[role].label)}${kind === 'stand-in' ? say(words.standIn) : ''}`,
          },
          { title: say(words.from), dataIndex: 'fromOn', width: 120 },
          { title: say(words.until), dataIndex: 'untilOn', width: 120, render: (day: string | null) => day ?? '—' },
          {
            key: 'ask',
            width: 120,
            render: (_, { id, kind }) =>
              kind === 'own' && (
                <Button size="small" onClick={() => setOpened({ what: 'stand-in', postId: id })}>
                  {say(words.ask)}
                </Button>
              ),
          },
        ]}
      />

      <h2>{say(words.password)}</h2>
      <Button onClick={() => setOpened({ what: 'password' })}>{say(words.change)}</Button>

      <h2>{say(words.codes)}</h2>
      <div className="people-bar">
        <span>{say(own.data.hasTotp ? words.codesOn : words.codesOff)}</span>
        {own.data.hasTotp ? (
          <Button onClick={() => setOpened({ what: 'stop' })}>{say(words.stop)}</Button>
        ) : (
          <Button onClick={() => void start()}>{say(words.start)}</Button>
        )}
      </div>

      <h2>{say(words.sessions)}</h2>
      <Table
        size="small"
        rowKey="id"
        dataSource={own.data.sessions}
        pagination={false}
        columns={[
          { title: say(words.begun), dataIndex: 'createdAt', width: 150, render: moment },
          { title: say(words.seen), dataIndex: 'seenAt', width: 150, render: moment },
          { title: say(words.address), dataIndex: 'address', width: 140 },
          { title: say(words.agent), dataIndex: 'agent', ellipsis: true },
          {
            key: 'end',
            width: 90,
            render: (_, { id, isCurrent }) =>
              isCurrent ? (
                <span className="chip chip-on">{say(words.current)}</span>
              ) : (
                <Button size="small" onClick={() => void end(id)}>
                  {say(words.end)}
                </Button>
              ),
          },
        ]}
      />

      <h2>{say(words.tokens)}</h2>
      <p className="quiet">{say(words.tokensHint)}</p>
      <div className="people-bar">
        <Button onClick={() => setOpened({ what: 'token' })}>{say(words.newToken)}</Button>
      </div>
      {tokens.data.tokens.length > 0 && (
        <Table
          size="small"
          rowKey="id"
          dataSource={tokens.data.tokens}
          pagination={false}
          columns={[
            { title: say(words.use), dataIndex: 'name' },
            { title: say(words.permissions), render: (_, each) => each.permissions.join('、') },
            { title: say(words.expires), dataIndex: 'expiresOn', width: 120 },
            { title: say(words.seen), dataIndex: 'usedAt', width: 150, render: moment },
            {
              key: 'revoke',
              width: 90,
              render: (_, { id }) => (
                <Button size="small" danger onClick={() => void revoke(id)}>
                  {say(words.revoke)}
                </Button>
              ),
            },
          ]}
        />
      )}

      <Modal
        open={opened?.what === 'password'}
        title={say(words.change)}
        footer={null}
        onCancel={close}
        destroyOnHidden
      >
        <PasswordForm
          onDone={() => {
            close();
            message.success(say(words.changed));
            void changed();
          }}
        />
      </Modal>
      {opened?.what === 'stand-in' && (
        <FormModal
          title={say(words.ask)}
          fields={[
            {
              name: 'accountId',
              label: words.colleague,
              kind: 'select',
              options: (colleagues.data?.colleagues ?? []).map(({ id, name: who, unitName }) => ({
                value: id,
                label: `${who} · ${unitName}`,
              })),
            },
            { name: 'fromOn', label: words.from, kind: 'date' },
            { name: 'untilOn', label: words.until, kind: 'date' },
            { name: 'reason', label: words.reason, isOptional: true },
          ]}
          initial={{ fromOn: todayHere() }}
          onClose={close}
          onSubmit={async ({ accountId, fromOn, untilOn, reason }) => {
            await perform(peopleOperations['posts.stand-in'], {
              postId: opened.postId,
              accountId: text(accountId),
              fromOn: text(fromOn),
              untilOn: text(untilOn),
              reason: text(reason) === '' ? null : text(reason),
            });
            message.success(say(words.asked));
          }}
        />
      )}
      {opened?.what === 'start' && (
        <FormModal
          title={say(words.codes)}
          hint={say(words.secret, { secret: opened.secret.replaceAll(/(.{4})(?=.)/g, '$1 ') })}
          fields={[
            { name: 'code', label: words.code, autoComplete: 'one-time-code' },
            { name: 'password', label: words.present, kind: 'password', autoComplete: 'current-password' },
          ]}
          onClose={close}
          onSubmit={async ({ code, password }) => {
            const { secret } = opened;
            const given = { secret, code: text(code), password: text(password) };
            const { recoveryCodes } = await perform(peopleOperations['session.confirm-codes'], given);
            setRecovery(recoveryCodes);
            await changed();
          }}
        />
      )}
      {opened?.what === 'stop' && (
        <FormModal
          title={say(words.stop)}
          fields={[{ name: 'password', label: words.present, kind: 'password', autoComplete: 'current-password' }]}
          onClose={close}
          onSubmit={async ({ password }) => {
            await perform(peopleOperations['session.stop-codes'], { password: text(password) });
            await changed();
          }}
        />
      )}
      {opened?.what === 'token' && (
        <FormModal
          title={say(words.newToken)}
          fields={[
            { name: 'name', label: words.use },
            {
              name: 'permissions',
              label: words.permissions,
              kind: 'many',
              options: permissions.filter((each) => each !== 'session.own').map((value) => ({ value, label: value })),
            },
            { name: 'expiresOn', label: words.expires, kind: 'date' },
          ]}
          onClose={close}
          onSubmit={async ({ name: use, permissions: wanted, expiresOn }) => {
            const made = await perform(peopleOperations['session.add-token'], {
              name: text(use),
              permissions: Array.isArray(wanted) ? wanted : [],
              expiresOn: text(expiresOn),
            });
            setToken(made.token);
            await changed();
          }}
        />
      )}
      <Secrets
        title={say(words.tokens)}
        hint={say(words.once)}
        lines={token === null ? [] : [token]}
        onClose={() => setToken(null)}
      />
      <Secrets
        title={say(words.recovery)}
        hint={say(words.recoveryHint)}
        lines={recovery}
        onClose={() => setRecovery([])}
      />
    </div>
  );
}
