import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { project, unit } from '../kinds.ts';

/** 重大事项报告. The document wants them at once and names no day: the office says how many days “at once” is. */
export const majorReports = defineLedger({
  id: 'major-reports',
  label: { zh: '重大事项报告', en: 'Reports of major matters' },
  purpose: {
    zh: '规划实施中的重大问题和事项：发现后限时报管委会，批示后限时办理',
    en: 'Major problems met on the way: reported to the committee in time, instructed upon and dealt with',
  },
  mechanisms: ['major_report'],
  source: [{ document: '004', line: 558 }],
  name: { zh: '重大事项', en: 'Matter' },
  fields: [
    {
      id: 'kind',
      label: { zh: '类别', en: 'Kind' },
      kind: choice({
        policy: { zh: '政策变化', en: 'Policy' },
        project: { zh: '重大项目', en: 'Large project' },
        enterprise: { zh: '重点企业', en: 'Important enterprise' },
        safety: { zh: '安全环保', en: 'Safety or environment' },
        finance: { zh: '资金债务', en: 'Money or debt' },
        other: { zh: '其他', en: 'Other' },
      }),
      isRequired: true,
      isFilter: true,
      column: '104px',
    },
    {
      id: 'reporter',
      label: { zh: '报告单位', en: 'Reported by' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'knownOn', label: { zh: '获知日期', en: 'Known since' }, kind: day, isRequired: true, column: '104px' },
    { id: 'project', label: { zh: '涉及项目', en: 'Project' }, kind: project, isFilter: true },
    { id: 'content', label: { zh: '情况', en: 'What happened' }, kind: text(2000), isRequired: true },
    { id: 'effect', label: { zh: '影响与建议', en: 'Effect and proposal' }, kind: text(2000) },
    { id: 'instruction', label: { zh: '批示意见', en: 'Instruction' }, kind: text(1000) },
    { id: 'result', label: { zh: '处置结果', en: 'Result' }, kind: text(2000) },
  ],
  called: 'reporter',
  first: 'known',
  stages: {
    known: {
      label: { zh: '待报告', en: 'To be reported' },
      clock: { days: { choice: 'report-days' }, counts: 'calendar', from: 'knownOn', warnDays: 0 },
    },
    reported: {
      label: { zh: '已报告，待批示', en: 'Reported, awaits an instruction' },
      clock: { days: { choice: 'answer-days' }, counts: 'working', warnDays: 1 },
    },
    handling: {
      label: { zh: '处置中', en: 'Being dealt with' },
      clock: { days: { choice: 'handle-days' }, counts: 'working', warnDays: 3 },
    },
    closed: { label: { zh: '已处置', en: 'Dealt with' }, isFinal: true },
    noted: { label: { zh: '已阅知', en: 'Noted' }, isFinal: true },
  },
  actions: {
    report: {
      label: { zh: '报管委会', en: 'Report' },
      from: ['known'],
      to: 'reported',
      needs: ['effect'],
      by: 'called',
    },
    instruct: {
      label: { zh: '批示办理', en: 'Instruct' },
      from: ['reported'],
      to: 'handling',
      needs: ['instruction'],
      by: 'decider',
    },
    note: { label: { zh: '阅知', en: 'Take note' }, from: ['reported'], to: 'noted', by: 'decider' },
    finish: {
      label: { zh: '处置完毕', en: 'Finish' },
      from: ['handling'],
      to: 'closed',
      needs: ['result'],
      needsEvidence: true,
      by: 'called',
    },
  },
  choices: [
    { id: 'report-days', label: { zh: '报告时限', en: 'Days to report' }, unit: '天', least: 0, most: 10 },
    { id: 'answer-days', label: { zh: '批示时限', en: 'Days to instruct' }, unit: '工作日', least: 1, most: 20 },
    { id: 'handle-days', label: { zh: '处置时限', en: 'Days to deal with it' }, unit: '工作日', least: 1, most: 130 },
  ],
  parameters: { 及时: 'clock:known' },
  cases: [
    {
      title: 'known on a Saturday with two days: Monday is in time, for days here are days of the calendar',
      entry: { stage: 'known', stageSince: '2026-11-21', data: { knownOn: '2026-11-21' } },
      on: '2026-11-23',
      answers: { 'report-days': 2, 'answer-days': 5, 'handle-days': 20 },
      expect: { dueOn: '2026-11-23', lamp: 'yellow' },
    },
    {
      title: 'on Tuesday it is reported too late',
      entry: { stage: 'known', stageSince: '2026-11-21', data: { knownOn: '2026-11-21' } },
      on: '2026-11-24',
      answers: { 'report-days': 2, 'answer-days': 5, 'handle-days': 20 },
      expect: { dueOn: '2026-11-23', lamp: 'red' },
    },
    {
      title: 'while the office has not said how soon, nothing is due; what is not known is lacking',
      entry: {
        stage: 'known',
        stageSince: '2026-11-21',
        data: { kind: 'safety', knownOn: '2026-11-21', content: '停产' },
      },
      on: '2026-12-31',
      expect: { dueOn: null, lamp: 'grey', lacks: ['reporter'] },
    },
  ],
});
