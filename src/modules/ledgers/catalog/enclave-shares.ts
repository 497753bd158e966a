import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text, words } from '../../../core/register/kinds.ts';
import { park, unit } from '../kinds.ts';

/** 飞地利益分享. Two places share what a common park yields. The documents leave the ratio open: the office decides its own. */
export const enclaveShares = defineLedger({
  id: 'enclave-shares',
  label: { zh: '飞地与共管园区', en: 'Enclaves and shared parks' },
  purpose: {
    zh: '飞地、共管园区的利益分享：协议、年度核算、对账、划转',
    en: 'Sharing of what an enclave or a shared park yields: agreed, reckoned each year, reconciled, paid',
  },
  mechanisms: ['enclave'],
  source: [{ document: '004', line: 510 }],
  name: { zh: '年度结算', en: 'Settlement of a year' },
  fields: [
    {
      id: 'park',
      label: { zh: '园区', en: 'Park' },
      kind: park,
      isRequired: true,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'mode',
      label: { zh: '合作方式', en: 'Mode' },
      kind: choice({
        out: { zh: '飞出地', en: 'We send' },
        in: { zh: '飞入地', en: 'We receive' },
        joint: { zh: '共管园区', en: 'Shared park' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    {
      id: 'partner',
      label: { zh: '合作方', en: 'Partner' },
      kind: text(200),
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'agreement', label: { zh: '协议编号', en: 'Agreement' }, kind: text(60), isRequired: true },
    { id: 'year', label: { zh: '结算年度', en: 'Year' }, kind: text(4), isRequired: true, column: '88px' },
    { id: 'due', label: { zh: '约定结算日', en: 'Settled by' }, kind: day, isRequired: true, column: '104px' },
    { id: 'shared', label: { zh: '分享内容', en: 'What is shared' }, kind: words },
    { id: 'base', label: { zh: '可分享收益', en: 'Yield to be shared' }, kind: measure('万元'), column: '112px' },
    { id: 'ratio', label: { zh: '本方比例', en: 'Our share' }, kind: measure('%'), column: '88px' },
    { id: 'amount', label: { zh: '本方分享额', en: 'Our amount' }, kind: measure('万元'), column: '112px' },
    { id: 'reckoner', label: { zh: '核算单位', en: 'Unit that reckons' }, kind: unit, isRequired: true },
    { id: 'paidOn', label: { zh: '划转日期', en: 'Paid on' }, kind: day, column: '104px' },
  ],
  called: 'reckoner',
  first: 'open',
  stages: {
    open: {
      label: { zh: '待核算', en: 'To be reckoned' },
      clock: { days: 0, counts: 'calendar', from: 'due', warnDays: 30 },
    },
    reckoned: {
      label: { zh: '待对账确认', en: 'To be reconciled' },
      clock: { days: { choice: 'agree-days' }, counts: 'working', warnDays: 5 },
    },
    agreed: {
      label: { zh: '待划转', en: 'To be paid' },
      clock: { days: { choice: 'pay-days' }, counts: 'working', warnDays: 5 },
    },
    paid: { label: { zh: '已结清', en: 'Settled' }, isFinal: true },
  },
  actions: {
    reckon: {
      label: { zh: '提交核算', en: 'Reckon' },
      from: ['open'],
      to: 'reckoned',
      needs: ['base', 'ratio', 'amount'],
      needsEvidence: true,
      by: 'called',
    },
    agree: {
      label: { zh: '双方确认', en: 'Agree' },
      from: ['reckoned'],
      to: 'agreed',
      needsEvidence: true,
      by: 'decider',
    },
    dispute: { label: { zh: '有异议，重算', en: 'Dispute' }, from: ['reckoned'], to: 'open', needsReason: true },
    pay: {
      label: { zh: '登记划转', en: 'Note the payment' },
      from: ['agreed'],
      to: 'paid',
      needs: ['paidOn'],
      needsEvidence: true,
    },
  },
  choices: [
    { id: 'own-share', label: { zh: '本方分享比例', en: 'Our share' }, unit: '%', least: 0, most: 100 },
    { id: 'agree-days', label: { zh: '对账时限', en: 'Days to reconcile' }, unit: '工作日', least: 5, most: 90 },
    { id: 'pay-days', label: { zh: '划转时限', en: 'Days to pay' }, unit: '工作日', least: 5, most: 90 },
  ],
  parameters: { 比例未给: 'choice:own-share' },
  cases: [
    {
      title: 'on the day of settlement it is in time',
      entry: { stage: 'open', stageSince: '2026-01-05', data: { due: '2026-03-31' } },
      on: '2026-03-31',
      answers: { 'own-share': 50, 'agree-days': 10, 'pay-days': 20 },
      expect: { dueOn: '2026-03-31', lamp: 'yellow' },
    },
    {
      title: 'agreed and not paid within twenty working days: overdue',
      entry: { stage: 'agreed', stageSince: '2026-11-02', data: { due: '2026-10-31' } },
      on: '2026-12-01',
      answers: { 'own-share': 50, 'agree-days': 10, 'pay-days': 20 },
      expect: { dueOn: '2026-11-30', lamp: 'red' },
    },
    {
      title: 'a settlement without its agreement and its day lacks them, and nothing is due',
      entry: { stage: 'open', stageSince: '2026-01-05', data: { mode: 'joint', partner: '邻县', year: '2025' } },
      on: '2026-12-31',
      answers: { 'own-share': 50, 'agree-days': 10, 'pay-days': 20 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['park', 'agreement', 'due', 'reckoner'] },
    },
  ],
});
