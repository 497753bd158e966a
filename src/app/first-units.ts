import type { Kysely } from 'kysely';
import type { Actor } from '../core/implement.ts';
import type { Tables } from '../core/tables.ts';
import { permissionsOf } from '../modules/people/roles.ts';
import { addUnit, ensureTenant } from '../modules/people/store.ts';
import type { UnitKind } from '../modules/people/unit.ts';

/** The founding of the People's Republic: units without a day of their own begin here. */
const beginning = '1949-10-01';

/** The unit of the sample officer, and the top of the tree that a server administers. */
export const firstUnits = [
  { tenantId: '1', unitPath: 'local', kind: 'county', name: '本机' },
  { tenantId: '2', unitPath: 'cn', kind: 'country', name: '全国' },
] as const satisfies readonly { tenantId: string; unitPath: string; kind: UnitKind; name: string }[];

export const root = firstUnits[1];

export async function ensureUnits(owner: Kysely<Tables>, at: string): Promise<void> {
  for (const { tenantId, unitPath, kind, name } of firstUnits) {
    await ensureTenant(owner, { id: tenantId, code: unitPath, name, unitPath }, at);
    const rest = { regionCode: null, shortName: null, since: beginning, until: null, successor: null };
    await addUnit(owner, { tenantId, unitPath, kind, name, ...rest });
  }
}

/** Whoever works at the machine with commands, beside a database with accounts: administration, no business. */
export const operator: Actor = {
  id: 'operator',
  name: '本机操作员',
  tenantId: root.tenantId,
  unitPath: root.unitPath,
  scope: [root.unitPath],
  permissions: permissionsOf(['system-administrator', 'security-administrator']),
};
