import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'recommend-days': 5, 'grant-days': 20 };

/** 人才贷. A loan to talents who start or innovate: applied for, recommended, granted by a bank, paid back. */
export const talentLoans = defineLedger({
  id: 'talent-loans',
  label: { zh: '人才贷', en: 'Talent loans' },
  purpose: {
    zh: '人才创新创业贷款：申请、推荐、放款、贴息、还清',
    en: 'Loans for talents who start or innovate: applied for, recommended, granted, paid back',
  },
  mechanisms: ['talent_loan'],
  source: [{ document: '004', line: 378 }],
  name: { zh: '贷款申请', en: 'Loan' },
  fields: [
    { id: 'person', label: { zh: '申请人', en: 'Applicant' }, kind: text(60), isRequired: true, column: '96px' },
    {
      id: 'enterprise',
      label: { zh: '企业', en: 'Enterprise' },
      kind: enterprise,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'category',
      label: { zh: '人才层次', en: 'Class of talent' },
      kind: choice({
        top: { zh: '高端人才', en: 'Top' },
        lead: { zh: '领军人才', en: 'Leading' },
        team: { zh: '创新团队', en: 'Team' },
        skilled: { zh: '高技能人才', en: 'Skilled' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    {
      id: 'asked',
      label: { zh: '申请额度', en: 'Asked for' },
      kind: measure('万元'),
      isRequired: true,
      column: '104px',
    },
    { id: 'applied', label: { zh: '申请日期', en: 'Applied on' }, kind: day, isRequired: true, column: '104px' },
    {
      id: 'sponsor',
      label: { zh: '推荐单位', en: 'Recommended by' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'bank', label: { zh: '放款机构', en: 'Bank' }, kind: text(100), column: '120px' },
    { id: 'granted', label: { zh: '放款额度', en: 'Granted' }, kind: measure('万元'), column: '104px' },
    { id: 'dueOn', label: { zh: '到期日', en: 'Due on' }, kind: day, column: '104px' },
    { id: 'interest', label: { zh: '贴息金额', en: 'Interest paid for it' }, kind: measure('万元') },
  ],
  called: 'sponsor',
  first: 'applied',
  stages: {
    applied: {
      label: { zh: '待推荐', en: 'To be recommended' },
      clock: { days: { choice: 'recommend-days' }, counts: 'working', from: 'applied', warnDays: 2 },
    },
    recommended: {
      label: { zh: '待放款', en: 'With the bank' },
      clock: { days: { choice: 'grant-days' }, counts: 'working', warnDays: 5 },
    },
    granted: {
      label: { zh: '在贷', en: 'Running' },
      clock: { days: 0, counts: 'calendar', from: 'dueOn', warnDays: 30 },
    },
    repaid: { label: { zh: '已还清', en: 'Paid back' }, isFinal: true },
    refused: { label: { zh: '未获放款', en: 'Not granted' }, isFinal: true },
  },
  actions: {
    recommend: {
      label: { zh: '推荐', en: 'Recommend' },
      from: ['applied'],
      to: 'recommended',
      needs: ['bank'],
      needsEvidence: true,
      by: 'called',
    },
    grant: {
      label: { zh: '放款', en: 'Grant' },
      from: ['recommended'],
      to: 'granted',
      needs: ['granted', 'dueOn'],
      needsEvidence: true,
    },
    refuse: {
      label: { zh: '未通过', en: 'Refuse' },
      from: ['applied', 'recommended'],
      to: 'refused',
      needsReason: true,
    },
    repay: { label: { zh: '还清', en: 'Paid back' }, from: ['granted'], to: 'repaid', needsEvidence: true },
    extend: {
      label: { zh: '展期', en: 'Extend' },
      from: ['granted'],
      to: 'granted',
      needs: ['dueOn'],
      needsEvidence: true,
      needsReason: true,
    },
  },
  choices: [
    { id: 'recommend-days', label: { zh: '推荐时限', en: 'Days to recommend' }, unit: '工作日', least: 1, most: 30 },
    { id: 'grant-days', label: { zh: '放款时限', en: 'Days to grant' }, unit: '工作日', least: 1, most: 60 },
  ],
  measures: [
    {
      id: 'granted',
      label: { zh: '本年放款', en: 'Granted this year' },
      kind: 'sum',
      field: 'granted',
      unit: '万元',
      every: 'year',
      on: 'applied',
      counts: { stages: ['granted', 'repaid'] },
    },
    {
      id: 'rate',
      label: { zh: '申请获贷率', en: 'Applications granted' },
      kind: 'share',
      unit: '%',
      every: 'year',
      on: 'applied',
      counts: { stages: ['granted', 'repaid'] },
      among: { stages: ['granted', 'repaid', 'refused'] },
    },
  ],
  parameters: {},
  cases: [
    {
      title: 'five working days to recommend; the fifth is in time',
      entry: { stage: 'applied', stageSince: '2026-11-02', data: { applied: '2026-11-02' } },
      on: '2026-11-09',
      answers,
      expect: { dueOn: '2026-11-09', lamp: 'yellow', lacks: ['person', 'category', 'asked', 'sponsor'] },
    },
    {
      title: 'a loan not paid back on its day is overdue',
      entry: { stage: 'granted', stageSince: '2025-11-20', data: { dueOn: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'a loan without a day to pay back is never due',
      entry: { stage: 'granted', stageSince: '2025-11-20', data: {} },
      on: '2026-11-21',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['person', 'category', 'asked', 'applied', 'sponsor'] },
    },
  ],
});
