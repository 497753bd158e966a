import type { Ledger } from '../../../core/ledger/ledger.ts';
import type { Field, RegisterData } from '../../../core/register/register.ts';
import type { Label } from '../../../core/text.ts';
import { showField } from '../../../web/register/show.ts';
import type { LedgerEntry } from '../operations.ts';
import { words } from './wording.ts';

export type Names = Readonly<Record<string, string>>;
type Say = (label: Label) => string;

/** A field of an entry for the eye: words of a list in the reader's language, records by name. */
export function showValue(field: Field, data: Readonly<Record<string, unknown>>, names: Names, say: Say): string {
  const value = data[field.id];
  const word = value === null || value === undefined ? undefined : field.kind.choices?.[String(value)];
  return word === undefined ? showField(field, data as RegisterData, names) : say(word);
}

export const stageWord = ({ stages }: Ledger, stage: string, say: Say): string => {
  const label = stages[stage]?.label;
  return label === undefined ? stage : say(label);
};

const ownWords: Readonly<Record<string, Label>> = {
  add: words.added,
  edit: words.edited,
  import: words.imported,
  decided: words.decidedEvent,
};

export const actionWord = ({ actions }: Ledger, action: string, say: Say): string => {
  const label = actions[action]?.label ?? ownWords[action];
  return label === undefined ? action : say(label);
};

export const lampClass = ({ lamp }: Pick<LedgerEntry, 'lamp'>): string => `ledger-lamp ledger-${lamp}`;
