import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { promiseStatuses } from '../promise.ts';
import { promiseOperations } from '../promise-operations.ts';
import { useLatest } from './history-panel.tsx';
import { Panel } from './panel.tsx';
import { useProject } from './use-project.ts';

const words = {
  title: { zh: '承诺与近况', en: 'Promises and news' },
  none: { zh: '没有登记承诺', en: 'No promises entered' },
  count: { zh: '{status} {count}', en: '{status} {count}' },
  due: { zh: '{day} 到期：{said}', en: 'due {day}: {said}' },
  promises: { zh: '承诺', en: 'Promises' },
  latest: { zh: '近况', en: 'Latest' },
} satisfies Record<string, Label>;

const most = 2;

/** What is promised and what happened last, in a few lines: the whole of it stands below. */
export function GlancePanel() {
  const { say, language } = useLanguage();
  const { card } = useProject();
  const latest = useLatest();
  const { data } = useOperation(promiseOperations['promises.list'], { projectId: card.id });
  const counts = [...Map.groupBy(data?.promises ?? [], ({ status }) => status)].map(([status, { length }]) => ({
    status,
    count: length,
  }));
  const coming = data?.promises
    .filter(({ status, dueOn }) => dueOn !== null && ['not-due', 'due-soon', 'unproven'].includes(status))
    .toSorted((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''))
    .slice(0, most);
  return (
    <Panel title={say(words.title)}>
      <ul className="glance">
        <li>
          <a href="#promises">{say(words.promises)}</a>{' '}
          {counts.length === 0 && <span className="quiet">{say(words.none)}</span>}
          {counts
            .map(({ status, count }) => say(words.count, { status: say(promiseStatuses[status]), count }))
            .join(language === 'zh' ? '、' : ', ')}
        </li>
        {coming?.map(({ id, dueOn, said }) => (
          <li key={id} className="cut" title={say(said)}>
            {say(words.due, { day: dueOn ?? '', said: say(said) })}
          </li>
        ))}
        {latest.map(({ key, on, text }, i) => (
          <li key={key} className="cut" title={text}>
            {i === 0 && (
              <>
                <a href="#history">{say(words.latest)}</a>{' '}
              </>
            )}
            <span className="quiet">{on}</span> {text}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
