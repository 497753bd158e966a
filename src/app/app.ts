import type { Service } from '../core/implement.ts';
import type { Operations } from '../core/operation.ts';
import { documentOperations } from '../modules/documents/operations.ts';
import { documentService } from '../modules/documents/service.ts';
import { peopleOperations } from '../modules/people/operations.ts';
import { peopleService } from '../modules/people/service.ts';
import type { Engine } from '../modules/plans/engine.ts';
import { planOperations } from '../modules/plans/operations.ts';
import { planService } from '../modules/plans/service.ts';
import { readRows } from '../platform/files/rows.ts';
import { secrets } from '../platform/secrets.ts';

/** The system is this list. */
export const servicesOf = (engine: Engine): readonly Service[] => [
  peopleService({ secrets, readRows }),
  documentService,
  planService(engine),
];

export const operationsOf = (services: readonly Service[]): Operations =>
  Object.assign({}, ...services.map(({ operations }) => operations));

/** Every operation, without the code behind it: for commands, clients and the API reference. */
export const declaredOperations: Operations = { ...peopleOperations, ...documentOperations, ...planOperations };
