import { implement, type Service } from '../../core/implement.ts';
import { listPortfolio } from './portfolio.store.ts';
import { portfolioOperations } from './portfolio-operations.ts';

/** From so many on, reading all of the scope is quicker than looking for each. */
const many = 200;

export const portfolioService: Service = implement(portfolioOperations, {
  'projects.portfolio': async ({ db, actor, today }, { unitPath, ids, on = today }) => {
    const wanted = new Set(ids);
    const isFew = ids !== undefined && wanted.size < many;
    const asked = { scope: actor.scope, unitPath, ids: isFew ? [...wanted] : undefined, on };
    const projects = await listPortfolio(db, asked);
    return { projects: ids === undefined ? projects : projects.filter(({ id }) => wanted.has(id)) };
  },
});
