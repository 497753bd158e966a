/** What every section writes with: the world, the page, a hand for figures, and the gold so far. */
import type { Comparator, Figure, GoldTask } from './gold.ts';
import type { PageWriter, Phrase, Place, Table, TableLook } from './page.ts';
import type { Dice } from './random.ts';
import type { World } from './world.ts';

/** Families of errors that can be planted, as the requirement names the rules that ought to see them. */
export type Family =
  | 'growth/table'
  | 'growth/text'
  | 'growth/double'
  | 'table/total'
  | 'table/hundred'
  | 'table/percent'
  | 'table/code'
  | 'sum/parts'
  | 'sum/areas'
  | 'sum/years'
  | 'target/below'
  | 'part/whole'
  | 'fact/value'
  | 'fact/unit'
  | 'fact/place'
  | 'fact/scale'
  | 'share/text'
  | 'count/projects'
  | 'sum/projects'
  | 'date/order'
  | 'account/added'
  | 'count/list'
  | 'title/content'
  | 'date/before'
  | 'ratio/area'
  | 'account/profit'
  | 'rule/tier'
  | 'name/spelling'
  | 'text/duplicate'
  | 'text/cut'
  | 'structure/number';

export interface Hand {
  /** Between a figure and its unit. */
  readonly gap: string;
  readonly thousands: boolean;
  readonly fullWidth: boolean;
}

export interface Plant {
  readonly rule: string;
  readonly severity: 'high' | 'medium' | 'low';
  readonly title: string;
  readonly marks: readonly string[];
  readonly arithmetic: string | null;
}

export interface TableGold {
  readonly block: number;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly row: number | null;
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
}

export interface ProjectGold {
  readonly place: Place;
  readonly name: string;
  readonly owner: string | null;
  readonly industry: string | null;
  readonly investment: { readonly value: number; readonly unit: string } | null;
  readonly start: string | null;
  readonly finish: string | null;
}

export interface ParkGold {
  readonly place: Place;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly parent: string | null;
  readonly level: string | null;
  readonly area: { readonly value: number; readonly unit: string } | null;
  readonly bounds: Readonly<Record<'E' | 'S' | 'W' | 'N', string>> | null;
}

export interface Notes {
  readonly tables: TableGold[];
  readonly projects: ProjectGold[];
  readonly tasks: (Omit<GoldTask, 'id' | 'line' | 'quote'> & { readonly place: Place })[];
  readonly parks: ParkGold[];
  readonly findings: Plant[];
  readonly passes: Plant[];
}

export interface Writing extends PageWriter {
  readonly dice: Dice;
  readonly world: World;
  readonly hand: Hand;
  readonly looks: readonly TableLook[];
  readonly notes: Notes;
  /** Indicators that the words have set a target for so far, as “aim:名称”. */
  readonly marked: Set<string>;
  /** Whether this is the place to go wrong; each family goes wrong once. */
  plant(family: Family): boolean;
  /** Whether one of these is still to go wrong, so that a section is needed for it. */
  wants(...families: readonly Family[]): boolean;
  found(plant: Plant): void;
  passed(plant: Omit<Plant, 'severity'>): void;
}

const fullWidthDigits = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).replaceAll('.', '．');

/** A figure as this plan writes it: “1,234.5 亿元”. */
export function amount({ hand }: Pick<Writing, 'hand'>, value: string, unit: string): string {
  const [whole = '', rest] = value.split('.');
  const grouped = hand.thousands ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const digits = rest === undefined ? grouped : `${grouped}.${rest}`;
  const shown = hand.fullWidth ? fullWidthDigits(digits) : digits;
  return unit === '%' ? `${shown}${unit}` : shown + (unit === '' ? '' : hand.gap) + unit;
}

/** A year as this plan writes it: “2025 年”. */
export const year = ({ hand }: Pick<Writing, 'hand'>, value: number): string =>
  `${hand.fullWidth ? fullWidthDigits(String(value)) : value}${hand.gap}年`;

type FigureInput = Pick<Figure, 'name' | 'unit' | 'year' | 'kind'> & {
  readonly value: string | number | readonly [number, number];
} & Partial<Pick<Figure, 'comparator' | 'origin' | 'subject' | 'attribute' | 'is_target'>>;

