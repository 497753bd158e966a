import type { Day } from '../../core/day.ts';
import { Problem } from '../../core/problem.ts';
import type { Label } from '../../core/text.ts';
import { projectStages } from './register.ts';

export type ProjectStage = keyof typeof projectStages;

/** What an action may ask for, and where it is known from. */
export const facts = {
  content: { zh: '建设内容', en: 'what is built' },
  investment: { zh: '总投资', en: 'total investment' },
  site: { zh: '园区或建设地点', en: 'park or site' },
  owner: { zh: '建设单位', en: 'owner' },
  outlook: { zh: '前景与效益分析', en: 'outlook and benefits' },
  review: { zh: '落户评审通过', en: 'entry review passed' },
  'lead-unit': { zh: '责任单位', en: 'unit in charge' },
  'land-right': { zh: '用地手续', en: 'right to the land' },
  'start-permit': { zh: '施工许可（或告知承诺）', en: 'permit to build, or a promise in its place' },
  'first-investment': { zh: '首次完成投资的月份', en: 'month of the first completed investment' },
  acceptance: { zh: '竣工验收', en: 'acceptance of the works' },
  products: { zh: '首批产品', en: 'first products' },
  output: { zh: '达产的产值或产量', en: 'output at full capacity' },
  evidence: { zh: '佐证材料', en: 'evidence' },
  reason: { zh: '理由', en: 'reason' },
} as const satisfies Record<string, Label>;
export type Fact = keyof typeof facts;

/** Facts that somebody states along with the action; the others are read from the register and the checklist. */
export const statedFacts = ['outlook', 'first-investment', 'products', 'output'] as const satisfies readonly Fact[];

interface Action {
  readonly label: Label;
  readonly from: readonly ProjectStage[];
  /** `before`: where it stood when it was paused. */
  readonly to: ProjectStage | 'before';
  readonly needs: readonly Fact[];
  /** What the day of the action is in the statistics of investment in fixed assets. */
  readonly statistics?: 'started-on' | 'completed-on' | 'producing-on';
  /** Documents and lines that ask for it. */
  readonly source: string;
}

const alive = ['reserved', 'negotiation', 'signed', 'preparation', 'land', 'started', 'building'] as const;

/**
 * 项目全生命周期. One table: from which stages an action is possible, what it needs, and what its day means in the
 * official statistics. Acceptance is not yet production: 投产 needs products.
 */
export const actions = {
  reserve: {
    label: { zh: '入库储备', en: 'Take into the reserve' },
    from: ['idea'],
    to: 'reserved',
    needs: ['content', 'investment', 'outlook'],
    source: '000:553 000:559 002:102 004:504',
  },
  negotiate: {
    label: { zh: '开始洽谈', en: 'Begin negotiation' },
    from: ['idea', 'reserved'],
    to: 'negotiation',
    needs: ['content', 'site'],
    source: '000:553 004:516',
  },
  sign: {
    label: { zh: '签约', en: 'Sign' },
    from: ['negotiation'],
    to: 'signed',
    needs: ['owner', 'investment', 'review', 'evidence'],
    source: '000:2336 004:412 004:520',
  },
  prepare: {
    label: { zh: '转入前期', en: 'Begin preparation' },
    from: ['reserved', 'signed'],
    to: 'preparation',
    needs: ['owner', 'lead-unit'],
    source: '002:104 002:137 004:566',
  },
  'supply-land': {
    label: { zh: '供地', en: 'Supply the land' },
    from: ['preparation'],
    to: 'land',
    needs: ['land-right'],
    source: '002:118 004:398',
  },
  start: {
    label: { zh: '开工', en: 'Start' },
    from: ['preparation', 'land'],
    to: 'started',
    needs: ['land-right', 'start-permit', 'evidence'],
    statistics: 'started-on',
    source: '002:102 004:398',
  },
  build: {
    label: { zh: '转入在建', en: 'Under construction' },
    from: ['started'],
    to: 'building',
    needs: ['first-investment'],
    source: '002:102',
  },
  complete: {
    label: { zh: '竣工', en: 'Complete' },
    from: ['building'],
    to: 'completed',
    needs: ['acceptance', 'evidence'],
    statistics: 'completed-on',
    source: '000:2338',
  },
  produce: {
    label: { zh: '投产', en: 'Begin production' },
    from: ['completed'],
    to: 'producing',
    needs: ['products', 'evidence'],
    statistics: 'producing-on',
    source: '000:586 002:102',
  },
  'reach-full-output': {
    label: { zh: '达产', en: 'Reach full output' },
    from: ['producing'],
    to: 'full-output',
    needs: ['output'],
    source: '000:2338',
  },
  pause: { label: { zh: '暂停', en: 'Pause' }, from: alive, to: 'paused', needs: ['reason'], source: '000:2340' },
  resume: {
    label: { zh: '恢复', en: 'Resume' },
    from: ['paused'],
    to: 'before',
    needs: ['reason'],
    source: '000:2340',
  },
  drop: {
    label: { zh: '终止', en: 'Drop' },
    from: ['idea', 'reserved', 'negotiation', 'signed', 'preparation', 'paused'],
    to: 'dropped',
    needs: ['reason'],
    source: '000:2340',
  },
  exit: {
    label: { zh: '清退退出', en: 'Make it leave' },
    from: ['signed', 'preparation', 'land', 'started', 'building', 'completed', 'producing', 'full-output', 'paused'],
    to: 'exited',
    needs: ['reason', 'evidence'],
    source: '000:2340 004:412',
  },
} as const satisfies Record<string, Action>;
export type ProjectAction = keyof typeof actions;
export const projectActions = Object.keys(actions) as [ProjectAction, ...ProjectAction[]];
const actionOf = (id: ProjectAction): Action => actions[id];

