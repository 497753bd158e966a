import { Button, Table } from 'antd';
import type * as z from 'zod';
import type { Label } from '../../../core/text.ts';
import { perform } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { peopleOperations } from '../operations.ts';
import { useMoment } from './moment.ts';

const words = {
  sessions: { zh: '登录中的会话', en: 'Sessions' },
  current: { zh: '当前', en: 'This one' },
  begun: { zh: '登录', en: 'Since' },
  seen: { zh: '最近使用', en: 'Last use' },
  address: { zh: '来源', en: 'From' },
  agent: { zh: '浏览器', en: 'Browser' },
  end: { zh: '结束', en: 'End' },
} satisfies Record<string, Label>;

type Sessions = z.output<(typeof peopleOperations)['session.list']['output']>['sessions'];

interface Props {
  readonly sessions: Sessions;
  readonly onChanged: () => Promise<unknown>;
}

/** Where one is signed in; any but the present one can be ended from here. */
export function MySessions({ sessions, onChanged }: Props) {
  const { say } = useLanguage();
  const moment = useMoment();
  const end = async (sessionId: string) => {
    await perform(peopleOperations['session.end'], { sessionId });
    await onChanged();
  };
  return (
    <>
      <h2>{say(words.sessions)}</h2>
      <Table
        size="small"
        rowKey="id"
        dataSource={sessions}
        pagination={false}
        scroll={{ x: 760 }}
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
    </>
  );
}
