import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { count, enterprise, unit } from '../kinds.ts';

const answers = { 'plan-days': 30, 'apply-days': 180 };
const validUntil = '2026-12-31';

/** 企业梯次培育. A recognition runs out on a day; the step before it is coached within limits that the office sets. */
export const enterpriseLadder = defineLedger({
  id: 'enterprise-ladder',
  label: { zh: '企业梯次培育', en: 'The ladder of enterprises' },
  purpose: {
    zh: '高企、瞪羚、独角兽、百强的入库培育、申报认定和到期复审',
    en: 'High-tech firms, gazelles, unicorns and top firms: chosen, coached, recognised, examined again in time',
  },
  mechanisms: ['ent_ladder'],
  source: [
    { document: '001', line: 442 },
    { document: '004', line: 169 },
  ],
  name: { zh: '培育事项', en: 'Step' },
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
      id: 'level',
      label: { zh: '目标梯次', en: 'Level aimed at' },
      kind: choice({
        small: { zh: '科技型中小企业', en: 'Small firm of technology' },
        hightech: { zh: '高新技术企业', en: 'High-tech firm' },
        gazelle: { zh: '瞪羚企业', en: 'Gazelle' },
        unicorn: { zh: '独角兽企业', en: 'Unicorn' },
        top100: { zh: '百强企业', en: 'One of the top hundred' },
      }),
      isRequired: true,
      isFilter: true,
      column: '128px',
    },
    {
      id: 'coach',
      label: { zh: '培育责任单位', en: 'Unit that coaches' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'chosen', label: { zh: '入库日期', en: 'Chosen on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'revenue', label: { zh: '上年营业收入', en: 'Revenue of last year' }, kind: measure('万元') },
    { id: 'research', label: { zh: '上年研发费用', en: 'R&D of last year' }, kind: measure('万元') },
    { id: 'patents', label: { zh: '有效知识产权（件）', en: 'Valid titles of intellectual property' }, kind: count },
    { id: 'gaps', label: { zh: '差距和培育措施', en: 'Gaps and measures' }, kind: text(2000) },
    { id: 'certificate', label: { zh: '认定证书号', en: 'Certificate' }, kind: text(60) },
    { id: 'validUntil', label: { zh: '认定有效期至', en: 'Valid until' }, kind: day, column: '104px' },
  ],
  called: 'coach',
  first: 'chosen',
  stages: {
    chosen: {
      label: { zh: '已入库，待定措施', en: 'Chosen, measures to be set' },
      clock: { days: { choice: 'plan-days' }, counts: 'calendar', from: 'chosen', warnDays: 7 },
    },
    coached: {
      label: { zh: '培育中', en: 'Being coached' },
      clock: { days: { choice: 'apply-days' }, counts: 'calendar', warnDays: 30 },
    },
    applied: { label: { zh: '已申报，待认定', en: 'Applied for' } },
    recognised: {
      label: { zh: '已认定', en: 'Recognised' },
      clock: { days: 0, counts: 'calendar', from: 'validUntil', warnDays: 180 },
    },
    left: { label: { zh: '出库', en: 'Left' }, isFinal: true },
  },
  actions: {
    plan: {
      label: { zh: '定培育措施', en: 'Set measures' },
      from: ['chosen'],
      to: 'coached',
      needs: ['gaps'],
      by: 'called',
    },
    apply: {
      label: { zh: '组织申报', en: 'Apply' },
      from: ['coached'],
      to: 'applied',
      needsEvidence: true,
      by: 'called',
    },
    fail: {
      label: { zh: '未通过，续培', en: 'Not recognised: coach on' },
      from: ['applied'],
      to: 'coached',
      needsReason: true,
    },
    recognise: {
      label: { zh: '登记认定', en: 'Enter the recognition' },
      from: ['applied'],
      to: 'recognised',
      needs: ['certificate', 'validUntil'],
      needsEvidence: true,
    },
    renew: {
      label: { zh: '复审通过', en: 'Renew' },
      from: ['recognised'],
      to: 'recognised',
      needs: ['validUntil'],
      needsEvidence: true,
    },
    climb: {
      label: { zh: '晋级培育', en: 'Coach for the next level' },
      from: ['recognised'],
      to: 'coached',
      needs: ['level', 'gaps'],
    },
    leave: {
      label: { zh: '出库', en: 'Take off' },
      from: ['chosen', 'coached', 'recognised'],
      to: 'left',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'plan-days', label: { zh: '定措施时限', en: 'Days to set measures' }, unit: '天', least: 1, most: 180 },
    {
      id: 'apply-days',
      label: { zh: '培育申报周期', en: 'Days to coach until applying' },
      unit: '天',
      least: 30,
      most: 1095,
    },
  ],
  measures: [
    {
      id: 'hightech',
      label: { zh: '2025年底前高企30户', en: 'Thirty high-tech firms by the end of 2025' },
      kind: 'count',
      unit: '户',
      every: 'standing',
      byYear: 2025,
      counts: { stages: ['recognised'], only: { field: 'level', is: 'hightech' } },
      target: { is: 'at-least', value: 30 },
      set: setBy('004'),
    },
  ],
  parameters: { 百强: 'field:level.top100', '高企30家/2025': 'measure:hightech' },
  cases: [
    {
      title: 'a recognition is valid on its last day, with half a year of warning',
      entry: { stage: 'recognised', stageSince: '2024-01-01', data: { level: 'hightech', validUntil } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: '2026-12-31', lamp: 'yellow', lacks: ['enterprise', 'coach', 'chosen'] },
    },
    {
      title: 'not renewed on new year: overdue',
      entry: { stage: 'recognised', stageSince: '2024-01-01', data: { level: 'hightech', validUntil } },
      on: '2027-01-01',
      answers,
      expect: { dueOn: '2026-12-31', lamp: 'red' },
    },
    {
      title: 'a recognition without its last day has no limit',
      entry: { stage: 'recognised', stageSince: '2024-01-01', data: { enterprise: 'e', level: 'gazelle', coach: 'a' } },
      on: '2026-11-22',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['chosen'] },
    },
  ],
});
