import type { Label } from '../../core/text.ts';
import keys from './domains.json' with { type: 'json' };

/** 领域. The heads under which the mechanisms of the documents are kept. */
export const domains = {
  plan: { zh: '规划计划', en: 'Plans' },
  project: { zh: '项目推进', en: 'Projects' },
  invest: { zh: '招商引资', en: 'Investment' },
  park: { zh: '园区建设', en: 'Parks' },
  enterprise: { zh: '企业培育', en: 'Enterprises' },
  service: { zh: '营商服务', en: 'Services' },
  fund: { zh: '资金金融', en: 'Funds' },
  env: { zh: '生态安全', en: 'Environment and safety' },
  talent: { zh: '人才科技', en: 'Talent and technology' },
  assess: { zh: '考核督导', en: 'Assessment' },
} as const satisfies Record<string, Label>;
export type Domain = keyof typeof domains;
export const domainIds = Object.keys(domains) as Domain[];

const mechanisms: Readonly<Record<Domain, readonly string[]>> = keys;

/** The domain of a ledger is that of the first mechanism that it carries out; those without one stand at the end. */
export const domainOf = (ledger: { readonly mechanisms: readonly string[] }): Domain | null => {
  const [first = ''] = ledger.mechanisms;
  return domainIds.find((domain) => mechanisms[domain].includes(first)) ?? null;
};
