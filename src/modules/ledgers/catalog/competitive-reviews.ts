import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { count, park, unit } from '../kinds.ts';

/** 竞争性评审. Plans of parks compete: experts score them, a list is proposed, the joint meeting approves it. */
export const competitiveReviews = defineLedger({
  id: 'competitive-reviews',
  label: { zh: '竞争性评审', en: 'Competitive reviews' },
  purpose: {
    zh: '园区申报的项目计划：专家评审打分、形成支持清单、提请审批',
    en: 'Plans that parks hand in: scored by experts, put on a proposed list, approved by the joint meeting',
  },
  mechanisms: ['competitive_review'],
  source: [{ document: '003', line: 295 }],
  name: { zh: '项目计划', en: 'Plan' },
  fields: [
    {
      id: 'round',
      label: { zh: '批次', en: 'Round' },
      kind: text(60),
      isRequired: true,
      isPublic: true,
      column: '104px',
    },
    {
      id: 'park',
      label: { zh: '申报园区', en: 'Park' },
      kind: park,
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'purpose',
      label: { zh: '建设内容', en: 'What for' },
      kind: choice({
        platform: { zh: '公共服务平台', en: 'Service platform' },
        facility: { zh: '基础设施', en: 'Infrastructure' },
        other: { zh: '其他', en: 'Other' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '112px',
    },
    { id: 'handedIn', label: { zh: '申报日期', en: 'Handed in' }, kind: day, isRequired: true, column: '104px' },
    {
      id: 'money',
      label: { zh: '申请资金', en: 'Money asked for' },
      kind: measure('万元'),
      isRequired: true,
      column: '104px',
    },
    { id: 'panel', label: { zh: '评审单位', en: 'Unit that reviews' }, kind: unit, isRequired: true },
    { id: 'experts', label: { zh: '评审专家数', en: 'Experts' }, kind: count, column: '96px' },
    { id: 'score', label: { zh: '平均得分', en: 'Mean score' }, kind: measure('分'), column: '88px' },
    { id: 'rank', label: { zh: '名次', en: 'Rank' }, kind: count, column: '64px' },
    { id: 'opinion', label: { zh: '评审意见', en: 'Opinion' }, kind: text(2000) },
    {
      id: 'approved',
      label: { zh: '批准资金', en: 'Money approved' },
      kind: measure('万元'),
      isPublic: true,
      column: '104px',
    },
    { id: 'minutes', label: { zh: '会议纪要编号', en: 'Minutes' }, kind: text(60) },
  ],
  called: 'panel',
  first: 'handed',
  stages: {
    handed: {
      label: { zh: '待评审', en: 'To be reviewed' },
      clock: { days: { choice: 'review-days' }, counts: 'working', from: 'handedIn', warnDays: 5 },
    },
    reviewed: {
      label: { zh: '已评审，待列清单', en: 'Reviewed' },
      clock: { days: { choice: 'list-days' }, counts: 'working', warnDays: 3 },
    },
    listed: {
      label: { zh: '拟支持，待联席会议审批', en: 'On the list, awaits the meeting' },
      clock: { days: { choice: 'approve-days' }, counts: 'working', warnDays: 5 },
    },
    approved: { label: { zh: '已批准', en: 'Approved' }, isFinal: true },
    unlisted: { label: { zh: '未入选', en: 'Not chosen' }, isFinal: true },
  },
  actions: {
    review: {
      label: { zh: '登记评审结果', en: 'Note the review' },
      from: ['handed'],
      to: 'reviewed',
      needs: ['experts', 'score', 'opinion'],
      needsEvidence: true,
      by: 'called',
    },
    list: { label: { zh: '列入拟支持清单', en: 'Put on the list' }, from: ['reviewed'], to: 'listed', needs: ['rank'] },
    unlist: {
      label: { zh: '不列入', en: 'Leave out' },
      from: ['reviewed', 'listed'],
      to: 'unlisted',
      needsReason: true,
    },
    approve: {
      label: { zh: '联席会议批准', en: 'Approve in the meeting' },
      from: ['listed'],
      to: 'approved',
      needs: ['approved', 'minutes'],
      needsEvidence: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'review-days', label: { zh: '评审时限', en: 'Days to review' }, unit: '工作日', least: 1, most: 90 },
    {
      id: 'list-days',
      label: { zh: '列清单时限', en: 'Days to draw up the list' },
      unit: '工作日',
      least: 1,
      most: 60,
    },
    {
      id: 'approve-days',
      label: { zh: '联席会议审批时限', en: 'Days until the meeting' },
      unit: '工作日',
      least: 1,
      most: 130,
    },
  ],
  publicStages: ['approved'],
  parameters: { '评审→清单→联席会议审批': 'action:approve' },
  cases: [
    {
      title: 'reviewed within twenty working days; the twentieth is in time',
      entry: { stage: 'handed', stageSince: '2026-11-04', data: { handedIn: '2026-11-02' } },
      on: '2026-11-30',
      answers: { 'review-days': 20, 'list-days': 5, 'approve-days': 30 },
      expect: { dueOn: '2026-11-30', lamp: 'yellow' },
    },
    {
      title: 'scored, and on no list after five working days: overdue',
      entry: { stage: 'reviewed', stageSince: '2026-11-02', data: { handedIn: '2026-10-12', score: '86.5' } },
      on: '2026-11-10',
      answers: { 'review-days': 20, 'list-days': 5, 'approve-days': 30 },
      expect: { dueOn: '2026-11-09', lamp: 'red' },
    },
    {
      title: 'a plan without park, day and money cannot compete',
      entry: { stage: 'handed', stageSince: '2026-11-02', data: { round: '2026年第一批', purpose: 'platform' } },
      on: '2026-11-30',
      answers: { 'review-days': 20, 'list-days': 5, 'approve-days': 30 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['park', 'handedIn', 'money', 'panel'] },
    },
  ],
});
