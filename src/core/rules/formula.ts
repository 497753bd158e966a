import { Decimal } from 'decimal.js';
import { dayNumber } from '../day.ts';
import { type Missing, missing } from '../missing.ts';
import { exact, type Fact, isHole, sayNumber } from './fact.ts';

/** A formula as an office can read it: names, numbers, + - * / and a few functions. Minus between names has spaces. */
export type Node =
  | { readonly number: Decimal }
  | { readonly name: string }
  | { readonly call: FunctionName; readonly of: readonly Node[] }
  | { readonly op: Operator; readonly left: Node; readonly right: Node }
  | { readonly negated: Node };

type Operator = '+' | '-' | '*' | '/';
type Result = Decimal | Missing;

/** What a formula may read: facts of this subject, and columns of all subjects evaluated together. */
export interface Names {
  fact(id: string): Fact;
  column(id: string): readonly Fact[];
}

/** Whole months that have passed: from the 15th to the 14th of the next month is none. */
function months(from: string, to: string): Decimal {
  const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number);
  const [y2 = 0, m2 = 0, d2 = 0] = to.split('-').map(Number);
  const lastDay = dayNumber(nextMonth(y2, m2)) - dayNumber(`${pad(y2, 4)}-${pad(m2)}-01`);
  // The month of a 31st has passed on the last day of a shorter month.
  const isReached = d2 >= Math.min(d1, lastDay);
  return exact((y2 - y1) * 12 + (m2 - m1) - (isReached ? 0 : 1));
}
const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const nextMonth = (year: number, month: number): string =>
  month === 12 ? `${pad(year + 1, 4)}-01-01` : `${pad(year, 4)}-${pad(month + 1)}-01`;

const ofNumbers = (work: (values: Decimal[]) => Decimal) => (values: readonly Fact[]) => work(values as Decimal[]);
const ofDays = (work: (from: string, to: string) => Decimal) => (values: readonly Fact[]) =>
  work(values[0] as string, values[1] as string);

/** Functions of values of the subject itself. */
const plain = {
  min: ofNumbers((values) => Decimal.min(...values)),
  max: ofNumbers((values) => Decimal.max(...values)),
  abs: ofNumbers(([value]) => (value as Decimal).abs()),
  floor: ofNumbers(([value]) => (value as Decimal).floor()),
  ceil: ofNumbers(([value]) => (value as Decimal).ceil()),
  days: ofDays((from, to) => exact(dayNumber(to) - dayNumber(from))),
  months: ofDays(months),
};

const sum = (values: readonly Decimal[]): Decimal => values.reduce((total, value) => total.plus(value), exact(0));

/** Functions of one column of all subjects. A total with a hole in it is no total; extremes and means are of those with data. */
const peers = {
  total: (column: readonly Fact[]): Result => column.find(isHole) ?? sum(column as Decimal[]),
  lowest: (column: readonly Fact[]) => overKnown(column, (values) => Decimal.min(...values)),
  highest: (column: readonly Fact[]) => overKnown(column, (values) => Decimal.max(...values)),
  mean: (column: readonly Fact[]) => overKnown(column, (values) => sum(values).div(values.length)),
};

function overKnown(column: readonly Fact[], work: (values: Decimal[]) => Decimal): Result {
  const known = column.filter((fact): fact is Decimal => fact instanceof Decimal);
  return known.length === 0 ? missing('not-reported') : work(known);
}

const arity = {
  min: 0,
  max: 0,
  abs: 1,
  floor: 1,
  ceil: 1,
  days: 2,
  months: 2,
  total: 1,
  lowest: 1,
  highest: 1,
  mean: 1,
};
type FunctionName = keyof typeof arity;
const isPeers = (name: FunctionName): name is keyof typeof peers => name in peers;

const token = /\s*(?:(\d+(?:\.\d+)?)|([a-z][a-z0-9]*(?:-[a-z0-9]+)*)|([-+*/(),]))/y;

function tokens(text: string): string[] {
  const found: string[] = [];
  const trimmed = text.trim();
  token.lastIndex = 0;
  while (token.lastIndex < trimmed.length) {
    const at = token.lastIndex;
    const match = token.exec(trimmed);
    if (match === null) throw new Error(`formula “${text}” is not understood from “${trimmed.slice(at)}”`);
    found.push(match[0].trim());
  }
  return found;
}

