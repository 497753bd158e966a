import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { Period } from '../../core/period.ts';
import { defineStageMachine } from '../../core/stage-machine.ts';
import { ancestorsOf, type Unit, type UnitKind, UnitPath } from '../people/unit.ts';
import type { Form } from './form.ts';

/**
 * 报送流程. One report of a unit, form and period on its way: filled, submitted, passed by each level above in turn,
 * accepted by the last, locked when the period is closed. What is returned or withdrawn is filled again; what is
 * corrected after its lock passes every level anew, while its figures stand corrected and marked.
 */
export const reportStages = defineStageMachine({
  first: 'draft',
  stages: {
    draft: { zh: '填报中', en: 'Draft' },
    submitted: { zh: '待审核', en: 'Under review' },
    returned: { zh: '已退回', en: 'Returned' },
    accepted: { zh: '已审定', en: 'Accepted' },
    locked: { zh: '已锁定', en: 'Locked' },
    reopened: { zh: '更正待审', en: 'Corrected, under review' },
  },
  actions: {
    save: { label: { zh: '填写', en: 'Fill' }, from: ['draft'], to: 'draft', needs: [] },
    mend: { label: { zh: '修改', en: 'Mend' }, from: ['returned'], to: 'returned', needs: [] },
    submit: { label: { zh: '报送', en: 'Submit' }, from: ['draft', 'returned'], to: 'submitted', needs: [] },
    withdraw: { label: { zh: '撤回', en: 'Withdraw' }, from: ['submitted'], to: 'draft', needs: ['untouched'] },
    pass: {
      label: { zh: '审核通过', en: 'Pass' },
      from: ['submitted', 'reopened'],
      to: 'submitted',
      needs: ['levelAbove'],
    },
    accept: {
      label: { zh: '审定', en: 'Accept' },
      from: ['submitted', 'reopened'],
      to: 'accepted',
      needs: ['lastLevel'],
    },
    return: {
      label: { zh: '退回', en: 'Return' },
      from: ['submitted', 'accepted', 'reopened'],
      to: 'returned',
      needs: ['reason'],
    },
    lock: { label: { zh: '锁定', en: 'Lock' }, from: ['accepted'], to: 'locked', needs: [] },
    correct: {
      label: { zh: '更正', en: 'Correct' },
      from: ['accepted', 'locked', 'reopened'],
      to: 'reopened',
      needs: ['reason'],
    },
    /** Nobody does this: a figure that the report continues or repeats was corrected elsewhere. */
    follow: {
      label: { zh: '随之更正', en: 'Follow a correction' },
      from: ['submitted', 'accepted', 'locked', 'reopened'],
      to: 'reopened',
      needs: ['reason'],
    },
  },
});
export type ReportStage = keyof typeof reportStages.stages;
export type ReportAction = keyof typeof reportStages.actions;
export const ReportStage = z.enum(Object.keys(reportStages.stages) as [ReportStage, ...ReportStage[]]);
export const ReportAction = z.enum(Object.keys(reportStages.actions) as [ReportAction, ...ReportAction[]]);

/** Kinds of units whose reviewer looks at a report, from the bottom; departments and enterprises review nothing. */
const reviewingKinds: readonly UnitKind[] = ['zone', 'county', 'city', 'province'];

/** 审核层级: the unit itself if it is a government or zone, then those above it that exist, up to the province. */
export const reviewLevels = (
  form: Pick<Form, 'review'>,
  unitPath: string,
  units: readonly Pick<Unit, 'unitPath' | 'kind'>[],
): readonly string[] => {
  const kinds = form.review ?? reviewingKinds;
  const chain = [unitPath, ...ancestorsOf(unitPath)];
  return chain.filter((path) => {
    const unit = units.find((each) => each.unitPath === path);
    return unit !== undefined && kinds.includes(unit.kind);
  });
};

/** A cell as it was typed: a figure with or without its unit, the reason of a hole (“—”, 涉密), or words. */
export const Typed = z.string().max(2000);
export const CellAddress = z.string().min(1).max(300);

/** One cell that somebody changed; `from` is what they saw, so that two people at one report lose nothing. */
export const CellChange = z.object({ address: CellAddress, from: Typed.nullable(), to: Typed.nullable() });
export type CellChange = z.infer<typeof CellChange>;

export const ReportSummary = z.object({
  /** Null while nobody has begun. */
  reportId: z.uuid().nullable(),
  formId: z.string(),
  edition: z.string(),
  formLabel: z.object({ zh: z.string(), en: z.string() }),
  unitPath: UnitPath,
  unitName: z.string(),
  period: Period,
  stage: ReportStage.nullable(),
  /** Where it stands: the unit whose reviewer is asked next; null unless under review. */
  standsAt: UnitPath.nullable(),
  standsAtName: z.string().nullable(),
  dueOn: Day,
  /** Until when with leave: granted days, else the due day itself. */
  openUntil: Day,
  /** Past its day without having been submitted, or submitted after it. */
  isLate: z.boolean(),
  submittedAt: z.string().nullable(),
  /** Cells that a reviewer named when returning it. */
  returnedCells: z.int(),
  /** Figures that changed since they were approved. */
  correctedCells: z.int(),
  /** Filled by somebody of another unit: 代填. */
  enteredFor: z.boolean(),
  revision: z.int(),
});
export type ReportSummary = z.infer<typeof ReportSummary>;

/** What happened to a report: only ever added to; its stage derives from it. */
export const ReportEvent = z.object({
  at: z.string(),
  by: z.string(),
  byName: z.string(),
  byUnit: UnitPath,
  action: ReportAction,
  from: ReportStage.nullable(),
  to: ReportStage,
  standsAt: UnitPath.nullable(),
  reason: z.string().nullable(),
  /** Cells written, reasons given for them, cells named as wrong with the reason of each, and what followed by itself. */
  cells: z.array(
    z.object({
      kind: z.enum(['typed', 'explanation', 'named', 'followed']),
      address: CellAddress,
      from: Typed.nullable(),
      to: Typed.nullable(),
      reason: z.string().nullable(),
    }),
  ),
  /** Typed on the page, or read from a workbook. */
  via: z.enum(['page', 'workbook']),
});
export type ReportEvent = z.infer<typeof ReportEvent>;
