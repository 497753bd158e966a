import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { unit } from '../kinds.ts';

/** 管委会职责清单. A duty goes down to a department and to a person by name, who reports back when it is due. */
export const zoneDuties = defineLedger({
  id: 'zone-duties',
  label: { zh: '管委会职责', en: 'Duties of the committee' },
  purpose: {
    zh: '管委会职责分解到部门、到人：下达、认领、履行、检查',
    en: 'Duties of the committee, broken down to departments and people: given, taken on, reported, checked',
  },
  mechanisms: ['zone_committee'],
  source: [
    { document: '000', line: 2205 },
    { document: '004', line: 554 },
  ],
  name: { zh: '职责', en: 'Duty' },
  fields: [
    {
      id: 'area',
      label: { zh: '职责领域', en: 'Area' },
      kind: choice({
        planning: { zh: '规划', en: 'Planning' },
        development: { zh: '开发建设', en: 'Development' },
        industry: { zh: '产业政策', en: 'Industry' },
        promotion: { zh: '招商', en: 'Investment' },
        service: { zh: '行政服务', en: 'Services' },
        coordination: { zh: '统筹协调', en: 'Coordination' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    { id: 'basis', label: { zh: '职责依据', en: 'Basis' }, kind: text(300), isRequired: true },
    {
      id: 'department',
      label: { zh: '责任部门', en: 'Department' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'person', label: { zh: '责任人', en: 'Person' }, kind: text(60), column: '96px' },
    { id: 'leader', label: { zh: '分管领导', en: 'Leader' }, kind: text(60), column: '96px' },
    { id: 'given', label: { zh: '下达日期', en: 'Given on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'due', label: { zh: '完成期限', en: 'Due on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'report', label: { zh: '履职情况', en: 'What was done' }, kind: text(2000) },
    { id: 'check', label: { zh: '检查意见', en: 'Opinion' }, kind: text(1000) },
  ],
  called: 'department',
  first: 'given',
  stages: {
    given: {
      label: { zh: '待落实到人', en: 'No person named yet' },
      clock: { days: { choice: 'name-days' }, counts: 'working', from: 'given', warnDays: 1 },
    },
    running: {
      label: { zh: '履行中', en: 'Under way' },
      clock: { days: 0, counts: 'calendar', from: 'due', warnDays: 15 },
    },
    reported: {
      label: { zh: '已报告，待检查', en: 'Reported, to be checked' },
      clock: { days: { choice: 'check-days' }, counts: 'working', warnDays: 2 },
    },
    closed: { label: { zh: '已履行', en: 'Fulfilled' }, isFinal: true },
  },
  actions: {
    name: {
      label: { zh: '落实到人', en: 'Name a person' },
      from: ['given'],
      to: 'running',
      needs: ['person', 'leader'],
      by: 'called',
    },
    rename: {
      label: { zh: '变更责任人', en: 'Name another' },
      from: ['running'],
      to: 'running',
      needs: ['person'],
      needsReason: true,
      by: 'called',
    },
    report: {
      label: { zh: '报告履职', en: 'Report' },
      from: ['running'],
      to: 'reported',
      needs: ['report'],
      by: 'called',
    },
    accept: {
      label: { zh: '检查通过', en: 'Accept' },
      from: ['reported'],
      to: 'closed',
      needs: ['check'],
      by: 'decider',
    },
    return: {
      label: { zh: '退回', en: 'Return' },
      from: ['reported'],
      to: 'running',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'name-days', label: { zh: '落实到人时限', en: 'Days to name a person' }, unit: '工作日', least: 1, most: 30 },
    { id: 'check-days', label: { zh: '检查时限', en: 'Days to check' }, unit: '工作日', least: 1, most: 30 },
  ],
  parameters: { 层层落实到人: 'action:name' },
  cases: [
    {
      title: 'five working days to name a person; the fifth is in time',
      entry: { stage: 'given', stageSince: '2026-11-02', data: { given: '2026-11-02' } },
      on: '2026-11-09',
      answers: { 'name-days': 5, 'check-days': 5 },
      expect: { dueOn: '2026-11-09', lamp: 'yellow' },
    },
    {
      title: 'a day later the duty still belongs to nobody: overdue',
      entry: { stage: 'given', stageSince: '2026-11-02', data: { given: '2026-11-02' } },
      on: '2026-11-10',
      answers: { 'name-days': 5, 'check-days': 5 },
      expect: { dueOn: '2026-11-09', lamp: 'red' },
    },
    {
      title: 'a duty without a day has no limit, and lacks it',
      entry: {
        stage: 'running',
        stageSince: '2026-11-02',
        data: { area: 'planning', basis: '三定方案', given: '2026-11-02' },
      },
      on: '2026-12-31',
      answers: { 'name-days': 5, 'check-days': 5 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['department', 'due'] },
    },
  ],
});
