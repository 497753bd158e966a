import { expect, test } from 'vitest';
import { appOn, leader, planner, stranger, visitor } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import { roles } from '../people/roles.ts';
import type { BulletinDetail } from './bulletin.ts';

const withRole = (actor: Actor, ...held: (keyof typeof roles)[]): Actor => ({
  ...actor,
  permissions: new Set(held.flatMap((role) => roles[role].permissions as readonly string[])),
});
const dispatcher = withRole(
  { ...planner, id: 'd1', name: '周平', unitPath: 'qingchuan', scope: ['qingchuan'] },
  'dispatcher',
);

const markdown = `---
发文机关: 青川县人民政府办公室文件
文号: 青政办发〔2026〕18号
署名: 青川县人民政府办公室
日期: 2026-11-22
---
# 关于10月份重点项目建设情况的通报

全县完成投资[36.4](observation:a1)亿元，同比下降[1.7](observation:a2 "-")%。

<!-- internal -->

临江工业园尚未报送。

<!-- /internal -->

| 园区 | 投资 |
|:--|--:|
| 青川经济开发区 | [20.1](observation:a3) |
| 临江工业园 | [16.3](observation:a4) |
`;

const draft = (call: Call) =>
  call('bulletins.draft', { markdown, period: '2026-10' }, dispatcher) as Promise<BulletinDetail>;
const act = (call: Call, action: string, { id, revision }: BulletinDetail, actor: Actor, more = {}) =>
  call(`bulletins.${action}`, { bulletinId: id, revision, ...more }, actor) as Promise<BulletinDetail>;

test(
  'a bulletin is drafted, approved by the leader, published and frozen; then nothing changes it',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const drafted = await draft(call);
    expect(drafted).toMatchObject({ state: 'draft', figures: 4, hash: null, period: '2026-10' });
    await expect(act(call, 'publish', drafted, leader)).rejects.toMatchObject({ code: 'stage-not-reachable' });
    const published = await act(call, 'publish', await act(call, 'approve', drafted, leader), leader);
    expect(published).toMatchObject({ state: 'published', isIntact: true });
    expect(published.hash).toMatch(/^[0-9a-f]{64}$/);
    const shown = (await call('bulletins.show', { bulletinId: drafted.id }, leader)) as BulletinDetail;
    expect(shown.hash).toBe(published.hash);
    await expect(act(call, 'edit', published, dispatcher, { markdown })).rejects.toMatchObject({
      code: 'stage-not-reachable',
    });
  }),
);

test(
  'the words of a bulletin are edited freely, its figures only at their sources',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const drafted = await draft(call);
    const words = drafted.markdown.replace('尚未报送', '于次日补报');
    const edited = await act(call, 'edit', drafted, dispatcher, { markdown: words });
    expect(edited).toMatchObject({ revision: 2, figures: 4, state: 'draft' });
    const typedOver = edited.markdown.replace('[36.4]', '[63.4]');
    expect(typedOver).not.toBe(edited.markdown);
    await expect(act(call, 'edit', edited, dispatcher, { markdown: typedOver })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(act(call, 'edit', drafted, dispatcher, { markdown: words })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
  }),
);

test(
  'it comes out as Word, PDF and Excel, and the public version lacks what is for the office alone',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { id: bulletinId } = await draft(call);
    const exported = async (format: string, audience = 'internal') =>
      (await call('bulletins.export', { bulletinId, format, audience }, leader)) as { name: string; bytes: Uint8Array };
    const starts = { docx: 'PK', xlsx: 'PK', pdf: '%PDF' };
    for (const [format, start] of Object.entries(starts)) {
      const { name, bytes } = await exported(format);
      expect(name).toBe(`关于10月份重点项目建设情况的通报.${format}`);
      expect(Buffer.from(bytes.subarray(0, start.length)).toString('latin1')).toBe(start);
    }
    const { readAnyFile } = await import('../../app/read.ts');
    const text = async (audience: string) =>
      (await readAnyFile('a.docx', (await exported('docx', audience)).bytes)).document.text;
    expect(await text('internal')).toContain('尚未报送');
    expect(await text('public')).not.toContain('尚未报送');
    expect(await text('public')).toContain('36.4');
  }),
);

test(
  'another office sees no bulletin, a visitor may not ask, a planner may not write one',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { id: bulletinId } = await draft(call);
    await expect(call('bulletins.show', { bulletinId }, stranger)).rejects.toMatchObject({ code: 'not-found' });
    expect(await call('bulletins.list', {}, stranger)).toEqual({ bulletins: [] });
    await expect(call('bulletins.list', {}, visitor)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(call('bulletins.draft', { markdown }, planner)).rejects.toMatchObject({ code: 'not-allowed' });
  }),
);

test(
  'the bulletin of a month says the approved figures; after a correction it is marked with exactly what changed',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const officer = withRole({ ...dispatcher, id: 'o1' }, 'clerk', 'reviewer', 'dispatcher');
    const zones = { 'qingchuan.kfq': ['30000', '36000'], 'qingchuan.gyy': ['20000', '18000'] };
    for (const [unitPath, [before, now]] of Object.entries(zones)) {
      const clerk = withRole({ ...officer, id: unitPath, unitPath, scope: [unitPath] }, 'clerk');
      for (const [period, typed] of [
        ['2025-03', before],
        ['2026-03', now],
      ] as const) {
        const values = [
          { indicatorId: 'project.completed-investment', typed, unit: '万元', accumulation: 'cumulative' },
        ];
        await call('observations.record', { period, values }, clerk);
        await call('observations.approve', { unitPath, period }, officer);
      }
    }
    const drafted = (await call('bulletins.draft-monthly', { period: '2026-03' }, officer)) as BulletinDetail;
    expect(drafted.title).toBe('关于2026年1—3月青川县主要指标完成情况的通报');
    const { writePdf } = await import('../../platform/publication/pdf.ts');
    expect(writePdf(drafted.document).length).toBeGreaterThan(1000);
    const words = drafted.document.blocks.map((block) => JSON.stringify(block)).join('\n');
    expect(words).toContain('"54000"');
    expect(words).toContain('同比增长');
    expect(words).toContain('"8.0"');
    const published = await act(call, 'publish', await act(call, 'approve', drafted, leader), leader);
    const changes = () =>
      call('bulletins.changes', { bulletinId: drafted.id }, officer) as Promise<{
        isUpToDate: boolean;
        changes: { was: string; is: string; source: { id: string } }[];
      }>;
    expect(await changes()).toEqual({ isUpToDate: true, changes: [] });
    const place = { unitPath: 'qingchuan.gyy', indicatorId: 'project.completed-investment', period: '2026-03' };
    const correction = { ...place, accumulation: 'cumulative', typed: '19000', unit: '万元', reason: '漏报一个项目' };
    await call('observations.correct', correction, officer);
    const after = await changes();
    expect(after.isUpToDate).toBe(false);
    expect(after.changes.map(({ was, is }) => `${was} → ${is}`)).toContain('54000 → 55000');
    expect(after.changes.map(({ was, is }) => `${was} → ${is}`)).toContain('-10.0 → -5.0');
    expect(after.changes.every(({ source }) => !source.id.includes('qingchuan.kfq'))).toBe(true);
    for (let i = 1; i < 100; i++)
      await call('observations.correct', { ...correction, typed: String(19_000 + i) }, officer);
    const shown = (await call('bulletins.show', { bulletinId: drafted.id }, officer)) as BulletinDetail;
    expect(shown).toMatchObject({ hash: published.hash, isIntact: true });
  }),
);
