import { App, Button, Table } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { perform } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import type { Post } from '../account.ts';
import { peopleOperations } from '../operations.ts';
import { roles } from '../roles.ts';
import { textOf } from './answers.ts';
import { type Answers, FormModal } from './form-modal.tsx';
import { todayHere } from './moment.ts';

const words = {
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
} satisfies Record<string, Label>;

function StandInForm({ postId, onClose }: { postId: string; onClose: () => void }) {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const { data } = useOperation(peopleOperations['accounts.colleagues'], {});
  const options = (data?.colleagues ?? []).map(({ id, name, unitName }) => ({
    value: id,
    label: `${name} · ${unitName}`,
  }));
  const arrange = async ({ accountId, fromOn, untilOn, reason }: Answers) => {
    await perform(peopleOperations['posts.stand-in'], {
      postId,
      accountId: textOf(accountId),
      fromOn: textOf(fromOn),
      untilOn: textOf(untilOn),
      reason: textOf(reason) === '' ? null : textOf(reason),
    });
    message.success(say(words.asked));
  };
  return (
    <FormModal
      title={say(words.ask)}
      fields={[
        { name: 'accountId', label: words.colleague, kind: 'select', options },
        { name: 'fromOn', label: words.from, kind: 'date' },
        { name: 'untilOn', label: words.until, kind: 'date' },
        { name: 'reason', label: words.reason, isOptional: true },
      ]}
      initial={{ fromOn: todayHere() }}
      onClose={onClose}
      onSubmit={arrange}
    />
  );
}

/** One's posts, and the way to let somebody stand in for one of them. */
export function MyPosts({ posts }: { posts: readonly Post[] }) {
  const { say } = useLanguage();
  const [asking, setAsking] = useState<string | null>(null);
  return (
    <>
      <h2>{say(words.posts)}</h2>
      <Table
        size="small"
        rowKey="id"
        dataSource={[...posts]}
        pagination={false}
        scroll={{ x: 560 }}
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
                <Button size="small" onClick={() => setAsking(id)}>
                  {say(words.ask)}
                </Button>
              ),
          },
        ]}
      />
      {asking !== null && <StandInForm postId={asking} onClose={() => setAsking(null)} />}
    </>
  );
}
