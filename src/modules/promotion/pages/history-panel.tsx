import type { Label } from '../../../core/text.ts';
import type { Evidence } from '../../../web/evidence-field.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import type { Delivery } from '../../projects/delivery-operations.ts';
import { actions, enrolments, facts, type ProjectAction } from '../../projects/lifecycle.ts';
import { type SiteNote, siteOperations } from '../../projects/site-operations.ts';
import { stageWord } from './act-buttons.tsx';
import { fileAddress } from './keep-file.ts';
import { useUnitName } from './names.ts';
import { Panel } from './panel.tsx';
import { useProject } from './use-project.ts';

const words = {
  title: { zh: '经过', en: 'History' },
  none: { zh: '还没有流转记录；当前阶段来自项目登记。', en: 'No step yet; the stage comes from the register.' },
  open: { zh: '建档', en: 'Recorded' },
  statistics: { zh: '入库纳统', en: 'Statistics' },
  seen: { zh: '现场', en: 'On site' },
  progress: { zh: '完成 {share}%', en: '{share}% built' },
  older: { zh: '更早的现场登记还有 {count} 条', en: '{count} older notes from the site' },
} satisfies Record<string, Label>;

export function Files({ files }: { files: readonly Evidence[] }) {
  if (files.length === 0) return null;
  return (
    <span className="files">
      {files.map(({ fileId, name }) => (
        <a key={fileId} href={fileAddress(fileId)} download={name}>
          {name}
        </a>
      ))}
    </span>
  );
}

type Event = Delivery['events'][number];

/** A step of the project or a note from its site: the last day first. */
type Entry = { readonly on: string; readonly event: Event } | { readonly on: string; readonly note: SiteNote };

function Who({ by, byUnit, at }: { by: string; byUnit: string; at: string }) {
  const { language } = useLanguage();
  const unitName = useUnitName();
  return (
    <small className="quiet">
      {by}（{unitName(byUnit)}） {new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')}
    </small>
  );
}

const actionWord = ({ track, action }: Event): Label => {
  if (track === 'statistics') return enrolments[action as keyof typeof enrolments] ?? words.statistics;
  return action === 'open' ? words.open : actions[action as ProjectAction].label;
};

/** Steps and notes of the project, the last day first, and how many older notes there are. */
function useHistory() {
  const { card, events } = useProject();
  const { data: seen } = useOperation(siteOperations['site.notes'], { id: card.id });
  const entries: Entry[] = [
    ...events.toReversed().map((event) => ({ on: event.on, event })),
    ...(seen?.notes ?? []).map((note) => ({ on: note.on, note })),
  ].toSorted((one, other) => other.on.localeCompare(one.on));
  return { entries, older: (seen?.total ?? 0) - (seen?.notes.length ?? 0) };
}

interface News {
  readonly key: string;
  readonly on: string;
  readonly text: string;
}

/** The last step and what was last seen on the site, the later one first. */
export function useLatest(): readonly News[] {
  const { say } = useLanguage();
  const { entries } = useHistory();
  const step = entries.find((entry) => 'event' in entry);
  const seen = entries.find((entry) => 'note' in entry);
  const news = [step, seen].flatMap((entry): News[] => {
    if (entry === undefined) return [];
    if ('event' in entry) {
      const track = entry.event.track === 'statistics' ? `${say(words.statistics)}：` : '';
      return [{ key: 'step', on: entry.on, text: track + say(actionWord(entry.event)) }];
    }
    return [{ key: 'seen', on: entry.on, text: `${say(words.seen)}：${entry.note.text}` }];
  });
  return news.toSorted((one, other) => other.on.localeCompare(one.on));
}

function Step({ event }: { event: Event }) {
  const { say } = useLanguage();
  return (
    <div>
      <b>
        {event.track === 'statistics' && `${say(words.statistics)}：`}
        {say(actionWord(event))}
      </b>{' '}
      {event.track === 'life' && event.from !== null && (
        <span className="quiet">
          {say(stageWord(event.from))} → {say(stageWord(event.to))}
        </span>
      )}
      {event.reason && <p>{event.reason}</p>}
      {Object.entries(event.stated).map(([fact, said]) => (
        <p key={fact}>
          {say(facts[fact as keyof typeof facts])}：{said}
        </p>
      ))}
      <Files files={event.evidence} />
      <Who {...event} />
    </div>
  );
}

function Seen({ note }: { note: SiteNote }) {
  const { say } = useLanguage();
  return (
    <div>
      <b>{say(words.seen)}</b>{' '}
      {note.progress !== null && <span className="quiet">{say(words.progress, { share: note.progress })}</span>}
      <p>{note.text}</p>
      <Files files={note.evidence} />
      <Who {...note} />
    </div>
  );
}

/** Every step and every note from the site, with its evidence and who recorded it when; nothing here is ever changed. */
export function HistoryPanel() {
  const { say } = useLanguage();
  const { entries, older } = useHistory();
  return (
    <Panel title={say(words.title)} id="history">
      {entries.length === 0 && <p className="quiet">{say(words.none)}</p>}
      <ol className="events">
        {entries.map((entry) => (
          <li key={'event' in entry ? entry.event.seq : entry.note.noteId}>
            <time>{entry.on}</time>
            {'event' in entry ? <Step event={entry.event} /> : <Seen note={entry.note} />}
          </li>
        ))}
      </ol>
      {older > 0 && <p className="quiet">{say(words.older, { count: older })}</p>}
    </Panel>
  );
}
