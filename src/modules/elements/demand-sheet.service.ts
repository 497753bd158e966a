/** Demands in a spreadsheet: read, and written once they were previewed. */
import { projectOperations } from '../projects/operations.ts';
import { listDemands } from './demand.store.ts';
import { NewDemand } from './demand-operations.ts';
import { addRows, change, lineOfDemand, rowOfDemand } from './demands.service.ts';
import { projectsBy, type Reading, type Writing } from './desk.service.ts';
import { kindOf } from './kind.ts';
import { type Cells, elementNamed, type Parsed, type SheetStep, type Standing } from './sheet.ts';
import { issuesIn, issuesOf, noElement } from './sheet-words.ts';

export async function namedProjects({ ask }: Reading): Promise<(word: string) => string | null | undefined> {
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

export type DemandLine = { readonly projectId: string; readonly line: NewDemand };

export async function demandsIn(context: Reading, unitPath?: string): Promise<Standing[]> {
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

export function demandParser(
  projectNamed: (word: string) => string | null | undefined,
): (cells: Cells) => Parsed<DemandLine> {
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

export async function applyDemands(context: Writing, steps: readonly SheetStep<DemandLine>[], file: string) {
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
    await change(context, { id: row.id, revision: row.revision, line: input.line, reason: file });
  }
}
