import * as z from 'zod';
import type { SheetEdit } from './sheet-edit.ts';
import { CellAddress, CellChange, Typed } from './submission.ts';

/** What this browser keeps of a report until the server has it. */
export const Outbox = z.object({
  schema: z.literal('lantu.outbox/1'),
  changes: z.array(CellChange),
  explanations: z.array(z.object({ address: CellAddress, text: z.string().max(500) })),
  conflicts: z
    .array(z.object({ address: CellAddress, mine: Typed.nullable(), theirs: Typed.nullable(), by: z.string() }))
    .default([]),
});
export type Outbox = z.infer<typeof Outbox>;

export const emptyOutbox: Outbox = { schema: 'lantu.outbox/1', changes: [], explanations: [], conflicts: [] };

export const outboxOf = ({ waiting, explaining, conflicts }: SheetEdit): Outbox => ({
  ...emptyOutbox,
  changes: [...waiting].map(([address, { from, to }]) => ({ address, from, to })),
  explanations: [...explaining].map(([address, text]) => ({ address, text })),
  conflicts: [...conflicts].map(([address, conflict]) => ({ address, ...conflict })),
});

export const isEmptyOutbox = ({ changes, explanations, conflicts }: Outbox): boolean =>
  changes.length + explanations.length + conflicts.length === 0;

/** Text of the browser’s store; what cannot be read is nothing rather than a broken page. */
export function readOutbox(text: string | null): Outbox {
  if (text === null) return emptyOutbox;
  try {
    return Outbox.safeParse(JSON.parse(text)).data ?? emptyOutbox;
  } catch {
    return emptyOutbox;
  }
}

const lastOf = <Entry extends { address: string }>(entries: readonly Entry[]): Entry[] => [
  ...new Map(entries.map((entry) => [entry.address, entry])).values(),
];

/** Several tabs of one person, the later ones win; of each cell the text seen first is what it was changed from. */
export function mergeOutboxes(boxes: readonly Outbox[]): Outbox {
  const changes = boxes.flatMap((box) => box.changes);
  const first = new Map(changes.toReversed().map(({ address, from }) => [address, from]));
  return {
    ...emptyOutbox,
    changes: lastOf(changes).map((change) => ({ ...change, from: first.get(change.address) ?? null })),
    explanations: lastOf(boxes.flatMap((box) => box.explanations)),
    conflicts: lastOf(boxes.flatMap((box) => box.conflicts)),
  };
}

/** Puts what was kept back on a sheet that has just been opened; what the server has meanwhile is not sent again. */
export function takeUp(edit: SheetEdit, { changes, explanations, conflicts }: Outbox): SheetEdit {
  const open = changes.filter(({ address, to }) => (edit.base[address] ?? null) !== to);
  return {
    ...edit,
    waiting: new Map([...edit.waiting, ...open.map(({ address, from, to }) => [address, { from, to }] as const)]),
    explaining: new Map([
      ...edit.explaining,
      ...explanations
        .filter(({ address, text }) => (edit.explained[address] ?? '') !== text)
        .map(({ address, text }) => [address, text] as const),
    ]),
    conflicts: new Map([...edit.conflicts, ...conflicts.map(({ address, ...rest }) => [address, rest] as const)]),
  };
}
