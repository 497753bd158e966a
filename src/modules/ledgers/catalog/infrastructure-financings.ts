import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { park, truth, unit } from '../kinds.ts';

const answers = { 'check-days': 10, 'sign-days': 30 };

/** 市场化融资. How the works of a park are paid for; a contract to build and transfer is marked, since rules of debt forbid most. */
export const infrastructureFinancings = defineLedger({
  id: 'infrastructure-financings',
  label: { zh: '基础设施市场化融资', en: 'Money for infrastructure' },
  purpose: {
    zh: '园区基础设施融资：贷款、基金、PPP、BT，合规审查、签约、付费、债务余额',
    en: 'How the works of parks are paid for: checked against the rules, signed, paid, and what is still owed',
  },
  mechanisms: ['ppp'],
  source: [{ document: '003', line: 301 }],
  name: { zh: '融资项目', en: 'Works' },
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
      id: 'works',
      label: { zh: '建设内容', en: 'Works' },
      kind: choice({
        road: { zh: '道路桥涵', en: 'Roads and bridges' },
        sewage: { zh: '污水处理', en: 'Sewage' },
        waste: { zh: '垃圾处理', en: 'Waste' },
        water: { zh: '供水', en: 'Water' },
        heat: { zh: '供热', en: 'Heat' },
        gas: { zh: '供气', en: 'Gas' },
        other: { zh: '其他', en: 'Other' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    {
      id: 'mode',
      label: { zh: '方式', en: 'Mode' },
      kind: choice({
        loan: { zh: '贷款', en: 'Loan' },
        fund: { zh: '基金', en: 'Fund' },
        ppp: { zh: 'PPP', en: 'PPP' },
        bt: { zh: 'BT', en: 'BT' },
      }),
      isRequired: true,
      isFilter: true,
      column: '72px',
    },
    { id: 'partner', label: { zh: '社会资本或机构', en: 'Partner' }, kind: text(120), column: '120px' },
    { id: 'amount', label: { zh: '融资额', en: 'Amount' }, kind: measure('万元'), isRequired: true, column: '112px' },
    { id: 'sponsor', label: { zh: '实施单位', en: 'Unit in charge' }, kind: unit, isRequired: true },
    { id: 'proposed', label: { zh: '提出日期', en: 'Proposed on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'compliance', label: { zh: '合规审查意见', en: 'Whether it is allowed' }, kind: text(2000) },
    { id: 'debt', label: { zh: '是否形成政府债务', en: 'Makes public debt' }, kind: truth },
    { id: 'nextPay', label: { zh: '下次付费日期', en: 'Next payment' }, kind: day, column: '104px' },
    { id: 'owed', label: { zh: '债务余额', en: 'Still owed' }, kind: measure('万元'), column: '112px' },
  ],
  called: 'sponsor',
  first: 'proposed',
  stages: {
    proposed: {
      label: { zh: '待合规审查', en: 'To be checked' },
      clock: { days: { choice: 'check-days' }, counts: 'working', from: 'proposed', warnDays: 3 },
    },
    checked: {
      label: { zh: '待签约', en: 'To be signed' },
      clock: { days: { choice: 'sign-days' }, counts: 'working', warnDays: 5 },
    },
    running: {
      label: { zh: '执行中', en: 'Running' },
      clock: { days: 0, counts: 'calendar', from: 'nextPay', warnDays: 15 },
    },
    finished: { label: { zh: '已结清', en: 'Paid off' }, isFinal: true },
    refused: { label: { zh: '不合规，退回', en: 'Not allowed' }, isFinal: true },
  },
  actions: {
    check: {
      label: { zh: '审查通过', en: 'Check' },
      from: ['proposed'],
      to: 'checked',
      needs: ['compliance', 'debt'],
      needsEvidence: true,
      by: 'decider',
    },
    refuse: {
      label: { zh: '退回', en: 'Refuse' },
      from: ['proposed', 'checked'],
      to: 'refused',
      needs: ['compliance'],
      needsReason: true,
      by: 'decider',
    },
    sign: {
      label: { zh: '签约', en: 'Sign' },
      from: ['checked'],
      to: 'running',
      needs: ['partner', 'nextPay', 'owed'],
      needsEvidence: true,
      by: 'called',
    },
    pay: {
      label: { zh: '付费', en: 'Pay' },
      from: ['running'],
      to: 'running',
      needs: ['nextPay', 'owed'],
      needsEvidence: true,
      by: 'called',
    },
    finish: {
      label: { zh: '结清', en: 'Pay off' },
      from: ['running'],
      to: 'finished',
      needs: ['owed'],
      needsEvidence: true,
    },
  },
  choices: [
    { id: 'check-days', label: { zh: '合规审查时限', en: 'Days to check' }, unit: '工作日', least: 5, most: 60 },
    { id: 'sign-days', label: { zh: '签约时限', en: 'Days to sign' }, unit: '工作日', least: 5, most: 180 },
  ],
  measures: [
    {
      id: 'owed',
      label: { zh: '债务余额', en: 'Still owed' },
      kind: 'sum',
      field: 'owed',
      unit: '万元',
      every: 'standing',
      counts: { stages: ['running'] },
    },
  ],
  parameters: { 贷款: 'field:mode.loan', 基金: 'field:mode.fund', PPP: 'field:mode.ppp', BT: 'field:mode.bt' },
  cases: [
    {
      title: 'ten working days to check; the tenth is in time',
      entry: { stage: 'proposed', stageSince: '2026-11-02', data: { proposed: '2026-11-02', mode: 'ppp' } },
      on: '2026-11-16',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'yellow', lacks: ['park', 'works', 'amount', 'sponsor'] },
    },
    {
      title: 'a payment that was due yesterday is overdue',
      entry: { stage: 'running', stageSince: '2024-11-20', data: { nextPay: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'one that runs without a next payment is never due',
      entry: { stage: 'running', stageSince: '2024-11-20', data: { mode: 'loan' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['park', 'works', 'amount', 'sponsor', 'proposed'] },
    },
  ],
});
