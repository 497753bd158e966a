import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback } from 'react';
import { perform, Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { planOperations } from '../operations.ts';
import type { PlanSummary } from '../plan.ts';

const words = {
  title: { zh: '删除“{title}”？', en: 'Delete “{title}”?' },
  hangs: { zh: '会一并删除，且不能撤销：', en: 'This goes with it, for good:' },
  file: { zh: '原件 {name} 及其 {version} 个版本', en: 'The original {name} with its {version} version(s)' },
  facts: {
    zh: '事实 {facts} 条，其中已核 {reviewed} 条',
    en: '{facts} facts, {reviewed} of them reviewed',
  },
  findings: { zh: '问题 {findings} 个和“不再提示”的理由', en: '{findings} findings and the reasons for dismissals' },
  ok: { zh: '删除', en: 'Delete' },
  done: {
    zh: '已删除：事实 {facts} 条，文件 {documents} 份，不再提示 {dismissals} 条',
    en: 'Deleted: {facts} facts, {documents} files, {dismissals} dismissals',
  },
};

/** Asks before a plan goes, naming what hangs on it. */
export function useRemovePlan() {
  const { modal, message, notification } = App.useApp();
  const { say } = useLanguage();
  const queries = useQueryClient();
  return useCallback(
    (plan: PlanSummary, onDone: () => void) => {
      const { indicators, projects, tasks, parks, enterprises, proposed, errors, warnings, advice } = plan.counts;
      const facts = indicators + projects + tasks + parks + enterprises;
      const reviewed = Math.max(0, facts - proposed);
      modal.confirm({
        title: say(words.title, { title: plan.title }),
        content: (
          <>
            {say(words.hangs)}
            <ul className="hanging">
              <li>{say(words.file, { name: plan.file.name, version: plan.file.version })}</li>
              <li>{say(words.facts, { facts, reviewed })}</li>
              <li>{say(words.findings, { findings: errors + warnings + advice })}</li>
            </ul>
          </>
        ),
        okText: say(words.ok),
        okButtonProps: { danger: true },
        onOk: async () => {
          try {
            const { id: planId, revision } = plan;
            const gone = await perform(planOperations['plans.remove'], { planId, revision });
            message.success(say(words.done, gone));
            onDone();
          } catch (error) {
            const title = error instanceof Refusal ? say(error.label) : String(error);
            notification.warning({ title, placement: 'bottomLeft' });
          }
          await queries.invalidateQueries({ queryKey: [planOperations['plans.list'].route] });
        },
      });
    },
    [modal, message, notification, say, queries],
  );
}
