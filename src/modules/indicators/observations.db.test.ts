import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { appOn } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import { permissionsOf, type RoleId } from '../people/roles.ts';
import type { Observation } from './observation.ts';
import { addUpHere } from './sum.store.ts';

const person = (id: string, name: string, unitPath: string, roles: readonly RoleId[], scope = [unitPath]): Actor => ({
  id,
  name,
  tenantId: '1',
  unitPath,
  scope,
  permissions: permissionsOf(roles),
});
const clerk = person('c1', '周洁', 'qingchuan.kfq', ['clerk']);
const reviewer = person('r1', '何勇', 'qingchuan', ['reviewer', 'dispatcher']);
const elsewhere = person('c2', '郑凯', 'qingchuan.d_tjj', ['clerk', 'reviewer']);

type Figures = {
  due: { value: string };
  figures: Record<string, { value: string | null; missing: string | null }>[];
};
type Rollups = { level: number; levels: number[]; rows: Record<string, never>[] };
const observe = async (call: Call, period: string, values: object[], actor = clerk, more = {}) =>
  (await call('observations.record', { period, values, ...more }, actor)) as { observations: Observation[] };
const approve = (call: Call, period: string, unitPath = 'qingchuan.kfq', more = {}) =>
  call('observations.approve', { unitPath, period, ...more }, reviewer) as Promise<{
    approved: number;
    units: string[];
  }>;
const rollups = (call: Call, period: string, more = {}) =>
  call('rollups.show', { unitPath: 'qingchuan', period, ...more }, reviewer) as Promise<Rollups>;
const figureIn = async (call: Call, period: string, indicatorId: string) => {
  const { figures } = (await call('observations.figures', { period }, clerk)) as Figures;
  return figures.find((figure) => (figure.indicatorId as unknown) === indicatorId);
};
const csv = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
const bring = (call: Call, bytes: Uint8Array, mode = 'import', actor = clerk) =>
  call('observations.import', { name: '月报.csv', bytes, mode }, actor) as Promise<Record<string, never>>;

test(
  'a figure is kept in its base unit with what was typed, and its provenance and every change can be seen',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const provenance = { kind: 'document', plan: 'p1', line: 12, quote: '全年完成投资12.5亿元' };
    const values = [{ indicatorId: 'project.completed-investment', typed: '12.5', unit: '亿元' }];
    const { observations } = await observe(call, '2026-03', values, clerk, { provenance });
    expect(observations).toMatchObject([{ value: '1250000000', typed: '12.5', typedUnit: '亿元', status: 'draft' }]);
    await observe(call, '2026-03', [{ indicatorId: 'project.completed-investment', typed: '130,000', revision: 1 }]);
    const place = { indicatorId: 'project.completed-investment', period: '2026-03' };
    expect(await call('observations.show', place, clerk)).toMatchObject({
      observation: { value: '1300000000', typed: '130,000', typedUnit: '万元', revision: 2, by: '周洁' },
      history: [{ revision: 1, value: '1250000000', provenance, reason: null, replacedBy: '周洁' }],
    });
    await expect(observe(call, '2026-03', [{ ...values[0], revision: 1 }])).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
  }),
);

test(
  'what is no figure, of another measure, derived or repeated is refused by name, and nothing is written',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const refused = [
      [{ indicatorId: 'economy.gdp', typed: '约12' }],
      [{ indicatorId: 'economy.gdp', typed: '12', unit: '亩' }],
      [{ indicatorId: 'economy.gdp', typed: '' }],
      [{ indicatorId: 'land.tax-per-mu', typed: '12' }],
      [
        { indicatorId: 'economy.gdp', typed: '1' },
        { indicatorId: 'economy.gdp', typed: '2' },
      ],
    ];
    for (const values of refused)
      await expect(observe(call, '2026-03', values)).rejects.toMatchObject({ code: 'figures-refused' });
    await expect(observe(call, '2026-03', [{ indicatorId: 'economy.luck', typed: '1' }])).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await call('observations.list', {}, clerk)).toEqual({ observations: [], next: null });
  }),
);

