import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { unit } from '../kinds.ts';

const answers = { 'interval-days': 90, 'carry-days': 20 };

/** 定期会商. “Regularly” is the interval that the office decides; each matter that was agreed is carried out by one unit. */
export const consultations = defineLedger({
  id: 'consultations',
  label: { zh: '定期会商', en: 'Regular consultations' },
  purpose: {
    zh: '开发区与县直部门、乡镇街道定期会商，议定事项限时落实',
    en: 'The zone meets departments and townships regularly; what they agree on is carried out in time',
  },
  mechanisms: ['consult'],
  source: [{ document: '004', line: 530 }],
  name: { zh: '会商事项', en: 'Matter' },
  fields: [
    {
      id: 'partner',
      label: { zh: '会商单位', en: 'Unit met' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'lastMet', label: { zh: '上次会商日期', en: 'Last met on' }, kind: day, isRequired: true, column: '112px' },
    {
      id: 'form',
      label: { zh: '会商形式', en: 'Form' },
      kind: choice({
        meeting: { zh: '会商会议', en: 'Meeting' },
        exchange: { zh: '干部交叉任职', en: 'Officials who serve in both' },
        written: { zh: '书面会商', en: 'In writing' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    { id: 'topic', label: { zh: '会商议题', en: 'Topic' }, kind: text(1000), isRequired: true },
    { id: 'agreed', label: { zh: '议定结论', en: 'Agreed' }, kind: text(2000) },
    { id: 'carried', label: { zh: '落实情况', en: 'How it was carried out' }, kind: text(2000) },
  ],
  called: 'partner',
  first: 'waiting',
  stages: {
    waiting: {
      label: { zh: '待会商', en: 'To meet' },
      clock: { days: { choice: 'interval-days' }, counts: 'calendar', from: 'lastMet', warnDays: 10 },
    },
    agreed: {
      label: { zh: '待落实', en: 'To be carried out' },
      clock: { days: { choice: 'carry-days' }, counts: 'working', warnDays: 3 },
    },
    carried: { label: { zh: '待确认', en: 'To be confirmed' } },
    closed: { label: { zh: '已办结', en: 'Closed' }, isFinal: true },
  },
  actions: {
    meet: {
      label: { zh: '登记会商', en: 'Enter the meeting' },
      from: ['waiting'],
      to: 'agreed',
      needs: ['lastMet', 'agreed'],
      needsEvidence: true,
    },
    idle: {
      label: { zh: '会商无议定事项', en: 'Met, nothing to carry out' },
      from: ['waiting'],
      to: 'waiting',
      needs: ['lastMet'],
      needsEvidence: true,
    },
    carry: {
      label: { zh: '报落实', en: 'Report it carried out' },
      from: ['agreed'],
      to: 'carried',
      needs: ['carried'],
      by: 'called',
    },
    return: { label: { zh: '未落实，退回', en: 'Send back' }, from: ['carried'], to: 'agreed', needsReason: true },
    next: {
      label: { zh: '确认，转下次会商', en: 'Confirm, on to the next meeting' },
      from: ['carried'],
      to: 'waiting',
    },
    close: { label: { zh: '确认办结', en: 'Confirm and close' }, from: ['carried'], to: 'closed' },
  },
  choices: [
    { id: 'interval-days', label: { zh: '会商间隔', en: 'Days between meetings' }, unit: '天', least: 7, most: 366 },
    { id: 'carry-days', label: { zh: '落实时限', en: 'Days to carry out' }, unit: '工作日', least: 1, most: 120 },
  ],
  parameters: { 定期: 'choice:interval-days' },
  cases: [
    {
      title: 'ninety days after the last meeting, that day is in time',
      entry: { stage: 'waiting', stageSince: '2026-09-01', data: { lastMet: '2026-09-01' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['partner', 'form', 'topic'] },
    },
    {
      title: 'what was agreed is not carried out within twenty working days: overdue',
      entry: { stage: 'agreed', stageSince: '2026-11-02', data: { lastMet: '2026-11-02' } },
      on: '2026-12-01',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'red' },
    },
    {
      title: 'without a last meeting the next has no day',
      entry: { stage: 'waiting', stageSince: '2026-09-01', data: { partner: 'a', form: 'meeting', topic: '用地' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['lastMet'] },
    },
  ],
});
