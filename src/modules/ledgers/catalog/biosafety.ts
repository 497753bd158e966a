import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { count, enterprise, unit } from '../kinds.ts';

/** 生物安全. Laboratories train, are looked at and report; every taking, keeping, using and giving away of material is on record. */
export const biosafety = defineLedger({
  id: 'biosafety',
  label: { zh: '生物安全', en: 'Biosafety' },
  purpose: {
    zh: '实验室培训、跟踪检查、定期报告和生物资源活动：到期办理、发现问题整改',
    en: 'Training, checks and reports of laboratories, and what is done with biological resources',
  },
  mechanisms: ['biosafety'],
  source: [{ document: '001', line: 519 }],
  name: { zh: '事项', en: 'Item' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '单位', en: 'Institution' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(140px, 1fr)',
    },
    { id: 'laboratory', label: { zh: '实验室', en: 'Laboratory' }, kind: text(100), column: '120px' },
    {
      id: 'level',
      label: { zh: '防护等级', en: 'Level' },
      kind: choice({
        one: { zh: '一级', en: 'One' },
        two: { zh: '二级', en: 'Two' },
        three: { zh: '三级', en: 'Three' },
        four: { zh: '四级', en: 'Four' },
        none: { zh: '不适用', en: 'None' },
      }),
      isRequired: true,
      column: '88px',
    },
    {
      id: 'duty',
      label: { zh: '事项类型', en: 'Duty' },
      kind: choice({
        training: { zh: '安全培训', en: 'Training' },
        inspection: { zh: '跟踪检查', en: 'Check' },
        report: { zh: '定期报告', en: 'Regular report' },
        activity: { zh: '生物资源活动', en: 'Use of resources' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    {
      id: 'activity',
      label: { zh: '资源活动', en: 'What is done' },
      kind: choice({
        take: { zh: '采集', en: 'Taken' },
        keep: { zh: '保藏', en: 'Kept' },
        use: { zh: '利用', en: 'Used' },
        give: { zh: '对外提供', en: 'Given abroad or to others' },
      }),
      isFilter: true,
      column: '96px',
    },
    { id: 'material', label: { zh: '病原或资源名称', en: 'Material' }, kind: text(200) },
    { id: 'approval', label: { zh: '许可或备案号', en: 'Permit' }, kind: text(60) },
    { id: 'due', label: { zh: '应办日期', en: 'Due on' }, kind: day, isRequired: true, column: '104px' },
    {
      id: 'watcher',
      label: { zh: '监管单位', en: 'Watched by' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'people', label: { zh: '参加人数（人）', en: 'People' }, kind: count },
    { id: 'finding', label: { zh: '办理或检查情况', en: 'What was done or found' }, kind: text(2000) },
    { id: 'measure', label: { zh: '整改情况', en: 'What was put right' }, kind: text(2000) },
  ],
  called: 'watcher',
  first: 'planned',
  stages: {
    planned: {
      label: { zh: '待办', en: 'To be done' },
      clock: { days: 0, counts: 'calendar', from: 'due', warnDays: 15 },
    },
    correcting: {
      label: { zh: '整改中', en: 'Being put right' },
      clock: { days: { choice: 'correct-days' }, counts: 'calendar', warnDays: 3 },
    },
    closed: { label: { zh: '已办结', en: 'Closed' }, isFinal: true },
    stopped: { label: { zh: '已叫停', en: 'Stopped' }, isFinal: true },
  },
  actions: {
    finish: {
      label: { zh: '办结', en: 'Done' },
      from: ['planned'],
      to: 'closed',
      needs: ['finding'],
      needsEvidence: true,
      by: 'called',
    },
    correct: {
      label: { zh: '责令整改', en: 'Have it put right' },
      from: ['planned'],
      to: 'correcting',
      needs: ['finding'],
      by: 'called',
    },
    verify: {
      label: { zh: '验收', en: 'Verify' },
      from: ['correcting'],
      to: 'closed',
      needs: ['measure'],
      needsEvidence: true,
    },
    stop: {
      label: { zh: '叫停活动', en: 'Stop it' },
      from: ['planned', 'correcting'],
      to: 'stopped',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'report-times', label: { zh: '每年定期报告次数', en: 'Reports a year' }, unit: '次', least: 1, most: 12 },
    { id: 'correct-days', label: { zh: '整改期限', en: 'Days to put right' }, unit: '天', least: 1, most: 180 },
  ],
  measures: [
    {
      id: 'reports',
      label: { zh: '定期报告次数', en: 'Regular reports' },
      kind: 'count',
      unit: '次',
      every: 'year',
      per: 'enterprise',
      counts: { stages: ['closed'], only: { field: 'duty', is: 'report' } },
      target: { is: 'at-least', value: { choice: 'report-times' } },
    },
  ],
  parameters: {
    采集: 'field:activity.take',
    保藏: 'field:activity.keep',
    利用: 'field:activity.use',
    对外提供: 'field:activity.give',
  },
  cases: [
    {
      title: 'a report handed in on its day is in time',
      entry: { stage: 'planned', stageSince: '2026-07-01', data: { duty: 'report', due: '2026-12-31' } },
      on: '2026-12-31',
      answers: { 'report-times': 2, 'correct-days': 15 },
      expect: { dueOn: '2026-12-31', lamp: 'yellow' },
    },
    {
      title: 'fifteen days to put it right are over on the sixteenth',
      entry: { stage: 'correcting', stageSince: '2026-11-01', data: { duty: 'inspection', due: '2026-10-31' } },
      on: '2026-11-17',
      answers: { 'report-times': 2, 'correct-days': 15 },
      expect: { dueOn: '2026-11-16', lamp: 'red' },
    },
    {
      title: 'without institution, day and watcher nothing is due, and the item lacks them',
      entry: { stage: 'planned', stageSince: '2026-07-01', data: { duty: 'activity', activity: 'keep', level: 'two' } },
      on: '2026-12-31',
      answers: { 'report-times': 2, 'correct-days': 15 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['enterprise', 'due', 'watcher'] },
    },
  ],
});
