import { expect, test } from 'vitest';
import type * as z from 'zod';
import { appOn, leader, visitor } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import { businessPermissions } from '../people/roles.ts';
import { addUnit } from '../people/store.ts';
import type { overviewOperations } from './operations.ts';
import type { searchOperations } from './search-operations.ts';

const officer: Actor = { ...leader, id: 'o1', name: '周平', permissions: businessPermissions };
const zones = { 'qingchuan.kfq': '青川经济开发区', 'qingchuan.gyy': '临江工业园' };
const invested = 'project.completed-investment';

type Overview = z.output<(typeof overviewOperations)['overview.show']['output']>;
type Found = z.output<(typeof searchOperations)['search.find']['output']>;

async function county(database: Parameters<typeof appOn>[0], owner: Parameters<typeof appOn>[1]): Promise<Call> {
  const call = await appOn(database, owner);
  const unit = { tenantId: '1', regionCode: null, shortName: null, since: '2000-01-01', until: null, successor: null };
  for (const [unitPath, name] of Object.entries(zones)) await addUnit(owner, { ...unit, unitPath, kind: 'zone', name });
  return call;
}

async function approved(call: Call, unitPath: string, period: string, typed: string, scenario = 'actual') {
  const values = [{ indicatorId: invested, typed }];
  await call('observations.record', { unitPath, period, scenario, values }, officer);
  await call('observations.approve', { unitPath, period }, officer);
}

test(
  'a leader sees the sum of the zones against plan and calendar, and that one of them is not in it',
  rolledBack(async (database, owner) => {
    const call = await county(database, owner);
    for (const unitPath of Object.keys(zones)) {
      await approved(call, unitPath, '2026', '1200', 'plan');
      await approved(call, unitPath, '2026-09', '800');
    }
    await approved(call, 'qingchuan.kfq', '2026-10', '900');
    const seen = (await call('overview.show', {}, leader)) as Overview;
    expect(seen).toMatchObject({ unitName: '青川县', period: '2026-10', due: '0.833333' });
    expect(seen.figures).toMatchObject([
      {
        indicatorId: invested,
        value: { value: '900' },
        plan: { value: '2400' },
        completion: { value: '0.375' },
        known: 1,
        knownBefore: 2,
        isInvented: false,
      },
    ]);
    expect(seen.ledgers).toEqual({ overdue: 0, due: 0 });
  }),
);

test(
  'late reports, lamps and promises of the overview are those of their own pages',
  rolledBack(async (database, owner) => {
    const call = await county(database, owner);
    const seen = (await call('overview.show', { unitPath: 'qingchuan.kfq' }, leader)) as Overview;
    const reports = (await call('reports.list', { unitPath: 'qingchuan.kfq', limit: 2000 }, leader)) as {
      late: number;
      reports: unknown[];
    };
    const lamps = (await call('lamps.portfolio', { unitPath: 'qingchuan.kfq' }, leader)) as { rules: unknown[] };
    expect(seen.reports).toMatchObject({ all: reports.reports.length, late: reports.late });
    expect(seen.lamps.lamps).toHaveLength(lamps.rules.length);
    expect(seen.promises).toEqual({ overdue: 0, soon: 0, first: [] });
  }),
);

test(
  'one word finds parks, projects, indicators and units; another’s scope and what a post may not read stay unseen',
  rolledBack(async (database, owner) => {
    const call = await county(database, owner);
    const add = (what: string, data: object) => call(`${what}.add`, { data, since: '2026-01-01' }, officer);
    await add('parks', { name: '青川投资产业园' });
    await add('projects', { name: '青川投资大厦', unitPath: 'qingchuan.kfq' });
    const find = async (text: string, actor: Actor) => ((await call('search.find', { text }, actor)) as Found).found;
    const kinds = (await find('投资', leader)).map(({ kind }) => kind);
    for (const kind of ['park', 'project', 'indicator', 'report']) expect(kinds).toContain(kind);
    expect(await find('临江工业园', leader)).toMatchObject([{ kind: 'unit', path: '/figures?unit=qingchuan.gyy' }]);
    expect(await find('投资', visitor)).toEqual([]);
    const elsewhere: Actor = { ...leader, unitPath: 'qingchuan.gyy', scope: ['qingchuan.gyy'] };
    expect((await find('投资大厦', elsewhere)).filter(({ kind }) => kind === 'project')).toEqual([]);
  }),
);
