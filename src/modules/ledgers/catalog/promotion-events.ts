import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { count, unit } from '../kinds.ts';

const answers = { 'follow-days': 30 };

/** 宣传与推介. An event ends with what was signed there, and the contacts are followed up, or it was a journey. */
export const promotionEvents = defineLedger({
  id: 'promotion-events',
  label: { zh: '宣传推介', en: 'Fairs and publicity' },
  purpose: {
    zh: '展会参展、项目推介和媒体宣传的计划、举办和会后跟进',
    en: 'Fairs, presentations of projects and publicity: planned, held, followed up',
  },
  mechanisms: ['publicity'],
  source: [{ document: '002', line: 141 }],
  name: { zh: '推介活动', en: 'Event' },
  fields: [
    {
      id: 'fair',
      label: { zh: '推介平台', en: 'Where' },
      kind: choice({
        harbin: { zh: '哈洽会', en: 'Harbin fair' },
        canton: { zh: '广交会', en: 'Canton fair' },
        hightech: { zh: '深交会', en: 'High-tech fair' },
        own: { zh: '专题推介会', en: 'Own presentation' },
        media: { zh: '媒体宣传', en: 'Media' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '104px',
    },
    {
      id: 'organiser',
      label: { zh: '组织单位', en: 'Unit that organises' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'opensOn',
      label: { zh: '举办日期', en: 'On' },
      kind: day,
      isRequired: true,
      isPublic: true,
      column: '104px',
    },
    { id: 'projects', label: { zh: '推介项目（个）', en: 'Projects presented' }, kind: count, isPublic: true },
    { id: 'cost', label: { zh: '活动经费', en: 'Cost' }, kind: measure('万元') },
    { id: 'contacts', label: { zh: '对接企业（户）', en: 'Firms met' }, kind: count },
    { id: 'signed', label: { zh: '现场签约（个）', en: 'Contracts signed there' }, kind: count, isPublic: true },
    { id: 'agreed', label: { zh: '签约金额', en: 'Sum agreed' }, kind: measure('万元'), isPublic: true },
    { id: 'report', label: { zh: '媒体报道', en: 'Reports in the media' }, kind: text(1000), isPublic: true },
    { id: 'followUp', label: { zh: '会后跟进', en: 'What followed' }, kind: text(2000) },
  ],
  called: 'organiser',
  first: 'planned',
  stages: {
    planned: {
      label: { zh: '筹备中', en: 'Planned' },
      clock: { days: 0, counts: 'calendar', from: 'opensOn', warnDays: 14 },
    },
    held: {
      label: { zh: '已举办，待跟进', en: 'Held, to be followed up' },
      clock: { days: { choice: 'follow-days' }, counts: 'calendar', from: 'opensOn', warnDays: 7 },
    },
    closed: { label: { zh: '已总结', en: 'Closed' }, isFinal: true },
    cancelled: { label: { zh: '取消', en: 'Cancelled' }, isFinal: true },
  },
  actions: {
    move: {
      label: { zh: '改期', en: 'Move' },
      from: ['planned'],
      to: 'planned',
      needs: ['opensOn'],
      needsReason: true,
    },
    hold: {
      label: { zh: '登记举办', en: 'Enter that it was held' },
      from: ['planned'],
      to: 'held',
      needs: ['projects', 'contacts', 'signed'],
      needsEvidence: true,
      by: 'called',
    },
    close: {
      label: { zh: '报跟进总结', en: 'Report what followed' },
      from: ['held'],
      to: 'closed',
      needs: ['followUp'],
      by: 'called',
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['planned'],
      to: 'cancelled',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'follow-days', label: { zh: '会后跟进时限', en: 'Days to follow up' }, unit: '天', least: 1, most: 365 },
  ],
  publicStages: ['held', 'closed'],
  parameters: { 哈洽会: 'field:fair.harbin', 广交会: 'field:fair.canton', 深交会: 'field:fair.hightech' },
  cases: [
    {
      title: 'on the day it opens it is in time',
      entry: { stage: 'planned', stageSince: '2026-10-08', data: { opensOn: '2026-11-20' } },
      on: '2026-11-20',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'yellow', lacks: ['fair', 'organiser'] },
    },
    {
      title: 'thirty-one days after it nobody has followed up: overdue',
      entry: { stage: 'held', stageSince: '2026-10-22', data: { opensOn: '2026-10-20' } },
      on: '2026-11-20',
      answers,
      expect: { dueOn: '2026-11-19', lamp: 'red' },
    },
    {
      title: 'an event without a day is not planned yet',
      entry: { stage: 'planned', stageSince: '2026-10-08', data: { fair: 'own', organiser: 'a' } },
      on: '2026-11-20',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['opensOn'] },
    },
  ],
});
