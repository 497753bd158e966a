import { Button } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { useMay } from '../../../web/session.ts';
import { type Listing, type ProjectList, projectLists } from '../../projects/delivery.ts';
import { deliveryOperations } from '../../projects/delivery-operations.ts';
import { AskModal } from './ask-modal.tsx';
import { KinList } from './kin-list.tsx';
import { Panel } from './panel.tsx';
import { optionsOf } from './show.ts';
import { useProject, useWrite } from './use-project.ts';

const words = {
  title: { zh: '年度清单', en: 'Lists of the year' },
  enter: { zh: '列入清单', en: 'Enter a list' },
  list: { zh: '清单', en: 'List' },
  year: { zh: '年度', en: 'Year' },
  on: { zh: '日期', en: 'Day' },
  entryReason: { zh: '列入理由', en: 'Why it enters' },
  exitReason: { zh: '退出理由', en: 'Why it leaves' },
  leave: { zh: '退出', en: 'Leave' },
  leaveTitle: { zh: '退出{list}（{year}）', en: 'Leave {list} ({year})' },
  none: { zh: '未列入任何清单', en: 'On no list' },
  wrongYear: { zh: '年度写作 2026', en: 'as 2026' },
  left: { zh: '{day} 退出：{reason}', en: 'left {day}: {reason}' },
} satisfies Record<string, Label>;

function Enter({ onClose }: { onClose: () => void }) {
  const { say } = useLanguage();
  const { card } = useProject();
  const write = useWrite();
  return (
    <AskModal
      title={say(words.enter)}
      asks={[
        { id: 'list', label: words.list, kind: 'choice', options: optionsOf(projectLists, say), isRequired: true },
        { id: 'year', label: words.year, isRequired: true, first: todayHere().slice(0, 4), hint: words.wrongYear },
        { id: 'on', label: words.on, kind: 'day', isRequired: true, first: todayHere() },
        { id: 'reason', label: words.entryReason, kind: 'area', isRequired: true },
      ]}
      onClose={onClose}
      onSubmit={({ text: { list, year, on = '', reason = '' } }) =>
        write(deliveryOperations['delivery.list'], {
          id: card.id,
          list: list as ProjectList,
          year: Number(year),
          on,
          reason,
        })
      }
    />
  );
}

function Leave({ listing: { list, year }, onClose }: { listing: Listing; onClose: () => void }) {
  const { say } = useLanguage();
  const { card } = useProject();
  const write = useWrite();
  return (
    <AskModal
      title={say(words.leaveTitle, { list: say(projectLists[list]), year })}
      asks={[
        { id: 'on', label: words.on, kind: 'day', isRequired: true, first: todayHere() },
        { id: 'reason', label: words.exitReason, kind: 'area', isRequired: true },
      ]}
      onClose={onClose}
      onSubmit={({ text: { on = '', reason = '' } }) =>
        write(deliveryOperations['delivery.unlist'], { id: card.id, list, year, on, reason })
      }
    />
  );
}

/** 省重点、百大项目、专栏、直通车: the lists it is on, with the reasons of entry and exit. */
export function ListsPanel() {
  const { say } = useLanguage();
  const { card, listings } = useProject();
  const mayList = useMay('project.list');
  const [isEntering, setIsEntering] = useState(false);
  const [leaving, setLeaving] = useState<Listing | null>(null);
  const tools = mayList && (
    <Button size="small" onClick={() => setIsEntering(true)}>
      {say(words.enter)}
    </Button>
  );
  return (
    <Panel title={say(words.title)} id="lists" tools={tools}>
      {listings.length === 0 && <p className="quiet">{say(words.none)}</p>}
      <ul className="people">
        {listings.map((listing) => (
          <li key={`${listing.list} ${listing.year}`}>
            <span>
              {listing.year} {say(projectLists[listing.list])}
            </span>
            <small className="quiet">
              {listing.exitedOn === null
                ? `${listing.enteredOn} ${listing.entryReason}`
                : say(words.left, { day: listing.exitedOn, reason: listing.exitReason ?? '' })}
            </small>
            {mayList && listing.exitedOn === null && (
              <Button size="small" type="text" onClick={() => setLeaving(listing)}>
                {say(words.leave)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <KinList projectId={card.id} />
      {isEntering && <Enter onClose={() => setIsEntering(false)} />}
      {leaving && <Leave listing={leaving} onClose={() => setLeaving(null)} />}
    </Panel>
  );
}
