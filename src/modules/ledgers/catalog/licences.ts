import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'examine-days': 10 };

/** 许可与检疫. Licences and quarantine certificates run out: each is renewed before its last day or withdrawn. */
export const licences = defineLedger({
  id: 'licences',
  label: { zh: '许可与检疫', en: 'Licences and quarantine' },
  purpose: {
    zh: '苗种生产许可、检疫等证照：申请、核发、年检、到期换发或注销',
    en: 'Licences to produce and quarantine certificates: applied for, granted, inspected, renewed before they end',
  },
  mechanisms: ['permit'],
  source: [{ document: '001', line: 290 }],
  name: { zh: '证照', en: 'Licence' },
  fields: [
    {
      id: 'holder',
      label: { zh: '持证单位', en: 'Holder' },
      kind: text(120),
      isRequired: true,
      isPublic: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'enterprise', label: { zh: '企业', en: 'Enterprise' }, kind: enterprise, isFilter: true },
    {
      id: 'kind',
      label: { zh: '种类', en: 'Kind' },
      kind: choice({
        seed: { zh: '苗种生产许可', en: 'Seed production' },
        quarantine: { zh: '苗种检疫', en: 'Quarantine' },
        other: { zh: '其他许可', en: 'Other' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '112px',
    },
    {
      id: 'authority',
      label: { zh: '核发单位', en: 'Authority' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'applied', label: { zh: '申请日期', en: 'Applied on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'number', label: { zh: '证号', en: 'Number' }, kind: text(60), isPublic: true },
    { id: 'validUntil', label: { zh: '有效期至', en: 'Valid until' }, kind: day, isPublic: true, column: '104px' },
    { id: 'finding', label: { zh: '检查情况', en: 'What an inspection found' }, kind: text(1000) },
  ],
  called: 'authority',
  first: 'applied',
  stages: {
    applied: {
      label: { zh: '审查中', en: 'Being examined' },
      clock: { days: { choice: 'examine-days' }, counts: 'working', from: 'applied', warnDays: 3 },
    },
    granted: {
      label: { zh: '有效', en: 'Valid' },
      clock: { days: 0, counts: 'calendar', from: 'validUntil', warnDays: 60 },
    },
    withdrawn: { label: { zh: '已注销', en: 'Withdrawn' }, isFinal: true },
    refused: { label: { zh: '不予许可', en: 'Refused' }, isFinal: true },
  },
  actions: {
    grant: {
      label: { zh: '核发', en: 'Grant' },
      from: ['applied'],
      to: 'granted',
      needs: ['number', 'validUntil'],
      needsEvidence: true,
      by: 'called',
    },
    refuse: {
      label: { zh: '不予许可', en: 'Refuse' },
      from: ['applied'],
      to: 'refused',
      needsReason: true,
      by: 'called',
    },
    inspect: {
      label: { zh: '监督检查', en: 'Inspect' },
      from: ['granted'],
      to: 'granted',
      needs: ['finding'],
      needsEvidence: true,
      by: 'called',
    },
    renew: {
      label: { zh: '换发', en: 'Renew' },
      from: ['granted'],
      to: 'granted',
      needs: ['validUntil'],
      needsEvidence: true,
      by: 'called',
    },
    withdraw: {
      label: { zh: '注销', en: 'Withdraw' },
      from: ['granted'],
      to: 'withdrawn',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'examine-days', label: { zh: '审查时限', en: 'Days to examine' }, unit: '工作日', least: 1, most: 60 },
  ],
  publicStages: ['granted'],
  parameters: {},
  cases: [
    {
      title: 'ten working days to examine; the tenth is in time',
      entry: { stage: 'applied', stageSince: '2026-11-02', data: { applied: '2026-11-02' } },
      on: '2026-11-16',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'yellow', lacks: ['holder', 'kind', 'authority'] },
    },
    {
      title: 'a licence that ended yesterday and was not renewed is overdue',
      entry: { stage: 'granted', stageSince: '2023-11-21', data: { validUntil: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'a licence granted without an end is never due',
      entry: { stage: 'granted', stageSince: '2023-11-21', data: { number: '1' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: null, lamp: 'grey' },
    },
  ],
});
