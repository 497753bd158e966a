import { implement, type Service } from '../../core/implement.ts';
import type { Engine } from './engine.ts';
import { factHandlers } from './facts.service.ts';
import { findingHandlers } from './findings.service.ts';
import { planHandlers } from './keeping.service.ts';
import { planOperations } from './operations.ts';
import { readingHandlers } from './reading.service.ts';

export const planService = (engine: Engine): Service =>
  implement(planOperations, {
    ...planHandlers(engine),
    ...readingHandlers(engine),
    ...factHandlers(engine),
    ...findingHandlers(),
  });
