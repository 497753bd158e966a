import { defineLedger } from '../../../core/ledger/ledger.ts';
import { day, measure, text } from '../../../core/register/kinds.ts';
import { count, enterprise, park, unit } from '../kinds.ts';

const answers = { 'let-days': 90 };

/** 多层标准厂房. Which plants stand where, how high they are built, how much is let, and when a lease ends. */
export const standardPlants = defineLedger({
  id: 'standard-plants',
  label: { zh: '多层标准厂房', en: 'Standard plants' },
  purpose: {
    zh: '多层标准厂房：建设、招租、入驻、退租，容积率和出租率',
    en: 'Standard plants of several storeys: built, let, left; their floor area ratio and how much is let',
  },
  mechanisms: ['multi_storey'],
  source: [
    { document: '000', line: 2330 },
    { document: '004', line: 536 },
  ],
  name: { zh: '厂房', en: 'Plant' },
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
    { id: 'owner', label: { zh: '建设运营单位', en: 'Owner' }, kind: unit, isRequired: true },
    {
      id: 'storeys',
      label: { zh: '层数（层）', en: 'Storeys' },
      kind: count,
      isRequired: true,
      isPublic: true,
      column: '88px',
    },
    {
      id: 'floor',
      label: { zh: '建筑面积', en: 'Floor area' },
      kind: measure('平方米'),
      isRequired: true,
      isPublic: true,
      column: '112px',
    },
    { id: 'ratio', label: { zh: '容积率', en: 'Floor area ratio' }, kind: text(10), isPublic: true, column: '88px' },
    { id: 'readyBy', label: { zh: '建成日期', en: 'Ready by' }, kind: day, isRequired: true, column: '104px' },
    { id: 'let', label: { zh: '已租面积', en: 'Area let' }, kind: measure('平方米'), isPublic: true, column: '112px' },
    { id: 'tenant', label: { zh: '入驻企业', en: 'Tenant' }, kind: enterprise, isFilter: true },
    { id: 'leaseEnd', label: { zh: '租期至', en: 'Lease until' }, kind: day, column: '104px' },
    { id: 'rent', label: { zh: '租金（元/平方米·月）', en: 'Rent' }, kind: text(20), isPublic: true },
  ],
  called: 'owner',
  place: 'park',
  first: 'building',
  stages: {
    building: {
      label: { zh: '在建', en: 'Being built' },
      clock: { days: 0, counts: 'calendar', from: 'readyBy', warnDays: 60 },
    },
    vacant: {
      label: { zh: '空置', en: 'Vacant' },
      clock: { days: { choice: 'let-days' }, counts: 'calendar', warnDays: 30 },
    },
    let: { label: { zh: '已出租', en: 'Let' }, clock: { days: 0, counts: 'calendar', from: 'leaseEnd', warnDays: 90 } },
    removed: { label: { zh: '已处置', en: 'Disposed of' }, isFinal: true },
  },
  actions: {
    complete: {
      label: { zh: '建成', en: 'Complete' },
      from: ['building'],
      to: 'vacant',
      needs: ['ratio'],
      needsEvidence: true,
    },
    rent: {
      label: { zh: '出租', en: 'Let' },
      from: ['vacant'],
      to: 'let',
      needs: ['let', 'tenant', 'leaseEnd'],
      needsEvidence: true,
    },
    renew: { label: { zh: '续租', en: 'Renew' }, from: ['let'], to: 'let', needs: ['leaseEnd'], needsEvidence: true },
    leave: { label: { zh: '退租', en: 'Leave' }, from: ['let'], to: 'vacant', needsReason: true },
    remove: {
      label: { zh: '处置', en: 'Dispose of' },
      from: ['vacant'],
      to: 'removed',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [{ id: 'let-days', label: { zh: '招租期限', en: 'Days to let' }, unit: '天', least: 30, most: 730 }],
  measures: [
    {
      id: 'occupancy',
      label: { zh: '出租率（按建筑面积）', en: 'Part of the floor area that is let' },
      kind: 'share',
      field: 'floor',
      unit: '%',
      every: 'standing',
      counts: { stages: ['let'] },
      among: { stages: ['vacant', 'let'] },
    },
  ],
  publicStages: ['vacant'],
  parameters: {},
  cases: [
    {
      title: 'on the day it was to be ready it is in time',
      entry: { stage: 'building', stageSince: '2026-01-05', data: { readyBy: '2026-11-30' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['park', 'owner', 'storeys', 'floor'] },
    },
    {
      title: 'vacant for a day longer than the ninety that were decided: overdue',
      entry: { stage: 'vacant', stageSince: '2026-09-01', data: {} },
      on: '2026-12-01',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'red' },
    },
    {
      title: 'a lease without an end is never due',
      entry: { stage: 'let', stageSince: '2026-01-05', data: { storeys: 4 } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['park', 'owner', 'floor', 'readyBy'] },
    },
  ],
});
