import './document.css';
import { Alert, type InputRef, Splitter } from 'antd';
import { useCallback, useRef, useState } from 'react';
import type { Label } from '../../../../core/text.ts';
import { Refusal } from '../../../../web/client.ts';
import { Failure } from '../../../../web/error-boundary.tsx';
import { useLanguage } from '../../../../web/language.tsx';
import { recall, remember } from '../../../../web/remember.ts';
import { useParam, useSearchParams } from '../../../../web/router.tsx';
import { useMay } from '../../../../web/session.ts';
import { useOperation } from '../../../../web/use-operation.ts';
import { Waiting } from '../../../../web/waiting.tsx';
import { planOperations } from '../../operations.ts';
import type { FactContent, FactKind, PlanDetail, PlanFact } from '../../plan.ts';
import { type DocumentHandle, DocumentPane } from './document-pane.tsx';
import { summaryOf } from './fact-columns.tsx';
import { FactEditor } from './fact-editor.tsx';
import { FactsPane } from './facts-pane.tsx';
import type { InspectorActions } from './inspector.tsx';
import { nextOnClick } from './marks.ts';
import { PlanBar } from './plan-bar.tsx';
import { prefill } from './prefill.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import { contentOf, usePlanActions } from './use-plan.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { useWorkbench } from './use-workbench.ts';

const words = {
  tip: {
    zh: '这是一份埋了错误的样例规划。点右边的问题看它在原文的位置，点原文的数字看它读成了什么；j/k 逐条，A 采纳，E 更正，X 否决。自己的规划：右上角“读取文件”，或直接拖进来。',
    en: 'A sample plan with planted errors. Click a finding to see its place, click a number to see how it was read; j/k to move, A accept, E correct, X reject. Your own plan: “Read a file” above, or drop it here.',
  },
  theirs: {
    zh: '{by} 已改为：{what}。再按保存则以您的为准。',
    en: '{by} changed it to: {what}. Saving again puts yours in its place.',
  },
} satisfies Record<string, Label>;

/** What is being edited: a fact as it was when the editor opened, or one being added from marked text. */
type Editing = { readonly fact: PlanFact } | { readonly fresh: FactContent };

function SampleTip() {
  const { say } = useLanguage();
  const [isShown, setIsShown] = useState(() => recall('sample-tip') === null);
  if (!isShown) return null;
  const close = () => {
    remember('sample-tip', 'seen');
    setIsShown(false);
  };
  return <Alert banner type="info" closable={{ onClose: close }} title={say(words.tip)} className="sample-tip" />;
}

function Bench({ plan }: { plan: PlanDetail }) {
  const { say } = useLanguage();
  const mayWrite = useMay(planOperations['plans.revise-fact'].permission);
  const actions = usePlanActions(plan.id);
  const bench = useWorkbench(plan, useSearchParams().on);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [dismissing, setDismissing] = useState<string | null>(null);
  const pane = useRef<DocumentHandle>(null);
  const searchBox = useRef<InputRef>(null);
  const isNarrow = useIsNarrow();
  const { activeFact, active, marks, pick, step, setActive, openTab } = bench;

  const show = useCallback(
    (id: string | null) => {
      if (id === null) return;
      setEditing(null);
      pick(id);
      pane.current?.show(id);
    },
    [pick],
  );
  const pickFromDocument = useCallback(
    (ids: readonly string[]) => {
      const next = nextOnClick(marks, ids, active);
      if (next === null) return;
      setEditing(null);
      pick(next);
    },
    [marks, active, pick],
  );
  const decide = useCallback(
    async (state: 'accepted' | 'rejected' | 'proposed') => {
      if (activeFact === null || !mayWrite || activeFact.state === state) return;
      const isTakenBack = activeFact.state === 'added' && state === 'rejected';
      const following = state === 'proposed' ? null : step(1);
      const isDone = await actions.attempt(() =>
        isTakenBack ? actions.takeBack(activeFact) : actions.revise(activeFact, state),
      );
      if (!isDone) setActive(activeFact.id);
      else if (following !== null) pane.current?.show(following);
    },
    [activeFact, mayWrite, step, actions, setActive],
  );
  const edit = useCallback(() => {
    if (activeFact !== null && mayWrite) setEditing({ fact: activeFact });
  }, [activeFact, mayWrite]);
  const add = useCallback(
    (kind: FactKind, start: number, end: number) => setEditing({ fresh: prefill(plan, kind, start, end) }),
    [plan],
  );
  const saveEdit = async (content: FactContent) => {
    if (editing === null) return;
    if ('fresh' in editing) {
      const fresh = await actions.add(content);
      openTab(fresh.kind);
      setActive(fresh.id);
      return;
    }
    const now = plan.facts.find(({ id }) => id === editing.fact.id) ?? editing.fact;
    try {
      await actions.revise(now, now.state === 'added' ? 'added' : 'corrected', content);
    } catch (error) {
      // The newest reading of the fact comes in beside the form; what was typed stays.
      if (error instanceof Refusal && error.code === 'changed-meanwhile') await actions.refresh();
      throw error;
    }
  };
  const dismiss = () => bench.activeFinding && mayWrite && setDismissing(bench.activeFinding.fingerprint);
  useReviewKeys({ bench, actions, show, decide, edit, focusSearch: () => searchBox.current?.focus(), dismiss });

  const decisions: InspectorActions = {
    accept: () => void decide('accepted'),
    edit,
    reject: () => void decide('rejected'),
    reset: () => void decide('proposed'),
  };
  const theirs = editing && 'fact' in editing ? plan.facts.find(({ id }) => id === editing.fact.id) : undefined;
  const isOvertaken =
    theirs !== undefined && editing !== null && 'fact' in editing && theirs.revision > editing.fact.revision;
  const editor = editing && (
    <>
      {isOvertaken && (
        <p className="was">{say(words.theirs, { by: theirs.updatedBy, what: summaryOf(theirs, say) })}</p>
      )}
      <FactEditor
        key={'fact' in editing ? editing.fact.id : `${editing.fresh.kind} ${editing.fresh.data.source.start}`}
        content={'fact' in editing ? contentOf(editing.fact) : editing.fresh}
        isNew={'fresh' in editing}
        onSave={saveEdit}
        onClose={() => setEditing(null)}
      />
    </>
  );
  return (
    <div className="workbench">
      <PlanBar plan={plan} actions={actions} mayWrite={mayWrite} />
      {plan.isSample && <SampleTip />}
      <Splitter className="bench-split" orientation={isNarrow ? 'vertical' : 'horizontal'}>
        <Splitter.Panel defaultSize={isNarrow ? '50%' : '52%'} min={isNarrow ? '20%' : '30%'} max="75%">
          <DocumentPane
            ref={pane}
            plan={plan}
            marks={marks}
            active={active}
            mayWrite={mayWrite}
            onPick={pickFromDocument}
            onAdd={add}
          />
        </Splitter.Panel>
        <Splitter.Panel>
          <FactsPane
            plan={plan}
            bench={bench}
            actions={actions}
            decisions={decisions}
            mayWrite={mayWrite}
            searchBox={searchBox}
            dismissing={dismissing}
            onDismissing={setDismissing}
            editor={editor}
            onShow={show}
            onShowOffset={(offset) => pane.current?.showOffset(offset)}
          />
        </Splitter.Panel>
      </Splitter>
    </div>
  );
}

export function Workbench() {
  const planId = useParam('planId');
  const { data, error, refetch } = useOperation(planOperations['plans.show'], { planId });
  if (data) return <Bench key={data.id} plan={data} />;
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  return <Waiting />;
}
