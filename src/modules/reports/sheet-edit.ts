import type { Address } from './report.ts';
import type { CellChange } from './submission.ts';

type Cells = Readonly<Record<Address, string>>;
type Text = string | null;

/** What a person did at one go: typing a cell, a paste, a deletion. It is taken back at one go too. */
export type Step = readonly { readonly address: Address; readonly from: Text; readonly to: Text }[];

/** Two people changed a cell: what each of them wants there. */
export interface Conflict {
  readonly mine: Text;
  readonly theirs: Text;
  readonly by: string;
}

/**
 * A sheet under the hands of one person. `base` is what the server holds; `waiting` what it has not acknowledged,
 * each with the text that was seen before, so that two people at one report lose nothing.
 */
export interface SheetEdit {
  readonly base: Cells;
  readonly explained: Cells;
  readonly waiting: ReadonlyMap<Address, { readonly from: Text; readonly to: Text }>;
  readonly explaining: ReadonlyMap<Address, string>;
  readonly conflicts: ReadonlyMap<Address, Conflict>;
  /** Addresses on their way to the server. */
  readonly sending: ReadonlySet<Address>;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export const openedEdit = (base: Cells, explained: Cells): SheetEdit => ({
  base,
  explained,
  waiting: new Map(),
  explaining: new Map(),
  conflicts: new Map(),
  sending: new Set(),
  past: [],
  future: [],
});

const textIn = (cells: Cells, address: Address): Text => cells[address] ?? null;

/** What stands in a cell now. */
export function typedAt({ base, waiting, conflicts }: SheetEdit, address: Address): Text {
  const own = waiting.get(address) ?? null;
  if (own !== null) return own.to;
  return conflicts.has(address) ? (conflicts.get(address) as Conflict).mine : textIn(base, address);
}

/** All cells as they stand now. */
export function typedCells({ base, waiting, conflicts }: SheetEdit): Cells {
  const cells: Record<Address, string> = { ...base };
  const put = (address: Address, text: Text) => {
    if (text === null) delete cells[address];
    else cells[address] = text;
  };
  for (const [address, { mine }] of conflicts) put(address, mine);
  for (const [address, { to }] of waiting) put(address, to);
  return cells;
}

export const explanationsNow = ({ explained, explaining }: SheetEdit): Cells => ({
  ...explained,
  ...Object.fromEntries(explaining),
});

const textOf = (text: Text): Text => (text === null || text.trim() === '' ? null : text.trim());

function put(edit: SheetEdit, step: Step): SheetEdit {
  const waiting = new Map(edit.waiting);
  const conflicts = new Map(edit.conflicts);
  for (const { address, to } of step) {
    const conflict = conflicts.get(address);
    if (conflict !== undefined) {
      conflicts.set(address, { ...conflict, mine: to });
      continue;
    }
    const from = waiting.get(address)?.from ?? textIn(edit.base, address);
    // What is on its way may arrive yet: taking it back is a change of its own.
    if (to === from && !edit.sending.has(address)) waiting.delete(address);
    else waiting.set(address, { from, to });
  }
  return { ...edit, waiting, conflicts };
}

/** Writes cells as one step; cells that hold that already are left alone. */
export function writeCells(edit: SheetEdit, cells: readonly (readonly [Address, Text])[]): SheetEdit {
  const step = cells
    .map(([address, to]) => ({ address, from: typedAt(edit, address), to: textOf(to) }))
    .filter(({ from, to }) => from !== to);
  if (step.length === 0) return edit;
  return { ...put(edit, step), past: [...edit.past, step], future: [] };
}

const reversed = (step: Step): Step => step.map(({ address, from, to }) => ({ address, from: to, to: from }));

export function undo(edit: SheetEdit): SheetEdit {
  const step = edit.past.at(-1);
  if (step === undefined) return edit;
  return { ...put(edit, reversed(step)), past: edit.past.slice(0, -1), future: [step, ...edit.future] };
}

export function redo(edit: SheetEdit): SheetEdit {
  const [step, ...future] = edit.future;
  if (step === undefined) return edit;
  return { ...put(edit, step), past: [...edit.past, step], future };
}

export const explain = (edit: SheetEdit, address: Address, text: string): SheetEdit => ({
  ...edit,
  explaining: new Map([...edit.explaining, [address, text]]),
});

export interface Parcel {
  readonly changes: readonly CellChange[];
  readonly explanations: readonly { readonly address: Address; readonly text: string }[];
}

/** What has to go to the server, at most so many cells at once. */
export const parcelOf = ({ waiting, explaining }: SheetEdit, most = 5000): Parcel => ({
  changes: [...waiting].slice(0, most).map(([address, { from, to }]) => ({ address, from, to })),
  explanations: [...explaining].slice(0, most).map(([address, text]) => ({ address, text })),
});

export const isEmpty = ({ changes, explanations }: Parcel): boolean => changes.length + explanations.length === 0;

export const sent = (edit: SheetEdit, { changes }: Parcel): SheetEdit => ({
  ...edit,
  sending: new Set(changes.map(({ address }) => address)),
});

/** It did not get through; everything waits for the next time. */
export const failed = (edit: SheetEdit): SheetEdit => ({ ...edit, sending: new Set() });

interface Clash {
  readonly address: Address;
  readonly is: Text;
  readonly by: string;
}

/** The server has taken a parcel, except where a cell held something else than was seen. */
export function acknowledged(edit: SheetEdit, parcel: Parcel, clashes: readonly Clash[]): SheetEdit {
  const base: Record<Address, string> = { ...edit.base };
  const waiting = new Map(edit.waiting);
  const conflicts = new Map(edit.conflicts);
  const clashAt = new Map(clashes.map((clash) => [clash.address, clash]));
  for (const { address, to } of parcel.changes) {
    const clash = clashAt.get(address);
    const held = clash === undefined ? to : clash.is;
    if (held === null) delete base[address];
    else base[address] = held;
    const wanted = waiting.get(address)?.to ?? null;
    if (wanted === held) waiting.delete(address);
    else if (clash === undefined) waiting.set(address, { from: held, to: wanted });
    else {
      waiting.delete(address);
      conflicts.set(address, { mine: wanted, theirs: held, by: clash.by });
    }
  }
  const explained = { ...edit.explained };
  const explaining = new Map(edit.explaining);
  for (const { address, text } of parcel.explanations) {
    explained[address] = text;
    if (explaining.get(address) === text) explaining.delete(address);
  }
  return { ...edit, base, explained, waiting, explaining, conflicts, sending: new Set() };
}

/** Settles a conflict: one’s own text goes out anew over the other’s, or the other’s stays. */
export function settle(edit: SheetEdit, address: Address, choice: 'mine' | 'theirs'): SheetEdit {
  const conflict = edit.conflicts.get(address);
  if (conflict === undefined) return edit;
  const conflicts = new Map(edit.conflicts);
  const waiting = new Map(edit.waiting);
  conflicts.delete(address);
  if (choice === 'mine' && conflict.mine !== conflict.theirs)
    waiting.set(address, { from: conflict.theirs, to: conflict.mine });
  return { ...edit, conflicts, waiting };
}

/** The server’s sheet read anew: what waits stays, and clashes come to light when it is sent. */
export function refreshed(edit: SheetEdit, base: Cells, explained: Cells): SheetEdit {
  const conflicts = new Map(
    [...edit.conflicts]
      .map(([address, conflict]) => [address, { ...conflict, theirs: textIn(base, address) }] as const)
      .filter(([, { mine, theirs }]) => mine !== theirs),
  );
  return { ...edit, base, explained, conflicts };
}
