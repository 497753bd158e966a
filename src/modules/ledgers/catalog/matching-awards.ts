import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'check-days': 10, 'pay-days': 20 };

/** 科技奖项配套奖励. Whoever wins a prize of nation or province gets the matching award: applied, checked, shown, paid. */
export const matchingAwards = defineLedger({
  id: 'matching-awards',
  label: { zh: '科技奖项配套', en: 'Matching awards' },
  purpose: {
    zh: '国家和省科技奖项配套奖励：申报、核验、公示、兑付',
    en: 'Matching awards for prizes of nation and province: applied for, checked, shown, paid',
  },
  mechanisms: ['award_match'],
  source: [{ document: '004', line: 340 }],
  name: { zh: '配套奖励', en: 'Award' },
  fields: [
    {
      id: 'winner',
      label: { zh: '获奖单位', en: 'Winner' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'prize',
      label: { zh: '获奖名称', en: 'Prize' },
      kind: text(200),
      isRequired: true,
      isPublic: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'level',
      label: { zh: '级别', en: 'Level' },
      kind: choice({ nation: { zh: '国家级', en: 'National' }, province: { zh: '省级', en: 'Provincial' } }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '80px',
    },
    {
      id: 'won',
      label: { zh: '获奖日期', en: 'Won on' },
      kind: day,
      isRequired: true,
      isPublic: true,
      column: '104px',
    },
    { id: 'applied', label: { zh: '申报日期', en: 'Applied on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'checker', label: { zh: '核验单位', en: 'Checked by' }, kind: unit, isRequired: true },
    { id: 'amount', label: { zh: '配套金额', en: 'Amount' }, kind: measure('万元'), isPublic: true, column: '96px' },
    { id: 'noticeUntil', label: { zh: '公示至', en: 'Shown until' }, kind: day, column: '104px' },
    { id: 'paidOn', label: { zh: '兑付日期', en: 'Paid on' }, kind: day, column: '104px' },
  ],
  called: 'checker',
  first: 'applied',
  stages: {
    applied: {
      label: { zh: '待核验', en: 'To be checked' },
      clock: { days: { choice: 'check-days' }, counts: 'working', from: 'applied', warnDays: 3 },
    },
    shown: {
      label: { zh: '公示中', en: 'Shown' },
      clock: { days: 0, counts: 'calendar', from: 'noticeUntil', warnDays: 1 },
    },
    agreed: {
      label: { zh: '待兑付', en: 'To be paid' },
      clock: { days: { choice: 'pay-days' }, counts: 'working', warnDays: 5 },
    },
    paid: { label: { zh: '已兑付', en: 'Paid' }, isFinal: true },
    refused: { label: { zh: '不予配套', en: 'Refused' }, isFinal: true },
  },
  actions: {
    show: {
      label: { zh: '核验通过，公示', en: 'Show' },
      from: ['applied'],
      to: 'shown',
      needs: ['amount', 'noticeUntil'],
      needsEvidence: true,
      by: 'called',
    },
    refuse: {
      label: { zh: '不予配套', en: 'Refuse' },
      from: ['applied', 'shown'],
      to: 'refused',
      needsReason: true,
      by: 'decider',
    },
    agree: { label: { zh: '公示无异议', en: 'Agree' }, from: ['shown'], to: 'agreed', by: 'decider' },
    pay: { label: { zh: '兑付', en: 'Pay' }, from: ['agreed'], to: 'paid', needs: ['paidOn'], needsEvidence: true },
  },
  choices: [
    { id: 'check-days', label: { zh: '核验时限', en: 'Days to check' }, unit: '工作日', least: 1, most: 60 },
    { id: 'pay-days', label: { zh: '兑付时限', en: 'Days to pay' }, unit: '工作日', least: 1, most: 120 },
  ],
  measures: [
    {
      id: 'paid',
      label: { zh: '本年兑付', en: 'Paid this year' },
      kind: 'sum',
      field: 'amount',
      unit: '万元',
      every: 'year',
      on: 'paidOn',
      counts: { stages: ['paid'] },
    },
  ],
  publicStages: ['shown', 'agreed', 'paid'],
  parameters: {},
  cases: [
    {
      title: 'ten working days to check; the tenth is in time',
      entry: { stage: 'applied', stageSince: '2026-11-02', data: { applied: '2026-11-02', level: 'nation' } },
      on: '2026-11-16',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'yellow', lacks: ['winner', 'prize', 'won', 'checker'] },
    },
    {
      title: 'agreed, and not paid in twenty working days: overdue',
      entry: { stage: 'agreed', stageSince: '2026-11-02', data: {} },
      on: '2026-12-01',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'red' },
    },
    {
      title: 'without the day of application nothing is due',
      entry: { stage: 'applied', stageSince: '2026-11-02', data: { prize: '某奖' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['winner', 'level', 'won', 'applied', 'checker'] },
    },
  ],
});
