import { name, text } from '../register/kinds.ts';
import type { Field, FieldKind, Register } from '../register/register.ts';
import { defineStageMachine, type StageMachine } from '../stage-machine.ts';
import type { Label } from '../text.ts';

export interface LedgerField extends Field {
  /** Asked when an entry is made; others are filled on the way. */
  readonly isRequired?: boolean;
  /** Part of the version that anybody may read. */
  readonly isPublic?: boolean;
}

/** 时限. How long an entry may stay in a stage, from the day it came there or from a day that a field holds. */
export interface Clock {
  /** A number of days, or the choice of the ledger that says how many. */
  readonly days: number | { readonly choice: string };
  readonly counts: 'working' | 'calendar';
  /** A field with a day; left out, the day on which the stage was entered. */
  readonly from?: string;
  /** Yellow so many days before it is due. */
  readonly warnDays?: number;
}

export interface LedgerStage {
  readonly label: Label;
  readonly clock?: Clock;
  /** Nothing moves an entry on from here, and nothing is due. */
  readonly isFinal?: boolean;
}

export interface LedgerAction {
  readonly label: Label;
  readonly from: readonly string[];
  readonly to: string;
  /** Fields that have to be filled by then. */
  readonly needs?: readonly string[];
  readonly needsEvidence?: boolean;
  readonly needsReason?: boolean;
  /** Who may: those who keep the ledger, those who decide, or the unit that was called upon. */
  readonly by?: 'keeper' | 'decider' | 'called';
}

/** What the documents leave open and an office has to decide before the ledger can be used. */
export interface Choice {
  readonly id: string;
  readonly label: Label;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
}

/** 频次. How often something has to happen: 督导 four times a year. */
export interface Quota {
  readonly id: string;
  readonly label: Label;
  /** A number, or the choice of the ledger that says how many: 定期 is not yet a number. */
  readonly times: number | { readonly choice: string };
  readonly every: 'month' | 'quarter' | 'half' | 'year';
  /** By the end of which month of the year. */
  readonly byMonth?: number;
  /** 存量目标: entries count whenever they were made, and so many have to be there by the end of this year. */
  readonly byYear?: number;
  /** Counted by this field of the entries, each value for itself; left out, for the unit. */
  readonly per?: string;
  /** Only entries that have reached one of these stages count. */
  readonly stages?: readonly string[];
  /** Only entries with this word in this field count: of all assessments, the yearly ones. */
  readonly only?: { readonly field: string; readonly is: string };
}

