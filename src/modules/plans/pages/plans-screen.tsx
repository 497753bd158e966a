import { CloudUploadOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useEffect } from 'react';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { recall, remember } from '../../../web/remember.ts';
import { PageLink, useGo, useSearchParams } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { planOperations } from '../operations.ts';
import type { PlanSummary } from '../plan.ts';
import { useReadFile } from './read-file.tsx';
import { useRemovePlan } from './remove-plan.tsx';
import { severityLabels } from './workbench/wording.ts';

const words = {
  title: { zh: '规划', en: 'Plans' },
  lead: {
    zh: '放进一份规划，读出指标、项目、任务和园区，每个数字连着原句；算术错误和前后矛盾标在原文上。',
    en: 'Drop a plan in: its targets, projects, tasks and parks come out, each tied to its sentence, with errors marked in place.',
  },
  drop: { zh: '把规划文件拖到这里，或点此选择', en: 'Drop a plan here, or click to choose' },
  formats: {
    zh: 'Word（.docx）、PDF（有文字层）、TXT、Markdown、HTML、Excel；文件只在本机读取，不联网',
    en: 'Word (.docx), PDF with text, TXT, Markdown, HTML, Excel; read on this server, nothing leaves it',
  },
  name: { zh: '名称', en: 'Name' },
  stage: { zh: '状态', en: 'Stage' },
  findings: { zh: '问题', en: 'Findings' },
  facts: { zh: '指标 / 项目 / 任务', en: 'Indicators / projects / tasks' },
  reviewed: { zh: '已核', en: 'Reviewed' },
  updated: { zh: '更新', en: 'Updated' },
  remove: { zh: '删除“{title}”', en: 'Delete “{title}”' },
  draft: { zh: '草稿', en: 'Draft' },
  saved: { zh: '已存', en: 'Saved' },
  sample: { zh: '样例', en: 'Sample' },
  none: { zh: '还没有规划', en: 'No plans yet' },
  noneHint: { zh: '读取第一份文件后，它会列在这里', en: 'The first file you read will be listed here' },
} satisfies Record<string, Label>;

function Severities({ counts }: Pick<PlanSummary, 'counts'>) {
  const { say } = useLanguage();
  const shown = [
    ['error', counts.errors],
    ['warning', counts.warnings],
    ['advice', counts.advice],
  ] as const;
  if (shown.every(([, count]) => count === 0)) return <span className="quiet">—</span>;
  return (
    <span className="severity-counts">
      {shown.map(
        ([severity, count]) =>
          count > 0 && (
            <span key={severity} className={`severity severity-${severity}`}>
              {say(severityLabels[severity])} {count}
            </span>
          ),
      )}
    </span>
  );
}

function PlanRow({ plan }: { plan: PlanSummary }) {
  const { say, language } = useLanguage();
  const removePlan = useRemovePlan();
  const mayWrite = useMay(planOperations['plans.remove'].permission);
  const { id, title, stage, isSample, file, counts, updatedAt, updatedBy } = plan;
  const all = counts.indicators + counts.projects + counts.tasks + counts.parks + counts.enterprises;
  const done = Math.max(0, all - counts.proposed);
  return (
    <tr>
      <td className="plan-name">
        <PageLink to={`/plans/${id}`}>{title}</PageLink>
        {isSample && <span className="chip">{say(words.sample)}</span>}
        <small>
          {file.name} · {Math.max(1, Math.round(file.size / 1024))} KB
          {file.version > 1 ? ` · v${file.version}` : ''}
        </small>
      </td>
      <td>
        <span className={stage === 'saved' ? 'chip chip-on' : 'chip'}>{say(words[stage])}</span>
      </td>
      <td>
        <Severities counts={counts} />
      </td>
      <td className="figure">
        {counts.indicators} / {counts.projects} / {counts.tasks}
      </td>
      <td className="figure">
        {done}/{all}
      </td>
      <td className="quiet">
        {new Date(updatedAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
          dateStyle: 'short',
          timeStyle: 'short',
        })}
        <small>{updatedBy}</small>
      </td>
      <td>
        {mayWrite && (
          <Tooltip title={say(words.remove, { title: '' }).replace('“”', '')}>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={say(words.remove, { title })}
              onClick={() => removePlan(plan, () => undefined)}
            />
          </Tooltip>
        )}
      </td>
    </tr>
  );
}

/** On the very first visit the sample opens by itself: the newcomer sees the main job at once. */
function useOpenSampleFirst(plans: readonly PlanSummary[] | undefined, isAskedFor: boolean): boolean {
  const go = useGo();
  const sample = plans?.length === 1 && plans[0]?.isSample ? plans[0] : null;
  const opens = sample !== null && !isAskedFor && recall('been-here') === null;
  useEffect(() => {
    if (!opens || sample === null) return;
    remember('been-here', 'yes');
    go(`/plans/${sample.id}`, {}, { replace: true });
  }, [opens, sample, go]);
  return opens;
}

export function PlansScreen() {
  const { say } = useLanguage();
  const search = useSearchParams();
  const { choose } = useReadFile();
  const mayWrite = useMay(planOperations['plans.read-file'].permission);
  const { data, error, refetch } = useOperation(planOperations['plans.list'], {});
  const isLeaving = useOpenSampleFirst(data?.plans, search.list !== undefined);
  if (isLeaving) return <Waiting />;
  return (
    <div className="page">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      {mayWrite && (
        <button type="button" className="drop-place" onClick={choose}>
          <CloudUploadOutlined aria-hidden="true" />
          <b>{say(words.drop)}</b>
          <small>{say(words.formats)}</small>
        </button>
      )}
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.plans.length === 0 && <Nothing title={say(words.none)} hint={say(words.noneHint)} />}
      {data && data.plans.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
        <section className="table-scroll" tabIndex={0} aria-label={say(words.title)}>
          <table className="plain-table">
            <thead>
              <tr>
                <th>{say(words.name)}</th>
                <th>{say(words.stage)}</th>
                <th>{say(words.findings)}</th>
                <th className="figure">{say(words.facts)}</th>
                <th className="figure">{say(words.reviewed)}</th>
                <th>{say(words.updated)}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {data.plans.map((plan) => (
                <PlanRow key={plan.id} plan={plan} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
