import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { park, project, unit } from '../kinds.ts';

/** 项目用地保障. A project asks for land quota; the way from the request to the approval is kept so that none waits unseen. */
export const landRequests = defineLedger({
  id: 'land-requests',
  label: { zh: '项目用地保障', en: 'Land for projects' },
  purpose: {
    zh: '项目用地指标：申报、审核、安排指标、组卷报批、供地',
    en: 'Land quota for projects: asked for, examined, set aside, sent for approval, granted',
  },
  mechanisms: ['land_quota'],
  source: [{ document: '002', line: 118 }],
  name: { zh: '用地申请', en: 'Request' },
  fields: [
    {
      id: 'project',
      label: { zh: '项目', en: 'Project' },
      kind: project,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    { id: 'park', label: { zh: '园区', en: 'Park' }, kind: park, isFilter: true },
    {
      id: 'area',
      label: { zh: '申请面积', en: 'Area asked for' },
      kind: measure('亩'),
      isRequired: true,
      column: '104px',
    },
    { id: 'farmland', label: { zh: '其中农用地', en: 'Of it farmland' }, kind: measure('亩') },
    {
      id: 'quota',
      label: { zh: '指标来源', en: 'Quota from' },
      kind: choice({
        state: { zh: '国家配置', en: 'State' },
        province: { zh: '省级统筹', en: 'Province' },
        own: { zh: '本级指标', en: 'Own' },
        swapped: { zh: '盘活置换', en: 'Freed land' },
        none: { zh: '不需新增指标', en: 'None needed' },
      }),
      isFilter: true,
      column: '104px',
    },
    { id: 'asked', label: { zh: '申报日期', en: 'Asked on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'needed', label: { zh: '需用地日期', en: 'Needed by' }, kind: day, isRequired: true, column: '104px' },
    {
      id: 'examiner',
      label: { zh: '审核单位', en: 'Examined by' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'allotted', label: { zh: '安排指标', en: 'Quota set aside' }, kind: measure('亩'), column: '104px' },
    { id: 'approval', label: { zh: '批准文号', en: 'Number of the approval' }, kind: text(60) },
    { id: 'contract', label: { zh: '供地合同号', en: 'Number of the contract' }, kind: text(60) },
  ],
  called: 'examiner',
  place: 'park',
  first: 'asked',
  stages: {
    asked: {
      label: { zh: '审核中', en: 'Being examined' },
      clock: { days: { choice: 'examine-days' }, counts: 'working', from: 'asked', warnDays: 3 },
    },
    allotted: {
      label: { zh: '已安排指标，待报批', en: 'Quota set aside' },
      clock: { days: { choice: 'send-days' }, counts: 'working', warnDays: 5 },
    },
    sent: {
      label: { zh: '报批中', en: 'Sent for approval' },
      clock: { days: 0, counts: 'calendar', from: 'needed', warnDays: 30 },
    },
    approved: {
      label: { zh: '已批准，待供地', en: 'Approved' },
      clock: { days: 0, counts: 'calendar', from: 'needed', warnDays: 30 },
    },
    granted: { label: { zh: '已供地', en: 'Granted' }, isFinal: true },
    refused: { label: { zh: '不予安排', en: 'Refused' }, isFinal: true },
  },
  actions: {
    allot: {
      label: { zh: '安排指标', en: 'Set quota aside' },
      from: ['asked'],
      to: 'allotted',
      needs: ['quota', 'allotted'],
      by: 'called',
    },
    refuse: {
      label: { zh: '不予安排', en: 'Refuse' },
      from: ['asked'],
      to: 'refused',
      needsReason: true,
      by: 'decider',
    },
    send: { label: { zh: '组卷报批', en: 'Send for approval' }, from: ['allotted'], to: 'sent', needsEvidence: true },
    return: { label: { zh: '补正退回', en: 'Returned' }, from: ['sent'], to: 'allotted', needsReason: true },
    approve: {
      label: { zh: '登记批准', en: 'Note its approval' },
      from: ['sent'],
      to: 'approved',
      needs: ['approval'],
      needsEvidence: true,
    },
    grant: { label: { zh: '登记供地', en: 'Note the grant' }, from: ['approved'], to: 'granted', needs: ['contract'] },
  },
  choices: [
    { id: 'examine-days', label: { zh: '用地审核时限', en: 'Days to examine' }, unit: '工作日', least: 1, most: 60 },
    {
      id: 'send-days',
      label: { zh: '组卷报批时限', en: 'Days to send for approval' },
      unit: '工作日',
      least: 1,
      most: 130,
    },
  ],
  parameters: {},
  cases: [
    {
      title: 'five working days from a Monday end on the next Monday, which is in time',
      entry: { stage: 'asked', stageSince: '2026-11-03', data: { asked: '2026-11-02' } },
      on: '2026-11-09',
      answers: { 'examine-days': 5, 'send-days': 20 },
      expect: { dueOn: '2026-11-09', lamp: 'yellow' },
    },
    {
      title: 'approved, and the day on which the project needed the land has gone by',
      entry: { stage: 'approved', stageSince: '2026-10-20', data: { asked: '2026-03-02', needed: '2026-10-31' } },
      on: '2026-11-01',
      answers: { 'examine-days': 5, 'send-days': 20 },
      expect: { dueOn: '2026-10-31', lamp: 'red' },
    },
    {
      title: 'without project, area and days it cannot be asked for',
      entry: { stage: 'asked', stageSince: '2026-11-02', data: {} },
      on: '2026-11-09',
      answers: { 'examine-days': 5, 'send-days': 20 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['project', 'area', 'asked', 'needed', 'examiner'] },
    },
  ],
});
