import { type ReactNode, useCallback, useId, useMemo, useState } from 'react';
import { isMissing } from '../../../../core/missing.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { Nothing } from '../../../../web/waiting.tsx';
import { isAsked } from '../../form.ts';
import { type Address, addressIn } from '../../report.ts';
import { explain, explanationsNow, redo, type SheetEdit, undo, writeCells } from '../../sheet-edit.ts';
import { isExplainable, shownContent } from '../../sheet-figures.ts';
import { at, type Columns, nextTypable, type Pasted, type Selection } from '../../sheet-selection.ts';
import { cellLabel, placeOf, type SheetLine, type SheetTable, slotAt, tablesOf } from '../../sheet-table.ts';
import { CellDrawer } from './cell-drawer.tsx';
import { cellsOfSheet, type SheetFacts, unitNames } from './cells-of-sheet.ts';
import { SheetBar } from './sheet-bar.tsx';
import { SheetGrid } from './sheet-grid.tsx';
import { type Explained, UnderLine } from './under-line.tsx';
import { words } from './words.ts';

/** Where the cursor stands, and in which table. */
export interface Cursor {
  readonly table: string;
  readonly selection: Selection;
  /** Counts up when the cell is to be focused. */
  readonly turn: number;
}

export const jumpTo = (tables: readonly SheetTable[], address: Address, cursor: Cursor | null): Cursor | null => {
  for (const table of tables) {
    const place = placeOf(table, address);
    if (place !== null) return { table: table.id, selection: at(place), turn: (cursor?.turn ?? 0) + 1 };
  }
  return cursor;
};

interface Props {
  readonly facts: SheetFacts;
  readonly edit: SheetEdit;
  readonly change: (act: (now: SheetEdit) => SheetEdit) => void;
  readonly hasBeside: boolean;
  readonly cursor: Cursor | null;
  readonly onCursor: (cursor: Cursor) => void;
  readonly onDraft: (address: Address, text: string | null) => void;
  readonly onPasted: (pasted: Pasted) => void;
  /** A figure was clicked, or Enter pressed on it, on a sheet that is only read. */
  readonly onPick?: (address: Address) => void;
  /** More about the active cell, in the bar. */
  readonly more?: (address: Address) => ReactNode;
}

/** On a phone there is room for the names and what is typed. */
const isNarrow = (): boolean => window.innerWidth < 760;

const columnsOf = ({ columns }: SheetTable, hasBeside: boolean): Columns =>
  columns.flatMap(({ role, field }, i) => {
    const isBeside = role === 'last-period' || role === 'last-year' || (field?.given === true && isNarrow());
    return hasBeside || !isBeside ? [i] : [];
  });

/** Tables whose figures are all computed need no grid. */
const isComputed = (table: SheetTable): boolean =>
  table.list === null && table.lines.every(({ field }) => field === null || !isAsked(field));

/** Where Tab enters a table: its first cell to type, or its first cell. */
const entryOf = (table: SheetTable, columns: Columns, fixed: ReadonlySet<Address>): Selection => {
  const line = table.lines.findIndex(({ isSection }) => !isSection);
  const first = { line, column: columns[0] ?? 0 };
  return at(nextTypable(table, columns, first, 1, fixed) ?? first);
};

