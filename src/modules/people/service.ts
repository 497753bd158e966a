import { implement } from '../../core/implement.ts';
import { peopleOperations } from './operations.ts';

export const peopleService = implement(peopleOperations, {
  'session.show': async ({ actor }) => ({
    id: actor.id,
    name: actor.name,
    unitPath: actor.unitPath,
    permissions: [...actor.permissions].sort(),
    isSample: actor.isSample === true,
  }),
});