test(
  'an approved figure is not overwritten; its correction keeps the old one, needs a reason and is marked',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const values = [{ indicatorId: 'economy.tax-total', typed: '800' }];
    await observe(call, '2026-03', values);
    expect(await approve(call, '2026-03')).toEqual({ approved: 1, units: ['qingchuan.kfq'] });
    await expect(approve(call, '2026-03')).rejects.toMatchObject({ code: 'nothing-to-approve' });
    await expect(observe(call, '2026-03', values)).rejects.toMatchObject({ code: 'figure-approved' });
    const place = { unitPath: 'qingchuan.kfq', indicatorId: 'economy.tax-total', period: '2026-03' };
    const correction = { ...place, typed: '790', reason: '漏报退税，按入库数更正' };
    await expect(call('observations.correct', { ...correction, reason: ' ' }, reviewer)).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(call('observations.correct', correction, clerk)).rejects.toMatchObject({ code: 'not-allowed' });
    await call('observations.correct', correction, reviewer);
    expect(await call('observations.show', place, clerk)).toMatchObject({
      observation: { value: '7900000', status: 'approved', revision: 2, approvedRevision: 1, approvedBy: '何勇' },
      history: [{ value: '8000000', reason: '漏报退税，按入库数更正', replacedBy: '何勇' }],
    });
    expect(await figureIn(call, '2026-03', 'economy.tax-total')).toMatchObject({ isCorrected: true });
    expect((await rollups(call, '2026-03', { depth: 1 })).rows).toMatchObject([{ cumulative: { value: '790' } }]);
  }),
);

test(
  'a period is compared with last year, the month before and the plan of the year',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const tax = (typed: string) => [{ indicatorId: 'economy.tax-total', typed }];
    for (const [period, typed] of [
      ['2025-03', '100'],
      ['2026-01', '30'],
      ['2026-02', '70'],
      ['2026-03', '120'],
    ] as const)
      await observe(call, period, tax(typed));
    await observe(call, '2026', tax('400'), clerk, { scenario: 'plan' });
    await observe(call, '2026-03', [
      { indicatorId: 'land.assessed-tax', typed: '900' },
      { indicatorId: 'land.used-area', typed: '60' },
    ]);
    expect(await figureIn(call, '2026-03', 'economy.tax-total')).toMatchObject({
      cumulative: { value: '120' },
      single: { value: '50' },
      yearOnYear: { value: '0.2' },
      onPrevious: { value: '0.25' },
      completion: { value: '0.3' },
      ahead: { value: '0.05' },
      isDerived: false,
    });
    expect(await figureIn(call, '2026-03', 'land.tax-per-mu')).toMatchObject({
      cumulative: { value: '15.00' },
      isDerived: true,
    });
  }),
);

test(
  'nobody records, reads, approves or imports beside the own scope',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await observe(call, '2026-03', [{ indicatorId: 'economy.gdp', typed: '12' }]);
    const there = { unitPath: 'qingchuan.kfq', period: '2026-03' };
    const values = [{ indicatorId: 'economy.gdp', typed: '13' }];
    await expect(observe(call, '2026-03', values, elsewhere, there)).rejects.toMatchObject({ code: 'not-found' });
    await expect(call('observations.figures', there, elsewhere)).rejects.toMatchObject({ code: 'not-found' });
    await expect(call('observations.approve', there, elsewhere)).rejects.toMatchObject({ code: 'not-found' });
    expect(await call('observations.list', {}, elsewhere)).toMatchObject({ observations: [] });
    const file = csv('单位,指标,期别,数值', 'qingchuan.kfq,economy.gdp,2026-03,99');
    expect(await bring(call, file, 'import', elsewhere)).toMatchObject({ rows: 1, refused: 1, added: 0, changed: 0 });
    expect(await figureIn(call, '2026-03', 'economy.gdp')).toMatchObject({ cumulative: { value: '12.00' } });
    const seen = await database.read(['qingchuan.d_tjj'], (db) =>
      sql`select 1 from observation union all select 1 from rollup`.execute(db),
    );
    expect(seen.rows).toEqual([]);
  }),
);

test(
  'a department of the county speaks for the county, a zone does not',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const values = [{ indicatorId: 'economy.gdp', typed: '12' }];
    const forCounty = { subjectId: 'qingchuan' };
    await observe(call, '2026-03', values, elsewhere, forCounty);
    await expect(observe(call, '2026-03', values, clerk, forCounty)).rejects.toMatchObject({ code: 'figures-refused' });
  }),
);

