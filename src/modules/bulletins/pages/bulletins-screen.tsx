import { EditOutlined, FileAddOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { isLost, Refusal } from '../../../web/client.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink, useGo } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { useAction, useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { type BulletinSummary, bulletinStages } from '../bulletin.ts';
import { bulletinOperations } from '../operations.ts';
import { blankMarkdown } from './blank-markdown.ts';
import { BulletinEditor } from './bulletin-editor.tsx';
import { NewMonthly } from './new-monthly.tsx';

const words = {
  title: { zh: '通报', en: 'Bulletins' },
  lead: {
    zh: '按已审定的数据起草，审定后印发；每个数字连着来源，印发后连同数据封存，可排成公文下载。',
    en: 'Drafted from approved figures, approved, then published: every figure tied to its source, frozen, set as an official document.',
  },
  name: { zh: '标题', en: 'Title' },
  period: { zh: '期别', en: 'Period' },
  state: { zh: '状态', en: 'State' },
  updated: { zh: '更新', en: 'Updated' },
  monthly: { zh: '生成通报', en: 'Draft from figures' },
  outdated: { zh: '{count} 个数字已变', en: '{count} figures changed' },
  blank: { zh: '另起草', en: 'Write one' },
  none: { zh: '还没有通报', en: 'No bulletins yet' },
  noneHint: {
    zh: '选好期别、单位或园区，由已审定的数据生成草稿',
    en: 'Choose a period, a unit or parks, and draft it from the approved figures',
  },
  failed: { zh: '没有成功，请再试一次', en: 'It did not work; please try again' },
} satisfies Record<string, Label>;

/** Older ones are looked at when they are opened. */
const mostMarked = 12;

function BulletinRow({ bulletin, changes }: { bulletin: BulletinSummary; changes: number }) {
  const { say, language } = useLanguage();
  const { id, title, period, state, updatedAt, updatedBy } = bulletin;
  return (
    <tr>
      <td className="plan-name">
        <PageLink to={`/bulletins/${id}`}>{title}</PageLink>
      </td>
      <td>{period ?? '—'}</td>
      <td>
        <span className={state === 'published' ? 'chip chip-on' : 'chip'}>{say(bulletinStages.stages[state])}</span>
        {changes > 0 && <span className="chip chip-outdated">{say(words.outdated, { count: changes })}</span>}
      </td>
      <td className="quiet">
        {new Date(updatedAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
          dateStyle: 'short',
          timeStyle: 'short',
        })}
        <small>{updatedBy}</small>
      </td>
    </tr>
  );
}

function NewBulletin() {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const go = useGo();
  const [making, setMaking] = useState<'monthly' | 'text' | null>(null);
  const draft = useAction(bulletinOperations['bulletins.draft']);
  const refused = (error: unknown) =>
    void message.error(error instanceof Refusal ? say(error.label) : say(words.failed), isLost(error) ? 8 : 5);
  const opened = ({ id }: { id: string }) => go(`/bulletins/${id}`);
  const close = () => setMaking(null);
  return (
    <div className="page-actions">
      <Button type="primary" icon={<FileAddOutlined />} onClick={() => setMaking('monthly')}>
        {say(words.monthly)}
      </Button>
      <Button icon={<EditOutlined />} onClick={() => setMaking('text')}>
        {say(words.blank)}
      </Button>
      {making === 'monthly' && <NewMonthly onClose={close} />}
      {making === 'text' && (
        <BulletinEditor
          markdown={blankMarkdown}
          isSaving={draft.isPending}
          onClose={close}
          onSave={(markdown) => draft.mutate({ markdown }, { onSuccess: opened, onError: refused })}
        />
      )}
    </div>
  );
}

/** Which published ones read otherwise today; asked after the list, for every one of them is worked out anew. */
function useChanges(bulletins: readonly BulletinSummary[]): ReadonlyMap<string, number> {
  const ids = bulletins
    .filter(({ state }) => state === 'published')
    .slice(0, mostMarked)
    .map(({ id }) => id);
  const asked = { ids: ids.join(',') };
  const { data } = useOperation(bulletinOperations['bulletins.freshness'], asked, { enabled: ids.length > 0 });
  return new Map(data?.bulletins.map(({ id, changes }) => [id, changes]));
}

export function BulletinsScreen() {
  const { say } = useLanguage();
  const mayWrite = useMay(bulletinOperations['bulletins.draft'].permission);
  const { data, error, refetch } = useOperation(bulletinOperations['bulletins.list'], {});
  const changes = useChanges(data?.bulletins ?? []);
  return (
    <div className="page">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      {mayWrite && <NewBulletin />}
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.bulletins.length === 0 && <Nothing title={say(words.none)} hint={say(words.noneHint)} />}
      {data && data.bulletins.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
        <section className="table-scroll" tabIndex={0} aria-label={say(words.title)}>
          <table className="plain-table">
            <thead>
              <tr>
                <th>{say(words.name)}</th>
                <th>{say(words.period)}</th>
                <th>{say(words.state)}</th>
                <th>{say(words.updated)}</th>
              </tr>
            </thead>
            <tbody>
              {data.bulletins.map((bulletin) => (
                <BulletinRow key={bulletin.id} bulletin={bulletin} changes={changes.get(bulletin.id) ?? 0} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
