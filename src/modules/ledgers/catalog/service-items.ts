import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { count, truth, unit } from '../kinds.ts';

const answers = { 'change-days': 10 };

/** 政务服务事项清单. Every item of the list with how it is handled, how often somebody has to come, and when the list was looked at. */
export const serviceItems = defineLedger({
  id: 'service-items',
  label: { zh: '政务服务事项', en: 'Items of public service' },
  purpose: {
    zh: '政务服务事项清单动态管理：办理方式、跑动次数、是否一网一窗一链，定期更新',
    en: 'The list of public services: how each is handled, how often one has to come, renewed from time to time',
  },
  mechanisms: ['service_list', 'permit_sep', 'one_net'],
  source: [
    { document: '004', line: 546 },
    { document: '004', line: 550 },
    { document: '004', line: 520 },
  ],
  name: { zh: '事项', en: 'Item' },
  fields: [
    {
      id: 'unit',
      label: { zh: '办理单位', en: 'Unit' },
      kind: unit,
      isRequired: true,
      isPublic: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'field',
      label: { zh: '领域', en: 'Field' },
      kind: choice({
        permit: { zh: '行政许可', en: 'Permits' },
        approval: { zh: '项目审批', en: 'Approval of projects' },
        proof: { zh: '证明事项', en: 'Proofs' },
        other: { zh: '其他服务', en: 'Other' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '96px',
    },
    {
      id: 'mode',
      label: { zh: '办理方式', en: 'Mode' },
      kind: choice({
        cancelled: { zh: '直接取消', en: 'No longer needed' },
        filed: { zh: '审批改备案', en: 'Filed only' },
        promise: { zh: '告知承诺', en: 'On a promise' },
        eased: { zh: '优化服务', en: 'Eased' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '96px',
    },
    {
      id: 'visits',
      label: { zh: '跑动次数（次）', en: 'Visits' },
      kind: count,
      isRequired: true,
      isPublic: true,
      column: '96px',
    },
    {
      id: 'net',
      label: { zh: '一网通办', en: 'On one network' },
      kind: truth,
      isRequired: true,
      isPublic: true,
      column: '88px',
    },
    {
      id: 'once',
      label: { zh: '一次办好', en: 'Done in one visit' },
      kind: truth,
      isRequired: true,
      isPublic: true,
      column: '88px',
    },
    { id: 'window', label: { zh: '一窗受理', en: 'At one window' }, kind: truth, isRequired: true, isPublic: true },
    { id: 'chain', label: { zh: '一链办理', en: 'In one chain' }, kind: truth, isRequired: true, isPublic: true },
    { id: 'days', label: { zh: '承诺时限（工作日）', en: 'Days promised' }, kind: count, isPublic: true },
    { id: 'materials', label: { zh: '材料清单', en: 'Papers' }, kind: text(2000), isPublic: true },
    { id: 'reviewBy', label: { zh: '下次复核日期', en: 'Next review' }, kind: day, isRequired: true, column: '104px' },
    { id: 'finding', label: { zh: '复核意见', en: 'Review' }, kind: text(1000) },
  ],
  called: 'unit',
  first: 'listed',
  stages: {
    listed: {
      label: { zh: '在列', en: 'Listed' },
      clock: { days: 0, counts: 'calendar', from: 'reviewBy', warnDays: 30 },
    },
    changing: {
      label: { zh: '调整中', en: 'Being changed' },
      clock: { days: { choice: 'change-days' }, counts: 'working', warnDays: 3 },
    },
    removed: { label: { zh: '已取消', en: 'Taken off' }, isFinal: true },
  },
  actions: {
    review: {
      label: { zh: '复核', en: 'Review' },
      from: ['listed'],
      to: 'listed',
      needs: ['finding', 'reviewBy'],
      by: 'called',
    },
    change: {
      label: { zh: '提出调整', en: 'Propose a change' },
      from: ['listed'],
      to: 'changing',
      needs: ['finding'],
      by: 'called',
    },
    publish: {
      label: { zh: '调整后公布', en: 'Publish the change' },
      from: ['changing'],
      to: 'listed',
      needs: ['mode', 'visits', 'reviewBy'],
      by: 'decider',
    },
    remove: {
      label: { zh: '取消', en: 'Take off' },
      from: ['listed', 'changing'],
      to: 'removed',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [{ id: 'change-days', label: { zh: '调整时限', en: 'Days to change' }, unit: '工作日', least: 5, most: 60 }],
  measures: [
    {
      id: 'once',
      label: { zh: '最多跑一次的事项占比', en: 'Items done in one visit' },
      kind: 'share',
      unit: '%',
      every: 'standing',
      counts: { only: { field: 'once', is: 'true' } },
      among: { stages: ['listed', 'changing'] },
      target: { is: 'at-least', value: 100 },
      set: setBy('004'),
    },
  ],
  publicStages: ['listed'],
  parameters: { '1次': 'measure:once', '4个一': 'field:net field:once field:window field:chain' },
  cases: [
    {
      title: 'on the day of its review it is in time',
      entry: { stage: 'listed', stageSince: '2026-01-05', data: { reviewBy: '2026-11-30', visits: 0 } },
      on: '2026-11-30',
      answers,
      expect: {
        dueOn: '2026-11-30',
        lamp: 'yellow',
        lacks: ['unit', 'field', 'mode', 'net', 'once', 'window', 'chain'],
      },
    },
    {
      title: 'a change that was not published in ten working days is overdue',
      entry: { stage: 'changing', stageSince: '2026-11-02', data: {} },
      on: '2026-11-17',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'red' },
    },
    {
      title: 'no visit at all is an answer, no number is not; without a day of review nothing is due',
      entry: { stage: 'listed', stageSince: '2026-01-05', data: { mode: 'promise' } },
      on: '2026-12-31',
      answers,
      expect: {
        dueOn: null,
        lamp: 'grey',
        lacks: ['unit', 'field', 'visits', 'net', 'once', 'window', 'chain', 'reviewBy'],
      },
    },
  ],
});