test(
  'an import says of every row whether it is added, changed or refused, and why; a preview writes nothing',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const heading = '对象种类,对象,行业,指标,期别,口径,数值,计量单位';
    await observe(call, '2026-03', [{ indicatorId: 'economy.gdp', typed: '12' }]);
    await observe(call, '2026-02', [{ indicatorId: 'economy.gdp', typed: '7' }]);
    await approve(call, '2026-02');
    const file = csv(
      heading,
      ',,,地区生产总值,2026-03,累计,12.5,亿元',
      ',,,一般公共预算收入,2026-03,累计,"1,200",万元',
      '项目,f1,2614,项目完成投资,2026-03,累计,未报送,',
      ',,,地区生产总值,2026-02,累计,8,亿元',
      ',,,地区生产总值,2026-13,累计,8,亿元',
      ',,,幸福指数,2026-03,累计,8,分',
      ',,,地区生产总值,2026-04,累计,8,亩',
      ',,,地区生产总值,2026-03,累计,9,亿元',
      ',,,地区生产总值,2026-05,累计,八,亿元',
      '项目,,,项目完成投资,2026-03,累计,1,',
    );
    const expected = { rows: 10, added: 2, changed: 1, same: 0, refused: 7 };
    const preview = await bring(call, file, 'preview');
    expect(preview).toMatchObject({
      ...expected,
      changes: [{ row: 2, indicatorId: 'economy.gdp', from: '12', to: '12.5' }],
    });
    const refusals = preview.refusals as unknown as { row: number; column: string; why: { zh: string } }[];
    expect(refusals.map(({ row, column }) => [row, column]).sort()).toEqual(
      [
        [5, '数值'],
        [6, '期别'],
        [7, '指标'],
        [8, '计量单位'],
        [9, '指标'],
        [10, '数值'],
        [11, '对象'],
      ].sort(),
    );
    expect(await figureIn(call, '2026-03', 'economy.budget-revenue')).toBeUndefined();
    expect(await bring(call, file)).toMatchObject(expected);
    expect(await figureIn(call, '2026-03', 'economy.budget-revenue')).toMatchObject({ cumulative: { value: '1200' } });
    expect(await bring(call, file)).toMatchObject({ added: 0, changed: 3, same: 3, refused: 7 });
    const place = { indicatorId: 'economy.gdp', period: '2026-03' };
    expect(await call('observations.show', place, clerk)).toMatchObject({
      observation: { provenance: { kind: 'import', file: '月报.csv', row: 2 }, revision: 2 },
      history: [{ typed: '12' }],
    });
    await expect(bring(call, csv('单位,数'))).rejects.toMatchObject({ code: 'figures-refused' });
  }),
);

test(
  'a subject of an imported file keeps every character of its number',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const subjects = ['a\\tb', 'tab\there', 'two\nlines', 'cr\rlf', '\\N', "quote'", '{a,b}', '$1', '“中文”'];
    const lines = subjects.map((id) => `项目,"${id}",project.completed-investment,2026-03,5`);
    await bring(call, csv('对象种类,对象,指标,期别,数值', ...lines));
    const { observations } = (await call('observations.list', { period: '2026-03' }, clerk)) as {
      observations: Observation[];
    };
    expect(observations.map(({ subjectId }) => subjectId).sort()).toEqual(subjects.toSorted());
  }),
);

test(
  'pages of a list hold every figure once, whatever their size',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const months = ['01', '02', '03', '04', '05', '06', '07'];
    for (const month of months) await observe(call, `2026-${month}`, [{ indicatorId: 'economy.gdp', typed: month }]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = (await call('observations.list', { limit: 3, cursor }, clerk)) as {
        observations: Observation[];
        next: string | null;
      };
      seen.push(...page.observations.map(({ period }) => period));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(months.map((month) => `2026-${month}`));
    await expect(call('observations.list', { cursor: 'xx' }, clerk)).rejects.toMatchObject({ code: 'invalid-input' });
  }),
);

