import type { Reader, Writer } from '../database.ts';
import type { Day } from '../day.ts';
import type { Context } from '../implement.ts';
import { standingOf } from './history.ts';
import type { Known, Register, RegisterData } from './register.ts';
import * as store from './store.ts';

export type Reading = Context<Reader>;
export type Writing = Context<Writer>;

/** What a register needs of the machine and of other modules. */
export interface RegisterTools {
  readonly readRows: (name: string, bytes: Uint8Array) => Promise<readonly (readonly string[])[]>;
  readonly writeXlsx: (title: string, rows: readonly (readonly string[])[]) => Promise<Uint8Array>;
  readonly writeCsv: (rows: readonly (readonly string[])[]) => Uint8Array;
  /** SHA-256 as hex. */
  readonly digest: (bytes: Uint8Array) => string;
}

export interface RegisterTies {
  /** Whose tenant owns the rows of a unit. */
  readonly tenantOf: (context: Reading, unitPath: string) => Promise<string>;
  /** Units that rows may be written for, for an import of many. */
  readonly tenants: (context: Reading) => Promise<ReadonlyMap<string, string>>;
  /** Records of the registers that the fields refer to, by the register's name; its own is known already. */
  readonly neighbours: Readonly<
    Record<string, (context: Reading, on: Day, ids?: readonly string[]) => Promise<readonly Known[]>>
  >;
}

type KnownBy = ReadonlyMap<string, ReadonlyMap<string, Known>>;

export interface Kit {
  readonly register: Register;
  readonly tools: RegisterTools;
  readonly ties: RegisterTies;
  /** By register that the fields refer to: all its records, by number. */
  knownOn(context: Reading, on: Day): Promise<KnownBy>;
  /** Names of the records that some rows refer to, as they stand on the day. */
  namesIn(context: Reading, rows: readonly RegisterData[], on: Day): Promise<Record<string, string>>;
}

export function kitOf(register: Register, tools: RegisterTools, ties: RegisterTies): Kit {
  const referring = register.fields.flatMap(({ id, kind }) => (kind.refersTo ? [[id, kind.refersTo] as const] : []));
  const registers = [...new Set(referring.map(([, to]) => to))];
  const fetch = async (context: Reading, name: string, on: Day, ids?: readonly string[]) =>
    name === register.plural
      ? store.listKnown(context.db, register, context.actor.scope, on, ids)
      : ((await ties.neighbours[name]?.(context, on, ids)) ?? []);

  /** The records asked for and those that took them over, however often. */
  const fetchStanding = async (context: Reading, name: string, on: Day, ids: ReadonlySet<string>) => {
    const known = new Map<string, Known>();
    const asked = new Set<string>();
    for (let open = [...ids]; open.length > 0; ) {
      for (const id of open) asked.add(id);
      for (const each of await fetch(context, name, on, open)) known.set(each.id, each);
      open = [...known.values()].flatMap(({ mergedInto }) =>
        mergedInto === null || asked.has(mergedInto) ? [] : [mergedInto],
      );
    }
    return known;
  };

  return {
    register,
    tools,
    ties,
    knownOn: async (context, on) => {
      const known = new Map<string, ReadonlyMap<string, Known>>();
      for (const name of registers)
        known.set(name, new Map((await fetch(context, name, on)).map((each) => [each.id, each])));
      return known;
    },
    namesIn: async (context, rows, on) => {
      const names: Record<string, string> = {};
      for (const name of registers) {
        const fields = referring.filter(([, to]) => to === name).map(([field]) => field);
        const ids = new Set(
          rows
            .flatMap((data) => fields.map((field) => data[field]))
            .filter((id): id is string => typeof id === 'string'),
        );
        const known = await fetchStanding(context, name, on, ids);
        for (const id of ids) {
          const standing = standingOf(known, id, on);
          if (standing !== undefined) names[id] = standing.name;
        }
      }
      return names;
    },
  };
}
