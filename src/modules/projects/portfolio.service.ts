import { implement, type Service } from '../../core/implement.ts';
import { listPortfolio } from './portfolio.store.ts';
import { portfolioOperations } from './portfolio-operations.ts';

export const portfolioService: Service = implement(portfolioOperations, {
  'projects.portfolio': async ({ db, actor, today }, { unitPath, ids, on = today }) => ({
    projects: await listPortfolio(db, { scope: actor.scope, unitPath, ids, on }),
  }),
});
