import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text, words } from '../../../core/register/kinds.ts';

const byDraw = { zh: '由抽取得出', en: 'Filled by the draw' };

/** 抽查任务. One for each object that was drawn; only the draw makes them, so nobody adds or drops one by hand. */
export const randomVisits = defineLedger({
  id: 'random-visits',
  label: { zh: '抽查任务', en: 'Visits by draw' },
  purpose: {
    zh: '双随机抽出的每个对象一件：检查、整改、复查、公开结果；只由抽取产生，不能手工增减',
    en: 'One for each object drawn: visited, put right, looked at again, published; made by the draw alone',
  },
  mechanisms: [],
  source: [],
  name: { zh: '抽查任务', en: 'Visit' },
  fields: [
    { id: 'check', label: { zh: '抽查事项编号', en: 'Draw' }, kind: text(40), movesBy: byDraw, column: '100px' },
    {
      id: 'object',
      label: { zh: '检查对象', en: 'Object' },
      kind: text(200),
      movesBy: byDraw,
      isRequired: true,
      isPublic: true,
    },
    {
      id: 'inspectors',
      label: { zh: '检查人员', en: 'Inspectors' },
      kind: words,
      movesBy: byDraw,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'drawnOn', label: { zh: '抽取日期', en: 'Drawn on' }, kind: day, movesBy: byDraw, column: '104px' },
    { id: 'checkBy', label: { zh: '检查期限', en: 'Visit by' }, kind: day, movesBy: byDraw },
    {
      id: 'result',
      label: { zh: '检查结果', en: 'Result' },
      kind: choice({
        clean: { zh: '未发现问题', en: 'Nothing found' },
        advised: { zh: '已责令改正', en: 'Told to put right' },
        absent: { zh: '通过登记的住所无法联系', en: 'Not to be found at its address' },
        refused: { zh: '不配合检查', en: 'Would not be inspected' },
      }),
      isFilter: true,
      isPublic: true,
      column: '120px',
    },
    { id: 'findings', label: { zh: '检查情况', en: 'Findings' }, kind: text(4000) },
    { id: 'rectifyBy', label: { zh: '整改期限', en: 'To be put right by' }, kind: day },
    { id: 'recheck', label: { zh: '复查情况', en: 'Second look' }, kind: text(2000) },
  ],
  madeBy: 'draw',
  first: 'assigned',
  stages: {
    assigned: {
      label: { zh: '待检查', en: 'To be visited' },
      clock: { days: 0, counts: 'calendar', from: 'checkBy', warnDays: 5 },
    },
    rectifying: {
      label: { zh: '整改中', en: 'Being put right' },
      clock: { days: 0, counts: 'calendar', from: 'rectifyBy', warnDays: 5 },
    },
    closed: { label: { zh: '办结', en: 'Closed' }, isFinal: true },
  },
  actions: {
    pass: {
      label: { zh: '检查完毕', en: 'Visited' },
      from: ['assigned'],
      to: 'closed',
      needs: ['result', 'findings'],
      needsEvidence: true,
    },
    order: {
      label: { zh: '责令改正', en: 'Order to put right' },
      from: ['assigned'],
      to: 'rectifying',
      needs: ['result', 'findings', 'rectifyBy'],
      needsEvidence: true,
    },
    accept: {
      label: { zh: '复查通过', en: 'Second look passed' },
      from: ['rectifying'],
      to: 'closed',
      needs: ['recheck'],
    },
  },
  measures: [
    {
      id: 'visited',
      label: { zh: '抽中对象检查完成率', en: 'Objects visited' },
      kind: 'share',
      unit: '%',
      every: 'year',
      on: 'drawnOn',
      counts: { stages: ['rectifying', 'closed'] },
      target: { is: 'at-least', value: 100 },
    },
  ],
  publicStages: ['closed'],
  parameters: {},
  cases: [
    {
      title: 'the last day of the visit is in time',
      entry: { stage: 'assigned', stageSince: '2026-11-02', data: { checkBy: '2026-11-30', object: '甲厂' } },
      on: '2026-11-30',
      expect: { dueOn: '2026-11-30', lamp: 'yellow' },
    },
    {
      title: 'an order that was not followed by its day is overdue',
      entry: { stage: 'rectifying', stageSince: '2026-11-02', data: { rectifyBy: '2026-11-20' } },
      on: '2026-11-21',
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'while the draw gave no limit nothing is due',
      entry: { stage: 'assigned', stageSince: '2026-11-02', data: {} },
      on: '2026-12-31',
      expect: { dueOn: null, lamp: 'grey', lacks: ['object', 'inspectors'] },
    },
  ],
});
