import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { enterprise, project, unit } from '../kinds.ts';

/** 履约监管. Each duty that a contract of land or investment sets is watched by the department that answers for it. */
export const contractDuties = defineLedger({
  id: 'contract-duties',
  label: { zh: '项目履约监管', en: 'Duties under contracts' },
  purpose: {
    zh: '投资和用地合同约定的履约监管与共同监管：到期核查、督促整改、违约处理',
    en: 'Duties agreed in contracts of investment and land: checked on their day, put right, or treated as a breach',
  },
  mechanisms: ['contract_supervise'],
  source: [{ document: '004', line: 412 }],
  name: { zh: '约定事项', en: 'Duty' },
  fields: [
    {
      id: 'project',
      label: { zh: '项目', en: 'Project' },
      kind: project,
      isRequired: true,
      isFilter: true,
      column: 'minmax(140px, 2fr)',
    },
    { id: 'enterprise', label: { zh: '履约企业', en: 'Enterprise' }, kind: enterprise },
    { id: 'contract', label: { zh: '合同编号', en: 'Contract' }, kind: text(60), isRequired: true, column: '120px' },
    {
      id: 'topic',
      label: { zh: '监管内容', en: 'Topic' },
      kind: choice({
        start: { zh: '开工竣工', en: 'Start and completion' },
        invest: { zh: '投资强度', en: 'Investment per area' },
        tax: { zh: '亩均税收', en: 'Tax per area' },
        build: { zh: '容积率等规划条件', en: 'Planning conditions' },
        use: { zh: '土地用途', en: 'Use of the land' },
        environment: { zh: '能耗环保', en: 'Energy and environment' },
        other: { zh: '其他', en: 'Other' },
      }),
      isRequired: true,
      isFilter: true,
      column: '120px',
    },
    { id: 'promised', label: { zh: '约定标准', en: 'What was agreed' }, kind: text(500), isRequired: true },
    { id: 'due', label: { zh: '约定日期', en: 'Agreed day' }, kind: day, isRequired: true, column: '104px' },
    {
      id: 'watcher',
      label: { zh: '监管部门', en: 'Watched by' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'actual', label: { zh: '实际情况', en: 'What is so' }, kind: text(1000) },
    { id: 'gap', label: { zh: '差距与原因', en: 'Gap and cause' }, kind: text(1000) },
    { id: 'penalty', label: { zh: '违约处理', en: 'What the breach costs' }, kind: text(1000) },
  ],
  called: 'watcher',
  first: 'running',
  stages: {
    running: {
      label: { zh: '履约中', en: 'Running' },
      clock: { days: 0, counts: 'calendar', from: 'due', warnDays: 60 },
    },
    correcting: {
      label: { zh: '限期整改', en: 'Being put right' },
      clock: { days: { choice: 'correct-days' }, counts: 'calendar', warnDays: 15 },
    },
    breached: {
      label: { zh: '违约处理中', en: 'Breach' },
      clock: { days: { choice: 'breach-days' }, counts: 'working', warnDays: 5 },
    },
    kept: { label: { zh: '已履约', en: 'Kept' }, isFinal: true },
    settled: { label: { zh: '违约已处理', en: 'Breach settled' }, isFinal: true },
  },
  actions: {
    confirm: {
      label: { zh: '核查达标', en: 'Found kept' },
      from: ['running', 'correcting'],
      to: 'kept',
      needs: ['actual'],
      needsEvidence: true,
      by: 'called',
    },
    correct: {
      label: { zh: '督促整改', en: 'Have it put right' },
      from: ['running'],
      to: 'correcting',
      needs: ['actual', 'gap'],
      by: 'called',
    },
    breach: {
      label: { zh: '认定违约', en: 'Call it a breach' },
      from: ['correcting'],
      to: 'breached',
      needsReason: true,
      by: 'decider',
    },
    settle: {
      label: { zh: '处理完毕', en: 'Settle' },
      from: ['breached'],
      to: 'settled',
      needs: ['penalty'],
      needsEvidence: true,
    },
  },
  choices: [
    { id: 'correct-days', label: { zh: '整改期限', en: 'Days to put right' }, unit: '天', least: 7, most: 365 },
    {
      id: 'breach-days',
      label: { zh: '违约处理时限', en: 'Days to settle a breach' },
      unit: '工作日',
      least: 5,
      most: 130,
    },
  ],
  measures: [
    {
      id: 'kept',
      label: { zh: '合同履约率', en: 'Contracts kept' },
      kind: 'share',
      unit: '%',
      every: 'year',
      on: 'due',
      counts: { stages: ['kept'] },
      among: { stages: ['kept', 'correcting', 'breached', 'settled'] },
    },
  ],
  parameters: {},
  cases: [
    {
      title: 'the agreed day itself is in time',
      entry: { stage: 'running', stageSince: '2025-05-01', data: { due: '2026-10-31' } },
      on: '2026-10-31',
      answers: { 'correct-days': 90, 'breach-days': 30 },
      expect: { dueOn: '2026-10-31', lamp: 'yellow' },
    },
    {
      title: 'ninety days to put it right are over on the ninety-first',
      entry: { stage: 'correcting', stageSince: '2026-09-01', data: { due: '2026-08-31' } },
      on: '2026-12-01',
      answers: { 'correct-days': 90, 'breach-days': 30 },
      expect: { dueOn: '2026-11-30', lamp: 'red' },
    },
    {
      title: 'a duty without a day and without anybody who watches it lacks both',
      entry: {
        stage: 'running',
        stageSince: '2025-05-01',
        data: { contract: '2025-17', topic: 'tax', promised: '25万元/亩' },
      },
      on: '2026-10-31',
      expect: { dueOn: null, lamp: 'grey', lacks: ['project', 'due', 'watcher'] },
    },
  ],
});
