import type { Reader, Writer } from '../../core/database.ts';
import type { Context } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { stampOf } from '../../core/register/records.ts';
import { checkTemplate, type NodeTemplate, templates, templatesNote } from './node-templates.ts';
import * as store from './nodes.store.ts';

type Saving = NodeTemplate & { readonly revision: number };

/** Those of the offices in scope, and those that ship unless the own office has made them its own. */
export async function shownTemplates({ db, actor }: Context<Reader>) {
  const own = await store.listTemplates(db, actor.scope);
  const isReplaced = (id: string) => own.some((each) => each.id === id && each.unitPath === actor.unitPath);
  const shipped = templates.filter(({ id }) => !isReplaced(id));
  return {
    note: templatesNote,
    templates: [...own, ...shipped.map((each) => ({ ...each, unitPath: null, revision: 0 }))],
  };
}

/** The office's own before the one that ships. Problems: not-found. */
export async function loadTemplate({ db, actor }: Context<Reader>, id: string): Promise<NodeTemplate> {
  const own = (await store.listTemplates(db, actor.scope)).filter((each) => each.id === id);
  const found = own.find(({ unitPath }) => unitPath === actor.unitPath) ?? templates.find((each) => each.id === id);
  const template = found ?? own[0];
  if (template === undefined) throw new Problem('not-found', { kind: '节点模板 template', id });
  return template;
}

export async function saveTemplate(context: Context<Writer>, input: Saving) {
  const { db, actor } = context;
  checkTemplate(input);
  const before = (await store.listTemplates(db, actor.scope)).find(
    ({ id, unitPath }) => id === input.id && unitPath === actor.unitPath,
  );
  const next = { ...input, revision: input.revision + 1 };
  const isFirst = before === undefined && input.revision === 0;
  const isSaved =
    (isFirst || before?.revision === input.revision) && (await store.saveTemplate(db, actor, next, stampOf(context)));
  if (!isSaved)
    throw new Problem('changed-meanwhile', { name: input.label.zh, actor: '', revision: before?.revision ?? 0 });
  context.audit('project-template', `${actor.unitPath} ${input.id}`, before ?? null, next);
  return { ...next, unitPath: actor.unitPath };
}
