import './gantt.css';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Segmented } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { Label } from '../../../../core/text.ts';
import { Refusal } from '../../../../web/client.ts';
import { Failure } from '../../../../web/error-boundary.tsx';
import { useLanguage } from '../../../../web/language.tsx';
import { useMay } from '../../../../web/session.ts';
import { keyOf, useAction, useOperation } from '../../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../../web/waiting.tsx';
import type { NodeChange } from '../../node-change.ts';
import { nodeOperations, type ShownPlan } from '../../nodes-operations.ts';
import { AddNodeDialog } from './add-node-dialog.tsx';
import { Chart } from './chart.tsx';
import { type Happened, NodeDialog } from './node-dialog.tsx';
import { type PlanAsked, PlanDialog } from './plan-dialog.tsx';
import { PlanFacts } from './plan-facts.tsx';
import { scaleOver, type Zoom } from './scale.ts';
import { useNodeDraft } from './use-node-draft.ts';

const words = {
  none: { zh: '还没有节点计划', en: 'No node plan yet' },
  noneHint: {
    zh: '选一个节点模板，按目标日期倒排出每个节点的起止日期',
    en: 'Choose a template; the days of every node follow back from the target',
  },
  plan: { zh: '编排节点计划', en: 'Plan the nodes' },
  again: { zh: '重新编排', en: 'Plan again' },
  month: { zh: '按月', en: 'Months' },
  quarter: { zh: '按季', en: 'Quarters' },
  replan: { zh: '从今天顺延', en: 'Push on from today' },
  unsaved: {
    zh: '{n} 处调整尚未保存，受影响的节点已随之移动',
    en: '{n} changes not saved; what depends on them has moved',
  },
  reason: { zh: '调整原因（必填）', en: 'Reason (needed)' },
  save: { zh: '保存', en: 'Save' },
  forget: { zh: '放弃', en: 'Discard' },
  undo: { zh: '撤销', en: 'Undo' },
  add: { zh: '加节点', en: 'Add a node' },
  failed: { zh: '没有成功，请再试一次', en: 'It did not work; please try again' },
  zoom: { zh: '时间刻度', en: 'Scale of time' },
} satisfies Record<string, Label>;

function usePlanActions(projectId: string) {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const plan = useAction(nodeOperations['nodes.plan']);
  const change = useAction(nodeOperations['nodes.change']);
  const actual = useAction(nodeOperations['nodes.actual']);
  const answered = (done: () => void) => ({
    onSuccess: (next: ShownPlan) => {
      queries.setQueryData(keyOf(nodeOperations['nodes.show'], { id: projectId }), next);
      done();
    },
    onError: (error: unknown) => void message.error(say(error instanceof Refusal ? error.label : words.failed), 6),
  });
  return {
    isBusy: plan.isPending || change.isPending || actual.isPending,
    refuse: (label: Label) => void message.error(say(label), 6),
    plan: (revision: number, asked: PlanAsked, done: () => void) =>
      plan.mutate({ id: projectId, revision, ...asked }, answered(done)),
    change: (revision: number, changes: readonly NodeChange[], reason: string, done: () => void) =>
      change.mutate({ id: projectId, revision, changes: [...changes], reason }, answered(done)),
    happened: (revision: number, happened: Happened, done: () => void) =>
      actual.mutate({ id: projectId, revision, ...happened }, answered(done)),
  };
}
type Actions = ReturnType<typeof usePlanActions>;

/** What is changed and not saved: why, and then it is. */
function Unsaved({
  n,
  isBusy,
  onSave,
  onForget,
  onUndo,
}: {
  n: number;
  isBusy: boolean;
  onSave: (reason: string) => void;
  onForget: () => void;
  onUndo: () => void;
}) {
  const { say } = useLanguage();
  const [reason, setReason] = useState('');
  return (
    <div className="gantt-draft" role="status">
      <span>{say(words.unsaved, { n })}</span>
      <Input
        aria-label={say(words.reason)}
        placeholder={say(words.reason)}
        value={reason}
        maxLength={500}
        style={{ flex: 1, minWidth: 180 }}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button type="primary" disabled={reason.trim() === '' || isBusy} onClick={() => onSave(reason)}>
        {say(words.save)}
      </Button>
      <Button disabled={isBusy} onClick={onUndo}>
        {say(words.undo)}
      </Button>
      <Button disabled={isBusy} onClick={onForget}>
        {say(words.forget)}
      </Button>
    </div>
  );
}

