/** People who promote and follow projects, and the project that reviews, promises and incentives are tried on. */
import type { Call } from '../src/core/call.ts';
import type { Actor } from '../src/core/implement.ts';
import { permissionsOf } from '../src/modules/people/roles.ts';
import type { Delivery } from '../src/modules/projects/delivery-operations.ts';
import { planner } from './app.ts';
import { keepNote } from './evidence.ts';

export const officer: Actor = {
  ...planner,
  id: 'o1',
  name: '孙招商',
  permissions: permissionsOf(['promotion-officer']),
};
export const dispatcher: Actor = { ...planner, id: 'd1', name: '周平', permissions: permissionsOf(['dispatcher']) };
export const admission = { ruleId: 'admission-yanggu', edition: '2022' };

/** A committee with so many votes for and against. */
export const members = (agree: number, against: number) => [
  ...Array.from({ length: agree }, (_, i) => ({ name: `委员${i + 1}`, vote: 'agree' as const })),
  ...Array.from({ length: against }, (_, i) => ({ name: `委员${agree + i + 1}`, vote: 'against' as const })),
];

/** A project with its park and owner, at the stage given. */
export async function begin(call: Call, stage = 'negotiation') {
  await keepNote(call, dispatcher);
  const park = (await call(
    'parks.add',
    { data: { name: '临江化工园', industries: ['261'] }, since: '2026-01-01' },
    dispatcher,
  )) as { id: string };
  const owner = (await call('enterprises.add', { data: { name: '青川材料' }, since: '2026-01-01' }, dispatcher)) as {
    id: string;
  };
  const data = {
    name: '电池材料一期',
    stage,
    ownerId: owner.id,
    parkId: park.id,
    industry: '2614',
    content: '年产两万吨正极材料',
    investment: { value: '280000000', typed: '28000', unit: '万元' },
    startOn: '2026-03-01',
  };
  const { id } = (await call('projects.add', { data, since: '2026-01-05' }, dispatcher)) as { id: string };
  return { id, show: () => call('delivery.show', { id }, dispatcher) as Promise<Delivery> };
}

/** Answers the questions that the admission rule leaves to the office. */
export async function decideAll(call: Call) {
  for (const [question, answer] of [
    ['exactly', 'included'],
    ['principle', 'condition'],
    ['majority', 'half-of-present'],
  ])
    await call('rules.decide', { ...admission, question, answer, reason: '主任办公会议定' }, dispatcher);
}

/** What the review of a good project knows of it. */
export const facts = [
  { id: 'land', value: 100, source: '可研报告第12页' },
  { id: 'tax', value: 2000, source: '可研报告第30页' },
  { id: 'far', value: 1 },
  { id: 'coverage', value: 40 },
  { id: 'environment', value: true },
  { id: 'safety', value: true },
  { id: 'land-use', value: true },
  { id: 'energy', value: true },
  { id: 'negative-list', value: ['061'] },
];
