import { useLanguage } from '../../../../web/language.tsx';
import { type Area, type Columns, isInside } from '../../sheet-selection.ts';
import { type SheetColumn, type SheetLine, type SheetTable, slotAt } from '../../sheet-table.ts';
import type { GridCells } from './grid-cells.ts';
import type { Draft } from './grid-hands.ts';

/** Least width of a column in pixels, and its share of what is left. */
const widthOf = ({ role, field, unit }: SheetColumn): readonly [number, number] => {
  if (role === 'label') return [160, 2];
  if (role === 'unit') return [64, 0];
  if (role === 'figure') return field?.kind === 'text' ? [160, 2] : [unit.length > 3 ? 112 : 100, 1];
  return [104, 1];
};

export const tracksOf = ({ columns: all }: SheetTable, columns: Columns): string =>
  columns
    .map((index) => {
      const [least, share] = widthOf(all[index] as SheetColumn);
      return share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`;
    })
    .join(' ');

/** Below this width the table scrolls sideways. */
export const leastWidthOf = ({ columns: all }: SheetTable, columns: Columns): number =>
  columns.reduce((sum, index) => sum + widthOf(all[index] as SheetColumn)[0], 0);

const isFigures = ({ role, field }: SheetColumn): boolean =>
  role !== 'label' && role !== 'unit' && field?.kind !== 'text';

export function GridHead({ table, columns }: { table: SheetTable; columns: Columns }) {
  const { say } = useLanguage();
  return (
    // biome-ignore lint/a11y: see the grid
    <div role="rowgroup" className="sheet-head">
      {/* biome-ignore lint/a11y: see the grid */}
      <div role="row" aria-rowindex={1} className="sheet-line">
        {columns.map((index) => {
          const column = table.columns[index] as SheetColumn;
          const kind = column.role === 'label' ? 'sheet-label' : isFigures(column) ? 'figure' : '';
          return (
            // biome-ignore lint/a11y: see the grid
            <div key={column.id} role="columnheader" className={`sheet-cell ${kind} is-${column.role}`}>
              <span>
                {say(column.heading)}
                {column.unit !== '' && column.role === 'figure' && <small>（{column.unit}）</small>}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface LineProps {
  readonly table: SheetTable;
  readonly columns: Columns;
  readonly index: number;
  readonly cells: GridCells;
  readonly active: number | null;
  readonly area: Area | null;
  readonly draft: Draft | null;
  readonly canType: boolean;
  readonly onDraft: (text: string) => void;
  readonly barId: string;
}

export function GridLine(props: LineProps) {
  const { table, columns, index } = props;
  const { say } = useLanguage();
  const line = table.lines[index] as SheetLine;
  if (line.isSection)
    return (
      // biome-ignore lint/a11y: see the grid
      <div role="row" aria-rowindex={index + 2} className="sheet-line sheet-section">
        {/* biome-ignore lint/a11y: see the grid */}
        <div role="rowheader" aria-colspan={columns.length} className="sheet-cell">
          {say(line.label)}
        </div>
      </div>
    );
  return (
    // biome-ignore lint/a11y: see the grid
    <div role="row" aria-rowindex={index + 2} className="sheet-line" data-line={index}>
      {columns.map((column) => (
        <Cell key={column} {...props} line={line} at={column} />
      ))}
    </div>
  );
}

interface CellProps extends LineProps {
  readonly line: SheetLine;
  readonly at: number;
}

function Cell({ table, index, cells, active, area, draft, canType, onDraft, barId, line, at }: CellProps) {
  const { say } = useLanguage();
  const column = table.columns[at] as SheetColumn;
  const slot = slotAt(table, line, column);
  const isActive = active === at;
  const isSelected = area !== null && isInside(area, index, at);
  const states = `${isActive ? 'is-active' : ''} ${isSelected ? 'is-selected' : ''}`;
  const common = {
    'data-column': at,
    'data-active': isActive || undefined,
    'aria-selected': isActive || isSelected,
    tabIndex: isActive && !canType ? 0 : -1,
  };
  if (slot === null)
    return (
      <div
        role={column.role === 'label' ? 'rowheader' : 'gridcell'}
        className={`sheet-cell ${column.role === 'label' ? 'sheet-label' : 'quiet'} ${states}`}
        title={line.row === null ? undefined : `${say(line.label)} ${line.row.key}`}
        {...common}
      >
        <span className="sheet-text">{column.role === 'unit' ? (line.field?.unit ?? '') : say(line.label)}</span>
      </div>
    );
  const { text, change, className, title, isWrong, isWords, isTyped } = cells.shown(slot);
  const shown = say(text);
  const unit = slot.field.unit;
  return (
    // biome-ignore lint/a11y: see the grid
    <div
      role="gridcell"
      className={`sheet-cell ${isWords ? '' : 'figure'} ${isTyped ? 'is-typable' : ''} ${className} ${states}`}
      title={title === null ? (isWords && shown !== '' ? shown : undefined) : say(title)}
      aria-readonly={isTyped ? undefined : true}
      aria-invalid={isWrong || undefined}
      aria-describedby={isActive && !canType ? barId : undefined}
      {...common}
    >
      {isActive && canType ? (
        <input
          className={`sheet-input ${draft === null ? 'is-walking' : ''}`}
          value={draft?.text ?? cells.typed(slot)}
          onChange={({ target }) => onDraft(target.value)}
          aria-label={`${say(line.label)} ${table.list === null ? '' : say(column.heading)}${unit === '' ? '' : `（${unit}）`}`}
          aria-invalid={isWrong || undefined}
          aria-describedby={barId}
          autoComplete="off"
          spellCheck={false}
          maxLength={2000}
        />
      ) : (
        <>
          <span className="sheet-text">{shown}</span>
          {change !== null && (
            <small className={change.isBeyond ? 'sheet-change is-beyond' : 'sheet-change'}>{change.text}</small>
          )}
        </>
      )}
    </div>
  );
}
