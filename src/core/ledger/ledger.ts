import { name, text } from '../register/kinds.ts';
import type { Field, FieldKind, Register } from '../register/register.ts';
import { defineStageMachine, type StageMachine } from '../stage-machine.ts';
import type { Label } from '../text.ts';
import type { Measure } from './measure.ts';
import { mistakesIn } from './mistakes.ts';

export interface LedgerField extends Field {
  /** Asked when an entry is made; others are filled on the way. */
  readonly isRequired?: boolean;
  /** Part of the version that anybody may read. */
  readonly isPublic?: boolean;
  /** 冻结: once the entry has left its first stage, nobody changes it by hand. */
  readonly isFrozen?: boolean;
}

/** 来源. What makes an entry or takes a step of it, where that is not left to a person who types. */
export const sources = {
  draw: { zh: '双随机抽取', en: 'the draw' },
  session: { zh: '会办', en: 'a joint session' },
  lamp: { zh: '亮灯', en: 'a lamp' },
} as const satisfies Record<string, Label>;
export type Source = keyof typeof sources;

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
  /** Taken only by this source, not by hand. */
  readonly through?: Source;
}

/** What the documents leave open and an office has to decide before the ledger can be used. */
export interface Choice {
  readonly id: string;
  readonly label: Label;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
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
  map: { zh: '点位', en: 'Map' },
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
  /** Entries come from this source alone: nobody adds one by hand or from a sheet. */
  readonly madeBy?: Source;
  /** The field with the unit that is called upon; its people see the entry and may act on it. */
  readonly called?: string;
  readonly first: string;
  readonly stages: Readonly<Record<string, LedgerStage>>;
  readonly actions: Readonly<Record<string, LedgerAction>>;
  readonly choices?: readonly Choice[];
  readonly measures?: readonly Measure[];
  /** 点位. The field that says where an entry lies: a point, or a park or unit that it stands in. */
  readonly place?: string;
  /** 公开: whether there is a public version; it holds the public fields of entries in these stages. */
  readonly publicStages?: readonly string[];
  /** Every rule parameter of its mechanisms, and the parts of this declaration that use it: `field:x`, `stage:x field:y` … */
  readonly parameters: Readonly<Record<string, string>>;
  /** At least three: a missing value, a boundary, something overdue. */
  readonly cases: readonly LedgerCase[];
}

type Completed = Required<Pick<LedgerDeclaration, 'choices' | 'measures' | 'publicStages'>>;

export type Ledger = LedgerDeclaration &
  Completed & {
    /** A calendar where something falls due, a map where entries have a place. */
    readonly views: readonly View[];
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

const viewsOf = ({ stages, place }: LedgerDeclaration): View[] => [
  'list',
  'board',
  ...(Object.values(stages).some(({ clock }) => clock !== undefined) ? (['calendar'] as const) : []),
  ...(place === undefined ? [] : (['map'] as const)),
];

/** Checks a declaration and completes it; one that contradicts itself stops the start. */
export function defineLedger(declaration: LedgerDeclaration): Ledger {
  const wrong = mistakesIn(declaration);
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
  return { choices: [], measures: [], publicStages: [], ...declaration, views: viewsOf(declaration), machine, sheet };
}
