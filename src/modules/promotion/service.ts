import type { Service } from '../../core/implement.ts';
import { promiseService } from './promise.service.ts';
import { reviewService } from './review.service.ts';

export const promotionServices: readonly Service[] = [reviewService, promiseService];
