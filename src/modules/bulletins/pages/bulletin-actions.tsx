import { CheckOutlined, DownloadOutlined, EditOutlined, IdcardOutlined, SendOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, Switch } from 'antd';
import { useState } from 'react';
import { possibleActions } from '../../../core/stage-machine.ts';
import type { Label } from '../../../core/text.ts';
import { addressOf, Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useMay } from '../../../web/session.ts';
import { keyOf, useAction } from '../../../web/use-operation.ts';
import { type Audience, audienceIds, audienceLabels, type BulletinDetail, bulletinStages } from '../bulletin.ts';
import { bulletinOperations } from '../operations.ts';
import { BulletinEditor } from './bulletin-editor.tsx';
import { HeadForm } from './head-form.tsx';

const words = {
  public: { zh: '公开版', en: 'Public version' },
  ranking: { zh: '{audience}含排名', en: '{audience}: rankings' },
  head: { zh: '版头', en: 'Head' },
  failed: { zh: '没有成功，请再试一次', en: 'It did not work; please try again' },
} satisfies Record<string, Label>;

const formats = ['docx', 'pdf', 'xlsx'] as const;
const icons = { edit: <EditOutlined />, approve: <CheckOutlined />, publish: <SendOutlined /> };

/** The files of the office, and those for everybody. */
export function Exports({ id }: { id: string }) {
  const { say } = useLanguage();
  const operation = bulletinOperations['bulletins.export'];
  const items = formats.map((format) => ({
    key: format,
    label: <a href={addressOf(operation, { bulletinId: id, format, audience: 'public' })}>{format.toUpperCase()}</a>,
  }));
  return (
    <>
      {formats.map((format) => (
        <Button key={format} icon={<DownloadOutlined />} href={addressOf(operation, { bulletinId: id, format })}>
          {format.toUpperCase()}
        </Button>
      ))}
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<DownloadOutlined />}>{say(words.public)}</Button>
      </Dropdown>
    </>
  );
}

function useAnswer(done: () => void = () => undefined) {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  return {
    onSuccess: (after: BulletinDetail) => {
      done();
      queries.setQueryData(keyOf(bulletinOperations['bulletins.show'], { bulletinId: after.id }), after);
      void queries.invalidateQueries({ queryKey: keyOf(bulletinOperations['bulletins.list'], {}) });
      void queries.invalidateQueries({
        queryKey: keyOf(bulletinOperations['bulletins.check'], { bulletinId: after.id }),
      });
    },
    onError: (error: unknown) => void message.error(say(error instanceof Refusal ? error.label : words.failed), 6),
  };
}

/** Whether a version shows who stands where; kept in the bulletin, so that every export of it agrees. */
export function RankingSwitches({ bulletin }: { bulletin: BulletinDetail }) {
  const { say } = useLanguage();
  const edit = useAction(bulletinOperations['bulletins.edit']);
  const mayEdit = useMay(bulletinOperations['bulletins.edit'].permission);
  const answer = useAnswer();
  const { id, revision, audiences, state } = bulletin;
  const turn = (audience: Audience, ranking: boolean) =>
    edit.mutate({ bulletinId: id, revision, audiences: { ...audiences, [audience]: { ranking } } }, answer);
  return audienceIds.map((audience) => {
    const label = say(words.ranking, { audience: say(audienceLabels[audience]) });
    return (
      <span key={audience} className="ranking-switch">
        <Switch
          size="small"
          aria-label={label}
          checked={audiences[audience].ranking}
          disabled={!mayEdit || state === 'published' || edit.isPending}
          onChange={(ranking) => turn(audience, ranking)}
        />
        {label}
      </span>
    );
  });
}

/** What may be done with it now. */
export function Steps({ bulletin }: { bulletin: BulletinDetail }) {
  const { say } = useLanguage();
  const [editing, setEditing] = useState<'text' | 'head' | null>(null);
  const edit = useAction(bulletinOperations['bulletins.edit']);
  const approve = useAction(bulletinOperations['bulletins.approve']);
  const publish = useAction(bulletinOperations['bulletins.publish']);
  const answer = useAnswer(() => setEditing(null));
  const may = {
    edit: useMay(bulletinOperations['bulletins.edit'].permission),
    approve: useMay(bulletinOperations['bulletins.approve'].permission),
    publish: useMay(bulletinOperations['bulletins.publish'].permission),
  };
  const ids = { bulletinId: bulletin.id, revision: bulletin.revision };
  const act = {
    edit: () => setEditing('text'),
    approve: () => approve.mutate(ids, answer),
    publish: () => publish.mutate(ids, answer),
  };
  const isBusy = edit.isPending || approve.isPending || publish.isPending;
  const possible = possibleActions(bulletinStages, bulletin.state).filter((action) => may[action]);
  return (
    <>
      {possible.includes('edit') && (
        <Button icon={<IdcardOutlined />} disabled={isBusy} onClick={() => setEditing('head')}>
          {say(words.head)}
        </Button>
      )}
      {possible.map((action) => (
        <Button
          key={action}
          type={action === 'edit' ? 'default' : 'primary'}
          icon={icons[action]}
          disabled={isBusy}
          onClick={act[action]}
        >
          {say(bulletinStages.actions[action].label)}
        </Button>
      ))}
      {editing === 'head' && (
        <HeadForm
          bulletin={bulletin}
          isSaving={edit.isPending}
          onClose={() => setEditing(null)}
          onSave={(head) => edit.mutate({ ...ids, document: { ...bulletin.document, ...head } }, answer)}
        />
      )}
      {editing === 'text' && (
        <BulletinEditor
          markdown={bulletin.markdown}
          isSaving={edit.isPending}
          onClose={() => setEditing(null)}
          onSave={(markdown) => edit.mutate({ ...ids, markdown }, answer)}
        />
      )}
    </>
  );
}
