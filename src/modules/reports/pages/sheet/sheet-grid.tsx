import './sheet.css';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLanguage } from '../../../../web/language.tsx';
import { areaOf, type Columns, isSingle, type Pasted, type Selection } from '../../sheet-selection.ts';
import { isTypable, type Place, type SheetTable, slotAt } from '../../sheet-table.ts';
import type { GridCells } from './grid-cells.ts';
import { gridClipboard } from './grid-clipboard.ts';
import type { Draft, GridHands } from './grid-hands.ts';
import { GridHead, GridLine, leastWidthOf, tracksOf } from './grid-line.tsx';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridPointer } from './use-grid-pointer.ts';

interface Props {
  readonly table: SheetTable;
  /** Columns in view. */
  readonly columns: Columns;
  readonly cells: GridCells;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection) => void;
  /** Counts up when the active cell is to be focused from outside. */
  readonly focusTurn: number;
  readonly isReadOnly: boolean;
  readonly fixed: ReadonlySet<string>;
  readonly onWrite: (cells: readonly (readonly [string, string | null])[]) => void;
  readonly onDraft: (address: string, text: string | null) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onPasted: (pasted: Pasted) => void;
  /** A figure was clicked, or Enter pressed on it, on a sheet that is only read. */
  readonly onPick?: (address: string) => void;
  /** What stands under a line, such as the reasons that its figures need. */
  readonly under: (line: SheetTable['lines'][number]) => ReactNode;
  readonly barId: string;
}

const lineHeight = 32;

/** A table that behaves like a spreadsheet; only the lines in view are drawn. */
export function SheetGrid(props: Props) {
  const { table, columns, cells, selection, onSelect, isReadOnly, fixed, onWrite, onDraft, under, barId } = props;
  const { say } = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const hasFocus = useRef(false);
  const active = selection?.active ?? null;
  const slotOf = useCallback(
    ({ line, column }: Place) => {
      const [row, head] = [table.lines[line], table.columns[column]];
      return row === undefined || head === undefined ? null : slotAt(table, row, head);
    },
    [table],
  );
  const activeSlot = active === null ? null : slotOf(active);
  const canType = !isReadOnly && isTypable(activeSlot, fixed);

  const virtual = useVirtualizer({
    count: table.lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 8,
    scrollPaddingStart: 36,
    // The active cell stays drawn: the focus is in it.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      return active === null || drawn.includes(active.line) || active.line >= table.lines.length
        ? drawn
        : [...drawn, active.line].sort((a, b) => a - b);
    },
  });

  const commit = useCallback(() => {
    if (draft !== null && activeSlot !== null) onWrite([[activeSlot.address, draft.text]]);
    setDraft(null);
    if (activeSlot !== null) onDraft(activeSlot.address, null);
  }, [draft, activeSlot, onWrite, onDraft]);

  const select = (next: Selection) => {
    hasFocus.current = true;
    onSelect(next);
  };

  const focusActive = useCallback(() => {
    const cell = scroller.current?.querySelector<HTMLElement>('[data-active="true"]');
    const target = cell?.querySelector<HTMLInputElement>('input') ?? cell;
    target?.focus({ preventScroll: true });
    if (target instanceof HTMLInputElement) target.select();
  }, []);
  const extentLine = selection?.extent.line ?? -1;
  const extentColumn = selection?.extent.column ?? -1;
  const activeKey = active === null ? '' : `${active.line} ${active.column}`;
  const activeText = activeSlot === null ? '' : cells.typed(activeSlot);
  const isWalking = draft === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was selected is brought into view
  useLayoutEffect(() => {
    if (extentLine < 0 || !hasFocus.current) return;
    virtual.scrollToIndex(extentLine, { align: 'auto' });
    const box = scroller.current;
    const cell = box?.querySelector<HTMLElement>(`[data-line="${extentLine}"] [data-column="${extentColumn}"]`);
    const label = box?.querySelector<HTMLElement>('.sheet-label');
    if (box === null || cell === null || cell === undefined || cell === label) return;
    const left = cell.offsetLeft - (label?.offsetWidth ?? 0);
    const right = cell.offsetLeft + cell.offsetWidth - box.clientWidth;
    if (!cell.classList.contains('sheet-label') && box.scrollLeft > left) box.scrollLeft = left;
    else if (box.scrollLeft < right) box.scrollLeft = right;
  }, [extentLine, extentColumn]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the active cell; what is typed next replaces its text
  useLayoutEffect(() => {
    if (hasFocus.current && isWalking) focusActive();
  }, [activeKey, canType, activeText, isWalking]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: somebody outside asked for it
  useEffect(() => {
    if (props.focusTurn === 0 || active === null) return;
    hasFocus.current = true;
    virtual.scrollToIndex(active.line, { align: 'auto' });
    scroller.current?.scrollIntoView({ block: 'nearest' });
    requestAnimationFrame(focusActive);
  }, [props.focusTurn]);

  const drop = () => {
    setDraft(null);
    if (activeSlot !== null) onDraft(activeSlot.address, null);
  };
  const beginEditing = () => {
    if (!canType || activeSlot === null) return;
    setDraft({ text: draft?.text ?? cells.typed(activeSlot), mode: 'edit' });
    requestAnimationFrame(() => {
      const input = scroller.current?.querySelector<HTMLInputElement>('[data-active="true"] input');
      input?.setSelectionRange(input.value.length, input.value.length);
    });
  };

  const hands: GridHands = {
    ...props,
    draft,
    activeSlot,
    canType,
    slotOf,
    select,
    commit,
    drop,
    edit: beginEditing,
    focusActive,
    release: () => {
      hasFocus.current = false;
    },
  };
  const onKeyDown = useGridKeys(hands);
  const { onCopy, onPaste } = gridClipboard(hands, say);
  const { onMouseDown, onMouseMove } = useGridPointer(hands);

  const area = selection === null ? null : areaOf(selection);
  const tracks = {
    '--tracks': tracksOf(table, columns),
    '--least': `${leastWidthOf(table, columns)}px`,
  } as CSSProperties;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot draw only the lines in view
    <div
      ref={scroller}
      role="grid"
      className={draft === null ? 'sheet-grid' : 'sheet-grid is-editing'}
      style={tracks}
      aria-label={say(table.label)}
      aria-rowcount={table.lines.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-readonly={isReadOnly}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onCut={onCopy}
      onPaste={onPaste}
      onMouseDown={onMouseDown}
      onMouseMove={onMouseMove}
      onDoubleClick={beginEditing}
      onFocus={(event) => {
        if ((event.target as HTMLElement).closest('[data-active]') !== null) hasFocus.current = true;
      }}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        hasFocus.current = false;
        commit();
      }}
    >
      <GridHead table={table} columns={columns} />
      {/* biome-ignore lint/a11y: see the grid */}
      <div role="rowgroup" className="sheet-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = table.lines[index];
          if (line === undefined) return null;
          return (
            <div
              key={line.id}
              ref={virtual.measureElement}
              data-index={index}
              role="presentation"
              className="sheet-place"
              style={{ transform: `translateY(${start}px)` }}
            >
              <GridLine
                table={table}
                columns={columns}
                index={index}
                cells={cells}
                active={active?.line === index ? active.column : null}
                area={area !== null && !isSingle(area) && area.top <= index && index <= area.bottom ? area : null}
                draft={active?.line === index ? draft : null}
                canType={active?.line === index && canType}
                onDraft={(text) => {
                  setDraft({ text, mode: draft?.mode ?? 'type' });
                  if (activeSlot !== null) onDraft(activeSlot.address, text);
                }}
                barId={barId}
              />
              {under(line)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
