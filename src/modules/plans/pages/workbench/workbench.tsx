import { ArrowLeftOutlined, SaveOutlined, UndoOutlined } from '@ant-design/icons';
import { App, Badge, Button, type InputRef, Splitter, Tabs, Tooltip } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Label } from '../../../../core/text.ts';
import { perform } from '../../../../web/client.ts';
import { DenseTable } from '../../../../web/dense-table.tsx';
import { Failure } from '../../../../web/error-boundary.tsx';
import { useLanguage } from '../../../../web/language.tsx';
import { PageLink, useParam, useSearchParams } from '../../../../web/router.tsx';
import { useMay } from '../../../../web/session.ts';
import { useOperation } from '../../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../../web/waiting.tsx';
import { planOperations } from '../../operations.ts';
import { type FactContent, type FactKind, factKinds, type PlanDetail, type PlanFact } from '../../plan.ts';
import { type DocumentHandle, DocumentPane } from './document-pane.tsx';
import { columnsOf, nameOf } from './fact-columns.tsx';
import { FactEditor } from './fact-editor.tsx';
import { FindingsList } from './findings-list.tsx';
import { Inspector } from './inspector.tsx';
import { FactBar, FindingBar } from './panels.tsx';
import { PlanMenu } from './plan-menu.tsx';
import { prefill } from './prefill.ts';
import { TablesList } from './tables-list.tsx';
import { useIsNarrow } from './use-is-narrow.ts';
import { contentOf, type PlanActions, usePlanActions } from './use-plan.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { type Tab, useWorkbench } from './use-workbench.ts';
import { kindsLabels, severityLabels } from './wording.ts';

const words = {
  back: { zh: '规划列表', en: 'All plans' },
  draft: { zh: '草稿', en: 'Draft' },
  saved: { zh: '已存', en: 'Saved' },
  save: { zh: '存为规划', en: 'Save as plan' },
  savedNow: { zh: '已存为规划，原件一并保存', en: 'Saved as a plan, with its original' },
  reviewed: { zh: '已核 {done}/{all}', en: '{done}/{all} reviewed' },
  undo: { zh: '撤销（U）', en: 'Undo (U)' },
  findings: { zh: '问题', en: 'Findings' },
  tables: { zh: '表格', en: 'Tables' },
  facts: { zh: '读出的内容', en: 'What was read' },
  noFacts: { zh: '这里没有{kind}', en: 'No {kind} here' },
  noFactsHint: { zh: '在原文中划选文字即可补充', en: 'Mark text in the document to add one' },
  noMatch: { zh: '没有符合筛选的内容', en: 'Nothing matches the filter' },
  clean: { zh: '没有发现问题', en: 'No findings' },
  cleanHint: { zh: '算术与前后文都对得上', en: 'The arithmetic and the statements agree' },
  sample: { zh: '样例', en: 'Sample' },
  conflict: { zh: '对方已改为：{what}', en: 'It now reads: {what}' },
} satisfies Record<string, Label>;

/** What is being edited: a fact, or one being added from marked text. */
type Editing = { readonly fact: PlanFact } | { readonly fresh: FactContent };

function PlanBar({ plan, actions, mayWrite }: { plan: PlanDetail; actions: PlanActions; mayWrite: boolean }) {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const all = plan.facts.length;
  const done = all - plan.counts.proposed;
  const save = () =>
    actions.attempt(async () => {
      await perform(planOperations['plans.save'], { planId: plan.id, revision: plan.revision });
      await actions.refresh();
      message.success(say(words.savedNow));
    });
  return (
    <div className="plan-bar">
      <PageLink to="/" search={{ list: '1' }} className="back-link">
        <ArrowLeftOutlined aria-hidden="true" /> <span className="visually-hidden">{say(words.back)}</span>
      </PageLink>
      <h1 className="cut" title={plan.title}>
        {plan.title}
      </h1>
      {plan.isSample && <span className="chip">{say(words.sample)}</span>}
      <span className={plan.stage === 'saved' ? 'chip chip-on' : 'chip'}>{say(words[plan.stage])}</span>
      <span className="severity-counts">
        {(['error', 'warning', 'advice'] as const).map((severity) => (
          <span key={severity} className={`severity severity-${severity}`}>
            {say(severityLabels[severity])}{' '}
            {plan.counts[severity === 'error' ? 'errors' : severity === 'warning' ? 'warnings' : 'advice']}
          </span>
        ))}
      </span>
      <span className="grow" />
      <span className="reviewed">{say(words.reviewed, { done, all })}</span>
      {mayWrite && (
        <Tooltip title={say(words.undo)}>
          <Button
            icon={<UndoOutlined />}
            aria-label={say(words.undo)}
            disabled={actions.steps === 0}
            onClick={() => void actions.attempt(actions.undo)}
          />
        </Tooltip>
      )}
      <PlanMenu plan={plan} actions={actions} mayWrite={mayWrite} />
      {mayWrite && plan.stage === 'draft' && (
        <Button type="primary" icon={<SaveOutlined />} onClick={() => void save()}>
          {say(words.save)}
        </Button>
      )}
    </div>
  );
}

