import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { truth, unit } from '../kinds.ts';

/** 规划第三方评估. Somebody from outside looks at the plan each year, halfway and at the end; findings are followed up. */
export const planAssessments = defineLedger({
  id: 'plan-assessments',
  label: { zh: '规划评估', en: 'Assessments of plans' },
  purpose: {
    zh: '规划的年度监测、中期评估和总结评估：委托、评估、问题整改、公布结果',
    en: 'Yearly, mid-term and final assessments by a third party: commissioned, delivered, followed up',
  },
  mechanisms: ['third_assess'],
  source: [{ document: '004', line: 558 }],
  name: { zh: '评估事项', en: 'Assessment' },
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
      id: 'cycle',
      label: { zh: '评估类型', en: 'Cycle' },
      kind: choice({
        year: { zh: '年度监测', en: 'Yearly' },
        middle: { zh: '中期评估', en: 'Mid-term' },
        final: { zh: '总结评估', en: 'Final' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '96px',
    },
    {
      id: 'span',
      label: { zh: '评估时段', en: 'Period assessed' },
      kind: text(40),
      isRequired: true,
      isPublic: true,
      column: '104px',
    },
    { id: 'due', label: { zh: '应交报告日期', en: 'Report due on' }, kind: day, isRequired: true, column: '112px' },
    {
      id: 'assessor',
      label: { zh: '评估机构', en: 'Assessor' },
      kind: text(200),
      isPublic: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'isIndependent', label: { zh: '与编制单位无隶属关系', en: 'Independent of the drafter' }, kind: truth },
    { id: 'fee', label: { zh: '委托费用', en: 'Fee' }, kind: measure('万元') },
    { id: 'conclusion', label: { zh: '评估结论', en: 'Conclusion' }, kind: text(2000), isPublic: true },
    { id: 'findings', label: { zh: '发现问题', en: 'Findings' }, kind: text(2000) },
    {
      id: 'responsible',
      label: { zh: '整改单位', en: 'Unit that puts it right' },
      kind: unit,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'followUp', label: { zh: '整改情况', en: 'What was put right' }, kind: text(2000) },
  ],
  called: 'responsible',
  first: 'planned',
  stages: {
    planned: {
      label: { zh: '待委托', en: 'To be commissioned' },
      clock: { days: 0, counts: 'calendar', from: 'due', warnDays: 90 },
    },
    running: {
      label: { zh: '评估中', en: 'Under way' },
      clock: { days: 0, counts: 'calendar', from: 'due', warnDays: 15 },
    },
    delivered: { label: { zh: '已交报告', en: 'Delivered' } },
    correcting: {
      label: { zh: '整改中', en: 'Being put right' },
      clock: { days: { choice: 'correct-days' }, counts: 'working', warnDays: 5 },
    },
    closed: { label: { zh: '已办结', en: 'Closed' }, isFinal: true },
  },
  actions: {
    commission: {
      label: { zh: '委托', en: 'Commission' },
      from: ['planned'],
      to: 'running',
      needs: ['assessor', 'isIndependent'],
      needsEvidence: true,
    },
    deliver: {
      label: { zh: '提交评估报告', en: 'Deliver' },
      from: ['running'],
      to: 'delivered',
      needs: ['conclusion'],
      needsEvidence: true,
    },
    accept: { label: { zh: '无问题，办结', en: 'Accept as it is' }, from: ['delivered'], to: 'closed', by: 'decider' },
    correct: {
      label: { zh: '交办整改', en: 'Have it put right' },
      from: ['delivered'],
      to: 'correcting',
      needs: ['findings', 'responsible'],
    },
    finish: {
      label: { zh: '整改完成', en: 'Put right' },
      from: ['correcting'],
      to: 'closed',
      needs: ['followUp'],
      needsEvidence: true,
      by: 'called',
    },
  },
  choices: [
    { id: 'correct-days', label: { zh: '整改时限', en: 'Days to put right' }, unit: '工作日', least: 5, most: 250 },
  ],
  measures: [
    {
      id: 'every-year',
      label: { zh: '年度监测每年一次', en: 'One yearly assessment a year' },
      kind: 'count',
      unit: '次',
      every: 'year',
      counts: { only: { field: 'cycle', is: 'year' } },
      target: { is: 'at-least', value: 1 },
      set: setBy('004'),
    },
  ],
  publicStages: ['closed'],
  parameters: { 年度: 'measure:every-year', 中期: 'field:cycle.middle', 总结: 'field:cycle.final' },
  cases: [
    {
      title: 'a report handed in on its day is in time',
      entry: { stage: 'running', stageSince: '2026-06-01', data: { cycle: 'middle', due: '2026-12-31' } },
      on: '2026-12-31',
      answers: { 'correct-days': 30 },
      expect: { dueOn: '2026-12-31', lamp: 'yellow' },
    },
    {
      title: 'findings that are open after thirty working days are overdue',
      entry: { stage: 'correcting', stageSince: '2026-11-02', data: { cycle: 'year', due: '2026-10-31' } },
      on: '2026-12-15',
      answers: { 'correct-days': 30 },
      expect: { dueOn: '2026-12-14', lamp: 'red' },
    },
    {
      title: 'a yearly assessment without its day has no limit, and lacks it',
      entry: { stage: 'planned', stageSince: '2026-01-05', data: { plan: '发展规划', cycle: 'year', span: '2025' } },
      on: '2026-12-31',
      answers: { 'correct-days': 30 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['due'] },
    },
  ],
});
