import * as z from 'zod';
import { ledgers } from './catalog/index.ts';
import { mechanismPlaces } from './mechanism-places.ts';
import list from './mechanisms.json' with { type: 'json' };

const Mechanism = z.strictObject({
  key: z.string(),
  domain: z.enum(['plan', 'project', 'park', 'enterprise', 'invest', 'assess', 'fund', 'service', 'env', 'talent']),
  name: z.string(),
  /** Document and line, as `004:558`. */
  refs: z.array(z.string().regex(/^\d{3}:\d+$/)),
  /** What the document fixes or leaves open: “每年2次”, “比例未给”. */
  parameters: z.array(z.string()),
});
export type Mechanism = z.infer<typeof Mechanism>;

/** Everything that the documents ask for, in the order of their domains. */
export const mechanisms: readonly Mechanism[] = z.array(Mechanism).parse(list);

export const domains = {
  plan: { zh: '规划', en: 'Plans' },
  project: { zh: '项目', en: 'Projects' },
  park: { zh: '园区与土地', en: 'Parks and land' },
  enterprise: { zh: '企业', en: 'Enterprises' },
  invest: { zh: '招商', en: 'Investment' },
  assess: { zh: '考核', en: 'Assessment' },
  fund: { zh: '资金', en: 'Money' },
  service: { zh: '服务', en: 'Services' },
  env: { zh: '环境与安全', en: 'Environment and safety' },
  talent: { zh: '创新与人才', en: 'Innovation and talent' },
} as const satisfies Record<Mechanism['domain'], { zh: string; en: string }>;

export type Standing = 'ledger' | 'elsewhere' | 'partly' | 'open';

/** Where a mechanism lives: a ledger, places kept by hand, or nowhere yet. */
export function standingOf({ key }: Mechanism): { readonly standing: Standing; readonly places: readonly string[] } {
  const own = ledgers.filter(({ mechanisms: carried }) => carried.includes(key)).map(({ id }) => `ledger:${id}`);
  const { places = [], lacks } = mechanismPlaces[key] ?? {};
  const all = [...own, ...places];
  if (own.length > 0) return { standing: 'ledger', places: all };
  if (places.length === 0) return { standing: 'open', places: all };
  return { standing: lacks === undefined ? 'elsewhere' : 'partly', places: all };
}
