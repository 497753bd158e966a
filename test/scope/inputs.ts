/** Inputs for any operation, from its Zod schema: numbers, paths and words of rows that the caller may and may not see. */
import type * as z from 'zod';
import type { Operation } from '../../src/core/operation.ts';
import { catalog } from '../../src/modules/indicators/catalog/index.ts';
import type { Dice } from '../generated/random.ts';
import { password } from './contents.ts';
import { fileFor } from './files.ts';
import { newUuid, type World } from './world.ts';

/** What somebody types who tries to get at more than the form asks for. */
export const injections = [
  "'; reset role; --",
  "' or '1'='1",
  "%' or true) --",
  "x'; set local lantu.scope = '{cn}'; --",
  "' || set_config('lantu.scope', '{cn}', true) || '",
  "\\'; select pg_sleep(0); --",
  "' union select login, password_hash from account --",
  '1) or (select true',
  '{cn}',
  'cn,cn',
  "}'::public.ltree[] or true; --",
  '"; drop table lantu.plan; --',
  '$1',
  '%',
  '_',
  '\\',
  'a\u0000b',
  '/*',
] as const;

/** Values of a row and of those that belong to it, by the names that inputs use. */
type Bag = ReadonlyMap<string, readonly unknown[]>;

const camel = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The rows of a unit whose tables begin with the noun, as one bag. */
export function bagOf(world: World, noun: string, unitPath: string, n: number, dice: Dice): Bag {
  const bag = new Map<string, unknown[]>();
  const put = (key: string, value: unknown) => bag.set(key, [...(bag.get(key) ?? []), value]);
  for (const row of world.rows) {
    if (row.unitPath !== unitPath || !row.table.startsWith(noun) || (row.n !== n && row.n !== 0)) continue;
    if (
      row.n !== n &&
      world.rows.some((each) => each.table === row.table && each.unitPath === unitPath && each.n === n)
    )
      continue;
    for (const [column, value] of Object.entries(row.values)) {
      if (value === null || column === 'tenant_id') continue;
      put(camel(column), value);
      if (column === `${row.table}_id`)
        for (const key of ['id', 'ids', 'a', 'b', 'into', 'left', 'right']) put(key, value);
      if (typeof value === 'string' && value.includes('sec'))
        for (const key of ['search', 'name', 'title', 'login']) put(key, value);
    }
  }
  const another = world.rows.filter(({ table }) => table === noun);
  if (another.length > 0) {
    const other = dice.pick(another).values[`${noun}_id`];
    for (const key of ['ids', 'b', 'into', 'right']) put(key, other);
  }
  for (const key of ['unitPath', 'under', 'unit', 'parentPath', 'successor', 'subjectId']) put(key, unitPath);
  put('subjectKind', 'unit');
  return bag;
}

export interface Drawing {
  readonly dice: Dice;
  readonly world: World;
  readonly operationId: string;
  readonly bag: Bag;
  /** Whether every text is an attack where the schema lets it through. */
  readonly isAttack: boolean;
}

const days = ['2026-11-22', '2026-01-01', '2026-06-01', '2025-12-31', '2027-01-01'];
const periods = ['2026-09', '2025-09', '2026', '2026-Q3', '2026-10', '2026-H1'];
const words = [
  'true',
  'false',
  '临江',
  'abcdef',
  'plan',
  'plans',
  '230321',
  'C13',
  '12.5',
  '亿元',
  '未报送',
  'a.csv',
  'zh',
  'd_x',
];
const instants = ['2026-11-22T02:00:00.000Z'];

/** The parts of a schema, as Zod keeps them. */
interface Definition {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Record<string, string>;
  readonly values?: readonly unknown[];
  readonly in?: z.ZodType;
  readonly left?: z.ZodType;
  readonly right?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly getter?: () => z.ZodType;
}
const definitionOf = (schema: z.ZodType): Definition => schema._zod.def as unknown as Definition;
const fits = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;

