import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text, words } from '../../../core/register/kinds.ts';
import { unit } from '../kinds.ts';

/** 专班与专家课题. A question goes to a task force or to experts, who answer by a day; the answer is used or set aside. */
export const taskForces = defineLedger({
  id: 'task-forces',
  label: { zh: '专班与专家事项', en: 'Task forces and experts' },
  purpose: {
    zh: '推进专班和专家组：交办事项、研究、提出意见、采纳落实',
    en: 'Matters given to a task force or to experts: studied, answered by a day, taken up or set aside',
  },
  mechanisms: ['task_force'],
  source: [{ document: '001', line: 738 }],
  name: { zh: '事项', en: 'Matter' },
  fields: [
    {
      id: 'group',
      label: { zh: '组别', en: 'Group' },
      kind: choice({ force: { zh: '推进专班', en: 'Task force' }, experts: { zh: '专家组', en: 'Experts' } }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    {
      id: 'lead',
      label: { zh: '牵头单位', en: 'Lead unit' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'members', label: { zh: '成员', en: 'Members' }, kind: words, isRequired: true },
    { id: 'industry', label: { zh: '涉及产业', en: 'Industry' }, kind: text(100), column: '112px' },
    { id: 'given', label: { zh: '交办日期', en: 'Given on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'due', label: { zh: '办理期限', en: 'Due on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'matter', label: { zh: '研究内容', en: 'What is to be studied' }, kind: text(2000), isRequired: true },
    { id: 'opinion', label: { zh: '研究意见', en: 'Opinion' }, kind: text(2000) },
    { id: 'decision', label: { zh: '采纳情况', en: 'What was taken up' }, kind: text(1000) },
  ],
  called: 'lead',
  first: 'given',
  stages: {
    given: {
      label: { zh: '研究中', en: 'Being studied' },
      clock: { days: 0, counts: 'calendar', from: 'due', warnDays: 10 },
    },
    answered: {
      label: { zh: '待定采纳', en: 'Answered' },
      clock: { days: { choice: 'decide-days' }, counts: 'working', warnDays: 3 },
    },
    used: { label: { zh: '已采纳', en: 'Taken up' }, isFinal: true },
    unused: { label: { zh: '未采纳', en: 'Set aside' }, isFinal: true },
  },
  actions: {
    answer: {
      label: { zh: '提出意见', en: 'Answer' },
      from: ['given'],
      to: 'answered',
      needs: ['opinion'],
      needsEvidence: true,
      by: 'called',
    },
    prolong: {
      label: { zh: '延期', en: 'Prolong' },
      from: ['given'],
      to: 'given',
      needs: ['due'],
      needsReason: true,
      by: 'decider',
    },
    use: { label: { zh: '采纳', en: 'Take up' }, from: ['answered'], to: 'used', needs: ['decision'], by: 'decider' },
    leave: {
      label: { zh: '不采纳', en: 'Set aside' },
      from: ['answered'],
      to: 'unused',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'decide-days', label: { zh: '采纳决定时限', en: 'Days to decide' }, unit: '工作日', least: 1, most: 60 },
  ],
  parameters: {},
  cases: [
    {
      title: 'on its day an answer is in time',
      entry: { stage: 'given', stageSince: '2026-09-01', data: { due: '2026-11-30' } },
      on: '2026-11-30',
      answers: { 'decide-days': 10 },
      expect: { dueOn: '2026-11-30', lamp: 'yellow' },
    },
    {
      title: 'an opinion that nobody decided on in ten working days is overdue',
      entry: { stage: 'answered', stageSince: '2026-11-02', data: { due: '2026-11-30' } },
      on: '2026-11-17',
      answers: { 'decide-days': 10 },
      expect: { dueOn: '2026-11-16', lamp: 'red' },
    },
    {
      title: 'a matter without lead unit and day lacks them',
      entry: {
        stage: 'given',
        stageSince: '2026-09-01',
        data: { group: 'experts', members: ['甲'], given: '2026-09-01', matter: '选址' },
      },
      on: '2026-11-30',
      answers: { 'decide-days': 10 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['lead', 'due'] },
    },
  ],
});
