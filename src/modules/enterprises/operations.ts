import { registerOperations } from '../../core/register/operations.ts';
import { enterpriseRegister } from './register.ts';

export const enterpriseOperations = registerOperations(enterpriseRegister);
