import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { enterprise, truth, unit } from '../kinds.ts';

/** 危废规范化管理. All firms with hazardous waste come under orderly management; a firm found outside is red until it is in. */
export const hazardousWastes = defineLedger({
  id: 'hazardous-wastes',
  label: { zh: '危废规范化管理', en: 'Hazardous waste' },
  purpose: {
    zh: '涉危废单位应纳尽纳：摸底、建档、纳入规范化管理、年度评估、整改',
    en: 'Firms with hazardous waste, every one of them: found, put on file, managed, assessed each year',
  },
  mechanisms: ['hazwaste'],
  source: [{ document: '004', line: 430 }],
  name: { zh: '涉危废单位', en: 'Firm' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '企业', en: 'Enterprise' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(140px, 1fr)',
    },
    {
      id: 'role',
      label: { zh: '类型', en: 'Role' },
      kind: choice({
        producer: { zh: '产生单位', en: 'Produces' },
        handler: { zh: '经营单位', en: 'Handles' },
        medical: { zh: '医疗废物单位', en: 'Medical' },
      }),
      isRequired: true,
      isFilter: true,
      column: '104px',
    },
    {
      id: 'isKey',
      label: { zh: '属重点单位', en: 'Important' },
      kind: truth,
      isRequired: true,
      isFilter: true,
      column: '88px',
    },
    { id: 'codes', label: { zh: '废物类别代码', en: 'Codes of the waste' }, kind: text(200), isRequired: true },
    { id: 'foundOn', label: { zh: '摸底日期', en: 'Found on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'produced', label: { zh: '年产生量', en: 'Produced a year' }, kind: measure('吨'), column: '104px' },
    { id: 'stored', label: { zh: '贮存量', en: 'Stored' }, kind: measure('吨'), column: '96px' },
    { id: 'disposer', label: { zh: '处置单位', en: 'Disposed of by' }, kind: text(200) },
    {
      id: 'watcher',
      label: { zh: '监管单位', en: 'Watched by' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'planNumber', label: { zh: '管理计划备案号', en: 'Filing of the plan' }, kind: text(60) },
    { id: 'assessBy', label: { zh: '下次评估日期', en: 'Assessed again by' }, kind: day, column: '112px' },
    {
      id: 'grade',
      label: { zh: '评估结果', en: 'Grade' },
      kind: choice({
        met: { zh: '达标', en: 'Met' },
        partly: { zh: '基本达标', en: 'Partly met' },
        failed: { zh: '不达标', en: 'Not met' },
      }),
      isFilter: true,
      column: '96px',
    },
    { id: 'measure', label: { zh: '整改情况', en: 'What was put right' }, kind: text(2000) },
  ],
  called: 'watcher',
  first: 'found',
  stages: {
    found: {
      label: { zh: '未纳入管理', en: 'Not yet managed' },
      clock: { days: { choice: 'include-days' }, counts: 'working', from: 'foundOn', warnDays: 5 },
    },
    included: {
      label: { zh: '已纳入管理', en: 'Managed' },
      clock: { days: 0, counts: 'calendar', from: 'assessBy', warnDays: 30 },
    },
    correcting: {
      label: { zh: '整改中', en: 'Being put right' },
      clock: { days: { choice: 'correct-days' }, counts: 'calendar', warnDays: 7 },
    },
    ended: { label: { zh: '不再涉危废', en: 'No waste any more' }, isFinal: true },
  },
  actions: {
    include: {
      label: { zh: '纳入管理', en: 'Put under management' },
      from: ['found'],
      to: 'included',
      needs: ['disposer', 'planNumber', 'assessBy'],
      needsEvidence: true,
      by: 'called',
    },
    assess: {
      label: { zh: '评估通过', en: 'Assess' },
      from: ['included'],
      to: 'included',
      needs: ['grade', 'assessBy'],
      needsEvidence: true,
      by: 'called',
    },
    correct: {
      label: { zh: '责令整改', en: 'Have it put right' },
      from: ['included'],
      to: 'correcting',
      needs: ['grade'],
      needsReason: true,
      by: 'called',
    },
    finish: {
      label: { zh: '整改完成', en: 'Put right' },
      from: ['correcting'],
      to: 'included',
      needs: ['measure', 'assessBy'],
      needsEvidence: true,
    },
    end: {
      label: { zh: '注销', en: 'End' },
      from: ['found', 'included'],
      to: 'ended',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    {
      id: 'include-days',
      label: { zh: '纳入管理时限', en: 'Days until it is managed' },
      unit: '工作日',
      least: 1,
      most: 130,
    },
    { id: 'correct-days', label: { zh: '整改期限', en: 'Days to put right' }, unit: '天', least: 1, most: 365 },
  ],
  measures: [
    {
      id: 'included',
      label: { zh: '重点单位纳入管理率', en: 'Important firms under management' },
      kind: 'share',
      unit: '%',
      every: 'standing',
      counts: { stages: ['included', 'correcting'], only: { field: 'isKey', is: 'true' } },
      among: { stages: ['found', 'included', 'correcting'], only: { field: 'isKey', is: 'true' } },
      target: { is: 'at-least', value: 100 },
      set: setBy('004'),
    },
  ],
  parameters: { '100%纳入': 'measure:included clock:found' },
  cases: [
    {
      title: 'twenty working days to put it under management; the twentieth is in time',
      entry: { stage: 'found', stageSince: '2026-11-02', data: { foundOn: '2026-11-02' } },
      on: '2026-11-30',
      answers: { 'include-days': 20, 'correct-days': 30 },
      expect: { dueOn: '2026-11-30', lamp: 'yellow' },
    },
    {
      title: 'a firm that is outside a day longer is what keeps the share below all: red',
      entry: { stage: 'found', stageSince: '2026-11-02', data: { foundOn: '2026-11-02', isKey: true } },
      on: '2026-12-01',
      answers: { 'include-days': 20, 'correct-days': 30 },
      expect: { dueOn: '2026-11-30', lamp: 'red' },
    },
    {
      title: 'whether a firm is important has to be said; no is an answer, nothing is not',
      entry: { stage: 'included', stageSince: '2026-01-05', data: { role: 'producer', codes: 'HW08' } },
      on: '2026-12-01',
      answers: { 'include-days': 20, 'correct-days': 30 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['enterprise', 'isKey', 'foundOn', 'watcher'] },
    },
  ],
});
