import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';

const Code = z.string().regex(/^\d{6}$/, { error: '行政区划代码为 6 位数字 (a region code has six digits)' });
const name = z.string().trim().min(1).max(60);

const Span = z.object({
  code: Code,
  name: z.string(),
  from: Day.nullable(),
  to: Day.nullable(),
  into: z.array(z.string()),
});
export const RegionRow = Span.extend({ level: z.int(), parent: Code.nullable(), below: z.int() });
export type RegionRow = z.infer<typeof RegionRow>;

const Change = z.object({
  on: Day,
  kind: z.enum(['begun', 'renamed', 'ended']),
  code: Code,
  name,
  former: name.optional(),
  into: z.array(Code).max(50).default([]),
  basis: z.string().trim().min(1).max(300),
});

export const regionOperations = {
  'regions.list': defineOperation({
    summary: { zh: '某日的行政区划（GB/T 2260，到县）', en: 'Regions as of a day (GB/T 2260, down to counties)' },
    route: 'GET /regions',
    permission: 'register.read',
    input: z.object({
      on: Day.optional(),
      /** Only those right below this code; left out, the provinces. */
      parent: Code.optional(),
      /** In all levels, by name or by the beginning of the code. */
      search: z.string().trim().max(60).optional(),
    }),
    output: z.object({
      on: Day,
      edition: Day,
      source: z.string(),
      /** From the province down to the parent asked for. */
      path: z.array(z.object({ code: Code, name: z.string() })),
      regions: z.array(RegionRow),
    }),
  }),

  'regions.show': defineOperation({
    summary: { zh: '一个区划代码的沿革', en: 'The names of a region code through time' },
    route: 'GET /regions/:code',
    permission: 'register.read',
    input: z.object({ code: Code }),
    output: z.object({ spans: z.array(Span), changes: z.array(Change) }),
  }),

  'regions.announce': defineOperation({
    summary: { zh: '公布区划变更', en: 'Announce a change of regions' },
    route: 'POST /regions/changes',
    permission: 'region.write',
    input: Change,
    output: z.object({ spans: z.array(Span) }),
  }),
};
