import { defineLedger } from '../../../core/ledger/ledger.ts';
import { day, text, words } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { project, unit } from '../kinds.ts';

const answers = { 'scheme-days': 10 };

/** 三个一. Every project on the list has one team and one scheme; the scheme itself is attached, or the project is flagged. */
export const projectSchemes = defineLedger({
  id: 'project-schemes',
  label: { zh: '一项目一专班一方案', en: 'One project, one team, one scheme' },
  purpose: {
    zh: '重点项目“三个一”：一个项目、一个专班、一个推进方案，方案附件、定期调度',
    en: 'Every key project has one team and one scheme, attached; looked at regularly until it starts',
  },
  mechanisms: ['three_ones'],
  source: [{ document: '004', line: 566 }],
  name: { zh: '项目方案', en: 'Scheme' },
  fields: [
    {
      id: 'project',
      label: { zh: '项目', en: 'Project' },
      kind: project,
      isRequired: true,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'lead',
      label: { zh: '牵头单位', en: 'Unit in charge' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'head',
      label: { zh: '专班负责人', en: 'Head of the team' },
      kind: text(60),
      isRequired: true,
      column: '96px',
    },
    { id: 'members', label: { zh: '专班成员', en: 'Team' }, kind: words, isRequired: true },
    { id: 'named', label: { zh: '确定日期', en: 'Named on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'goal', label: { zh: '推进目标', en: 'Goal' }, kind: text(1000) },
    { id: 'nextOn', label: { zh: '下次调度日期', en: 'Next look' }, kind: day, column: '104px' },
    { id: 'progress', label: { zh: '推进情况', en: 'Progress' }, kind: text(2000) },
    { id: 'started', label: { zh: '开工日期', en: 'Started' }, kind: day, column: '104px' },
  ],
  called: 'lead',
  first: 'formed',
  stages: {
    formed: {
      label: { zh: '专班已成立，待方案', en: 'Team named, scheme to come' },
      clock: { days: { choice: 'scheme-days' }, counts: 'working', from: 'named', warnDays: 3 },
    },
    running: {
      label: { zh: '推进中', en: 'Running' },
      clock: { days: 0, counts: 'calendar', from: 'nextOn', warnDays: 7 },
    },
    finished: { label: { zh: '已开工，转入建设', en: 'Started' }, isFinal: true },
    ended: { label: { zh: '撤销', en: 'Given up' }, isFinal: true },
  },
  actions: {
    attach: {
      label: { zh: '提交推进方案', en: 'Attach the scheme' },
      from: ['formed'],
      to: 'running',
      needs: ['goal', 'nextOn'],
      needsEvidence: true,
      by: 'called',
    },
    look: {
      label: { zh: '调度', en: 'Look at it' },
      from: ['running'],
      to: 'running',
      needs: ['progress', 'nextOn'],
      by: 'called',
    },
    finish: {
      label: { zh: '开工销号', en: 'Started' },
      from: ['running'],
      to: 'finished',
      needs: ['started'],
      needsEvidence: true,
    },
    end: {
      label: { zh: '撤销', en: 'Give up' },
      from: ['formed', 'running'],
      to: 'ended',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    {
      id: 'scheme-days',
      label: { zh: '提交方案时限', en: 'Days to attach the scheme' },
      unit: '工作日',
      least: 1,
      most: 60,
    },
  ],
  measures: [
    {
      id: 'whole',
      label: { zh: '“三个一”齐备率', en: 'Projects with team and scheme' },
      kind: 'share',
      unit: '%',
      every: 'standing',
      counts: { stages: ['running', 'finished'] },
      among: { stages: ['formed', 'running', 'finished'] },
      target: { is: 'at-least', value: 100 },
      set: setBy('004'),
    },
  ],
  parameters: { '1:1:1': 'measure:whole' },
  cases: [
    {
      title: 'ten working days to attach the scheme; the tenth is in time',
      entry: { stage: 'formed', stageSince: '2026-11-02', data: { named: '2026-11-02', head: '周平' } },
      on: '2026-11-16',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'yellow', lacks: ['project', 'lead', 'members'] },
    },
    {
      title: 'nobody looked at it by its day: overdue',
      entry: { stage: 'running', stageSince: '2026-09-01', data: { nextOn: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'a team named on no day is never due',
      entry: { stage: 'formed', stageSince: '2026-11-02', data: { members: ['周平'] } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['project', 'lead', 'head', 'named'] },
    },
  ],
});
