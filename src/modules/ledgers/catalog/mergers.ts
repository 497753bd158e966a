import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, truth, unit } from '../kinds.ts';

const answers = { 'plan-days': 20 };

/** 兼并重组支持. Who takes over whom, across which borders, and what is newly invested, without what the merger itself cost. */
export const mergers = defineLedger({
  id: 'mergers',
  label: { zh: '兼并重组', en: 'Mergers' },
  purpose: {
    zh: '企业兼并重组：意向、实施、新增投资、优先支持，标明跨行业、跨所有制、跨国（境）',
    en: 'Mergers: meant, carried out, followed by new investment; marked where they cross trades, owners or borders',
  },
  mechanisms: ['merger'],
  source: [
    { document: '001', line: 442 },
    { document: '002', line: 162 },
    { document: '004', line: 207 },
  ],
  name: { zh: '重组事项', en: 'Merger' },
  fields: [
    {
      id: 'buyer',
      label: { zh: '实施企业', en: 'Buyer' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'target',
      label: { zh: '被兼并企业', en: 'Taken over' },
      kind: text(120),
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'way',
      label: { zh: '方式', en: 'Way' },
      kind: choice({
        purchase: { zh: '出资购买', en: 'Bought' },
        debt: { zh: '承担债务', en: 'Debts taken over' },
        union: { zh: '合并', en: 'Merged' },
        control: { zh: '控股', en: 'Majority held' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    { id: 'trades', label: { zh: '跨行业', en: 'Across trades' }, kind: truth, isRequired: true },
    { id: 'owners', label: { zh: '跨所有制', en: 'Across kinds of owner' }, kind: truth, isRequired: true },
    { id: 'borders', label: { zh: '跨国（境）', en: 'Across borders' }, kind: truth, isRequired: true },
    { id: 'begun', label: { zh: '意向日期', en: 'Begun' }, kind: day, isRequired: true, column: '104px' },
    { id: 'helper', label: { zh: '服务单位', en: 'Unit that helps' }, kind: unit, isRequired: true },
    {
      id: 'price',
      label: { zh: '兼并重组支付金额', en: 'Paid for the merger' },
      kind: measure('亿元'),
      column: '112px',
    },
    {
      id: 'newInvestment',
      label: { zh: '新增投资（不含支付金额）', en: 'Newly invested, without that' },
      kind: measure('亿元'),
      column: '128px',
    },
    { id: 'doneBy', label: { zh: '完成期限', en: 'To be done by' }, kind: day, column: '104px' },
    { id: 'result', label: { zh: '完成情况', en: 'Result' }, kind: text(1000) },
  ],
  called: 'helper',
  first: 'meant',
  stages: {
    meant: {
      label: { zh: '意向', en: 'Meant' },
      clock: { days: { choice: 'plan-days' }, counts: 'working', from: 'begun', warnDays: 5 },
    },
    running: {
      label: { zh: '实施中', en: 'Being carried out' },
      clock: { days: 0, counts: 'calendar', from: 'doneBy', warnDays: 30 },
    },
    done: { label: { zh: '已完成', en: 'Done' }, isFinal: true },
    ended: { label: { zh: '终止', en: 'Given up' }, isFinal: true },
  },
  actions: {
    start: {
      label: { zh: '启动实施', en: 'Start' },
      from: ['meant'],
      to: 'running',
      needs: ['price', 'doneBy'],
      needsEvidence: true,
      by: 'called',
    },
    report: {
      label: { zh: '申报新增投资', en: 'Report new investment' },
      from: ['running'],
      to: 'running',
      needs: ['newInvestment'],
      needsEvidence: true,
    },
    finish: {
      label: { zh: '完成', en: 'Finish' },
      from: ['running'],
      to: 'done',
      needs: ['newInvestment', 'result'],
      needsEvidence: true,
    },
    end: { label: { zh: '终止', en: 'Give up' }, from: ['meant', 'running'], to: 'ended', needsReason: true },
  },
  choices: [{ id: 'plan-days', label: { zh: '方案时限', en: 'Days to plan' }, unit: '工作日', least: 5, most: 250 }],
  measures: [
    {
      id: 'favoured',
      label: { zh: '新增投资 1 亿元以上、可优先支持', en: 'Newly invested 100 million yuan or more, to be favoured' },
      kind: 'count',
      unit: '项',
      every: 'standing',
      counts: {
        stages: ['running', 'done'],
        above: { field: 'newInvestment', than: 1, unit: '亿元', orEqual: true },
      },
    },
  ],
  parameters: {
    '≥1亿元': 'measure:favoured',
    不含兼并重组所支付金额: 'field:newInvestment field:price',
    跨行业: 'field:trades',
    跨所有制: 'field:owners',
    跨国境: 'field:borders',
  },
  cases: [
    {
      title: 'twenty working days to plan; the last is in time',
      entry: { stage: 'meant', stageSince: '2026-11-02', data: { begun: '2026-11-02', way: 'control' } },
      on: '2026-11-30',
      answers,
      expect: {
        dueOn: '2026-11-30',
        lamp: 'yellow',
        lacks: ['buyer', 'target', 'trades', 'owners', 'borders', 'helper'],
      },
    },
    {
      title: 'not carried out by its day: overdue',
      entry: { stage: 'running', stageSince: '2026-01-05', data: { doneBy: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'crossing no border is an answer; without a day nothing is due',
      entry: { stage: 'running', stageSince: '2026-01-05', data: { borders: false } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['buyer', 'target', 'way', 'trades', 'owners', 'begun', 'helper'] },
    },
  ],
});
