import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text, words } from '../../../core/register/kinds.ts';
import { project, unit } from '../kinds.ts';

/** 联席会议议题. An item comes to a meeting, gets a decision with a day, and whoever was told reports back by then. */
export const jointMeetings = defineLedger({
  id: 'joint-meetings',
  label: { zh: '联席会议议题', en: 'Items of joint meetings' },
  purpose: {
    zh: '联席会议和三方会商：议题上会、议定交办、按期反馈、销号',
    en: 'Items taken to a joint meeting, decided, handed to a unit with a day, and reported back',
  },
  mechanisms: ['joint_meeting'],
  source: [
    { document: '001', line: 738 },
    { document: '003', line: 295 },
    { document: '004', line: 560 },
  ],
  name: { zh: '议题', en: 'Item' },
  fields: [
    {
      id: 'kind',
      label: { zh: '会议类型', en: 'Meeting' },
      kind: choice({
        joint: { zh: '联席会议', en: 'Joint meeting' },
        list: { zh: '清单审批会议', en: 'Approval of a list' },
        tripartite: { zh: '三方会商', en: 'Talks of three parties' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    { id: 'proposed', label: { zh: '提出日期', en: 'Proposed on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'matter', label: { zh: '议题内容', en: 'Matter' }, kind: text(2000), isRequired: true },
    { id: 'parties', label: { zh: '参会各方', en: 'Parties' }, kind: words, isRequired: true },
    { id: 'project', label: { zh: '涉及项目', en: 'Project' }, kind: project, isFilter: true },
    { id: 'metOn', label: { zh: '会议日期', en: 'Met on' }, kind: day, column: '104px' },
    { id: 'decision', label: { zh: '议定事项', en: 'Decision' }, kind: text(2000) },
    {
      id: 'responsible',
      label: { zh: '承办单位', en: 'Unit that carries it out' },
      kind: unit,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'due', label: { zh: '办理期限', en: 'To be done by' }, kind: day, column: '104px' },
    { id: 'result', label: { zh: '落实情况', en: 'What came of it' }, kind: text(2000) },
  ],
  called: 'responsible',
  first: 'proposed',
  stages: {
    proposed: {
      label: { zh: '待上会', en: 'Awaits a meeting' },
      clock: { days: { choice: 'hearing-days' }, counts: 'working', from: 'proposed', warnDays: 3 },
    },
    decided: {
      label: { zh: '已议定，落实中', en: 'Decided, being carried out' },
      clock: { days: 0, counts: 'calendar', from: 'due', warnDays: 5 },
    },
    reported: { label: { zh: '已反馈，待确认', en: 'Reported, to be confirmed' } },
    closed: { label: { zh: '已销号', en: 'Closed' }, isFinal: true },
    dropped: { label: { zh: '未列入议题', en: 'Not taken up' }, isFinal: true },
  },
  actions: {
    decide: {
      label: { zh: '会议议定', en: 'Decide' },
      from: ['proposed'],
      to: 'decided',
      needs: ['metOn', 'decision', 'responsible', 'due'],
      needsEvidence: true,
      by: 'decider',
    },
    drop: { label: { zh: '不列入议题', en: 'Do not take up' }, from: ['proposed'], to: 'dropped', needsReason: true },
    report: {
      label: { zh: '反馈落实情况', en: 'Report' },
      from: ['decided'],
      to: 'reported',
      needs: ['result'],
      by: 'called',
    },
    confirm: { label: { zh: '确认销号', en: 'Confirm' }, from: ['reported'], to: 'closed' },
    reopen: { label: { zh: '退回落实', en: 'Send back' }, from: ['reported'], to: 'decided', needsReason: true },
  },
  choices: [
    {
      id: 'hearing-days',
      label: { zh: '议题上会时限', en: 'Days until a meeting' },
      unit: '工作日',
      least: 1,
      most: 130,
    },
  ],
  parameters: { '3方': 'field:kind.tripartite' },
  cases: [
    {
      title: 'proposed on a Monday with ten working days: the second Monday after is in time',
      entry: { stage: 'proposed', stageSince: '2026-11-02', data: { proposed: '2026-11-02' } },
      on: '2026-11-16',
      answers: { 'hearing-days': 10 },
      expect: { dueOn: '2026-11-16', lamp: 'yellow' },
    },
    {
      title: 'what was decided is overdue the day after the day that the meeting set',
      entry: { stage: 'decided', stageSince: '2026-11-10', data: { due: '2026-12-10' } },
      on: '2026-12-11',
      answers: { 'hearing-days': 10 },
      expect: { dueOn: '2026-12-10', lamp: 'red' },
    },
    {
      title: 'without the day on which it was proposed nothing is due, and the entry lacks it',
      entry: {
        stage: 'proposed',
        stageSince: '2026-11-02',
        data: { kind: 'joint', matter: '集中供热', parties: ['园区'] },
      },
      on: '2026-12-31',
      answers: { 'hearing-days': 10 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['proposed'] },
    },
  ],
});
