import { Badge, type InputRef, Tabs } from 'antd';
import { type ReactNode, type RefObject, useCallback, useMemo } from 'react';
import type { Label } from '../../../../core/text.ts';
import { DenseTable } from '../../../../web/dense-table.tsx';
import { useLanguage } from '../../../../web/language.tsx';
import { Nothing } from '../../../../web/waiting.tsx';
import { type FactKind, factKinds, type PlanDetail, type PlanFact } from '../../plan.ts';
import { columnsOf } from './fact-columns.tsx';
import { FindingsList } from './findings-list.tsx';
import { Inspector, type InspectorActions } from './inspector.tsx';
import { FactBar, FindingBar } from './panels.tsx';
import { TablesList } from './tables-list.tsx';
import type { PlanActions } from './use-plan.ts';
import type { Tab, WorkbenchState } from './use-workbench.ts';
import { kindsLabels, severityLabels } from './wording.ts';

const words = {
  facts: { zh: '读出的内容', en: 'What was read' },
  findings: { zh: '问题', en: 'Findings' },
  tables: { zh: '表格', en: 'Tables' },
  noFacts: { zh: '没有读出{kind}', en: 'No {kind} were read' },
  noFactsHint: { zh: '在左边原文中划选文字，即可补充', en: 'Mark text in the document to add one' },
  noMatch: { zh: '没有符合筛选的内容', en: 'Nothing matches the filter' },
  clean: { zh: '没有发现问题', en: 'No findings' },
  cleanHint: { zh: '算术与前后文都对得上', en: 'The arithmetic and the statements agree' },
} satisfies Record<string, Label>;

export interface PaneProps {
  readonly plan: PlanDetail;
  readonly bench: WorkbenchState;
  readonly actions: PlanActions;
  readonly decisions: InspectorActions;
  readonly mayWrite: boolean;
  readonly searchBox: RefObject<InputRef | null>;
  readonly dismissing: string | null;
  readonly onDismissing: (fingerprint: string | null) => void;
  readonly editor: ReactNode;
  readonly onShow: (id: string | null) => void;
  readonly onShowOffset: (offset: number) => void;
}

function FindingsTab(props: PaneProps) {
  const { plan, bench, actions, mayWrite, searchBox, dismissing, onDismissing, onShow, onShowOffset } = props;
  const { say } = useLanguage();
  const isClean = plan.findings.length === 0;
  return (
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
          <Nothing title={say(isClean ? words.clean : words.noMatch)} hint={isClean ? say(words.cleanHint) : ''} />
        }
        onPick={({ fingerprint }) => onShow(fingerprint)}
        onSource={({ fingerprint }, start) => {
          bench.setActive(fingerprint);
          onShowOffset(start);
        }}
        onDismissing={onDismissing}
        onDismiss={({ fingerprint }, reason) => actions.attempt(() => actions.dismiss(fingerprint, reason))}
        onRestore={(finding) => void actions.attempt(() => actions.restore(finding))}
      />
    </>
  );
}

const idOfFact = ({ id }: PlanFact): string => id;
const lookOfFact = ({ state }: PlanFact): string => `is-${state}`;

function FactsTab({ kind, ...props }: PaneProps & { kind: FactKind }) {
  const { bench, actions, decisions, mayWrite, searchBox, onShow } = props;
  const { say } = useLanguage();
  const { touching } = bench;
  const flag = useCallback(
    (fact: PlanFact) => {
      const worst = touching.get(fact.id)?.[0];
      if (worst === undefined) return null;
      return (
        <i className={`flag flag-${worst.severity}`} title={say(worst.message)}>
          <span className="visually-hidden">{say(severityLabels[worst.severity])}</span>
        </i>
      );
    },
    [touching, say],
  );
  const columns = useMemo(() => columnsOf(kind, say, flag), [kind, say, flag]);
  const acceptable = bench.facts.filter((fact) => fact.state === 'proposed');
  const isFiltered = bench.query !== '' || bench.state !== 'all';
  return (
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
        keyOf={idOfFact}
        active={bench.active}
        onPick={({ id }) => onShow(id)}
        onOpen={decisions.edit}
        classOf={lookOfFact}
        empty={
          <Nothing
            title={isFiltered ? say(words.noMatch) : say(words.noFacts, { kind: say(kindsLabels[kind]) })}
            hint={isFiltered || !mayWrite ? '' : say(words.noFactsHint)}
          />
        }
      />
    </>
  );
}

function useTabs({ facts, findings, tables, counts }: PlanDetail) {
  const { say } = useLanguage();
  return useMemo(() => {
    const open = findings.filter(({ dismissed }) => dismissed === null).length;
    const count = (of: FactKind) => facts.filter(({ kind, state }) => kind === of && state !== 'rejected').length;
    const counted = (label: Label, number: number) => (
      <span>
        {say(label)} <small className="tab-count">{number}</small>
      </span>
    );
    const badge = (
      <Badge
        count={open}
        overflowCount={999}
        size="small"
        color={counts.errors > 0 ? 'var(--badge-error)' : 'var(--badge)'}
      />
    );
    return [
      {
        key: 'findings',
        label: (
          <span>
            {say(words.findings)} {badge}
          </span>
        ),
      },
      ...factKinds.map((of) => ({ key: of, label: counted(kindsLabels[of], count(of)) })),
      { key: 'tables', label: counted(words.tables, tables.length) },
    ];
  }, [facts, findings, tables, counts, say]);
}

/** The side of the facts: tabs of tables and findings, and below them the fact in hand. */
export function FactsPane(props: PaneProps) {
  const { plan, bench, decisions, mayWrite, editor, onShow, onShowOffset } = props;
  const { say } = useLanguage();
  const tabs = useTabs(plan);
  const { tab, kind, activeFact } = bench;
  const shownFact = activeFact !== null && (kind === null || activeFact.kind === kind) ? activeFact : null;
  return (
    <section className="facts-pane" aria-label={say(words.facts)}>
      <Tabs size="small" activeKey={tab} onChange={(key) => bench.openTab(key as Tab)} items={tabs} />
      {tab === 'findings' && <FindingsTab {...props} />}
      {tab === 'tables' && <TablesList tables={plan.tables} onShow={onShowOffset} />}
      {kind !== null && <FactsTab {...props} kind={kind} />}
      {(kind !== null || editor) && (
        <Inspector
          planId={plan.id}
          text={plan.text}
          fact={shownFact}
          findings={shownFact ? (bench.touching.get(shownFact.id) ?? []) : []}
          mayWrite={mayWrite}
          actions={decisions}
          onFinding={({ fingerprint }) => onShow(fingerprint)}
          onSentence={() => onShow(shownFact?.id ?? null)}
          editor={editor}
        />
      )}
    </section>
  );
}
