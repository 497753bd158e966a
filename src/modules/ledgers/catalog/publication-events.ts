import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { count, unit } from '../kinds.ts';

const answers = { 'report-days': 15 };

/** 双走进、双发布. Twice a year; an event that was held is reported with what became of it. */
export const publicationEvents = defineLedger({
  id: 'publication-events',
  label: { zh: '双走进、双发布', en: 'Needs and results made known' },
  purpose: {
    zh: '科技需求和科技成果的发布活动，每年两次，会后跟踪对接和转化',
    en: 'Twice a year needs go to universities and results to firms; what became of it is reported',
  },
  mechanisms: ['dual_publish'],
  source: [{ document: '002', line: 114 }],
  name: { zh: '发布活动', en: 'Event' },
  fields: [
    {
      id: 'direction',
      label: { zh: '活动方向', en: 'Direction' },
      kind: choice({
        needs: { zh: '走进院所，发布需求', en: 'Needs, to universities and institutes' },
        results: { zh: '走进企业，发布成果', en: 'Results, to firms' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '160px',
    },
    {
      id: 'host',
      label: { zh: '承办单位', en: 'Unit that holds it' },
      kind: unit,
      isRequired: true,
      isPublic: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'heldOn',
      label: { zh: '计划举办日期', en: 'To be held on' },
      kind: day,
      isRequired: true,
      isPublic: true,
      column: '112px',
    },
    { id: 'place', label: { zh: '走进单位', en: 'Where' }, kind: text(200), isPublic: true },
    { id: 'items', label: { zh: '发布项数', en: 'Items published' }, kind: count, isPublic: true },
    { id: 'guests', label: { zh: '参加单位数', en: 'Guests' }, kind: count },
    { id: 'deals', label: { zh: '达成合作项数', en: 'Agreements' }, kind: count, isPublic: true },
    { id: 'summary', label: { zh: '活动小结', en: 'Summary' }, kind: text(2000) },
  ],
  called: 'host',
  first: 'planned',
  stages: {
    planned: {
      label: { zh: '待举办', en: 'Planned' },
      clock: { days: 0, counts: 'calendar', from: 'heldOn', warnDays: 14 },
    },
    held: {
      label: { zh: '已举办，待报成效', en: 'Held, to be reported' },
      clock: { days: { choice: 'report-days' }, counts: 'working', warnDays: 3 },
    },
    reported: { label: { zh: '已报成效', en: 'Reported' }, isFinal: true },
    cancelled: { label: { zh: '取消', en: 'Cancelled' }, isFinal: true },
  },
  actions: {
    move: { label: { zh: '改期', en: 'Move' }, from: ['planned'], to: 'planned', needs: ['heldOn'], needsReason: true },
    hold: {
      label: { zh: '登记举办', en: 'Enter that it was held' },
      from: ['planned'],
      to: 'held',
      needs: ['place', 'items', 'guests'],
      needsEvidence: true,
      by: 'called',
    },
    report: {
      label: { zh: '报成效', en: 'Report' },
      from: ['held'],
      to: 'reported',
      needs: ['deals', 'summary'],
      by: 'called',
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['planned'],
      to: 'cancelled',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'report-days', label: { zh: '报送成效时限', en: 'Days to report' }, unit: '工作日', least: 1, most: 60 },
  ],
  measures: [
    {
      id: 'twice',
      label: { zh: '每年举办两次', en: 'Held twice a year' },
      kind: 'count',
      unit: '次',
      every: 'year',
      on: 'heldOn',
      counts: { stages: ['held', 'reported'] },
      target: { is: 'at-least', value: 2 },
      set: setBy('002'),
    },
  ],
  publicStages: ['held', 'reported'],
  parameters: { '每年2次(任务12)': 'measure:twice' },
  cases: [
    {
      title: 'on the day itself it is in time',
      entry: { stage: 'planned', stageSince: '2026-10-08', data: { heldOn: '2026-11-20' } },
      on: '2026-11-20',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'yellow', lacks: ['direction', 'host'] },
    },
    {
      title: 'held, and fifteen working days later not reported: overdue on the next day',
      entry: { stage: 'held', stageSince: '2026-11-02', data: { heldOn: '2026-11-02' } },
      on: '2026-11-24',
      answers,
      expect: { dueOn: '2026-11-23', lamp: 'red' },
    },
    {
      title: 'an event without a day is not planned yet',
      entry: { stage: 'planned', stageSince: '2026-10-08', data: { direction: 'needs', host: 'a' } },
      on: '2026-11-20',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['heldOn'] },
    },
  ],
});
