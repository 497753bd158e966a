import type { Service } from '../../core/implement.ts';
import type { RegisterTools } from '../../core/register/kit.ts';
import { registerService } from '../../core/register/service.ts';
import { enterpriseOperations } from '../enterprises/operations.ts';
import { parkOperations } from '../parks/operations.ts';
import { unitTies } from '../parks/unit-ties.ts';
import { projectOperations } from './operations.ts';
import { projectRegister } from './register.ts';

export const projectService = (tools: RegisterTools): Service =>
  registerService(projectRegister, projectOperations, tools, {
    ...unitTies,
    neighbours: {
      parks: async ({ ask }, on, ids) => (await ask(parkOperations['parks.names'], { on, ids: ids?.join(',') })).known,
      enterprises: async ({ ask }, on, ids) =>
        (await ask(enterpriseOperations['enterprises.names'], { on, ids: ids?.join(',') })).known,
    },
  });
