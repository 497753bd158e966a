import { useMemo, useState } from 'react';
import { readAfter, sayAfter } from '../../node-after.ts';
import type { NodeSpec } from '../../node-plan.ts';
import { findingsOf, type TemplateFinding } from '../../node-template-checks.ts';
import type { NodeTemplate } from '../../node-templates.ts';

/** A row as it is typed: what it waits for stays text while it cannot be read. */
export interface DraftRow extends NodeSpec {
  /** Null while it can be read. */
  readonly afterText: string | null;
}
export interface Draft {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly rows: readonly DraftRow[];
}

export const draftOf = ({ id, label, source, nodes }: NodeTemplate): Draft => ({
  id,
  name: label.zh,
  source: source ?? '',
  rows: nodes.map((node) => ({ ...node, afterText: null })),
});

const idsOf = (rows: readonly DraftRow[]) => rows.map(({ id }) => id);

/** The rows by a new order or without one: numbers that were typed and not read are read again. */
function reread(rows: readonly DraftRow[]): DraftRow[] {
  const ids = idsOf(rows);
  return rows.map((row, i) => {
    if (row.afterText === null) return row;
    const { after, issue } = readAfter(row.afterText, ids, i);
    return issue === null ? { ...row, after, afterText: null } : row;
  });
}

function newRow(rows: readonly DraftRow[], beneath: number): DraftRow {
  const taken = new Set(idsOf(rows));
  let number = rows.length + 1;
  while (taken.has(`n${number}`)) number += 1;
  const before = rows[beneath];
  return {
    id: `n${number}`,
    name: '',
    kind: before?.kind ?? 'preparation',
    days: 5,
    counts: 'working',
    after: before === undefined ? [] : [{ id: before.id, lag: 0 }],
    owner: null,
    item: null,
    afterText: null,
  };
}

/** Those that waited for what goes wait for what it waited for. */
function without(rows: readonly DraftRow[], place: number): DraftRow[] {
  const gone = rows[place];
  if (gone === undefined) return [...rows];
  return rows
    .filter((row) => row !== gone)
    .map((row) => {
      if (!row.after.some(({ id }) => id === gone.id)) return row;
      const kept = row.after.filter(({ id }) => id !== gone.id);
      const inherited = gone.after.filter(({ id }) => id !== row.id && !kept.some((each) => each.id === id));
      return { ...row, after: [...kept, ...inherited] };
    });
}

/** A template as it is edited, step by step and back. */
export function useTemplateDraft(first: Draft) {
  const [steps, setSteps] = useState<readonly Draft[]>([first]);
  const [at, setAt] = useState(0);
  const draft = steps[at] as Draft;
  const { rows } = draft;
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setSteps([...steps.slice(Math.max(0, at - 200), at + 1), next]);
    setAt(Math.min(at, 200) + 1);
  };
  const ids = useMemo(() => idsOf(rows), [rows]);
  const issues = useMemo(
    (): readonly TemplateFinding[] =>
      rows.flatMap(({ id, afterText }, i) => {
        const issue = afterText === null ? null : readAfter(afterText, ids, i).issue;
        return issue === null ? [] : [{ node: id, field: 'after', severity: 'error', message: issue }];
      }),
    [rows, ids],
  );
  const findings = useMemo(() => [...issues, ...findingsOf(rows)], [rows, issues]);
  return {
    draft,
    findings,
    isChanged: at > 0,
    afterOf: (row: DraftRow) => row.afterText ?? sayAfter(row.after, ids),
    head: change,
    set: (place: number, part: Partial<NodeSpec>) =>
      change({ rows: rows.map((row, i) => (i === place ? { ...row, ...part } : row)) }),
    setAfter: (place: number, text: string) => {
      const { after, issue } = readAfter(text, ids, place);
      const next = issue === null ? { after, afterText: null } : { afterText: text };
      change({ rows: rows.map((row, i) => (i === place ? { ...row, ...next } : row)) });
    },
    add: (beneath: number) => change({ rows: rows.toSpliced(beneath + 1, 0, newRow(rows, beneath)) }),
    remove: (place: number) => change({ rows: reread(without(rows, place)) }),
    move: (place: number, by: 1 | -1) => {
      const row = rows[place];
      if (row === undefined || rows[place + by] === undefined) return;
      change({ rows: reread(rows.toSpliced(place, 1).toSpliced(place + by, 0, row)) });
    },
    undo: at > 0 ? () => setAt(at - 1) : undefined,
    redo: at < steps.length - 1 ? () => setAt(at + 1) : undefined,
  };
}
export type TemplateDraft = ReturnType<typeof useTemplateDraft>;
