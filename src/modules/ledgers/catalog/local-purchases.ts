import { defineLedger } from '../../../core/ledger/ledger.ts';
import { day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, project, truth, unit } from '../kinds.ts';

const answers = { 'check-days': 10, 'pay-days': 60 };

/** 采购本地产品. Preferred at equal quality and price only; the documents give no rate, so the sum is decided each time. */
export const localPurchases = defineLedger({
  id: 'local-purchases',
  label: { zh: '本地产品采购奖励', en: 'Rewards for buying local products' },
  purpose: {
    zh: '项目单位申报本地产品采购，核查同质同价后兑现奖励',
    en: 'Project owners declare what they bought here; once quality and price are checked the reward is paid',
  },
  mechanisms: ['local_purchase'],
  source: [{ document: '002', line: 174 }],
  name: { zh: '采购申报', en: 'Declaration' },
  fields: [
    {
      id: 'project',
      label: { zh: '项目', en: 'Project' },
      kind: project,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    {
      id: 'supplier',
      label: { zh: '供货企业', en: 'Supplier' },
      kind: enterprise,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'product',
      label: { zh: '采购产品', en: 'Product' },
      kind: text(200),
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'price', label: { zh: '采购金额', en: 'Price' }, kind: measure('万元'), isRequired: true, column: '112px' },
    { id: 'offer', label: { zh: '外地同类报价', en: 'Offer from elsewhere' }, kind: measure('万元') },
    { id: 'isEqual', label: { zh: '同质同价', en: 'Equal in quality and price' }, kind: truth, column: '88px' },
    { id: 'declared', label: { zh: '申报日期', en: 'Declared on' }, kind: day, isRequired: true, column: '104px' },
    {
      id: 'checker',
      label: { zh: '核查单位', en: 'Unit that checks' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'finding', label: { zh: '核查意见', en: 'Finding' }, kind: text(1000) },
    { id: 'reward', label: { zh: '奖励金额', en: 'Reward' }, kind: measure('万元') },
  ],
  called: 'checker',
  first: 'declared',
  stages: {
    declared: {
      label: { zh: '待核查', en: 'To be checked' },
      clock: { days: { choice: 'check-days' }, counts: 'working', from: 'declared', warnDays: 2 },
    },
    checked: { label: { zh: '待审定', en: 'To be decided' } },
    granted: {
      label: { zh: '待兑现', en: 'To be paid' },
      clock: { days: { choice: 'pay-days' }, counts: 'calendar', warnDays: 10 },
    },
    paid: { label: { zh: '已兑现', en: 'Paid' }, isFinal: true },
    refused: { label: { zh: '不予奖励', en: 'Refused' }, isFinal: true },
  },
  actions: {
    check: {
      label: { zh: '同质同价，报审定', en: 'Equal: pass on' },
      from: ['declared'],
      to: 'checked',
      needs: ['isEqual', 'finding'],
      by: 'called',
    },
    differ: {
      label: { zh: '不同质同价，退出', en: 'Not equal' },
      from: ['declared'],
      to: 'refused',
      needs: ['finding'],
      needsReason: true,
      by: 'called',
    },
    grant: {
      label: { zh: '审定奖励', en: 'Grant' },
      from: ['checked'],
      to: 'granted',
      needs: ['reward'],
      needsEvidence: true,
      by: 'decider',
    },
    refuse: {
      label: { zh: '不予奖励', en: 'Refuse' },
      from: ['checked'],
      to: 'refused',
      needsReason: true,
      by: 'decider',
    },
    pay: { label: { zh: '登记兑现', en: 'Enter the payment' }, from: ['granted'], to: 'paid', needsEvidence: true },
  },
  choices: [
    { id: 'check-days', label: { zh: '核查时限', en: 'Days to check' }, unit: '工作日', least: 1, most: 60 },
    { id: 'pay-days', label: { zh: '兑现时限', en: 'Days to pay' }, unit: '天', least: 1, most: 365 },
  ],
  parameters: { 同质同价: 'field:isEqual' },
  cases: [
    {
      title: 'ten working days to check, the last one in time',
      entry: { stage: 'declared', stageSince: '2026-11-02', data: { declared: '2026-11-02' } },
      on: '2026-11-16',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'yellow', lacks: ['project', 'supplier', 'product', 'price', 'checker'] },
    },
    {
      title: 'granted and not paid within sixty days: overdue',
      entry: { stage: 'granted', stageSince: '2026-09-01', data: { declared: '2026-07-01' } },
      on: '2026-11-01',
      answers,
      expect: { dueOn: '2026-10-31', lamp: 'red' },
    },
    {
      title: 'without the day of the declaration nothing is due',
      entry: {
        stage: 'declared',
        stageSince: '2026-11-02',
        data: { project: 'p', supplier: 'e', product: '电机', checker: 'a' },
      },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['price', 'declared'] },
    },
  ],
});
