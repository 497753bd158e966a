import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'accept-days': 10 };

/** 技术外包. Steps of research and production given to specialised firms: contract, delivery, acceptance, sharing of profit and risk. */
export const outsourcings = defineLedger({
  id: 'outsourcings',
  label: { zh: '技术外包', en: 'Outsourced work' },
  purpose: {
    zh: '研发、生产环节外包合同：签约、交付、验收、利润与风险分担',
    en: 'Research and production given outside: contract, delivery, acceptance, sharing of profit and risk',
  },
  mechanisms: ['outsourcing'],
  source: [{ document: '001', line: 397 }],
  name: { zh: '外包合同', en: 'Contract' },
  fields: [
    {
      id: 'client',
      label: { zh: '发包企业', en: 'Client' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'provider',
      label: { zh: '服务厂商', en: 'Provider' },
      kind: text(120),
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'step',
      label: { zh: '外包环节', en: 'Step' },
      kind: choice({
        research: { zh: '研发', en: 'Research' },
        making: { zh: '生产', en: 'Production' },
        testing: { zh: '检测', en: 'Testing' },
        sales: { zh: '销售', en: 'Sales' },
        data: { zh: '数字化服务', en: 'Digital services' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    { id: 'signed', label: { zh: '签约日期', en: 'Signed' }, kind: day, isRequired: true, column: '104px' },
    { id: 'deliverBy', label: { zh: '交付期限', en: 'Deliver by' }, kind: day, isRequired: true, column: '104px' },
    { id: 'amount', label: { zh: '合同金额', en: 'Amount' }, kind: measure('万元'), column: '104px' },
    {
      id: 'sharing',
      label: { zh: '利润与风险分担', en: 'Sharing of profit and risk' },
      kind: text(1000),
      isRequired: true,
    },
    { id: 'helper', label: { zh: '协调单位', en: 'Unit that helps' }, kind: unit },
    { id: 'result', label: { zh: '验收意见', en: 'Acceptance' }, kind: text(1000) },
  ],
  first: 'running',
  stages: {
    running: {
      label: { zh: '履行中', en: 'Running' },
      clock: { days: 0, counts: 'calendar', from: 'deliverBy', warnDays: 15 },
    },
    delivered: {
      label: { zh: '待验收', en: 'To be accepted' },
      clock: { days: { choice: 'accept-days' }, counts: 'working', warnDays: 3 },
    },
    accepted: { label: { zh: '已验收', en: 'Accepted' }, isFinal: true },
    ended: { label: { zh: '已终止', en: 'Ended' }, isFinal: true },
  },
  actions: {
    deliver: { label: { zh: '交付', en: 'Deliver' }, from: ['running'], to: 'delivered', needsEvidence: true },
    accept: {
      label: { zh: '验收', en: 'Accept' },
      from: ['delivered'],
      to: 'accepted',
      needs: ['result'],
      needsEvidence: true,
    },
    refuse: {
      label: { zh: '退回返工', en: 'Send back' },
      from: ['delivered'],
      to: 'running',
      needs: ['deliverBy'],
      needsReason: true,
    },
    extend: {
      label: { zh: '延期', en: 'Extend' },
      from: ['running'],
      to: 'running',
      needs: ['deliverBy'],
      needsReason: true,
    },
    end: { label: { zh: '终止', en: 'End' }, from: ['running'], to: 'ended', needsReason: true },
  },
  choices: [{ id: 'accept-days', label: { zh: '验收时限', en: 'Days to accept' }, unit: '工作日', least: 1, most: 60 }],
  parameters: {},
  cases: [
    {
      title: 'the day of delivery is in time',
      entry: { stage: 'running', stageSince: '2026-05-01', data: { deliverBy: '2026-11-30' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['client', 'provider', 'step', 'signed', 'sharing'] },
    },
    {
      title: 'not accepted in ten working days: overdue',
      entry: { stage: 'delivered', stageSince: '2026-11-02', data: {} },
      on: '2026-11-17',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'red' },
    },
    {
      title: 'a contract without a day of delivery is never due',
      entry: { stage: 'running', stageSince: '2026-05-01', data: { sharing: '按销售额三七分成' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['client', 'provider', 'step', 'signed', 'deliverBy'] },
    },
  ],
});
