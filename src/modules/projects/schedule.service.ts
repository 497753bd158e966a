import { implement, type Service } from '../../core/implement.ts';
import { listScheduled } from './schedule.store.ts';
import { beforeStart, scheduleOperations } from './schedule-operations.ts';

const isBefore = new Set<string>(beforeStart);

export const scheduleService: Service = implement(scheduleOperations, {
  'projects.schedule': async ({ db, actor, today }, { unitPath, on = today }) => {
    const rows = await listScheduled(db, { scope: actor.scope, unitPath, on });
    return {
      on,
      notStarted: rows.filter(({ stage }) => isBefore.has(stage)),
      underWay: rows.filter(({ stage }) => !isBefore.has(stage)),
    };
  },
});
