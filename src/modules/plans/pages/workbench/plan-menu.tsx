import { DownloadOutlined, DownOutlined, MoreOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Input, type MenuProps } from 'antd';
import { useRef } from 'react';
import { addressOf, perform } from '../../../../web/client.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { useGo } from '../../../../web/router.tsx';
import { planOperations } from '../../operations.ts';
import type { PlanDetail } from '../../plan.ts';
import { acceptedFiles } from '../read-file.tsx';
import { useRemovePlan } from '../remove-plan.tsx';
import type { PlanActions } from './use-plan.ts';

const words = {
  export: { zh: '导出', en: 'Export' },
  more: { zh: '更多', en: 'More' },
  html: { zh: '问题报告（网页，可打印）', en: 'Findings as a report (HTML)' },
  docx: { zh: '原文加批注（Word）', en: 'The original with comments (DOCX)' },
  xlsx: { zh: '事实表（Excel）', en: 'Facts (XLSX)' },
  lint: { zh: '问题（JSON）', en: 'Findings (JSON)' },
  sarif: { zh: '问题（SARIF）', en: 'Findings (SARIF)' },
  extraction: { zh: '事实（JSON）', en: 'Facts (JSON)' },
  original: { zh: '下载原件', en: 'Download the original' },
  rename: { zh: '改名…', en: 'Rename…' },
  newTitle: { zh: '新的名称', en: 'New title' },
  newVersion: { zh: '读取新版本…', en: 'Read a new version…' },
  reread: { zh: '用现在的词汇重读', en: 'Read again with today’s vocabulary' },
  compare: { zh: '与另一份比较', en: 'Compare with another' },
  remove: { zh: '删除…', en: 'Delete…' },
  readAgain: {
    zh: '已读新版本：保留 {kept} 条已核内容，新增 {fresh} 条，消失 {gone} 条',
    en: 'New version read: {kept} decisions kept, {fresh} new facts, {gone} gone',
  },
};

function ExportMenu({ plan }: { plan: PlanDetail }) {
  const { say, language } = useLanguage();
  const link = (format: 'html' | 'docx' | 'xlsx' | 'lint' | 'sarif' | 'extraction') => ({
    key: format,
    label: (
      <a href={addressOf(planOperations['plans.export'], { planId: plan.id, format, language })} download>
        {say(words[format])}
      </a>
    ),
  });
  const original = (
    <a href={addressOf(planOperations['plans.original'], { planId: plan.id })} download>
      {say(words.original)}
    </a>
  );
  const items: MenuProps['items'] = [
    link('html'),
    ...(plan.file.format === 'docx' ? [link('docx')] : []),
    link('xlsx'),
    { type: 'divider' },
    link('extraction'),
    link('lint'),
    link('sarif'),
    { type: 'divider' },
    { key: 'original', label: original },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button icon={<DownloadOutlined />}>
        {say(words.export)} <DownOutlined className="tiny" />
      </Button>
    </Dropdown>
  );
}

interface Props {
  readonly plan: PlanDetail;
  readonly actions: PlanActions;
  readonly mayWrite: boolean;
}

/** What can be done with the whole plan, beside saving it. */
export function PlanMenu({ plan, actions, mayWrite }: Props) {
  const { say } = useLanguage();
  const go = useGo();
  const { modal, message } = App.useApp();
  const chooser = useRef<HTMLInputElement>(null);
  const removePlan = useRemovePlan();
  const { id: planId, revision } = plan;

  const readAgain = (file: File | null) =>
    actions.attempt(async () => {
      const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
      const hide = message.loading(file?.name ?? plan.file.name, 0);
      try {
        const name = file ? { name: file.name } : {};
        const { kept, fresh, gone } = await perform(planOperations['plans.read-again'], {
          planId,
          revision,
          bytes,
          ...name,
        });
        await actions.refresh();
        message.success(say(words.readAgain, { kept, fresh, gone }), 6);
      } finally {
        hide();
      }
    });
  const rename = () => {
    let title = plan.title;
    modal.confirm({
      icon: null,
      title: say(words.newTitle),
      content: (
        <Input
          defaultValue={title}
          aria-label={say(words.newTitle)}
          onChange={({ target }) => (title = target.value)}
        />
      ),
      onOk: () =>
        actions.attempt(async () => {
          await perform(planOperations['plans.rename'], { planId, revision, title });
          await actions.refresh();
        }),
    });
  };
  const items: MenuProps['items'] = [
    ...(mayWrite
      ? [
          { key: 'version', label: say(words.newVersion), onClick: () => chooser.current?.click() },
          { key: 'reread', label: say(words.reread), onClick: () => void readAgain(null) },
          { key: 'rename', label: say(words.rename), onClick: rename },
        ]
      : []),
    { key: 'compare', label: say(words.compare), onClick: () => go('/compare', { left: planId }) },
    ...(mayWrite
      ? [
          { type: 'divider' as const },
          {
            key: 'remove',
            danger: true,
            label: say(words.remove),
            onClick: () => removePlan(plan, () => go('/', { list: '1' })),
          },
        ]
      : []),
  ];
  return (
    <>
      <ExportMenu plan={plan} />
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<MoreOutlined />} aria-label={say(words.more)} title={say(words.more)} />
      </Dropdown>
      <input
        ref={chooser}
        type="file"
        hidden
        data-testid="new-version"
        accept={acceptedFiles}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) void readAgain(file);
        }}
      />
    </>
  );
}
