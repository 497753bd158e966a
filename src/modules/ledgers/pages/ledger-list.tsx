import { type ReactNode, useMemo } from 'react';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { type Column, DenseTable } from '../../../web/dense-table.tsx';
import { useLanguage } from '../../../web/language.tsx';
import type { LedgerEntry } from '../operations.ts';
import { Lamp } from './lamp.tsx';
import { type Names, showValue, stageWord } from './show.ts';
import { words } from './wording.ts';

interface Props {
  readonly ledger: Ledger;
  readonly entries: readonly LedgerEntry[];
  readonly names: Names;
  readonly active: string | null;
  readonly empty: ReactNode;
  readonly onPick: (entryId: string) => void;
}

/** 列表: the columns that the ledger declares, between number and limit. */
export function LedgerList({ ledger, entries, names, active, empty, onPick }: Props) {
  const { say } = useLanguage();
  const columns = useMemo<Column<LedgerEntry>[]>(
    () => [
      { id: 'code', title: say(words.code), width: '92px', cell: ({ code }) => code },
      { id: 'name', title: say(ledger.name), width: 'minmax(150px, 2fr)', cell: ({ name }) => name },
      ...ledger.fields.flatMap((field) =>
        field.column === undefined
          ? []
          : [
              {
                id: field.id,
                title: say(field.label),
                width: field.column,
                isFigure: field.kind.isFigure ?? false,
                cell: ({ data }: LedgerEntry) => showValue(field, data, names, say),
              },
            ],
      ),
      {
        id: 'stage',
        title: say(words.stage),
        width: 'minmax(96px, 1fr)',
        cell: ({ stage }) => stageWord(ledger, stage, say),
      },
      { id: 'due', title: say(words.due), width: '96px', cell: ({ dueOn }) => dueOn ?? '' },
      { id: 'lamp', title: say(words.lamp), width: '76px', cell: (entry) => <Lamp entry={entry} /> },
    ],
    [ledger, names, say],
  );
  return (
    <DenseTable
      label={say(ledger.label)}
      columns={columns}
      rows={entries}
      keyOf={({ entryId }) => entryId}
      active={active}
      onPick={({ entryId }) => onPick(entryId)}
      empty={empty}
    />
  );
}