/** One day in the life of an entry, worked by hand. */
export interface LedgerCase {
  readonly title: string;
  readonly entry: {
    readonly stage: string;
    readonly stageSince: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
  readonly on: string;
  readonly answers?: Readonly<Record<string, number>>;
  readonly expect: { readonly dueOn: string | null; readonly lamp: Lamp; readonly lacks?: readonly string[] };
}

export const lamps = {
  green: { zh: '正常', en: 'In time' },
  yellow: { zh: '临期', en: 'Due soon' },
  red: { zh: '逾期', en: 'Overdue' },
  grey: { zh: '无时限', en: 'No limit' },
  done: { zh: '办结', en: 'Done' },
} as const satisfies Record<string, Label>;
export type Lamp = keyof typeof lamps;

export const views = {
  list: { zh: '列表', en: 'List' },
  board: { zh: '看板', en: 'Board' },
  calendar: { zh: '日历', en: 'Calendar' },
} as const satisfies Record<string, Label>;
export type View = keyof typeof views;

/** 台账: a list that someone must follow up. Its table, operations, page, Excel form and due report follow from this. */
export interface LedgerDeclaration {
  readonly id: string;
  readonly label: Label;
  /** One sentence: what it is for and who keeps it. */
  readonly purpose: Label;
  /** Rows of the list of mechanisms that it carries out, by key. */
  readonly mechanisms: readonly string[];
  /** Documents and lines that set it up. */
  readonly source: readonly { readonly document: string; readonly line: number }[];
  /** What an entry is called: “投诉事项”. */
  readonly name: Label;
  readonly fields: readonly LedgerField[];
  /** The field with the unit that is called upon; its people see the entry and may act on it. */
  readonly called?: string;
  readonly first: string;
  readonly stages: Readonly<Record<string, LedgerStage>>;
  readonly actions: Readonly<Record<string, LedgerAction>>;
  readonly choices?: readonly Choice[];
  readonly quotas?: readonly Quota[];
  readonly views?: readonly View[];
  /** 公开: whether there is a public version; it holds the public fields of entries in these stages. */
  readonly publicStages?: readonly string[];
  /** Every rule parameter of its mechanisms, and the part of this declaration that uses it: `field:x`, `stage:x` … */
  readonly parameters: Readonly<Record<string, string>>;
  /** At least three: a missing value, a boundary, something overdue. */
  readonly cases: readonly LedgerCase[];
}

type Completed = Required<Pick<LedgerDeclaration, 'choices' | 'quotas' | 'views' | 'publicStages'>>;

export type Ledger = LedgerDeclaration &
  Completed & {
    readonly machine: StageMachine<string, string, string>;
    /** The same as a register, for reading and writing spreadsheets. */
    readonly sheet: Register;
  };

const stageKind = (stages: LedgerDeclaration['stages']): FieldKind => {
  const keyOf = (cell: string) =>
    Object.entries(stages).find(([key, { label }]) => [key, label.zh, label.en].includes(cell.trim()))?.[0];
  const all = Object.values(stages).map(({ label }) => label.zh);
  return {
    ...text(100),
    empty: null,
    choices: Object.fromEntries(Object.entries(stages).map(([id, { label }]) => [id, label])),
    read: (cell) => {
      const value = keyOf(cell);
      return value === undefined
        ? { refusal: { zh: `须是：${all.join('、')}`, en: `must be one of ${all.join(', ')}` } }
        : { value };
    },
    write: (value: string | null) => (value === null ? '' : (stages[value]?.label.zh ?? value)),
  };
};

/** 编号 and 状态 stand beside the fields of every ledger. */
export const frameFields = (ledger: Pick<LedgerDeclaration, 'name' | 'stages'>) =>
  [
    { id: 'name', label: ledger.name, headings: ['名称', '事项'], kind: name, column: 'minmax(180px, 2fr)' },
    { id: 'code', label: { zh: '台账号', en: 'Entry number' }, headings: ['编号号码'], kind: text(40) },
    { id: 'stage', label: { zh: '状态', en: 'Stage' }, kind: stageKind(ledger.stages), isFilter: true },
  ] as const satisfies readonly Field[];

function mistakes(ledger: LedgerDeclaration): string[] {
  const { fields, stages, actions, first, choices = [], quotas = [], publicStages = [], called } = ledger;
  const wrong: string[] = [];
  const isField = (id: string) => fields.some((field) => field.id === id);
  const needsStage = (id: string, where: string) => {
    if (stages[id] === undefined) wrong.push(`${where} names the unknown stage ${id}`);
  };
  needsStage(first, 'first');
  for (const id of publicStages) needsStage(id, 'publicStages');
  for (const [id, { from, to, needs = [], by }] of Object.entries(actions)) {
    for (const stage of [...from, to]) needsStage(stage, id);
    if (from.some((stage) => stages[stage]?.isFinal)) wrong.push(`${id} leads out of a final stage`);
    for (const field of needs) if (!isField(field)) wrong.push(`${id} needs the unknown field ${field}`);
    if (by === 'called' && called === undefined) wrong.push(`${id} is for a called unit, and there is none`);
  }
  for (const [id, { clock, isFinal }] of Object.entries(stages)) {
    if (clock?.from !== undefined && !isField(clock.from))
      wrong.push(`the clock of ${id} starts from an unknown field`);
    const choice = typeof clock?.days === 'object' ? clock.days.choice : null;
    if (choice !== null && choices.every((each) => each.id !== choice)) wrong.push(`${id} waits for an unknown choice`);
    const isLeft = Object.values(actions).some(({ from }) => from.includes(id));
    if (!isFinal && !isLeft) wrong.push(`nothing leads out of ${id}, which is not final`);
    const isReached = id === first || Object.values(actions).some(({ to }) => to === id);
    if (!isReached) wrong.push(`nothing leads to ${id}`);
  }
  for (const { id, times, per, only, stages: counted = [] } of quotas) {
    if (typeof times === 'object' && choices.every((each) => each.id !== times.choice))
      wrong.push(`the quota ${id} waits for an unknown choice`);
    const kind = fields.find((field) => field.id === only?.field)?.kind;
    if (only !== undefined && kind?.choices?.[only.is] === undefined)
      wrong.push(`the quota ${id} counts an unknown word`);
    if (per !== undefined && !isField(per)) wrong.push(`the quota ${id} counts by an unknown field`);
    for (const stage of counted) needsStage(stage, id);
  }
  if (called !== undefined && !isField(called)) wrong.push('the called unit is an unknown field');
  const taken = new Set(['name', 'code', 'stage', 'aliases', 'id', 'since', 'unitPath']);
  for (const { id } of fields) {
    if (taken.has(id)) wrong.push(`the field ${id} stands twice or has the name of a column of every ledger`);
    taken.add(id);
  }
  for (const [words, place] of Object.entries(ledger.parameters))
    if (!isPart(ledger, place)) wrong.push(`“${words}” is used by ${place}, which is not there`);
  return wrong;
}

/** `field:asked`, `field:kind.land` (a word that may be chosen), `stage:open`, `clock:open`, `action:close`, … */
function isPart(ledger: LedgerDeclaration, place: string): boolean {
  const [kind = '', path = ''] = place.split(':');
  const [id = '', word] = path.split('.');
  const field = ledger.fields.find((each) => each.id === id);
  const parts: Readonly<Record<string, boolean>> = {
    field: field !== undefined && (word === undefined || field.kind.choices?.[word] !== undefined),
    stage: ledger.stages[id] !== undefined,
    clock: ledger.stages[id]?.clock !== undefined,
    action: ledger.actions[id] !== undefined,
    choice: (ledger.choices ?? []).some((each) => each.id === id),
    quota: (ledger.quotas ?? []).some((each) => each.id === id),
    public: (ledger.publicStages ?? []).length > 0,
  };
  return parts[kind] ?? false;
}

/** Checks a declaration and completes it; one that contradicts itself stops the start. */
export function defineLedger(declaration: LedgerDeclaration): Ledger {
  const wrong = mistakes(declaration);
  if (wrong.length > 0) throw new Error(`ledger ${declaration.id}: ${wrong.join('; ')}`);
  const { id, label, fields, stages, actions, first } = declaration;
  const machine = defineStageMachine<string, string, string>({
    first,
    stages: Object.fromEntries(Object.entries(stages).map(([stage, { label: words }]) => [stage, words])),
    actions: Object.fromEntries(
      Object.entries(actions).map(([action, { label: words, from, to, needs = [], needsEvidence, needsReason }]) => [
        action,
        {
          label: words,
          from,
          to,
          needs: [...needs, ...(needsEvidence ? ['evidence'] : []), ...(needsReason ? ['reason'] : [])],
        },
      ]),
    ),
  });
  const sheet: Register = { plural: id, noun: id, label, fields: [...frameFields(declaration), ...fields] };
  return { choices: [], quotas: [], views: ['list', 'board'], publicStages: [], ...declaration, machine, sheet };
}