test(
  'a roll-up of a ratio is the ratio of the sums, of a weighted rate the weighted mean, and places follow',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const zones = ['east', 'west', 'south'].map((zone) => `qingchuan.${zone}`);
    const all = { ...reviewer, unitPath: 'qingchuan' };
    const given = [
      ['100', '10', '5', '20'],
      ['900', '30', '10', '20'],
      ['300', '30', '未报送', '60'],
    ];
    for (const [i, unitPath] of zones.entries()) {
      const [tax = '', area = '', rate = '', added = ''] = given[i] as string[];
      const values = [
        { indicatorId: 'land.assessed-tax', typed: tax },
        { indicatorId: 'land.used-area', typed: area },
        { indicatorId: 'industry.value-added-growth', typed: rate },
        { indicatorId: 'industry.value-added', typed: added },
      ];
      await observe(call, '2026-03', values, all, { unitPath });
    }
    await approve(call, '2026-03', 'qingchuan', { below: true });
    const whole = await rollups(call, '2026-03');
    const of = (rows: Rollups['rows'], id: string) => rows.filter((row) => (row.indicatorId as unknown) === id);
    expect(of(whole.rows, 'land.tax-per-mu')).toMatchObject([{ cumulative: { value: '18.57' }, known: 3, holes: 0 }]);
    expect(of(whole.rows, 'industry.value-added-growth')).toMatchObject([
      { cumulative: { value: '7.5' }, known: 2, holes: 1 },
    ]);
    const parts = await rollups(call, '2026-03', { depth: 1 });
    expect(of(parts.rows, 'land.tax-per-mu').map((row) => [row.unitPath, row.rank])).toEqual([
      ['qingchuan.east', 2],
      ['qingchuan.south', 2],
      ['qingchuan.west', 1],
    ]);
  }),
);

const amounts = ['未报送', '0', '1.25', '7', '-3.5', '120000000'];
const step = fc.record({
  action: fc.constantFrom('record', 'record', 'approve', 'correct', 'import', 'approve-below', 'add-up'),
  unit: fc.constantFrom('qingchuan', 'qingchuan.kfq', 'qingchuan.kfq.north', 'qingchuan.lj'),
  month: fc.constantFrom('2026-01', '2026-02'),
  indicator: fc.constantFrom('economy.tax-total', 'industry.value-added', 'industry.value-added-growth'),
  project: fc.constantFrom(null, 'a', 'b', 'c'),
  typed: fc.constantFrom(...amounts),
  industry: fc.constantFrom(undefined, '26', '2614'),
});

test(
  'roll-ups kept up to date are those rebuilt, after any history of reports, approvals and late corrections',
  { timeout: 60_000 },
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const content = async () =>
      (
        await sql`select tenant_id, period, unit_path, indicator_id, subject_kind, level, industry, accumulation, scenario,
        trim_scale(total) as total, trim_scale(weight) as weight, known, holes from rollup order by 1, 2, 3, 4, 5, 6, 7, 8, 9`.execute(
          owner as never,
        )
      ).rows;
    const questions = ['2026-01', '2026-02'].flatMap((period) =>
      ['unit', 'project'].flatMap((subjectKind) =>
        [0, 1, 2].map((depth) => ({ period, more: { subjectKind, depth, ...(depth === 1 && { industry: '26' }) } })),
      ),
    );
    const everything = async () => {
      const answers: Rollups[] = [];
      for (const { period, more } of questions) answers.push(await rollups(call, period, more));
      return answers;
    };
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        for (const { action, unit, month, indicator, project, typed, industry } of steps) {
          const subject = project === null ? {} : { subjectKind: 'project', subjectId: `${unit}-${project}`, industry };
          const where = { unitPath: unit, period: month, ...subject };
          const values = [{ indicatorId: indicator, typed }];
          const line = `${unit},${project === null ? '单位,' : `项目,${unit}-${project}`},${indicator},${month},${typed}`;
          const attempts = {
            record: () => observe(call, month, values, reviewer, where),
            approve: () => approve(call, month, unit),
            'approve-below': () => approve(call, month, unit, { below: true }),
            correct: () =>
              call('observations.correct', { ...where, indicatorId: indicator, typed, reason: '核实更正' }, reviewer),
            import: () => bring(call, csv('单位,对象种类,对象,指标,期别,数值', line), 'import', reviewer),
            'add-up': () => addUpHere(owner as never),
          };
          await (attempts[action] as () => Promise<unknown>)().catch((error: { code?: string }) => {
            if (!['figure-approved', 'nothing-to-approve', 'not-found', 'invalid-input'].includes(error.code ?? ''))
              throw error;
          });
        }
        const incremental = await content();
        kept = Math.max(kept, incremental.length);
        const seen = await everything();
        await addUpHere(owner as never);
        expect(await everything()).toEqual(seen);
        await call('rollups.rebuild', {}, reviewer);
        expect(await content()).toEqual(incremental);
        // Now no sum is trusted.
        expect(await everything()).toEqual(seen);
      }),
      { numRuns: 20 },
    );
    expect(kept).toBeGreaterThan(5);
  }),
);
