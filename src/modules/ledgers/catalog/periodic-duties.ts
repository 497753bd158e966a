import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text, words } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { unit } from '../kinds.ts';

const answers = { 'send-days': 3 };

/** 月通报、季检查、年考核. What has to happen every month, quarter and year: done by its day, with what came of it attached. */
export const periodicDuties = defineLedger({
  id: 'periodic-duties',
  label: { zh: '月通报季检查年考核', en: 'Monthly, quarterly, yearly' },
  purpose: {
    zh: '每月通报、每季检查、每年考核：安排、完成、结果送达',
    en: 'Bulletins every month, checks every quarter, assessments every year: planned, done, sent out',
  },
  mechanisms: ['month_quarter_year'],
  source: [{ document: '002', line: 102 }],
  name: { zh: '工作', en: 'Duty' },
  fields: [
    {
      id: 'cycle',
      label: { zh: '频次', en: 'How often' },
      kind: choice({
        month: { zh: '月通报', en: 'Bulletin of the month' },
        quarter: { zh: '季检查', en: 'Check of the quarter' },
        year: { zh: '年考核', en: 'Assessment of the year' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '88px',
    },
    {
      id: 'period',
      label: { zh: '期别', en: 'Period' },
      kind: text(10),
      isRequired: true,
      isPublic: true,
      column: '88px',
    },
    { id: 'unit', label: { zh: '承办单位', en: 'Unit' }, kind: unit, isRequired: true, column: 'minmax(120px, 1fr)' },
    { id: 'dueBy', label: { zh: '完成期限', en: 'Due' }, kind: day, isRequired: true, column: '104px' },
    { id: 'doneOn', label: { zh: '完成日期', en: 'Done on' }, kind: day, isPublic: true, column: '104px' },
    { id: 'result', label: { zh: '结果', en: 'Result' }, kind: text(2000), isPublic: true },
    { id: 'sentTo', label: { zh: '送达范围', en: 'Sent to' }, kind: words },
  ],
  called: 'unit',
  first: 'planned',
  stages: {
    planned: {
      label: { zh: '待完成', en: 'To be done' },
      clock: { days: 0, counts: 'calendar', from: 'dueBy', warnDays: 5 },
    },
    done: {
      label: { zh: '待送达', en: 'To be sent' },
      clock: { days: { choice: 'send-days' }, counts: 'working', warnDays: 1 },
    },
    sent: { label: { zh: '已送达', en: 'Sent' }, isFinal: true },
    dropped: { label: { zh: '取消', en: 'Dropped' }, isFinal: true },
  },
  actions: {
    do: {
      label: { zh: '完成', en: 'Do it' },
      from: ['planned'],
      to: 'done',
      needs: ['doneOn', 'result'],
      needsEvidence: true,
      by: 'called',
    },
    send: { label: { zh: '送达', en: 'Send' }, from: ['done'], to: 'sent', needs: ['sentTo'] },
    drop: { label: { zh: '取消', en: 'Drop' }, from: ['planned'], to: 'dropped', needsReason: true, by: 'decider' },
  },
  choices: [{ id: 'send-days', label: { zh: '送达时限', en: 'Days to send' }, unit: '工作日', least: 0, most: 30 }],
  measures: [
    {
      id: 'month',
      label: { zh: '每月通报一次', en: 'A bulletin every month' },
      kind: 'count',
      unit: '次',
      every: 'month',
      on: 'doneOn',
      counts: { stages: ['done', 'sent'], only: { field: 'cycle', is: 'month' } },
      target: { is: 'at-least', value: 1 },
      set: setBy('002'),
    },
    {
      id: 'quarter',
      label: { zh: '每季检查一次', en: 'A check every quarter' },
      kind: 'count',
      unit: '次',
      every: 'quarter',
      on: 'doneOn',
      counts: { stages: ['done', 'sent'], only: { field: 'cycle', is: 'quarter' } },
      target: { is: 'at-least', value: 1 },
      set: setBy('002'),
    },
    {
      id: 'year',
      label: { zh: '每年考核一次', en: 'An assessment every year' },
      kind: 'count',
      unit: '次',
      every: 'year',
      on: 'doneOn',
      counts: { stages: ['done', 'sent'], only: { field: 'cycle', is: 'year' } },
      target: { is: 'at-least', value: 1 },
      set: setBy('002'),
    },
  ],
  publicStages: ['sent'],
  parameters: {
    每月: 'measure:month',
    月: 'field:cycle.month',
    季: 'measure:quarter field:cycle.quarter',
    年: 'measure:year field:cycle.year',
  },
  cases: [
    {
      title: 'on its day a check is in time',
      entry: {
        stage: 'planned',
        stageSince: '2026-10-05',
        data: { dueBy: '2026-11-30', cycle: 'quarter', period: '2026-Q3' },
      },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['unit'] },
    },
    {
      title: 'done, and not sent out in three working days: overdue',
      entry: { stage: 'done', stageSince: '2026-11-02', data: {} },
      on: '2026-11-06',
      answers,
      expect: { dueOn: '2026-11-05', lamp: 'red' },
    },
    {
      title: 'a duty without a day is never due',
      entry: { stage: 'planned', stageSince: '2026-10-05', data: { cycle: 'year' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['period', 'unit', 'dueBy'] },
    },
  ],
});