/** Reads a formula; an Error names what is not understood. */
export function parseFormula(text: string): Node {
  const rest = tokens(text);
  const expect = (what: string) => {
    if (rest.shift() !== what) throw new Error(`formula “${text}” lacks “${what}”`);
  };

  function called(name: string): Node {
    if (!(name in arity)) throw new Error(`formula “${text}” calls the unknown function ${name}`);
    const call = name as FunctionName;
    rest.shift();
    const of = [sums()];
    while (rest[0] === ',') {
      rest.shift();
      of.push(sums());
    }
    expect(')');
    const wanted = arity[call];
    if (wanted > 0 && of.length !== wanted) throw new Error(`formula “${text}”: ${call} takes ${wanted}`);
    if ((isPeers(call) || wanted === 2) && of.some((each) => !('name' in each)))
      throw new Error(`formula “${text}”: ${call} takes names only`);
    return { call, of };
  }

  function atom(): Node {
    const next = rest.shift();
    if (next === undefined) throw new Error(`formula “${text}” ends too early`);
    if (next === '(') {
      const inner = sums();
      expect(')');
      return inner;
    }
    if (next === '-') return { negated: atom() };
    if (/^\d/.test(next)) return { number: exact(next) };
    if (!/^[a-z]/.test(next)) throw new Error(`formula “${text}”: “${next}” is out of place`);
    return rest[0] === '(' ? called(next) : { name: next };
  }

  const chain = (part: () => Node, operators: string) => (): Node => {
    let left = part();
    while (rest[0] !== undefined && operators.includes(rest[0])) {
      const op = rest.shift() as Operator;
      left = { op, left, right: part() };
    }
    return left;
  };
  const products = chain(atom, '*/');
  const sums = chain(products, '+-');
  const whole = sums();
  if (rest.length > 0) throw new Error(`formula “${text}”: “${rest[0]}” is out of place`);
  return whole;
}

/** The names that a formula reads, and whether as days. */
export function namesIn(node: Node): readonly { readonly id: string; readonly kind: 'number' | 'day' }[] {
  if ('name' in node) return [{ id: node.name, kind: 'number' }];
  if ('number' in node) return [];
  if ('negated' in node) return namesIn(node.negated);
  if ('op' in node) return [...namesIn(node.left), ...namesIn(node.right)];
  const kind = arity[node.call] === 2 ? 'day' : 'number';
  return node.of.flatMap(namesIn).map(({ id }) => ({ id, kind }));
}

/** Names read through their column only: a hole of the subject itself does not stop these. */
export const columnsIn = (node: Node): readonly string[] => {
  if ('op' in node) return [...columnsIn(node.left), ...columnsIn(node.right)];
  if ('negated' in node) return columnsIn(node.negated);
  if (!('call' in node)) return [];
  return isPeers(node.call) ? node.of.flatMap((each) => namesIn(each).map(({ id }) => id)) : node.of.flatMap(columnsIn);
};

const operators: Readonly<Record<Operator, (left: Decimal, right: Decimal) => Result>> = {
  '+': (left, right) => left.plus(right),
  '-': (left, right) => left.minus(right),
  '*': (left, right) => left.times(right),
  '/': (left, right) => (right.isZero() ? missing('zero-denominator') : left.div(right)),
};

/** The value of a formula; a hole in what it reads is passed on, a zero below a line is one. */
export function computed(node: Node, names: Names): Result {
  if ('number' in node) return node.number;
  if ('name' in node) return names.fact(node.name) as Result;
  if ('negated' in node) {
    const value = computed(node.negated, names);
    return isHole(value) ? value : value.negated();
  }
  if ('op' in node) {
    const left = computed(node.left, names);
    if (isHole(left)) return left;
    const right = computed(node.right, names);
    return isHole(right) ? right : operators[node.op](left, right);
  }
  if (isPeers(node.call)) return peers[node.call](names.column((node.of[0] as { name: string }).name));
  const values = node.of.map((each) =>
    arity[node.call] === 2 ? names.fact((each as { name: string }).name) : computed(each, names),
  );
  return values.find(isHole) ?? plain[node.call](values);
}

const signs: Readonly<Record<Operator, string>> = { '+': '+', '-': '−', '*': '×', '/': '÷' };
const calls: Readonly<Record<FunctionName, { zh: string; en: string }>> = {
  min: { zh: '取小', en: 'min' },
  max: { zh: '取大', en: 'max' },
  abs: { zh: '绝对值', en: 'abs' },
  floor: { zh: '舍去小数', en: 'floor' },
  ceil: { zh: '进位取整', en: 'ceil' },
  days: { zh: '相隔天数', en: 'days' },
  months: { zh: '满月数', en: 'whole months' },
  total: { zh: '合计', en: 'total' },
  lowest: { zh: '最低', en: 'lowest' },
  highest: { zh: '最高', en: 'highest' },
  mean: { zh: '平均', en: 'mean' },
};

/** The formula in words or with its numbers: `say` gives what stands for a name, `column` for a column of peers. */
export function sayFormula(
  node: Node,
  language: 'zh' | 'en',
  say: (id: string) => string,
  column: (call: FunctionName, id: string) => string | null = () => null,
): string {
  const inner = (each: Node): string => sayFormula(each, language, say, column);
  if ('number' in node) return sayNumber(node.number);
  if ('name' in node) return say(node.name);
  if ('negated' in node) return `−${bracketed(node.negated, inner)}`;
  if ('op' in node) {
    const { op, left, right } = node;
    const isTight = op === '*' || op === '/';
    const first = isTight ? bracketed(left, inner, '+-') : inner(left);
    // Also where the sum would be the same: the last digit of a decimal depends on what is added first.
    const second = bracketed(right, inner, isTight ? '+-*/' : '+-');
    return `${first} ${signs[op]} ${second}`;
  }
  const known = isPeers(node.call) ? column(node.call, (node.of[0] as { name: string }).name) : null;
  return known ?? `${calls[node.call][language]}(${node.of.map(inner).join(', ')})`;
}

const bracketed = (node: Node, inner: (each: Node) => string, around = '+-*/'): string =>
  'op' in node && around.includes(node.op) ? `(${inner(node)})` : inner(node);
