import type { Label } from '../../../core/text.ts';
import type { Evidence } from '../../../web/evidence-field.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { actions, enrolments, facts, type ProjectAction } from '../../projects/lifecycle.ts';
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

/** Every step with its day, its reason, its evidence and who recorded it when; nothing here is ever changed. */
export function HistoryPanel() {
  const { say, language } = useLanguage();
  const { events } = useProject();
  const unitName = useUnitName();
  const actionWord = (track: string, action: string): Label => {
    if (track === 'statistics') return enrolments[action as keyof typeof enrolments] ?? words.statistics;
    return action === 'open' ? words.open : actions[action as ProjectAction].label;
  };
  return (
    <Panel title={say(words.title)} id="history">
      {events.length === 0 && <p className="quiet">{say(words.none)}</p>}
      <ol className="events">
        {events.toReversed().map((event) => (
          <li key={event.seq}>
            <time>{event.on}</time>
            <div>
              <b>
                {event.track === 'statistics' && `${say(words.statistics)}：`}
                {say(actionWord(event.track, event.action))}
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
              <small className="quiet">
                {event.by}（{unitName(event.byUnit)}）{' '}
                {new Date(event.at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')}
              </small>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
