import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

/** 投诉举报. The documents ask for it “in time” without a number of days: the office sets both limits. */
export const complaints = defineLedger({
  id: 'complaints',
  label: { zh: '投诉举报', en: 'Complaints' },
  purpose: {
    zh: '受理对投资环境的投诉举报，限时办理并公开通报结果',
    en: 'Complaints about the investment climate: taken up, answered in time, made public',
  },
  mechanisms: ['complaint'],
  source: [
    { document: '000', line: 2270 },
    { document: '002', line: 120 },
  ],
  name: { zh: '投诉事项', en: 'Complaint' },
  fields: [
    { id: 'by', label: { zh: '投诉人', en: 'Complainant' }, kind: text(100), column: '120px' },
    { id: 'enterprise', label: { zh: '涉及企业', en: 'Enterprise' }, kind: enterprise, isFilter: true },
    {
      id: 'against',
      label: { zh: '被投诉单位', en: 'Against' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'topic',
      label: { zh: '类别', en: 'Topic' },
      kind: choice({
        fees: { zh: '乱收费', en: 'Fees' },
        delay: { zh: '推诿拖延', en: 'Delay' },
        inspection: { zh: '随意检查', en: 'Inspections' },
        promise: { zh: '承诺不兑现', en: 'Promise not kept' },
        other: { zh: '其他', en: 'Other' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '100px',
    },
    { id: 'received', label: { zh: '收到日期', en: 'Received' }, kind: day, isRequired: true, column: '104px' },
    { id: 'content', label: { zh: '内容', en: 'Content' }, kind: text(2000), isRequired: true },
    { id: 'result', label: { zh: '办理结果', en: 'Result' }, kind: text(2000), isPublic: true },
  ],
  called: 'against',
  first: 'received',
  stages: {
    received: {
      label: { zh: '待受理', en: 'Received' },
      clock: { days: { choice: 'accept-days' }, counts: 'working', from: 'received', warnDays: 1 },
    },
    handling: {
      label: { zh: '办理中', en: 'Being handled' },
      clock: { days: { choice: 'handle-days' }, counts: 'working', warnDays: 3 },
    },
    answered: { label: { zh: '已答复', en: 'Answered' } },
    published: { label: { zh: '已通报', en: 'Made public' }, isFinal: true },
    dismissed: { label: { zh: '不予受理', en: 'Dismissed' }, isFinal: true },
  },
  actions: {
    accept: { label: { zh: '受理', en: 'Accept' }, from: ['received'], to: 'handling' },
    dismiss: { label: { zh: '不予受理', en: 'Dismiss' }, from: ['received'], to: 'dismissed', needsReason: true },
    answer: {
      label: { zh: '答复', en: 'Answer' },
      from: ['handling'],
      to: 'answered',
      needs: ['result'],
      needsEvidence: true,
    },
    reopen: { label: { zh: '不满意，重办', en: 'Reopen' }, from: ['answered'], to: 'handling', needsReason: true },
    publish: { label: { zh: '公开通报', en: 'Make public' }, from: ['answered'], to: 'published', by: 'decider' },
  },
  choices: [
    { id: 'accept-days', label: { zh: '受理时限', en: 'Days to accept' }, unit: '工作日', least: 1, most: 15 },
    { id: 'handle-days', label: { zh: '办理时限', en: 'Days to handle' }, unit: '工作日', least: 1, most: 60 },
  ],
  publicStages: ['published'],
  parameters: { 及时处理: 'clock:handling', 公开通报: 'action:publish' },
  cases: [
    {
      title: 'five working days over a weekend; the last of them is in time',
      entry: { stage: 'received', stageSince: '2026-11-20', data: { received: '2026-11-20' } },
      on: '2026-11-27',
      answers: { 'accept-days': 5, 'handle-days': 20 },
      expect: { dueOn: '2026-11-27', lamp: 'yellow' },
    },
    {
      title: 'the day after is overdue',
      entry: { stage: 'received', stageSince: '2026-11-20', data: { received: '2026-11-20' } },
      on: '2026-11-28',
      answers: { 'accept-days': 5, 'handle-days': 20 },
      expect: { dueOn: '2026-11-27', lamp: 'red' },
    },
    {
      title: 'without the day of receipt nothing is due, and the entry lacks it',
      entry: { stage: 'received', stageSince: '2026-11-20', data: {} },
      on: '2026-12-31',
      answers: { 'accept-days': 5, 'handle-days': 20 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['against', 'topic', 'received', 'content'] },
    },
  ],
});
