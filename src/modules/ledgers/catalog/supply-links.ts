import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { count, enterprise, unit } from '../kinds.ts';

const answers = { 'report-days': 90 };

/** 龙头、基地、合作社、农户. Linked by assets, by contract or by services; a contract is renewed before it runs out. */
export const supplyLinks = defineLedger({
  id: 'supply-links',
  label: { zh: '龙头企业带基地', en: 'Leading firms and their growers' },
  purpose: {
    zh: '龙头企业与合作社、农户的利益联结合同：订立、履行、到期续订',
    en: 'Contracts of leading firms with cooperatives and growers: made, kept, renewed in time',
  },
  mechanisms: ['chain_coop'],
  source: [
    { document: '001', line: 218 },
    { document: '002', line: 98 },
  ],
  name: { zh: '联结合同', en: 'Contract' },
  fields: [
    {
      id: 'leader',
      label: { zh: '龙头企业', en: 'Leading firm' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    {
      id: 'cooperative',
      label: { zh: '合作社', en: 'Cooperative' },
      kind: text(200),
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'link',
      label: { zh: '联结方式', en: 'Link' },
      kind: choice({
        asset: { zh: '资产联结', en: 'Assets' },
        contract: { zh: '契约联结', en: 'Contract' },
        service: { zh: '服务联结', en: 'Services' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    { id: 'product', label: { zh: '品种', en: 'Product' }, kind: text(100), isRequired: true, column: '104px' },
    { id: 'signed', label: { zh: '签订日期', en: 'Signed on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'endsOn', label: { zh: '合同到期日', en: 'Ends on' }, kind: day, column: '104px' },
    {
      id: 'guide',
      label: { zh: '指导单位', en: 'Unit that guides' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'area', label: { zh: '基地面积', en: 'Area' }, kind: measure('亩') },
    { id: 'farmers', label: { zh: '带动农户（户）', en: 'Growers' }, kind: count },
    { id: 'bought', label: { zh: '年收购额', en: 'Bought a year' }, kind: measure('万元') },
    { id: 'performance', label: { zh: '履约情况', en: 'How it is kept' }, kind: text(2000) },
  ],
  called: 'guide',
  first: 'signed',
  stages: {
    signed: {
      label: { zh: '已签订，待核实', en: 'Signed, to be looked at' },
      clock: { days: { choice: 'report-days' }, counts: 'calendar', from: 'signed', warnDays: 10 },
    },
    running: {
      label: { zh: '履行中', en: 'Being kept' },
      clock: { days: 0, counts: 'calendar', from: 'endsOn', warnDays: 60 },
    },
    disputed: {
      label: { zh: '违约调解', en: 'In dispute' },
      clock: { days: { choice: 'report-days' }, counts: 'calendar', warnDays: 10 },
    },
    ended: { label: { zh: '已终止', en: 'Ended' }, isFinal: true },
  },
  actions: {
    verify: {
      label: { zh: '核实基地', en: 'Look at the land' },
      from: ['signed'],
      to: 'running',
      needs: ['area', 'farmers', 'endsOn'],
      needsEvidence: true,
      by: 'called',
    },
    report: {
      label: { zh: '报履约', en: 'Report how it is kept' },
      from: ['running'],
      to: 'running',
      needs: ['bought', 'performance'],
      by: 'called',
    },
    renew: {
      label: { zh: '续订', en: 'Renew' },
      from: ['running'],
      to: 'running',
      needs: ['endsOn'],
      needsEvidence: true,
    },
    dispute: { label: { zh: '登记违约', en: 'Enter a breach' }, from: ['running'], to: 'disputed', needsReason: true },
    settle: {
      label: { zh: '调解成功', en: 'Settle' },
      from: ['disputed'],
      to: 'running',
      needs: ['performance'],
      by: 'called',
    },
    end: { label: { zh: '终止', en: 'End' }, from: ['running', 'disputed'], to: 'ended', needsReason: true },
  },
  choices: [
    {
      id: 'report-days',
      label: { zh: '核实和调解时限', en: 'Days to look at it or to settle' },
      unit: '天',
      least: 1,
      most: 365,
    },
  ],
  parameters: { 资产联结: 'field:link.asset', 契约联结: 'field:link.contract', 服务联结: 'field:link.service' },
  cases: [
    {
      title: 'ninety days after it was signed, the last in time',
      entry: { stage: 'signed', stageSince: '2026-09-01', data: { signed: '2026-09-01' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['leader', 'cooperative', 'link', 'product', 'guide'] },
    },
    {
      title: 'a contract that ran out yesterday and was not renewed is overdue',
      entry: { stage: 'running', stageSince: '2025-11-22', data: { endsOn: '2026-11-21' } },
      on: '2026-11-22',
      answers,
      expect: { dueOn: '2026-11-21', lamp: 'red' },
    },
    {
      title: 'without its end a contract is not watched',
      entry: {
        stage: 'running',
        stageSince: '2025-11-22',
        data: { leader: 'e', cooperative: '某合作社', link: 'asset', product: '玉米', guide: 'a' },
      },
      on: '2026-11-22',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['signed'] },
    },
  ],
});
