import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { count, enterprise, unit } from '../kinds.ts';

const answers = { 'decide-days': 5 };

/** 柔性引才. Experts who advise, lecture or work part-time: what was agreed, until when, and what came of it. */
export const flexibleTalents = defineLedger({
  id: 'flexible-talents',
  label: { zh: '柔性引才', en: 'Flexible engagements' },
  purpose: {
    zh: '咨询、讲学、兼职、短期聘用、技术合作等方式引进的人才：签约、服务、评价、续聘',
    en: 'Experts engaged to advise, lecture, work part-time or for a time: agreed, served, judged, engaged again',
  },
  mechanisms: ['talent_flex'],
  source: [{ document: '004', line: 368 }],
  name: { zh: '引才事项', en: 'Engagement' },
  fields: [
    { id: 'person', label: { zh: '专家', en: 'Expert' }, kind: text(60), isRequired: true, column: '96px' },
    { id: 'from', label: { zh: '所在单位', en: 'From' }, kind: text(120) },
    {
      id: 'host',
      label: { zh: '用人企业', en: 'Host' },
      kind: enterprise,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'sponsor', label: { zh: '服务单位', en: 'Unit that helps' }, kind: unit, isRequired: true },
    {
      id: 'way',
      label: { zh: '方式', en: 'Way' },
      kind: choice({
        advice: { zh: '咨询', en: 'Advice' },
        lecture: { zh: '讲学', en: 'Lectures' },
        parttime: { zh: '兼职', en: 'Part-time' },
        shortterm: { zh: '短期聘用', en: 'For a short time' },
        joint: { zh: '技术合作', en: 'Joint work' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    { id: 'field', label: { zh: '专业方向', en: 'Field' }, kind: text(100), column: '120px' },
    { id: 'signed', label: { zh: '签约日期', en: 'Signed' }, kind: day, isRequired: true, column: '104px' },
    { id: 'endsOn', label: { zh: '服务至', en: 'Until' }, kind: day, isRequired: true, column: '104px' },
    { id: 'days', label: { zh: '年服务天数（天）', en: 'Days a year' }, kind: count },
    { id: 'result', label: { zh: '成效', en: 'Result' }, kind: text(2000) },
  ],
  called: 'sponsor',
  first: 'serving',
  stages: {
    serving: {
      label: { zh: '服务中', en: 'Serving' },
      clock: { days: 0, counts: 'calendar', from: 'endsOn', warnDays: 30 },
    },
    judged: {
      label: { zh: '待定去留', en: 'To be decided' },
      clock: { days: { choice: 'decide-days' }, counts: 'working', warnDays: 3 },
    },
    ended: { label: { zh: '已结束', en: 'Ended' }, isFinal: true },
  },
  actions: {
    report: {
      label: { zh: '记录成效', en: 'Record a result' },
      from: ['serving'],
      to: 'serving',
      needs: ['result'],
      by: 'called',
    },
    judge: {
      label: { zh: '期满评价', en: 'Judge at the end' },
      from: ['serving'],
      to: 'judged',
      needs: ['result'],
      needsEvidence: true,
      by: 'called',
    },
    renew: {
      label: { zh: '续聘', en: 'Engage again' },
      from: ['judged'],
      to: 'serving',
      needs: ['endsOn'],
      needsEvidence: true,
    },
    end: { label: { zh: '结束', en: 'End' }, from: ['serving', 'judged'], to: 'ended', needsReason: true },
  },
  choices: [
    { id: 'decide-days', label: { zh: '续聘决定时限', en: 'Days to decide' }, unit: '工作日', least: 1, most: 60 },
  ],
  parameters: {},
  cases: [
    {
      title: 'on the last day of the engagement it is in time',
      entry: { stage: 'serving', stageSince: '2025-12-01', data: { endsOn: '2026-11-30', person: '某专家' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['sponsor', 'way', 'signed'] },
    },
    {
      title: 'judged, and not decided within five working days: overdue',
      entry: { stage: 'judged', stageSince: '2026-11-02', data: {} },
      on: '2026-11-10',
      answers,
      expect: { dueOn: '2026-11-09', lamp: 'red' },
    },
    {
      title: 'an engagement without an end is never due',
      entry: { stage: 'serving', stageSince: '2025-12-01', data: {} },
      on: '2026-11-30',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['person', 'sponsor', 'way', 'signed', 'endsOn'] },
    },
  ],
});