function text(schema: z.ZodType, key: string, { dice, world, bag, isAttack }: Drawing): string {
  const known = (bag.get(key) ?? []).filter((value): value is string => typeof value === 'string');
  const paths = world.tree.units.map(({ path }) => path);
  const indicator = dice.pick(catalog).id;
  const usual = [
    ...dice.some(days, 2),
    ...dice.some(periods, 2),
    indicator,
    ...dice.some(words, 4),
    ...instants,
    newUuid(dice),
  ];
  const attacks = dice.some(injections, injections.length);
  const isKnown = known.length > 0 && dice.chance(0.8);
  const order = [
    ...(isAttack && (!isKnown || dice.chance(0.5)) ? attacks : []),
    ...(isKnown ? dice.some(known, known.length) : []),
    ...(/path|unit/i.test(key) ? dice.some(paths, 3) : []),
    ...(['current', 'password'].includes(key) ? [password] : []),
    ...(key === 'indicatorId' ? ['economy.gdp', indicator] : []),
    ...(['rule', 'first', 'second'].includes(key) ? ['lamp-start@1'] : []),
    ...dice.some(usual, usual.length),
    ...paths.slice(0, 1),
    ...[...world.ids.keys()].slice(0, 1),
    ...known,
    '0'.repeat(64),
    'A'.repeat(32),
  ];
  return order.find((value) => fits(schema, value)) ?? '';
}

function number(schema: z.ZodType, key: string, { dice, bag }: Drawing): number {
  const known = (bag.get(key) ?? []).filter((value): value is number => typeof value === 'number');
  const order = [
    ...(dice.chance(0.8) ? dice.some(known, known.length) : []),
    ...dice.some([0, 1, 2, 3, 5], 5),
    50,
    2026,
  ];
  return order.find((value) => fits(schema, value)) ?? 1;
}

/** Making a PDF takes as long as a hundred other calls. */
const isSlow = (value: string): boolean => value === 'pdf' || value === 'docx';

export function draw(schema: z.ZodType, key: string, drawing: Drawing): unknown {
  const { dice, bag } = drawing;
  const on = (inner: z.ZodType | undefined, name = key): unknown =>
    inner === undefined ? undefined : draw(inner, name, drawing);
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(definition.shape ?? {}).flatMap(([name, field]) => {
          const value = on(field, name);
          return value === undefined ? [] : [[name, value]];
        }),
      );
    case 'string':
      return text(schema, key, drawing);
    case 'number':
      return number(schema, key, drawing);
    case 'boolean':
      return dice.chance(0.5);
    case 'enum': {
      const entries = Object.values(definition.entries ?? {});
      const known = (bag.get(key) ?? []).filter((value) => entries.includes(value as string));
      if (known.length > 0 && dice.chance(0.6)) return dice.pick(known);
      const quick = entries.filter((value) => !isSlow(value));
      return dice.pick(quick.length > 0 && dice.chance(0.97) ? quick : entries);
    }
    case 'literal':
      return dice.pick(definition.values ?? []);
    case 'array': {
      const least = fits(schema, []) && dice.chance(0.3) ? 0 : dice.int(1, 2);
      return Array.from({ length: least }, () => on(definition.element));
    }
    case 'tuple':
      return (definition.items ?? []).map((item) => on(item));
    case 'record':
      return dice.chance(0.7) ? {} : { [String(on(definition.keyType, ''))]: on(definition.valueType, '') };
    case 'optional':
    case 'default':
    case 'prefault':
      return dice.chance(bag.has(key) ? 0.7 : 0.3) ? on(definition.innerType) : undefined;
    case 'nullable':
      return dice.chance(0.6) ? on(definition.innerType) : null;
    case 'union':
      return on(dice.pick(definition.options ?? []));
    case 'intersection':
      return { ...(on(definition.left) as object), ...(on(definition.right) as object) };
    case 'lazy':
      return on(definition.getter?.());
    case 'pipe':
      return on(definition.in);
    case 'custom':
      return fileFor(drawing);
    case 'null':
      return null;
    case 'unknown':
    case 'any':
      return text(schema, key, drawing);
    default:
      return definition.innerType === undefined ? undefined : on(definition.innerType);
  }
}

/** An input that the schema takes, if one is found in a few attempts. */
export function inputFor(operation: Operation, drawing: Drawing): { input: unknown; isValid: boolean } {
  let input: unknown;
  const named =
    operation.takes === 'bytes' ? { name: drawing.operationId.endsWith('.import') ? 'a.csv' : 'a.txt' } : {};
  for (let attempt = 0; attempt < 8; attempt++) {
    input = { ...(draw(operation.input, '', drawing) as object), ...named };
    if (fits(operation.input, input)) return { input, isValid: true };
  }
  return { input, isValid: false };
}
