import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { unit } from '../kinds.ts';

const answers = { 'revise-days': 20 };

/** 优惠政策库. Each policy with its number, what it gives to whom, until when it holds; one that runs out is revised or ends. */
export const policies = defineLedger({
  id: 'policies',
  label: { zh: '政策库', en: 'Policies' },
  purpose: {
    zh: '招商和产业政策：文号、适用对象、支持方式、有效期，到期修订或废止',
    en: 'Policies with number, for whom, what they give and until when; revised or ended in time',
  },
  mechanisms: ['policy_lib'],
  source: [
    { document: '000', line: 565 },
    { document: '001', line: 746 },
    { document: '002', line: 106 },
    { document: '002', line: 166 },
  ],
  name: { zh: '政策', en: 'Policy' },
  fields: [
    {
      id: 'number',
      label: { zh: '文号', en: 'Number' },
      kind: text(60),
      isRequired: true,
      isPublic: true,
      column: '128px',
    },
    { id: 'issuer', label: { zh: '发布单位', en: 'Issued by' }, kind: unit, isRequired: true },
    {
      id: 'kind',
      label: { zh: '类别', en: 'Kind' },
      kind: choice({
        promotion: { zh: '招商引资', en: 'Promotion' },
        targeted: { zh: '定向招商', en: 'Targeted promotion' },
        tax: { zh: '财税', en: 'Tax and money' },
        land: { zh: '用地', en: 'Land' },
        talent: { zh: '人才', en: 'Talent' },
        element: { zh: '要素保障', en: 'Supply' },
        other: { zh: '其他', en: 'Other' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '96px',
    },
    { id: 'gives', label: { zh: '支持内容', en: 'What it gives' }, kind: text(4000), isRequired: true, isPublic: true },
    { id: 'whom', label: { zh: '适用条件', en: 'For whom' }, kind: text(2000), isRequired: true, isPublic: true },
    {
      id: 'issued',
      label: { zh: '发布日期', en: 'Issued' },
      kind: day,
      isRequired: true,
      isPublic: true,
      column: '104px',
    },
    { id: 'revised', label: { zh: '修订日期', en: 'Revised' }, kind: day, isPublic: true, column: '104px' },
    {
      id: 'validUntil',
      label: { zh: '有效期至', en: 'Valid until' },
      kind: day,
      isRequired: true,
      isPublic: true,
      column: '104px',
    },
    { id: 'review', label: { zh: '公平竞争审查意见', en: 'Fair competition review' }, kind: text(1000) },
    { id: 'successor', label: { zh: '替代政策', en: 'Replaced by' }, kind: text(120), isPublic: true },
  ],
  called: 'issuer',
  first: 'valid',
  stages: {
    valid: {
      label: { zh: '有效', en: 'Valid' },
      clock: { days: 0, counts: 'calendar', from: 'validUntil', warnDays: 90 },
    },
    revising: {
      label: { zh: '修订中', en: 'Being revised' },
      clock: { days: { choice: 'revise-days' }, counts: 'working', warnDays: 5 },
    },
    ended: { label: { zh: '已废止', en: 'Ended' }, isFinal: true },
  },
  actions: {
    revise: {
      label: { zh: '启动修订', en: 'Revise' },
      from: ['valid'],
      to: 'revising',
      needsReason: true,
      by: 'called',
    },
    publish: {
      label: { zh: '修订后公布', en: 'Publish again' },
      from: ['revising'],
      to: 'valid',
      needs: ['gives', 'revised', 'validUntil', 'review'],
      needsEvidence: true,
      by: 'decider',
    },
    prolong: {
      label: { zh: '延长有效期', en: 'Prolong' },
      from: ['valid'],
      to: 'valid',
      needs: ['validUntil'],
      needsEvidence: true,
      by: 'decider',
    },
    end: {
      label: { zh: '废止', en: 'End' },
      from: ['valid', 'revising'],
      to: 'ended',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'revise-days', label: { zh: '修订时限', en: 'Days to revise' }, unit: '工作日', least: 10, most: 250 },
  ],
  publicStages: ['valid'],
  parameters: {
    定向招商: 'field:kind.targeted',
    '2011年修订': 'field:revised action:publish',
    '黑政发〔2010〕62号': 'field:number',
  },
  cases: [
    {
      title: 'the last day of a policy is in time',
      entry: {
        stage: 'valid',
        stageSince: '2021-12-01',
        data: { validUntil: '2026-11-30', number: '黑政发〔2010〕62号' },
      },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['issuer', 'kind', 'gives', 'whom', 'issued'] },
    },
    {
      title: 'a revision that took longer than twenty working days is overdue',
      entry: { stage: 'revising', stageSince: '2026-11-02', data: {} },
      on: '2026-12-01',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'red' },
    },
    {
      title: 'a policy without an end is never due, and lacks it',
      entry: { stage: 'valid', stageSince: '2021-12-01', data: { kind: 'tax' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['number', 'issuer', 'gives', 'whom', 'issued', 'validUntil'] },
    },
  ],
});
