import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';
import { UnitPath } from '../people/unit.ts';
import { note, revision, words } from '../promotion/shapes.ts';
import { ElementId } from './kind.ts';
import { Month } from './month.ts';
import { AllocationView, typedAmount } from './shapes.ts';

const id = z.uuid();

const decision = {
  quotaId: id,
  projectId: id,
  from: Month,
  /** Left out, the last month in which quota and demand both hold. */
  to: Month.nullable().default(null),
  ...typedAmount,
  /** Meeting or number of the document. */
  basis: words(300),
  decidedOn: Day.optional(),
};

export const allocationOperations = {
  'element-allocations.list': defineOperation({
    summary: { zh: '要素分配决定', en: 'What people gave to projects' },
    route: 'GET /element-allocations',
    permission: 'register.read',
    input: z.object({
      unitPath: UnitPath.optional(),
      projectId: id.optional(),
      element: ElementId.optional(),
      quotaId: id.optional(),
      /** Withdrawn ones as well. */
      all: z.stringbool().default(false),
    }),
    output: z.object({ allocations: z.array(AllocationView) }),
  }),

  'element-allocations.show': defineOperation({
    summary: { zh: '一项分配的各版', en: 'A grant with all its revisions' },
    route: 'GET /element-allocations/:id',
    permission: 'register.read',
    input: z.object({ id }),
    /** The latest first. */
    output: z.object({ revisions: z.array(AllocationView) }),
  }),

  'element-allocations.decide': defineOperation({
    summary: { zh: '决定分配（不超指标、不超需求）', en: 'Give a project out of a quota, never more than it holds' },
    route: 'POST /element-allocations',
    permission: 'element.decide',
    /** The reason is needed where a better placed project still lacks. */
    input: z.object({ ...decision, reason: note(500) }),
    output: AllocationView,
  }),

  'element-allocations.overrule': defineOperation({
    summary: { zh: '突破指标分配（须说明理由）', en: 'Give more than a quota holds, with the reason' },
    route: 'POST /element-allocations/overrule',
    permission: 'element.overrule',
    input: z.object({ ...decision, reason: words(500) }),
    output: AllocationView,
  }),

  'element-allocations.correct': defineOperation({
    summary: { zh: '更正分配（新的一版）', en: 'Put a grant right: a new revision' },
    route: 'POST /element-allocations/:id/correct',
    permission: 'element.decide',
    input: z.object({
      id,
      revision,
      from: Month,
      to: Month.nullable().default(null),
      ...typedAmount,
      basis: words(300),
      decidedOn: Day.optional(),
      reason: words(500),
    }),
    output: AllocationView,
  }),

  'element-allocations.withdraw': defineOperation({
    summary: { zh: '撤回分配', en: 'Withdraw a grant, with the reason' },
    route: 'POST /element-allocations/:id/withdraw',
    permission: 'element.decide',
    input: z.object({ id, revision, basis: words(300), decidedOn: Day.optional(), reason: words(500) }),
    output: AllocationView,
  }),
};
