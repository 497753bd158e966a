import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';
import { Period } from '../../core/period.ts';
import { UnitPath } from '../people/unit.ts';
import { Action, boardOperations, Fact, ProjectCard, Stage } from './board-operations.ts';
import { ItemRecord, ItemState, itemIds, MissingPaper } from './checklist.ts';
import { Fund, FundKind, FundSource, Listing, Post, PostRole, ProjectList } from './delivery.ts';
import { enrolments, statedFacts } from './lifecycle.ts';

const keysOf = <T extends string>(labels: Readonly<Record<T, unknown>>) => z.enum(Object.keys(labels) as [T, ...T[]]);
const id = z.uuid();
/** Of the record in the register: whoever acts has seen it. */
const revision = z.coerce.number().int();
const reason = z.string().trim().max(500).nullable().default(null);
const Label = z.object({ zh: z.string(), en: z.string() });
const Evidence = z.object({ fileId: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(255) });
const evidence = z.array(Evidence).max(50).default([]);

export const Enrolment = keysOf(enrolments);
const Event = z.object({
  seq: z.int(),
  track: z.enum(['life', 'statistics']),
  action: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  on: Day,
  reason: z.string().nullable(),
  stated: z.record(z.string(), z.string()),
  evidence: z.array(Evidence),
  at: z.string(),
  by: z.string(),
  byUnit: z.string(),
});

/** Where a project stands, what blocks it, who answers for it: everything that this module knows of it. */
export const Delivery = z.object({
  card: ProjectCard,
  revision: z.int(),
  pausedFrom: Stage.nullable(),
  /** What can be done now, and what each step still needs. */
  actions: z.array(z.object({ id: Action, lacks: z.array(Fact) })),
  /** Days that count in the statistics of investment: started-on, completed-on, producing-on. */
  statistics: z.record(z.string(), Day),
  enrolment: Enrolment,
  enrolmentReason: z.string().nullable(),
  items: z.array(ItemRecord),
  late: z.array(z.object({ item: z.string(), paper: z.string().nullable(), dueOn: Day })),
  posts: z.array(Post),
  listings: z.array(Listing),
  isExpress: z.boolean(),
  gaps: z.array(z.object({ id: z.string(), message: Label })),
  funds: z.array(Fund),
  events: z.array(Event),
});
export type Delivery = z.infer<typeof Delivery>;

