import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { count, enterprise, unit } from '../kinds.ts';

const answers = { 'file-days': 90, 'grant-days': 365 };

/** 专利清零. Industrial firms above scale without a patent get to their first; filed alone is not yet cleared. */
export const patentFirsts = defineLedger({
  id: 'patent-firsts',
  label: { zh: '专利清零', en: 'First patents' },
  purpose: {
    zh: '没有专利的规上工业企业：结对辅导、提出申请、获得授权后销号',
    en: 'Industrial firms above scale without any patent: helped, filing, cleared with the first grant',
  },
  mechanisms: ['patent_zero'],
  source: [{ document: '004', line: 340 }],
  name: { zh: '清零企业', en: 'Firm without a patent' },
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
      id: 'scale',
      label: { zh: '规模', en: 'Size' },
      kind: choice({ above: { zh: '规上工业', en: 'Above scale' }, below: { zh: '规下工业', en: 'Below scale' } }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    {
      id: 'helper',
      label: { zh: '帮扶单位', en: 'Unit that helps' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'found', label: { zh: '排查日期', en: 'Found on' }, kind: day, isRequired: true, column: '104px' },
    {
      id: 'way',
      label: { zh: '清零途径', en: 'Way' },
      kind: choice({
        own: { zh: '自主研发', en: 'Own research' },
        joint: { zh: '产学研合作', en: 'With a university or institute' },
        bought: { zh: '专利收购', en: 'Bought' },
      }),
      column: '112px',
    },
    { id: 'filedOn', label: { zh: '申请日', en: 'Filed on' }, kind: day, column: '104px' },
    { id: 'number', label: { zh: '专利号', en: 'Number of the patent' }, kind: text(60) },
    { id: 'inventions', label: { zh: '其中发明（件）', en: 'Of these inventions' }, kind: count },
  ],
  called: 'helper',
  first: 'zero',
  stages: {
    zero: {
      label: { zh: '零专利', en: 'None' },
      clock: { days: { choice: 'file-days' }, counts: 'calendar', from: 'found', warnDays: 15 },
    },
    filed: {
      label: { zh: '已申请', en: 'Filed' },
      clock: { days: { choice: 'grant-days' }, counts: 'calendar', from: 'filedOn', warnDays: 30 },
    },
    cleared: { label: { zh: '已清零', en: 'Cleared' }, isFinal: true },
    removed: { label: { zh: '退规或停产，移出', en: 'Off the list' }, isFinal: true },
  },
  actions: {
    file: {
      label: { zh: '报告申请', en: 'Report the filing' },
      from: ['zero'],
      to: 'filed',
      needs: ['way', 'filedOn'],
      needsEvidence: true,
      by: 'called',
    },
    refuse: { label: { zh: '申请被驳回', en: 'Filing refused' }, from: ['filed'], to: 'zero', needsReason: true },
    clear: {
      label: { zh: '授权销号', en: 'Clear with the grant' },
      from: ['filed'],
      to: 'cleared',
      needs: ['number'],
      needsEvidence: true,
    },
    buy: {
      label: { zh: '收购专利销号', en: 'Clear with a bought patent' },
      from: ['zero'],
      to: 'cleared',
      needs: ['way', 'number'],
      needsEvidence: true,
    },
    remove: {
      label: { zh: '移出', en: 'Take off the list' },
      from: ['zero', 'filed'],
      to: 'removed',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'file-days', label: { zh: '提出申请时限', en: 'Days to file' }, unit: '天', least: 1, most: 730 },
    { id: 'grant-days', label: { zh: '预计授权周期', en: 'Days until granted' }, unit: '天', least: 30, most: 1460 },
  ],
  measures: [
    {
      id: 'cleared',
      label: { zh: '规上企业清零率', en: 'Firms above scale with a patent' },
      kind: 'share',
      unit: '%',
      every: 'standing',
      counts: { stages: ['cleared'], only: { field: 'scale', is: 'above' } },
      among: { stages: ['zero', 'filed', 'cleared'], only: { field: 'scale', is: 'above' } },
      target: { is: 'at-least', value: 100 },
      set: setBy('004'),
    },
  ],
  parameters: { 规上企业: 'field:scale.above measure:cleared' },
  cases: [
    {
      title: 'ninety days from the first of September, the last one in time',
      entry: { stage: 'zero', stageSince: '2026-09-01', data: { scale: 'above', found: '2026-09-01' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['enterprise', 'helper'] },
    },
    {
      title: 'no grant within a year of the filing is overdue',
      entry: { stage: 'filed', stageSince: '2025-11-10', data: { filedOn: '2025-11-01' } },
      on: '2026-11-02',
      answers,
      expect: { dueOn: '2026-11-01', lamp: 'red' },
    },
    {
      title: 'a firm without the day it was found has no limit',
      entry: { stage: 'zero', stageSince: '2026-09-01', data: { enterprise: 'e', scale: 'above', helper: 'a' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['found'] },
    },
  ],
});
