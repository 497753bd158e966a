import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'answer-days': 10 };

/** 安商稳商. An enterprise is visited, and what it asks for is answered; five kinds of care, told apart. */
export const investorCare = defineLedger({
  id: 'investor-care',
  label: { zh: '安商稳商', en: 'Care for investors' },
  purpose: {
    zh: '走访落户企业，登记诉求并限时答复，由企业评价',
    en: 'Firms that came are visited; what they ask for is answered in time and rated by them',
  },
  mechanisms: ['investor_care'],
  source: [{ document: '002', line: 106 }],
  name: { zh: '走访诉求', en: 'Request' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '企业', en: 'Enterprise' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    {
      id: 'kind',
      label: { zh: '服务类型', en: 'Kind of care' },
      kind: choice({
        settle: { zh: '安商', en: 'Settle' },
        steady: { zh: '稳商', en: 'Steady' },
        support: { zh: '扶商', en: 'Support' },
        friendly: { zh: '亲商', en: 'Be close' },
        protect: { zh: '护商', en: 'Protect' },
      }),
      isRequired: true,
      isFilter: true,
      column: '88px',
    },
    { id: 'visitor', label: { zh: '走访人', en: 'Visitor' }, kind: text(60), isRequired: true },
    { id: 'visited', label: { zh: '走访日期', en: 'Visited on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'request', label: { zh: '企业诉求', en: 'What it asks for' }, kind: text(2000), isRequired: true },
    {
      id: 'solver',
      label: { zh: '承办单位', en: 'Unit that solves it' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'answer', label: { zh: '答复情况', en: 'Answer' }, kind: text(2000) },
    {
      id: 'rating',
      label: { zh: '企业评价', en: 'Rating by the firm' },
      kind: choice({
        good: { zh: '满意', en: 'Good' },
        fair: { zh: '基本满意', en: 'Fair' },
        poor: { zh: '不满意', en: 'Poor' },
      }),
      column: '88px',
    },
  ],
  called: 'solver',
  first: 'raised',
  stages: {
    raised: {
      label: { zh: '待答复', en: 'To be answered' },
      clock: { days: { choice: 'answer-days' }, counts: 'working', from: 'visited', warnDays: 2 },
    },
    again: {
      label: { zh: '再次办理', en: 'Handled again' },
      clock: { days: { choice: 'answer-days' }, counts: 'working', warnDays: 2 },
    },
    answered: { label: { zh: '待企业评价', en: 'To be rated' } },
    closed: { label: { zh: '已评价', en: 'Rated' }, isFinal: true },
  },
  actions: {
    answer: {
      label: { zh: '答复', en: 'Answer' },
      from: ['raised', 'again'],
      to: 'answered',
      needs: ['answer'],
      by: 'called',
    },
    hand: {
      label: { zh: '改派', en: 'Hand over' },
      from: ['raised', 'again'],
      to: 'again',
      needs: ['solver'],
      needsReason: true,
    },
    rate: { label: { zh: '登记评价', en: 'Enter the rating' }, from: ['answered'], to: 'closed', needs: ['rating'] },
    repeat: {
      label: { zh: '不满意，再办', en: 'Again' },
      from: ['answered'],
      to: 'again',
      needs: ['rating'],
      needsReason: true,
    },
  },
  choices: [{ id: 'answer-days', label: { zh: '答复时限', en: 'Days to answer' }, unit: '工作日', least: 1, most: 60 }],
  parameters: { '5类': 'field:kind' },
  cases: [
    {
      title: 'ten working days after the visit is in time',
      entry: { stage: 'raised', stageSince: '2026-11-03', data: { visited: '2026-11-02' } },
      on: '2026-11-16',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'yellow', lacks: ['enterprise', 'kind', 'visitor', 'request', 'solver'] },
    },
    {
      title: 'handled again, the time runs from that day, and ends too',
      entry: { stage: 'again', stageSince: '2026-11-16', data: { visited: '2026-11-02' } },
      on: '2026-12-01',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'red' },
    },
    {
      title: 'a request without the day of the visit has no limit',
      entry: {
        stage: 'raised',
        stageSince: '2026-11-03',
        data: { enterprise: 'e', kind: 'protect', visitor: '李', solver: 'a' },
      },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['visited', 'request'] },
    },
  ],
});
