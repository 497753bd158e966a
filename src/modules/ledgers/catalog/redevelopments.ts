import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, park, unit } from '../kinds.ts';

/** 存量用地二次开发. Land that was built on once is bought back, rebuilt or leased anew, and must be in use by a day. */
export const redevelopments = defineLedger({
  id: 'redevelopments',
  label: { zh: '存量用地二次开发', en: 'Redevelopment of used land' },
  purpose: {
    zh: '存量建设用地：摸底入库、定改造方式、批方案、实施、验收投用',
    en: 'Land in use that is developed again: listed, planned, approved, carried out, in use by a day',
  },
  mechanisms: ['land_redevelop'],
  source: [
    { document: '000', line: 2328 },
    { document: '004', line: 161 },
  ],
  name: { zh: '地块', en: 'Parcel' },
  fields: [
    {
      id: 'park',
      label: { zh: '园区', en: 'Park' },
      kind: park,
      isRequired: true,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'holder',
      label: { zh: '原使用权人', en: 'Holder until now' },
      kind: enterprise,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'area', label: { zh: '面积', en: 'Area' }, kind: measure('亩'), isRequired: true, column: '96px' },
    {
      id: 'mode',
      label: { zh: '开发方式', en: 'Way' },
      kind: choice({
        reserve: { zh: '政府收储再供', en: 'Bought back and granted anew' },
        rebuild: { zh: '原企业自行改造', en: 'Rebuilt by the holder' },
        joint: { zh: '合作开发', en: 'Together with others' },
        storeys: { zh: '加层扩容', en: 'Built higher' },
        lease: { zh: '改造后出租', en: 'Rebuilt and leased' },
      }),
      isFilter: true,
      column: '120px',
    },
    { id: 'before', label: { zh: '现容积率', en: 'Floor area ratio now' }, kind: text(20), column: '96px' },
    { id: 'after', label: { zh: '规划容积率', en: 'Floor area ratio planned' }, kind: text(20), column: '96px' },
    { id: 'money', label: { zh: '改造投资', en: 'Investment' }, kind: measure('万元') },
    {
      id: 'responsible',
      label: { zh: '牵头单位', en: 'Lead unit' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'scheme', label: { zh: '改造方案', en: 'Scheme' }, kind: text(2000) },
    { id: 'finishBy', label: { zh: '计划投用日期', en: 'To be in use by' }, kind: day, column: '112px' },
    { id: 'use', label: { zh: '投用情况', en: 'Use' }, kind: text(1000) },
  ],
  called: 'responsible',
  place: 'park',
  first: 'listed',
  stages: {
    listed: {
      label: { zh: '已入库，待编方案', en: 'Listed, awaits a scheme' },
      clock: { days: { choice: 'scheme-days' }, counts: 'working', warnDays: 10 },
    },
    proposed: {
      label: { zh: '方案报审', en: 'Scheme under review' },
      clock: { days: { choice: 'approve-days' }, counts: 'working', warnDays: 5 },
    },
    running: {
      label: { zh: '实施中', en: 'Under way' },
      clock: { days: 0, counts: 'calendar', from: 'finishBy', warnDays: 60 },
    },
    used: { label: { zh: '已投用', en: 'In use' }, isFinal: true },
    dropped: { label: { zh: '已出库', en: 'Taken off' }, isFinal: true },
  },
  actions: {
    propose: {
      label: { zh: '报方案', en: 'Propose' },
      from: ['listed'],
      to: 'proposed',
      needs: ['mode', 'scheme', 'finishBy'],
      needsEvidence: true,
      by: 'called',
    },
    approve: { label: { zh: '批准方案', en: 'Approve' }, from: ['proposed'], to: 'running', by: 'decider' },
    return: {
      label: { zh: '退回修改', en: 'Return' },
      from: ['proposed'],
      to: 'listed',
      needsReason: true,
      by: 'decider',
    },
    finish: {
      label: { zh: '验收投用', en: 'Accept' },
      from: ['running'],
      to: 'used',
      needs: ['use'],
      needsEvidence: true,
    },
    drop: { label: { zh: '出库', en: 'Take off' }, from: ['listed'], to: 'dropped', needsReason: true, by: 'decider' },
  },
  choices: [
    { id: 'scheme-days', label: { zh: '编制方案时限', en: 'Days for a scheme' }, unit: '工作日', least: 5, most: 250 },
    { id: 'approve-days', label: { zh: '方案审批时限', en: 'Days to approve' }, unit: '工作日', least: 1, most: 60 },
  ],
  parameters: {},
  cases: [
    {
      title: 'a scheme within thirty working days: the thirtieth is in time',
      entry: { stage: 'listed', stageSince: '2026-11-02', data: {} },
      on: '2026-12-14',
      answers: { 'scheme-days': 30, 'approve-days': 15 },
      expect: { dueOn: '2026-12-14', lamp: 'yellow', lacks: ['park', 'area', 'responsible'] },
    },
    {
      title: 'not in use on the day that the scheme names: overdue',
      entry: { stage: 'running', stageSince: '2026-01-10', data: { finishBy: '2026-10-31' } },
      on: '2026-11-01',
      answers: { 'scheme-days': 30, 'approve-days': 15 },
      expect: { dueOn: '2026-10-31', lamp: 'red' },
    },
    {
      title: 'while the office has set no limits nothing is due',
      entry: { stage: 'proposed', stageSince: '2026-01-10', data: { mode: 'rebuild' } },
      on: '2026-12-31',
      expect: { dueOn: null, lamp: 'grey' },
    },
  ],
});
