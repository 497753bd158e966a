import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, truth, unit } from '../kinds.ts';

/** 风险分担. Loans that a guarantor or an insurer secures; when one fails, each side bears its share, which the office sets. */
export const riskShares = defineLedger({
  id: 'risk-shares',
  label: { zh: '融资担保与风险补偿', en: 'Guarantees and compensation' },
  purpose: {
    zh: '银政担、银政保、再担保业务：备案、到期、代偿、补偿、追偿',
    en: 'Guaranteed or insured loans: filed, repaid, or paid by the guarantor, compensated and recovered',
  },
  mechanisms: ['risk_share'],
  source: [
    { document: '000', line: 2320 },
    { document: '001', line: 742 },
    { document: '002', line: 168 },
    { document: '004', line: 338 },
  ],
  name: { zh: '业务', en: 'Case' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '借款企业', en: 'Borrower' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(140px, 1fr)',
    },
    {
      id: 'mode',
      label: { zh: '业务类型', en: 'Mode' },
      kind: choice({
        guarantee: { zh: '银政担', en: 'Bank, state, guarantor' },
        insurance: { zh: '银政保', en: 'Bank, state, insurer' },
        again: { zh: '再担保', en: 'Counter-guarantee' },
        science: { zh: '科技贷款补偿', en: 'Science loan' },
      }),
      isRequired: true,
      isFilter: true,
      column: '104px',
    },
    {
      id: 'isEligible',
      label: { zh: '属中小企业且符合条件', en: 'Small or medium, and eligible' },
      kind: truth,
      isRequired: true,
    },
    { id: 'bank', label: { zh: '银行', en: 'Bank' }, kind: text(100), isRequired: true },
    { id: 'guarantor', label: { zh: '担保或保险机构', en: 'Guarantor or insurer' }, kind: text(100), isRequired: true },
    { id: 'loan', label: { zh: '贷款金额', en: 'Loan' }, kind: measure('万元'), isRequired: true, column: '104px' },
    { id: 'due', label: { zh: '贷款到期日', en: 'Repaid by' }, kind: day, isRequired: true, column: '104px' },
    { id: 'paid', label: { zh: '代偿金额', en: 'Paid by the guarantor' }, kind: measure('万元'), column: '104px' },
    { id: 'paidOn', label: { zh: '代偿日期', en: 'Paid on' }, kind: day },
    { id: 'share', label: { zh: '财政分担额', en: 'Borne by the state' }, kind: measure('万元'), column: '104px' },
    { id: 'payer', label: { zh: '补偿经办单位', en: 'Unit that compensates' }, kind: unit, isRequired: true },
    { id: 'recovered', label: { zh: '追偿收回', en: 'Recovered' }, kind: measure('万元') },
  ],
  called: 'payer',
  first: 'running',
  stages: {
    running: {
      label: { zh: '在保', en: 'Running' },
      clock: { days: 0, counts: 'calendar', from: 'due', warnDays: 30 },
    },
    claimed: {
      label: { zh: '已代偿，待补偿', en: 'Claimed' },
      clock: { days: { choice: 'pay-days' }, counts: 'working', from: 'paidOn', warnDays: 5 },
    },
    compensated: {
      label: { zh: '已补偿，追偿中', en: 'Compensated, being recovered' },
      clock: { days: { choice: 'recover-days' }, counts: 'calendar', warnDays: 30 },
    },
    repaid: { label: { zh: '已还清解保', en: 'Repaid' }, isFinal: true },
    settled: { label: { zh: '追偿已结', en: 'Settled' }, isFinal: true },
    refused: { label: { zh: '不予补偿', en: 'Not compensated' }, isFinal: true },
  },
  actions: {
    repay: { label: { zh: '还清解保', en: 'Repaid' }, from: ['running'], to: 'repaid', needsEvidence: true },
    claim: {
      label: { zh: '登记代偿', en: 'Claim' },
      from: ['running'],
      to: 'claimed',
      needs: ['paid', 'paidOn'],
      needsEvidence: true,
    },
    compensate: {
      label: { zh: '拨付补偿', en: 'Compensate' },
      from: ['claimed'],
      to: 'compensated',
      needs: ['share'],
      needsEvidence: true,
      by: 'called',
    },
    refuse: {
      label: { zh: '不予补偿', en: 'Refuse' },
      from: ['claimed'],
      to: 'refused',
      needsReason: true,
      by: 'decider',
    },
    settle: {
      label: { zh: '追偿结案', en: 'Settle' },
      from: ['compensated'],
      to: 'settled',
      needs: ['recovered'],
      needsReason: true,
    },
  },
  choices: [
    { id: 'state-share', label: { zh: '财政风险分担比例', en: 'Share of the state' }, unit: '%', least: 0, most: 100 },
    { id: 'pay-days', label: { zh: '补偿拨付时限', en: 'Days to compensate' }, unit: '工作日', least: 1, most: 130 },
    { id: 'recover-days', label: { zh: '追偿期限', en: 'Days to recover' }, unit: '天', least: 30, most: 3650 },
  ],
  parameters: { 分担比例未给: 'choice:state-share', 符合条件的中小企业: 'field:isEligible' },
  cases: [
    {
      title: 'on the day on which the loan ends it is in time',
      entry: { stage: 'running', stageSince: '2025-11-30', data: { due: '2026-11-30' } },
      on: '2026-11-30',
      answers: { 'state-share': 20, 'pay-days': 20, 'recover-days': 730 },
      expect: { dueOn: '2026-11-30', lamp: 'yellow' },
    },
    {
      title: 'twenty working days after the guarantor paid, the state has not',
      entry: { stage: 'claimed', stageSince: '2026-11-05', data: { due: '2026-09-30', paidOn: '2026-11-02' } },
      on: '2026-12-01',
      answers: { 'state-share': 20, 'pay-days': 20, 'recover-days': 730 },
      expect: { dueOn: '2026-11-30', lamp: 'red' },
    },
    {
      title: 'it has to be said whether the borrower is eligible, and when the loan ends',
      entry: {
        stage: 'running',
        stageSince: '2025-11-30',
        data: { mode: 'guarantee', bank: '农商行', guarantor: '县担保公司' },
      },
      on: '2026-11-30',
      answers: { 'state-share': 20, 'pay-days': 20, 'recover-days': 730 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['enterprise', 'isEligible', 'loan', 'due', 'payer'] },
    },
  ],
});
