import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'train-days': 90 };

/** 高技能人才库. Who has which skill and grade, where, and when the certificate and the allowance have to be looked at. */
export const skilledTalents = defineLedger({
  id: 'skilled-talents',
  label: { zh: '高技能人才库', en: 'Skilled workers' },
  purpose: {
    zh: '高技能人才：入库、等级、工作站和工作室、补贴、复核',
    en: 'Skilled people: taken in, their grade, workshops, allowances, looked at again',
  },
  mechanisms: ['talent_pool'],
  source: [{ document: '004', line: 374 }],
  name: { zh: '人才', en: 'Person' },
  fields: [
    { id: 'person', label: { zh: '姓名', en: 'Name' }, kind: text(60), isRequired: true, column: '96px' },
    {
      id: 'enterprise',
      label: { zh: '所在企业', en: 'Enterprise' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'trade', label: { zh: '工种', en: 'Trade' }, kind: text(60), isRequired: true, column: '96px' },
    {
      id: 'grade',
      label: { zh: '等级', en: 'Grade' },
      kind: choice({
        senior: { zh: '高级工', en: 'Senior worker' },
        technician: { zh: '技师', en: 'Technician' },
        master: { zh: '高级技师', en: 'Senior technician' },
        chief: { zh: '特级或首席技师', en: 'Chief technician' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    { id: 'studio', label: { zh: '所属工作站（室）', en: 'Workshop' }, kind: text(120) },
    { id: 'trainer', label: { zh: '培养单位', en: 'Trained by' }, kind: unit, isRequired: true },
    { id: 'taken', label: { zh: '入库日期', en: 'Taken in' }, kind: day, isRequired: true, column: '104px' },
    { id: 'reviewBy', label: { zh: '下次复核日期', en: 'Next review' }, kind: day, isRequired: true, column: '104px' },
    { id: 'allowance', label: { zh: '年补贴', en: 'Allowance a year' }, kind: measure('元'), column: '96px' },
  ],
  called: 'trainer',
  first: 'listed',
  stages: {
    listed: {
      label: { zh: '在库', en: 'Listed' },
      clock: { days: 0, counts: 'calendar', from: 'reviewBy', warnDays: 30 },
    },
    training: {
      label: { zh: '提升培训中', en: 'Being trained' },
      clock: { days: { choice: 'train-days' }, counts: 'calendar', warnDays: 15 },
    },
    left: { label: { zh: '出库', en: 'Off the list' }, isFinal: true },
  },
  actions: {
    review: { label: { zh: '复核', en: 'Review' }, from: ['listed'], to: 'listed', needs: ['reviewBy'], by: 'called' },
    train: { label: { zh: '提升培训', en: 'Train' }, from: ['listed'], to: 'training' },
    raise: {
      label: { zh: '晋级', en: 'Raise' },
      from: ['training'],
      to: 'listed',
      needs: ['grade', 'reviewBy'],
      needsEvidence: true,
      by: 'called',
    },
    fail: {
      label: { zh: '未晋级', en: 'Not raised' },
      from: ['training'],
      to: 'listed',
      needs: ['reviewBy'],
      needsReason: true,
    },
    leave: { label: { zh: '出库', en: 'Take off' }, from: ['listed'], to: 'left', needsReason: true },
  },
  choices: [{ id: 'train-days', label: { zh: '培训周期', en: 'Days of training' }, unit: '天', least: 7, most: 730 }],
  parameters: {},
  cases: [
    {
      title: 'on the day of the review it is in time',
      entry: { stage: 'listed', stageSince: '2025-12-01', data: { reviewBy: '2026-11-30', grade: 'technician' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['person', 'enterprise', 'trade', 'trainer', 'taken'] },
    },
    {
      title: 'trained for a day longer than ninety: overdue',
      entry: { stage: 'training', stageSince: '2026-09-01', data: {} },
      on: '2026-12-01',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'red' },
    },
    {
      title: 'without a day of review nothing is due',
      entry: { stage: 'listed', stageSince: '2025-12-01', data: { trade: '电工' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['person', 'enterprise', 'grade', 'trainer', 'taken', 'reviewBy'] },
    },
  ],
});
