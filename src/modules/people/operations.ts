import { accountOperations, postOperations } from './account-operations.ts';
import { noticeOperations } from './notice-operations.ts';
import { sessionOperations } from './session-operations.ts';
import { unitOperations } from './unit-operations.ts';

export const peopleOperations = {
  ...sessionOperations,
  ...unitOperations,
  ...accountOperations,
  ...postOperations,
  ...noticeOperations,
};
