import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { park, project, unit } from '../kinds.ts';

/** 用地指标盘活置换. Quota that lies unused on one parcel goes to another, and what was given up is proved first. */
export const quotaSwaps = defineLedger({
  id: 'quota-swaps',
  label: { zh: '用地指标置换', en: 'Swaps of land quota' },
  purpose: {
    zh: '用地计划指标的盘活与置换：腾出、核定、批准、使用',
    en: 'Land quota freed on one parcel and used on another: given up, verified, approved, used',
  },
  mechanisms: ['quota_swap'],
  source: [{ document: '004', line: 560 }],
  name: { zh: '置换事项', en: 'Swap' },
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
      id: 'from',
      label: { zh: '调出地块', en: 'From parcel' },
      kind: text(200),
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'kind',
      label: { zh: '指标类型', en: 'Kind of quota' },
      kind: choice({
        construction: { zh: '新增建设用地', en: 'New building land' },
        farmland: { zh: '农用地转用', en: 'Conversion of farmland' },
        balance: { zh: '占补平衡', en: 'Balance of farmland' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    {
      id: 'out',
      label: { zh: '调出面积', en: 'Area given up' },
      kind: measure('亩'),
      isRequired: true,
      column: '96px',
    },
    { id: 'asked', label: { zh: '申请日期', en: 'Asked on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'verifier', label: { zh: '核定单位', en: 'Verified by' }, kind: unit, isRequired: true },
    { id: 'verified', label: { zh: '核定面积', en: 'Area verified' }, kind: measure('亩'), column: '96px' },
    {
      id: 'project',
      label: { zh: '使用项目', en: 'Used for' },
      kind: project,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'to', label: { zh: '调入地块', en: 'To parcel' }, kind: text(200) },
    { id: 'until', label: { zh: '指标有效期至', en: 'Valid until' }, kind: day, column: '112px' },
    { id: 'used', label: { zh: '使用面积', en: 'Area used' }, kind: measure('亩'), column: '96px' },
  ],
  called: 'verifier',
  first: 'asked',
  stages: {
    asked: {
      label: { zh: '核定中', en: 'Being verified' },
      clock: { days: { choice: 'verify-days' }, counts: 'working', from: 'asked', warnDays: 3 },
    },
    verified: {
      label: { zh: '待批准', en: 'To be approved' },
      clock: { days: { choice: 'approve-days' }, counts: 'working', warnDays: 3 },
    },
    available: {
      label: { zh: '可使用', en: 'Available' },
      clock: { days: 0, counts: 'calendar', from: 'until', warnDays: 60 },
    },
    used: { label: { zh: '已使用', en: 'Used' }, isFinal: true },
    lapsed: { label: { zh: '已失效或撤回', en: 'Lapsed or withdrawn' }, isFinal: true },
  },
  actions: {
    verify: {
      label: { zh: '核定', en: 'Verify' },
      from: ['asked'],
      to: 'verified',
      needs: ['verified'],
      needsEvidence: true,
      by: 'called',
    },
    approve: {
      label: { zh: '批准置换', en: 'Approve' },
      from: ['verified'],
      to: 'available',
      needs: ['until'],
      needsEvidence: true,
      by: 'decider',
    },
    use: { label: { zh: '用于项目', en: 'Use' }, from: ['available'], to: 'used', needs: ['project', 'to', 'used'] },
    lapse: {
      label: { zh: '失效或撤回', en: 'Let it lapse' },
      from: ['asked', 'verified', 'available'],
      to: 'lapsed',
      needsReason: true,
    },
  },
  choices: [
    { id: 'verify-days', label: { zh: '核定时限', en: 'Days to verify' }, unit: '工作日', least: 1, most: 60 },
    { id: 'approve-days', label: { zh: '批准时限', en: 'Days to approve' }, unit: '工作日', least: 1, most: 60 },
  ],
  parameters: {},
  cases: [
    {
      title: 'ten working days to verify; the tenth is in time',
      entry: { stage: 'asked', stageSince: '2026-11-02', data: { asked: '2026-11-02' } },
      on: '2026-11-16',
      answers: { 'verify-days': 10, 'approve-days': 10 },
      expect: { dueOn: '2026-11-16', lamp: 'yellow' },
    },
    {
      title: 'quota that nobody used by the end of its validity is overdue',
      entry: { stage: 'available', stageSince: '2026-01-10', data: { asked: '2025-11-03', until: '2026-09-30' } },
      on: '2026-10-01',
      answers: { 'verify-days': 10, 'approve-days': 10 },
      expect: { dueOn: '2026-09-30', lamp: 'red' },
    },
    {
      title: 'a swap that does not say what is given up cannot be asked for',
      entry: { stage: 'asked', stageSince: '2026-11-02', data: { kind: 'construction' } },
      on: '2026-12-31',
      answers: { 'verify-days': 10, 'approve-days': 10 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['park', 'from', 'out', 'asked', 'verifier'] },
    },
  ],
});
