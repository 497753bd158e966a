import { Button } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { isOpenPost, type Post, type PostRole, postRoles } from '../../projects/delivery.ts';
import { deliveryOperations } from '../../projects/delivery-operations.ts';
import { AskModal } from './ask-modal.tsx';
import { Panel } from './panel.tsx';
import { optionsOf } from './show.ts';
import { useMayMove, useProject, useWrite } from './use-project.ts';

const words = {
  title: { zh: '责任人', en: 'People in charge' },
  assign: { zh: '落实责任人', en: 'Put in charge' },
  role: { zh: '职责', en: 'As' },
  person: { zh: '姓名或单位', en: 'Name, or unit' },
  personUnit: { zh: '所在单位、职务', en: 'Unit and office' },
  from: { zh: '起始日期', en: 'From' },
  none: { zh: '还没有落实责任人', en: 'Nobody is in charge yet' },
  release: { zh: '调整', en: 'Change' },
  releaseTitle: { zh: '{role}调整：{person}', en: '{role}: {person} leaves' },
  successor: { zh: '接任（没有可不填）', en: 'Successor, if any' },
  on: { zh: '调整日期', en: 'On' },
  reason: { zh: '原因', en: 'Reason' },
  past: { zh: '往任 {count} 人', en: '{count} before' },
  since: { zh: '{day} 起', en: 'since {day}' },
} satisfies Record<string, Label>;

function Assign({ onClose }: { onClose: () => void }) {
  const { say } = useLanguage();
  const { card } = useProject();
  const write = useWrite();
  return (
    <AskModal
      title={say(words.assign)}
      asks={[
        { id: 'role', label: words.role, kind: 'choice', options: optionsOf(postRoles, say), isRequired: true },
        { id: 'person', label: words.person, isRequired: true },
        { id: 'personUnit', label: words.personUnit },
        { id: 'fromOn', label: words.from, kind: 'day', isRequired: true, first: todayHere() },
      ]}
      onClose={onClose}
      onSubmit={({ text: { role, person = '', personUnit = '', fromOn = '' } }) =>
        write(deliveryOperations['delivery.assign'], {
          id: card.id,
          role: role as PostRole,
          person,
          personUnit: personUnit === '' ? null : personUnit,
          fromOn,
        })
      }
    />
  );
}

function Release({ post, onClose }: { post: Post; onClose: () => void }) {
  const { say } = useLanguage();
  const { card } = useProject();
  const write = useWrite();
  return (
    <AskModal
      title={say(words.releaseTitle, { role: say(postRoles[post.role]), person: post.person })}
      asks={[
        { id: 'on', label: words.on, kind: 'day', isRequired: true, first: todayHere() },
        { id: 'reason', label: words.reason, isRequired: true },
        { id: 'successor', label: words.successor },
      ]}
      onClose={onClose}
      onSubmit={({ text: { on = '', reason = '', successor = '' } }) =>
        write(deliveryOperations['delivery.release'], {
          id: card.id,
          postId: post.postId,
          on,
          reason,
          ...(successor !== '' && { successor }),
        })
      }
    />
  );
}

/** 三级包保、专班、首席服务员: who answers for the project, and the hand-over when somebody leaves. */
export function PeoplePanel() {
  const { say } = useLanguage();
  const { posts } = useProject();
  const mayMove = useMayMove();
  const [isAssigning, setIsAssigning] = useState(false);
  const [leaving, setLeaving] = useState<Post | null>(null);
  const today = todayHere();
  const open = posts.filter((post) => isOpenPost(post, today));
  const past = posts.filter((post) => post.toOn !== null && post.toOn <= today);
  const tools = mayMove && (
    <Button size="small" onClick={() => setIsAssigning(true)}>
      {say(words.assign)}
    </Button>
  );
  return (
    <Panel title={say(words.title)} id="people" tools={tools}>
      {open.length === 0 && <p className="quiet">{say(words.none)}</p>}
      <ul className="people">
        {open.map((post) => (
          <li key={post.postId}>
            <span className="quiet">{say(postRoles[post.role])}</span>
            <span>
              <b>{post.person}</b> {post.personUnit}{' '}
              <small className="quiet">{say(words.since, { day: post.fromOn })}</small>
            </span>
            {mayMove && (
              <Button
                size="small"
                type="text"
                aria-label={`${say(words.release)} ${post.person}`}
                onClick={() => setLeaving(post)}
              >
                {say(words.release)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {past.length > 0 && (
        <details className="past">
          <summary>{say(words.past, { count: past.length })}</summary>
          {past.map((post) => (
            <div key={post.postId} className="quiet">
              {say(postRoles[post.role])} {post.person} {post.fromOn} 至 {post.toOn}（{post.reason}）
            </div>
          ))}
        </details>
      )}
      {isAssigning && <Assign onClose={() => setIsAssigning(false)} />}
      {leaving && <Release post={leaving} onClose={() => setLeaving(null)} />}
    </Panel>
  );
}
