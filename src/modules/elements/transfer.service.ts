/** Demands and quotas out to a spreadsheet and back: what a file would do is shown before it is written. */
import { Problem } from '../../core/problem.ts';
import { outcomes, sayTally, tallyOf } from '../../core/register/import-plan.ts';
import type { RegisterTools } from '../../core/register/kit.ts';
import type { ImportAnswer } from '../../core/register/operations.ts';
import type { Register } from '../../core/register/register.ts';
import { projectOperations } from '../projects/operations.ts';
import { needAmountOf } from './amount.ts';
import { listDemands } from './demand.store.ts';
import { NewDemand } from './demand-operations.ts';
import { addRows, change as changeDemand, lineOfDemand, rowOfDemand } from './demands.service.ts';
import { projectsBy, type Reading, tenantOf, type Writing } from './desk.service.ts';
import { kindOf } from './kind.ts';
import { listQuotas } from './quota.store.ts';
import { NewQuota } from './quota-operations.ts';
import { add as addQuota, change as changeQuota } from './quotas.service.ts';
import {
  type Cells,
  demandSheet,
  elementNamed,
  headsOf,
  lineOfCells,
  type Parsed,
  planSheet,
  quotaSheet,
  type SheetStep,
  type Standing,
} from './sheet.ts';

const mostRows = 3000;

export interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly apply: boolean;
  readonly digest?: string | undefined;
}

/** What is wrong with a line, by the field that it is about; a Problem of the amount is one of the quantity. */
function issuesOf(check: () => unknown): { field: string; zh: string; en: string }[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [{ field: error.code === 'element-amount' ? 'quantity' : 'from', ...error.label }];
  }
}

const fieldOf: Readonly<Record<string, string>> = { typed: 'quantity', number: 'name', parentId: 'parent' };

interface Words {
  readonly success: boolean;
  readonly error?:
    | { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] }
    | undefined;
}
const issuesIn = ({ error }: Words) =>
  (error?.issues ?? []).map(({ path, message }) => {
    const at = String(path[0] ?? 'name');
    return { field: fieldOf[at] ?? at, zh: message, en: message };
  });

const noElement = {
  field: 'element',
  zh: '没有这种要素，写“用地指标”“能耗”等',
  en: 'no such element; write Land quota, Energy …',
};

async function namedProjects({ ask }: Reading): Promise<(word: string) => string | null | undefined> {
  const { known } = await ask(projectOperations['projects.names'], {});
  const ids = new Map<string, Set<string>>();
  for (const { id, name, code, aliases, endedOn } of known)
    for (const word of endedOn === null ? [id, name, ...aliases, ...(code === null ? [] : [code])] : [id])
      ids.set(word, (ids.get(word) ?? new Set()).add(id));
  return (word) => {
    const found = [...(ids.get(word.trim()) ?? [])];
    return found.length > 1 ? null : found[0];
  };
}

type DemandLine = { readonly projectId: string; readonly line: NewDemand };

async function demandsIn(context: Reading, unitPath?: string): Promise<Standing[]> {
  const rows = await listDemands(context.db, context.actor.scope, { unitPath });
  const projects = await projectsBy(
    context,
    rows.map(({ projectId }) => projectId),
  );
  return rows.map(({ id, projectId, element, from, to, typed, unit, note }) => ({
    id,
    cells: {
      name: projects.get(projectId)?.name ?? projectId,
      element: kindOf(element).label.zh,
      from,
      to: to ?? '',
      quantity: typed,
      unit,
      note: note ?? '',
    },
  }));
}

function demandParser(projectNamed: (word: string) => string | null | undefined): (cells: Cells) => Parsed<DemandLine> {
  return (cells) => {
    const projectId = projectNamed(cells.name ?? '');
    const element = elementNamed(cells.element ?? '');
    const line = NewDemand.safeParse({
      ...cells,
      element,
      typed: cells.quantity,
      to: cells.to || null,
      note: cells.note || null,
    });
    const issues = [
      ...(projectId === undefined
        ? [{ field: 'name', zh: '名录中没有这个项目', en: 'no such project in the register' }]
        : []),
      ...(projectId === null
        ? [{ field: 'name', zh: '有多个同名项目，请填项目编号', en: 'several projects have this name' }]
        : []),
      ...(element === undefined ? [noElement] : []),
      ...issuesIn(line).filter(({ field }) => field !== 'element'),
      ...(line.success ? issuesOf(() => lineOfDemand(line.data)) : []),
    ];
    if (issues.length > 0 || !line.success || typeof projectId !== 'string') return { issues };
    return { input: { projectId, line: line.data } };
  };
}

