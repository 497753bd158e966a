import { registerOperations } from '../../core/register/operations.ts';
import { projectRegister } from './register.ts';

export const projectOperations = registerOperations(projectRegister);
