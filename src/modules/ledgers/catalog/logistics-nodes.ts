import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { unit } from '../kinds.ts';
import { point } from '../point.ts';

/** 物流三级服务. Centre, station and point: where each stands, when it opens and whether it runs. */
export const logisticsNodes = defineLedger({
  id: 'logistics-nodes',
  label: { zh: '物流三级节点', en: 'Logistics nodes' },
  purpose: {
    zh: '物流中心、站、点三级设施：规划、建设、运营、停用',
    en: 'Centres, stations and points of logistics: planned, built, run, given up',
  },
  mechanisms: ['logistics_3tier'],
  source: [{ document: '004', line: 472 }],
  name: { zh: '节点', en: 'Node' },
  fields: [
    {
      id: 'tier',
      label: { zh: '级别', en: 'Tier' },
      kind: choice({
        centre: { zh: '中心', en: 'Centre' },
        station: { zh: '站', en: 'Station' },
        point: { zh: '点', en: 'Point' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '72px',
    },
    {
      id: 'owner',
      label: { zh: '建设运营单位', en: 'Owner' },
      kind: text(120),
      isRequired: true,
      isPublic: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'unit', label: { zh: '主管单位', en: 'Unit in charge' }, kind: unit, isRequired: true },
    { id: 'at', label: { zh: '坐标', en: 'Coordinates' }, kind: point, isPublic: true },
    { id: 'parent', label: { zh: '上级节点', en: 'Node above' }, kind: text(100), isPublic: true },
    {
      id: 'openBy',
      label: { zh: '计划启用日期', en: 'To be opened by' },
      kind: day,
      isRequired: true,
      column: '104px',
    },
    { id: 'capacity', label: { zh: '年吞吐能力（万吨）', en: 'Capacity' }, kind: text(20), isPublic: true },
    { id: 'reviewBy', label: { zh: '下次核查日期', en: 'Next look' }, kind: day, column: '104px' },
    { id: 'state', label: { zh: '运营情况', en: 'How it runs' }, kind: text(1000), isPublic: true },
  ],
  called: 'unit',
  place: 'at',
  first: 'building',
  stages: {
    building: {
      label: { zh: '在建', en: 'Being built' },
      clock: { days: 0, counts: 'calendar', from: 'openBy', warnDays: 60 },
    },
    running: {
      label: { zh: '运营', en: 'Running' },
      clock: { days: 0, counts: 'calendar', from: 'reviewBy', warnDays: 15 },
    },
    closed: { label: { zh: '停用', en: 'Given up' }, isFinal: true },
  },
  actions: {
    open: {
      label: { zh: '启用', en: 'Open' },
      from: ['building'],
      to: 'running',
      needs: ['capacity', 'reviewBy'],
      needsEvidence: true,
      by: 'called',
    },
    check: {
      label: { zh: '核查', en: 'Look at it' },
      from: ['running'],
      to: 'running',
      needs: ['state', 'reviewBy'],
      by: 'called',
    },
    close: {
      label: { zh: '停用', en: 'Give up' },
      from: ['building', 'running'],
      to: 'closed',
      needsReason: true,
      by: 'decider',
    },
  },
  publicStages: ['running'],
  parameters: { '3级': 'field:tier' },
  cases: [
    {
      title: 'on the day it was to be opened it is in time',
      entry: { stage: 'building', stageSince: '2026-01-05', data: { openBy: '2026-11-30', tier: 'point' } },
      on: '2026-11-30',
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['owner', 'unit'] },
    },
    {
      title: 'nobody looked at it by its day: overdue',
      entry: { stage: 'running', stageSince: '2025-11-20', data: { reviewBy: '2026-11-20' } },
      on: '2026-11-21',
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'one that runs without a next look is never due',
      entry: { stage: 'running', stageSince: '2025-11-20', data: { tier: 'centre' } },
      on: '2026-12-31',
      expect: { dueOn: null, lamp: 'grey', lacks: ['owner', 'unit', 'openBy'] },
    },
  ],
});
