import type { Reader } from '../../core/database.ts';
import type { Context } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { unitOperations } from '../people/unit-operations.ts';

/** Units in reach with the tenant that owns their rows; one's own unit needs no list to be known. */
async function tenants({ ask, actor }: Context<Reader>): Promise<Map<string, string>> {
  const { units } = await ask(unitOperations['units.list'], {});
  return new Map([
    ...units.map(({ unitPath, tenantId }) => [unitPath, tenantId] as const),
    [actor.unitPath, actor.tenantId],
  ]);
}

/** How a register knows whose its rows are. */
export const unitTies = {
  tenants,
  tenantOf: async (context: Context<Reader>, unitPath: string): Promise<string> => {
    if (unitPath === context.actor.unitPath) return context.actor.tenantId;
    const tenantId = (await tenants(context)).get(unitPath);
    if (tenantId === undefined) throw new Problem('not-found', { kind: '单位 unit', id: unitPath });
    return tenantId;
  },
};
