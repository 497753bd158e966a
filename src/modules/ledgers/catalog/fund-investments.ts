import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, project, unit } from '../kinds.ts';

const answers = { 'decide-days': 20, 'pay-days': 20 };

/** 引导基金. What a fund of the government puts into which project, reported while it lasts, and how it got out. */
export const fundInvestments = defineLedger({
  id: 'fund-investments',
  label: { zh: '引导基金投资', en: 'Investments of guiding funds' },
  purpose: {
    zh: '政府引导基金、产业基金的投资：立项、决策、出资、投后、退出',
    en: 'What guiding funds invest: proposed, decided, paid, watched, and how they get out',
  },
  mechanisms: ['guide_fund'],
  source: [
    { document: '002', line: 116 },
    { document: '002', line: 168 },
    { document: '004', line: 538 },
    { document: '004', line: 564 },
  ],
  name: { zh: '投资事项', en: 'Investment' },
  fields: [
    { id: 'fund', label: { zh: '基金', en: 'Fund' }, kind: text(100), isRequired: true, column: 'minmax(120px, 1fr)' },
    {
      id: 'kind',
      label: { zh: '类别', en: 'Kind' },
      kind: choice({
        guide: { zh: '政府引导基金', en: 'Guiding fund' },
        venture: { zh: '创业投资', en: 'Venture fund' },
        industry: { zh: '产业基金', en: 'Industry fund' },
        purchase: { zh: '政府购买服务', en: 'Services bought' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    { id: 'project', label: { zh: '项目', en: 'Project' }, kind: project, isFilter: true },
    {
      id: 'enterprise',
      label: { zh: '被投企业', en: 'Enterprise' },
      kind: enterprise,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'manager', label: { zh: '管理单位', en: 'Managed by' }, kind: unit, isRequired: true },
    { id: 'proposed', label: { zh: '立项日期', en: 'Proposed on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'amount', label: { zh: '拟投资额', en: 'Amount' }, kind: measure('万元'), isRequired: true, column: '112px' },
    { id: 'paid', label: { zh: '已出资', en: 'Paid' }, kind: measure('万元'), column: '104px' },
    { id: 'reportBy', label: { zh: '下次投后报告', en: 'Next report' }, kind: day, column: '104px' },
    { id: 'state', label: { zh: '投后情况', en: 'How it goes' }, kind: text(2000) },
    { id: 'exitBy', label: { zh: '约定退出日期', en: 'Agreed exit' }, kind: day },
    { id: 'returned', label: { zh: '退出收回', en: 'Got back' }, kind: measure('万元') },
  ],
  called: 'manager',
  first: 'proposed',
  stages: {
    proposed: {
      label: { zh: '待决策', en: 'To be decided' },
      clock: { days: { choice: 'decide-days' }, counts: 'working', from: 'proposed', warnDays: 5 },
    },
    decided: {
      label: { zh: '待出资', en: 'To be paid' },
      clock: { days: { choice: 'pay-days' }, counts: 'working', warnDays: 5 },
    },
    held: {
      label: { zh: '投后管理', en: 'Held' },
      clock: { days: 0, counts: 'calendar', from: 'reportBy', warnDays: 15 },
    },
    exited: { label: { zh: '已退出', en: 'Out' }, isFinal: true },
    refused: { label: { zh: '未通过', en: 'Refused' }, isFinal: true },
  },
  actions: {
    decide: {
      label: { zh: '决策通过', en: 'Decide' },
      from: ['proposed'],
      to: 'decided',
      needsEvidence: true,
      by: 'decider',
    },
    refuse: {
      label: { zh: '不予投资', en: 'Refuse' },
      from: ['proposed'],
      to: 'refused',
      needsReason: true,
      by: 'decider',
    },
    pay: {
      label: { zh: '出资', en: 'Pay' },
      from: ['decided'],
      to: 'held',
      needs: ['paid', 'reportBy', 'exitBy'],
      needsEvidence: true,
      by: 'called',
    },
    report: {
      label: { zh: '投后报告', en: 'Report' },
      from: ['held'],
      to: 'held',
      needs: ['state', 'reportBy'],
      needsEvidence: true,
      by: 'called',
    },
    exit: {
      label: { zh: '退出', en: 'Get out' },
      from: ['held'],
      to: 'exited',
      needs: ['returned'],
      needsEvidence: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'decide-days', label: { zh: '决策时限', en: 'Days to decide' }, unit: '工作日', least: 5, most: 90 },
    { id: 'pay-days', label: { zh: '出资时限', en: 'Days to pay' }, unit: '工作日', least: 1, most: 90 },
  ],
  measures: [
    {
      id: 'held',
      label: { zh: '在投金额', en: 'Money held' },
      kind: 'sum',
      field: 'paid',
      unit: '万元',
      every: 'standing',
      counts: { stages: ['held'] },
    },
  ],
  parameters: {},
  cases: [
    {
      title: 'twenty working days to decide; the last is in time',
      entry: { stage: 'proposed', stageSince: '2026-11-02', data: { proposed: '2026-11-02' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['fund', 'kind', 'manager', 'amount'] },
    },
    {
      title: 'a report that did not come by its day is overdue',
      entry: { stage: 'held', stageSince: '2026-01-05', data: { reportBy: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'held without a day of report is never due',
      entry: { stage: 'held', stageSince: '2026-01-05', data: {} },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['fund', 'kind', 'manager', 'proposed', 'amount'] },
    },
  ],
});
