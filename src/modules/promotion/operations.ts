import { promiseOperations } from './promise-operations.ts';
import { reviewOperations } from './review-operations.ts';

export const promotionOperations = { ...reviewOperations, ...promiseOperations };
