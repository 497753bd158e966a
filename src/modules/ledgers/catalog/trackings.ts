import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { count, project, unit } from '../kinds.ts';

const answers = { 'look-days': 15, 'correct-days': 60 };

/** 跟踪问效. After a project has landed its investment, output, tax and jobs are held against what was promised. */
export const trackings = defineLedger({
  id: 'trackings',
  label: { zh: '项目跟踪问效', en: 'What became of projects' },
  purpose: {
    zh: '项目落地后按约定节点核对投资、产值、税收、就业，未达标的限期整改',
    en: 'At the agreed dates what was promised is held against what is there; what falls short is put right in time',
  },
  mechanisms: ['proj_track'],
  source: [{ document: '000', line: 2338 }],
  name: { zh: '问效事项', en: 'Check' },
  fields: [
    {
      id: 'project',
      label: { zh: '项目', en: 'Project' },
      kind: project,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    {
      id: 'keeper',
      label: { zh: '跟踪单位', en: 'Unit that follows it' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'checkOn', label: { zh: '核对节点', en: 'To be checked on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'investment', label: { zh: '承诺投资', en: 'Investment promised' }, kind: measure('万元') },
    { id: 'investmentMade', label: { zh: '实际投资', en: 'Investment made' }, kind: measure('万元') },
    { id: 'output', label: { zh: '承诺年产值', en: 'Output a year promised' }, kind: measure('万元') },
    { id: 'outputMade', label: { zh: '实际年产值', en: 'Output a year' }, kind: measure('万元') },
    { id: 'tax', label: { zh: '承诺年税收', en: 'Tax a year promised' }, kind: measure('万元') },
    { id: 'taxPaid', label: { zh: '实际年税收', en: 'Tax a year' }, kind: measure('万元') },
    { id: 'jobs', label: { zh: '承诺就业（人）', en: 'Jobs promised' }, kind: count },
    { id: 'jobsThere', label: { zh: '实际就业（人）', en: 'Jobs there' }, kind: count },
    {
      id: 'verdict',
      label: { zh: '问效结论', en: 'Verdict' },
      kind: choice({
        met: { zh: '达到承诺', en: 'As promised' },
        short: { zh: '部分未达', en: 'Falls short' },
        far: { zh: '差距较大', en: 'Falls far short' },
      }),
      isFilter: true,
      column: '96px',
    },
    { id: 'measures', label: { zh: '整改措施', en: 'Measures' }, kind: text(2000) },
  ],
  called: 'keeper',
  first: 'due',
  stages: {
    due: {
      label: { zh: '待核对', en: 'To be checked' },
      clock: { days: { choice: 'look-days' }, counts: 'calendar', from: 'checkOn', warnDays: 7 },
    },
    checked: { label: { zh: '已核对，待定性', en: 'Checked, to be judged' } },
    correcting: {
      label: { zh: '整改中', en: 'Being put right' },
      clock: { days: { choice: 'correct-days' }, counts: 'calendar', warnDays: 10 },
    },
    met: { label: { zh: '达到承诺', en: 'As promised' }, isFinal: true },
    exit: { label: { zh: '转退出程序', en: 'Goes to the exit procedure' }, isFinal: true },
  },
  actions: {
    check: {
      label: { zh: '报核对结果', en: 'Report what is there' },
      from: ['due', 'correcting'],
      to: 'checked',
      needs: ['investmentMade', 'outputMade', 'taxPaid', 'jobsThere'],
      needsEvidence: true,
      by: 'called',
    },
    confirm: {
      label: { zh: '认定达到承诺', en: 'Find it as promised' },
      from: ['checked'],
      to: 'met',
      needs: ['verdict'],
      by: 'decider',
    },
    correct: {
      label: { zh: '限期整改', en: 'Have it put right' },
      from: ['checked'],
      to: 'correcting',
      needs: ['verdict', 'measures'],
    },
    exit: {
      label: { zh: '提请退出', en: 'Propose its exit' },
      from: ['checked'],
      to: 'exit',
      needs: ['verdict'],
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'look-days', label: { zh: '核对时限', en: 'Days to check' }, unit: '天', least: 0, most: 90 },
    { id: 'correct-days', label: { zh: '整改时限', en: 'Days to put right' }, unit: '天', least: 1, most: 365 },
  ],
  parameters: {},
  cases: [
    {
      title: 'fifteen days after the agreed date, and that day is in time',
      entry: { stage: 'due', stageSince: '2026-01-05', data: { checkOn: '2026-11-10' } },
      on: '2026-11-25',
      answers,
      expect: { dueOn: '2026-11-25', lamp: 'yellow', lacks: ['project', 'keeper'] },
    },
    {
      title: 'sixty days of correction have passed on new year: the next day is overdue',
      entry: { stage: 'correcting', stageSince: '2026-11-02', data: { checkOn: '2026-10-01' } },
      on: '2027-01-02',
      answers,
      expect: { dueOn: '2027-01-01', lamp: 'red' },
    },
    {
      title: 'a check without its date has no limit, and lacks it',
      entry: { stage: 'due', stageSince: '2026-01-05', data: { project: 'p', keeper: 'a' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['checkOn'] },
    },
  ],
});