/** Nothing moves a project on from here. */
export const finalStages: readonly ProjectStage[] = ['dropped', 'exited'];

/** 四个一批 and the stages each is made of. */
export const batches = {
  reserve: { label: { zh: '储备一批', en: 'Reserve' }, stages: ['idea', 'reserved', 'negotiation'] },
  start: { label: { zh: '新上（开工）一批', en: 'Start' }, stages: ['signed', 'preparation', 'land', 'started'] },
  build: { label: { zh: '建设一批', en: 'Build' }, stages: ['building'] },
  complete: { label: { zh: '竣工一批', en: 'Complete' }, stages: ['completed', 'producing', 'full-output'] },
  leave: { label: { zh: '清退一批', en: 'Leave' }, stages: ['paused', 'dropped', 'exited'] },
} as const satisfies Record<string, { label: Label; stages: readonly ProjectStage[] }>;

/** One step in the life of a project: only ever added. */
export interface LifeEvent {
  readonly action: ProjectAction | 'open';
  readonly from: ProjectStage | null;
  readonly to: ProjectStage;
  readonly on: Day;
}

export interface LifeState {
  readonly stage: ProjectStage;
  readonly since: Day;
  /** Where it goes back to when it resumes. */
  readonly pausedFrom: ProjectStage | null;
}

/** The state that a history gives; undefined without any. */
export function stateOf(events: readonly LifeEvent[]): LifeState | undefined {
  let state: LifeState | undefined;
  for (const { from, to, on } of events)
    state = { stage: to, since: to === state?.stage ? state.since : on, pausedFrom: to === 'paused' ? from : null };
  return state;
}

export const possibleOf = (stage: ProjectStage): readonly ProjectAction[] =>
  projectActions.filter((id) => actionOf(id).from.includes(stage));

export type Known = Readonly<Partial<Record<Fact, boolean>>>;

/** What an action still needs. */
export const lackingFor = (action: ProjectAction, known: Known): readonly Fact[] =>
  actionOf(action).needs.filter((fact) => known[fact] !== true);

const words = (labels: readonly Label[], language: keyof Label): string =>
  labels.map((label) => label[language]).join(language === 'zh' ? '、' : ', ');

/** The event that an action makes; a Problem says what stands in the way and what can be done instead. */
export function step(
  events: readonly LifeEvent[],
  action: ProjectAction,
  on: Day,
  known: Known,
  today: Day,
): LifeEvent {
  const state = stateOf(events);
  if (state === undefined) throw new Error('a project has a first event');
  const { label, from, to } = actionOf(action);
  if (!from.includes(state.stage)) {
    const possible = words(
      possibleOf(state.stage).map((id) => actionOf(id).label),
      'zh',
    );
    throw new Problem('stage-not-reachable', {
      from: projectStages[state.stage].zh,
      action: label.zh,
      possible: possible === '' ? '—' : possible,
    });
  }
  if (on < state.since || on > today)
    throw new Problem('event-day', { on, since: state.since, today, stage: projectStages[state.stage].zh });
  const lacking = lackingFor(action, known).map((fact) => facts[fact]);
  if (lacking.length > 0) throw new Problem('facts-missing', { action: label.zh, facts: words(lacking, 'zh') });
  const next = to === 'before' ? (state.pausedFrom ?? 'preparation') : to;
  return { action, from: state.stage, to: next, on };
}

/** Days that count in the statistics: the last time that each was reached. */
export function statisticsOf(events: readonly LifeEvent[]): Readonly<Record<string, Day>> {
  const days: Record<string, Day> = {};
  for (const { action, on } of events) {
    const mark = action === 'open' ? undefined : actionOf(action).statistics;
    if (mark !== undefined) days[mark] = on;
  }
  return days;
}

/** 入库纳统. Entering the statistics of fixed assets has a way of its own beside the stages. */
export const enrolments = {
  none: { zh: '未申报', en: 'Not applied' },
  applied: { zh: '已申报', en: 'Applied' },
  entered: { zh: '已入库', en: 'Entered' },
  refused: { zh: '未通过', en: 'Refused' },
} as const satisfies Record<string, Label>;
export type Enrolment = keyof typeof enrolments;

const enrolmentMoves: Readonly<Record<Enrolment, readonly Enrolment[]>> = {
  none: ['applied'],
  applied: ['entered', 'refused'],
  refused: ['applied'],
  entered: [],
};

export function enrol(from: Enrolment, to: Enrolment): Enrolment {
  if (!enrolmentMoves[from].includes(to))
    throw new Problem('stage-not-reachable', {
      from: enrolments[from].zh,
      action: enrolments[to].zh,
      possible:
        words(
          enrolmentMoves[from].map((id) => enrolments[id]),
          'zh',
        ) || '—',
    });
  return to;
}
