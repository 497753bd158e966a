import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'check-days': 10 };

/** 生产者责任延伸. What a producer has to take back or use again in a year, what it did, and what the check found. */
export const recyclingDuties = defineLedger({
  id: 'recycling-duties',
  label: { zh: '生产者责任延伸', en: 'Duties of producers' },
  purpose: {
    zh: '生产者回收、再生原料使用义务：年度目标、完成报告、核验',
    en: 'What producers take back and use again: a goal for the year, their report, the check',
  },
  mechanisms: ['epr'],
  source: [
    { document: '004', line: 320 },
    { document: '004', line: 404 },
  ],
  name: { zh: '回收义务', en: 'Duty' },
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
      id: 'kind',
      label: { zh: '义务', en: 'Duty' },
      kind: choice({
        takeback: { zh: '废旧产品回收', en: 'Take back' },
        reuse: { zh: '再生产品与原料使用', en: 'Use recycled material' },
        dismantle: { zh: '拆解处置', en: 'Dismantle' },
        limit: { zh: '一次性用品限制', en: 'Limit single use' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    { id: 'year', label: { zh: '年度', en: 'Year' }, kind: text(4), isRequired: true, column: '72px' },
    { id: 'product', label: { zh: '产品', en: 'Product' }, kind: text(120), isRequired: true },
    { id: 'goal', label: { zh: '目标量', en: 'Goal' }, kind: measure('吨'), isRequired: true, column: '96px' },
    { id: 'reportBy', label: { zh: '报告期限', en: 'Report by' }, kind: day, isRequired: true, column: '104px' },
    { id: 'watcher', label: { zh: '监管单位', en: 'Unit that watches' }, kind: unit, isRequired: true },
    { id: 'done', label: { zh: '完成量', en: 'Done' }, kind: measure('吨'), column: '96px' },
    { id: 'finding', label: { zh: '核验意见', en: 'What the check found' }, kind: text(1000) },
  ],
  called: 'watcher',
  first: 'running',
  stages: {
    running: {
      label: { zh: '履行中', en: 'Running' },
      clock: { days: 0, counts: 'calendar', from: 'reportBy', warnDays: 30 },
    },
    reported: {
      label: { zh: '待核验', en: 'To be checked' },
      clock: { days: { choice: 'check-days' }, counts: 'working', warnDays: 3 },
    },
    checked: { label: { zh: '已核验', en: 'Checked' }, isFinal: true },
    failed: { label: { zh: '未完成，已处理', en: 'Not met, dealt with' }, isFinal: true },
  },
  actions: {
    report: {
      label: { zh: '报告完成情况', en: 'Report' },
      from: ['running'],
      to: 'reported',
      needs: ['done'],
      needsEvidence: true,
    },
    check: {
      label: { zh: '核验通过', en: 'Check' },
      from: ['reported'],
      to: 'checked',
      needs: ['finding'],
      needsEvidence: true,
      by: 'called',
    },
    refuse: {
      label: { zh: '退回', en: 'Send back' },
      from: ['reported'],
      to: 'running',
      needs: ['reportBy', 'finding'],
      needsReason: true,
      by: 'called',
    },
    fail: {
      label: { zh: '认定未完成', en: 'Find it not met' },
      from: ['running', 'reported'],
      to: 'failed',
      needs: ['finding'],
      needsEvidence: true,
      by: 'decider',
    },
  },
  choices: [{ id: 'check-days', label: { zh: '核验时限', en: 'Days to check' }, unit: '工作日', least: 1, most: 60 }],
  parameters: {},
  cases: [
    {
      title: 'on the day of the report it is in time',
      entry: { stage: 'running', stageSince: '2026-01-05', data: { reportBy: '2026-11-30', year: '2026' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['enterprise', 'kind', 'product', 'goal', 'watcher'] },
    },
    {
      title: 'a report that nobody checked in ten working days is overdue',
      entry: { stage: 'reported', stageSince: '2026-11-02', data: {} },
      on: '2026-11-17',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'red' },
    },
    {
      title: 'a duty without a day of report is never due',
      entry: { stage: 'running', stageSince: '2026-01-05', data: { kind: 'takeback' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['enterprise', 'year', 'product', 'goal', 'reportBy', 'watcher'] },
    },
  ],
});
