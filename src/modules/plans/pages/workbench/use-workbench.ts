import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { type FactKind, factKinds, type PlanDetail, type PlanFact, type PlanFinding } from '../../plan.ts';
import { nameOf } from './fact-columns.tsx';
import { idOf, type Mark, marksOf } from './marks.ts';
import type { SeverityFilter, StateFilter } from './panels.tsx';

export type Tab = FactKind | 'tables' | 'findings';

const severityOrder: Record<PlanFinding['severity'], number> = { error: 0, warning: 1, advice: 2 };

const isIn = (state: StateFilter, fact: PlanFact): boolean => {
  if (state === 'all') return true;
  if (state === 'decided') return fact.state !== 'proposed' && fact.state !== 'rejected';
  return fact.state === state;
};

const haystack = (fact: PlanFact): string => {
  const { data } = fact;
  const more = fact.kind === 'indicator' ? `${fact.data.subject} ${fact.data.unit} ${fact.data.printed}` : '';
  return `${nameOf(fact)} ${more} ${data.source.quote}`.toLowerCase();
};

/** Findings by the fact that they touch: the marks of both overlap. */
function findingsByFact(marks: readonly Mark[], findings: readonly PlanFinding[]): Map<string, PlanFinding[]> {
  const byPrint = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  const touched = new Map<string, PlanFinding[]>();
  let open: Mark[] = [];
  for (const mark of marks) {
    open = open.filter(({ end }) => end > mark.start);
    for (const other of open) {
      if ((other.kind === 'finding') === (mark.kind === 'finding')) continue;
      const [fact, finding] = mark.kind === 'finding' ? [other, mark] : [mark, other];
      const found = byPrint.get(idOf(finding));
      const list = touched.get(idOf(fact)) ?? [];
      if (found && !list.includes(found)) touched.set(idOf(fact), [...list, found]);
    }
    open.push(mark);
  }
  for (const list of touched.values()) list.sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity]);
  return touched;
}

/** What the workbench shows now: the tab, its filter, and the one thing in hand on both sides. */
export function useWorkbench(plan: PlanDetail, first: string | undefined) {
  const [tab, setTab] = useState<Tab>(() => (plan.findings.length > 0 ? 'findings' : 'indicator'));
  const [active, setActive] = useState<string | null>(first ?? null);
  const [query, setQuery] = useState('');
  const [state, setState] = useState<StateFilter>('all');
  const [severity, setSeverity] = useState<SeverityFilter>('all');
  const [withDismissed, setWithDismissed] = useState(false);
  const wanted = useDeferredValue(query.trim().toLowerCase());

  const marks = useMemo(() => marksOf(plan.facts, plan.findings), [plan.facts, plan.findings]);
  const touching = useMemo(() => findingsByFact(marks, plan.findings), [marks, plan.findings]);
  const factById = useMemo(() => new Map(plan.facts.map((fact) => [fact.id, fact])), [plan.facts]);
  const kind = factKinds.find((candidate) => candidate === tab) ?? null;
  const facts = useMemo(() => {
    const shown = plan.facts.filter(
      (fact) => fact.kind === kind && isIn(state, fact) && (wanted === '' || haystack(fact).includes(wanted)),
    );
    return shown.sort(({ data: { source: a } }, { data: { source: b } }) => a.start - b.start || a.end - b.end);
  }, [plan.facts, kind, state, wanted]);
  const findings = useMemo(
    () =>
      plan.findings
        .filter(
          (finding) =>
            (withDismissed || finding.dismissed === null) && (severity === 'all' || finding.severity === severity),
        )
        .filter(
          ({ rule, message, arithmetic, sources }) =>
            wanted === '' ||
            `${rule} ${message.zh} ${message.en} ${arithmetic} ${sources.map(({ quote }) => quote).join(' ')}`
              .toLowerCase()
              .includes(wanted),
        )
        .sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity]),
    [plan.findings, severity, withDismissed, wanted],
  );

  const activeFact = active === null ? null : (factById.get(active) ?? null);
  const activeFinding =
    active === null ? null : (plan.findings.find(({ fingerprint }) => fingerprint === active) ?? null);

  const openTab = useCallback((next: Tab) => {
    setTab(next);
    setQuery('');
  }, []);
  /** Takes a fact or finding in hand and opens the tab where it stands. */
  const pick = useCallback(
    (id: string) => {
      const fact = factById.get(id);
      setActive(id);
      const next: Tab = fact ? fact.kind : 'findings';
      if (next !== tab) openTab(next);
      setState((now) => (fact && !isIn(now, fact) ? 'all' : now));
    },
    [factById, tab, openTab],
  );
  const shownIds = useMemo(
    () => (tab === 'findings' ? findings.map(({ fingerprint }) => fingerprint) : facts.map(({ id }) => id)),
    [tab, findings, facts],
  );
  const step = useCallback(
    (by: number): string | null => {
      const at = active === null ? -1 : shownIds.indexOf(active);
      const next = at < 0 ? (by > 0 ? 0 : shownIds.length - 1) : Math.min(shownIds.length - 1, Math.max(0, at + by));
      const id = shownIds[next] ?? null;
      if (id !== null) setActive(id);
      return id;
    },
    [active, shownIds],
  );

  const opened = useRef(false);
  useEffect(() => {
    if (first === undefined || opened.current) return;
    opened.current = true;
    pick(first);
  }, [first, pick]);

  return {
    tab,
    openTab,
    active,
    setActive,
    pick,
    step,
    query,
    setQuery,
    state,
    setState,
    severity,
    setSeverity,
    withDismissed,
    setWithDismissed,
    marks,
    touching,
    kind,
    facts,
    findings,
    activeFact,
    activeFinding,
    shownIds,
  };
}

export type WorkbenchState = ReturnType<typeof useWorkbench>;
