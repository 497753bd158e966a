import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'trace-days': 2, 'act-days': 5 };

/** 质量追溯. A batch that may not be safe is traced both ways, called back if need be, and closed with the cause. */
export const qualityWarnings = defineLedger({
  id: 'quality-warnings',
  label: { zh: '质量追溯预警', en: 'Warnings of quality' },
  purpose: {
    zh: '产品批次追溯与食品药品安全预警：发现、追溯、处置、召回、销号',
    en: 'Batches that may not be safe: found, traced, dealt with, called back, closed with the cause',
  },
  mechanisms: ['traceability'],
  source: [
    { document: '000', line: 2281 },
    { document: '001', line: 218 },
    { document: '001', line: 470 },
    { document: '004', line: 436 },
  ],
  name: { zh: '预警', en: 'Warning' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '生产企业', en: 'Producer' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'product', label: { zh: '产品', en: 'Product' }, kind: text(120), isRequired: true, column: '120px' },
    {
      id: 'kind',
      label: { zh: '类别', en: 'Kind' },
      kind: choice({
        food: { zh: '食品', en: 'Food' },
        drug: { zh: '药品', en: 'Drugs' },
        vaccine: { zh: '疫苗', en: 'Vaccines' },
        herb: { zh: '药材', en: 'Herbs' },
        other: { zh: '其他', en: 'Other' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '88px',
    },
    { id: 'batch', label: { zh: '批次', en: 'Batch' }, kind: text(60), isRequired: true, column: '96px' },
    { id: 'foundOn', label: { zh: '发现日期', en: 'Found on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'facts', label: { zh: '情况', en: 'What was found' }, kind: text(2000), isRequired: true },
    { id: 'regulator', label: { zh: '监管单位', en: 'Unit that watches' }, kind: unit, isRequired: true },
    {
      id: 'isSafe',
      label: { zh: '检验是否合格', en: 'Passed the test' },
      kind: choice({ yes: { zh: '合格', en: 'Passed' }, no: { zh: '不合格', en: 'Failed' } }),
      isFilter: true,
      isPublic: true,
      column: '88px',
    },
    { id: 'traced', label: { zh: '追溯结果（原料与流向）', en: 'Where from and where to' }, kind: text(2000) },
    { id: 'measure', label: { zh: '处置措施', en: 'What was done' }, kind: text(2000) },
    { id: 'cause', label: { zh: '原因', en: 'Cause' }, kind: text(1000) },
  ],
  called: 'regulator',
  first: 'found',
  stages: {
    found: {
      label: { zh: '待追溯', en: 'To be traced' },
      clock: { days: { choice: 'trace-days' }, counts: 'working', from: 'foundOn', warnDays: 0 },
    },
    traced: {
      label: { zh: '待处置', en: 'To be dealt with' },
      clock: { days: { choice: 'act-days' }, counts: 'working', warnDays: 1 },
    },
    closed: { label: { zh: '已销号', en: 'Closed' }, isFinal: true },
  },
  actions: {
    trace: {
      label: { zh: '完成追溯', en: 'Trace' },
      from: ['found'],
      to: 'traced',
      needs: ['isSafe', 'traced'],
      needsEvidence: true,
      by: 'called',
    },
    clear: {
      label: { zh: '检验合格，销号', en: 'Passed, close' },
      from: ['traced'],
      to: 'closed',
      needs: ['isSafe'],
      needsEvidence: true,
    },
    act: {
      label: { zh: '处置销号', en: 'Deal with it and close' },
      from: ['traced'],
      to: 'closed',
      needs: ['measure', 'cause'],
      needsEvidence: true,
      by: 'called',
    },
  },
  choices: [
    { id: 'trace-days', label: { zh: '追溯时限', en: 'Days to trace' }, unit: '工作日', least: 0, most: 10 },
    { id: 'act-days', label: { zh: '处置时限', en: 'Days to act' }, unit: '工作日', least: 1, most: 30 },
  ],
  measures: [
    {
      id: 'safe',
      label: { zh: '检验批次安全率', en: 'Batches that passed' },
      kind: 'share',
      unit: '%',
      every: 'year',
      on: 'foundOn',
      counts: { only: { field: 'isSafe', is: 'yes' } },
      among: { stages: ['traced', 'closed'] },
      target: { is: 'at-least', value: 100 },
      set: setBy('004'),
    },
  ],
  publicStages: ['closed'],
  parameters: { '安全率100%': 'measure:safe' },
  cases: [
    {
      title: 'two working days over a weekend: Tuesday is in time',
      entry: { stage: 'found', stageSince: '2026-11-06', data: { foundOn: '2026-11-06', kind: 'food' } },
      on: '2026-11-10',
      answers,
      expect: { dueOn: '2026-11-10', lamp: 'yellow', lacks: ['enterprise', 'product', 'batch', 'facts', 'regulator'] },
    },
    {
      title: 'traced, and nothing was done in five working days: overdue',
      entry: { stage: 'traced', stageSince: '2026-11-02', data: {} },
      on: '2026-11-10',
      answers,
      expect: { dueOn: '2026-11-09', lamp: 'red' },
    },
    {
      title: 'a warning without the day it was found is never due',
      entry: { stage: 'found', stageSince: '2026-11-06', data: { batch: '20261101' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['enterprise', 'product', 'kind', 'foundOn', 'facts', 'regulator'] },
    },
  ],
});
