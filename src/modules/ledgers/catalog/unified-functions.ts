import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { park, unit } from '../kinds.ts';

/** 五统一. For each park below the zone, which of five functions is in one hand, and by when the rest will be. */
export const unifiedFunctions = defineLedger({
  id: 'unified-functions',
  label: { zh: '五统一管理', en: 'Five functions in one hand' },
  purpose: {
    zh: '统一规划、统一招商、统一产业布局、统一行政审批、统一综合执法：逐园逐项落实',
    en: 'Planning, promotion, layout, approval and enforcement in one hand, park by park',
  },
  mechanisms: ['five_unify'],
  source: [{ document: '004', line: 161 }],
  name: { zh: '统一事项', en: 'Function' },
  fields: [
    {
      id: 'park',
      label: { zh: '园区', en: 'Park' },
      kind: park,
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'function',
      label: { zh: '事项', en: 'Function' },
      kind: choice({
        planning: { zh: '统一规划', en: 'Planning' },
        promotion: { zh: '统一招商', en: 'Promotion' },
        layout: { zh: '统一产业布局', en: 'Layout of industry' },
        approval: { zh: '统一行政审批', en: 'Approval' },
        enforcement: { zh: '统一综合执法', en: 'Enforcement' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '112px',
    },
    { id: 'unit', label: { zh: '责任单位', en: 'Unit' }, kind: unit, isRequired: true, column: 'minmax(120px, 1fr)' },
    { id: 'byDay', label: { zh: '落实期限', en: 'By' }, kind: day, isRequired: true, column: '104px' },
    { id: 'present', label: { zh: '现行做法', en: 'How it is now' }, kind: text(1000), isRequired: true },
    { id: 'basis', label: { zh: '依据文件', en: 'Grounds' }, kind: text(200), isPublic: true },
    { id: 'reviewBy', label: { zh: '下次核查日期', en: 'Next look' }, kind: day, column: '104px' },
  ],
  called: 'unit',
  place: 'park',
  first: 'open',
  stages: {
    open: {
      label: { zh: '未统一', en: 'Not yet' },
      clock: { days: 0, counts: 'calendar', from: 'byDay', warnDays: 30 },
    },
    unified: {
      label: { zh: '已统一', en: 'In one hand' },
      clock: { days: 0, counts: 'calendar', from: 'reviewBy', warnDays: 30 },
    },
    dropped: { label: { zh: '不再要求', en: 'No longer asked' }, isFinal: true },
  },
  actions: {
    unify: {
      label: { zh: '落实统一', en: 'Bring into one hand' },
      from: ['open'],
      to: 'unified',
      needs: ['basis', 'reviewBy'],
      needsEvidence: true,
      by: 'called',
    },
    check: {
      label: { zh: '核查', en: 'Look at it' },
      from: ['unified'],
      to: 'unified',
      needs: ['reviewBy'],
      by: 'called',
    },
    split: {
      label: { zh: '又分开', en: 'Apart again' },
      from: ['unified'],
      to: 'open',
      needs: ['present', 'byDay'],
      needsReason: true,
    },
    drop: {
      label: { zh: '不再要求', en: 'No longer ask' },
      from: ['open', 'unified'],
      to: 'dropped',
      needsReason: true,
      by: 'decider',
    },
  },
  measures: [
    {
      id: 'unified',
      label: { zh: '已统一事项占比', en: 'Functions in one hand' },
      kind: 'share',
      unit: '%',
      every: 'standing',
      counts: { stages: ['unified'] },
      among: { stages: ['open', 'unified'] },
      target: { is: 'at-least', value: 100 },
      set: setBy('004'),
    },
  ],
  parameters: { '5项': 'field:function measure:unified' },
  cases: [
    {
      title: 'on its day it is in time',
      entry: { stage: 'open', stageSince: '2026-01-05', data: { byDay: '2026-11-30', function: 'approval' } },
      on: '2026-11-30',
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['park', 'unit', 'present'] },
    },
    {
      title: 'nobody looked at it by its day: overdue',
      entry: { stage: 'unified', stageSince: '2025-11-20', data: { reviewBy: '2026-11-20' } },
      on: '2026-11-21',
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'in one hand without a next look it is never due',
      entry: { stage: 'unified', stageSince: '2025-11-20', data: { function: 'planning' } },
      on: '2026-12-31',
      expect: { dueOn: null, lamp: 'grey', lacks: ['park', 'unit', 'byDay', 'present'] },
    },
  ],
});
