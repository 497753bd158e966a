import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { count, unit } from '../kinds.ts';

const answers = { 'report-days': 10, 'correct-days': 30 };

/** 部门服务绩效评估. Twice a year for each department; a weak one has to put it right before the next. */
export const departmentRatings = defineLedger({
  id: 'department-ratings',
  label: { zh: '部门服务绩效评估', en: 'How departments serve projects' },
  purpose: {
    zh: '每年两次评估各部门服务产业项目的绩效，结果用于奖惩并通报',
    en: 'Twice a year each department is rated on how it serves projects; the result counts for reward and penalty',
  },
  mechanisms: ['dept_assess'],
  source: [
    { document: '000', line: 2354 },
    { document: '002', line: 120 },
  ],
  name: { zh: '评估事项', en: 'Rating' },
  fields: [
    {
      id: 'department',
      label: { zh: '被评部门', en: 'Department' },
      kind: unit,
      isRequired: true,
      isPublic: true,
      column: 'minmax(140px, 1fr)',
    },
    {
      id: 'span',
      label: { zh: '评估时段', en: 'Period' },
      kind: text(40),
      isRequired: true,
      isPublic: true,
      column: '104px',
    },
    { id: 'asked', label: { zh: '布置日期', en: 'Called for on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'served', label: { zh: '服务项目（个）', en: 'Projects served' }, kind: count },
    { id: 'late', label: { zh: '超时办件（件）', en: 'Cases handled late' }, kind: count },
    { id: 'complaints', label: { zh: '被投诉（件）', en: 'Complaints' }, kind: count },
    { id: 'selfReport', label: { zh: '自评情况', en: 'What it says itself' }, kind: text(2000) },
    {
      id: 'grade',
      label: { zh: '评估等次', en: 'Grade' },
      kind: choice({
        excellent: { zh: '优秀', en: 'Excellent' },
        good: { zh: '良好', en: 'Good' },
        fair: { zh: '一般', en: 'Fair' },
        poor: { zh: '较差', en: 'Poor' },
      }),
      isFilter: true,
      isPublic: true,
      column: '88px',
    },
    { id: 'consequence', label: { zh: '奖惩建议', en: 'Reward or penalty proposed' }, kind: text(1000) },
    { id: 'correction', label: { zh: '整改情况', en: 'What was put right' }, kind: text(2000) },
  ],
  called: 'department',
  first: 'asked',
  stages: {
    asked: {
      label: { zh: '待自评', en: 'To report' },
      clock: { days: { choice: 'report-days' }, counts: 'working', from: 'asked', warnDays: 3 },
    },
    reported: { label: { zh: '待评定', en: 'To be rated' } },
    correcting: {
      label: { zh: '整改中', en: 'Being put right' },
      clock: { days: { choice: 'correct-days' }, counts: 'calendar', warnDays: 7 },
    },
    rated: { label: { zh: '已评定', en: 'Rated' }, isFinal: true },
  },
  actions: {
    report: {
      label: { zh: '报送自评', en: 'Report' },
      from: ['asked'],
      to: 'reported',
      needs: ['served', 'late', 'complaints', 'selfReport'],
      by: 'called',
    },
    return: { label: { zh: '退回重报', en: 'Send back' }, from: ['reported'], to: 'asked', needsReason: true },
    rate: {
      label: { zh: '评定等次', en: 'Rate' },
      from: ['reported'],
      to: 'rated',
      needs: ['grade', 'consequence'],
      needsEvidence: true,
      by: 'decider',
    },
    correct: {
      label: { zh: '评定并责令整改', en: 'Rate and have it put right' },
      from: ['reported'],
      to: 'correcting',
      needs: ['grade', 'consequence'],
      by: 'decider',
    },
    finish: {
      label: { zh: '报告整改完成', en: 'Report it put right' },
      from: ['correcting'],
      to: 'rated',
      needs: ['correction'],
      needsEvidence: true,
      by: 'called',
    },
  },
  choices: [
    { id: 'report-days', label: { zh: '自评报送时限', en: 'Days to report' }, unit: '工作日', least: 1, most: 40 },
    { id: 'correct-days', label: { zh: '整改时限', en: 'Days to put right' }, unit: '天', least: 1, most: 180 },
  ],
  measures: [
    {
      id: 'twice',
      label: { zh: '每个部门每年两次', en: 'Each department twice a year' },
      kind: 'count',
      unit: '次',
      every: 'year',
      per: 'department',
      target: { is: 'at-least', value: 2 },
      set: setBy('002'),
    },
  ],
  publicStages: ['rated'],
  parameters: { '每年2次(任务30)': 'measure:twice' },
  cases: [
    {
      title: 'ten working days to report; the tenth is in time',
      entry: { stage: 'asked', stageSince: '2026-11-02', data: { asked: '2026-11-02' } },
      on: '2026-11-16',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'yellow', lacks: ['department', 'span'] },
    },
    {
      title: 'what was found is not put right within thirty days: overdue',
      entry: { stage: 'correcting', stageSince: '2026-11-02', data: { asked: '2026-10-12' } },
      on: '2026-12-03',
      answers,
      expect: { dueOn: '2026-12-02', lamp: 'red' },
    },
    {
      title: 'not called for on any day, nothing is due',
      entry: { stage: 'asked', stageSince: '2026-11-02', data: { department: 'a', span: '2026上半年' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['asked'] },
    },
  ],
});
