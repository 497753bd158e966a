import { expect, test } from 'vitest';
import { appOn, planner, stranger } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Actor } from '../../core/implement.ts';
import { permissionsOf } from '../people/roles.ts';
import { addUnit, ensureTenant } from '../people/store.ts';
import type { LedgerEntryShown } from './operations.ts';

const office = permissionsOf(['dispatcher']);
const zone: Actor = {
  ...planner,
  id: 'z1',
  name: '高原',
  tenantId: '2',
  unitPath: 'qingchuan.kfq',
  scope: ['qingchuan.kfq'],
  permissions: office,
};
const bureau: Actor = { ...stranger, name: '赵云', permissions: office };
const other: Actor = { ...planner, permissions: office };

test(
  'a zone calls a bureau of another tenant: each reads the evidence of the other, and a third unit reads none',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const at = '2026-11-22T02:00:00Z';
    const unit = { regionCode: null, shortName: null, since: '2000-01-01', until: null, successor: null } as const;
    await ensureTenant(owner, { id: '2', code: 'kfq', name: '青川开发区', unitPath: zone.unitPath }, at);
    await addUnit(owner, { ...unit, tenantId: '2', unitPath: zone.unitPath, kind: 'zone', name: '青川开发区' });
    for (const [choice, value] of [
      ['come-days', 1],
      ['finish-days', 5],
    ] as const)
      await call('ledgers.decide', { ledger: 'whistles', choice, value, reason: '管委会规定' }, zone);

    const keep = async (name: string, actor: Actor) => {
      const bytes = new Uint8Array(Buffer.from(`${name}的内容`, 'utf8'));
      const { fileId } = (await call('files.attach', { name, bytes }, actor)) as { fileId: string };
      return { fileId, name };
    };
    const ask = await keep('吹哨单.txt', zone);
    const data = { called: bureau.unitPath, on: '2026-11-20', matter: '供电线路迁改' };
    const input = { ledger: 'whistles', name: '线路迁改', data, evidence: [ask] };
    let { entry } = (await call('ledgers.add', input, zone)) as LedgerEntryShown;
    expect(entry.calledPath).toBe(bureau.unitPath);
    const act = async (action: string, more: object, actor: Actor) => {
      const { entryId, revision } = entry;
      const step = { ledger: 'whistles', entryId, revision, action, ...more };
      ({ entry } = (await call('ledgers.act', step, actor)) as LedgerEntryShown);
    };
    const answer = await keep('迁改方案.txt', bureau);
    await act('come', { data: { response: '已到现场' }, evidence: [answer] }, bureau);
    await act('finish', { data: { result: '线路已迁改' } }, bureau);
    expect(entry.evidence).toEqual([ask, answer]);

    const names = async (actor: Actor) => {
      const ids = [ask, answer].map(({ fileId }) => fileId).join(',');
      const { files } = (await call('files.describe', { ids }, actor)) as { files: { name: string }[] };
      return files.map(({ name }) => name).sort();
    };
    expect(await names(zone)).toEqual(['吹哨单.txt', '迁改方案.txt']);
    expect(await names(bureau)).toEqual(['吹哨单.txt', '迁改方案.txt']);
    expect(await names(other)).toEqual([]);
    const { bytes } = (await call('files.content', { fileId: answer.fileId }, zone)) as { bytes: Uint8Array };
    expect(Buffer.from(bytes).toString('utf8')).toBe('迁改方案.txt的内容');
    await expect(call('files.content', { fileId: answer.fileId }, other)).rejects.toMatchObject({ code: 'not-found' });

    // What the caller was shown it can refer to itself.
    await act('rate', { data: { score: 'good' }, evidence: [answer] }, zone);
    expect(entry.stage).toBe('closed');
  }),
);
