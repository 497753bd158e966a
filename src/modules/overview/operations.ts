import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';
import { Period } from '../../core/period.ts';
import { RankedFigure } from '../indicators/origin-operations.ts';
import { UnitPath } from '../people/unit.ts';
import { LampId, LampLevel } from '../promotion/money-operations.ts';
import { PromiseView } from '../promotion/promise.ts';

const Label = z.object({ zh: z.string(), en: z.string() });

/** A headline: the sum of the units below, compared, and whether all of them are in it. */
export const Headline = RankedFigure.pick({
  indicatorId: true,
  basis: true,
  accumulation: true,
  value: true,
  yearOnYear: true,
  plan: true,
  completion: true,
  ahead: true,
  known: true,
}).extend({
  label: Label,
  unit: z.string(),
  /** How many units spoke in the period before: fewer now, and the sum says less than it seems. */
  knownBefore: z.int(),
  isInvented: z.boolean(),
});
export type Headline = z.infer<typeof Headline>;

export const overviewOperations = {
  'overview.show': defineOperation({
    summary: {
      zh: '一页总览：主要指标、迟报、亮灯、承诺、台账',
      en: 'One page for who leads: headlines, late reports, lamps, promises, ledgers',
    },
    route: 'GET /overview',
    permission: 'bulletin.read',
    input: z.object({
      /** Left out, the own unit and the last month that has ended. */
      unitPath: UnitPath.optional(),
      period: Period.optional(),
    }),
    output: z.object({
      unitPath: UnitPath,
      unitName: z.string(),
      period: Period,
      /** 序时进度 as exact text: 0.833333. */
      due: z.string().nullable(),
      figures: z.array(Headline),
      reports: z.object({
        all: z.int(),
        late: z.int(),
        /** Those who owe most, the worst first. */
        units: z.array(z.object({ unitPath: UnitPath, unitName: z.string(), late: z.int() })),
      }),
      lamps: z.object({
        on: Day,
        period: Period,
        lamps: z.array(
          z.object({
            id: LampId,
            label: Label,
            counts: z.partialRecord(LampLevel, z.int()),
            /** Why the lamp cannot be lit yet. */
            refused: Label.nullable(),
          }),
        ),
        worst: z.array(z.object({ id: z.uuid(), name: z.string(), unitPath: z.string(), level: LampLevel })),
      }),
      promises: z.object({
        overdue: z.int(),
        soon: z.int(),
        first: z.array(PromiseView.pick({ id: true, project: true, said: true, dueOn: true, daysLate: true })),
      }),
      ledgers: z.object({ overdue: z.int(), due: z.int() }),
      /** Bulletins that wait for a decision. */
      bulletins: z.array(z.object({ id: z.uuid(), title: z.string(), state: z.enum(['draft', 'approved']) })),
    }),
  }),
};
