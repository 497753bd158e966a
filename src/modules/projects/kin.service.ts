import { implement, type Service } from '../../core/implement.ts';
import { pairKey } from '../../core/register/similar.ts';
import { listApartPairs, listKin } from './kin.store.ts';
import { kinAmong } from './kin.ts';
import { kinOperations } from './kin-operations.ts';

export const kinService: Service = implement(kinOperations, {
  'projects.kin': async ({ db, actor, today }, { id }) => {
    const rows = await listKin(db, { scope: actor.scope, today, id });
    const byId = new Map(rows.map((row) => [row.id, row]));
    const apart = new Set((await listApartPairs(db, actor.scope)).map(({ a, b }) => pairKey(a, b)));
    const isSettled = ([first = '', ...others]: readonly string[]) =>
      others.every((other) => apart.has(pairKey(first, other)));
    const kin = kinAmong(rows).filter(({ ids }) => (id === undefined || ids.includes(id)) && !isSettled(ids));
    return {
      kin: kin.map(({ kind, ids, grounds }) => ({
        kind,
        grounds: [...grounds],
        projects: ids.flatMap((each) => {
          const row = byId.get(each);
          if (row === undefined) return [];
          const { name, unitPath, stage, investment, since } = row;
          return [{ id: each, name, unitPath, stage, investment, since }];
        }),
      })),
    };
  },
});
