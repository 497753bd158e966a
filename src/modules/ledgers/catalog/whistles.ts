import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { project, unit } from '../kinds.ts';

/** 吹哨报到. The zone calls, the unit on the spot has to come; the document sets no limit, so the office does. */
export const whistles = defineLedger({
  id: 'whistles',
  label: { zh: '吹哨报到', en: 'Calls for help' },
  purpose: {
    zh: '开发区吹哨，属地单位限时报到、办结并由吹哨单位评价',
    en: 'The zone calls a unit, which has to come in time, do what is needed and is rated by the caller',
  },
  mechanisms: ['whistle'],
  source: [{ document: '004', line: 530 }],
  name: { zh: '吹哨事项', en: 'Call' },
  fields: [
    {
      id: 'called',
      label: { zh: '报到单位', en: 'Unit called' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'project',
      label: { zh: '项目', en: 'Project' },
      kind: project,
      isFilter: true,
      column: 'minmax(140px, 1fr)',
    },
    { id: 'on', label: { zh: '吹哨日期', en: 'Called on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'matter', label: { zh: '需办事项', en: 'What is needed' }, kind: text(1000), isRequired: true },
    { id: 'response', label: { zh: '报到情况', en: 'Response' }, kind: text(1000) },
    { id: 'result', label: { zh: '办理结果', en: 'Result' }, kind: text(2000) },
    {
      id: 'score',
      label: { zh: '评价', en: 'Rating' },
      kind: choice({
        good: { zh: '满意', en: 'Good' },
        fair: { zh: '基本满意', en: 'Fair' },
        poor: { zh: '不满意', en: 'Poor' },
      }),
      column: '88px',
    },
  ],
  called: 'called',
  first: 'called',
  stages: {
    called: {
      label: { zh: '待报到', en: 'Called' },
      clock: { days: { choice: 'come-days' }, counts: 'working', from: 'on', warnDays: 0 },
    },
    present: {
      label: { zh: '已报到，办理中', en: 'Present, at work' },
      clock: { days: { choice: 'finish-days' }, counts: 'working', warnDays: 1 },
    },
    finished: { label: { zh: '待评价', en: 'Finished, to be rated' } },
    closed: { label: { zh: '已评价', en: 'Rated' }, isFinal: true },
    cancelled: { label: { zh: '已取消', en: 'Cancelled' }, isFinal: true },
  },
  actions: {
    come: { label: { zh: '报到', en: 'Come' }, from: ['called'], to: 'present', needs: ['response'], by: 'called' },
    finish: { label: { zh: '办结', en: 'Finish' }, from: ['present'], to: 'finished', needs: ['result'], by: 'called' },
    rate: { label: { zh: '评价', en: 'Rate' }, from: ['finished'], to: 'closed', needs: ['score'] },
    repeat: { label: { zh: '不满意，再吹哨', en: 'Call again' }, from: ['finished'], to: 'called', needsReason: true },
    cancel: { label: { zh: '取消', en: 'Cancel' }, from: ['called'], to: 'cancelled', needsReason: true },
  },
  choices: [
    { id: 'come-days', label: { zh: '报到时限', en: 'Days to come' }, unit: '工作日', least: 0, most: 10 },
    { id: 'finish-days', label: { zh: '办结时限', en: 'Days to finish' }, unit: '工作日', least: 1, most: 60 },
  ],
  parameters: {},
  cases: [
    {
      title: 'called on a Friday with one working day: Monday is in time',
      entry: { stage: 'called', stageSince: '2026-11-20', data: { on: '2026-11-20' } },
      on: '2026-11-23',
      answers: { 'come-days': 1, 'finish-days': 10 },
      expect: { dueOn: '2026-11-23', lamp: 'yellow' },
    },
    {
      title: 'on Tuesday nobody has come: overdue',
      entry: { stage: 'called', stageSince: '2026-11-20', data: { on: '2026-11-20' } },
      on: '2026-11-24',
      answers: { 'come-days': 1, 'finish-days': 10 },
      expect: { dueOn: '2026-11-23', lamp: 'red' },
    },
    {
      title: 'without the day of the call nothing is due, and the entry lacks it',
      entry: { stage: 'called', stageSince: '2026-11-20', data: {} },
      on: '2026-11-24',
      answers: { 'come-days': 1, 'finish-days': 10 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['called', 'on', 'matter'] },
    },
  ],
});
