import { backtestOperations } from './backtest-operations.ts';
import { incentiveOperations } from './incentive-operations.ts';
import { moneyOperations } from './money-operations.ts';
import { promiseOperations, qualificationOperations } from './promise-operations.ts';
import { reviewOperations } from './review-operations.ts';

export const promotionOperations = {
  ...reviewOperations,
  ...promiseOperations,
  ...qualificationOperations,
  ...incentiveOperations,
  ...moneyOperations,
  ...backtestOperations,
};
