import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, park, unit } from '../kinds.ts';

const answers = { 'confirm-days': 10 };

/** 土地利用动态监管. Each parcel is looked at again and again; idle or poorly used, it is marked, and goes to the ledger of disposal. */
export const landPatrols = defineLedger({
  id: 'land-patrols',
  label: { zh: '土地利用动态监管', en: 'Watching the land' },
  purpose: {
    zh: '宗地定期巡查：开发利用状况、闲置和低效预警、转处置台账',
    en: 'Parcels looked at regularly: how they are used, warnings of idle and poor use, handed on for disposal',
  },
  mechanisms: ['land_monitor'],
  source: [{ document: '004', line: 161 }],
  name: { zh: '宗地', en: 'Parcel' },
  fields: [
    {
      id: 'park',
      label: { zh: '园区', en: 'Park' },
      kind: park,
      isRequired: true,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'parcel', label: { zh: '宗地号', en: 'Parcel' }, kind: text(60), isRequired: true, column: '112px' },
    {
      id: 'holder',
      label: { zh: '使用权人', en: 'Holder' },
      kind: enterprise,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'area', label: { zh: '面积', en: 'Area' }, kind: measure('亩'), isRequired: true, column: '96px' },
    {
      id: 'status',
      label: { zh: '利用状况', en: 'How it is used' },
      kind: choice({
        normal: { zh: '正常', en: 'As agreed' },
        idle: { zh: '闲置', en: 'Idle' },
        poor: { zh: '低效', en: 'Poor' },
        building: { zh: '在建', en: 'Being built' },
      }),
      isRequired: true,
      isFilter: true,
      column: '88px',
    },
    { id: 'watcher', label: { zh: '巡查单位', en: 'Unit that watches' }, kind: unit, isRequired: true },
    { id: 'nextOn', label: { zh: '下次巡查日期', en: 'Next look' }, kind: day, isRequired: true, column: '104px' },
    { id: 'finding', label: { zh: '巡查情况', en: 'What was found' }, kind: text(2000) },
    { id: 'exitCode', label: { zh: '处置台账编号', en: 'Number of the disposal' }, kind: text(60) },
  ],
  called: 'watcher',
  place: 'park',
  first: 'watched',
  stages: {
    watched: {
      label: { zh: '巡查中', en: 'Watched' },
      clock: { days: 0, counts: 'calendar', from: 'nextOn', warnDays: 7 },
    },
    warned: {
      label: { zh: '已预警，待核实', en: 'Warned' },
      clock: { days: { choice: 'confirm-days' }, counts: 'working', warnDays: 3 },
    },
    handed: { label: { zh: '已转处置', en: 'Handed on' }, isFinal: true },
    removed: { label: { zh: '移出', en: 'Off the list' }, isFinal: true },
  },
  actions: {
    look: {
      label: { zh: '巡查', en: 'Look' },
      from: ['watched'],
      to: 'watched',
      needs: ['status', 'finding', 'nextOn'],
      by: 'called',
    },
    warn: {
      label: { zh: '预警', en: 'Warn' },
      from: ['watched'],
      to: 'warned',
      needs: ['status', 'finding'],
      by: 'called',
    },
    clear: {
      label: { zh: '核实后解除', en: 'Clear' },
      from: ['warned'],
      to: 'watched',
      needs: ['status', 'nextOn'],
      needsEvidence: true,
      needsReason: true,
    },
    hand: {
      label: { zh: '转处置台账', en: 'Hand on' },
      from: ['warned'],
      to: 'handed',
      needs: ['exitCode'],
      needsEvidence: true,
    },
    remove: {
      label: { zh: '移出', en: 'Take off' },
      from: ['watched'],
      to: 'removed',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'confirm-days', label: { zh: '核实时限', en: 'Days to confirm' }, unit: '工作日', least: 1, most: 60 },
  ],
  measures: [
    {
      id: 'idle',
      label: { zh: '闲置宗地面积占比', en: 'Part of the area that is idle' },
      kind: 'share',
      field: 'area',
      unit: '%',
      every: 'standing',
      counts: { only: { field: 'status', is: 'idle' } },
      among: { stages: ['watched', 'warned'] },
    },
  ],
  parameters: { 闲置: 'field:status.idle', 低效: 'field:status.poor' },
  cases: [
    {
      title: 'on the day of the next look it is in time',
      entry: { stage: 'watched', stageSince: '2026-09-01', data: { nextOn: '2026-11-30', status: 'normal' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['park', 'parcel', 'area', 'watcher'] },
    },
    {
      title: 'a warning not confirmed in ten working days is overdue',
      entry: { stage: 'warned', stageSince: '2026-11-02', data: {} },
      on: '2026-11-17',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'red' },
    },
    {
      title: 'a parcel without a next look is never due',
      entry: { stage: 'watched', stageSince: '2026-09-01', data: { parcel: '演-01' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['park', 'area', 'status', 'watcher', 'nextOn'] },
    },
  ],
});
