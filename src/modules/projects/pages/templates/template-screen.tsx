import './templates.css';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../../core/text.ts';
import { Refusal } from '../../../../web/client.ts';
import { Failure } from '../../../../web/error-boundary.tsx';
import { useLanguage } from '../../../../web/language.tsx';
import { PageLink, useGo, useParam, useSearchParams } from '../../../../web/router.tsx';
import { useMay } from '../../../../web/session.ts';
import { useAction, useOperation } from '../../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../../web/waiting.tsx';
import { NodeId } from '../../node-plan.ts';
import { isSound } from '../../node-template-checks.ts';
import type { NodeTemplate } from '../../node-templates.ts';
import { type ShownTemplate, templateOperations } from '../../node-templates-operations.ts';
import { heldImported } from './imported.ts';
import { TemplateHistory } from './template-history.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { TemplateRows } from './template-rows.tsx';
import { draftOf, useTemplateDraft } from './use-template-draft.ts';

const words = {
  back: { zh: '全部节点模板', en: 'All templates' },
  new: { zh: '新模板', en: 'New template' },
  name: { zh: '名称', en: 'Name' },
  id: { zh: '编号', en: 'Number' },
  idHint: {
    zh: '小写字母、数字和短横；与通用模板同号，本单位就用这一个',
    en: 'Lower case, digits, hyphens; that of a shipped one takes its place here',
  },
  source: { zh: '依据', en: 'Source' },
  reason: { zh: '修改理由', en: 'Why it changes' },
  save: { zh: '保存为本单位模板', en: 'Save as the office’s own' },
  saved: { zh: '已保存第 {revision} 版', en: 'Saved as version {revision}' },
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },
  add: { zh: '加节点', en: 'Add a node' },
  withdraw: { zh: '停用', en: 'Withdraw' },
  withdrawAsk: {
    zh: '停用后新计划不再用它，已编的计划不变',
    en: 'No new plan begins with it; plans that are made stay',
  },
  shipped: { zh: '通用模板：改动会另存为本单位的模板', en: 'This one ships: what you change is saved as your own' },
  others: {
    zh: '这是其他单位的模板：保存会成为本单位的一份',
    en: 'This is another office’s: saving makes a copy of your own',
  },
  errors: { zh: '{n} 处要改', en: '{n} to mend' },
  missing: { zh: '没有这个模板', en: 'There is no such template' },
  failed: { zh: '没有保存，请再试一次', en: 'It was not saved; please try again' },
} satisfies Record<string, Label>;

interface EditorProps {
  readonly template: NodeTemplate;
  /** Of the office’s own; 0 for a first one. */
  readonly revision: number;
  readonly note: Label | null;
  readonly isNew: boolean;
  readonly own: ShownTemplate | undefined;
}

function useSaving() {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const go = useGo();
  const save = useAction(templateOperations['nodes.save-template']);
  const withdraw = useAction(templateOperations['nodes.withdraw-template']);
  const again = () => void queries.invalidateQueries({ queryKey: [templateOperations['nodes.templates'].route] });
  const onError = (error: unknown) => void message.error(say(error instanceof Refusal ? error.label : words.failed), 6);
  return {
    isBusy: save.isPending || withdraw.isPending,
    save: (input: Parameters<typeof save.mutate>[0]) =>
      save.mutate(input, {
        onError,
        onSuccess: ({ id, unitPath, revision }) => {
          again();
          void message.success(say(words.saved, { revision }));
          go(`/node-templates/${id}`, { unit: unitPath ?? undefined, v: String(revision) }, { replace: true });
        },
      }),
    withdraw: (id: string, revision: number) =>
      withdraw.mutate(
        { id, revision },
        {
          onError,
          onSuccess: () => {
            again();
            go('/node-templates');
          },
        },
      ),
  };
}

