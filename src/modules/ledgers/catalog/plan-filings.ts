import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { unit } from '../kinds.ts';

/** 规划编制目录与备案. Which plans are to be drafted by whom and when; each is filed with the zone once it is approved. */
export const planFilings = defineLedger({
  id: 'plan-filings',
  label: { zh: '规划编制与备案', en: 'Plans to be drafted and filed' },
  purpose: {
    zh: '规划编制目录清单：谁编、何时报批、批准后限期统一备案',
    en: 'The list of plans to be drafted, by whom and by when, each filed in time after its approval',
  },
  mechanisms: ['plan_filing'],
  source: [{ document: '004', line: 556 }],
  name: { zh: '规划名称', en: 'Plan' },
  fields: [
    {
      id: 'level',
      label: { zh: '规划类别', en: 'Kind' },
      kind: choice({
        general: { zh: '发展规划', en: 'Development plan' },
        spatial: { zh: '空间规划', en: 'Spatial plan' },
        special: { zh: '专项规划', en: 'Special plan' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '96px',
    },
    {
      id: 'drafter',
      label: { zh: '编制单位', en: 'Drafted by' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'draftBy',
      label: { zh: '计划报批日期', en: 'For approval by' },
      kind: day,
      isRequired: true,
      column: '112px',
    },
    { id: 'span', label: { zh: '规划期', en: 'Span' }, kind: text(40), isPublic: true, column: '104px' },
    { id: 'above', label: { zh: '上位规划', en: 'Plan above it' }, kind: text(200) },
    { id: 'approver', label: { zh: '批准机关', en: 'Approved by' }, kind: text(100) },
    { id: 'approvedOn', label: { zh: '批准日期', en: 'Approved on' }, kind: day, isPublic: true, column: '104px' },
    { id: 'fit', label: { zh: '衔接审查意见', en: 'How it fits the plans above' }, kind: text(2000) },
    { id: 'number', label: { zh: '备案号', en: 'Filing number' }, kind: text(60), isPublic: true, column: '120px' },
  ],
  called: 'drafter',
  first: 'listed',
  stages: {
    listed: {
      label: { zh: '编制中', en: 'Being drafted' },
      clock: { days: 0, counts: 'calendar', from: 'draftBy', warnDays: 30 },
    },
    approved: {
      label: { zh: '已批准，待报备', en: 'Approved, to be handed in' },
      clock: { days: { choice: 'filing-days' }, counts: 'working', from: 'approvedOn', warnDays: 5 },
    },
    handed: {
      label: { zh: '已报送，审查中', en: 'Handed in, being looked at' },
      clock: { days: { choice: 'review-days' }, counts: 'working', warnDays: 3 },
    },
    filed: { label: { zh: '已备案', en: 'Filed' }, isFinal: true },
    cancelled: { label: { zh: '已移出目录', en: 'Taken off the list' }, isFinal: true },
  },
  actions: {
    approve: {
      label: { zh: '登记批准', en: 'Note its approval' },
      from: ['listed'],
      to: 'approved',
      needs: ['approver', 'approvedOn'],
      needsEvidence: true,
    },
    hand: {
      label: { zh: '报送备案', en: 'Hand in' },
      from: ['approved'],
      to: 'handed',
      needsEvidence: true,
      by: 'called',
    },
    file: {
      label: { zh: '准予备案', en: 'File' },
      from: ['handed'],
      to: 'filed',
      needs: ['fit', 'number'],
      by: 'decider',
    },
    return: { label: { zh: '退回修改', en: 'Return' }, from: ['handed'], to: 'approved', needsReason: true },
    cancel: {
      label: { zh: '移出目录', en: 'Take off' },
      from: ['listed'],
      to: 'cancelled',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    {
      id: 'filing-days',
      label: { zh: '批准后报备时限', en: 'Days to hand in after approval' },
      unit: '工作日',
      least: 1,
      most: 60,
    },
    { id: 'review-days', label: { zh: '备案审查时限', en: 'Days to look at it' }, unit: '工作日', least: 1, most: 60 },
  ],
  publicStages: ['filed'],
  parameters: { 统一备案: 'stage:filed' },
  cases: [
    {
      title: 'twenty working days after a Monday end on a Monday, which is in time',
      entry: { stage: 'approved', stageSince: '2026-11-05', data: { approvedOn: '2026-11-02' } },
      on: '2026-11-30',
      answers: { 'filing-days': 20, 'review-days': 10 },
      expect: { dueOn: '2026-11-30', lamp: 'yellow' },
    },
    {
      title: 'a plan that was to be ready in June is overdue in July, whatever the office has decided',
      entry: { stage: 'listed', stageSince: '2026-01-05', data: { draftBy: '2026-06-30' } },
      on: '2026-07-01',
      expect: { dueOn: '2026-06-30', lamp: 'red' },
    },
    {
      title: 'a plan on the list without a day and a drafter has no limit, and lacks them',
      entry: { stage: 'listed', stageSince: '2026-01-05', data: { level: 'special' } },
      on: '2026-07-01',
      expect: { dueOn: null, lamp: 'grey', lacks: ['drafter', 'draftBy'] },
    },
  ],
});
