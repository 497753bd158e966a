import type { Service } from '../../core/implement.ts';
import type { RegisterTools } from '../../core/register/kit.ts';
import { registerService } from '../../core/register/service.ts';
import { parkOperations } from '../parks/operations.ts';
import { unitTies } from '../parks/unit-ties.ts';
import { enterpriseOperations } from './operations.ts';
import { enterpriseRegister } from './register.ts';

export const enterpriseService = (tools: RegisterTools): Service =>
  registerService(enterpriseRegister, enterpriseOperations, tools, {
    ...unitTies,
    neighbours: {
      parks: async ({ ask }, on, ids) => (await ask(parkOperations['parks.names'], { on, ids: ids?.join(',') })).known,
    },
  });
