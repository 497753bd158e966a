import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'take-days': 5, 'handle-days': 30 };

/** 知识产权保护. A firm whose rights are hurt asks for help; the unit in charge takes it up, acts and tells the result. */
export const infringements = defineLedger({
  id: 'infringements',
  label: { zh: '知识产权保护', en: 'Protection of intellectual property' },
  purpose: {
    zh: '企业知识产权侵权求助的受理、查处、援助和结果反馈',
    en: 'Firms whose intellectual property is hurt: taken up, acted on, helped, told the result',
  },
  mechanisms: ['ip_protect'],
  source: [{ document: '004', line: 340 }],
  name: { zh: '维权案件', en: 'Case' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '权利人', en: 'Owner of the right' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    {
      id: 'right',
      label: { zh: '权利类型', en: 'Right' },
      kind: choice({
        invention: { zh: '发明专利', en: 'Invention' },
        design: { zh: '实用新型和外观', en: 'Utility model or design' },
        mark: { zh: '商标', en: 'Trade mark' },
        work: { zh: '著作权', en: 'Copyright' },
        secret: { zh: '商业秘密', en: 'Trade secret' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '120px',
    },
    { id: 'number', label: { zh: '权利证书号', en: 'Number of the right' }, kind: text(80) },
    { id: 'reported', label: { zh: '求助日期', en: 'Reported on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'facts', label: { zh: '侵权情况', en: 'What happened' }, kind: text(2000), isRequired: true },
    {
      id: 'handler',
      label: { zh: '查处单位', en: 'Unit that acts' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'aid',
      label: { zh: '援助方式', en: 'Help' },
      kind: choice({
        enforcement: { zh: '行政查处', en: 'Enforcement' },
        mediation: { zh: '调解', en: 'Mediation' },
        court: { zh: '诉讼援助', en: 'Help in court' },
        advice: { zh: '维权咨询', en: 'Advice' },
      }),
      column: '96px',
    },
    { id: 'subsidy', label: { zh: '援助资金', en: 'Money given' }, kind: measure('万元') },
    { id: 'result', label: { zh: '处理结果', en: 'Result' }, kind: text(2000), isPublic: true },
  ],
  called: 'handler',
  first: 'reported',
  stages: {
    reported: {
      label: { zh: '待受理', en: 'To be taken up' },
      clock: { days: { choice: 'take-days' }, counts: 'working', from: 'reported', warnDays: 1 },
    },
    handling: {
      label: { zh: '查处中', en: 'Being acted on' },
      clock: { days: { choice: 'handle-days' }, counts: 'working', warnDays: 5 },
    },
    answered: { label: { zh: '已反馈', en: 'Told' } },
    closed: { label: { zh: '已结案', en: 'Closed' }, isFinal: true },
    refused: { label: { zh: '不予受理', en: 'Not taken up' }, isFinal: true },
  },
  actions: {
    take: { label: { zh: '受理', en: 'Take up' }, from: ['reported'], to: 'handling', needs: ['aid'], by: 'called' },
    refuse: {
      label: { zh: '不予受理', en: 'Do not take up' },
      from: ['reported'],
      to: 'refused',
      needsReason: true,
      by: 'called',
    },
    answer: {
      label: { zh: '反馈结果', en: 'Tell the result' },
      from: ['handling'],
      to: 'answered',
      needs: ['result'],
      needsEvidence: true,
      by: 'called',
    },
    reopen: {
      label: { zh: '再次侵权，续办', en: 'It goes on: act again' },
      from: ['answered'],
      to: 'handling',
      needsReason: true,
    },
    close: { label: { zh: '结案', en: 'Close' }, from: ['answered'], to: 'closed' },
  },
  choices: [
    { id: 'take-days', label: { zh: '受理时限', en: 'Days to take up' }, unit: '工作日', least: 1, most: 30 },
    { id: 'handle-days', label: { zh: '查处时限', en: 'Days to act' }, unit: '工作日', least: 5, most: 250 },
  ],
  publicStages: ['closed'],
  parameters: {},
  cases: [
    {
      title: 'five working days over a weekend; the fifth is in time',
      entry: { stage: 'reported', stageSince: '2026-11-02', data: { reported: '2026-11-02' } },
      on: '2026-11-09',
      answers,
      expect: { dueOn: '2026-11-09', lamp: 'yellow', lacks: ['enterprise', 'right', 'facts', 'handler'] },
    },
    {
      title: 'thirty working days of acting are over: overdue',
      entry: { stage: 'handling', stageSince: '2026-11-02', data: { reported: '2026-10-28' } },
      on: '2026-12-15',
      answers,
      expect: { dueOn: '2026-12-14', lamp: 'red' },
    },
    {
      title: 'without the day it was reported nothing is due',
      entry: { stage: 'reported', stageSince: '2026-11-02', data: { enterprise: 'e', right: 'mark', handler: 'a' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['reported', 'facts'] },
    },
  ],
});
