/** Quotas in a spreadsheet: each line is checked as if it were typed, and refused with the reason where it does not fit. */
import { Problem } from '../../core/problem.ts';
import { needAmountOf } from './amount.ts';
import type { Reading, Writing } from './desk.service.ts';
import { kindOf } from './kind.ts';
import { listQuotas, type QuotaRow } from './quota.store.ts';
import { NewQuota } from './quota-operations.ts';
import { add, change, changeOf, rowOfQuota } from './quotas.service.ts';
import { type Cells, elementNamed, type Parsed, quotaSheet, type SheetStep, type Standing } from './sheet.ts';
import { issuesIn, issuesOf, noElement } from './sheet-words.ts';

export async function quotasIn({ db, actor }: Reading, unitPath?: string): Promise<Standing[]> {
  const rows = await listQuotas(db, actor.scope, { unitPath });
  return rows.map(({ id, unitPath: at, element, period, typed, unit, number, parentId, note }) => ({
    id,
    cells: {
      name: number,
      element: kindOf(element).label.zh,
      period,
      quantity: typed,
      unit,
      parent: parentId ?? '',
      note: note ?? '',
      unitPath: at,
    },
  }));
}

export function parseQuota(cells: Cells): Parsed<NewQuota> {
  const element = elementNamed(cells.element ?? '');
  const words = { ...cells, element, number: cells.name, typed: cells.quantity, parentId: cells.parent || null };
  const quota = NewQuota.safeParse({ ...words, unitPath: cells.unitPath || undefined, note: cells.note || null });
  const issues = [
    ...(element === undefined ? [noElement] : []),
    ...issuesIn(quota).filter(({ field }) => field !== 'element'),
    ...(quota.success
      ? issuesOf(() => needAmountOf(kindOf(quota.data.element), quota.data.typed, quota.data.unit))
      : []),
  ];
  return issues.length > 0 || !quota.success ? { issues } : { input: quota.data };
}

const changeIn = (row: QuotaRow, { period, typed, unit, number, note }: NewQuota, file: string) => ({
  id: row.id,
  revision: row.revision,
  period,
  typed,
  unit,
  number,
  note,
  reason: file,
});

const fieldOf: Readonly<Record<string, string>> = { 'not-found': 'unitPath', 'element-quota-exceeded': 'quantity' };

function refusedBy(step: SheetStep<NewQuota>, { code, label: message }: Problem): SheetStep<NewQuota> {
  const field = fieldOf[code] ?? 'quantity';
  const label = quotaSheet.fields.find(({ id }) => id === field)?.label ?? { zh: '归属单位', en: 'Unit' };
  const cell = step.changes.find((each) => each.field === field)?.after ?? '';
  return { ...step, outcome: 'refused', issues: [...step.issues, { field, label, cell, message }] };
}

/** Line by line, so that the second of two that do not fit together is the one that is refused. */
export async function settleQuotas(
  context: Writing,
  steps: readonly SheetStep<NewQuota>[],
  { file, apply }: { readonly file: string; readonly apply: boolean },
): Promise<SheetStep<NewQuota>[]> {
  const standing = new Map((await listQuotas(context.db, context.actor.scope, {})).map((row) => [row.id, row]));
  const settle = async ({ outcome, id, input }: SheetStep<NewQuota>): Promise<unknown> => {
    if (input === null) return;
    if (outcome === 'added') return apply ? add(context, input) : rowOfQuota(context, input);
    const row = standing.get(id ?? '');
    if (outcome !== 'changed' || row === undefined) return;
    const asked = changeIn(row, input, file);
    return apply ? change(context, asked) : changeOf(context, asked);
  };
  const settled: SheetStep<NewQuota>[] = [];
  for (const step of steps) {
    const problem = await settle(step).then(
      () => null,
      (error: unknown) => {
        if (error instanceof Problem) return error;
        throw error;
      },
    );
    settled.push(problem === null ? step : refusedBy(step, problem));
  }
  return settled;
}