function Bench({ plan }: { plan: PlanDetail }) {
  const { say } = useLanguage();
  const search = useSearchParams();
  const mayWrite = useMay(planOperations['plans.revise-fact'].permission);
  const actions = usePlanActions(plan.id);
  const bench = useWorkbench(plan, search['on']);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [dismissing, setDismissing] = useState<string | null>(null);
  const pane = useRef<DocumentHandle>(null);
  const searchBox = useRef<InputRef>(null);
  const isNarrow = useIsNarrow();
  const { activeFact, pick, step, touching, tab, kind } = bench;

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
      setEditing(null);
      const isFact = (id: string) => plan.facts.some((fact) => fact.id === id);
      const marks = bench.marks.filter((mark) => ids.includes('fact' in mark.on ? mark.on.fact : mark.on.finding));
      const order = [...ids].sort((a, b) => Number(isFact(b)) - Number(isFact(a)) || lengthOf(a) - lengthOf(b));
      function lengthOf(id: string) {
        const own = marks.filter((mark) => ('fact' in mark.on ? mark.on.fact : mark.on.finding) === id);
        return Math.min(...own.map(({ start, end }) => end - start));
      }
      // A second click on the same place goes on to what else stands there.
      const next = order[(order.indexOf(bench.active ?? '') + 1) % order.length];
      if (next) pick(next);
    },
    [plan.facts, bench.marks, bench.active, pick],
  );
  const decide = useCallback(
    async (state: 'accepted' | 'rejected' | 'proposed') => {
      if (activeFact === null || !mayWrite || activeFact.state === state) return;
      const following = step(1);
      const done = await actions.attempt(() =>
        activeFact.state === 'added' && state === 'rejected'
          ? actions.takeBack(activeFact)
          : actions.revise(activeFact, state),
      );
      if (!done || state === 'proposed') bench.setActive(activeFact.id);
      else if (following !== null) pane.current?.show(following);
    },
    [activeFact, mayWrite, step, actions, bench],
  );
  const edit = useCallback(() => activeFact && mayWrite && setEditing({ fact: activeFact }), [activeFact, mayWrite]);
  const add = useCallback(
    (factKind: FactKind, start: number, end: number) => setEditing({ fresh: prefill(plan, factKind, start, end) }),
    [plan],
  );
  const saveEdit = async (content: FactContent) => {
    if (editing === null) return;
    if ('fresh' in editing) {
      const fresh = await actions.add(content);
      bench.openTab(fresh.kind);
      bench.setActive(fresh.id);
      return;
    }
    const now = plan.facts.find(({ id }) => id === editing.fact.id) ?? editing.fact;
    try {
      await actions.revise(now, now.state === 'added' ? 'added' : 'corrected', content);
    } catch (error) {
      // The newest reading of the fact comes in; what was typed stays in the form.
      await actions.refresh();
      throw error;
    }
  };

  useReviewKeys({
    bench,
    actions,
    show,
    decide,
    edit,
    focusSearch: () => searchBox.current?.focus(),
    dismiss: () => bench.activeFinding && mayWrite && setDismissing(bench.activeFinding.fingerprint),
  });

  const flag = useCallback(
    (fact: PlanFact) => {
      const worst = touching.get(fact.id)?.[0];
      return worst ? (
        <i className={`flag flag-${worst.severity}`} title={say(worst.message)}>
          <span className="visually-hidden">{say(severityLabels[worst.severity])}</span>
        </i>
      ) : null;
    },
    [touching, say],
  );
  const columns = useMemo(() => columnsOf(kind ?? 'indicator', say, flag), [kind, say, flag]);
  const count = (of: FactKind) => plan.facts.filter((fact) => fact.kind === of && fact.state !== 'rejected').length;
  const open = plan.findings.filter(({ dismissed }) => dismissed === null).length;
  const tabs = [
    {
      key: 'findings',
      label: (
        <span>
          {say(words.findings)}{' '}
          <Badge
            count={open}
            overflowCount={999}
            color={plan.counts.errors > 0 ? 'var(--error)' : 'var(--quiet)'}
            size="small"
          />
        </span>
      ),
    },
    ...factKinds.map((of) => ({
      key: of,
      label: (
        <span>
          {say(kindsLabels[of])} <small className="tab-count">{count(of)}</small>
        </span>
      ),
    })),
    {
      key: 'tables',
      label: (
        <span>
          {say(words.tables)} <small className="tab-count">{plan.tables.length}</small>
        </span>
      ),
    },
  ];
  const acceptable = bench.facts.filter((fact) => fact.state === 'proposed');
  const isFiltered = bench.query !== '' || bench.state !== 'all';
  const theirs = editing && 'fact' in editing ? plan.facts.find(({ id }) => id === editing.fact.id) : undefined;
  const editor = editing && (
    <>
      {'fact' in editing && theirs && theirs.revision !== editing.fact.revision && (
        <p className="was">
          {say(words.conflict, {
            what: `${nameOf(theirs)} ${theirs.kind === 'indicator' ? `${theirs.data.printed} ${theirs.data.unit}` : ''} — ${theirs.updatedBy}`,
          })}
        </p>
      )}
      <FactEditor
        key={'fact' in editing ? editing.fact.id : `new-${editing.fresh.data.source.start}-${editing.fresh.kind}`}
        content={'fact' in editing ? contentOf(editing.fact) : editing.fresh}
        isNew={'fresh' in editing}
        onSave={saveEdit}
        onClose={() => setEditing(null)}
      />
    </>
  );

  const facts = (
    <section className="facts-pane" aria-label={say(words.facts)}>
      <Tabs size="small" activeKey={tab} onChange={(key) => bench.openTab(key as Tab)} items={tabs} />
      {tab === 'findings' && (
        <>
          <FindingBar
            query={bench.query}
            onQuery={bench.setQuery}
            findings={plan.findings}
            severity={bench.severity}
            onSeverity={bench.setSeverity}
            withDismissed={bench.withDismissed}
            onWithDismissed={bench.setWithDismissed}
            search={searchBox}
          />
          <FindingsList
            findings={bench.findings}
            active={bench.active}
            dismissing={dismissing}
            mayWrite={mayWrite}
            empty={
              plan.findings.length === 0 ? (
                <Nothing title={say(words.clean)} hint={say(words.cleanHint)} />
              ) : (
                <Nothing title={say(words.noMatch)} />
              )
            }
            onPick={({ fingerprint }) => show(fingerprint)}
            onSource={({ fingerprint }, start) => {
              bench.setActive(fingerprint);
              pane.current?.showOffset(start);
            }}
            onDismissing={setDismissing}
            onDismiss={({ fingerprint }, reason) => actions.attempt(() => actions.dismiss(fingerprint, reason))}
            onRestore={(finding) => void actions.attempt(() => actions.restore(finding))}
          />
        </>
      )}
      {tab === 'tables' && <TablesList tables={plan.tables} onShow={(offset) => pane.current?.showOffset(offset)} />}
      {kind !== null && (
        <>
          <FactBar
            query={bench.query}
            onQuery={bench.setQuery}
            state={bench.state}
            onState={bench.setState}
            acceptable={acceptable.length}
            onAcceptAll={() => void actions.attempt(() => actions.reviewMany(acceptable, 'accepted'))}
            mayWrite={mayWrite}
            search={searchBox}
          />
          <DenseTable
            label={say(kindsLabels[kind])}
            columns={columns}
            rows={bench.facts}
            keyOf={({ id }) => id}
            active={bench.active}
            onPick={({ id }) => show(id)}
            onOpen={edit}
            classOf={({ state }) => `is-${state}`}
            empty={
              isFiltered ? (
                <Nothing title={say(words.noMatch)} />
              ) : (
                <Nothing title={say(words.noFacts, { kind: say(kindsLabels[kind]) })} hint={say(words.noFactsHint)} />
              )
            }
          />
        </>
      )}
      {(tab !== 'findings' || editor) && (
        <Inspector
          planId={plan.id}
          text={plan.text}
          fact={activeFact !== null && (kind === null || activeFact.kind === kind) ? activeFact : null}
          findings={activeFact ? (touching.get(activeFact.id) ?? []) : []}
          mayWrite={mayWrite}
          actions={{
            accept: () => void decide('accepted'),
            edit,
            reject: () => void decide('rejected'),
            reset: () => void decide('proposed'),
          }}
          onFinding={({ fingerprint }) => show(fingerprint)}
          onSentence={() => activeFact && pane.current?.show(activeFact.id)}
          editor={editor}
        />
      )}
    </section>
  );
  return (
    <div className="workbench">
      <PlanBar plan={plan} actions={actions} mayWrite={mayWrite} />
      <Splitter className="bench-split" orientation={isNarrow ? 'vertical' : 'horizontal'}>
        <Splitter.Panel defaultSize={isNarrow ? '50%' : '52%'} min={isNarrow ? '20%' : '30%'} max="75%">
          <DocumentPane
            ref={pane}
            plan={plan}
            marks={bench.marks}
            active={bench.active}
            mayWrite={mayWrite}
            onPick={pickFromDocument}
            onAdd={add}
          />
        </Splitter.Panel>
        <Splitter.Panel>{facts}</Splitter.Panel>
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