function Editor({ template, revision, note, isNew, own }: EditorProps) {
  const { say } = useLanguage();
  const mayWrite = useMay(templateOperations['nodes.save-template'].permission);
  const draft = useTemplateDraft(draftOf(template));
  const saving = useSaving();
  const [reason, setReason] = useState('');
  const { id, name, source, rows } = draft.draft;
  const errors = draft.findings.filter(({ severity }) => severity === 'error').length;
  const isReady = errors === 0 && isSound(draft.findings) && name.trim() !== '' && NodeId.safeParse(id).success;
  const save = () =>
    saving.save({
      id,
      label: { zh: name.trim(), en: name === template.label.zh ? template.label.en : name.trim() },
      source: source.trim() === '' ? null : source.trim(),
      nodes: rows.map(({ afterText: _, ...node }) => node),
      revision,
      reason: reason.trim() === '' ? null : reason.trim(),
    });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo by keys reaches every field of the editor
    <div
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
        const step = event.shiftKey ? draft.redo : draft.undo;
        if (step === undefined) return;
        event.preventDefault();
        step();
      }}
    >
      {note && <p className="quiet">{say(note)}</p>}
      <fieldset disabled={!mayWrite} className="template-fields template-head">
        <Input
          aria-label={say(words.name)}
          addonBefore={say(words.name)}
          value={name}
          maxLength={60}
          onChange={({ target }) => draft.head({ name: target.value })}
        />
        <Input
          aria-label={say(words.id)}
          addonBefore={say(words.id)}
          value={id}
          maxLength={40}
          readOnly={!isNew}
          title={say(words.idHint)}
          {...(!NodeId.safeParse(id).success && { status: 'error' as const })}
          onChange={({ target }) => draft.head({ id: target.value })}
        />
        <Input
          aria-label={say(words.source)}
          addonBefore={say(words.source)}
          value={source}
          maxLength={500}
          onChange={({ target }) => draft.head({ source: target.value })}
        />
      </fieldset>
      {mayWrite && (
        <div className="template-tools">
          <Button onClick={() => draft.add(rows.length - 1)}>{say(words.add)}</Button>
          <Button disabled={!draft.undo} onClick={draft.undo}>
            {say(words.undo)}
          </Button>
          <Button disabled={!draft.redo} onClick={draft.redo}>
            {say(words.redo)}
          </Button>
          <Input
            aria-label={say(words.reason)}
            placeholder={say(words.reason)}
            value={reason}
            maxLength={500}
            style={{ width: 220 }}
            onChange={({ target }) => setReason(target.value)}
          />
          <Button type="primary" disabled={!isReady || saving.isBusy} onClick={save}>
            {say(words.save)}
          </Button>
          {own && own.withdrawnOn === null && (
            <Popconfirm title={say(words.withdrawAsk)} onConfirm={() => saving.withdraw(own.id, own.revision)}>
              <Button danger disabled={saving.isBusy}>
                {say(words.withdraw)}
              </Button>
            </Popconfirm>
          )}
          {errors > 0 && (
            <span role="status" className="template-wrong">
              {say(words.errors, { n: errors })}
            </span>
          )}
        </div>
      )}
      <TemplateRows draft={draft} mayWrite={mayWrite} />
      <TemplatePreview nodes={rows} isSound={errors === 0} />
      {own?.unitPath && <TemplateHistory id={own.id} unitPath={own.unitPath} />}
    </div>
  );
}

const blank: NodeTemplate = { id: 'own-1', label: { zh: '', en: '' }, source: null, nodes: [] };

/** One template, as the office edits it. */
export function TemplateScreen() {
  const { say } = useLanguage();
  const id = useParam('templateId');
  const { unit, from, v } = useSearchParams();
  const { data, error, refetch } = useOperation(templateOperations['nodes.templates'], { withWithdrawn: 'true' });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  const mine = data.own;
  const isNew = id === 'new';
  const held = from === 'file' ? heldImported() : null;
  const found = data.templates.find((each) => each.id === id && each.unitPath === (unit ?? null));
  const template = held ?? (isNew ? blank : found);
  const own = data.templates.find((each) => each.id === (template?.id ?? id) && each.unitPath === mine);
  const note = held || isNew || found?.unitPath === mine ? null : unit === undefined ? words.shipped : words.others;
  return (
    <div className="page page-wide">
      <p>
        <PageLink to="/node-templates">{say(words.back)}</PageLink>
      </p>
      <h1>{template ? say(template.label) || say(words.new) : id}</h1>
      {template ? (
        <Editor
          key={`${id} ${unit} ${v} ${own?.revision}`}
          template={template}
          revision={own?.revision ?? 0}
          note={note}
          isNew={isNew || held !== null}
          own={own}
        />
      ) : (
        <Nothing title={say(words.missing)} />
      )}
    </div>
  );
}
