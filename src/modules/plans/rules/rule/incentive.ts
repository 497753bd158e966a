import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import vocabulary from '../../checking/fair-competition.json' with { type: 'json' };
import { matchesIn, proseOf } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const clauses = vocabulary.clauses.map(({ pattern, what, en }) => ({ pattern: new RegExp(pattern, 'g'), what, en }));

export const incentive = defineCheck<Dossier>({
  id: 'rule/incentive',
  title: { zh: '优惠条款须经公平竞争审查', en: 'An incentive that needs fair-competition review' },
  severity: 'advice',
  why: {
    zh: '《公平竞争审查条例》（2024 年 8 月 1 日施行）规定，没有法律、行政法规依据或者未经国务院批准，不得给予特定经营者税收优惠或选择性、差异化的财政奖励补贴。',
    en: 'Since 1 August 2024 the Regulation on Fair Competition Review forbids tax benefits and selective rewards to particular operators without a basis in law.',
  },
  message: {
    zh: '有 {count} 处条款涉及{what}：{quote}；请报市场监管部门公平竞争审查，无上位法依据的改为普惠条件',
    en: '{count} clauses concern {en}: {quote}; have them reviewed, and make what lacks a basis in law open to all',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const { pattern, what, en } of clauses) {
        const found = matchesIn(proseOf(reading), pattern);
        if (found.length === 0) continue;
        const quote = found
          .slice(0, 3)
          .map(({ match }) => `“${match[0].slice(0, 30)}”`)
          .join('、');
        report(
          found.map(({ source }) => source),
          { count: found.length, what, en, quote },
        );
      }
  },
  examples: examples({
    pass: ['对符合条件的各类企业，一律按研发投入给予普惠支持。\n'],
    fail: ['落户企业投产当年，按固定资产投资额的3%给予奖励。\n'],
  }),
});
