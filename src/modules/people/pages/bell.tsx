import './people.css';
import { BellOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Popover } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { perform } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useGo } from '../../../web/router.tsx';
import { useSession } from '../../../web/session.ts';
import { keyOf } from '../../../web/use-operation.ts';
import type { Notice } from '../notice.ts';
import { peopleOperations } from '../operations.ts';
import { useMoment } from './moment.ts';

const words = {
  notices: { zh: '提醒', en: 'Notices' },
  unread: { zh: '提醒，{count} 条未读', en: 'Notices, {count} unread' },
  none: { zh: '没有提醒', en: 'No notices' },
  all: { zh: '全部标为已读', en: 'Mark all as read' },
  new: { zh: '未读', en: 'Unread' },
} satisfies Record<string, Label>;

const refreshMs = 60_000;
const list = peopleOperations['notices.list'];

function NoticeItem({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { say } = useLanguage();
  const moment = useMoment();
  const { subject, text, createdAt, createdBy, readAt } = notice;
  return (
    <li>
      <button type="button" className={readAt === null ? 'notice is-unread' : 'notice'} onClick={onOpen}>
        <b>
          {readAt === null && <span className="visually-hidden">{say(words.new)} </span>}
          {say(subject)}
        </b>
        <span>{say(text)}</span>
        <small>
          {moment(createdAt)} · {createdBy}
        </small>
      </button>
    </li>
  );
}

/** What waits for whoever is here: the count on every page, and each notice leads to where it is dealt with. */
export function Bell() {
  const { say } = useLanguage();
  const go = useGo();
  const session = useSession();
  const queries = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery({
    queryKey: keyOf(list, {}),
    queryFn: ({ signal }) => perform(list, {}, { signal }),
    refetchInterval: refreshMs,
    enabled: session?.isSample === false,
  });
  if (data === undefined) return null;
  const { unread, notices } = data;
  const read = async (ids?: string[]) => {
    await perform(peopleOperations['notices.read'], ids === undefined ? {} : { ids });
    await queries.invalidateQueries({ queryKey: keyOf(list, {}) });
  };
  const open = ({ id, path, readAt }: Notice) => {
    setIsOpen(false);
    if (readAt === null) void read([id]);
    const [to = '/', query] = path.split('?');
    go(to, Object.fromEntries(new URLSearchParams(query)));
  };
  const content = (
    <div className="notices">
      {notices.length === 0 && <p className="quiet">{say(words.none)}</p>}
      <ul>
        {notices.map((notice) => (
          <NoticeItem key={notice.id} notice={notice} onOpen={() => open(notice)} />
        ))}
      </ul>
      {unread > 0 && (
        <Button size="small" onClick={() => void read()}>
          {say(words.all)}
        </Button>
      )}
    </div>
  );
  const label = unread > 0 ? say(words.unread, { count: unread }) : say(words.notices);
  return (
    <Popover
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      classNames={{ root: 'notices-popover' }}
      title={say(words.notices)}
      content={content}
    >
      <Button
        type="text"
        aria-label={label}
        icon={
          <Badge count={unread} size="small" overflowCount={99}>
            <BellOutlined />
          </Badge>
        }
      />
    </Popover>
  );
}
