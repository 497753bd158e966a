import { defineLedger } from '../../../core/ledger/ledger.ts';
import { day, measure, text } from '../../../core/register/kinds.ts';
import { park, unit } from '../kinds.ts';

const answers = { 'write-days': 90 };

/** 规划环评. A plan of a park is reviewed before projects are; the capacity that the review allows is what projects may use up. */
export const planReviews = defineLedger({
  id: 'plan-reviews',
  label: { zh: '规划环评', en: 'Environmental review of plans' },
  purpose: {
    zh: '园区和行业规划环评：编制、审查、意见落实、跟踪评价，核定环境容量',
    en: 'Reviews of plans: written, examined, followed, looked at again; they fix the load that is allowed',
  },
  mechanisms: ['plan_eia'],
  source: [
    { document: '002', line: 118 },
    { document: '003', line: 311 },
  ],
  name: { zh: '规划环评', en: 'Review' },
  fields: [
    {
      id: 'plan',
      label: { zh: '规划名称', en: 'Plan' },
      kind: text(200),
      isRequired: true,
      isPublic: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'park', label: { zh: '园区', en: 'Park' }, kind: park, isFilter: true, isPublic: true },
    { id: 'unit', label: { zh: '编制单位', en: 'Written by' }, kind: unit, isRequired: true },
    { id: 'begun', label: { zh: '启动日期', en: 'Begun' }, kind: day, isRequired: true, column: '104px' },
    { id: 'authority', label: { zh: '审查机关', en: 'Examined by' }, kind: text(120), isPublic: true },
    {
      id: 'number',
      label: { zh: '审查意见文号', en: 'Number of the opinion' },
      kind: text(60),
      isPublic: true,
      column: '112px',
    },
    {
      id: 'load',
      label: { zh: '核定 COD 容量', en: 'Load allowed (COD)' },
      kind: measure('吨'),
      isPublic: true,
      column: '112px',
    },
    { id: 'used', label: { zh: '已占用容量', en: 'Load in use (COD)' }, kind: measure('吨'), column: '112px' },
    { id: 'opinions', label: { zh: '须落实意见', en: 'What has to be followed' }, kind: text(4000) },
    { id: 'reviewBy', label: { zh: '跟踪评价期限', en: 'Next look by' }, kind: day, isPublic: true, column: '104px' },
  ],
  called: 'unit',
  place: 'park',
  first: 'writing',
  stages: {
    writing: {
      label: { zh: '编制中', en: 'Being written' },
      clock: { days: { choice: 'write-days' }, counts: 'calendar', from: 'begun', warnDays: 30 },
    },
    examined: {
      label: { zh: '已审查，意见落实中', en: 'Examined, being followed' },
      clock: { days: 0, counts: 'calendar', from: 'reviewBy', warnDays: 180 },
    },
    ended: { label: { zh: '规划期满', en: 'Ended' }, isFinal: true },
  },
  actions: {
    examine: {
      label: { zh: '审查通过', en: 'Examine' },
      from: ['writing'],
      to: 'examined',
      needs: ['authority', 'number', 'load', 'opinions', 'reviewBy'],
      needsEvidence: true,
    },
    book: {
      label: { zh: '核算占用容量', en: 'Book the load in use' },
      from: ['examined'],
      to: 'examined',
      needs: ['used'],
      needsEvidence: true,
      by: 'called',
    },
    look: {
      label: { zh: '跟踪评价', en: 'Look again' },
      from: ['examined'],
      to: 'examined',
      needs: ['reviewBy'],
      needsEvidence: true,
      by: 'called',
    },
    end: { label: { zh: '期满', en: 'End' }, from: ['examined'], to: 'ended', needsReason: true },
    stop: { label: { zh: '终止编制', en: 'Stop' }, from: ['writing'], to: 'ended', needsReason: true, by: 'decider' },
  },
  choices: [{ id: 'write-days', label: { zh: '编制期限', en: 'Days to write' }, unit: '天', least: 30, most: 1095 }],
  measures: [
    {
      id: 'load',
      label: { zh: '核定 COD 容量', en: 'Load allowed (COD)' },
      kind: 'sum',
      field: 'load',
      unit: '吨',
      every: 'standing',
      counts: { stages: ['examined'] },
    },
    {
      id: 'used',
      label: { zh: '已占用 COD 容量', en: 'Load in use (COD)' },
      kind: 'sum',
      field: 'used',
      unit: '吨',
      every: 'standing',
      counts: { stages: ['examined'] },
    },
  ],
  publicStages: ['examined'],
  parameters: {},
  cases: [
    {
      title: 'on the last of ninety days it is in time',
      entry: { stage: 'writing', stageSince: '2026-09-01', data: { begun: '2026-09-01', plan: '产业园总体规划' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['unit'] },
    },
    {
      title: 'a second look that did not come by its day is overdue',
      entry: { stage: 'examined', stageSince: '2021-11-20', data: { reviewBy: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'examined without a day to look again it is never due',
      entry: { stage: 'examined', stageSince: '2021-11-20', data: {} },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['plan', 'unit', 'begun'] },
    },
  ],
});
