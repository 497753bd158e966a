import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { truth, unit } from '../kinds.ts';

const answers = { 'check-days': 10 };

/** 粪污三段治理. What each farm had and what it put to use in a year, checked; the share of all is what the plan asks. */
export const manureUses = defineLedger({
  id: 'manure-uses',
  label: { zh: '粪污资源化', en: 'Manure put to use' },
  purpose: {
    zh: '畜禽粪污源头减量、过程控制、末端利用：逐场年度产生量、利用量和核查',
    en: 'Manure of each farm: less at the source, controlled, put to use; amounts of the year, checked',
  },
  mechanisms: ['waste_3step'],
  source: [{ document: '001', line: 270 }],
  name: { zh: '养殖场记录', en: 'Farm' },
  fields: [
    {
      id: 'farm',
      label: { zh: '养殖场（户）', en: 'Farm' },
      kind: text(120),
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'year', label: { zh: '年度', en: 'Year' }, kind: text(4), isRequired: true, column: '72px' },
    {
      id: 'step',
      label: { zh: '治理环节', en: 'Step' },
      kind: choice({
        source: { zh: '源头减量', en: 'Less at the source' },
        process: { zh: '过程控制', en: 'Controlled on the way' },
        end: { zh: '末端利用', en: 'Put to use' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    { id: 'amount', label: { zh: '粪污量', en: 'Manure' }, kind: measure('吨'), isRequired: true, column: '96px' },
    {
      id: 'isUsed',
      label: { zh: '是否资源化利用', en: 'Put to use' },
      kind: truth,
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    {
      id: 'way',
      label: { zh: '利用方式', en: 'How' },
      kind: choice({
        compost: { zh: '堆肥发酵', en: 'Compost' },
        biogas: { zh: '沼气', en: 'Biogas' },
        field: { zh: '种养结合还田', en: 'Back to the field' },
        other: { zh: '其他', en: 'Other' },
      }),
      isFilter: true,
      column: '112px',
    },
    { id: 'watcher', label: { zh: '监管单位', en: 'Unit that watches' }, kind: unit, isRequired: true },
    { id: 'reportBy', label: { zh: '报告期限', en: 'Report by' }, kind: day, isRequired: true, column: '104px' },
    { id: 'finding', label: { zh: '核查意见', en: 'What the check found' }, kind: text(1000) },
  ],
  called: 'watcher',
  first: 'asked',
  stages: {
    asked: {
      label: { zh: '待报告', en: 'To be reported' },
      clock: { days: 0, counts: 'calendar', from: 'reportBy', warnDays: 15 },
    },
    reported: {
      label: { zh: '待核查', en: 'To be checked' },
      clock: { days: { choice: 'check-days' }, counts: 'working', warnDays: 3 },
    },
    checked: { label: { zh: '已核查', en: 'Checked' }, isFinal: true },
    voided: { label: { zh: '作废', en: 'Void' }, isFinal: true },
  },
  actions: {
    report: {
      label: { zh: '报告', en: 'Report' },
      from: ['asked'],
      to: 'reported',
      needs: ['amount', 'isUsed'],
      needsEvidence: true,
    },
    check: {
      label: { zh: '核查属实', en: 'Check' },
      from: ['reported'],
      to: 'checked',
      needs: ['finding'],
      needsEvidence: true,
      by: 'called',
    },
    return: {
      label: { zh: '退回更正', en: 'Send back' },
      from: ['reported'],
      to: 'asked',
      needs: ['reportBy'],
      needsReason: true,
      by: 'called',
    },
    void: { label: { zh: '作废', en: 'Void' }, from: ['asked', 'reported'], to: 'voided', needsReason: true },
  },
  choices: [{ id: 'check-days', label: { zh: '核查时限', en: 'Days to check' }, unit: '工作日', least: 1, most: 60 }],
  measures: [
    {
      id: 'rate',
      label: { zh: '粪污资源化利用率（按量）', en: 'Part of the manure that is put to use' },
      kind: 'share',
      field: 'amount',
      unit: '%',
      every: 'year',
      on: 'reportBy',
      counts: { only: { field: 'isUsed', is: 'true' } },
      among: { stages: ['checked'] },
      target: { is: 'at-least', value: 85 },
      set: setBy('001'),
    },
  ],
  parameters: { '资源化利用率≥85%': 'measure:rate' },
  cases: [
    {
      title: 'on the day of the report it is in time',
      entry: { stage: 'asked', stageSince: '2026-01-05', data: { reportBy: '2026-11-30', year: '2026' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['farm', 'step', 'amount', 'isUsed', 'watcher'] },
    },
    {
      title: 'reported and not checked in ten working days: overdue',
      entry: { stage: 'reported', stageSince: '2026-11-02', data: {} },
      on: '2026-11-17',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'red' },
    },
    {
      title: 'not put to use is an answer; without a day nothing is due',
      entry: { stage: 'asked', stageSince: '2026-01-05', data: { isUsed: false } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['farm', 'year', 'step', 'amount', 'watcher', 'reportBy'] },
    },
  ],
});
