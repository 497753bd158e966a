import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text, words } from '../../../core/register/kinds.ts';
import { count, enterprise, unit } from '../kinds.ts';

/** 两链风险. Firms whose money or whose guarantees may give way are watched one by one, with a plan for each. */
export const riskChains = defineLedger({
  id: 'risk-chains',
  label: { zh: '两链风险企业', en: 'Firms at risk' },
  purpose: {
    zh: '资金链、担保链风险企业：预警、会商、一企一策、化解或处置',
    en: 'Firms whose money or guarantees may fail: warned of, talked over with banks, helped or wound up',
  },
  mechanisms: ['risk_chain'],
  source: [{ document: '004', line: 560 }],
  name: { zh: '风险事项', en: 'Risk' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '企业', en: 'Enterprise' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(140px, 1fr)',
    },
    {
      id: 'kind',
      label: { zh: '风险类型', en: 'Kind' },
      kind: choice({
        money: { zh: '资金链', en: 'Money' },
        guarantee: { zh: '担保链', en: 'Guarantees' },
        both: { zh: '资金链和担保链', en: 'Both' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    { id: 'foundOn', label: { zh: '发现日期', en: 'Found on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'debt', label: { zh: '融资余额', en: 'Debt' }, kind: measure('万元'), isRequired: true, column: '104px' },
    { id: 'overdue', label: { zh: '逾期金额', en: 'Overdue' }, kind: measure('万元'), column: '104px' },
    {
      id: 'guaranteed',
      label: { zh: '对外担保', en: 'Guaranteed for others' },
      kind: measure('万元'),
      column: '104px',
    },
    { id: 'chain', label: { zh: '互保关联企业', en: 'Firms in the chain' }, kind: words },
    { id: 'staff', label: { zh: '涉及职工（人）', en: 'Staff' }, kind: count },
    {
      id: 'responsible',
      label: { zh: '牵头化解单位', en: 'Lead unit' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'banks', label: { zh: '债权银行', en: 'Banks' }, kind: words },
    { id: 'plan', label: { zh: '化解方案', en: 'Plan' }, kind: text(2000) },
    { id: 'solveBy', label: { zh: '化解期限', en: 'To be solved by' }, kind: day, column: '104px' },
    { id: 'result', label: { zh: '化解结果', en: 'Result' }, kind: text(2000) },
  ],
  called: 'responsible',
  first: 'warned',
  stages: {
    warned: {
      label: { zh: '待会商', en: 'To be talked over' },
      clock: { days: { choice: 'talk-days' }, counts: 'working', from: 'foundOn', warnDays: 2 },
    },
    solving: {
      label: { zh: '化解中', en: 'Being solved' },
      clock: { days: 0, counts: 'calendar', from: 'solveBy', warnDays: 30 },
    },
    solved: { label: { zh: '已化解', en: 'Solved' }, isFinal: true },
    wound: { label: { zh: '转司法处置', en: 'Given to the courts' }, isFinal: true },
    cleared: { label: { zh: '解除预警', en: 'Cleared' }, isFinal: true },
  },
  actions: {
    plan: {
      label: { zh: '会商定方案', en: 'Agree a plan' },
      from: ['warned'],
      to: 'solving',
      needs: ['banks', 'plan', 'solveBy'],
      needsEvidence: true,
      by: 'called',
    },
    clear: {
      label: { zh: '解除预警', en: 'Clear' },
      from: ['warned'],
      to: 'cleared',
      needsReason: true,
      by: 'decider',
    },
    prolong: {
      label: { zh: '延长化解期限', en: 'Prolong' },
      from: ['solving'],
      to: 'solving',
      needs: ['solveBy'],
      needsReason: true,
      by: 'decider',
    },
    solve: {
      label: { zh: '确认化解', en: 'Solved' },
      from: ['solving'],
      to: 'solved',
      needs: ['result'],
      needsEvidence: true,
      by: 'called',
    },
    wind: {
      label: { zh: '转司法处置', en: 'Give to the courts' },
      from: ['solving'],
      to: 'wound',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'talk-days', label: { zh: '会商时限', en: 'Days to talk it over' }, unit: '工作日', least: 1, most: 60 },
  ],
  parameters: { 资金链: 'field:kind.money', 担保链: 'field:kind.guarantee' },
  cases: [
    {
      title: 'five working days to talk it over; the fifth is in time',
      entry: { stage: 'warned', stageSince: '2026-11-03', data: { foundOn: '2026-11-02' } },
      on: '2026-11-09',
      answers: { 'talk-days': 5 },
      expect: { dueOn: '2026-11-09', lamp: 'yellow' },
    },
    {
      title: 'the plan names a day, and it has gone by',
      entry: { stage: 'solving', stageSince: '2026-03-02', data: { foundOn: '2026-02-24', solveBy: '2026-09-30' } },
      on: '2026-10-01',
      answers: { 'talk-days': 5 },
      expect: { dueOn: '2026-09-30', lamp: 'red' },
    },
    {
      title: 'a warning without firm, day and debt lacks them',
      entry: { stage: 'warned', stageSince: '2026-11-03', data: { kind: 'guarantee' } },
      on: '2026-11-30',
      answers: { 'talk-days': 5 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['enterprise', 'foundOn', 'debt', 'responsible'] },
    },
  ],
});