/** A figure of the zone unless said otherwise. */
export function figure(writing: Pick<Writing, 'world'>, input: FigureInput): Figure {
  const { value, comparator = '=', origin = 'text', subject = writing.world.zone, attribute = null } = input;
  return {
    ...input,
    subject,
    comparator,
    origin,
    attribute,
    value: typeof value === 'string' ? Number(value) : value,
    is_target: input.is_target ?? input.kind === 'target',
  };
}

export const planYears = ({ start, end }: World): string => `${start}-${end}`;

/** Words that set a bound, and the bound they set. `value` is what is printed for a true value. */
export interface Bound {
  readonly before: string;
  readonly after: string;
  readonly comparator: Comparator;
}

export const plainBounds: readonly Bound[] = [
  { before: '达到', after: '', comparator: '=' },
  { before: '为', after: '', comparator: '=' },
  { before: '', after: '', comparator: '=' },
];
export const aimBounds: readonly Bound[] = [
  { before: '达到', after: '', comparator: '=' },
  { before: '力争达到', after: '', comparator: '>=' },
  { before: '达到', after: '以上', comparator: '>=' },
  { before: '达到', after: '左右', comparator: '~' },
  { before: '不低于', after: '', comparator: '>=' },
  { before: '超过', after: '', comparator: '>' },
  { before: '突破', after: '', comparator: '>' },
];
export const capBounds: readonly Bound[] = [
  { before: '控制在', after: '以内', comparator: '<=' },
  { before: '降至', after: '', comparator: '=' },
  { before: '下降到', after: '以下', comparator: '<=' },
  { before: '不超过', after: '', comparator: '<=' },
];

export interface TableInput {
  readonly title: string;
  readonly unit?: string | null;
  readonly head: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
  readonly look?: TableLook;
}

const isYear = (cell: string): boolean => /^(?:19|20)\d\d$/.test(cell);
const isFigure = (cell: string): boolean => /^[≥≤]?\d+(?:\.\d+)?$/.test(cell) && !isYear(cell);

/** Cells as this plan prints them: grouped or full-width digits, blanks that a converter left behind. */
function dress(writing: Writing, rows: readonly (readonly string[])[]): string[][] {
  const { dice, hand } = writing;
  const wide = hand.fullWidth && dice.chance(0.5);
  const trailing = dice.chance(0.12) ? ' ' : '';
  return rows.map((row) =>
    row.map((cell) => {
      if (!isFigure(cell)) return cell;
      const [whole = '', rest] = cell.split('.');
      const grouped = hand.thousands ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
      const digits = rest === undefined ? grouped : `${grouped}.${rest}`;
      return (wide ? fullWidthDigits(digits) : digits) + trailing;
    }),
  );
}

/** Writes a table with a caption of some form; blank cells rule out looks that lose them. */
export function writeTable(writing: Writing, { title, unit = null, head, rows, look }: TableInput): number {
  const { dice, looks } = writing;
  const number = writing.page.blocks.filter(({ kind }) => kind === 'table').length + 1;
  const gaps = [...head, ...rows].some((row) => row.some((cell) => cell === '' || /\s/.test(cell)));
  const fitting = looks.filter((each) => (each !== 'spaces' || !gaps) && (each !== 'pipes' || head.length === 1));
  const caption = dice.pick([`表${number} ${title}`, title, `表 ${number}：${title}`, title]);
  const table: Table = {
    title,
    caption,
    unit,
    head,
    rows: dress(writing, rows),
    look: look ?? (fitting.length > 0 ? dice.pick(fitting) : 'tabs'),
  };
  return writing.table(table);
}

/** 亿元 written as 万元 or the reverse, when that reads well. */
export function otherUnit(value: string, unit: string): [string, string] | null {
  if (unit === '亿元' && Number(value) < 10) return [(Number(value) * 10000).toFixed(0), '万元'];
  if (unit === '万美元' && Number(value) >= 10000)
    return [String(Number((Number(value) / 10000).toFixed(4))), '亿美元'];
  if (unit === '平方公里' && Number(value) < 30) return [String(Number((Number(value) * 100).toFixed(2))), '公顷'];
  return null;
}

/** Joins clauses into a sentence: commas between them, a stop at the end. */
export function sentence(clauses: readonly (Phrase | string)[], lead = '', comma = '，'): (Phrase | string)[] {
  return [lead, ...clauses.flatMap((clause, i) => [clause, i === clauses.length - 1 ? '。' : comma])].filter(
    (each) => each !== '',
  );
}
