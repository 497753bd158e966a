import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { unit } from '../kinds.ts';

/** 规划调整. A target or a matter of a plan changes only by a request, a reasoned opinion and a decision. */
export const planAdjustments = defineLedger({
  id: 'plan-adjustments',
  label: { zh: '规划调整', en: 'Changes of plans' },
  purpose: {
    zh: '目标任务和重大事项的调整：申请、论证、审定、公布新版本',
    en: 'Targets and matters of a plan that are to change: asked for, argued, decided, issued anew',
  },
  mechanisms: ['plan_adjust'],
  source: [{ document: '004', line: 558 }],
  name: { zh: '调整事项', en: 'Change' },
  fields: [
    {
      id: 'plan',
      label: { zh: '规划', en: 'Plan' },
      kind: text(200),
      isRequired: true,
      isPublic: true,
      column: 'minmax(160px, 2fr)',
    },
    {
      id: 'what',
      label: { zh: '调整对象', en: 'What changes' },
      kind: choice({
        target: { zh: '指标目标值', en: 'A target' },
        task: { zh: '任务', en: 'A task' },
        matter: { zh: '重大事项', en: 'A major matter' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '104px',
    },
    { id: 'asked', label: { zh: '申请日期', en: 'Asked on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'before', label: { zh: '调整前', en: 'Before' }, kind: text(1000), isRequired: true, isPublic: true },
    { id: 'after', label: { zh: '调整后', en: 'After' }, kind: text(1000), isRequired: true, isPublic: true },
    { id: 'why', label: { zh: '调整理由', en: 'Why' }, kind: text(2000), isRequired: true },
    {
      id: 'examiner',
      label: { zh: '论证单位', en: 'Unit that examines it' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'opinion', label: { zh: '论证意见', en: 'Opinion' }, kind: text(2000) },
    { id: 'approval', label: { zh: '批准文号', en: 'Number of the approval' }, kind: text(60), isPublic: true },
    { id: 'effective', label: { zh: '生效日期', en: 'In force from' }, kind: day, isPublic: true, column: '104px' },
  ],
  called: 'examiner',
  first: 'asked',
  stages: {
    asked: {
      label: { zh: '论证中', en: 'Being examined' },
      clock: { days: { choice: 'examine-days' }, counts: 'working', from: 'asked', warnDays: 5 },
    },
    examined: {
      label: { zh: '待审定', en: 'Awaits the decision' },
      clock: { days: { choice: 'decide-days' }, counts: 'working', warnDays: 3 },
    },
    approved: { label: { zh: '已审定，待公布', en: 'Approved, to be issued' } },
    issued: { label: { zh: '新版本已公布', en: 'Issued' }, isFinal: true },
    refused: { label: { zh: '不予调整', en: 'Refused' }, isFinal: true },
  },
  actions: {
    examine: {
      label: { zh: '出具论证意见', en: 'Give an opinion' },
      from: ['asked'],
      to: 'examined',
      needs: ['opinion'],
      needsEvidence: true,
      by: 'called',
    },
    approve: {
      label: { zh: '审定', en: 'Approve' },
      from: ['examined'],
      to: 'approved',
      needs: ['approval'],
      needsEvidence: true,
      by: 'decider',
    },
    refuse: {
      label: { zh: '不予调整', en: 'Refuse' },
      from: ['asked', 'examined'],
      to: 'refused',
      needsReason: true,
      by: 'decider',
    },
    issue: { label: { zh: '公布新版本', en: 'Issue' }, from: ['approved'], to: 'issued', needs: ['effective'] },
  },
  choices: [
    { id: 'examine-days', label: { zh: '论证时限', en: 'Days to examine' }, unit: '工作日', least: 1, most: 90 },
    { id: 'decide-days', label: { zh: '审定时限', en: 'Days to decide' }, unit: '工作日', least: 1, most: 90 },
  ],
  publicStages: ['issued'],
  parameters: {},
  cases: [
    {
      title: 'fifteen working days after the request: the third Monday is in time',
      entry: { stage: 'asked', stageSince: '2026-11-02', data: { asked: '2026-11-02' } },
      on: '2026-11-23',
      answers: { 'examine-days': 15, 'decide-days': 10 },
      expect: { dueOn: '2026-11-23', lamp: 'yellow' },
    },
    {
      title: 'an opinion that nobody decides on for ten working days is overdue on the next',
      entry: { stage: 'examined', stageSince: '2026-11-02', data: { asked: '2026-10-12' } },
      on: '2026-11-17',
      answers: { 'examine-days': 15, 'decide-days': 10 },
      expect: { dueOn: '2026-11-16', lamp: 'red' },
    },
    {
      title: 'a request that does not say what was there before and why cannot be made',
      entry: {
        stage: 'asked',
        stageSince: '2026-11-02',
        data: { plan: '发展规划', what: 'target', asked: '2026-11-02', after: '320亿元' },
      },
      on: '2026-11-03',
      answers: { 'examine-days': 15, 'decide-days': 10 },
      expect: { dueOn: '2026-11-23', lamp: 'green', lacks: ['before', 'why', 'examiner'] },
    },
  ],
});
