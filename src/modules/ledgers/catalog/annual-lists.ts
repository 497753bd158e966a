import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { park, project, unit } from '../kinds.ts';

const answers = { 'screen-days': 10, 'approve-days': 10 };

/** 年度名单. Who stands on the list of the year is applied for, screened, approved and made public by the end of February. */
export const annualLists = defineLedger({
  id: 'annual-lists',
  label: { zh: '年度重点名单', en: 'Lists of the year' },
  purpose: {
    zh: '年度重点项目、重点园区：申报、筛选、审定、公布',
    en: 'Key projects and parks of the year: applied for, screened, approved, made public',
  },
  mechanisms: ['annual_list'],
  source: [
    { document: '002', line: 102 },
    { document: '002', line: 133 },
  ],
  name: { zh: '申报事项', en: 'Application' },
  fields: [
    {
      id: 'kind',
      label: { zh: '名单', en: 'List' },
      kind: choice({ project: { zh: '重点项目', en: 'Key projects' }, park: { zh: '重点园区', en: 'Key parks' } }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '96px',
    },
    {
      id: 'year',
      label: { zh: '年度', en: 'Year' },
      kind: text(4),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '72px',
    },
    {
      id: 'project',
      label: { zh: '项目', en: 'Project' },
      kind: project,
      isPublic: true,
      column: 'minmax(140px, 1fr)',
    },
    { id: 'park', label: { zh: '园区', en: 'Park' }, kind: park, isPublic: true, column: 'minmax(120px, 1fr)' },
    {
      id: 'applicant',
      label: { zh: '申报单位', en: 'Applicant' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'received', label: { zh: '申报日期', en: 'Applied on' }, kind: day, isRequired: true, column: '104px' },
    {
      id: 'investment',
      label: { zh: '年度计划投资', en: 'Investment planned for the year' },
      kind: measure('万元'),
      isPublic: true,
    },
    { id: 'grounds', label: { zh: '入选理由', en: 'Grounds' }, kind: text(1000) },
    { id: 'decision', label: { zh: '审定意见', en: 'Decision' }, kind: text(1000) },
    { id: 'document', label: { zh: '公布文号', en: 'Number of the notice' }, kind: text(60), isPublic: true },
  ],
  called: 'applicant',
  first: 'applied',
  stages: {
    applied: {
      label: { zh: '待筛选', en: 'To be screened' },
      clock: { days: { choice: 'screen-days' }, counts: 'working', from: 'received', warnDays: 2 },
    },
    returned: { label: { zh: '退回补充', en: 'Returned' } },
    screened: {
      label: { zh: '待审定', en: 'To be approved' },
      clock: { days: { choice: 'approve-days' }, counts: 'working', warnDays: 2 },
    },
    approved: { label: { zh: '待公布', en: 'To be made public' } },
    published: { label: { zh: '已公布', en: 'Made public' }, isFinal: true },
    refused: { label: { zh: '未入选', en: 'Not chosen' }, isFinal: true },
  },
  actions: {
    screen: { label: { zh: '通过筛选', en: 'Pass on' }, from: ['applied'], to: 'screened', needs: ['grounds'] },
    return: { label: { zh: '退回补充', en: 'Return' }, from: ['applied'], to: 'returned', needsReason: true },
    resubmit: {
      label: { zh: '补充后再报', en: 'Apply again' },
      from: ['returned'],
      to: 'applied',
      needs: ['received'],
      by: 'called',
    },
    approve: {
      label: { zh: '审定', en: 'Approve' },
      from: ['screened'],
      to: 'approved',
      needs: ['decision'],
      needsEvidence: true,
      by: 'decider',
    },
    refuse: {
      label: { zh: '不予入选', en: 'Refuse' },
      from: ['applied', 'screened'],
      to: 'refused',
      needsReason: true,
      by: 'decider',
    },
    publish: {
      label: { zh: '公布', en: 'Make public' },
      from: ['approved'],
      to: 'published',
      needs: ['document'],
      by: 'decider',
    },
  },
  choices: [
    { id: 'screen-days', label: { zh: '筛选时限', en: 'Days to screen' }, unit: '工作日', least: 1, most: 40 },
    { id: 'approve-days', label: { zh: '审定时限', en: 'Days to approve' }, unit: '工作日', least: 1, most: 40 },
  ],
  measures: [
    {
      id: 'february',
      label: { zh: '每年2月底前公布', en: 'Made public by the end of February' },
      kind: 'count',
      unit: '次',
      every: 'year',
      byMonth: 2,
      per: 'kind',
      counts: { stages: ['published'] },
      target: { is: 'at-least', value: 1 },
      set: setBy('002'),
    },
  ],
  publicStages: ['published'],
  parameters: { 年度: 'field:year', 每年2月: 'measure:february' },
  cases: [
    {
      title: 'ten working days from a Monday end on a Monday, which is in time',
      entry: { stage: 'applied', stageSince: '2026-11-02', data: { received: '2026-11-02' } },
      on: '2026-11-16',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'yellow', lacks: ['kind', 'year', 'applicant'] },
    },
    {
      title: 'one day later nobody has screened it: overdue',
      entry: { stage: 'applied', stageSince: '2026-11-02', data: { received: '2026-11-02' } },
      on: '2026-11-17',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'red' },
    },
    {
      title: 'without the day of application nothing is due, and the entry lacks it',
      entry: { stage: 'applied', stageSince: '2026-11-02', data: { kind: 'park', year: '2027', applicant: 'a' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['received'] },
    },
  ],
});
