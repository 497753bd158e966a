/** Units and accounts of the demo, made through the operations of an administrator. */
import type * as z from 'zod';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import type { Operation } from '../../core/operation.ts';
import { Problem } from '../../core/problem.ts';
import type { Gate } from '../../modules/people/gate.service.ts';
import { passwordIssues } from '../../modules/people/password.ts';
import { operator, root } from '../first-units.ts';
import { type DemoDocument, type DemoUnits, demoUnits } from './facts.ts';

/** Begin of the units that have no day of their own. */
const beginning = '1949-10-01';

export interface Door {
  readonly call: Call;
  /** The same door as it stood on another day. */
  on(day: string): Call;
  readonly gate: Gate;
  /** Today, as `2026-11-22`. */
  readonly today: string;
}

/** An operation by its declaration, for a given person. */
export const perform = async <Op extends Operation>(
  { call }: Pick<Door, 'call'>,
  id: string,
  input: z.input<Op['input']>,
  actor: Actor,
): Promise<z.output<Op['output']>> => (await call(id, input, actor)) as never;

interface NewUnit {
  readonly parentPath: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly shortName?: string;
  readonly regionCode?: string;
  readonly since: string;
}

/** `230321` stands at `cn.23.2303.230321`, a city at `cn.23.2303`. */
function pathOfRegion(code: string): string {
  const steps = [code.slice(0, 2), ...(code.endsWith('0000') ? [] : [code.slice(0, 4)])];
  return [root.unitPath, ...steps, ...(code.endsWith('00') ? [] : [code])].join('.');
}

const split = (path: string) => ({
  parentPath: path.slice(0, path.lastIndexOf('.')),
  code: path.slice(path.lastIndexOf('.') + 1),
});

type Regions = { readonly regions: readonly { code: string; name: string }[] };

async function governments(door: Door, reader: Actor, units: DemoUnits): Promise<NewUnit[]> {
  const below = async (parent?: string) =>
    ((await door.call('regions.list', parent === undefined ? {} : { parent }, reader)) as Regions).regions;
  const of = (kind: string, code: string, name: string): NewUnit => ({
    ...split(pathOfRegion(code)),
    kind,
    name,
    regionCode: code,
    since: beginning,
  });
  const wanted = async (kind: string, { all, also }: { all: readonly string[]; also: readonly string[] }) => {
    const level = kind === 'city' ? 2 : 4;
    const parents = new Set([...all, ...also.map((code) => code.slice(0, level).padEnd(6, '0'))]);
    const found: NewUnit[] = [];
    for (const parent of parents)
      for (const { code, name } of await below(parent))
        if (all.includes(parent) || also.includes(code)) found.push(of(kind, code, name));
    return found;
  };
  const provinces = (await below()).filter(({ code }) => units.provinces.includes(code));
  return [
    ...provinces.map(({ code, name }) => of('province', code, name)),
    ...(await wanted('city', units.cities)),
    ...(await wanted('county', units.counties)),
  ];
}

/** Path of the unit that stands for one of the ten fields of a programme. */
export const fieldPath = ({ fieldsUnder }: DemoUnits, no: number): string =>
  `${fieldsUnder}.g${String(no).padStart(2, '0')}`;

/** Path of the unit of a park that has a management of its own. */
export const zonePath = (
  { document }: DemoDocument,
  { zone, place }: { zone?: string | undefined; place?: string | undefined },
) => `${place ?? document.unit}${zone === undefined ? '' : `.${zone}`}`;

export async function addUnits(door: Door, reader: Actor, documents: readonly DemoDocument[]): Promise<number> {
  const units = demoUnits();
  const departments = units.departments.map(
    ({ path, name, short }): NewUnit => ({
      ...split(path),
      kind: 'department',
      name,
      ...(short !== undefined && { shortName: short }),
      since: beginning,
    }),
  );
  const groups = documents.flatMap(({ document, fields }) =>
    fields.map(
      ({ no, name }): NewUnit => ({
        ...split(fieldPath(units, no)),
        kind: 'department',
        name: `${name}推进组`,
        shortName: name,
        since: document.from,
      }),
    ),
  );
  const zones = documents.flatMap((document) =>
    document.parks
      .filter(({ zone }) => zone !== undefined)
      .map(
        (park): NewUnit => ({
          ...split(zonePath(document, park)),
          kind: 'zone',
          name: park.name,
          since: document.document.from,
        }),
      ),
  );
  const all = [...(await governments(door, reader, units)), ...departments, ...groups, ...zones];
  for (const unit of all) await door.call('units.add', unit, operator);
  return all.length;
}

export interface DemoAccount {
  readonly login: string;
  readonly name: string;
  readonly unit: string;
  readonly role: string;
  readonly password: string;
}

/** Refused before anything is written. */
export function checkPassword(password: string): void {
  const issues = demoUnits().accounts.flatMap(({ login }) => passwordIssues(password, login));
  if (issues.length > 0)
    throw new Problem('password-weak', {
      issues: [...new Set(issues.map(({ zh, en }) => `${zh} (${en})`))].join('; '),
    });
}

/** One account for every kind of work, each plainly a demonstration; a password given replaces the one-time one. */
export async function addAccounts(door: Door, password: string | undefined): Promise<readonly DemoAccount[]> {
  const made: DemoAccount[] = [];
  for (const { login, name, unit, role } of demoUnits().accounts) {
    const given = { login, name, unitPath: unit };
    const { id, password: first } = (await door.call('accounts.add', given, operator)) as {
      id: string;
      password: string;
    };
    const post = { accountId: id, unitPath: unit, role, fromOn: door.today, reason: '演示' };
    await door.call('posts.give', post, operator);
    if (password !== undefined) await choosePassword(door, login, first, password);
    made.push({ login, name, unit, role, password: password ?? first });
  }
  return made;
}

async function choosePassword({ call, gate }: Door, login: string, first: string, next: string): Promise<void> {
  const attempt = { login, password: first, code: null, address: '127.0.0.1', agent: 'lantu demo' };
  const actor = await gate.actorOfSession(await gate.signIn(attempt), null);
  await call('session.change-password', { current: first, next }, actor);
}