function Planned({ plan, actions, onPlan }: { plan: ShownPlan; actions: Actions; onPlan: () => void }) {
  const { say } = useLanguage();
  const mayWrite = useMay(nodeOperations['nodes.change'].permission);
  const [zoom, setZoom] = useState<Zoom>('month');
  const [openId, setOpenId] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const draft = useNodeDraft(plan, actions.refuse);
  const { nodes, changes } = draft;
  const bounds = plan.nodes.flatMap(({ start, forecastFinish, baselineStart, actualStart }) =>
    [start, forecastFinish, baselineStart, actualStart].filter((day) => day !== null),
  );
  const days = [...bounds, plan.today, draft.span?.finish ?? plan.today].sort();
  const [first = plan.today, last = plan.today] = [days[0], days.at(-1)];
  const scale = useMemo(() => scaleOver([first, last], zoom), [first, last, zoom]);
  const open = useCallback((id: string) => setOpenId(id), []);
  const opened = nodes.find(({ id }) => id === openId);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo by keys works from every bar of the chart
    <div
      onKeyDown={({ key, ctrlKey, metaKey, target }) => {
        if (key === 'z' && (ctrlKey || metaKey) && !(target instanceof HTMLInputElement)) draft.undo();
      }}
    >
      <div className="gantt-tools">
        <PlanFacts plan={plan} finish={draft.span?.finish ?? null} />
        <Segmented<Zoom>
          size="small"
          aria-label={say(words.zoom)}
          value={zoom}
          options={(['month', 'quarter'] as const).map((value) => ({ value, label: say(words[value]) }))}
          onChange={setZoom}
        />
        {mayWrite && (
          <>
            <Button size="small" onClick={() => setAdding(true)}>
              {say(words.add)}
            </Button>
            <Button size="small" onClick={() => draft.take({ does: 'replan' })}>
              {say(words.replan)}
            </Button>
            <Button size="small" disabled={changes.length > 0} onClick={onPlan}>
              {say(words.again)}
            </Button>
          </>
        )}
      </div>
      {changes.length > 0 && (
        <Unsaved
          n={changes.length}
          isBusy={actions.isBusy}
          onForget={draft.forget}
          onUndo={draft.undo}
          onSave={(reason) => actions.change(plan.revision, changes, reason, draft.forget)}
        />
      )}
      <Chart nodes={nodes} scale={scale} today={plan.today} mayWrite={mayWrite} draft={draft} onOpen={open} />
      {isAdding && <AddNodeDialog nodes={nodes} onClose={() => setAdding(false)} onChange={draft.takeAll} />}
      {opened && (
        <NodeDialog
          key={opened.id}
          node={opened}
          nodes={nodes}
          mayWrite={mayWrite}
          isBusy={actions.isBusy}
          onClose={() => setOpenId(null)}
          onChange={draft.takeAll}
          onHappened={(happened) => actions.happened(plan.revision, happened, () => setOpenId(null))}
        />
      )}
    </div>
  );
}

/** 节点计划. The plan of a project: seen against its baseline and what happened, and changed by pulling. */
export function NodePlanPanel({ projectId }: { projectId: string }) {
  const { say } = useLanguage();
  const mayWrite = useMay(nodeOperations['nodes.plan'].permission);
  const { data, error, refetch } = useOperation(nodeOperations['nodes.show'], { id: projectId });
  const actions = usePlanActions(projectId);
  const [isPlanning, setPlanning] = useState(false);
  const close = () => setPlanning(false);
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <div className="node-plan">
      {data.revision === 0 ? (
        <Nothing title={say(words.none)} hint={say(words.noneHint)}>
          {mayWrite && (
            <Button type="primary" onClick={() => setPlanning(true)}>
              {say(words.plan)}
            </Button>
          )}
        </Nothing>
      ) : (
        <Planned plan={data} actions={actions} onPlan={() => setPlanning(true)} />
      )}
      {isPlanning && (
        <PlanDialog
          plan={data}
          isBusy={actions.isBusy}
          onClose={close}
          onPlan={(asked) => actions.plan(data.revision, asked, close)}
        />
      )}
    </div>
  );
}
