import { expect, test } from 'vitest';
import { appOn } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Actor } from '../../core/implement.ts';
import { permissionsOf } from '../people/roles.ts';

const clerkOf = (id: string, name: string, unitPath: string): Actor => ({
  id,
  name,
  tenantId: '1',
  unitPath,
  scope: [unitPath],
  permissions: permissionsOf(['clerk']),
});
const statistics = clerkOf('c1', '郑凯', 'qingchuan.d_tjj');
const commerce = clerkOf('c2', '林芳', 'qingchuan.d_swj');
const government = clerkOf('c3', '何勇', 'qingchuan');

const period = '2026-03';
const gdp = { indicatorId: 'economy.gdp', typed: '12.5', unit: '亿元' };
/** A department speaks for its government. */
const ofCounty = { subjectKind: 'unit', subjectId: 'qingchuan', period };

test(
  'two departments of one county that report the same figure: the second is told who holds it, and nothing is replaced',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await call('observations.record', { ...ofCounty, values: [gdp] }, statistics);

    // The department beside it does not see the other's figure, only that there is one.
    const other = { ...ofCounty, values: [{ ...gdp, typed: '13' }] };
    await expect(call('observations.record', other, commerce)).rejects.toMatchObject({
      code: 'figure-held-unseen',
      data: { period },
    });

    // Whoever sees both is told the unit, the person and the day.
    await expect(call('observations.record', { ...other, unitPath: 'qingchuan' }, government)).rejects.toMatchObject({
      code: 'figure-held',
      data: {
        actor: '郑凯',
        period,
        since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        unit: expect.stringMatching(/./),
      },
    });

    const place = { indicatorId: gdp.indicatorId, ...ofCounty, unitPath: statistics.unitPath };
    expect(await call('observations.show', place, statistics)).toMatchObject({
      observation: { value: '1250000000', revision: 1, by: '郑凯', unitPath: 'qingchuan.d_tjj' },
      history: [],
    });
  }),
);

test(
  'on behalf of the unit that holds it, whoever is above changes the figure, and the change is kept',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await call('observations.record', { ...ofCounty, values: [gdp] }, statistics);
    const change = { ...ofCounty, unitPath: statistics.unitPath, values: [{ ...gdp, typed: '13', revision: 1 }] };
    await call('observations.record', change, government);
    const place = { indicatorId: gdp.indicatorId, ...ofCounty, unitPath: statistics.unitPath };
    expect(await call('observations.show', place, statistics)).toMatchObject({
      observation: { value: '1300000000', revision: 2, by: '何勇', unitPath: 'qingchuan.d_tjj' },
      history: [{ revision: 1, value: '1250000000', by: '郑凯', replacedBy: '何勇' }],
    });
  }),
);

test(
  'a file that gives a figure of another unit has that row refused by name, and the rest is taken',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await call('observations.record', { ...ofCounty, values: [gdp] }, statistics);
    const lines = [
      '单位,对象种类,对象,指标,期别,口径,数值,计量单位',
      `qingchuan,单位,qingchuan,economy.gdp,${period},累计,14,亿元`,
      `qingchuan,单位,qingchuan,economy.budget-revenue,${period},累计,3,亿元`,
    ];
    const bytes = new TextEncoder().encode(lines.join('\n'));
    const told = await call('observations.import', { name: '月报.csv', bytes, mode: 'import' }, government);
    expect(told).toMatchObject({
      rows: 2,
      added: 1,
      refused: 1,
      refusals: [{ row: 2, why: { zh: expect.stringContaining('另一单位') } }],
    });
  }),
);
