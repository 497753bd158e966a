/** Node plans of the demo: a template planned backward from the finish, and what happened to each node by now. */
import type { Day } from '../../core/day.ts';
import { dayAfter } from '../../core/workday.ts';
import type { NodeSpec } from '../../modules/projects/node-plan.ts';
import type { NodeTemplate } from '../../modules/projects/node-templates.ts';
import type { ShownPlan } from '../../modules/projects/nodes-operations.ts';
import { dayOf, type Story } from './office.ts';
import { dayIn } from './register-steps.ts';
import type { Told } from './story-steps.ts';

const works: readonly string[] = ['construction', 'equipment', 'production'];

/** Those in charge of the kinds of nodes; the others are the owner’s own. */
const owners: Readonly<Record<string, string>> = {
  approval: '演示·审批专员',
  land: '演示·用地专员',
  acceptance: '演示·验收专员',
};

const fitted = ({ nodes }: NodeTemplate, stretch: number): NodeSpec[] =>
  nodes.map((node) => ({
    ...node,
    days: works.includes(node.kind) ? Math.round(node.days * stretch) : node.days,
    owner: owners[node.kind] ?? '演示·项目单位',
  }));

type Planned = readonly Pick<ShownPlan['nodes'][number], 'id' | 'start' | 'finish' | 'after'>[];

interface Happened {
  readonly node: string;
  readonly start: Day;
  readonly finish: Day | null;
}

/**
 * What happened by today: what should have ended in the last days, so many as the plan is late, is still being done,
 * and what waits for it has not begun.
 */
export function happenedBy(nodes: Planned, late: number, today: Day): Happened[] {
  const inOrder = nodes.toSorted((a, b) => a.start.localeCompare(b.start));
  const ended = new Set<string>();
  return inOrder.flatMap(({ id, start, finish, after }) => {
    if (start > today || after.some((each) => !ended.has(each.id))) return [];
    const isDone = finish < dayAfter(today, -late);
    if (isDone) ended.add(id);
    return [{ node: id, start, finish: isDone ? finish : null }];
  });
}

const finishOf = ({ nodes }: Story, stated: string | undefined, today: Day): Day | null =>
  nodes?.finish === undefined ? dayIn(stated, 'last') : dayOf(nodes.finish, today);

export async function planNodes({ door, project: { id, fact }, story, actor }: Told): Promise<void> {
  const targetOn = finishOf(story, fact.finish, door.today);
  if (story.nodes === undefined || targetOn === null) return;
  const { template, late, stretch } = story.nodes;
  const { templates } = (await door.call('nodes.templates', {}, actor)) as { templates: NodeTemplate[] };
  const chosen = templates.find((each) => each.id === template);
  if (chosen === undefined) throw new Error(`no template ${template}`);
  const planned = { id, revision: 0, template, nodes: fitted(chosen, stretch), targetOn, reason: '演示虚构' };
  const [begun = -300] = Object.values(story.steps);
  const { nodes, ...plan } = (await door.on(dayOf(begun, door.today))('nodes.plan', planned, actor)) as ShownPlan;
  let { revision } = plan;
  for (const happened of happenedBy(nodes, late, door.today))
    ({ revision } = (await door.call('nodes.actual', { id, revision, ...happened }, actor)) as ShownPlan);
}
