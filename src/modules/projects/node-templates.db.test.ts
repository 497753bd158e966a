import { expect, test } from 'vitest';
import type * as z from 'zod';
import { appOn, leader, planner, stranger } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Actor } from '../../core/implement.ts';
import { permissionsOf } from '../people/roles.ts';
import type { ShownTemplate, templateOperations } from './node-templates-operations.ts';
import type { ShownPlan } from './nodes-operations.ts';

const officer: Actor = { ...planner, name: '周平', permissions: permissionsOf(['dispatcher']) };
const other: Actor = { ...stranger, permissions: permissionsOf(['dispatcher']) };
type Answer<Id extends keyof typeof templateOperations> = z.output<(typeof templateOperations)[Id]['output']>;

const own = {
  id: 'upgrading',
  label: { zh: '本县技改', en: 'Upgrading here' },
  nodes: [
    { id: 'x', name: '备案', kind: 'approval', days: 2 },
    { id: 'y', name: '施工', kind: 'construction', days: 30, counts: 'calendar', after: [{ id: 'x' }] },
  ],
};

test(
  'every version of a template is kept, and a plan says which one it began with',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await call('nodes.save-template', { ...own, revision: 0 }, officer);
    const { id } = (await call('projects.add', { data: { name: '技改' }, since: '2026-01-05' }, officer)) as {
      id: string;
    };
    const plan = (await call(
      'nodes.plan',
      { id, revision: 0, template: 'upgrading', targetOn: '2027-06-30' },
      officer,
    )) as ShownPlan;
    expect(plan).toMatchObject({ template: 'upgrading', templateRevision: 1 });
    const longer = { ...own, nodes: own.nodes.map((node) => ({ ...node, days: 60 })) };
    await call('nodes.save-template', { ...longer, revision: 1, reason: '按近三年实际' }, officer);
    expect(await call('nodes.show', { id }, officer)).toMatchObject({
      templateRevision: 1,
      nodes: [{ days: 2 }, { days: 30 }],
    });
    const history = { id: 'upgrading', unitPath: 'qingchuan.ghk' };
    const { versions } = (await call('nodes.template-history', history, leader)) as Answer<'nodes.template-history'>;
    expect(versions.map(({ revision, reason, nodes }) => [revision, reason, nodes[1]?.days])).toEqual([
      [2, '按近三年实际', 60],
      [1, null, 30],
    ]);
    expect(await call('nodes.template-history', history, other)).toEqual({ versions: [] });
  }),
);

test(
  'a template that was withdrawn begins no new plan: the shipped one is back, and it can be taken up again',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await call('nodes.save-template', { ...own, revision: 0 }, officer);
    const listed = async (more = {}) =>
      ((await call('nodes.templates', more, officer)) as { templates: ShownTemplate[] }).templates.filter(
        (each) => each.id === 'upgrading',
      );
    await expect(call('nodes.withdraw-template', { id: 'upgrading', revision: 1 }, other)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(call('nodes.withdraw-template', { id: 'upgrading', revision: 7 }, officer)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    await call('nodes.withdraw-template', { id: 'upgrading', revision: 1 }, officer);
    expect(await listed()).toMatchObject([{ unitPath: null, revision: 0 }]);
    expect(await listed({ withWithdrawn: 'true' })).toMatchObject([
      { unitPath: 'qingchuan.ghk', withdrawnOn: '2026-11-22' },
      { unitPath: null },
    ]);
    await call('nodes.save-template', { ...own, revision: 1 }, officer);
    expect(await listed()).toMatchObject([{ unitPath: 'qingchuan.ghk', revision: 2, withdrawnOn: null }]);
  }),
);

test(
  'a template is exported and read again, from Excel and from YAML, and what is wrong with it is said',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await call('nodes.save-template', { ...own, revision: 0 }, officer);
    const file = (format: 'xlsx' | 'yaml', unitPath?: string) =>
      call('nodes.export-template', { id: 'upgrading', format, unitPath }, officer) as Promise<
        Answer<'nodes.export-template'>
      >;
    const read = (name: string, bytes: Uint8Array) =>
      call('nodes.read-template', { name, bytes }, officer) as Promise<Answer<'nodes.read-template'>>;
    for (const format of ['xlsx', 'yaml'] as const) {
      const { name, bytes } = await file(format, 'qingchuan.ghk');
      expect(name).toBe(`节点模板-本县技改.${format}`);
      const { template, findings } = await read(name, bytes);
      expect(template).toMatchObject({
        id: 'upgrading',
        label: own.label,
        nodes: [{ id: 'x' }, { after: [{ id: 'x', lag: 0 }] }],
      });
      expect(findings).toEqual([]);
    }
    expect((await read('通用.xlsx', (await file('xlsx')).bytes)).template.nodes).toHaveLength(17);
    const knot =
      'id: k\nlabel: {zh: 结, en: knot}\nnodes: [{id: a, name: 甲, kind: land, days: 1, after: [{id: a}]}]\n';
    expect(await read('结.yaml', new TextEncoder().encode(knot))).toMatchObject({
      findings: [{ node: 'a', field: 'after', severity: 'error' }],
    });
    await expect(read('坏.xlsx', new TextEncoder().encode('节点'))).rejects.toThrow();
  }),
);
