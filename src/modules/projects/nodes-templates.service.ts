import type * as z from 'zod';
import type { Reader, Writer } from '../../core/database.ts';
import type { Context } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import type { RegisterTools } from '../../core/register/kit.ts';
import { stampOf } from '../../core/register/records.ts';
import { findingsOf } from './node-template-checks.ts';
import { rowsOf, templateOfRows, templateOfYaml, yamlOf } from './node-template-file.ts';
import * as store from './node-templates.store.ts';
import { checkTemplate, type NodeTemplate, templates, templatesNote } from './node-templates.ts';
import type { ShownTemplate, templateOperations } from './node-templates-operations.ts';

type Reading = Context<Reader>;
type Writing = Context<Writer>;
type Input<Id extends keyof typeof templateOperations> = z.output<(typeof templateOperations)[Id]['input']>;

const missing = (id: string) => new Problem('not-found', { kind: '节点模板 template', id });
const ownKey = (unitPath: string | null, id: string) => `${unitPath ?? ''} ${id}`;

/** Those of the offices in scope, and those that ship unless the own office has made them its own. */
export async function shownTemplates({ db, actor }: Reading, { withWithdrawn }: Input<'nodes.templates'>) {
  const own = await store.listTemplates(db, actor.scope);
  const plans = await store.countPlans(db, actor.scope);
  const inUse = own.filter(({ withdrawnOn }) => withdrawnOn === null);
  const isReplaced = (id: string) => inUse.some((each) => each.id === id && each.unitPath === actor.unitPath);
  const shipped = templates
    .filter(({ id }) => withWithdrawn || !isReplaced(id))
    .map((each) => ({ ...each, unitPath: null, revision: 0, withdrawnOn: null }));
  const all = [...(withWithdrawn ? own : inUse), ...shipped];
  return {
    note: templatesNote,
    own: actor.unitPath,
    templates: all.map((each): ShownTemplate => ({ ...each, plans: plans.get(ownKey(each.unitPath, each.id)) ?? 0 })),
  };
}

export interface LoadedTemplate extends NodeTemplate {
  readonly unitPath: string | null;
  readonly revision: number;
}

/** The office’s own before the one that ships; what was withdrawn is out of use. Problems: not-found. */
export async function loadTemplate({ db, actor }: Reading, id: string): Promise<LoadedTemplate> {
  const own = (await store.listTemplates(db, actor.scope)).filter(
    (each) => each.id === id && each.withdrawnOn === null,
  );
  const shipped = templates.find((each) => each.id === id);
  const found =
    own.find(({ unitPath }) => unitPath === actor.unitPath) ??
    (shipped && { ...shipped, unitPath: null, revision: 0 }) ??
    own[0];
  if (found === undefined) throw missing(id);
  return found;
}

async function ownTemplate({ db, actor }: Reading, id: string) {
  const own = await store.listTemplates(db, actor.scope);
  return own.find((each) => each.id === id && each.unitPath === actor.unitPath);
}

const changed = (name: string, revision = 0) => new Problem('changed-meanwhile', { name, actor: '', revision });

export async function saveTemplate(context: Writing, { reason, ...input }: Input<'nodes.save-template'>) {
  const { db, actor } = context;
  checkTemplate(input);
  const before = await ownTemplate(context, input.id);
  const next = { ...input, revision: input.revision + 1 };
  const isFirst = before === undefined && input.revision === 0;
  const isExpected = isFirst || before?.revision === input.revision;
  if (!isExpected || !(await store.saveTemplate(db, actor, { ...next, reason }, stampOf(context))))
    throw changed(input.label.zh, before?.revision);
  context.audit('project-template', `${actor.unitPath} ${input.id}`, before ?? null, { ...next, reason });
  const plans = await store.countPlans(db, actor.scope);
  return {
    ...next,
    unitPath: actor.unitPath,
    withdrawnOn: null,
    plans: plans.get(ownKey(actor.unitPath, input.id)) ?? 0,
  };
}

export async function withdrawTemplate(context: Writing, { id, revision }: Input<'nodes.withdraw-template'>) {
  const { db, actor, today } = context;
  const before = await ownTemplate(context, id);
  if (before === undefined) throw missing(id);
  if (!(await store.withdrawTemplate(db, actor, { id, revision, on: today }, stampOf(context))))
    throw changed(before.label.zh, before.revision);
  const after = { ...before, withdrawnOn: today };
  context.audit('project-template', `${actor.unitPath} ${id}`, before, after);
  const plans = await store.countPlans(db, actor.scope);
  return { ...after, plans: plans.get(ownKey(actor.unitPath, id)) ?? 0 };
}

export const templateHistory = async ({ db, actor }: Reading, { id, unitPath }: Input<'nodes.template-history'>) => ({
  versions: await store.listVersions(db, actor.scope, unitPath, id),
});

export async function readTemplate({ readRows }: RegisterTools, { name, bytes }: Input<'nodes.read-template'>) {
  const isYaml = /\.ya?ml$/i.test(name);
  const template = isYaml
    ? templateOfYaml(new TextDecoder().decode(bytes))
    : templateOfRows(await readRows(name, bytes));
  return { template, findings: findingsOf(template.nodes) };
}

const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function exportTemplate(
  { writeXlsx }: RegisterTools,
  { db, actor }: Reading,
  { id, format, unitPath }: Input<'nodes.export-template'>,
) {
  const own = (await store.listTemplates(db, actor.scope)).find((each) => each.id === id && each.unitPath === unitPath);
  const found = unitPath === undefined ? templates.find((each) => each.id === id) : own;
  if (found === undefined) throw missing(id);
  const name = `节点模板-${found.label.zh}.${format}`;
  return format === 'yaml'
    ? { name, mediaType: 'application/yaml', bytes: new TextEncoder().encode(yamlOf(found)) }
    : { name, mediaType: sheet, bytes: await writeXlsx('节点模板', rowsOf(found)) };
}
