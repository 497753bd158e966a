import { allocationOperations } from './allocation-operations.ts';
import { balanceOperations } from './balance-operations.ts';
import { demandOperations } from './demand-operations.ts';
import { quotaOperations } from './quota-operations.ts';

export const elementOperations = {
  ...balanceOperations,
  ...demandOperations,
  ...quotaOperations,
  ...allocationOperations,
};
