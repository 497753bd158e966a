import { expect, test } from 'vitest';
import { appOn, leader, planner, stranger, visitor } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import { readRawSheets } from '../../platform/files/xlsx-cells.ts';
import { permissionsOf } from '../people/roles.ts';
import type { Finding } from './operations.ts';

const clerk: Actor = { ...planner, permissions: permissionsOf(['clerk', 'dispatcher']) };
const formId = 'project-investment-monthly';

const addProject = (call: Call, name: string, code: string) =>
  call(
    'projects.add',
    {
      since: '2026-01-01',
      data: {
        name,
        code,
        investment: { value: '500000000', typed: '50000', unit: '万元' },
        annualPlan: { '2026': { value: '100000000', typed: '10000', unit: '万元' } },
      },
    },
    clerk,
  ) as Promise<{ id: string }>;

const observe = (call: Call, subjectId: string, accumulation: string, typed: string) =>
  call(
    'observations.record',
    {
      period: '2026-02',
      subjectKind: 'project',
      subjectId,
      values: [{ indicatorId: 'project.completed-investment', accumulation, typed, unit: '万元' }],
    },
    clerk,
  );

const template = async (call: Call, actor = clerk) =>
  (await call('reports.template', { formId, period: '2026-03' }, actor)) as { name: string; bytes: Uint8Array };
const check = (call: Call, bytes: Uint8Array, period = '2026-03', actor = clerk) =>
  call('reports.check-file', { formId, period, name: '月报.xlsx', bytes }, actor) as Promise<{
    read: number;
    missing: number;
    findings: Finding[];
  }>;

test(
  'a template comes with the projects of the register, last month beside, and is checked when it returns',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { id } = await addProject(call, '新材料一期', '2601-379901-04-01-100001');
    await observe(call, id, 'single', '900');
    await observe(call, id, 'cumulative', '1500');
    const { name, bytes } = await template(call);
    expect(name).toBe('重点推进产业项目投资月报-青川县规划科-2026-03.xlsx');
    const list = (await readRawSheets(name, bytes)).find((sheet) => sheet.name === '项目明细');
    const texts = [...(list?.cells.get(6) ?? [])].map(([column, { text }]) => `${column} ${text}`);
    expect(texts).toEqual(
      expect.arrayContaining(['1 2601-379901-04-01-100001', '2 新材料一期', '3 50000', '4 10000', '6 900', '9 1500']),
    );
    const { missing, findings } = await check(call, bytes);
    expect(missing).toBe(2);
    expect(findings.map(({ rule, place }) => `${rule} ${place}`)).toEqual([
      'report/missing 项目明细!E6',
      'report/missing 项目明细!K6',
    ]);
    expect((await check(call, bytes, '2026-02')).findings.map(({ rule }) => rule)).toEqual(['file/wrong-period']);
  }),
);

test(
  'another office sees neither the unit nor its projects, and a visitor no forms',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await addProject(call, '冷链园', '2601-379901-04-01-100002');
    const { bytes } = await template(call, stranger);
    const sheets = await readRawSheets('a.xlsx', bytes);
    expect(JSON.stringify(sheets.map(({ cells }) => [...cells.values()].map((row) => [...row])))).not.toContain(
      '冷链园',
    );
    const foreign = call('reports.template', { formId, unitPath: 'qingchuan.ghk', period: '2026-03' }, stranger);
    await expect(foreign).rejects.toMatchObject({ code: 'not-found' });
    await expect(call('reports.forms', {}, visitor)).rejects.toMatchObject({ code: 'not-allowed' });
  }),
);

test(
  'forms are listed with their legal header and due day; a period of another kind is refused with an example',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { forms } = (await call('reports.forms', {}, leader)) as { forms: { id: string; legal: { zh: string } }[] };
    expect(forms).toHaveLength(6);
    for (const { legal } of forms) expect(legal.zh).toContain('内部管理台账');
    const wrong = call('reports.template', { formId, period: '2026-Q1' }, clerk);
    await expect(wrong).rejects.toMatchObject({ code: 'form-period', data: { example: '2026-09' } });
  }),
);

test(
  'the burden counts the rows that a unit really has, and what two forms ask alike only once',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await addProject(call, '新材料一期', '2601-379901-04-01-100001');
    await addProject(call, '冷链园', '2601-379901-04-01-100002');
    const { forms } = (await call('reports.burden', { year: 2026 }, clerk)) as {
      forms: { formId: string; asked: number; repeated: number; derived: number; given: number }[];
    };
    const of = (id: string) => forms.find((each) => each.formId === id);
    // Two projects, twelve months: this month’s investment, the physical progress and, if there is one, a remark.
    expect(of(formId)).toMatchObject({ asked: 72, given: 72, repeated: 0 });
    // The year asks the fourth quarter’s output, value added, investment and so on again.
    expect(of('park-economy-yearly')).toMatchObject({ repeated: 6 });
  }),
);
