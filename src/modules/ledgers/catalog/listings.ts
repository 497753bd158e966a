import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'reform-days': 180, 'help-days': 10 };

/** 上市培育. The enterprise sets its own pace from step to step; only help that it asks for has a limit for the unit. */
export const listings = defineLedger({
  id: 'listings',
  label: { zh: '上市培育', en: 'On the way to a stock exchange' },
  purpose: {
    zh: '后备企业从股改、辅导到申报上市的进展，所遇困难限时协调',
    en: 'Candidates from reform and coaching to their listing, and what they need help with on the way',
  },
  mechanisms: ['ipo'],
  source: [
    { document: '001', line: 742 },
    { document: '004', line: 207 },
  ],
  name: { zh: '上市后备企业', en: 'Candidate' },
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
      id: 'board',
      label: { zh: '拟上市板块', en: 'Board' },
      kind: choice({
        main: { zh: '沪深主板', en: 'Main board' },
        star: { zh: '科创板', en: 'STAR market' },
        chinext: { zh: '创业板', en: 'ChiNext' },
        beijing: { zh: '北交所', en: 'Beijing exchange' },
        third: { zh: '新三板', en: 'New third board' },
        abroad: { zh: '境外', en: 'Abroad' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    {
      id: 'helper',
      label: { zh: '服务单位', en: 'Unit that helps' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'chosen', label: { zh: '入库日期', en: 'Chosen on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'sponsor', label: { zh: '保荐机构', en: 'Sponsor' }, kind: text(200) },
    { id: 'profit', label: { zh: '上年净利润', en: 'Net profit of last year' }, kind: measure('万元') },
    { id: 'asked', label: { zh: '提出困难日期', en: 'Help asked for on' }, kind: day },
    { id: 'difficulty', label: { zh: '需协调困难', en: 'Difficulty' }, kind: text(2000) },
    { id: 'help', label: { zh: '协调结果', en: 'What was done' }, kind: text(2000) },
    { id: 'raised', label: { zh: '首发融资额', en: 'Raised at the listing' }, kind: measure('万元') },
    { id: 'listedOn', label: { zh: '上市日期', en: 'Listed on' }, kind: day, column: '104px' },
  ],
  called: 'helper',
  first: 'chosen',
  stages: {
    chosen: {
      label: { zh: '已入库', en: 'Chosen' },
      clock: { days: { choice: 'reform-days' }, counts: 'calendar', from: 'chosen', warnDays: 30 },
    },
    reformed: { label: { zh: '已股改', en: 'Reformed into a stock company' } },
    stuck: {
      label: { zh: '困难待协调', en: 'Waits for help' },
      clock: { days: { choice: 'help-days' }, counts: 'working', from: 'asked', warnDays: 2 },
    },
    coached: { label: { zh: '辅导备案', en: 'Being coached' } },
    filed: { label: { zh: '已申报', en: 'Filed' } },
    listed: { label: { zh: '已上市', en: 'Listed' }, isFinal: true },
    left: { label: { zh: '出库', en: 'Left' }, isFinal: true },
  },
  actions: {
    reform: { label: { zh: '完成股改', en: 'Reform' }, from: ['chosen'], to: 'reformed', needsEvidence: true },
    ask: {
      label: { zh: '提出困难', en: 'Ask for help' },
      from: ['chosen', 'reformed', 'coached'],
      to: 'stuck',
      needs: ['asked', 'difficulty'],
    },
    back: {
      label: { zh: '已协调，继续股改', en: 'Helped: on with the reform' },
      from: ['stuck'],
      to: 'chosen',
      needs: ['help'],
      by: 'called',
    },
    help: {
      label: { zh: '已协调，准备辅导', en: 'Helped: on to the coaching' },
      from: ['stuck'],
      to: 'reformed',
      needs: ['help'],
      by: 'called',
    },
    resume: {
      label: { zh: '已协调，继续辅导', en: 'Helped: on with the coaching' },
      from: ['stuck'],
      to: 'coached',
      needs: ['sponsor', 'help'],
      by: 'called',
    },
    coach: {
      label: { zh: '辅导备案', en: 'Begin coaching' },
      from: ['reformed'],
      to: 'coached',
      needs: ['sponsor'],
      needsEvidence: true,
    },
    file: { label: { zh: '申报', en: 'File' }, from: ['coached'], to: 'filed', needsEvidence: true },
    withdraw: {
      label: { zh: '撤回申报', en: 'Take the filing back' },
      from: ['filed'],
      to: 'coached',
      needsReason: true,
    },
    list: {
      label: { zh: '登记上市', en: 'Enter the listing' },
      from: ['filed'],
      to: 'listed',
      needs: ['raised', 'listedOn'],
      needsEvidence: true,
    },
    leave: {
      label: { zh: '出库', en: 'Take off' },
      from: ['chosen', 'reformed', 'coached'],
      to: 'left',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'reform-days', label: { zh: '股改周期', en: 'Days until reformed' }, unit: '天', least: 30, most: 1095 },
    { id: 'help-days', label: { zh: '困难协调时限', en: 'Days to help' }, unit: '工作日', least: 1, most: 60 },
  ],
  parameters: {},
  cases: [
    {
      title: 'help asked for on a Monday is due ten working days later, on a Monday',
      entry: { stage: 'stuck', stageSince: '2026-11-02', data: { asked: '2026-11-02' } },
      on: '2026-11-16',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'yellow', lacks: ['enterprise', 'board', 'helper', 'chosen'] },
    },
    {
      title: 'on Tuesday it is overdue',
      entry: { stage: 'stuck', stageSince: '2026-11-02', data: { asked: '2026-11-02' } },
      on: '2026-11-17',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'red' },
    },
    {
      title: 'a candidate without the day it was chosen has no limit',
      entry: { stage: 'chosen', stageSince: '2026-01-05', data: { enterprise: 'e', board: 'star', helper: 'a' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['chosen'] },
    },
  ],
});
