import { Decimal } from 'decimal.js';
import { type Missing, missingReasons } from '../missing.ts';
import { Problem } from '../problem.ts';
import { type Rounding, round } from '../quantity.ts';
import { type FigureSource, type Inline, joinedRuns } from './document.ts';

/**
 * Sentences as data:  {name}完成{value:{}亿元|（{}）}，同比{growth:增长{}%|下降{}%|持平|{}}。
 *
 * `{name}` puts in a word or a number. Branches after a colon say how, `{}` in them is the number itself:
 *   one    however it is                          {value:{}亿元}
 *   two    with a number | without one            {value:完成{}亿元|未完成统计（{}）}
 *   three  above zero | below zero | zero         {growth:增长{}%|下降{}%|持平}
 *   four   the three | without a number           {growth:增长{}%|下降{}%|持平|无可比基数}
 * Three and four print the number without its sign, for the word says it; and they go by the rounded number, so
 * that nothing “grows by 0.0 %”. Without a number, `{}` is the reason. Branches may hold further places.
 */
export interface Place {
  /** '' is the number that a branch is about. */
  readonly name: string;
  readonly branches: readonly Template[];
}
export type Template = readonly (string | Place)[];

/** A number for a sentence: exact, with the rule by which it is printed. */
export interface Quantity {
  readonly value: Decimal | Missing;
  readonly digits: number;
  readonly rounding?: Rounding;
  /** A share that is printed as per cent. */
  readonly percent?: boolean;
  readonly source?: FigureSource;
}
export type Filling = Readonly<Record<string, string | Quantity>>;

const wrong = (issue: string): Problem => new Problem('invalid-input', { count: 1, issues: issue });
const mostBranches = 4;

export function parseTemplate(text: string): Template {
  let at = 0;
  const nodes = (isInside: boolean): Template => {
    const found: (string | Place)[] = [];
    let plain = '';
    const endPlain = () => {
      if (plain !== '') found.push(plain);
      plain = '';
    };
    for (; at < text.length; ) {
      const character = text[at] as string;
      if (isInside && (character === '|' || character === '}')) break;
      if (character === '}') throw wrong(`模板第 ${at + 1} 字多出“}” (a brace too many in the template)`);
      at++;
      if (character !== '{') plain += character;
      else {
        endPlain();
        found.push(place());
      }
    }
    endPlain();
    return found;
  };
  const place = (): Place => {
    const start = at;
    const name = /[^{}:|]*/y;
    name.lastIndex = at;
    const [found = ''] = name.exec(text) ?? [];
    at += found.length;
    const branches: Template[] = [];
    while (text[at] === ':' || (branches.length > 0 && text[at] === '|')) {
      at++;
      branches.push(nodes(true));
    }
    if (text[at] !== '}' || branches.length > mostBranches)
      throw wrong(`模板第 ${start} 字的“{”写法有误 (the place at ${start} in the template is not well formed)`);
    at++;
    return { name: found.trim(), branches };
  };
  return nodes(false);
}

/** The number as it is printed: rounded, and never “-0”. */
export function printedNumber({ value, digits, rounding = 'half-up', percent = false }: Quantity): Decimal | null {
  if (!(value instanceof Decimal)) return null;
  const rounded = round(percent ? value.times(100) : value, digits, rounding);
  return rounded.isZero() ? new Decimal(0) : rounded;
}

const reasonOf = ({ value }: Quantity): string => (value instanceof Decimal ? '' : missingReasons[value.missing].zh);

function numberRun(quantity: Quantity, printed: Decimal, isUnsigned: boolean): Inline[number] {
  const text = (isUnsigned ? printed.abs() : printed).toFixed(quantity.digits);
  if (quantity.source === undefined) return text;
  return { text, source: quantity.source, ...(isUnsigned && printed.isNegative() ? { isNegative: true } : {}) };
}

/** Which branch speaks; undefined where the template has none for this case. */
function branchFor(branches: readonly Template[], printed: Decimal | null): Template | undefined {
  if (printed === null) return branches.length === 2 ? branches[1] : branches[3];
  if (branches.length <= 2) return branches[0];
  if (printed.isZero()) return branches[2];
  return printed.isNegative() ? branches[1] : branches[0];
}

/** The sentence with its words and figures; a name that the data do not have is a mistake, not a blank. */
export function fillTemplate(template: Template, filling: Filling): Inline {
  const fill = (nodes: Template, own: Inline[number] | null): Inline =>
    nodes.flatMap((node) => {
      if (typeof node === 'string') return [node];
      if (node.name === '' && own !== null) return [own];
      const datum = Object.hasOwn(filling, node.name) ? filling[node.name] : undefined;
      if (datum === undefined) throw wrong(`模板中的“{${node.name}}”没有数据 (no data for this place)`);
      if (typeof datum === 'string') return [datum];
      const printed = printedNumber(datum);
      const branch = branchFor(node.branches, printed);
      if (printed === null) return branch === undefined ? [reasonOf(datum)] : fill(branch, reasonOf(datum));
      const run = numberRun(datum, printed, node.branches.length > 2);
      return branch === undefined ? [run] : fill(branch, run);
    });
  return joinedRuns(fill(template, null));
}