function Totals({ table, facts }: { table: SheetTable; facts: SheetFacts }) {
  const { say } = useLanguage();
  return (
    <dl className="sheet-totals" aria-label={say(words.totals)}>
      {table.lines.map(({ id, field, label }) => {
        if (field === null) return null;
        const content = facts.filled.figures.get(id);
        const isHole = content === undefined || (typeof content !== 'string' && isMissing(content));
        return (
          <div key={id}>
            <dt>{say(label)}</dt>
            <dd>
              {isHole ? '—' : say(shownContent(content, field))} <small>{field.unit}</small>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The tables of a report with the bar above them: filled here, or only read. */
export function SheetPanel(props: Props) {
  const { facts, edit, change, hasBeside, cursor, onCursor, onDraft, onPasted, onPick, more } = props;
  const { say } = useLanguage();
  const barId = useId();
  const { sheet, fixed, isReadOnly, verdict } = facts;
  const tables = useMemo(() => tablesOf(sheet.form, sheet.rows), [sheet.form, sheet.rows]);
  const cells = useMemo(() => cellsOfSheet(facts), [facts]);
  const [story, setStory] = useState<Address | null>(null);
  const explanations = explanationsNow(edit);

  const activeTable = tables.find(({ id }) => id === cursor?.table);
  const place = cursor?.selection.active;
  const activeLine = activeTable?.lines[place?.line ?? -1];
  const activeColumn = activeTable?.columns[place?.column ?? -1];
  const slot =
    activeTable !== undefined && activeLine !== undefined && activeColumn !== undefined
      ? slotAt(activeTable, activeLine, activeColumn)
      : null;
  const name = slot === null ? '' : say(cellLabel(tables, slot.address));

  const asking = useMemo(() => {
    const spoken = Object.entries(explanations).flatMap(([address, text]) => (text.trim() === '' ? [] : [address]));
    return new Set([
      ...verdict.findings.filter(isExplainable).map(({ cell }) => cell),
      ...spoken,
      ...edit.explaining.keys(),
    ]);
  }, [verdict, explanations, edit.explaining]);

  const under = (table: SheetTable) => (line: SheetLine) => {
    const fields = table.list === null ? (line.field === null ? [] : [line.field]) : table.list.columns;
    const asked = fields.flatMap((field): Explained[] => {
      const address =
        table.list === null || line.row === null ? field.id : addressIn(table.list.id, line.row.key, field.id);
      if (!asking.has(address)) return [];
      const findings = verdict.findings.filter((each) => each.cell === address && isExplainable(each));
      return [{ address, name: say(field.label), findings, text: explanations[address] ?? '' }];
    });
    return asked.length === 0 ? null : (
      <UnderLine
        cells={asked}
        isReadOnly={isReadOnly}
        onExplain={(address, text) => change((now) => explain(now, address, text))}
      />
    );
  };

  const onWrite = useCallback(
    (written: readonly (readonly [string, string | null])[]) => change((now) => writeCells(now, written)),
    [change],
  );

  return (
    <div className="report-tables">
      <SheetBar
        id={barId}
        slot={slot}
        name={name}
        notes={slot === null ? [] : cells.notes(slot)}
        source={slot === null ? undefined : sheet.lineage.find(({ address }) => address === slot.address)}
        isReadOnly={isReadOnly}
        onStory={sheet.summary.reportId === null || slot === null ? null : () => setStory(slot.address)}
      >
        {slot !== null && more?.(slot.address)}
      </SheetBar>
      {tables.filter(isComputed).map((table) => (
        <Totals key={table.id} table={table} facts={facts} />
      ))}
      {tables.map((table) => {
        const columns = columnsOf(table, hasBeside);
        if (isComputed(table)) return null;
        if (table.lines.length === 0)
          return <Nothing key={table.id} title={say(words.noRows, { what: say(table.label) })} />;
        const isHere = cursor?.table === table.id;
        return (
          <section key={table.id}>
            {tables.filter((each) => !isComputed(each)).length > 1 && <h2>{say(table.label)}</h2>}
            <SheetGrid
              table={table}
              columns={columns}
              cells={cells}
              selection={isHere ? cursor.selection : entryOf(table, columns, fixed)}
              onSelect={(selection) => onCursor({ table: table.id, selection, turn: cursor?.turn ?? 0 })}
              focusTurn={isHere ? cursor.turn : 0}
              isReadOnly={isReadOnly}
              fixed={fixed}
              onWrite={onWrite}
              onDraft={onDraft}
              onUndo={() => change(undo)}
              onRedo={() => change(redo)}
              onPasted={onPasted}
              {...(onPick !== undefined && { onPick })}
              under={under(table)}
              barId={barId}
            />
          </section>
        );
      })}
      {story !== null && sheet.summary.reportId !== null && (
        <CellDrawer
          reportId={sheet.summary.reportId}
          address={story}
          name={say(cellLabel(tables, story))}
          nameOf={unitNames(sheet)}
          onClose={() => setStory(null)}
        />
      )}
    </div>
  );
}