export const deliveryOperations = {
  ...boardOperations,

  'delivery.due': defineOperation({
    summary: { zh: '审批事项与容缺材料：到期与逾期', en: 'Approvals and papers of projects: due and late' },
    route: 'GET /delivery/due',
    permission: 'register.read',
    input: z.object({
      unitPath: UnitPath.optional(),
      /** Due within so many days; the late ones are always there. */
      days: z.coerce.number().int().min(0).max(366).default(30),
    }),
    output: z.object({
      today: Day,
      /** The latest first; a paper that was accepted as missing stands for itself. */
      due: z.array(
        z.object({
          id,
          name: z.string(),
          unitPath: z.string(),
          item: z.string(),
          paper: z.string().nullable(),
          dueOn: Day,
        }),
      ),
    }),
  }),

  'delivery.show': defineOperation({
    summary: { zh: '项目推进情况', en: 'Where a project stands' },
    route: 'GET /delivery/projects/:id',
    permission: 'register.read',
    input: z.object({ id }),
    output: Delivery,
  }),

  'delivery.act': defineOperation({
    summary: { zh: '推进项目到下一阶段', en: 'Move a project on' },
    route: 'POST /delivery/projects/:id/act',
    permission: 'project.move',
    input: z.object({
      id,
      revision,
      action: Action,
      /** Left out, today. */
      on: Day.optional(),
      reason,
      /** Facts that only a person knows: the outlook, the first products. */
      stated: z.partialRecord(z.enum(statedFacts), z.string().trim().min(1).max(1000)).default({}),
      evidence,
    }),
    output: Delivery,
  }),

  'delivery.enrol': defineOperation({
    summary: { zh: '入库纳统：申报与结果', en: 'Entry into the statistics: application and result' },
    route: 'POST /delivery/projects/:id/enrol',
    permission: 'project.move',
    input: z.object({ id, revision, to: Enrolment, on: Day.optional(), reason, evidence }),
    output: Delivery,
  }),

  'delivery.item': defineOperation({
    summary: { zh: '填写审批事项或四制', en: 'Record an approval, or one of the four systems' },
    route: 'PUT /delivery/projects/:id/items/:item',
    permission: 'project.move',
    input: z.object({
      id,
      revision,
      item: z.enum(itemIds),
      state: ItemState,
      submittedOn: Day.nullable().default(null),
      decidedOn: Day.nullable().default(null),
      number: z.string().trim().max(100).nullable().default(null),
      reason,
      papers: z.array(MissingPaper).max(50).default([]),
      evidence,
      /** A limit of the office in working days, where no law sets one or a shorter one was promised. */
      officeDays: z.int().min(1).max(366).nullable().default(null),
    }),
    output: Delivery,
  }),

  'delivery.assign': defineOperation({
    summary: { zh: '落实责任人', en: 'Put somebody in charge' },
    route: 'POST /delivery/projects/:id/posts',
    permission: 'project.move',
    input: z.object({
      id,
      role: PostRole,
      person: z.string().trim().min(1).max(100),
      personUnit: z.string().trim().max(200).nullable().default(null),
      fromOn: Day.optional(),
    }),
    output: Delivery,
  }),

  'delivery.release': defineOperation({
    summary: { zh: '责任人调整（可交给继任者）', en: 'End a part, handing it over if somebody follows' },
    route: 'POST /delivery/projects/:id/posts/:postId/end',
    permission: 'project.move',
    input: z.object({
      id,
      postId: z.uuid(),
      on: Day.optional(),
      reason: z.string().trim().min(1).max(500),
      successor: z.string().trim().min(1).max(100).optional(),
    }),
    output: Delivery,
  }),

  'delivery.list': defineOperation({
    summary: { zh: '列入年度清单', en: 'Enter a project in a list of the year' },
    route: 'POST /delivery/projects/:id/lists',
    permission: 'project.list',
    input: z.object({
      id,
      list: ProjectList,
      year: z.int().min(1990).max(2100),
      on: Day.optional(),
      reason: z.string().trim().min(1).max(500),
    }),
    output: Delivery,
  }),

  'delivery.unlist': defineOperation({
    summary: { zh: '退出年度清单', en: 'Take a project off a list' },
    route: 'POST /delivery/projects/:id/lists/end',
    permission: 'project.list',
    input: z.object({
      id,
      list: ProjectList,
      year: z.int().min(1990).max(2100),
      on: Day.optional(),
      reason: z.string().trim().min(1).max(500),
    }),
    output: Delivery,
  }),

  'delivery.fund': defineOperation({
    summary: { zh: '登记资金：来源、分月计划、到位、支付', en: 'Record money: sources, plan by month, arrived, paid' },
    route: 'POST /delivery/projects/:id/funds',
    permission: 'project.move',
    input: z.object({
      id,
      entries: z
        .array(
          z.object({
            kind: FundKind,
            source: FundSource.nullable().default(null),
            /** The month of a plan. */
            period: Period.nullable().default(null),
            on: Day.optional(),
            /** A figure, in the unit beside it; a correction has the other sign. */
            typed: z.string().trim().max(40),
            unit: z.string().max(20).default('万元'),
            note: z.string().trim().max(500).nullable().default(null),
            /** Of a payable, which is dated by its delivery: the days that the contract gives. */
            agreedDays: z.int().min(0).max(3650).nullable().default(null),
          }),
        )
        .min(1)
        .max(60),
    }),
    output: Delivery,
  }),

  'delivery.workload': defineOperation({
    summary: { zh: '每人负责的项目（交接清单）', en: 'Projects by person: the workload, and the pack of a hand-over' },
    route: 'GET /delivery/workload',
    permission: 'register.read',
    input: z.object({ person: z.string().max(100).optional(), unitPath: UnitPath.optional() }),
    output: z.object({
      people: z.array(
        z.object({
          person: z.string(),
          personUnit: z.string().nullable(),
          projects: z.array(
            z.object({
              id,
              name: z.string(),
              unitPath: z.string(),
              stage: Stage,
              role: PostRole,
              postId: z.uuid(),
              fromOn: Day,
              openItems: z.int(),
              lateItems: z.int(),
            }),
          ),
        }),
      ),
    }),
  }),
};
