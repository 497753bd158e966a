import type * as z from 'zod';
import type { Reader, Writer } from '../../core/database.ts';
import type { Day } from '../../core/day.ts';
import { type Context, implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import type { RegisterTools } from '../../core/register/kit.ts';
import { lastOf, recordsOf, stampOf } from '../../core/register/records.ts';
import type { Owned } from './delivery.store.ts';
import { ownedOf } from './delivery-desk.service.ts';
import { withActual, withChanges } from './node-change.ts';
import { NodeSpec, type PlanNode } from './node-plan.ts';
import { forecastOf, isLate, planBackward, planForward, roomOf, spanOfPlan } from './node-schedule.ts';
import * as store from './nodes.store.ts';
import { type KeptNode, nodeOperations, type ShownPlan } from './nodes-operations.ts';
import { listLate, listPlans } from './nodes-portfolio.store.ts';
import {
  exportTemplate,
  loadTemplate,
  readTemplate,
  saveTemplate,
  shownTemplates,
  templateHistory,
  withdrawTemplate,
} from './nodes-templates.service.ts';
import { projectKit } from './ties.service.ts';

type Reading = Context<Reader>;
type Writing = Context<Writer>;
type Input<Id extends keyof typeof nodeOperations> = z.output<(typeof nodeOperations)[Id]['input']>;

interface Loaded {
  readonly owned: Owned;
  readonly name: string;
  readonly head: store.PlanHead | undefined;
  readonly nodes: readonly KeptNode[];
}

const lastBaseline = (nodes: readonly PlanNode[]): Day | null =>
  nodes
    .flatMap(({ baselineFinish }) => baselineFinish ?? [])
    .sort()
    .at(-1) ?? null;

function shown({ head, nodes }: Pick<Loaded, 'head' | 'nodes'>, today: Day): ShownPlan {
  const room = roomOf(nodes);
  const forecast = forecastOf(nodes, today);
  const last = [...forecast.values()]
    .map(({ finish }) => finish)
    .sort()
    .at(-1);
  return {
    today,
    revision: head?.revision ?? 0,
    template: head?.template ?? null,
    templateRevision: head?.templateRevision ?? null,
    targetOn: head?.targetOn ?? null,
    baselineOn: head?.baselineOn ?? null,
    span:
      last === undefined ? null : { ...spanOfPlan(nodes), baselineFinish: lastBaseline(nodes), forecastFinish: last },
    nodes: nodes.map((node) => {
      const { start = node.start, finish = node.finish, daysLate = null } = forecast.get(node.id) ?? {};
      const { slack = null, isCritical = false } = room.get(node.id) ?? {};
      const days = { forecastStart: start, forecastFinish: finish, daysLate };
      return { ...node, slack, isCritical, isLate: isLate(node, today), ...days };
    }),
  };
}

/** Nodes as planned, with what was said of each before. */
const kept = (nodes: readonly PlanNode[], before: readonly KeptNode[]): KeptNode[] =>
  nodes.map((node) => {
    const { note = null, evidence = [] } = before.find(({ id }) => id === node.id) ?? {};
    return { ...node, note, evidence };
  });

type Head = Omit<store.PlanHead, 'revision' | 'updatedBy'>;

function expect({ head, name }: Loaded, revision: number): void {
  if ((head?.revision ?? 0) === revision) return;
  const { updatedBy: actor = '', revision: now = 0 } = head ?? {};
  throw new Problem('changed-meanwhile', { name: `${name} 节点计划`, actor, revision: now });
}

async function save(context: Writing, loaded: Loaded, head: Head, nodes: readonly KeptNode[], reason: string | null) {
  const { owned, nodes: before } = loaded;
  const revision = (loaded.head?.revision ?? 0) + 1;
  const span = { ...spanOfPlan(nodes), baselineFinish: lastBaseline(nodes) };
  if (!(await store.savePlan(context.db, owned, { ...head, revision, span }, stampOf(context))))
    expect({ ...loaded, head: await store.findPlan(context.db, owned) }, revision - 1);
  await store.saveNodes(context.db, owned, nodes, stampOf(context));
  const was = loaded.head === undefined ? null : { ...loaded.head, nodes: before };
  context.audit('project-plan', owned.projectId, was, { ...head, revision, reason, nodes });
  return shown({ head: { ...head, revision, updatedBy: context.actor.name }, nodes }, context.today);
}

const withBaseline = (nodes: readonly PlanNode[]): PlanNode[] =>
  nodes.map((node) => ({ ...node, baselineStart: node.start, baselineFinish: node.finish }));

/** Nodes of the new plan; one that was there already keeps what happened to it and its baseline. */
function gathered(specs: readonly NodeSpec[], before: readonly KeptNode[]): (NodeSpec | PlanNode)[] {
  const gone = before.find(({ id, actualStart }) => actualStart !== null && !specs.some((spec) => spec.id === id));
  if (gone?.actualStart) throw new Problem('node-happened', { node: gone.name, on: gone.actualStart });
  return specs.map((spec) => ({ ...before.find(({ id }) => id === spec.id), ...spec }));
}

async function plan(context: Writing, loaded: Loaded, input: Input<'nodes.plan'>) {
  const { revision, template, targetOn, startOn, setsBaseline, reason } = input;
  expect(loaded, revision);
  const { head, nodes: before } = loaded;
  const own = before.map((node) => NodeSpec.parse(node));
  const chosen = template === undefined ? undefined : await loadTemplate(context, template);
  const given = input.nodes ?? chosen?.nodes ?? own;
  if (given.length === 0)
    throw new Problem('invalid-input', {
      count: 1,
      issues: '请选模板或列出节点 (choose a template or list the nodes)',
    });
  const specs = gathered(given, before);
  const next = targetOn === null ? planForward(specs, startOn ?? context.today) : planBackward(specs, targetOn);
  const isNew = head === undefined || setsBaseline;
  return save(
    context,
    loaded,
    {
      template: chosen?.id ?? head?.template ?? null,
      templateUnit: chosen ? chosen.unitPath : (head?.templateUnit ?? null),
      templateRevision: chosen?.revision ?? head?.templateRevision ?? null,
      targetOn,
      baselineOn: isNew ? context.today : head.baselineOn,
    },
    kept(isNew ? withBaseline(next) : next, before),
    reason,
  );
}

async function change(context: Writing, loaded: Loaded, { revision, changes, reason }: Input<'nodes.change'>) {
  expect(loaded, revision);
  const { head, nodes } = loaded;
  if (head === undefined) throw new Problem('not-found', { kind: '节点计划 plan', id: loaded.name });
  return save(context, loaded, head, kept(withChanges(nodes, changes, context.today), nodes), reason);
}

async function happened(context: Writing, loaded: Loaded, input: Input<'nodes.actual'>) {
  const { node, revision, note, evidence } = input;
  expect(loaded, revision);
  const { head, nodes } = loaded;
  if (head === undefined) throw new Problem('not-found', { kind: '节点计划 plan', id: loaded.name });
  const next = kept(withActual(nodes, input, context.today), nodes).map((each) =>
    each.id === node ? { ...each, note, evidence: evidence.length > 0 ? evidence : each.evidence } : each,
  );
  return save(context, loaded, head, next, note);
}

/** The plans of projects by nodes; a project's stages are the service beside it. */
export function nodesService(tools: RegisterTools): Service {
  const records = recordsOf(projectKit(tools));
  const load = async (context: Reading, id: string): Promise<Loaded> => {
    const { entry, versions } = await records.load(context, id);
    const owned = ownedOf(entry);
    return {
      owned,
      name: lastOf(versions).data.name,
      head: await store.findPlan(context.db, owned),
      nodes: await store.listNodes(context.db, owned),
    };
  };
  return implement(nodeOperations, {
    'nodes.templates': shownTemplates,
    'nodes.save-template': saveTemplate,
    'nodes.withdraw-template': withdrawTemplate,
    'nodes.template-history': templateHistory,
    'nodes.read-template': (_, input) => readTemplate(tools, input),
    'nodes.export-template': (context, input) => exportTemplate(tools, context, input),
    'nodes.show': async (context, { id }) => shown(await load(context, id), context.today),
    'nodes.plan': async (context, input) => plan(context, await load(context, input.id), input),
    'nodes.change': async (context, input) => change(context, await load(context, input.id), input),
    'nodes.actual': async (context, input) => happened(context, await load(context, input.id), input),
    'nodes.late': async ({ db, actor, today }, { limit, unitPath, owner }) => {
      const ask = { scope: actor.scope, today, unitPath, owner };
      return { today, ...(await listLate(db, ask, limit)) };
    },
    'nodes.portfolio': async ({ db, actor, today }, { unitPath, search, ...window }) => ({
      today,
      ...(await listPlans(db, { scope: actor.scope, today, unitPath, search, ...window })),
    }),
  });
}
