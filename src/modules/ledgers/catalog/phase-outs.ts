import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, park, unit } from '../kinds.ts';

const answers = { 'plan-days': 30 };

/** 腾笼换鸟. What is phased out by law and what gives way by the market go different ways and are told apart. */
export const phaseOuts = defineLedger({
  id: 'phase-outs',
  label: { zh: '腾笼换鸟', en: 'Making room' },
  purpose: {
    zh: '落后产能和高耗能、重污染企业的退出方案、腾退进度和空间再利用',
    en: 'Outdated capacity and firms that burn or pollute much: how and when they leave, and what comes instead',
  },
  mechanisms: ['cage_bird'],
  source: [{ document: '003', line: 311 }],
  name: { zh: '腾退事项', en: 'Phase-out' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '企业', en: 'Enterprise' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    { id: 'park', label: { zh: '园区', en: 'Park' }, kind: park, isFilter: true, column: 'minmax(120px, 1fr)' },
    {
      id: 'reason',
      label: { zh: '列入原因', en: 'Reason' },
      kind: choice({
        outdated: { zh: '落后产能', en: 'Outdated capacity' },
        energy: { zh: '高耗能', en: 'Burns much' },
        pollution: { zh: '重污染', en: 'Pollutes much' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    {
      id: 'means',
      label: { zh: '退出方式', en: 'Means' },
      kind: choice({
        law: { zh: '依法依规关停', en: 'Closed by law' },
        market: { zh: '市场化收购转让', en: 'Bought or sold on the market' },
        both: { zh: '依法与市场并用', en: 'Law and market together' },
      }),
      isFilter: true,
      column: '128px',
    },
    {
      id: 'executor',
      label: { zh: '责任单位', en: 'Unit that sees to it' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'listed', label: { zh: '列入日期', en: 'Listed on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'plan', label: { zh: '腾退方案', en: 'Plan' }, kind: text(2000) },
    { id: 'leaveBy', label: { zh: '约定腾退日期', en: 'To leave by' }, kind: day, column: '104px' },
    { id: 'land', label: { zh: '腾出土地', en: 'Land set free' }, kind: measure('亩') },
    { id: 'capacity', label: { zh: '淘汰产能', en: 'Capacity given up' }, kind: text(200) },
    { id: 'successor', label: { zh: '承接企业', en: 'Comes instead' }, kind: text(200) },
  ],
  called: 'executor',
  place: 'park',
  first: 'listed',
  stages: {
    listed: {
      label: { zh: '已列入，待定方案', en: 'Listed, plan to be made' },
      clock: { days: { choice: 'plan-days' }, counts: 'calendar', from: 'listed', warnDays: 7 },
    },
    leaving: {
      label: { zh: '腾退中', en: 'Leaving' },
      clock: { days: 0, counts: 'calendar', from: 'leaveBy', warnDays: 30 },
    },
    empty: { label: { zh: '已腾空，待承接', en: 'Empty' } },
    filled: { label: { zh: '已换入', en: 'Filled again' }, isFinal: true },
    upgraded: { label: { zh: '改造达标，移出', en: 'Put right, off the list' }, isFinal: true },
  },
  actions: {
    plan: {
      label: { zh: '定腾退方案', en: 'Make the plan' },
      from: ['listed'],
      to: 'leaving',
      needs: ['means', 'plan', 'leaveBy'],
      by: 'called',
    },
    extend: {
      label: { zh: '延期', en: 'Give more time' },
      from: ['leaving'],
      to: 'leaving',
      needs: ['leaveBy'],
      needsReason: true,
      by: 'decider',
    },
    vacate: {
      label: { zh: '报告腾空', en: 'Report it empty' },
      from: ['leaving'],
      to: 'empty',
      needs: ['land'],
      needsEvidence: true,
      by: 'called',
    },
    fill: {
      label: { zh: '登记换入', en: 'Enter what comes instead' },
      from: ['empty'],
      to: 'filled',
      needs: ['successor'],
      needsEvidence: true,
    },
    upgrade: {
      label: { zh: '改造达标移出', en: 'Take off the list' },
      from: ['listed', 'leaving'],
      to: 'upgraded',
      needsReason: true,
      needsEvidence: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'plan-days', label: { zh: '定方案时限', en: 'Days to make the plan' }, unit: '天', least: 1, most: 180 },
  ],
  parameters: { '依法依规+市场机制': 'field:means' },
  cases: [
    {
      title: 'the agreed day itself is in time',
      entry: { stage: 'leaving', stageSince: '2026-06-01', data: { leaveBy: '2026-11-30' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['enterprise', 'reason', 'executor', 'listed'] },
    },
    {
      title: 'still there in December: overdue',
      entry: { stage: 'leaving', stageSince: '2026-06-01', data: { leaveBy: '2026-11-30' } },
      on: '2026-12-01',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'red' },
    },
    {
      title: 'without the day it was listed the plan has no limit',
      entry: { stage: 'listed', stageSince: '2026-06-01', data: { enterprise: 'e', reason: 'energy', executor: 'a' } },
      on: '2026-12-01',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['listed'] },
    },
  ],
});
