import './sheet.css';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useLanguage } from '../../../../web/language.tsx';
import { clipboardText, readClipboard } from '../../sheet-clipboard.ts';
import { commandOf, type Mode, moved } from '../../sheet-keys.ts';
import {
  areaOf,
  at,
  type Columns,
  clearable,
  copied,
  isSingle,
  type Pasted,
  pasted,
  type Selection,
} from '../../sheet-selection.ts';
import { isTypable, type Place, type SheetTable, slotAt } from '../../sheet-table.ts';
import type { GridCells } from './grid-cells.ts';
import { GridHead, GridLine, leastWidthOf, tracksOf } from './grid-line.tsx';

/** A text under way in the active cell. */
export interface Draft {
  readonly text: string;
  readonly mode: Exclude<Mode, 'walk'>;
}

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
  const isLeaving = useRef(false);
  const isDragging = useRef(false);
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

  const onKeyDown = (event: KeyboardEvent) => {
    if (selection === null || (event.target as HTMLElement).closest('.sheet-under') !== null) return;
    const mode: Mode = draft?.mode ?? 'walk';
    const { key, ctrlKey, metaKey, shiftKey: isShift, nativeEvent } = event;
    const isComposing = nativeEvent.isComposing || nativeEvent.keyCode === 229;
    const command = commandOf({ key, isControl: ctrlKey || metaKey, isShift, isComposing }, mode);
    if (command === null) return;
    if (command.do === 'leave') {
      isLeaving.current = true;
      select(at(selection.active));
      return;
    }
    if (isLeaving.current && (command.do === 'next' || command.do === 'previous')) {
      isLeaving.current = false;
      hasFocus.current = false;
      return;
    }
    isLeaving.current = false;
    if (command.do === 'below' && isReadOnly && props.onPick !== undefined && activeSlot?.role === 'figure') {
      event.preventDefault();
      props.onPick(activeSlot.address);
      return;
    }
    if (command.do === 'next' || command.do === 'previous' || command.do === 'below' || command.do === 'above') {
      const next = moved(table, columns, selection, command, isReadOnly ? everything(table, columns, fixed) : fixed);
      commit();
      // Past the last cell Tab leaves the table, as on any page.
      if (next === null) return;
      event.preventDefault();
      select(next);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (command.do === 'undo') props.onUndo();
    else if (command.do === 'redo') props.onRedo();
    else if (command.do === 'cancel') {
      setDraft(null);
      if (activeSlot !== null) onDraft(activeSlot.address, null);
      requestAnimationFrame(focusActive);
    } else if (command.do === 'edit') beginEditing();
    else if (command.do === 'clear') {
      if (!isReadOnly)
        onWrite(clearable(table, columns, areaOf(selection), fixed).map(({ address }) => [address, null] as const));
    } else {
      commit();
      const next = moved(table, columns, selection, command, fixed);
      if (next !== null) select(next);
    }
  };

  const beginEditing = () => {
    if (!canType || activeSlot === null) return;
    setDraft({ text: draft?.text ?? cells.typed(activeSlot), mode: 'edit' });
    requestAnimationFrame(() => {
      const input = scroller.current?.querySelector<HTMLInputElement>('[data-active="true"] input');
      input?.setSelectionRange(input.value.length, input.value.length);
    });
  };

  const textAt = (place: Place): string => {
    const slot = slotOf(place);
    const column = table.columns[place.column];
    const line = table.lines[place.line];
    if (slot !== null) {
      const { text, isWords } = cells.shown(slot);
      // Numbers go out as numbers: another spreadsheet would take “−1,200” for words.
      return isWords ? say(text) : say(text).replaceAll(',', '').replace('−', '-');
    }
    if (line === undefined || column === undefined) return '';
    return column.role === 'unit' ? (line.field?.unit ?? '') : say(line.label);
  };
  const isOurs = (event: ClipboardEvent) => (event.target as HTMLElement).closest('.sheet-under') === null;
  const onCopy = (event: ClipboardEvent) => {
    if (selection === null || draft?.mode !== undefined || !isOurs(event)) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', clipboardText(copied(table, columns, areaOf(selection), textAt)));
    if (event.type === 'cut' && !isReadOnly)
      onWrite(clearable(table, columns, areaOf(selection), fixed).map(({ address }) => [address, null] as const));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (selection === null || isReadOnly || !isOurs(event)) return;
    const clipboard = readClipboard(event.clipboardData.getData('text/plain'));
    const isOne = clipboard.length === 1 && clipboard[0]?.length === 1;
    if (draft !== null && isOne) return;
    event.preventDefault();
    setDraft(null);
    if (activeSlot !== null) onDraft(activeSlot.address, null);
    const result = pasted(table, columns, areaOf(selection), clipboard, fixed, textAt);
    const { top, left, bottom, right } = result.area;
    props.onPasted(result);
    select({ active: { line: top, column: left }, extent: { line: bottom, column: right } });
  };

  const placeUnder = (event: MouseEvent): Place | null => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
    const line = cell?.closest<HTMLElement>('[data-line]');
    if (!cell || !line) return null;
    return { line: Number(line.dataset.line), column: Number(cell.dataset.column) };
  };
  const onMouseDown = (event: MouseEvent) => {
    const place = placeUnder(event);
    if (place === null || event.button !== 0 || (event.target as HTMLElement).closest('a,button') !== null) return;
    const isHere = active !== null && place.line === active.line && place.column === active.column;
    if (isHere && draft?.mode === 'edit') return;
    event.preventDefault();
    commit();
    isDragging.current = true;
    isLeaving.current = false;
    select(event.shiftKey && selection !== null ? { ...selection, extent: place } : at(place));
    if (isHere || event.shiftKey) focusActive();
    const slot = isReadOnly ? slotOf(place) : null;
    if (slot?.role === 'figure') props.onPick?.(slot.address);
  };
  const onMouseMove = (event: MouseEvent) => {
    if (!isDragging.current || selection === null) return;
    if (event.buttons === 0) {
      isDragging.current = false;
      return;
    }
    const place = placeUnder(event);
    if (place === null || (place.line === extentLine && place.column === extentColumn)) return;
    select({ ...selection, extent: place });
  };

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

/** On a sheet that is only read Tab has nowhere to go but out. */
const everything = (table: SheetTable, columns: Columns, fixed: ReadonlySet<string>): ReadonlySet<string> => {
  const all = { top: 0, bottom: table.lines.length - 1, left: 0, right: columns.at(-1) ?? 0 };
  return new Set([...fixed, ...clearable(table, columns, all, fixed).map(({ address }) => address)]);
};
