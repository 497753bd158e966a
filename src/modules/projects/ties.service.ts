import { type Kit, kitOf, type RegisterTies, type RegisterTools } from '../../core/register/kit.ts';
import { enterpriseOperations } from '../enterprises/operations.ts';
import { parkOperations } from '../parks/operations.ts';
import { unitTies } from '../parks/unit-ties.ts';
import { projectRegister } from './register.ts';

/** The registers that projects refer to. */
export const projectTies: RegisterTies = {
  ...unitTies,
  neighbours: {
    parks: async ({ ask }, on, ids) => (await ask(parkOperations['parks.names'], { on, ids: ids?.join(',') })).known,
    enterprises: async ({ ask }, on, ids) =>
      (await ask(enterpriseOperations['enterprises.names'], { on, ids: ids?.join(',') })).known,
  },
};

export const projectKit = (tools: RegisterTools): Kit => kitOf(projectRegister, tools, projectTies);
