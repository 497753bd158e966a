import type { Writer } from '../../core/database.ts';

export interface Tenant {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unitPath: string;
}

/** The unit that owns rows; made once, never changed here. */
export async function ensureTenant(
  db: Pick<Writer, 'insertInto'>,
  { id, code, name, unitPath }: Tenant,
  at: string,
): Promise<void> {
  await db
    .insertInto('tenant')
    .values({ tenant_id: id, code, name, unit_path: unitPath, created_at: at })
    .onConflict((conflict) => conflict.column('tenant_id').doNothing())
    .execute();
}
