import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { unit } from '../kinds.ts';

const answers = { 'review-days': 10 };

/** 总结表彰. On five levels somebody is proposed, looked into, shown to the public and commended. */
export const commendations = defineLedger({
  id: 'commendations',
  label: { zh: '总结表彰', en: 'Commendations' },
  purpose: {
    zh: '省直部门、市、县、园区、企业五个层面的总结表彰：推荐、审核、公示、表彰',
    en: 'Commendations on five levels: proposed, looked into, shown to the public, given',
  },
  mechanisms: ['multi_assess'],
  source: [{ document: '002', line: 153 }],
  name: { zh: '表彰对象', en: 'Candidate' },
  fields: [
    {
      id: 'level',
      label: { zh: '层面', en: 'Level' },
      kind: choice({
        department: { zh: '省直部门', en: 'Department' },
        city: { zh: '市（地）', en: 'City' },
        county: { zh: '县（市）', en: 'County' },
        park: { zh: '园区', en: 'Park' },
        enterprise: { zh: '企业', en: 'Enterprise' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '88px',
    },
    {
      id: 'kind',
      label: { zh: '类别', en: 'Kind' },
      kind: choice({ unit: { zh: '先进单位', en: 'Unit' }, person: { zh: '先进个人', en: 'Person' } }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '88px',
    },
    { id: 'year', label: { zh: '年度', en: 'Year' }, kind: text(4), isRequired: true, isPublic: true, column: '72px' },
    {
      id: 'proposer',
      label: { zh: '推荐单位', en: 'Proposed by' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'proposed', label: { zh: '推荐日期', en: 'Proposed on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'deeds', label: { zh: '主要事迹', en: 'Deeds' }, kind: text(4000), isRequired: true, isPublic: true },
    { id: 'opinion', label: { zh: '审核意见', en: 'Opinion' }, kind: text(1000) },
    { id: 'noticeUntil', label: { zh: '公示至', en: 'Shown until' }, kind: day, column: '104px' },
    { id: 'document', label: { zh: '表彰文号', en: 'Document' }, kind: text(60), isPublic: true },
  ],
  called: 'proposer',
  first: 'proposed',
  stages: {
    proposed: {
      label: { zh: '待审核', en: 'To be looked into' },
      clock: { days: { choice: 'review-days' }, counts: 'working', from: 'proposed', warnDays: 3 },
    },
    shown: {
      label: { zh: '公示中', en: 'Shown to the public' },
      clock: { days: 0, counts: 'calendar', from: 'noticeUntil', warnDays: 1 },
    },
    commended: { label: { zh: '已表彰', en: 'Commended' }, isFinal: true },
    refused: { label: { zh: '未通过', en: 'Not chosen' }, isFinal: true },
  },
  actions: {
    show: {
      label: { zh: '审核通过，公示', en: 'Show' },
      from: ['proposed'],
      to: 'shown',
      needs: ['opinion', 'noticeUntil'],
      by: 'decider',
    },
    refuse: {
      label: { zh: '不予通过', en: 'Refuse' },
      from: ['proposed', 'shown'],
      to: 'refused',
      needs: ['opinion'],
      needsReason: true,
      by: 'decider',
    },
    commend: {
      label: { zh: '表彰', en: 'Commend' },
      from: ['shown'],
      to: 'commended',
      needs: ['document'],
      needsEvidence: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'review-days', label: { zh: '审核时限', en: 'Days to look into it' }, unit: '工作日', least: 1, most: 60 },
  ],
  publicStages: ['shown', 'commended'],
  parameters: { '5层面': 'field:level' },
  cases: [
    {
      title: 'ten working days to look into it; the tenth is in time',
      entry: { stage: 'proposed', stageSince: '2026-11-02', data: { proposed: '2026-11-02', level: 'park' } },
      on: '2026-11-16',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'yellow', lacks: ['kind', 'year', 'proposer', 'deeds'] },
    },
    {
      title: 'shown until yesterday and not decided: overdue',
      entry: { stage: 'shown', stageSince: '2026-11-02', data: { noticeUntil: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'shown without an end it is never due',
      entry: { stage: 'shown', stageSince: '2026-11-02', data: { level: 'city' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['kind', 'year', 'proposer', 'proposed', 'deeds'] },
    },
  ],
});
