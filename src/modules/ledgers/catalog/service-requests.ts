import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { count, enterprise, project, unit } from '../kinds.ts';

const answers = { 'take-days': 2, 'serve-days': 20 };

/** 五大服务. A request goes to the unit that has what is asked for: money, policy, information, technology, people. */
export const serviceRequests = defineLedger({
  id: 'service-requests',
  label: { zh: '五大服务需求', en: 'Requests for services' },
  purpose: {
    zh: '项目的融资、政策、信息、技术、用工需求：受理、分派、限时服务、评价',
    en: 'What projects need: finance, policy, information, technology, labour; assigned, served in time, rated',
  },
  mechanisms: ['five_services'],
  source: [{ document: '000', line: 2344 }],
  name: { zh: '服务需求', en: 'Request' },
  fields: [
    {
      id: 'kind',
      label: { zh: '服务类别', en: 'Kind' },
      kind: choice({
        finance: { zh: '融资服务', en: 'Finance' },
        policy: { zh: '政策支撑', en: 'Policy' },
        information: { zh: '信息服务', en: 'Information' },
        technology: { zh: '技术服务', en: 'Technology' },
        labour: { zh: '用工服务', en: 'Labour' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    {
      id: 'project',
      label: { zh: '项目', en: 'Project' },
      kind: project,
      isFilter: true,
      column: 'minmax(140px, 1fr)',
    },
    {
      id: 'enterprise',
      label: { zh: '企业', en: 'Enterprise' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(140px, 1fr)',
    },
    { id: 'asked', label: { zh: '提出日期', en: 'Asked on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'need', label: { zh: '需求内容', en: 'What is needed' }, kind: text(2000), isRequired: true },
    { id: 'sum', label: { zh: '融资需求', en: 'Money needed' }, kind: measure('万元') },
    { id: 'people', label: { zh: '用工需求（人）', en: 'People needed' }, kind: count },
    {
      id: 'server',
      label: { zh: '服务单位', en: 'Unit that serves' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'contact', label: { zh: '服务联系人', en: 'Who serves' }, kind: text(60) },
    { id: 'result', label: { zh: '服务结果', en: 'Result' }, kind: text(2000) },
    {
      id: 'rating',
      label: { zh: '企业评价', en: 'Rating' },
      kind: choice({
        good: { zh: '满意', en: 'Good' },
        fair: { zh: '基本满意', en: 'Fair' },
        poor: { zh: '不满意', en: 'Poor' },
      }),
      column: '88px',
    },
  ],
  called: 'server',
  first: 'asked',
  stages: {
    asked: {
      label: { zh: '待接单', en: 'To be taken' },
      clock: { days: { choice: 'take-days' }, counts: 'working', from: 'asked', warnDays: 0 },
    },
    serving: {
      label: { zh: '服务中', en: 'Being served' },
      clock: { days: { choice: 'serve-days' }, counts: 'working', warnDays: 3 },
    },
    served: { label: { zh: '待评价', en: 'To be rated' } },
    closed: { label: { zh: '已办结', en: 'Closed' }, isFinal: true },
    refused: { label: { zh: '无法满足', en: 'Cannot be met' }, isFinal: true },
  },
  actions: {
    take: { label: { zh: '接单', en: 'Take' }, from: ['asked'], to: 'serving', needs: ['contact'], by: 'called' },
    pass: { label: { zh: '改派', en: 'Pass on' }, from: ['asked'], to: 'asked', needs: ['server'], needsReason: true },
    serve: {
      label: { zh: '报告服务结果', en: 'Report the result' },
      from: ['serving'],
      to: 'served',
      needs: ['result'],
      by: 'called',
    },
    refuse: {
      label: { zh: '说明无法满足', en: 'Say why not' },
      from: ['serving'],
      to: 'refused',
      needs: ['result'],
      needsReason: true,
      by: 'called',
    },
    rate: { label: { zh: '登记评价', en: 'Enter the rating' }, from: ['served'], to: 'closed', needs: ['rating'] },
    repeat: { label: { zh: '不满意，再服务', en: 'Serve again' }, from: ['served'], to: 'serving', needsReason: true },
  },
  choices: [
    { id: 'take-days', label: { zh: '接单时限', en: 'Days to take it' }, unit: '工作日', least: 1, most: 10 },
    { id: 'serve-days', label: { zh: '服务时限', en: 'Days to serve' }, unit: '工作日', least: 1, most: 120 },
  ],
  parameters: {
    融资: 'field:kind.finance',
    政策: 'field:kind.policy',
    信息: 'field:kind.information',
    技术: 'field:kind.technology',
    用工: 'field:kind.labour',
  },
  cases: [
    {
      title: 'asked on a Thursday with two working days: Monday is in time',
      entry: { stage: 'asked', stageSince: '2026-11-19', data: { asked: '2026-11-19' } },
      on: '2026-11-23',
      answers,
      expect: { dueOn: '2026-11-23', lamp: 'yellow', lacks: ['kind', 'enterprise', 'need', 'server'] },
    },
    {
      title: 'not taken on Tuesday: overdue',
      entry: { stage: 'asked', stageSince: '2026-11-19', data: { asked: '2026-11-19' } },
      on: '2026-11-24',
      answers,
      expect: { dueOn: '2026-11-23', lamp: 'red' },
    },
    {
      title: 'without the day of the request nothing is due',
      entry: { stage: 'asked', stageSince: '2026-11-19', data: { kind: 'labour', enterprise: 'e', server: 'a' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['asked', 'need'] },
    },
  ],
});