async function quotasIn({ db, actor }: Reading, unitPath?: string): Promise<Standing[]> {
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

function parseQuota(cells: Cells): Parsed<NewQuota> {
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

function answerOf<Input>(steps: readonly SheetStep<Input>[], digest: string, isApplied: boolean): ImportAnswer {
  const tally = tallyOf(steps);
  const order = Object.keys(outcomes);
  const sorted = steps.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.row - b.row);
  const rows = sorted.slice(0, mostRows).map(({ row, outcome, name, changes, issues }) => ({
    row,
    outcome,
    name,
    changes: [...changes],
    issues: [...issues],
  }));
  return { ...tally, message: sayTally(tally), digest, isApplied, rows, unlisted: sorted.length - rows.length };
}

export function transferOf(tools: RegisterTools) {
  const read = async <Input>(
    sheet: Register,
    { name, bytes, digest: seen }: File,
    around: Parameters<typeof planSheet<Input>>[2],
  ) => {
    const digest = tools.digest(bytes);
    if (seen !== undefined && seen !== digest)
      throw new Problem('invalid-input', {
        count: 1,
        issues: 'digest: 文件与预览的不是同一个 (not the file previewed)',
      });
    const { steps, issues } = planSheet<Input>(sheet, await tools.readRows(name, bytes), around);
    if (issues.length > 0)
      throw new Problem('invalid-input', {
        count: issues.length,
        issues: issues.map(({ zh, en }) => `${zh} (${en})`).join('; '),
      });
    return { steps, digest };
  };

  const give = async (
    sheet: Register,
    standing: readonly Standing[],
    { format, version }: { format: 'xlsx' | 'csv'; version: 'all' | 'template' },
  ) => {
    const lines = version === 'template' ? [] : standing.map(({ id, cells }) => lineOfCells(sheet, id, cells));
    const grid = [headsOf(sheet), ...lines];
    const name = `${sheet.label.zh}${version === 'template' ? '-空表' : ''}`;
    return format === 'csv'
      ? { name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', bytes: tools.writeCsv(grid) }
      : {
          name: `${name}.xlsx`,
          mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          bytes: await tools.writeXlsx(sheet.label.zh, grid),
        };
  };

  const applyDemands = async (context: Writing, steps: readonly SheetStep<DemandLine>[], file: string) => {
    const added = steps.filter(({ outcome }) => outcome === 'added');
    const projects = await projectsBy(
      context,
      added.flatMap(({ input }) => input?.projectId ?? []),
    );
    const rows = added.flatMap(({ input, row }) => {
      const project = projects.get(input?.projectId ?? '');
      if (input === null || project === undefined) return [];
      return [rowOfDemand(context, project, input.line, { kind: 'import', file, row })];
    });
    await addRows(context, rows);
    const standing = new Map((await listDemands(context.db, context.actor.scope, {})).map((row) => [row.id, row]));
    for (const { outcome, id, input } of steps) {
      const row = standing.get(id ?? '');
      if (outcome !== 'changed' || row === undefined || input === null) continue;
      await changeDemand(context, { id: row.id, revision: row.revision, line: input.line, reason: file });
    }
  };

  const applyQuotas = async (context: Writing, steps: readonly SheetStep<NewQuota>[], file: string) => {
    for (const { outcome, input } of steps) if (outcome === 'added' && input !== null) await addQuota(context, input);
    const standing = new Map((await listQuotas(context.db, context.actor.scope, {})).map((row) => [row.id, row]));
    for (const { outcome, id, input } of steps) {
      const row = standing.get(id ?? '');
      if (outcome !== 'changed' || row === undefined || input === null) continue;
      const { period, typed, unit, number, note } = input;
      await changeQuota(context, {
        id: row.id,
        revision: row.revision,
        period,
        typed,
        unit,
        number,
        note,
        reason: file,
      });
    }
  };

  /** A sheet may not move a demand to another project, nor a quota to another unit, element or origin. */
  const keeps = <Input>(steps: readonly SheetStep<Input>[], fixed: readonly string[]): SheetStep<Input>[] =>
    steps.map((step) => {
      const moved = step.outcome === 'changed' ? step.changes.filter(({ field }) => fixed.includes(field)) : [];
      if (moved.length === 0) return step;
      const issues = moved.map(({ field, label, after }) => ({
        field,
        label,
        cell: after,
        message: { zh: '不能由导入改变，请撤回后另登', en: 'not changed by an import; withdraw it and enter it anew' },
      }));
      return { ...step, outcome: 'refused', issues: [...step.issues, ...issues] };
    });

  return {
    giveDemands: async (context: Reading, asked: Parameters<typeof give>[2] & { unitPath?: string | undefined }) =>
      give(demandSheet, await demandsIn(context, asked.unitPath), asked),
    giveQuotas: async (context: Reading, asked: Parameters<typeof give>[2] & { unitPath?: string | undefined }) =>
      give(quotaSheet, await quotasIn(context, asked.unitPath), asked),

    takeDemands: async (context: Writing, file: File): Promise<ImportAnswer> => {
      const parse = demandParser(await namedProjects(context));
      const around = { standing: await demandsIn(context), blank: {}, parse };
      const { steps: read_, digest } = await read<DemandLine>(demandSheet, file, around);
      const steps = keeps(read_, ['name']);
      if (file.apply) await applyDemands(context, steps, file.name);
      if (file.apply) context.audit('element-demand-import', file.name, null, { digest, ...tallyOf(steps) });
      return answerOf(steps, digest, file.apply);
    },

    takeQuotas: async (context: Writing, file: File): Promise<ImportAnswer> => {
      const around = {
        standing: await quotasIn(context),
        blank: { unitPath: context.actor.unitPath },
        parse: parseQuota,
      };
      const { steps: read_, digest } = await read<NewQuota>(quotaSheet, file, around);
      const steps = keeps(read_, ['element', 'parent', 'unitPath']);
      for (const { outcome, input } of steps)
        if (outcome === 'added') await tenantOf(context, input?.unitPath ?? context.actor.unitPath);
      if (file.apply) await applyQuotas(context, steps, file.name);
      if (file.apply) context.audit('element-quota-import', file.name, null, { digest, ...tallyOf(steps) });
      return answerOf(steps, digest, file.apply);
    },
  };
}
