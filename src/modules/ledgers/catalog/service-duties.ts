import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { project, unit } from '../kinds.ts';

const answers = { 'tell-days': 1, 'blame-days': 15 };

/** 首问负责等六项制度. Who was asked first answers for the matter until its time is up; a breach is looked into. */
export const serviceDuties = defineLedger({
  id: 'service-duties',
  label: { zh: '服务承诺制度', en: 'Duties of service' },
  purpose: {
    zh: '首问负责、一次性告知、服务承诺、限时办结、失职追究、否定报备：逐件计时，超时追究',
    en: 'Six rules of service: each matter has its clock and the one who answers for it; breaches are looked into',
  },
  mechanisms: ['service_rules'],
  source: [{ document: '002', line: 120 }],
  name: { zh: '服务事项', en: 'Matter' },
  fields: [
    {
      id: 'rule',
      label: { zh: '制度', en: 'Rule' },
      kind: choice({
        first: { zh: '首问负责', en: 'Who is asked first answers' },
        once: { zh: '一次性告知', en: 'Everything told at once' },
        promise: { zh: '服务承诺', en: 'Promise of service' },
        limit: { zh: '限时办结', en: 'Done in time' },
        blame: { zh: '失职追究', en: 'Neglect is answered for' },
        refusal: { zh: '否定报备', en: 'A refusal is reported' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    { id: 'unit', label: { zh: '承办单位', en: 'Unit' }, kind: unit, isRequired: true, column: 'minmax(120px, 1fr)' },
    { id: 'officer', label: { zh: '首问责任人', en: 'Who answers' }, kind: text(60), isRequired: true, column: '96px' },
    { id: 'applicant', label: { zh: '服务对象', en: 'Applicant' }, kind: text(120), isRequired: true },
    { id: 'project', label: { zh: '项目', en: 'Project' }, kind: project, isFilter: true },
    { id: 'taken', label: { zh: '受理日期', en: 'Taken on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'told', label: { zh: '一次性告知内容', en: 'What was told' }, kind: text(2000) },
    { id: 'dueBy', label: { zh: '承诺办结日期', en: 'Promised for' }, kind: day, column: '104px' },
    { id: 'result', label: { zh: '办理结果', en: 'Result' }, kind: text(1000) },
    { id: 'blame', label: { zh: '追究情况', en: 'Who answered for it' }, kind: text(1000) },
  ],
  called: 'unit',
  first: 'taken',
  stages: {
    taken: {
      label: { zh: '待告知', en: 'To be told' },
      clock: { days: { choice: 'tell-days' }, counts: 'working', from: 'taken', warnDays: 0 },
    },
    handling: {
      label: { zh: '办理中', en: 'Being handled' },
      clock: { days: 0, counts: 'calendar', from: 'dueBy', warnDays: 2 },
    },
    breached: {
      label: { zh: '超时，待追究', en: 'Late, to be looked into' },
      clock: { days: { choice: 'blame-days' }, counts: 'working', warnDays: 3 },
    },
    done: { label: { zh: '办结', en: 'Done' }, isFinal: true },
    blamed: { label: { zh: '已追究', en: 'Answered for' }, isFinal: true },
  },
  actions: {
    tell: {
      label: { zh: '一次性告知并承诺', en: 'Tell and promise' },
      from: ['taken'],
      to: 'handling',
      needs: ['told', 'dueBy'],
      by: 'called',
    },
    finish: { label: { zh: '办结', en: 'Finish' }, from: ['handling'], to: 'done', needs: ['result'], by: 'called' },
    refuse: {
      label: { zh: '不予办理并报备', en: 'Refuse and report' },
      from: ['taken', 'handling'],
      to: 'done',
      needs: ['result'],
      needsEvidence: true,
      needsReason: true,
      by: 'called',
    },
    breach: {
      label: { zh: '认定超时', en: 'Find it late' },
      from: ['taken', 'handling'],
      to: 'breached',
      needsReason: true,
    },
    blame: {
      label: { zh: '追究', en: 'Have somebody answer' },
      from: ['breached'],
      to: 'blamed',
      needs: ['blame'],
      needsEvidence: true,
      by: 'decider',
    },
    excuse: {
      label: { zh: '情有可原，继续办理', en: 'Excuse it' },
      from: ['breached'],
      to: 'handling',
      needs: ['dueBy'],
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'tell-days', label: { zh: '一次性告知时限', en: 'Days to tell' }, unit: '工作日', least: 0, most: 5 },
    { id: 'blame-days', label: { zh: '追究时限', en: 'Days to look into it' }, unit: '工作日', least: 1, most: 60 },
  ],
  measures: [
    {
      id: 'in-time',
      label: { zh: '按时办结率', en: 'Done without a breach' },
      kind: 'share',
      unit: '%',
      every: 'year',
      on: 'taken',
      counts: { stages: ['done'] },
      among: { stages: ['done', 'breached', 'blamed'] },
    },
  ],
  parameters: { '6制度': 'field:rule' },
  cases: [
    {
      title: 'told on the next working day is in time',
      entry: { stage: 'taken', stageSince: '2026-11-02', data: { taken: '2026-11-02', rule: 'once' } },
      on: '2026-11-03',
      answers,
      expect: { dueOn: '2026-11-03', lamp: 'yellow', lacks: ['unit', 'officer', 'applicant'] },
    },
    {
      title: 'the promised day has passed: overdue',
      entry: { stage: 'handling', stageSince: '2026-11-02', data: { dueBy: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'handled without a promise of a day it has no limit',
      entry: { stage: 'handling', stageSince: '2026-11-02', data: {} },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['rule', 'unit', 'officer', 'applicant', 'taken'] },
    },
  ],
});
