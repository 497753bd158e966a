import type { Service } from '../../core/implement.ts';
import { backtestService } from './backtest.service.ts';
import { incentiveService } from './incentive.service.ts';
import { moneyService } from './money.service.ts';
import { promiseService } from './promise.service.ts';
import { qualificationService } from './qualification.service.ts';
import { reviewService } from './review.service.ts';

export const promotionServices: readonly Service[] = [
  reviewService,
  promiseService,
  qualificationService,
  incentiveService,
  moneyService,
  backtestService,
];
