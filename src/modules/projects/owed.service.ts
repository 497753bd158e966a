import { implement, type Service } from '../../core/implement.ts';
import { listOwed } from './owed.store.ts';
import { owedOperations } from './owed-operations.ts';

export const owedService: Service = implement(owedOperations, {
  'projects.owed': async ({ db, actor, today }, { unitPath, on = today }) => ({
    projects: await listOwed(db, { scope: actor.scope, unitPath, on }),
  }),
});
