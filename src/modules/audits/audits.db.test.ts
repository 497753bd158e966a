import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { appOn, colleague, leader, planner, stranger } from '../../../test/app.ts';
import { type Migrated, migrated } from '../../../test/migrated.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import { roles } from '../people/roles.ts';
import type { AuditRow, Verification } from './audit.ts';

const auditor: Actor = {
  ...leader,
  id: 'a1',
  name: '周审计',
  permissions: new Set(roles['audit-administrator'].permissions),
};
const auditorOf = (unitPath: string): Actor => ({ ...auditor, id: `a-${unitPath}`, unitPath, scope: [unitPath] });

const bytes = new TextEncoder().encode('青川县产业规划\n\n到2030年，规上工业总产值达到320亿元。\n');
const read = async (call: Call, actor: Actor, name = '规划.txt') =>
  (await call('plans.read-file', { name, bytes }, actor)) as { id: string; revision: number };
const search = async (call: Call, input: object, actor = auditor) =>
  (await call('audits.search', input, actor)) as { rows: AuditRow[]; next: string | null };
const operationsOf = ({ rows }: { rows: AuditRow[] }) => rows.map(({ operation, entity }) => `${operation} ${entity}`);

test(
  'the audit is searched by who, what, which, where and when; within the scope of whoever asks',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { id, revision } = await read(call, planner);
    await call('plans.rename', { planId: id, title: '青川县产业规划（修订）', revision }, colleague);
    await read(call, stranger, '另一份.txt');
    const all = await search(call, {});
    expect(operationsOf(all)).toEqual([
      'plans.read-file plan',
      'plans.read-file file',
      'plans.rename plan',
      'plans.read-file plan',
      'plans.read-file file',
    ]);
    const [renamed] = (await search(call, { actor: 'p2' })).rows;
    expect(renamed).toMatchObject({
      operation: 'plans.rename',
      summary: { zh: '修改规划名称' },
      unitName: '青川县规划科',
      after: { title: '青川县产业规划（修订）' },
    });
    const count = async (input: object, actor?: Actor) => (await search(call, input, actor)).rows.length;
    expect(await count({ operation: 'plans' })).toBe(5);
    expect(await count({ operation: 'plans.rename' })).toBe(1);
    expect(await count({ operation: 'plan' })).toBe(0);
    expect(await count({ entity: 'plan', id })).toBe(2);
    expect(await count({ unit: 'qingchuan.fgj' })).toBe(2);
    expect(await count({ from: '2026-11-22', to: '2026-11-22' })).toBe(5);
    expect(await count({ from: '2026-11-23' })).toBe(0);
    expect(await count({ to: '2026-11-21' })).toBe(0);
    expect(await count({}, auditorOf('qingchuan.fgj'))).toBe(2);
    expect(await count({ unit: 'qingchuan.ghk' }, auditorOf('qingchuan.fgj'))).toBe(0);
    expect(await count({}, auditorOf('yunhe'))).toBe(0);
    await expect(search(call, {}, planner)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(search(call, { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid-input' });
  }),
);

test(
  'pages follow each other without a row twice or left out',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    for (const name of ['一.txt', '二.txt', '三.txt']) await read(call, planner, name);
    const whole = (await search(call, {})).rows.map(({ id }) => id);
    const parts: string[] = [];
    let cursor: string | undefined;
    do {
      const { rows, next } = await search(call, { limit: 4, ...(cursor && { cursor }) });
      parts.push(...rows.map(({ id }) => id));
      cursor = next ?? undefined;
    } while (cursor !== undefined);
    expect(parts).toEqual(whole);
  }),
);

test(
  'who may read a thing may read who changed it, and no more',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { id, revision } = await read(call, planner);
    await call('plans.save', { planId: id, revision }, colleague);
    const of = async (actor: Actor) => (await call('audits.of', { entity: 'plan', id }, actor)) as { rows: AuditRow[] };
    expect((await of(leader)).rows.map(({ actor, operation }) => `${actor} ${operation}`)).toEqual([
      'p2 plans.save',
      'p1 plans.read-file',
    ]);
    expect((await of(stranger)).rows).toEqual([]);
    const withoutPlans = { ...leader, permissions: new Set(['history.read']) };
    expect((await of(withoutPlans)).rows).toEqual([]);
  }),
);

test(
  'the export carries digests and closes with that of the whole',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await read(call, planner);
    const file = (await call('audits.export', { entity: 'plan' }, auditor)) as { name: string; bytes: Uint8Array };
    const text = Buffer.from(file.bytes).toString('utf8');
    const lines = text.split('\r\n');
    expect(file.name).toBe('审计记录-2026-11-22.csv');
    expect(text.startsWith('\uFEFF时间 at,')).toBe(true);
    expect(lines).toHaveLength(4);
    const [, rows, sha256] = /^rows,(\d+),sha256,([0-9a-f]{64})$/.exec(lines.at(-2) ?? '') ?? [];
    const body = text.slice(0, text.lastIndexOf('rows,'));
    expect(rows).toBe('1');
    expect(createHash('sha256').update(body).digest('hex')).toBe(sha256);
  }),
);

const checked = async ({ database, owner }: Migrated) => {
  const call = await appOn(database, owner);
  await read(call, planner);
  return { call, verify: (actor = auditor) => call('audits.verify', {}, actor) as Promise<Verification> };
};

test(
  'a check of the chain is remembered, and names what does not hold only to those who may see it',
  migrated(async (copy) => {
    const { call, verify } = await checked(copy);
    const last = async () => ((await call('audits.last-check', {}, auditor)) as { check: object | null }).check;
    expect(await last()).toBeNull();
    expect(await verify()).toMatchObject({ rows: 2, broken: 0, heads: [{ tenantId: '1', seq: 2 }] });
    expect(await last()).toMatchObject({ by: 'a1', rows: 2, broken: 0 });
    await copy.owner.updateTable('audit').set({ actor: 'nobody' }).where('entity', '=', 'plan').execute();
    const found = await verify();
    expect(found).toMatchObject({ rows: 3, broken: 1, breaks: [{ kind: 'changed', unitPath: 'qingchuan.ghk' }] });
    expect((await verify(auditorOf('qingchuan.fgj'))).breaks).toEqual([
      { ...found.breaks[0], auditId: null, unitPath: null, at: null },
    ]);
    expect(await last()).toMatchObject({ broken: 1 });
  }),
);
