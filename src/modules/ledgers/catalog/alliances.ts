import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text, words } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { unit } from '../kinds.ts';

/** 产业技术创新联盟. Thirteen alliances of five industries: five of materials, two of energy, one each of farm and transport machinery, four of food. */
export const alliances = defineLedger({
  id: 'alliances',
  label: { zh: '产业技术创新联盟', en: 'Innovation alliances' },
  purpose: {
    zh: '产业技术创新联盟：组建、成员、年度活动、复评',
    en: 'Alliances for innovation: founded, their members, what they do each year, looked at again',
  },
  mechanisms: ['alliance'],
  source: [
    { document: '000', line: 1622 },
    { document: '001', line: 414 },
    { document: '002', line: 42 },
  ],
  name: { zh: '联盟', en: 'Alliance' },
  fields: [
    {
      id: 'industry',
      label: { zh: '产业', en: 'Industry' },
      kind: choice({
        materials: { zh: '新材料', en: 'New materials' },
        energy: { zh: '新能源装备', en: 'Equipment for new energy' },
        farming: { zh: '新型农机装备', en: 'Farm machinery' },
        transport: { zh: '交通运输装备', en: 'Transport equipment' },
        food: { zh: '绿色食品', en: 'Food' },
        bio: { zh: '生物', en: 'Bio-industry' },
        other: { zh: '其他', en: 'Other' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '112px',
    },
    {
      id: 'lead',
      label: { zh: '牵头单位', en: 'Leader' },
      kind: text(120),
      isRequired: true,
      isPublic: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'members', label: { zh: '成员', en: 'Members' }, kind: words, isPublic: true },
    { id: 'sponsor', label: { zh: '主管单位', en: 'Unit in charge' }, kind: unit, isRequired: true },
    {
      id: 'planned',
      label: { zh: '计划组建日期', en: 'To be founded by' },
      kind: day,
      isRequired: true,
      column: '104px',
    },
    { id: 'founded', label: { zh: '成立日期', en: 'Founded' }, kind: day, isPublic: true, column: '104px' },
    { id: 'activity', label: { zh: '活动情况', en: 'What it did' }, kind: text(2000) },
    { id: 'reviewBy', label: { zh: '下次复评日期', en: 'Next review' }, kind: day, column: '104px' },
  ],
  called: 'sponsor',
  first: 'planned',
  stages: {
    planned: {
      label: { zh: '筹建', en: 'To be founded' },
      clock: { days: 0, counts: 'calendar', from: 'planned', warnDays: 60 },
    },
    active: {
      label: { zh: '运行', en: 'Active' },
      clock: { days: 0, counts: 'calendar', from: 'reviewBy', warnDays: 30 },
    },
    dissolved: { label: { zh: '撤销', en: 'Dissolved' }, isFinal: true },
  },
  actions: {
    found: {
      label: { zh: '成立', en: 'Found' },
      from: ['planned'],
      to: 'active',
      needs: ['founded', 'members', 'reviewBy'],
      needsEvidence: true,
      by: 'called',
    },
    report: {
      label: { zh: '报告活动', en: 'Report' },
      from: ['active'],
      to: 'active',
      needs: ['activity'],
      by: 'called',
    },
    review: {
      label: { zh: '复评通过', en: 'Review passed' },
      from: ['active'],
      to: 'active',
      needs: ['reviewBy'],
      needsEvidence: true,
      by: 'decider',
    },
    dissolve: {
      label: { zh: '撤销', en: 'Dissolve' },
      from: ['planned', 'active'],
      to: 'dissolved',
      needsReason: true,
      by: 'decider',
    },
  },
  measures: [
    {
      id: 'founded',
      label: { zh: '5+2+1+1+4 个联盟', en: 'Thirteen alliances' },
      kind: 'count',
      unit: '个',
      every: 'standing',
      counts: { stages: ['active'] },
      target: { is: 'at-least', value: 13 },
      set: setBy('002'),
    },
  ],
  publicStages: ['active'],
  parameters: { '5+2+1+1+4个联盟': 'measure:founded' },
  cases: [
    {
      title: 'on the day it was to be founded it is in time',
      entry: { stage: 'planned', stageSince: '2026-01-05', data: { planned: '2026-11-30', industry: 'food' } },
      on: '2026-11-30',
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['lead', 'sponsor'] },
    },
    {
      title: 'an alliance that nobody reviewed by its day is overdue',
      entry: { stage: 'active', stageSince: '2024-11-01', data: { reviewBy: '2026-11-20' } },
      on: '2026-11-21',
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'one planned without a day is never due, and lacks it',
      entry: { stage: 'planned', stageSince: '2026-01-05', data: {} },
      on: '2026-12-31',
      expect: { dueOn: null, lamp: 'grey', lacks: ['industry', 'lead', 'sponsor', 'planned'] },
    },
  ],
});
