import type { Service } from '../../core/implement.ts';
import type { RegisterTools } from '../../core/register/kit.ts';
import { registerService } from '../../core/register/service.ts';
import { projectOperations } from './operations.ts';
import { projectRegister } from './register.ts';
import { projectTies } from './ties.service.ts';

export const projectService = (tools: RegisterTools): Service =>
  registerService(projectRegister, projectOperations, tools, projectTies);
