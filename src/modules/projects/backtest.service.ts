import { implement, type Service } from '../../core/implement.ts';
import { listPast } from './backtest.store.ts';
import { pastOperations } from './backtest-operations.ts';

/** What was known of projects, and since when: for those who run rules over past months. */
export const pastService: Service = implement(pastOperations, {
  'projects.past': async ({ db, actor }, { unitPath, ids }) => ({
    projects: await listPast(db, { scope: actor.scope, unitPath, ids }),
  }),
});
