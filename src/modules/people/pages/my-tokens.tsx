import { Button, Table } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { perform } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { peopleOperations } from '../operations.ts';
import { textOf } from './answers.ts';
import { type Answers, FormModal } from './form-modal.tsx';
import { useMoment } from './moment.ts';
import { ShownOnce } from './shown-once.tsx';

const words = {
  tokens: { zh: '接口令牌', en: 'API tokens' },
  hint: {
    zh: '供程序代您调用接口，权限不超过您本人；请求头写 Authorization: Bearer 令牌。',
    en: 'For programs that act for you, never with more than you may; sent as Authorization: Bearer.',
  },
  new: { zh: '建立令牌', en: 'New token' },
  use: { zh: '用途', en: 'What for' },
  permissions: { zh: '权限', en: 'Permissions' },
  expires: { zh: '最后一日', en: 'Last day' },
  seen: { zh: '最近使用', en: 'Last use' },
  revoke: { zh: '作废', en: 'Revoke' },
  once: { zh: '只显示这一次，请立即复制', en: 'Shown only now: copy it at once' },
} satisfies Record<string, Label>;

interface Props {
  /** What one may do: a token may do no more. */
  readonly permissions: readonly string[];
  readonly onChanged: () => Promise<unknown>;
}

/** Tokens with which programs act for one: made, shown once, revoked. */
export function MyTokens({ permissions, onChanged }: Props) {
  const { say } = useLanguage();
  const moment = useMoment();
  const { data } = useOperation(peopleOperations['session.tokens'], {});
  const [isMaking, setIsMaking] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const make = async ({ name, permissions: wanted, expiresOn }: Answers) => {
    const { token } = await perform(peopleOperations['session.add-token'], {
      name: textOf(name),
      permissions: Array.isArray(wanted) ? wanted : [],
      expiresOn: textOf(expiresOn),
    });
    setMade(token);
    await onChanged();
  };
  const revoke = async (tokenId: string) => {
    await perform(peopleOperations['session.end-token'], { tokenId });
    await onChanged();
  };
  const options = permissions.filter((each) => each !== 'session.own').map((value) => ({ value, label: value }));
  return (
    <>
      <h2>{say(words.tokens)}</h2>
      <p className="quiet">{say(words.hint)}</p>
      <div className="people-bar">
        <Button onClick={() => setIsMaking(true)}>{say(words.new)}</Button>
      </div>
      {data !== undefined && data.tokens.length > 0 && (
        <Table
          size="small"
          rowKey="id"
          dataSource={data.tokens}
          pagination={false}
          scroll={{ x: 700 }}
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
      {isMaking && (
        <FormModal
          title={say(words.new)}
          fields={[
            { name: 'name', label: words.use },
            { name: 'permissions', label: words.permissions, kind: 'many', options },
            { name: 'expiresOn', label: words.expires, kind: 'date' },
          ]}
          onClose={() => setIsMaking(false)}
          onSubmit={make}
        />
      )}
      <ShownOnce
        title={say(words.tokens)}
        hint={say(words.once)}
        lines={made === null ? [] : [made]}
        onClose={() => setMade(null)}
      />
    </>
  );
}
