import type { Day } from '../../core/day.ts';
import { Problem } from '../../core/problem.ts';
import type { Label } from '../../core/text.ts';
import { type ChecklistItem, items } from './checklist.ts';
import { numberOf, workdaysIn } from './node-calendar.ts';
import { dayCounts, inOrder, mostNodes, type NodeSpec } from './node-plan.ts';
import { planBackward, spanOfPlan } from './node-schedule.ts';

/** What is wrong with a node of a template, or worth a look, and at which field it shows. */
export interface TemplateFinding {
  /** Of the node; null for the template as a whole. */
  readonly node: string | null;
  readonly field: 'name' | 'days' | 'after' | 'item' | null;
  readonly severity: 'error' | 'advice';
  readonly message: Label;
}

const finding = (
  severity: TemplateFinding['severity'],
  node: string | null,
  field: TemplateFinding['field'],
  zh: string,
  en: string,
): TemplateFinding => ({ severity, node, field, message: { zh, en } });

export const limitOf = (item: string | null, known: readonly ChecklistItem[] = items): ChecklistItem['limit'] =>
  known.find(({ id }) => id === item)?.limit;

/** A node that takes longer than the law gives the office: allowed, because papers take their time, but said. */
function aboveLimit({ id, item, days, counts }: NodeSpec, known: readonly ChecklistItem[]): TemplateFinding[] {
  const limit = limitOf(item, known);
  if (limit === undefined || limit.counts !== counts || days <= limit.days) return [];
  const unit = dayCounts[counts];
  return [
    finding(
      'advice',
      id,
      'days',
      `工期超过时限 ${limit.days} ${unit.zh}（${limit.source}）`,
      `longer than the limit of ${limit.days} ${unit.en} (${limit.source})`,
    ),
  ];
}

function ofOrder(nodes: readonly NodeSpec[]): TemplateFinding[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const unknown = nodes.flatMap(({ id, after }) =>
    after
      .filter((each) => !ids.has(each.id))
      .map((each) =>
        finding('error', id, 'after', `前置“${each.id}”不在模板中`, `waits for ${each.id}, which is not there`),
      ),
  );
  if (unknown.length > 0) return unknown;
  try {
    inOrder(nodes);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const within = nodes.filter(({ name }) => error.label.zh.includes(name));
    return within.map(({ id }, i) =>
      i === 0
        ? finding('error', id, 'after', error.label.zh, error.label.en)
        : finding('error', id, 'after', '在上面说的环里', 'in the circle told above'),
    );
  }
}

/** Everything that is wrong, and what is worth a look; without an error the template can be saved. */
export function findingsOf(nodes: readonly NodeSpec[], known: readonly ChecklistItem[] = items): TemplateFinding[] {
  const findings = ofOrder(nodes);
  if (nodes.length === 0) findings.push(finding('error', null, null, '至少要有一个节点', 'there is no node yet'));
  if (nodes.length > mostNodes)
    findings.push(finding('error', null, null, `最多 ${mostNodes} 个节点`, `at most ${mostNodes} nodes`));
  for (const [i, node] of nodes.entries()) {
    const { id, name, days, item } = node;
    if (name.trim() === '') findings.push(finding('error', id, 'name', '请填名称', 'it needs a name'));
    if (!Number.isInteger(days) || days < 1 || days > 2000)
      findings.push(finding('error', id, 'days', '工期为 1—2000 天', '1 to 2000 days'));
    if (nodes.findIndex((each) => each.id === id) < i)
      findings.push(finding('error', id, 'name', `编号“${id}”重复`, `the number ${id} stands there twice`));
    if (item !== null && nodes.findIndex((each) => each.item === item) < i)
      findings.push(finding('advice', id, 'item', '同一审批事项已有节点', 'another node stands for this approval'));
    if (item !== null && !known.some((each) => each.id === item))
      findings.push(finding('error', id, 'item', `没有审批事项“${item}”`, `there is no approval ${item}`));
    findings.push(...aboveLimit(node, known));
  }
  return findings;
}

export const isSound = (findings: readonly TemplateFinding[]): boolean =>
  findings.every(({ severity }) => severity !== 'error');

/** How long the whole takes, back from a target: calendar days with both ends, and the working days among them. */
export function lengthOf(nodes: readonly NodeSpec[], target: Day) {
  const { start, finish } = spanOfPlan(planBackward(nodes, target));
  const [from, to] = [numberOf(start), numberOf(finish)];
  return { start, finish, calendar: to - from + 1, working: workdaysIn(from - 1, to) };
}
