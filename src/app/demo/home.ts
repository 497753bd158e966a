import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import type { Unit } from '../../modules/people/unit.ts';
import { operator, root } from '../first-units.ts';
import { demoUnits } from './facts.ts';

const most = 1000;

/**
 * Where a first look stands on a database that holds the people of the demo and nobody else; null as soon as one real
 * account is there, since then nobody may come in without signing in.
 */
export async function demoHome(call: Call): Promise<Pick<Actor, 'tenantId' | 'unitPath' | 'scope'> | null> {
  const { accounts: ours, lookFrom } = demoUnits();
  const names = new Map(ours.map(({ login, name }) => [login, name]));
  const { accounts, total } = (await call('accounts.list', { limit: most }, operator)) as {
    accounts: { login: string; name: string }[];
    total: number;
  };
  const isDemo = total <= accounts.length && accounts.every(({ login, name }) => names.get(login) === name);
  const { units } = (await call('units.list', {}, operator)) as { units: Unit[] };
  const home = units.find(({ unitPath }) => unitPath === lookFrom);
  if (!isDemo || home === undefined) return null;
  return { tenantId: home.tenantId, unitPath: home.unitPath, scope: ['local', root.unitPath] };
}
