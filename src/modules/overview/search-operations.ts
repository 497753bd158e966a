import * as z from 'zod';
import { defineOperation } from '../../core/operation.ts';

export const foundKinds = {
  plan: { zh: '规划', en: 'Plan' },
  park: { zh: '园区', en: 'Park' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  project: { zh: '项目', en: 'Project' },
  indicator: { zh: '指标', en: 'Indicator' },
  report: { zh: '报表', en: 'Report' },
  bulletin: { zh: '通报', en: 'Bulletin' },
  ledger: { zh: '台账', en: 'Ledger' },
  entry: { zh: '台账事项', en: 'Entry of a ledger' },
  unit: { zh: '单位', en: 'Unit' },
} as const;
export type FoundKind = keyof typeof foundKinds;

const Found = z.object({
  kind: z.enum(Object.keys(foundKinds) as [FoundKind, ...FoundKind[]]),
  name: z.string(),
  /** What tells it from others of that name: a code, a park, a unit. */
  of: z.string(),
  /** Its page. */
  path: z.string(),
});
export type Found = z.infer<typeof Found>;

export const searchOperations = {
  'search.find': defineOperation({
    summary: {
      zh: '全局查找：规划、名录、指标、报表、通报、台账',
      en: 'Find anything by name: plans, registers, indicators, reports, bulletins, ledgers',
    },
    route: 'GET /search',
    permission: 'unit.read',
    input: z.object({ text: z.string().trim().min(1).max(60) }),
    output: z.object({ found: z.array(Found) }),
  }),
};
