/** A province with two counties and a zone, the people who report in them, and short names for what they do. */
import type { Kysely } from 'kysely';
import type * as z from 'zod';
import { forms, workbooks } from '../src/app/forms.ts';
import type { Call } from '../src/core/call.ts';
import type { Database } from '../src/core/database.ts';
import type { Actor, Service } from '../src/core/implement.ts';
import type { Operation } from '../src/core/operation.ts';
import type { Tables } from '../src/core/tables.ts';
import { indicatorOperations } from '../src/modules/indicators/operations.ts';
import { permissionsOf, type RoleId } from '../src/modules/people/roles.ts';
import { addUnit, ensureTenant } from '../src/modules/people/store.ts';
import type { UnitKind } from '../src/modules/people/unit.ts';
import { projectOperations } from '../src/modules/projects/operations.ts';
import type { Form } from '../src/modules/reports/form.ts';
import { reportOperations } from '../src/modules/reports/operations.ts';
import { reportServices } from '../src/modules/reports/service.ts';
import { submissionOperations } from '../src/modules/reports/submission-operations.ts';
import { appOn } from './app.ts';

const operations = {
  ...submissionOperations,
  ...reportOperations,
  ...indicatorOperations,
  ...projectOperations,
};
type Offered = typeof operations;

const units: readonly (readonly [string, UnitKind, string, string])[] = [
  ['cn.99', 'province', '云河省', '99'],
  ['cn.99.9901', 'city', '云河市', '9901'],
  ['cn.99.9901.990101', 'county', '临江县', '990101'],
  ['cn.99.9901.990101.d_fgj', 'department', '临江县发展和改革局', '990101'],
  ['cn.99.9901.990102', 'county', '青川县', '990102'],
  ['cn.99.9901.990101.kfq', 'zone', '临江经济开发区', '990111'],
];
export const province = 'cn.99';
export const city = 'cn.99.9901';
export const linjiang = 'cn.99.9901.990101';
export const qingchuan = 'cn.99.9901.990102';
export const zone = 'cn.99.9901.990101.kfq';

const person = (id: string, name: string, unitPath: string, roles: readonly RoleId[]): Actor => ({
  id,
  name,
  tenantId: units.find(([path]) => path === unitPath)?.[3] ?? '99',
  unitPath,
  scope: [unitPath],
  permissions: permissionsOf(roles),
});

export const people = {
  clerk: person('c1', '周洁', linjiang, ['clerk', 'dispatcher']),
  second: person('c2', '郑凯', linjiang, ['clerk']),
  neighbour: person('c3', '孙丽', qingchuan, ['clerk', 'dispatcher']),
  zoneClerk: person('c4', '吴强', zone, ['clerk']),
  county: person('r1', '何勇', linjiang, ['reviewer']),
  neighbourReviewer: person('r2', '冯涛', qingchuan, ['reviewer']),
  city: person('r3', '蒋雯', city, ['reviewer', 'dispatcher']),
  province: person('r4', '韩磊', province, ['reviewer', 'dispatcher']),
} as const;

export const monthly = 'project-investment-monthly';

/** The system with further forms beside those that are shipped. */
const withForms =
  (more: readonly Form[]) =>
  (services: readonly Service[]): readonly Service[] => [
    ...services.filter(({ operations: each }) => !('reports.forms' in each || 'reports.open' in each)),
    ...reportServices([...forms(), ...more], workbooks),
  ];

export async function reportingOn(database: Database, owner: Kysely<Tables>, more: readonly Form[] = []) {
  const call: Call = await appOn(database, owner, withForms(more));
  for (const [unitPath, kind, name, id] of units) {
    if (kind !== 'department')
      await ensureTenant(owner, { id, code: unitPath.replaceAll('.', '-'), name, unitPath }, '2026-01-01T00:00:00Z');
    const about = { regionCode: null, shortName: null, since: '2000-01-01', until: null, successor: null };
    await addUnit(owner, { ...about, unitPath, kind, name, tenantId: id });
  }
  const act = <Id extends keyof Offered>(actor: Actor, id: Id, input: z.input<Offered[Id]['input']>) =>
    call(id, input, actor) as Promise<z.output<(Offered[Id] & Operation)['output']>>;

  const addProject = async (actor: Actor, name: string, number: number, plan = '10000') => {
    const code = `2601-${actor.tenantId.padEnd(6, '0')}-04-01-${String(100_000 + number)}`;
    const money = (wan: string) => ({ value: `${wan}0000`, typed: wan, unit: '万元' });
    const data = { name, code, investment: money('50000'), annualPlan: { '2026': money(plan) } };
    const { id } = await act(actor, 'projects.add', { since: '2026-01-01', data } as never);
    return { id: id as string, code };
  };
  const open = (actor: Actor, period: string, formId = monthly, unitPath?: string) =>
    act(actor, 'reports.open', { formId, period, ...(unitPath !== undefined && { unitPath }) });

  /** Types into cells over what stands there now. */
  const type = async (
    actor: Actor,
    period: string,
    cells: Record<string, string | null>,
    formId = monthly,
    unitPath?: string,
  ) => {
    const { typed } = await open(actor, period, formId, unitPath);
    const changes = Object.entries(cells).map(([address, to]) => ({ address, from: typed[address] ?? null, to }));
    const at = { formId, period, ...(unitPath !== undefined && { unitPath }) };
    return act(actor, 'reports.save', { ...at, changes });
  };
  const submit = async (actor: Actor, period: string, formId = monthly, unitPath?: string) => {
    const { summary } = await open(actor, period, formId, unitPath);
    return act(actor, 'reports.submit', { reportId: summary.reportId as string, revision: summary.revision });
  };
  const pass = async (actor: Actor, ...reportIds: string[]) => {
    const reports = [];
    for (const reportId of reportIds) {
      const { summary } = await act(actor, 'reports.show', { reportId });
      reports.push({ reportId, revision: summary.revision });
    }
    return act(actor, 'reports.pass', { reports });
  };
  const rollup = async (unitPath: string, period: string, more: object = {}) => {
    const { rows } = await act(people.province, 'rollups.show', { unitPath, period, depth: 0, ...more });
    return rows;
  };
  return { call, act, addProject, open, type, submit, pass, rollup };
}

export type Reporting = Awaited<ReturnType<typeof reportingOn>>;
