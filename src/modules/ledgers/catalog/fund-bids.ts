import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { project, unit } from '../kinds.ts';

/** 争取上级资金. Bonds, PPP and money of the central budget are bid for in windows that close; none should close unseen. */
export const fundBids = defineLedger({
  id: 'fund-bids',
  label: { zh: '争取上级资金', en: 'Bids for funds from above' },
  purpose: {
    zh: '专项债券、PPP、中央预算内项目：储备、申报窗口、审核、下达、支出进度',
    en: 'Bonds, PPP and central money: prepared, bid for before the window closes, granted, spent',
  },
  mechanisms: ['fund_apply'],
  source: [{ document: '004', line: 173 }],
  name: { zh: '申报事项', en: 'Bid' },
  fields: [
    {
      id: 'kind',
      label: { zh: '资金类型', en: 'Kind' },
      kind: choice({
        bond: { zh: '专项债券', en: 'Special bond' },
        ppp: { zh: 'PPP', en: 'PPP' },
        central: { zh: '中央预算内投资', en: 'Central budget' },
      }),
      isRequired: true,
      isFilter: true,
      column: '120px',
    },
    {
      id: 'project',
      label: { zh: '项目', en: 'Project' },
      kind: project,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    {
      id: 'bidder',
      label: { zh: '申报单位', en: 'Bidder' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'closes', label: { zh: '申报截止日', en: 'Window closes' }, kind: day, isRequired: true, column: '104px' },
    {
      id: 'total',
      label: { zh: '总投资', en: 'Total investment' },
      kind: measure('万元'),
      isRequired: true,
      column: '104px',
    },
    {
      id: 'asked',
      label: { zh: '申请额度', en: 'Asked for' },
      kind: measure('万元'),
      isRequired: true,
      column: '104px',
    },
    { id: 'lacking', label: { zh: '所缺手续', en: 'Papers lacking' }, kind: text(1000) },
    { id: 'number', label: { zh: '申报编号', en: 'Bid number' }, kind: text(60) },
    { id: 'granted', label: { zh: '下达额度', en: 'Granted' }, kind: measure('万元'), column: '104px' },
    { id: 'grantNumber', label: { zh: '下达文号', en: 'Number of the grant' }, kind: text(60) },
    { id: 'spendBy', label: { zh: '支出期限', en: 'To be spent by' }, kind: day, column: '104px' },
    { id: 'spent', label: { zh: '累计支出', en: 'Spent' }, kind: measure('万元'), column: '104px' },
  ],
  called: 'bidder',
  first: 'preparing',
  stages: {
    preparing: {
      label: { zh: '准备申报', en: 'Being prepared' },
      clock: { days: 0, counts: 'calendar', from: 'closes', warnDays: 15 },
    },
    bid: {
      label: { zh: '上级审核中', en: 'Under review above' },
      clock: { days: { choice: 'ask-days' }, counts: 'working', warnDays: 5 },
    },
    granted: {
      label: { zh: '已下达，支出中', en: 'Granted, being spent' },
      clock: { days: 0, counts: 'calendar', from: 'spendBy', warnDays: 60 },
    },
    spent: { label: { zh: '已支出完毕', en: 'Spent' }, isFinal: true },
    failed: { label: { zh: '未获支持', en: 'Not granted' }, isFinal: true },
    missed: { label: { zh: '未申报', en: 'Not bid' }, isFinal: true },
  },
  actions: {
    bid: {
      label: { zh: '上报', en: 'Bid' },
      from: ['preparing'],
      to: 'bid',
      needs: ['number'],
      needsEvidence: true,
      by: 'called',
    },
    ask: { label: { zh: '跟踪对接', en: 'Ask again' }, from: ['bid'], to: 'bid', needsReason: true },
    grant: {
      label: { zh: '登记下达', en: 'Note the grant' },
      from: ['bid'],
      to: 'granted',
      needs: ['granted', 'grantNumber', 'spendBy'],
      needsEvidence: true,
    },
    fail: { label: { zh: '未获支持', en: 'Not granted' }, from: ['bid'], to: 'failed', needsReason: true },
    miss: {
      label: { zh: '放弃申报', en: 'Do not bid' },
      from: ['preparing'],
      to: 'missed',
      needsReason: true,
      by: 'decider',
    },
    spend: {
      label: { zh: '支出完毕', en: 'Spent' },
      from: ['granted'],
      to: 'spent',
      needs: ['spent'],
      needsEvidence: true,
      by: 'called',
    },
  },
  choices: [
    {
      id: 'ask-days',
      label: { zh: '上报后跟踪时限', en: 'Days until it is asked after' },
      unit: '工作日',
      least: 1,
      most: 130,
    },
  ],
  parameters: { '3类': 'field:kind' },
  cases: [
    {
      title: 'on the day on which the window closes a bid is in time',
      entry: { stage: 'preparing', stageSince: '2026-08-03', data: { closes: '2026-11-30' } },
      on: '2026-11-30',
      answers: { 'ask-days': 20 },
      expect: { dueOn: '2026-11-30', lamp: 'yellow' },
    },
    {
      title: 'a day later it was missed',
      entry: { stage: 'preparing', stageSince: '2026-08-03', data: { closes: '2026-11-30' } },
      on: '2026-12-01',
      answers: { 'ask-days': 20 },
      expect: { dueOn: '2026-11-30', lamp: 'red' },
    },
    {
      title: 'money granted without a day to spend it by is never due; the bid lacks what it has to say',
      entry: { stage: 'granted', stageSince: '2026-08-03', data: { kind: 'bond', closes: '2026-06-30' } },
      on: '2026-12-01',
      answers: { 'ask-days': 20 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['project', 'bidder', 'total', 'asked'] },
    },
  ],
});
