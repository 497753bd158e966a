import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { count, unit } from '../kinds.ts';

const answers = { 'sign-days': 60, 'compare-days': 30 };
const year = { yearStart: '2026-01-01', yearEnd: '2026-12-31' };

/** 项目推进责任书. Signed at the beginning of the year, which the document does not date; compared when the year is over. */
export const responsibilityLetters = defineLedger({
  id: 'responsibility-letters',
  label: { zh: '项目推进责任书', en: 'Responsibility letters' },
  purpose: {
    zh: '年初与各责任单位签订，写明开工、投产和投资目标，年终逐项比对',
    en: 'Signed with each unit at the beginning of the year with its targets, which are compared when it is over',
  },
  mechanisms: ['resp_letter'],
  source: [{ document: '002', line: 133 }],
  name: { zh: '责任书', en: 'Letter' },
  fields: [
    {
      id: 'signer',
      label: { zh: '责任单位', en: 'Unit that signs' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'head', label: { zh: '责任人', en: 'Who answers for it' }, kind: text(60), isRequired: true, column: '88px' },
    { id: 'yearStart', label: { zh: '责任期起', en: 'From' }, kind: day, isRequired: true, column: '104px' },
    { id: 'yearEnd', label: { zh: '责任期止', en: 'To' }, kind: day, isRequired: true, column: '104px' },
    { id: 'starts', label: { zh: '开工目标（个）', en: 'Projects to start' }, kind: count },
    { id: 'completions', label: { zh: '投产目标（个）', en: 'Projects to produce' }, kind: count },
    { id: 'investment', label: { zh: '投资目标', en: 'Investment to be made' }, kind: measure('万元') },
    { id: 'startsDone', label: { zh: '实际开工（个）', en: 'Projects started' }, kind: count },
    { id: 'completionsDone', label: { zh: '实际投产（个）', en: 'Projects producing' }, kind: count },
    { id: 'investmentDone', label: { zh: '实际投资', en: 'Investment made' }, kind: measure('万元') },
    {
      id: 'verdict',
      label: { zh: '年终结论', en: 'Verdict' },
      kind: choice({
        kept: { zh: '全面完成', en: 'Kept' },
        partly: { zh: '部分完成', en: 'Partly kept' },
        missed: { zh: '未完成', en: 'Not kept' },
      }),
      isFilter: true,
    },
  ],
  called: 'signer',
  first: 'drafted',
  stages: {
    drafted: {
      label: { zh: '待签订', en: 'To be signed' },
      clock: { days: { choice: 'sign-days' }, counts: 'calendar', from: 'yearStart', warnDays: 10 },
    },
    signed: {
      label: { zh: '已签订，推进中', en: 'Signed, at work' },
      clock: { days: { choice: 'compare-days' }, counts: 'calendar', from: 'yearEnd', warnDays: 15 },
    },
    reported: { label: { zh: '已自查，待比对', en: 'Reported, to be compared' } },
    compared: { label: { zh: '已比对', en: 'Compared' }, isFinal: true },
    void: { label: { zh: '未签订，作废', en: 'Never signed' }, isFinal: true },
  },
  actions: {
    sign: {
      label: { zh: '签订', en: 'Sign' },
      from: ['drafted'],
      to: 'signed',
      needs: ['starts', 'completions', 'investment'],
      needsEvidence: true,
    },
    drop: { label: { zh: '作废', en: 'Drop' }, from: ['drafted'], to: 'void', needsReason: true, by: 'decider' },
    report: {
      label: { zh: '报年终自查', en: 'Report at the end of the year' },
      from: ['signed'],
      to: 'reported',
      needs: ['startsDone', 'completionsDone', 'investmentDone'],
      by: 'called',
    },
    compare: {
      label: { zh: '比对定结论', en: 'Compare and conclude' },
      from: ['reported'],
      to: 'compared',
      needs: ['verdict'],
      needsEvidence: true,
      by: 'decider',
    },
    return: { label: { zh: '数据不实，退回', en: 'Send back' }, from: ['reported'], to: 'signed', needsReason: true },
  },
  choices: [
    { id: 'sign-days', label: { zh: '年初签订时限', en: 'Days to sign' }, unit: '天', least: 0, most: 120 },
    {
      id: 'compare-days',
      label: { zh: '年终自查时限', en: 'Days to report after the year' },
      unit: '天',
      least: 0,
      most: 120,
    },
  ],
  measures: [
    {
      id: 'letter',
      label: { zh: '责任书每年一份', en: 'One letter a year' },
      kind: 'count',
      unit: '份',
      every: 'year',
      per: 'signer',
      target: { is: 'at-least', value: 1 },
      set: setBy('002'),
    },
  ],
  parameters: { 每年年初: 'clock:drafted' },
  cases: [
    {
      title: 'sixty days after new year is the second of March, and that day is in time',
      entry: { stage: 'drafted', stageSince: '2026-01-05', data: year },
      on: '2026-03-02',
      answers,
      expect: { dueOn: '2026-03-02', lamp: 'yellow', lacks: ['signer', 'head'] },
    },
    {
      title: 'not reported a month after the year: overdue on the last day of January',
      entry: { stage: 'signed', stageSince: '2026-02-10', data: year },
      on: '2027-01-31',
      answers,
      expect: { dueOn: '2027-01-30', lamp: 'red' },
    },
    {
      title: 'without its beginning the year has no limit for signing',
      entry: { stage: 'drafted', stageSince: '2026-01-05', data: { signer: 'a', head: '张', yearEnd: '2026-12-31' } },
      on: '2026-12-01',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['yearStart'] },
    },
  ],
});
