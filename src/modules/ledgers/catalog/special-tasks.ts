import { defineLedger } from '../../../core/ledger/ledger.ts';
import { day, measure, text } from '../../../core/register/kinds.ts';
import { project, unit } from '../kinds.ts';

const answers = { 'accept-days': 10 };

/** 大专项+任务清单. Money goes with a list of tasks: each has its share, its goal and its day, and is accepted before the rest is paid. */
export const specialTasks = defineLedger({
  id: 'special-tasks',
  label: { zh: '大专项任务清单', en: 'Tasks of large programmes' },
  purpose: {
    zh: '大专项资金的任务清单：任务、资金、目标、期限、验收',
    en: 'Tasks that come with the money of a large programme: share, goal, day, acceptance',
  },
  mechanisms: ['big_special'],
  source: [{ document: '004', line: 538 }],
  name: { zh: '任务', en: 'Task' },
  fields: [
    {
      id: 'programme',
      label: { zh: '大专项', en: 'Programme' },
      kind: text(120),
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'project', label: { zh: '项目', en: 'Project' }, kind: project, isFilter: true },
    { id: 'unit', label: { zh: '承担单位', en: 'Unit' }, kind: unit, isRequired: true, column: 'minmax(120px, 1fr)' },
    { id: 'money', label: { zh: '安排资金', en: 'Money' }, kind: measure('万元'), isRequired: true, column: '112px' },
    { id: 'goal', label: { zh: '任务目标', en: 'Goal' }, kind: text(2000), isRequired: true },
    { id: 'dueBy', label: { zh: '完成期限', en: 'Due' }, kind: day, isRequired: true, column: '104px' },
    { id: 'spent', label: { zh: '已支出', en: 'Spent' }, kind: measure('万元'), column: '104px' },
    { id: 'progress', label: { zh: '进展', en: 'Progress' }, kind: text(2000) },
    { id: 'acceptance', label: { zh: '验收意见', en: 'Acceptance' }, kind: text(1000) },
  ],
  called: 'unit',
  first: 'running',
  stages: {
    running: {
      label: { zh: '实施中', en: 'Running' },
      clock: { days: 0, counts: 'calendar', from: 'dueBy', warnDays: 30 },
    },
    finished: {
      label: { zh: '待验收', en: 'To be accepted' },
      clock: { days: { choice: 'accept-days' }, counts: 'working', warnDays: 3 },
    },
    accepted: { label: { zh: '已验收', en: 'Accepted' }, isFinal: true },
    recovered: { label: { zh: '收回资金', en: 'Money taken back' }, isFinal: true },
  },
  actions: {
    report: {
      label: { zh: '报告进展', en: 'Report' },
      from: ['running'],
      to: 'running',
      needs: ['progress', 'spent'],
      by: 'called',
    },
    finish: {
      label: { zh: '报告完成', en: 'Finish' },
      from: ['running'],
      to: 'finished',
      needs: ['progress', 'spent'],
      needsEvidence: true,
      by: 'called',
    },
    accept: {
      label: { zh: '验收', en: 'Accept' },
      from: ['finished'],
      to: 'accepted',
      needs: ['acceptance'],
      needsEvidence: true,
      by: 'decider',
    },
    return: {
      label: { zh: '退回整改', en: 'Send back' },
      from: ['finished'],
      to: 'running',
      needs: ['dueBy', 'acceptance'],
      needsReason: true,
      by: 'decider',
    },
    recover: {
      label: { zh: '收回资金', en: 'Take the money back' },
      from: ['running'],
      to: 'recovered',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [{ id: 'accept-days', label: { zh: '验收时限', en: 'Days to accept' }, unit: '工作日', least: 1, most: 60 }],
  measures: [
    {
      id: 'spent',
      label: { zh: '已支出资金', en: 'Spent' },
      kind: 'sum',
      field: 'spent',
      unit: '万元',
      every: 'standing',
      per: 'programme',
    },
    {
      id: 'accepted',
      label: { zh: '任务验收率', en: 'Tasks accepted' },
      kind: 'share',
      unit: '%',
      every: 'standing',
      per: 'programme',
      counts: { stages: ['accepted'] },
    },
  ],
  parameters: {},
  cases: [
    {
      title: 'on its day a task is in time',
      entry: { stage: 'running', stageSince: '2026-01-05', data: { dueBy: '2026-11-30', programme: '铜产业专项' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['unit', 'money', 'goal'] },
    },
    {
      title: 'finished, and nobody accepted it in ten working days: overdue',
      entry: { stage: 'finished', stageSince: '2026-11-02', data: {} },
      on: '2026-11-17',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'red' },
    },
    {
      title: 'a task without a day is never due',
      entry: { stage: 'running', stageSince: '2026-01-05', data: { goal: '建成中试线' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['programme', 'unit', 'money', 'dueBy'] },
    },
  ],
});
