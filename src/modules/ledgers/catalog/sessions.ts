import { defineLedger } from '../../../core/ledger/ledger.ts';
import { day, text } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { entryList } from '../kinds.ts';

/** 项目会办. What units could not solve among themselves is decided in one session; twice a year at least. */
export const sessions = defineLedger({
  id: 'sessions',
  label: { zh: '项目会办', en: 'Joint sessions' },
  purpose: {
    zh: '集中会办提请的项目问题：定议题、印材料、逐件定案并回到问题台账',
    en: 'Problems taken to a joint session: agenda, printed pack, a decision for each that goes back to the problem',
  },
  mechanisms: ['joint_handling'],
  source: [{ document: '002', line: 102 }],
  name: { zh: '会议', en: 'Session' },
  fields: [
    { id: 'on', label: { zh: '会期', en: 'Day of the session' }, kind: day, isRequired: true, column: '104px' },
    { id: 'place', label: { zh: '地点', en: 'Place' }, kind: text(100), column: '140px' },
    { id: 'chair', label: { zh: '主持', en: 'Chair' }, kind: text(60), isRequired: true, column: '90px' },
    { id: 'present', label: { zh: '参会单位', en: 'Units present' }, kind: text(1000) },
    {
      id: 'agenda',
      label: { zh: '议题', en: 'Problems on the agenda' },
      kind: entryList,
      column: '80px',
      movesBy: { zh: '在会议的“议题”里选定', en: 'Chosen under “Agenda” of the session' },
    },
    { id: 'minutes', label: { zh: '纪要', en: 'Minutes' }, kind: text(4000) },
  ],
  first: 'planned',
  stages: {
    planned: {
      label: { zh: '筹备', en: 'Planned' },
      clock: { days: 0, counts: 'calendar', from: 'on', warnDays: 7 },
    },
    held: {
      label: { zh: '已开，待印发纪要', en: 'Held, minutes to come' },
      clock: { days: { choice: 'minutes-days' }, counts: 'working', warnDays: 2 },
    },
    closed: { label: { zh: '已印发纪要', en: 'Minutes issued' }, isFinal: true },
    cancelled: { label: { zh: '取消', en: 'Cancelled' }, isFinal: true },
  },
  actions: {
    hold: { label: { zh: '开会', en: 'Hold it' }, from: ['planned'], to: 'held', needs: ['agenda', 'present'] },
    close: {
      label: { zh: '印发纪要', en: 'Issue the minutes' },
      from: ['held'],
      to: 'closed',
      needs: ['minutes'],
      needsEvidence: true,
    },
    cancel: { label: { zh: '取消', en: 'Cancel' }, from: ['planned'], to: 'cancelled', needsReason: true },
  },
  choices: [
    {
      id: 'minutes-days',
      label: { zh: '印发纪要时限', en: 'Days to issue minutes' },
      unit: '工作日',
      least: 1,
      most: 30,
    },
  ],
  measures: [
    {
      id: 'twice-a-year',
      label: { zh: '项目会办每年两次', en: 'Two joint sessions a year' },
      kind: 'count',
      unit: '次',
      every: 'year',
      on: 'on',
      counts: { stages: ['held', 'closed'] },
      target: { is: 'at-least', value: 2 },
      set: setBy('002'),
    },
  ],
  parameters: { 每年2次: 'measure:twice-a-year' },
  cases: [
    {
      title: 'on its own day a planned session is in time, and says what it lacks',
      entry: { stage: 'planned', stageSince: '2026-11-02', data: { on: '2026-11-20' } },
      on: '2026-11-20',
      answers: { 'minutes-days': 5 },
      expect: { dueOn: '2026-11-20', lamp: 'yellow', lacks: ['chair'] },
    },
    {
      title: 'five working days later, over a weekend, the minutes are still in time',
      entry: { stage: 'held', stageSince: '2026-11-20', data: { on: '2026-11-20' } },
      on: '2026-11-27',
      answers: { 'minutes-days': 5 },
      expect: { dueOn: '2026-11-27', lamp: 'yellow' },
    },
    {
      title: 'the day after they are overdue',
      entry: { stage: 'held', stageSince: '2026-11-20', data: { on: '2026-11-20' } },
      on: '2026-11-28',
      answers: { 'minutes-days': 5 },
      expect: { dueOn: '2026-11-27', lamp: 'red' },
    },
  ],
});
