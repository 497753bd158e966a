import type * as z from 'zod';
import type { Day } from '../day.ts';
import type { Label } from '../text.ts';

/** A cell that could not be understood, or what it says. */
export type Reading = { readonly value: unknown } | { readonly refusal: Label };

/** What a kind of field needs to know of other registers: the record that a word means, the name of a record. */
export interface Neighbours {
  find(register: string, text: string): Reading;
  nameOf(register: string, id: string): string | null;
}

/** A kind of field answers for itself: what it holds, how a cell is read, and how it is written back. */
export interface FieldKind {
  readonly schema: z.ZodType;
  /** What a record has before anybody says anything. */
  readonly empty: unknown;
  readonly read: (text: string, neighbours: Neighbours) => Reading;
  readonly write: (value: never, neighbours: Neighbours) => string;
  /** For the eye, where that differs from a cell: digits in groups. */
  readonly show?: (value: never) => string;
  /** The register that its values point to. */
  readonly refersTo?: string;
  /** What a person may choose from. */
  readonly choices?: Readonly<Record<string, Label>>;
  readonly isFigure?: boolean;
}

export interface Field {
  readonly id: string;
  readonly label: Label;
  /** Other headings that spreadsheets use for it. */
  readonly headings?: readonly string[];
  readonly kind: FieldKind;
  readonly hint?: Label;
  /** Shown as a column of the page, this wide (a CSS grid track). */
  readonly column?: string;
  /** Given when a record is made and moved by actions of its own afterwards; says where. */
  readonly movesBy?: Label;
  /** May stand in the question of a list. */
  readonly isFilter?: boolean;
}

/** A register: things with a name, a code and fields, each through time. */
export interface Register<Plural extends string = string> {
  /** “parks”: names operations and routes. */
  readonly plural: Plural;
  /** “park”: names the tables. */
  readonly noun: string;
  readonly label: Label;
  /** 名称 and 代码 first; `code` is null where the register has none. */
  readonly fields: readonly Field[];
  /** The field that says where a thing lies, for finding duplicates. */
  readonly site?: string;
}

/** What every register knows of a thing; the rest is as its fields say. */
export interface RegisterData {
  readonly name: string;
  readonly code: string | null;
  readonly aliases: readonly string[];
  readonly [field: string]: unknown;
}

/** One state of a thing: it holds on the days from `validFrom` up to, but not on, `validTo`. */
export interface Version {
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly data: RegisterData;
  readonly reason: string | null;
  readonly at: string;
  readonly by: string;
}

export const endings = {
  merged: { zh: '并入', en: 'Merged' },
  split: { zh: '拆分', en: 'Split' },
  ended: { zh: '撤销', en: 'Ended' },
} as const satisfies Record<string, Label>;
export type Ending = keyof typeof endings;

export interface Succession {
  readonly fromId: string;
  readonly toId: string;
  readonly on: Day;
  readonly kind: 'merged' | 'split';
}

/** A record as others refer to it. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly aliases: readonly string[];
  readonly endedOn: Day | null;
  /** Into what it was merged, if it was. */
  readonly mergedInto: string | null;
}
