import { RuleEdition } from './edition.ts';

/** An edition for tests: two tiers, a cap, and whatever else a test says. */
export const editionWith = (more: Record<string, unknown> = {}): RuleEdition =>
  RuleEdition.parse({
    id: 'example',
    edition: '1',
    label: { zh: '示例', en: 'Example' },
    theme: 'incentive',
    subject: 'project',
    source: { document: '示例办法', clause: '第一条', status: 'own' },
    effective: {},
    inputs: [{ id: 'invested', label: { zh: '投资', en: 'Investment' }, unit: '万元', tied: 'investment' }],
    rules: [
      {
        id: 'award',
        label: { zh: '奖励', en: 'Award' },
        unit: '万元',
        kind: 'tiers',
        value: 'invested',
        method: 'whole',
        tiers: [
          { from: 2000, rate: 0.07 },
          { from: 5000, rate: 0.08 },
        ],
        end: 'open',
        below: 0,
      },
    ],
    outcome: ['award'],
    ...more,
  });
