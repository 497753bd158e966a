import { implement, type Service } from '../../core/implement.ts';
import { listKnown } from './known.store.ts';
import { knownFigureOperations } from './known-operations.ts';

export const knownFigureService: Service = implement(knownFigureOperations, {
  'observations.known': async ({ db, actor }, asked) => ({ figures: await listKnown(db, actor.scope, asked) }),
});
