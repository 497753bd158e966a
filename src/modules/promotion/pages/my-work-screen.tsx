import './delivery.css';
import { useIsFetching } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { daysBetween } from '../../../core/day.ts';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { PageLink } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import {
  groupOf,
  useMyWork,
  type WorkGroup,
  type WorkItem,
  type WorkKind,
  workGroups,
  workKinds,
} from './use-my-work.ts';

const words = {
  title: { zh: '我的工作', en: 'My work' },
  lead: {
    zh: '今天 {today}：逾期 {overdue} 项，七日内 {week} 项。',
    en: 'Today {today}: {overdue} overdue, {week} within seven days.',
  },
  all: { zh: '全部 {count}', en: 'All {count}' },
  kind: { zh: '类别', en: 'Kind' },
  late: { zh: '逾期 {days} 天', en: '{days} d late' },
  left: { zh: '还有 {days} 天', en: '{days} d left' },
  today: { zh: '今天', en: 'today' },
  none: { zh: '没有待办事项', en: 'Nothing waits for you' },
  noneHint: {
    zh: '填报、审核、审批、承诺到期时会列在这里',
    en: 'Reports, approvals and promises are listed here when they are due',
  },
  people: { zh: '按责任人查看与交接清单', en: 'By person, and hand-over' },
  more: { zh: '再显示 {count} 项', en: '{count} more' },
} satisfies Record<string, Label>;

const shownAtFirst = 60;

function Line({ item, today }: { item: WorkItem; today: string }) {
  const { say } = useLanguage();
  const left = daysBetween(today, item.dueOn);
  const when =
    left < 0 ? say(words.late, { days: -left }) : left === 0 ? say(words.today) : say(words.left, { days: left });
  return (
    <li>
      <span className="nowrap">{item.dueOn}</span>
      <span className="quiet">{say(workKinds[item.kind])}</span>
      <span>
        <PageLink to={item.to} {...(item.search && { search: item.search })}>
          {item.title}
        </PageLink>{' '}
        <span className="quiet">{item.of}</span>
      </span>
      <span className={left < 0 ? 'is-late nowrap' : 'quiet nowrap'}>{when}</span>
    </li>
  );
}

function Group({ group, items, today }: { group: WorkGroup; items: readonly WorkItem[]; today: string }) {
  const { say } = useLanguage();
  const [isAll, setIsAll] = useState(false);
  if (items.length === 0) return null;
  const shown = isAll ? items : items.slice(0, shownAtFirst);
  return (
    <section className="work-group" aria-label={say(workGroups[group])}>
      <h2>
        {say(workGroups[group])} <span className="quiet">{items.length}</span>
      </h2>
      <ul className="work-list">
        {shown.map((item) => (
          <Line key={item.key} item={item} today={today} />
        ))}
      </ul>
      {shown.length < items.length && (
        <button type="button" className="link-button" onClick={() => setIsAll(true)}>
          {say(words.more, { count: items.length - shown.length })}
        </button>
      )}
    </section>
  );
}

/** What the person who looks has to do, by date; each line opens the place where it is done. */
export function MyWorkScreen() {
  const { say } = useLanguage();
  const all = useMyWork();
  // Nothing is not said to wait before everybody has answered.
  const isAsking = useIsFetching({ predicate: ({ state }) => state.status === 'pending' }) > 0 && all.length === 0;
  const maySeePeople = useMay('register.read');
  const [kind, setKind] = useState<WorkKind | 'all'>('all');
  const today = todayHere();
  const byGroup = Map.groupBy(
    all.filter((item) => kind === 'all' || item.kind === kind),
    ({ dueOn }) => groupOf(dueOn, today),
  );
  const counts = Map.groupBy(all, (item) => groupOf(item.dueOn, today));
  const kinds = (Object.keys(workKinds) as WorkKind[]).flatMap((value) => {
    const count = all.filter((item) => item.kind === value).length;
    return count === 0 ? [] : [{ value, label: `${say(workKinds[value])} ${count}` }];
  });
  return (
    <div className="page">
      <h1>{say(words.title)}</h1>
      <p className="lead">
        {!isAsking &&
          say(words.lead, {
            today,
            overdue: counts.get('overdue')?.length ?? 0,
            week: counts.get('week')?.length ?? 0,
          })}{' '}
        {maySeePeople && <PageLink to="/delivery/people">{say(words.people)}</PageLink>}
      </p>
      {kinds.length > 1 && (
        <div className="work-kinds">
          <Segmented
            aria-label={say(words.kind)}
            value={kind}
            onChange={setKind}
            options={[{ value: 'all' as const, label: say(words.all, { count: all.length }) }, ...kinds]}
          />
        </div>
      )}
      {isAsking && <Waiting />}
      {all.length === 0 && !isAsking && <Nothing title={say(words.none)} hint={say(words.noneHint)} />}
      {(Object.keys(workGroups) as WorkGroup[]).map((group) => (
        <Group key={`${kind} ${group}`} group={group} items={byGroup.get(group) ?? []} today={today} />
      ))}
    </div>
  );
}
