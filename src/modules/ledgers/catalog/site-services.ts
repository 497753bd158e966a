import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { project, truth, unit } from '../kinds.ts';

const answers = { 'visit-days': 30, 'solve-days': 10 };

/** 保姆式服务. “Regularly” is a number of days that the office decides; a named person goes there, and a matter found is solved. */
export const siteServices = defineLedger({
  id: 'site-services',
  label: { zh: '保姆式服务', en: 'Service on the spot' },
  purpose: {
    zh: '为重点项目指定服务专人，定期到现场，登记问题并跟踪解决',
    en: 'Each key project has a named person who goes there regularly, notes what is wrong and sees it solved',
  },
  mechanisms: ['nanny_service'],
  source: [
    { document: '000', line: 2348 },
    { document: '002', line: 137 },
    { document: '004', line: 520 },
  ],
  name: { zh: '服务事项', en: 'Service' },
  fields: [
    {
      id: 'project',
      label: { zh: '项目', en: 'Project' },
      kind: project,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    {
      id: 'person',
      label: { zh: '服务专人', en: 'Person who serves' },
      kind: text(60),
      isRequired: true,
      column: '88px',
    },
    {
      id: 'server',
      label: { zh: '服务单位', en: 'Unit that serves' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'lastVisit',
      label: { zh: '上次到场日期', en: 'Last there on' },
      kind: day,
      isRequired: true,
      column: '112px',
    },
    {
      id: 'form',
      label: { zh: '到场方式', en: 'Form' },
      kind: choice({
        office: { zh: '现场办公', en: 'Office on the spot' },
        supervise: { zh: '现场督导', en: 'Supervision on the spot' },
        solve: { zh: '现场解决', en: 'Solved on the spot' },
      }),
      isFilter: true,
      column: '96px',
    },
    { id: 'isWhole', label: { zh: '全程跟踪', en: 'From beginning to end' }, kind: truth },
    { id: 'problem', label: { zh: '现场问题', en: 'What was found' }, kind: text(2000) },
    { id: 'result', label: { zh: '解决情况', en: 'How it was solved' }, kind: text(2000) },
  ],
  called: 'server',
  first: 'serving',
  stages: {
    serving: {
      label: { zh: '服务中', en: 'Served' },
      clock: { days: { choice: 'visit-days' }, counts: 'calendar', from: 'lastVisit', warnDays: 5 },
    },
    solving: {
      label: { zh: '问题待解决', en: 'Something to be solved' },
      clock: { days: { choice: 'solve-days' }, counts: 'working', warnDays: 2 },
    },
    finished: { label: { zh: '服务结束', en: 'Finished' }, isFinal: true },
  },
  actions: {
    visit: {
      label: { zh: '登记到场', en: 'Enter a visit' },
      from: ['serving'],
      to: 'serving',
      needs: ['lastVisit', 'form'],
      by: 'called',
    },
    find: {
      label: { zh: '登记问题', en: 'Enter a problem' },
      from: ['serving'],
      to: 'solving',
      needs: ['lastVisit', 'form', 'problem'],
      by: 'called',
    },
    solve: {
      label: { zh: '解决销号', en: 'Solved' },
      from: ['solving'],
      to: 'serving',
      needs: ['result'],
      needsEvidence: true,
      by: 'called',
    },
    replace: {
      label: { zh: '更换专人', en: 'Name another person' },
      from: ['serving'],
      to: 'serving',
      needs: ['person'],
      needsReason: true,
    },
    finish: { label: { zh: '结束服务', en: 'Finish' }, from: ['serving'], to: 'finished', needsReason: true },
  },
  choices: [
    { id: 'visit-days', label: { zh: '到场间隔', en: 'Days between visits' }, unit: '天', least: 1, most: 180 },
    { id: 'solve-days', label: { zh: '问题解决时限', en: 'Days to solve' }, unit: '工作日', least: 1, most: 60 },
  ],
  parameters: {
    现场办公: 'field:form.office',
    现场督导: 'field:form.supervise',
    现场解决: 'field:form.solve',
    定期: 'choice:visit-days',
    安排专人: 'field:person',
  },
  cases: [
    {
      title: 'the thirtieth day after the last visit is in time',
      entry: { stage: 'serving', stageSince: '2026-01-05', data: { lastVisit: '2026-11-01' } },
      on: '2026-12-01',
      answers,
      expect: { dueOn: '2026-12-01', lamp: 'yellow', lacks: ['project', 'person', 'server'] },
    },
    {
      title: 'nobody came for thirty-one days: overdue',
      entry: { stage: 'serving', stageSince: '2026-01-05', data: { lastVisit: '2026-11-01' } },
      on: '2026-12-02',
      answers,
      expect: { dueOn: '2026-12-01', lamp: 'red' },
    },
    {
      title: 'without a last visit the next has no limit, and the entry lacks it',
      entry: { stage: 'serving', stageSince: '2026-01-05', data: { project: 'p', person: '王', server: 'a' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['lastVisit'] },
    },
  ],
});
