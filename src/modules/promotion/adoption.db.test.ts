import { expect, test } from 'vitest';
import { appOn, planner } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Actor } from '../../core/implement.ts';
import { permissionsOf } from '../people/roles.ts';
import type { PromiseView } from './promise.ts';

const officer: Actor = { ...planner, id: 'o1', name: '孙招商', permissions: permissionsOf(['promotion-officer']) };
const bytes = new TextEncoder().encode('青川县产业规划\n\n一、项目\n\n临江电池一期由青川材料建设。\n');
const quote = '临江电池一期由青川材料建设。';

test(
  'figures of a plan become promises with document and line, and are not taken twice',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const plan = (await call('plans.read-file', { name: '规划.txt', bytes }, planner)) as { id: string; title: string };
    const { text } = (await call('plans.show', { planId: plan.id }, planner)) as { text: string };
    const start = text.indexOf(quote);
    const source = { line: 5, quote, start, end: start + quote.length };
    const data = {
      name: '临江电池一期',
      owner: null,
      location: null,
      industry: null,
      investment: { value: 4.9, unit: '亿元' },
      start: null,
      finish: '2027年',
      quantities: [
        { name: '年销售收入', value: 3, unit: '亿元' },
        { name: '床位', value: 3, unit: '蚂蚁' },
      ],
      status: null,
      list: null,
      source,
    };
    const fact = (await call('plans.add-fact', { planId: plan.id, fact: { kind: 'project', data } }, planner)) as {
      id: string;
    };
    const added = { data: { name: '临江电池一期' }, since: '2026-01-05' };
    const { id: projectId } = (await call('projects.add', added, officer)) as { id: string };
    const candidates = async () =>
      ((await call('promises.candidates', { planId: plan.id }, officer)) as { candidates: object[] }).candidates;
    expect(await candidates()).toContainEqual({
      factId: fact.id,
      name: data.name,
      line: 5,
      projectId,
      promises: 3,
      known: 0,
    });
    const adopt = () =>
      call('promises.adopt', { projectId, planId: plan.id, factId: fact.id }, officer) as Promise<{
        added: PromiseView[];
        known: number;
        unread: string[];
      }>;
    const first = await adopt();
    expect(first.added.map(({ said, dueOn, status }) => [said.zh, dueOn, status])).toEqual([
      ['总投资 不少于 4.9 亿元', '2027-12-31', 'not-due'],
      ['建成 不晚于 2027-12-31', '2027-12-31', 'not-due'],
      ['销售收入 不少于 3 亿元', null, 'undated'],
    ]);
    expect(first.added[0]?.source).toEqual({
      kind: 'document',
      document: plan.title,
      line: 5,
      planId: plan.id,
      factId: fact.id,
    });
    expect(first.unread).toEqual(['床位 3蚂蚁']);
    expect(await adopt()).toMatchObject({ added: [], known: 3 });
    expect(await candidates()).toMatchObject([{ known: 3 }]);
  }),
);
