import { defineLedger } from '../../../core/ledger/ledger.ts';
import { day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, park, project, truth, unit } from '../kinds.ts';

/** 标准地. Land that is ready and whose conditions are known beforehand: who gets it can build at once, and has promised to. */
export const standardLand = defineLedger({
  id: 'standard-land',
  label: { zh: '标准地', en: 'Standard land' },
  purpose: {
    zh: '带指标出让的工业用地：区域评估和配套齐备、承诺、拿地开工、建成核查',
    en: 'Land granted with its standards: prepared, committed to, built on at once, checked when it is done',
  },
  mechanisms: ['std_land'],
  source: [{ document: '004', line: 398 }],
  name: { zh: '地块', en: 'Parcel' },
  fields: [
    {
      id: 'park',
      label: { zh: '园区', en: 'Park' },
      kind: park,
      isRequired: true,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'area', label: { zh: '面积', en: 'Area' }, kind: measure('亩'), isRequired: true, column: '96px' },
    {
      id: 'investment',
      label: { zh: '投资强度标准', en: 'Investment per area, at least' },
      kind: measure('万元/亩'),
      isRequired: true,
    },
    {
      id: 'tax',
      label: { zh: '亩均税收标准', en: 'Tax per area, at least' },
      kind: measure('万元/亩'),
      isRequired: true,
    },
    { id: 'ratio', label: { zh: '容积率标准', en: 'Floor area ratio, at least' }, kind: text(20) },
    { id: 'energy', label: { zh: '单位能耗标准', en: 'Energy, at most' }, kind: measure('吨标准煤/万元') },
    { id: 'emission', label: { zh: '污染物排放标准', en: 'Emissions, at most' }, kind: text(200) },
    { id: 'isReady', label: { zh: '区域评估和净地条件齐备', en: 'Assessed and ready' }, kind: truth },
    { id: 'enterprise', label: { zh: '受让企业', en: 'Granted to' }, kind: enterprise, column: 'minmax(120px, 1fr)' },
    { id: 'project', label: { zh: '项目', en: 'Project' }, kind: project, isFilter: true },
    { id: 'grantedOn', label: { zh: '交地日期', en: 'Handed over on' }, kind: day, column: '104px' },
    { id: 'startedOn', label: { zh: '开工日期', en: 'Started on' }, kind: day, column: '104px' },
    { id: 'finishBy', label: { zh: '约定建成日期', en: 'To be built by' }, kind: day, column: '112px' },
    { id: 'checker', label: { zh: '核查单位', en: 'Checked by' }, kind: unit, isRequired: true },
    { id: 'check', label: { zh: '达标核查结果', en: 'Result of the check' }, kind: text(2000) },
  ],
  called: 'checker',
  place: 'park',
  first: 'preparing',
  stages: {
    preparing: { label: { zh: '前期准备', en: 'Being prepared' } },
    ready: { label: { zh: '可出让', en: 'Ready to be granted' } },
    granted: {
      label: { zh: '已交地，待开工', en: 'Handed over' },
      clock: { days: { choice: 'start-days' }, counts: 'calendar', from: 'grantedOn', warnDays: 7 },
    },
    building: {
      label: { zh: '建设中', en: 'Being built' },
      clock: { days: 0, counts: 'calendar', from: 'finishBy', warnDays: 60 },
    },
    checking: {
      label: { zh: '达标核查', en: 'Being checked' },
      clock: { days: { choice: 'check-days' }, counts: 'working', warnDays: 5 },
    },
    met: { label: { zh: '达标', en: 'Met' }, isFinal: true },
    failed: { label: { zh: '未达标，按承诺处理', en: 'Not met' }, isFinal: true },
  },
  actions: {
    prepare: {
      label: { zh: '确认可出让', en: 'Declare it ready' },
      from: ['preparing'],
      to: 'ready',
      needs: ['isReady', 'ratio'],
      needsEvidence: true,
    },
    grant: {
      label: { zh: '签承诺并交地', en: 'Commit and hand over' },
      from: ['ready'],
      to: 'granted',
      needs: ['enterprise', 'grantedOn', 'finishBy'],
      needsEvidence: true,
    },
    start: { label: { zh: '登记开工', en: 'Note the start' }, from: ['granted'], to: 'building', needs: ['startedOn'] },
    finish: { label: { zh: '建成申请核查', en: 'Ask for the check' }, from: ['building'], to: 'checking' },
    pass: {
      label: { zh: '核查达标', en: 'Pass' },
      from: ['checking'],
      to: 'met',
      needs: ['check'],
      needsEvidence: true,
      by: 'called',
    },
    fail: {
      label: { zh: '核查未达标', en: 'Fail' },
      from: ['checking'],
      to: 'failed',
      needs: ['check'],
      needsReason: true,
      by: 'called',
    },
  },
  choices: [
    {
      id: 'start-days',
      label: { zh: '交地后开工时限', en: 'Days from hand-over to start' },
      unit: '天',
      least: 0,
      most: 365,
    },
    { id: 'check-days', label: { zh: '达标核查时限', en: 'Days to check' }, unit: '工作日', least: 1, most: 60 },
  ],
  parameters: { 拿地即开工: 'clock:granted' },
  cases: [
    {
      title: 'thirty days from the hand-over: the thirtieth is in time',
      entry: { stage: 'granted', stageSince: '2026-11-01', data: { grantedOn: '2026-11-01' } },
      on: '2026-12-01',
      answers: { 'start-days': 30, 'check-days': 20 },
      expect: { dueOn: '2026-12-01', lamp: 'yellow' },
    },
    {
      title: 'an office that takes “at once” by the word sees red on the next day',
      entry: { stage: 'granted', stageSince: '2026-11-01', data: { grantedOn: '2026-11-01' } },
      on: '2026-11-02',
      answers: { 'start-days': 0, 'check-days': 20 },
      expect: { dueOn: '2026-11-01', lamp: 'red' },
    },
    {
      title: 'land without its standards cannot be listed as standard land',
      entry: { stage: 'preparing', stageSince: '2026-11-01', data: {} },
      on: '2026-12-01',
      answers: { 'start-days': 30, 'check-days': 20 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['park', 'area', 'investment', 'tax', 'checker'] },
    },
  ],
});
