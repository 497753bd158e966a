import { CheckOutlined, DownloadOutlined, EditOutlined, SendOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { sourceKey } from '../../../core/publication/freeze.ts';
import { possibleActions } from '../../../core/stage-machine.ts';
import type { Label } from '../../../core/text.ts';
import { addressOf, Refusal } from '../../../web/client.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink, useParam } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { keyOf, useAction, useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { type BulletinDetail, bulletinStages } from '../bulletin.ts';
import { bulletinOperations } from '../operations.ts';
import { BulletinEditor } from './bulletin-editor.tsx';
import { OfficialPaper } from './official-paper.tsx';

const words = {
  back: { zh: '全部通报', en: 'All bulletins' },
  public: { zh: '公开版 PDF', en: 'Public PDF' },
  figures: { zh: '{count} 个数字连着来源，点数字可看', en: '{count} figures tied to their sources; click one' },
  outdated: {
    zh: '{count} 个数字在数据更正后已不同，文中以底色标出；印发的版本不变',
    en: '{count} figures read otherwise since corrections, marked in the text; the published version stays as it is',
  },
  hash: { zh: '印发时的 SHA-256', en: 'SHA-256 when published' },
  broken: {
    zh: '内容与印发时的指纹不符，请联系审计管理员',
    en: 'The content does not match its hash; tell the audit administrator',
  },
  failed: { zh: '没有成功，请再试一次', en: 'It did not work; please try again' },
} satisfies Record<string, Label>;

const formats = ['docx', 'pdf', 'xlsx'] as const;
const icons = { edit: <EditOutlined />, approve: <CheckOutlined />, publish: <SendOutlined /> };

function Exports({ id }: { id: string }) {
  const { say } = useLanguage();
  const operation = bulletinOperations['bulletins.export'];
  return (
    <>
      {formats.map((format) => (
        <Button key={format} icon={<DownloadOutlined />} href={addressOf(operation, { bulletinId: id, format })}>
          {format.toUpperCase()}
        </Button>
      ))}
      <Button href={addressOf(operation, { bulletinId: id, format: 'pdf', audience: 'public' })}>
        {say(words.public)}
      </Button>
    </>
  );
}

function Steps({ bulletin }: { bulletin: BulletinDetail }) {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [isEditing, setEditing] = useState(false);
  const edit = useAction(bulletinOperations['bulletins.edit']);
  const approve = useAction(bulletinOperations['bulletins.approve']);
  const publish = useAction(bulletinOperations['bulletins.publish']);
  const may = {
    edit: useMay(bulletinOperations['bulletins.edit'].permission),
    approve: useMay(bulletinOperations['bulletins.approve'].permission),
    publish: useMay(bulletinOperations['bulletins.publish'].permission),
  };
  const ids = { bulletinId: bulletin.id, revision: bulletin.revision };
  const answer = {
    onSuccess: (after: BulletinDetail) => {
      setEditing(false);
      queries.setQueryData(keyOf(bulletinOperations['bulletins.show'], { bulletinId: after.id }), after);
      void queries.invalidateQueries({ queryKey: keyOf(bulletinOperations['bulletins.list'], {}) });
    },
    onError: (error: unknown) => void message.error(say(error instanceof Refusal ? error.label : words.failed), 6),
  };
  const act = {
    edit: () => setEditing(true),
    approve: () => approve.mutate(ids, answer),
    publish: () => publish.mutate(ids, answer),
  };
  return (
    <>
      {possibleActions(bulletinStages, bulletin.state)
        .filter((action) => may[action])
        .map((action) => (
          <Button
            key={action}
            type={action === 'edit' ? 'default' : 'primary'}
            icon={icons[action]}
            loading={action === 'approve' ? approve.isPending : action === 'publish' && publish.isPending}
            onClick={act[action]}
          >
            {say(bulletinStages.actions[action].label)}
          </Button>
        ))}
      {isEditing && (
        <BulletinEditor
          markdown={bulletin.markdown}
          isSaving={edit.isPending}
          onClose={() => setEditing(false)}
          onSave={(markdown) => edit.mutate({ ...ids, markdown }, answer)}
        />
      )}
    </>
  );
}

export function BulletinScreen() {
  const { say } = useLanguage();
  const bulletinId = useParam('bulletinId');
  const { data, error, refetch } = useOperation(bulletinOperations['bulletins.show'], { bulletinId });
  const { data: since } = useOperation(bulletinOperations['bulletins.changes'], { bulletinId });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  const changes = since?.changes ?? [];
  const changed = new Map(changes.map(({ source, is }) => [sourceKey(source), is ?? '—']));
  return (
    <div className="page">
      <p>
        <PageLink to="/bulletins">{say(words.back)}</PageLink>
      </p>
      <h1>
        {data.title} <span className="chip">{say(bulletinStages.stages[data.state])}</span>
      </h1>
      <p className="lead quiet">
        {say(words.figures, { count: data.figures })}
        {data.hash !== null && ` · ${say(words.hash)} ${data.hash.slice(0, 16)}…`}
      </p>
      <div className="page-actions">
        <Steps bulletin={data} />
        <Exports id={data.id} />
      </div>
      {data.isIntact === false && <Alert className="page-alert" type="error" showIcon title={say(words.broken)} />}
      {changes.length > 0 && (
        <Alert
          className="page-alert"
          type="warning"
          showIcon
          title={say(words.outdated, { count: changes.length })}
          description={changes.map(({ was, is }) => `${was} → ${is ?? '—'}`).join('；')}
        />
      )}
      <OfficialPaper document={data.document} changed={changed} />
    </div>
  );
}
