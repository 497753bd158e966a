import './delivery.css';
import { Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { type PromiseStatus, type PromiseView, promiseMeasures } from '../promise.ts';
import { promiseOperations } from '../promise-operations.ts';
import { askOf } from '../promise-words.ts';
import { DemoNote } from './demo-note.tsx';
import { useUnitName } from './names.ts';
import { Wide } from './panel.tsx';
import { PromiseLamp, PromiseSourceWords, sayActual } from './promises-panel.tsx';

const words = {
  title: { zh: '承诺履约', en: 'Promises' },
  lead: {
    zh: '承诺的日期已过而没有实际数，是“到期未核实”，不算违约；文件没有写日期的，规划期满后列入“规划期满未核实”。到 {day} 为止到期的都在“需核实”里。',
    en: 'Past its day without a figure a promise is not verified, which is no breach; one without a day is asked for when its plan is over. “To verify” holds what is due up to {day}.',
  },
  project: { zh: '项目', en: 'Project' },
  promise: { zh: '承诺', en: 'Promise' },
  due: { zh: '期限', en: 'Due' },
  actual: { zh: '实际', en: 'Actual' },
  status: { zh: '履约', en: 'Standing' },
  ask: { zh: '要填什么', en: 'What to enter' },
  source: { zh: '依据', en: 'Source' },
  late: { zh: '已过 {days} 天', en: '{days} d past' },
  until: { zh: '规划至 {day}', en: 'plan until {day}' },
  show: { zh: '哪些承诺', en: 'Which promises' },
  measure: { zh: '全部内容', en: 'Any measure' },
  search: { zh: '项目名称', en: 'Project' },
  none: { zh: '没有这样的承诺', en: 'No such promise' },
  noneHint: { zh: '承诺在项目页的“承诺台账”里登记，或从读过的规划采用', en: 'Enter promises on the page of a project' },
  more: { zh: '再显示 {count} 项', en: 'Show {count} more' },
} satisfies Record<string, Label>;

interface Group {
  readonly label: Label;
  readonly of: readonly PromiseStatus[];
}
const groups = {
  verify: { label: { zh: '需核实', en: 'To verify' }, of: ['breached', 'unproven', 'due-soon'] },
  over: { label: { zh: '规划期满未核实', en: 'Plan over' }, of: ['plan-over'] },
  later: { label: { zh: '未到期', en: 'Not due' }, of: ['not-due'] },
  undated: { label: { zh: '未约定期限', en: 'No day' }, of: ['undated'] },
  settled: { label: { zh: '已了结', en: 'Settled' }, of: ['kept', 'remedied', 'waived'] },
} as const satisfies Record<string, Group>;
type GroupId = keyof typeof groups;
const isIn = (group: GroupId, status: PromiseStatus): boolean =>
  (groups[group].of as readonly PromiseStatus[]).includes(status);

const open: readonly PromiseStatus[] = [...groups.verify.of, ...groups.over.of];
const most = 2000;
const shownAtOnce = 100;

function Due({ dueOn, period, daysLate, source }: PromiseView) {
  const { say } = useLanguage();
  const until = source.kind === 'document' ? source.until : undefined;
  return (
    <td className="nowrap" data-label={say(words.due)}>
      {dueOn ?? period ?? '—'}
      {daysLate !== null && daysLate > 0 && <small className="is-late">{say(words.late, { days: daysLate })}</small>}
      {dueOn === null && until !== undefined && <small>{say(words.until, { day: until })}</small>}
    </td>
  );
}

function Row({ promise }: { promise: PromiseView }) {
  const { say } = useLanguage();
  const unitName = useUnitName();
  const { project, said, actual, status, source } = promise;
  return (
    <tr>
      <td>
        <PageLink to={`/delivery/${project.id}`}>{project.name}</PageLink>
        <small>{unitName(project.unitPath)}</small>
      </td>
      <th scope="row">{say(said)}</th>
      <Due {...promise} />
      <td data-label={say(words.actual)}>
        {sayActual(promise)}
        {actual && actual.on !== actual.said && <small>{actual.on}</small>}
      </td>
      <td>
        <PromiseLamp status={status} />
      </td>
      <td data-label={say(words.ask)}>{open.includes(status) && say(askOf(promise))}</td>
      <td data-label={say(words.source)}>
        <PromiseSourceWords source={source} />
      </td>
    </tr>
  );
}

function Rows({ promises }: { promises: readonly PromiseView[] }) {
  const { say } = useLanguage();
  const [count, setCount] = useState(shownAtOnce);
  const heads = [words.project, words.promise, words.due, words.actual, words.status, words.ask, words.source];
  const rest = Math.min(shownAtOnce, promises.length - count);
  return (
    <>
      <Wide label={say(words.title)}>
        <table className="plain-table promises-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head.en} scope="col">
                  {say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {promises.slice(0, count).map((promise) => (
              <Row key={promise.id} promise={promise} />
            ))}
          </tbody>
        </table>
      </Wide>
      {rest > 0 && (
        <button type="button" className="link-button" onClick={() => setCount(count + rest)}>
          {say(words.more, { count: rest })}
        </button>
      )}
    </>
  );
}

/** Every promise in reach by where it stands: what is due, what is known of it, and what has to be entered. */
export function PromisesScreen() {
  const { say } = useLanguage();
  const [group, setGroup] = useState<GroupId>('verify');
  const [measure, setMeasure] = useState<string | undefined>();
  const [search, setSearch] = useState('');
  const { data, error, refetch } = useOperation(promiseOperations['promises.due'], {
    all: 'true',
    limit: most,
    ...(measure !== undefined && { measure }),
  });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  const countOf = (id: GroupId) =>
    data.counts.filter(({ status }) => isIn(id, status)).reduce((sum, { count }) => sum + count, 0);
  const shown = data.promises.filter(
    ({ status, project }) => isIn(group, status) && project.name.includes(search.trim()),
  );
  return (
    <div className="page">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead, { day: data.by })}</p>
      <DemoNote />
      <div className="work-kinds">
        <Segmented
          aria-label={say(words.show)}
          value={group}
          onChange={setGroup}
          options={(Object.keys(groups) as GroupId[]).map((id) => ({
            value: id,
            label: `${say(groups[id].label)} ${countOf(id)}`,
          }))}
        />
      </div>
      <div className="page-actions">
        <Select
          aria-label={say(words.promise)}
          placeholder={say(words.measure)}
          allowClear
          value={measure ?? null}
          onChange={(next: string | null | undefined) => setMeasure(next ?? undefined)}
          options={promiseMeasures.map(({ id, label }) => ({ value: id, label: say(label) }))}
          className="person-select"
        />
        <Input
          aria-label={say(words.search)}
          placeholder={say(words.search)}
          allowClear
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          className="person-select"
        />
      </div>
      {shown.length === 0 ? (
        <Nothing title={say(words.none)} hint={say(words.noneHint)} />
      ) : (
        <Rows key={`${group} ${measure} ${search}`} promises={shown} />
      )}
    </div>
  );
}
