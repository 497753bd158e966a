import { defineLedger } from '../../../core/ledger/ledger.ts';
import { day, measure, text } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'help-days': 10 };

/** 龙头企业库. Firms that are to lead, what they sold last year, who looks after them, and when they are looked at again. */
export const leadingEnterprises = defineLedger({
  id: 'leading-enterprises',
  label: { zh: '龙头企业', en: 'Leading enterprises' },
  purpose: {
    zh: '龙头和重点企业库：入库、年度复核、帮扶、出库，按主营业务收入统计',
    en: 'Leading firms: taken in, looked at every year, helped, let go; counted by their sales',
  },
  mechanisms: ['leading_ent'],
  source: [
    { document: '000', line: 1239 },
    { document: '002', line: 112 },
    { document: '004', line: 163 },
    { document: '004', line: 167 },
    { document: '004', line: 316 },
  ],
  name: { zh: '龙头企业', en: 'Firm' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '企业', en: 'Enterprise' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'industry',
      label: { zh: '产业', en: 'Industry' },
      kind: text(60),
      isRequired: true,
      isPublic: true,
      column: '112px',
    },
    {
      id: 'revenue',
      label: { zh: '上年主营业务收入', en: 'Sales last year' },
      kind: measure('亿元'),
      isRequired: true,
      isPublic: true,
      column: '128px',
    },
    { id: 'growth', label: { zh: '增速（%）', en: 'Growth' }, kind: text(10) },
    {
      id: 'helper',
      label: { zh: '联系单位', en: 'Unit that helps' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'chosen', label: { zh: '入库日期', en: 'Taken in' }, kind: day, isRequired: true, column: '104px' },
    { id: 'needs', label: { zh: '诉求', en: 'What it needs' }, kind: text(1000) },
    { id: 'reviewBy', label: { zh: '下次复核日期', en: 'Next review' }, kind: day, isRequired: true, column: '104px' },
  ],
  called: 'helper',
  first: 'listed',
  stages: {
    listed: {
      label: { zh: '在库', en: 'Listed' },
      clock: { days: 0, counts: 'calendar', from: 'reviewBy', warnDays: 30 },
    },
    helped: {
      label: { zh: '诉求办理中', en: 'Being helped' },
      clock: { days: { choice: 'help-days' }, counts: 'working', warnDays: 3 },
    },
    left: { label: { zh: '出库', en: 'Let go' }, isFinal: true },
  },
  actions: {
    review: { label: { zh: '年度复核', en: 'Review' }, from: ['listed'], to: 'listed', needs: ['revenue', 'reviewBy'] },
    ask: { label: { zh: '提出诉求', en: 'Ask' }, from: ['listed'], to: 'helped', needs: ['needs'] },
    answer: {
      label: { zh: '办结诉求', en: 'Answer' },
      from: ['helped'],
      to: 'listed',
      needsEvidence: true,
      by: 'called',
    },
    leave: { label: { zh: '出库', en: 'Let go' }, from: ['listed'], to: 'left', needsReason: true, by: 'decider' },
  },
  choices: [{ id: 'help-days', label: { zh: '诉求办理时限', en: 'Days to help' }, unit: '工作日', least: 1, most: 60 }],
  measures: [
    {
      id: 'large',
      label: { zh: '主营业务收入超 50 亿元的企业', en: 'Firms with sales of more than 5 billion yuan' },
      kind: 'count',
      unit: '户',
      every: 'standing',
      byYear: 2013,
      counts: { stages: ['listed', 'helped'], above: { field: 'revenue', than: 50, unit: '亿元' } },
      target: { is: 'at-least', value: 50 },
      set: setBy('002'),
    },
  ],
  publicStages: ['listed'],
  parameters: { '≥50户': 'measure:large', '>50亿元': 'measure:large' },
  cases: [
    {
      title: 'on the day of its review it is in time',
      entry: { stage: 'listed', stageSince: '2025-12-01', data: { reviewBy: '2026-11-30', industry: '铜精深加工' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['enterprise', 'revenue', 'helper', 'chosen'] },
    },
    {
      title: 'what a firm asked for was not answered in ten working days: overdue',
      entry: { stage: 'helped', stageSince: '2026-11-02', data: {} },
      on: '2026-11-17',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'red' },
    },
    {
      title: 'a firm without a day of review is never due',
      entry: { stage: 'listed', stageSince: '2025-12-01', data: {} },
      on: '2026-12-31',
      answers,
      expect: {
        dueOn: null,
        lamp: 'grey',
        lacks: ['enterprise', 'industry', 'revenue', 'helper', 'chosen', 'reviewBy'],
      },
    },
  ],
});
