import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'prepare-days': 20, 'answer-days': 40 };

/** 多层次金融服务. Bonds, notes and credit products that an enterprise wants: prepared, applied for, issued, paid back. */
export const financings = defineLedger({
  id: 'financings',
  label: { zh: '融资产品申办', en: 'Financing' },
  purpose: {
    zh: '企业债券、短期融资债券、中期票据和信贷产品：意向、申报、发行、兑付',
    en: 'Bonds, notes and credit products of enterprises: wished for, applied for, issued, paid back',
  },
  mechanisms: ['finance_service'],
  source: [
    { document: '000', line: 1867 },
    { document: '000', line: 2317 },
    { document: '001', line: 742 },
  ],
  name: { zh: '融资事项', en: 'Financing' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '企业', en: 'Enterprise' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'product',
      label: { zh: '产品', en: 'Product' },
      kind: choice({
        bond: { zh: '企业债券', en: 'Corporate bond' },
        short: { zh: '短期融资债券', en: 'Short-term bond' },
        note: { zh: '中期票据', en: 'Medium-term note' },
        credit: { zh: '信贷产品', en: 'Credit' },
        lease: { zh: '融资租赁', en: 'Lease' },
        pledge: { zh: '知识产权质押', en: 'Pledge of patents' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    { id: 'wished', label: { zh: '提出日期', en: 'Wished on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'amount', label: { zh: '拟融资额', en: 'Amount' }, kind: measure('万元'), isRequired: true, column: '112px' },
    { id: 'helper', label: { zh: '服务单位', en: 'Unit that helps' }, kind: unit, isRequired: true },
    { id: 'agency', label: { zh: '承销或放款机构', en: 'Agency' }, kind: text(120), column: '120px' },
    { id: 'issued', label: { zh: '实际融资', en: 'Got' }, kind: measure('万元'), column: '104px' },
    { id: 'rate', label: { zh: '利率（%）', en: 'Rate' }, kind: text(10) },
    { id: 'dueOn', label: { zh: '到期日', en: 'Due on' }, kind: day, column: '104px' },
  ],
  called: 'helper',
  first: 'wished',
  stages: {
    wished: {
      label: { zh: '准备申报', en: 'Being prepared' },
      clock: { days: { choice: 'prepare-days' }, counts: 'working', from: 'wished', warnDays: 5 },
    },
    applied: {
      label: { zh: '审核中', en: 'Applied' },
      clock: { days: { choice: 'answer-days' }, counts: 'working', warnDays: 5 },
    },
    running: {
      label: { zh: '存续', en: 'Running' },
      clock: { days: 0, counts: 'calendar', from: 'dueOn', warnDays: 60 },
    },
    repaid: { label: { zh: '已兑付', en: 'Paid back' }, isFinal: true },
    failed: { label: { zh: '未成', en: 'Came to nothing' }, isFinal: true },
  },
  actions: {
    apply: {
      label: { zh: '申报', en: 'Apply' },
      from: ['wished'],
      to: 'applied',
      needs: ['agency'],
      needsEvidence: true,
      by: 'called',
    },
    issue: {
      label: { zh: '发行或放款', en: 'Issue' },
      from: ['applied'],
      to: 'running',
      needs: ['issued', 'rate', 'dueOn'],
      needsEvidence: true,
    },
    fail: { label: { zh: '未获通过', en: 'Refused' }, from: ['wished', 'applied'], to: 'failed', needsReason: true },
    repay: { label: { zh: '兑付', en: 'Pay back' }, from: ['running'], to: 'repaid', needsEvidence: true },
  },
  choices: [
    { id: 'prepare-days', label: { zh: '准备时限', en: 'Days to prepare' }, unit: '工作日', least: 5, most: 120 },
    { id: 'answer-days', label: { zh: '审核时限', en: 'Days to answer' }, unit: '工作日', least: 5, most: 250 },
  ],
  measures: [
    {
      id: 'issued',
      label: { zh: '本年融资额', en: 'Got this year' },
      kind: 'sum',
      field: 'issued',
      unit: '万元',
      every: 'year',
      on: 'wished',
      counts: { stages: ['running', 'repaid'] },
    },
  ],
  parameters: { 企业债券: 'field:product.bond', 短期融资债券: 'field:product.short', 中期票据: 'field:product.note' },
  cases: [
    {
      title: 'twenty working days to prepare; the last is in time',
      entry: { stage: 'wished', stageSince: '2026-11-02', data: { wished: '2026-11-02' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['enterprise', 'product', 'amount', 'helper'] },
    },
    {
      title: 'a bond not paid back on its day is overdue',
      entry: { stage: 'running', stageSince: '2023-11-20', data: { dueOn: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'one that runs without an end is never due',
      entry: { stage: 'running', stageSince: '2023-11-20', data: { product: 'credit' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['enterprise', 'wished', 'amount', 'helper'] },
    },
  ],
});
