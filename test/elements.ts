/** Two projects of an office that ask for land, the county that holds it, and the hands that write. */
import type { Call } from '../src/core/call.ts';
import type { Actor } from '../src/core/implement.ts';
import type { AllocationView, DemandView, ElementRow, QuotaView } from '../src/modules/elements/shapes.ts';
import { permissionsOf } from '../src/modules/people/roles.ts';
import { leader, planner } from './app.ts';

const atCounty = { unitPath: 'qingchuan', scope: ['qingchuan'] };
export const dispatcher: Actor = {
  ...planner,
  ...atCounty,
  id: 'd1',
  name: '周平',
  permissions: permissionsOf(['dispatcher']),
};
export const clerk: Actor = { ...planner, id: 'c1', name: '吴兰', permissions: permissionsOf(['clerk']) };
export const boss: Actor = { ...leader, permissions: permissionsOf(['leader']) };

export async function addProject(call: Call, name: string, investment: string, actor: Actor = dispatcher) {
  const data = { name, stage: 'signed', investment: { value: investment, typed: investment, unit: '元' } };
  const { id } = (await call('projects.add', { data, since: '2026-01-05' }, actor)) as { id: string };
  return id;
}

export const line = (typed: string, from = '2026-03', more: object = {}) => ({
  element: 'land',
  from,
  typed,
  unit: '亩',
  ...more,
});

export async function asks(call: Call, projectId: string, lines: object[], actor: Actor = clerk) {
  const { demands } = (await call('element-demands.add', { projectId, lines }, actor)) as { demands: DemandView[] };
  return demands;
}

export const addQuota = (call: Call, quota: object, actor: Actor = dispatcher) =>
  call(
    'element-quotas.add',
    { element: 'land', period: '2026', unit: '亩', number: '青自然资〔2026〕8号', ...quota },
    actor,
  ) as Promise<QuotaView>;

export async function landRow(call: Call, actor: Actor = dispatcher): Promise<ElementRow> {
  const { rows } = (await call('elements.balance', {}, actor)) as { rows: ElementRow[] };
  return rows.find(({ element }) => element === 'land') as ElementRow;
}
export const cellOf = ({ cells }: ElementRow, month: string) => cells.find((cell) => cell.month === month);

export const settle = async (call: Call) => {
  for (const [question, answer] of [
    ['first', 'listed'],
    ['second', 'intensity'],
  ])
    await call(
      'rules.decide',
      { ruleId: 'element-priority', edition: '1', unitPath: 'qingchuan', question, answer, reason: '专题会议定' },
      dispatcher,
    );
};

export const give = (call: Call, given: object, actor: Actor = dispatcher) =>
  call(
    'element-allocations.decide',
    { unit: '亩', from: '2026-03', basis: '青政纪〔2026〕3号', ...given },
    actor,
  ) as Promise<AllocationView>;

/** Two projects of one office that ask for 180 亩, of which the county has 150. */
export async function begin(call: Call) {
  const big = await addProject(call, '电池材料一期', '500000000', planner);
  const small = await addProject(call, '农机配件', '60000000', planner);
  await asks(call, big, [line('100')]);
  await asks(call, small, [line('80', '2026-07')]);
  const quota = await addQuota(call, { typed: '150' });
  return { big, small, quota };
}
