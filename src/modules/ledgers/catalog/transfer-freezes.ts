import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { count, unit } from '../kinds.ts';

const answers = { 'settle-days': 20 };

/** 财源建设激励. For three years a county keeps what it has; each year is settled, and the end is not missed. */
export const transferFreezes = defineLedger({
  id: 'transfer-freezes',
  label: { zh: '财源激励政策期', en: 'Years of incentive' },
  purpose: {
    zh: '招商引资奖励和一般性转移支付一定 3 年不变：起止、年度结算、期满调整',
    en: 'Transfers that stay the same for three years: from when, settled each year, adjusted at the end',
  },
  mechanisms: ['fiscal_incent'],
  source: [{ document: '002', line: 166 }],
  name: { zh: '政策对象', en: 'Unit' },
  fields: [
    { id: 'county', label: { zh: '市县', en: 'County' }, kind: unit, isRequired: true, column: 'minmax(120px, 1fr)' },
    {
      id: 'policy',
      label: { zh: '政策', en: 'Policy' },
      kind: choice({
        transfer: { zh: '一般性转移支付', en: 'General transfer' },
        reward: { zh: '招商引资奖励', en: 'Reward for investment' },
        other: { zh: '其他财源激励', en: 'Other' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    { id: 'from', label: { zh: '起始年度', en: 'From the year' }, kind: text(4), isRequired: true, column: '72px' },
    { id: 'years', label: { zh: '年限（年）', en: 'For years' }, kind: count, isRequired: true, column: '72px' },
    { id: 'until', label: { zh: '期满日', en: 'Until' }, kind: day, isRequired: true, column: '104px' },
    { id: 'base', label: { zh: '核定基数', en: 'Base' }, kind: measure('万元'), isRequired: true, column: '112px' },
    { id: 'settledFor', label: { zh: '已结算年度', en: 'Settled for' }, kind: text(20) },
    { id: 'result', label: { zh: '期满处理', en: 'What followed' }, kind: text(1000) },
  ],
  called: 'county',
  first: 'running',
  stages: {
    running: {
      label: { zh: '执行中', en: 'Running' },
      clock: { days: 0, counts: 'calendar', from: 'until', warnDays: 90 },
    },
    ended: {
      label: { zh: '期满待处理', en: 'Ended, to be settled' },
      clock: { days: { choice: 'settle-days' }, counts: 'working', warnDays: 5 },
    },
    adjusted: { label: { zh: '已调整', en: 'Adjusted' }, isFinal: true },
    prolonged: { label: { zh: '已延续', en: 'Prolonged' }, isFinal: true },
  },
  actions: {
    settle: {
      label: { zh: '年度结算', en: 'Settle a year' },
      from: ['running'],
      to: 'running',
      needs: ['settledFor'],
      needsEvidence: true,
    },
    end: { label: { zh: '期满', en: 'End' }, from: ['running'], to: 'ended' },
    adjust: {
      label: { zh: '调整', en: 'Adjust' },
      from: ['ended'],
      to: 'adjusted',
      needs: ['result'],
      needsEvidence: true,
      by: 'decider',
    },
    prolong: {
      label: { zh: '延续', en: 'Prolong' },
      from: ['ended'],
      to: 'prolonged',
      needs: ['result'],
      needsEvidence: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'settle-days', label: { zh: '期满处理时限', en: 'Days to settle' }, unit: '工作日', least: 5, most: 120 },
  ],
  parameters: { '3年': 'field:years' },
  cases: [
    {
      title: 'the last day of the three years is in time',
      entry: { stage: 'running', stageSince: '2023-12-01', data: { until: '2026-11-30', years: 3 } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['county', 'policy', 'from', 'base'] },
    },
    {
      title: 'ended and not settled in twenty working days: overdue',
      entry: { stage: 'ended', stageSince: '2026-11-02', data: {} },
      on: '2026-12-01',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'red' },
    },
    {
      title: 'one without an end is never due',
      entry: { stage: 'running', stageSince: '2023-12-01', data: { policy: 'transfer' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['county', 'from', 'years', 'until', 'base'] },
    },
  ],
});
