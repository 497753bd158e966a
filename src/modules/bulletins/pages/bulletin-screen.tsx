import { Alert } from 'antd';
import { useState } from 'react';
import type { Figure } from '../../../core/publication/document.ts';
import { sourceKey } from '../../../core/publication/freeze.ts';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink, useParam } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { type BulletinDetail, bulletinStages } from '../bulletin.ts';
import { bulletinOperations } from '../operations.ts';
import { Exports, RankingSwitches, Steps } from './bulletin-actions.tsx';
import { FigureDrawer } from './figure-drawer.tsx';
import { OfficialPaper } from './official-paper.tsx';

const words = {
  back: { zh: '全部通报', en: 'All bulletins' },
  figures: { zh: '{count} 个数字连着来源，点数字可看', en: '{count} figures tied to their sources; click one' },
  loose: { zh: '未关联数字 {count} 个', en: '{count} numbers are tied to nothing' },
  outdated: {
    zh: '{count} 个数字在数据更正后已不同，文中以底色标出；印发的版本不变',
    en: '{count} figures read otherwise since corrections, marked in the text; the published version stays as it is',
  },
  draftOutdated: {
    zh: '{count} 个数字在起草后已不同，文中以底色标出；可重新生成草稿',
    en: '{count} figures read otherwise since it was drafted, marked in the text; draft it anew if wanted',
  },
  hash: { zh: '印发时的 SHA-256', en: 'SHA-256 when published' },
  broken: {
    zh: '内容与印发时的指纹不符，请联系审计管理员',
    en: 'The content does not match its hash; tell the audit administrator',
  },
} satisfies Record<string, Label>;

const mostShown = 12;

function LooseNumbers({ bulletin }: { bulletin: BulletinDetail }) {
  const { say } = useLanguage();
  const isAsked = bulletin.loose > 0;
  const asked = { bulletinId: bulletin.id };
  const { data } = useOperation(bulletinOperations['bulletins.check'], asked, { enabled: isAsked });
  if (!isAsked) return null;
  const shown = (data?.loose ?? []).slice(0, mostShown).map(({ at, number, text }) => (
    <li key={`${at} ${number} ${text}`}>
      <b>{number}</b> <span className="quiet">…{text}…</span>
    </li>
  ));
  return (
    <Alert
      className="page-alert"
      type="info"
      showIcon
      title={say(words.loose, { count: bulletin.loose })}
      description={<ul className="loose-numbers">{shown}</ul>}
    />
  );
}

export function BulletinScreen() {
  const { say } = useLanguage();
  const bulletinId = useParam('bulletinId');
  const [opened, setOpened] = useState<Figure | null>(null);
  const { data, error, refetch } = useOperation(bulletinOperations['bulletins.show'], { bulletinId });
  const { data: since } = useOperation(bulletinOperations['bulletins.changes'], { bulletinId });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  const changes = since?.changes ?? [];
  const changed = new Map(changes.map(({ source, is }) => [sourceKey(source), is ?? '—']));
  const listed = [...new Set(changes.map(({ was, is }) => `${was} → ${is ?? '—'}`))];
  return (
    <div className="page">
      <p>
        <PageLink to="/bulletins">{say(words.back)}</PageLink>
      </p>
      <h1>
        {data.title} <span className="chip">{say(bulletinStages.stages[data.state])}</span>
      </h1>
      <p className="lead quiet">
        {say(words.figures, { count: data.figures })} · {say(words.loose, { count: data.loose })}
        {data.hash !== null && ` · ${say(words.hash)} ${data.hash.slice(0, 16)}…`}
      </p>
      <div className="page-actions bulletin-actions">
        <Steps bulletin={data} />
        <Exports id={data.id} />
        <RankingSwitches bulletin={data} />
      </div>
      {data.isIntact === false && <Alert className="page-alert" type="error" showIcon title={say(words.broken)} />}
      {changes.length > 0 && (
        <Alert
          className="page-alert"
          type="warning"
          showIcon
          title={say(data.state === 'published' ? words.outdated : words.draftOutdated, { count: changes.length })}
          description={`${listed.slice(0, mostShown).join('；')}${listed.length > mostShown ? '…' : ''}`}
        />
      )}
      <LooseNumbers bulletin={data} />
      <OfficialPaper document={data.document} changed={changed} onOpen={setOpened} />
      <FigureDrawer bulletinId={bulletinId} figure={opened} onClose={() => setOpened(null)} />
    </div>
  );
}
