import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { count, enterprise, project, unit } from '../kinds.ts';

/** 政银企对接. Needs for money are brought before banks at two events a year and in between, and each gets an answer. */
export const bankMatches = defineLedger({
  id: 'bank-matches',
  label: { zh: '政银企对接', en: 'Firms and banks brought together' },
  purpose: {
    zh: '企业融资需求：收集、推送、对接、银行答复、放款跟踪；集中对接每年两次',
    en: 'Needs for money: collected, put before banks, answered, paid out; two joint events a year',
  },
  mechanisms: ['bank_match'],
  source: [
    { document: '002', line: 102 },
    { document: '004', line: 338 },
    { document: '004', line: 540 },
  ],
  name: { zh: '对接事项', en: 'Matter' },
  fields: [
    {
      id: 'kind',
      label: { zh: '对接形式', en: 'How' },
      kind: choice({
        event: { zh: '集中对接会', en: 'Joint event' },
        show: { zh: '项目路演', en: 'Presentation of projects' },
        regular: { zh: '日常对接', en: 'In between' },
      }),
      isRequired: true,
      isFilter: true,
      column: '104px',
    },
    { id: 'asked', label: { zh: '提出日期', en: 'Asked on' }, kind: day, isRequired: true, column: '104px' },
    {
      id: 'enterprise',
      label: { zh: '融资企业', en: 'Enterprise' },
      kind: enterprise,
      isFilter: true,
      column: 'minmax(140px, 1fr)',
    },
    { id: 'project', label: { zh: '项目', en: 'Project' }, kind: project },
    {
      id: 'need',
      label: { zh: '融资需求', en: 'Money needed' },
      kind: measure('万元'),
      isRequired: true,
      column: '104px',
    },
    { id: 'terms', label: { zh: '期限与担保条件', en: 'Term and security' }, kind: text(500) },
    { id: 'firms', label: { zh: '参会企业数', en: 'Firms present' }, kind: count },
    { id: 'banks', label: { zh: '参与金融机构', en: 'Banks' }, kind: text(500) },
    {
      id: 'host',
      label: { zh: '组织单位', en: 'Organised by' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'answer', label: { zh: '银行答复', en: 'Answer of the bank' }, kind: text(1000) },
    { id: 'agreed', label: { zh: '意向金额', en: 'Agreed' }, kind: measure('万元'), column: '104px' },
    { id: 'payBy', label: { zh: '约定放款日', en: 'To be paid by' }, kind: day },
    { id: 'paid', label: { zh: '实际放款', en: 'Paid out' }, kind: measure('万元'), column: '104px' },
  ],
  called: 'host',
  first: 'asked',
  stages: {
    asked: {
      label: { zh: '待对接', en: 'To be put before banks' },
      clock: { days: { choice: 'match-days' }, counts: 'working', from: 'asked', warnDays: 3 },
    },
    matched: {
      label: { zh: '已对接，待答复', en: 'Put before banks' },
      clock: { days: { choice: 'answer-days' }, counts: 'working', warnDays: 3 },
    },
    agreed: {
      label: { zh: '达成意向，待放款', en: 'Agreed' },
      clock: { days: 0, counts: 'calendar', from: 'payBy', warnDays: 15 },
    },
    paid: { label: { zh: '已放款', en: 'Paid out' }, isFinal: true },
    failed: { label: { zh: '未达成', en: 'Nothing came of it' }, isFinal: true },
  },
  actions: {
    match: {
      label: { zh: '登记对接', en: 'Put before banks' },
      from: ['asked'],
      to: 'matched',
      needs: ['banks'],
      by: 'called',
    },
    agree: {
      label: { zh: '达成意向', en: 'Agree' },
      from: ['matched'],
      to: 'agreed',
      needs: ['answer', 'agreed', 'payBy'],
    },
    pay: {
      label: { zh: '登记放款', en: 'Note the payment' },
      from: ['agreed'],
      to: 'paid',
      needs: ['paid'],
      needsEvidence: true,
    },
    fail: {
      label: { zh: '未达成', en: 'Give up' },
      from: ['asked', 'matched', 'agreed'],
      to: 'failed',
      needsReason: true,
    },
  },
  choices: [
    {
      id: 'match-days',
      label: { zh: '日常对接时限', en: 'Days to put it before banks' },
      unit: '工作日',
      least: 1,
      most: 130,
    },
    { id: 'answer-days', label: { zh: '银行答复时限', en: 'Days for the answer' }, unit: '工作日', least: 1, most: 60 },
  ],
  measures: [
    {
      id: 'events',
      label: { zh: '集中对接会每年两次', en: 'Two joint events a year' },
      kind: 'count',
      unit: '次',
      every: 'year',
      counts: { stages: ['matched', 'agreed', 'paid', 'failed'], only: { field: 'kind', is: 'event' } },
      target: { is: 'at-least', value: 2 },
      set: setBy('002'),
    },
  ],
  parameters: { 每年2次: 'measure:events', 经常性: 'field:kind.regular' },
  cases: [
    {
      title: 'ten working days to put a need before banks; the tenth is in time',
      entry: { stage: 'asked', stageSince: '2026-11-02', data: { kind: 'regular', asked: '2026-11-02' } },
      on: '2026-11-16',
      answers: { 'match-days': 10, 'answer-days': 15 },
      expect: { dueOn: '2026-11-16', lamp: 'yellow' },
    },
    {
      title: 'agreed in summer and not paid by the day agreed: overdue',
      entry: { stage: 'agreed', stageSince: '2026-07-06', data: { kind: 'event', payBy: '2026-09-30' } },
      on: '2026-10-01',
      answers: { 'match-days': 10, 'answer-days': 15 },
      expect: { dueOn: '2026-09-30', lamp: 'red' },
    },
    {
      title: 'a need without its amount and its day cannot be put before anybody',
      entry: { stage: 'asked', stageSince: '2026-11-02', data: { kind: 'regular' } },
      on: '2026-11-30',
      answers: { 'match-days': 10, 'answer-days': 15 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['asked', 'need', 'host'] },
    },
  ],
});
