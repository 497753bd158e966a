import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { project, unit } from '../kinds.ts';

/** 资金跟踪审计. What an audit finds on the way of public money is put right by a day, and money that went astray comes back. */
export const fundAudits = defineLedger({
  id: 'fund-audits',
  label: { zh: '资金跟踪审计', en: 'Audits of public money' },
  purpose: {
    zh: '政府资金跟踪审计问题：发现、交办、整改、资金归位、复核销号',
    en: 'Findings of audits that follow public money: handed over, put right, money returned, verified',
  },
  mechanisms: ['fund_audit'],
  source: [{ document: '002', line: 108 }],
  name: { zh: '审计问题', en: 'Finding' },
  fields: [
    {
      id: 'project',
      label: { zh: '项目', en: 'Project' },
      kind: project,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    { id: 'fund', label: { zh: '资金名称', en: 'Fund' }, kind: text(100), isRequired: true },
    { id: 'paid', label: { zh: '已拨资金', en: 'Paid' }, kind: measure('万元'), isRequired: true, column: '104px' },
    { id: 'progress', label: { zh: '工程形象进度', en: 'Progress' }, kind: measure('%'), column: '96px' },
    {
      id: 'kind',
      label: { zh: '问题类型', en: 'Kind' },
      kind: choice({
        diverted: { zh: '挤占挪用', en: 'Diverted' },
        idle: { zh: '滞留闲置', en: 'Left idle' },
        ahead: { zh: '拨付超进度', en: 'Paid ahead of progress' },
        false: { zh: '虚报套取', en: 'Claimed falsely' },
        accounts: { zh: '核算不规范', en: 'Accounts' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    { id: 'amount', label: { zh: '问题金额', en: 'Amount' }, kind: measure('万元'), column: '104px' },
    { id: 'foundOn', label: { zh: '发现日期', en: 'Found on' }, kind: day, isRequired: true, column: '104px' },
    {
      id: 'auditee',
      label: { zh: '被审计单位', en: 'Audited unit' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'facts', label: { zh: '事实认定', en: 'Facts' }, kind: text(2000), isRequired: true },
    { id: 'measure', label: { zh: '整改情况', en: 'What was put right' }, kind: text(2000) },
    { id: 'returned', label: { zh: '归还金额', en: 'Returned' }, kind: measure('万元'), column: '104px' },
  ],
  called: 'auditee',
  first: 'found',
  stages: {
    found: {
      label: { zh: '整改中', en: 'Being put right' },
      clock: { days: { choice: 'correct-days' }, counts: 'calendar', from: 'foundOn', warnDays: 7 },
    },
    corrected: {
      label: { zh: '待复核', en: 'To be verified' },
      clock: { days: { choice: 'verify-days' }, counts: 'working', warnDays: 3 },
    },
    closed: { label: { zh: '已销号', en: 'Closed' }, isFinal: true },
    transferred: { label: { zh: '已移送', en: 'Handed to others' }, isFinal: true },
  },
  actions: {
    correct: {
      label: { zh: '报告整改', en: 'Report' },
      from: ['found'],
      to: 'corrected',
      needs: ['measure', 'returned'],
      needsEvidence: true,
      by: 'called',
    },
    verify: { label: { zh: '复核销号', en: 'Verify' }, from: ['corrected'], to: 'closed' },
    reopen: { label: { zh: '整改不到位，退回', en: 'Send back' }, from: ['corrected'], to: 'found', needsReason: true },
    transfer: {
      label: { zh: '移送处理', en: 'Hand over' },
      from: ['found', 'corrected'],
      to: 'transferred',
      needsReason: true,
      needsEvidence: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'correct-days', label: { zh: '整改期限', en: 'Days to put right' }, unit: '天', least: 7, most: 365 },
    { id: 'verify-days', label: { zh: '复核时限', en: 'Days to verify' }, unit: '工作日', least: 1, most: 60 },
  ],
  parameters: {},
  cases: [
    {
      title: 'sixty days to put it right; the sixtieth is in time',
      entry: { stage: 'found', stageSince: '2026-09-05', data: { foundOn: '2026-09-01' } },
      on: '2026-10-31',
      answers: { 'correct-days': 60, 'verify-days': 10 },
      expect: { dueOn: '2026-10-31', lamp: 'yellow' },
    },
    {
      title: 'on the sixty-first it is overdue',
      entry: { stage: 'found', stageSince: '2026-09-05', data: { foundOn: '2026-09-01' } },
      on: '2026-11-01',
      answers: { 'correct-days': 60, 'verify-days': 10 },
      expect: { dueOn: '2026-10-31', lamp: 'red' },
    },
    {
      title: 'a finding without project, facts and unit lacks them',
      entry: { stage: 'found', stageSince: '2026-09-05', data: { fund: '技改资金', kind: 'idle' } },
      on: '2026-11-01',
      answers: { 'correct-days': 60, 'verify-days': 10 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['project', 'paid', 'foundOn', 'auditee', 'facts'] },
    },
  ],
});
