import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'match-days': 20 };

/** 循环化改造. Which waste of one firm is the material of another: reduced, used again, turned into material; agreed, running, measured. */
export const materialLinks = defineLedger({
  id: 'material-links',
  label: { zh: '循环化改造', en: 'Circular links' },
  purpose: {
    zh: '园区循环化改造的物质链接：减量化、再利用、资源化项目的对接、实施、核算',
    en: 'Links by which one firm’s waste is another’s material: found, agreed, carried out, measured',
  },
  mechanisms: ['circular_park'],
  source: [
    { document: '001', line: 478 },
    { document: '003', line: 224 },
    { document: '003', line: 311 },
    { document: '004', line: 404 },
  ],
  name: { zh: '循环链接', en: 'Link' },
  fields: [
    {
      id: 'way',
      label: { zh: '方式', en: 'Way' },
      kind: choice({
        reduce: { zh: '减量化', en: 'Reduce' },
        reuse: { zh: '再利用', en: 'Reuse' },
        recycle: { zh: '资源化', en: 'Recycle' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '88px',
    },
    {
      id: 'giver',
      label: { zh: '提供企业', en: 'Giver' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'taker',
      label: { zh: '接收企业', en: 'Taker' },
      kind: enterprise,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'material',
      label: { zh: '物料', en: 'Material' },
      kind: text(120),
      isRequired: true,
      isPublic: true,
      column: '112px',
    },
    {
      id: 'amount',
      label: { zh: '年量', en: 'Amount a year' },
      kind: measure('吨'),
      isRequired: true,
      isPublic: true,
      column: '96px',
    },
    { id: 'unit', label: { zh: '协调单位', en: 'Unit that helps' }, kind: unit, isRequired: true },
    { id: 'found', label: { zh: '识别日期', en: 'Found' }, kind: day, isRequired: true, column: '104px' },
    { id: 'doneBy', label: { zh: '建成期限', en: 'To be done by' }, kind: day, column: '104px' },
    { id: 'reached', label: { zh: '实际年量', en: 'Reached a year' }, kind: measure('吨'), column: '96px' },
    { id: 'reviewBy', label: { zh: '下次核算日期', en: 'Next measuring' }, kind: day, column: '104px' },
  ],
  called: 'unit',
  first: 'found',
  stages: {
    found: {
      label: { zh: '待对接', en: 'To be brought together' },
      clock: { days: { choice: 'match-days' }, counts: 'working', from: 'found', warnDays: 5 },
    },
    building: {
      label: { zh: '实施中', en: 'Being carried out' },
      clock: { days: 0, counts: 'calendar', from: 'doneBy', warnDays: 30 },
    },
    running: {
      label: { zh: '运行', en: 'Running' },
      clock: { days: 0, counts: 'calendar', from: 'reviewBy', warnDays: 15 },
    },
    ended: { label: { zh: '终止', en: 'Ended' }, isFinal: true },
  },
  actions: {
    match: {
      label: { zh: '达成链接', en: 'Agree' },
      from: ['found'],
      to: 'building',
      needs: ['taker', 'doneBy'],
      needsEvidence: true,
      by: 'called',
    },
    run: {
      label: { zh: '投运', en: 'Run' },
      from: ['building'],
      to: 'running',
      needs: ['reached', 'reviewBy'],
      needsEvidence: true,
      by: 'called',
    },
    measure: {
      label: { zh: '核算', en: 'Measure' },
      from: ['running'],
      to: 'running',
      needs: ['reached', 'reviewBy'],
      needsEvidence: true,
    },
    end: { label: { zh: '终止', en: 'End' }, from: ['found', 'building', 'running'], to: 'ended', needsReason: true },
  },
  choices: [
    { id: 'match-days', label: { zh: '对接时限', en: 'Days to bring together' }, unit: '工作日', least: 5, most: 250 },
  ],
  measures: [
    {
      id: 'reached',
      label: { zh: '实际循环利用量', en: 'Used again in a year' },
      kind: 'sum',
      field: 'reached',
      unit: '吨',
      every: 'standing',
      per: 'way',
      counts: { stages: ['running'] },
    },
  ],
  publicStages: ['running'],
  parameters: { 减量化: 'field:way.reduce', 再利用: 'field:way.reuse', 资源化: 'field:way.recycle' },
  cases: [
    {
      title: 'twenty working days to bring them together; the last is in time',
      entry: { stage: 'found', stageSince: '2026-11-02', data: { found: '2026-11-02', way: 'reuse' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['giver', 'material', 'amount', 'unit'] },
    },
    {
      title: 'not measured by its day: overdue',
      entry: { stage: 'running', stageSince: '2025-11-20', data: { reviewBy: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'running without a next measuring it is never due',
      entry: { stage: 'running', stageSince: '2025-11-20', data: { material: '炉渣' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['way', 'giver', 'amount', 'unit', 'found'] },
    },
  ],
});
