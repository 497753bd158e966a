/** What was published stays as it was, whatever happens to the data later. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Call } from '../../src/core/call.ts';
import type { Actor } from '../../src/core/implement.ts';
import type { BulletinDetail } from '../../src/modules/bulletins/bulletin.ts';
import { type RoleId, roles } from '../../src/modules/people/roles.ts';
import { appOn, leader } from '../app.ts';
import { createDice } from '../generated/random.ts';
import { rolledBack } from '../rolled-back.ts';

const permissions = (...held: readonly RoleId[]): ReadonlySet<string> =>
  new Set(held.flatMap((role) => roles[role].permissions as readonly string[]));
const officer: Actor = {
  ...leader,
  id: 'o1',
  name: '周洁',
  permissions: permissions('clerk', 'reviewer', 'dispatcher'),
};
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const zones = ['qingchuan.kfq', 'qingchuan.gyy', 'qingchuan.wly', 'qingchuan.nyy'] as const;
const indicators = ['industry.output', 'project.completed-investment', 'economy.tax-total'] as const;
const months = ['2026-08', '2026-09', '2026-10'] as const;

interface Place {
  readonly unitPath: string;
  readonly period: string;
  readonly indicatorId: string;
  readonly subjectKind?: 'park';
  readonly subjectId?: string;
}

async function report(call: Call, { indicatorId, ...place }: Place, typed: string): Promise<void> {
  const values = [{ indicatorId, typed, accumulation: 'cumulative' }];
  const clerk = { ...officer, id: place.unitPath, unitPath: place.unitPath, scope: [place.unitPath] };
  await call('observations.record', { ...place, values }, clerk);
}
const approve = (call: Call, unitPath: string, period: string) =>
  call('observations.approve', { unitPath, period, below: true }, officer);

async function published(call: Call, wish: object): Promise<BulletinDetail> {
  const drafted = (await call('bulletins.draft-monthly', wish, officer)) as BulletinDetail;
  const step = (verb: string, { id, revision }: BulletinDetail) =>
    call(`bulletins.${verb}`, { bulletinId: id, revision }, leader) as Promise<BulletinDetail>;
  return step('publish', await step('approve', drafted));
}

const shown = (call: Call, bulletinId: string) =>
  call('bulletins.show', { bulletinId }, officer) as Promise<BulletinDetail>;
const tablesOf = async (call: Call, bulletinId: string): Promise<string> => {
  const { bytes } = (await call('bulletins.export', { bulletinId, format: 'xlsx' }, officer)) as { bytes: Uint8Array };
  return sha256(bytes);
};
const changesOf = (call: Call, bulletinId: string) =>
  call('bulletins.changes', { bulletinId }, officer) as Promise<{ isUpToDate: boolean; changes: unknown[] }>;

describe('a published bulletin', () => {
  test.each(process.env.LANTU_LONG === '1' ? [1, 2, 3, 4] : [1])(
    'recomputes to its hash after a hundred random corrections, and lists what changed since (%i)',
    (seed) =>
      rolledBack(async (database, owner) => {
        const call = await appOn(database, owner);
        const dice = createDice(seed);
        for (const unitPath of zones)
          for (const indicatorId of indicators)
            for (const period of months)
              await report(call, { unitPath, period, indicatorId }, String(dice.int(1000, 9000)));
        for (const period of months) await approve(call, 'qingchuan', period);
        const bulletin = await published(call, { period: '2026-10', indicatorIds: [...indicators] });
        expect(bulletin.hash).toMatch(/^[0-9a-f]{64}$/);
        const tables = await tablesOf(call, bulletin.id);

        for (let i = 0; i < 100; i++) {
          const place = { unitPath: dice.pick(zones), indicatorId: dice.pick(indicators), period: dice.pick(months) };
          const typed = `${dice.int(1, 99_999)}.${dice.int(1, 99)}`;
          await call('observations.correct', { ...place, accumulation: 'cumulative', typed, reason: '核实' }, officer);
        }

        const later = await shown(call, bulletin.id);
        expect(later).toMatchObject({ hash: bulletin.hash, isIntact: true, document: bulletin.document });
        expect(await tablesOf(call, bulletin.id)).toBe(tables);
        const { isUpToDate, changes } = await changesOf(call, bulletin.id);
        expect(isUpToDate).toBe(false);
        expect(changes.length).toBeGreaterThan(0);
        const anew = (await call(
          'bulletins.draft-monthly',
          { period: '2026-10', indicatorIds: [...indicators] },
          officer,
        )) as BulletinDetail;
        expect(anew.document.blocks).not.toEqual(bulletin.document.blocks);

        // The hash is computed from what is kept: a figure that somebody changes behind our back shows.
        await sql`update bulletin set document = jsonb_set(document, '{title}', '"x"') where bulletin_id = ${bulletin.id}::uuid`.execute(
          owner,
        );
        expect(await shown(call, bulletin.id)).toMatchObject({ hash: bulletin.hash, isIntact: false });
      })(),
  );
});

describe('merging two parks', () => {
  test(
    'leaves last year’s ranking and its bulletin as they were',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const parks: string[] = [];
      for (const [name, typed] of [
        ['青川东部产业园', '5200'],
        ['青川西部产业园', '3100'],
        ['青川南部产业园', '4400'],
      ] as const) {
        const data = { name, level: 'county' };
        const { id } = (await call(
          'parks.add',
          { data, since: '2020-01-01', unitPath: 'qingchuan', reason: null },
          officer,
        )) as { id: string };
        parks.push(id);
        const place = {
          unitPath: 'qingchuan',
          period: '2025-12',
          indicatorId: 'industry.output',
          subjectKind: 'park',
          subjectId: id,
        } as const;
        await report(call, place, typed);
      }
      await approve(call, 'qingchuan', '2025-12');
      const question = { period: '2025-12', by: 'park', indicatorIds: 'industry.output' };
      const ranking = () => call('rollups.ranking', question, officer);
      const listed = () =>
        call('parks.list', { on: '2025-12-31' }, officer) as Promise<{ rows: { id: string; data: object }[] }>;
      const [before, list] = [await ranking(), await listed()];
      expect(before).toMatchObject({ rows: { length: 3 } });
      const bulletin = await published(call, {
        period: '2025-12',
        parks: { ids: parks, name: '重点园区' },
        indicatorIds: ['industry.output'],
      });

      const [east, west] = parks;
      await call('parks.merge', { ids: [west], into: east, on: '2026-07-01', reason: '整合' }, officer);

      expect(await ranking()).toEqual(before);
      const after = await listed();
      expect(after.rows.map(({ id, data }) => [id, data])).toEqual(list.rows.map(({ id, data }) => [id, data]));
      expect(await shown(call, bulletin.id)).toMatchObject({ hash: bulletin.hash, isIntact: true });
      expect(await changesOf(call, bulletin.id)).toEqual({ isUpToDate: true, changes: [] });
    }),
  );
});
