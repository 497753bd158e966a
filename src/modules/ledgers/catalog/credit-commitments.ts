import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { enterprise, truth, unit } from '../kinds.ts';

const answers = { 'sign-days': 5, 'check-days': 365 };

/** 信用承诺. Signed before the firm is let in; what it promised is looked at again after a time that the office sets. */
export const creditCommitments = defineLedger({
  id: 'credit-commitments',
  label: { zh: '准入前信用承诺', en: 'Commitments before entry' },
  purpose: {
    zh: '市场主体准入前签署信用承诺，准入后核查履行情况',
    en: 'What a firm commits itself to before it is let in, and whether it keeps to it',
  },
  mechanisms: ['credit_commit'],
  source: [{ document: '000', line: 2281 }],
  name: { zh: '承诺书', en: 'Commitment' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '承诺主体', en: 'Who commits itself' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: 'minmax(160px, 2fr)',
    },
    {
      id: 'matter',
      label: { zh: '承诺类别', en: 'Matter' },
      kind: choice({
        truth: { zh: '材料真实', en: 'True papers' },
        quality: { zh: '产品质量', en: 'Quality' },
        safety: { zh: '安全生产', en: 'Safety at work' },
        environment: { zh: '环境保护', en: 'Environment' },
        investment: { zh: '投资履约', en: 'Investment' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '96px',
    },
    {
      id: 'content',
      label: { zh: '承诺内容', en: 'What is promised' },
      kind: text(2000),
      isRequired: true,
      isPublic: true,
    },
    { id: 'asked', label: { zh: '发出日期', en: 'Sent on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'signedOn', label: { zh: '签署日期', en: 'Signed on' }, kind: day, isPublic: true, column: '104px' },
    { id: 'admittedOn', label: { zh: '准入日期', en: 'Let in on' }, kind: day, column: '104px' },
    {
      id: 'checker',
      label: { zh: '核查单位', en: 'Unit that checks' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'isKept', label: { zh: '是否践诺', en: 'Kept' }, kind: truth, isPublic: true },
    { id: 'finding', label: { zh: '核查情况', en: 'Finding' }, kind: text(1000) },
  ],
  called: 'checker',
  first: 'asked',
  stages: {
    asked: {
      label: { zh: '待承诺', en: 'To be signed' },
      clock: { days: { choice: 'sign-days' }, counts: 'working', from: 'asked', warnDays: 1 },
    },
    signed: { label: { zh: '已承诺，待准入', en: 'Signed, not let in yet' } },
    admitted: {
      label: { zh: '已准入，待核查', en: 'Let in, to be checked' },
      clock: { days: { choice: 'check-days' }, counts: 'calendar', from: 'admittedOn', warnDays: 30 },
    },
    kept: { label: { zh: '践诺', en: 'Kept' }, isFinal: true },
    broken: { label: { zh: '失诺', en: 'Broken' }, isFinal: true },
    refused: { label: { zh: '未承诺，不予准入', en: 'Not signed, not let in' }, isFinal: true },
  },
  actions: {
    sign: {
      label: { zh: '登记签署', en: 'Enter the signature' },
      from: ['asked'],
      to: 'signed',
      needs: ['signedOn'],
      needsEvidence: true,
    },
    admit: {
      label: { zh: '准入', en: 'Let in' },
      from: ['signed'],
      to: 'admitted',
      needs: ['signedOn', 'admittedOn'],
      by: 'decider',
    },
    refuse: {
      label: { zh: '不予准入', en: 'Do not let in' },
      from: ['asked', 'signed'],
      to: 'refused',
      needsReason: true,
      by: 'decider',
    },
    keep: {
      label: { zh: '核查为践诺', en: 'Find it kept' },
      from: ['admitted'],
      to: 'kept',
      needs: ['isKept', 'finding'],
      by: 'called',
    },
    break: {
      label: { zh: '核查为失诺', en: 'Find it broken' },
      from: ['admitted'],
      to: 'broken',
      needs: ['isKept', 'finding'],
      needsEvidence: true,
      by: 'called',
    },
  },
  choices: [
    { id: 'sign-days', label: { zh: '签署时限', en: 'Days to sign' }, unit: '工作日', least: 1, most: 30 },
    {
      id: 'check-days',
      label: { zh: '践诺核查期', en: 'Days until it is checked' },
      unit: '天',
      least: 30,
      most: 1095,
    },
  ],
  publicStages: ['signed', 'admitted', 'kept', 'broken'],
  parameters: { 准入前承诺: 'action:admit' },
  cases: [
    {
      title: 'five working days to sign; the fifth is in time',
      entry: { stage: 'asked', stageSince: '2026-11-02', data: { asked: '2026-11-02' } },
      on: '2026-11-09',
      answers,
      expect: { dueOn: '2026-11-09', lamp: 'yellow', lacks: ['enterprise', 'matter', 'content', 'checker'] },
    },
    {
      title: 'let in a year ago and never checked: overdue',
      entry: { stage: 'admitted', stageSince: '2025-11-03', data: { admittedOn: '2025-11-01' } },
      on: '2026-11-02',
      answers,
      expect: { dueOn: '2026-11-01', lamp: 'red' },
    },
    {
      title: 'a letter that was never sent is not due',
      entry: {
        stage: 'asked',
        stageSince: '2026-11-02',
        data: { enterprise: 'e', matter: 'truth', content: '…', checker: 'a' },
      },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['asked'] },
    },
  ],
});
