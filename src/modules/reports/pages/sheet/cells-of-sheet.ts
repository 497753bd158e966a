import { isMissing } from '../../../../core/missing.ts';
import type { Label } from '../../../../core/text.ts';
import { fillLabel } from '../../../../core/text.ts';
import type { CellFinding } from '../../check-report.ts';
import { formFields, isAsked } from '../../form.ts';
import type { Address, Content } from '../../report.ts';
import type { Conflict } from '../../sheet-edit.ts';
import {
  changeOf,
  type Filled,
  type Surroundings,
  shownChange,
  shownContent,
  type Verdict,
} from '../../sheet-figures.ts';
import { cellLabel, formulaWords, type Slot, tablesOf } from '../../sheet-table.ts';
import type { ReportSheet } from '../../submission-operations.ts';
import type { GridCells, ShownCell } from './grid-cells.ts';
import { words } from './words.ts';

/** In per cent: a change against the last period that a reviewer’s eye is led to, whether or not a limit is set. */
export const movesWorthALook = 30;

/** Units by name, as far as the sheet knows them. */
export const unitNames =
  ({ summary, levels }: ReportSheet) =>
  (path: string): string =>
    path === summary.unitPath ? summary.unitName : (levels.find(({ unitPath }) => unitPath === path)?.name ?? path);

export interface SheetFacts {
  readonly sheet: ReportSheet;
  readonly filled: Filled;
  /** What those figures were computed from; on a long sheet they lag behind `typed`. */
  readonly filledFrom: Readonly<Record<Address, string>>;
  readonly beside: Surroundings;
  readonly verdict: Verdict;
  readonly typed: Readonly<Record<Address, string>>;
  readonly fixed: ReadonlySet<Address>;
  readonly conflicts: ReadonlyMap<Address, Conflict>;
  /** Cells that a reviewer is naming, with what is said of each. */
  readonly named: ReadonlyMap<Address, string>;
  readonly isReadOnly: boolean;
}

/** Everything worth saying about a cell: for the bar, and for the pointer. */
export interface CellNote {
  readonly kind: 'error' | 'warning' | 'quiet';
  readonly label: Label;
}

interface Lookup {
  readonly findings: ReadonlyMap<Address, readonly CellFinding[]>;
  readonly missing: ReadonlySet<Address>;
  readonly returned: ReadonlyMap<Address, string>;
  readonly corrected: ReadonlySet<Address>;
  readonly lineage: ReadonlyMap<Address, ReportSheet['lineage'][number]>;
}

function lookupOf({ sheet, verdict }: SheetFacts): Lookup {
  const isShown = ({ rule }: CellFinding) => rule !== 'report/missing';
  return {
    findings: Map.groupBy(verdict.findings.filter(isShown), ({ cell }) => cell),
    missing: new Set(verdict.missing),
    returned: new Map(sheet.returned.map(({ address, reason }) => [address, reason])),
    corrected: new Set(sheet.corrected),
    lineage: new Map(sheet.lineage.map((each) => [each.address, each])),
  };
}

/** Why a computed cell is empty: what it is made of is not there yet. */
function whyNot(address: Address, { form, rows }: ReportSheet, content: Content | undefined): Label | null {
  if (content === undefined || typeof content === 'string' || !isMissing(content)) return null;
  if (content.missing === 'zero-denominator') return words.zeroBelow;
  const [lacking] = content.because ?? [];
  if (lacking === undefined) return null;
  if (lacking === address) return words.noLast;
  const { zh, en } = cellLabel(tablesOf(form, rows), lacking);
  return { zh: words.lacking.zh.replace('{name}', zh), en: words.lacking.en.replace('{name}', en) };
}

const earlierFigure = (slot: Slot, { filled, beside }: SheetFacts): ShownCell => {
  const which = slot.role === 'last-year' ? 'lastYear' : 'lastPeriod';
  const change = changeOf(filled.figures, beside[which], slot.address);
  const limit = slot.field.limits[which];
  return {
    text: shownContent(beside[which].get(slot.address), slot.field),
    change:
      change === null || change.isZero()
        ? null
        : { text: shownChange(change), isBeyond: limit !== undefined && change.abs().gt(limit) },
    className: 'is-earlier',
    title: null,
    isWrong: false,
    isWords: slot.field.kind === 'text',
    isTyped: false,
  };
};

/** How the grid draws each cell of a sheet, and what the bar says about it. */
export function cellsOfSheet(facts: SheetFacts): GridCells & { readonly notes: (slot: Slot) => readonly CellNote[] } {
  const { sheet, filled, filledFrom, beside, typed, fixed, conflicts, named, isReadOnly } = facts;
  const { findings, missing, returned, corrected, lineage } = lookupOf(facts);
  const siblings = (address: Address) => {
    const list = sheet.form.lists.find(({ id }) => address.startsWith(`${id}/`));
    return list?.columns ?? formFields(sheet.form);
  };

  const notes = (slot: Slot): CellNote[] => {
    const { address, field } = slot;
    if (slot.role !== 'figure') return [{ kind: 'quiet', label: words.earlier }];
    const all: CellNote[] = (findings.get(address) ?? []).map(({ severity, message }) => ({
      kind: severity === 'advice' ? 'quiet' : severity,
      label: message,
    }));
    const reason = returned.get(address);
    if (reason !== undefined) all.unshift({ kind: 'error', label: fillLabel(words.reviewer, { reason }) });
    const conflict = conflicts.get(address);
    if (conflict !== undefined)
      all.unshift({
        kind: 'warning',
        label: fillLabel(words.conflict, { by: conflict.by, theirs: conflict.theirs ?? '—' }),
      });
    if (corrected.has(address)) all.push({ kind: 'warning', label: words.was });
    const formula = formulaWords(field, siblings(address), sheet.form.lists);
    if (formula !== null)
      all.push({
        kind: 'quiet',
        label: { zh: `${words.formula.zh}：${formula.zh}`, en: `${words.formula.en}: ${formula.en}` },
      });
    const why = field.derived === undefined ? null : whyNot(address, sheet, filled.figures.get(address));
    if (why !== null) all.push({ kind: 'warning', label: why });
    if (field.given) all.push({ kind: 'quiet', label: words.given });
    const source = lineage.get(address);
    if (source !== undefined && (typed[address] === undefined || source.isFixed)) {
      const { zh, en } = source.isFixed ? words.fromFixed : words.from;
      all.push({
        kind: 'quiet',
        label: { zh: zh.replace('{source}', source.label.zh), en: en.replace('{source}', source.label.en) },
      });
    }
    if (field.hint !== undefined && isAsked(field)) all.push({ kind: 'quiet', label: field.hint });
    return all;
  };

  const figure = (slot: Slot): ShownCell => {
    const { address, field } = slot;
    const isBehind = isAsked(field) && filledFrom[address] !== typed[address];
    const content = isBehind ? undefined : filled.figures.get(address);
    const raw = fixed.has(address) ? sheet.known[address] : (typed[address] ?? sheet.known[address]);
    const wrong = findings.get(address) ?? [];
    const isWrong = wrong.some(({ severity }) => severity === 'error');
    const isTyped = isAsked(field) && !fixed.has(address) && !isReadOnly;
    const change = changeOf(filled.figures, beside.lastPeriod, address);
    const isMoved = isReadOnly && change?.abs().gt(movesWorthALook) === true;
    const said = notes(slot);
    const classes = [
      field.given && 'is-given',
      field.derived !== undefined && 'is-derived',
      fixed.has(address) && 'is-fixed',
      typed[address] === undefined && sheet.known[address] !== undefined && 'is-known',
      isWrong ? 'is-error' : wrong.some(({ severity }) => severity === 'warning') && 'is-warning',
      missing.has(address) && !isReadOnly && 'is-missing',
      returned.has(address) && 'is-returned',
      corrected.has(address) && 'is-corrected',
      conflicts.has(address) && 'is-conflict',
      named.has(address) && 'is-named',
      isMoved && 'is-moved',
    ];
    return {
      text: content === undefined && raw !== undefined ? { zh: raw, en: raw } : shownContent(content, field),
      change: null,
      className: classes.filter((each) => each !== false).join(' '),
      title:
        said.length === 0
          ? null
          : { zh: said.map(({ label }) => label.zh).join('\n'), en: said.map(({ label }) => label.en).join('\n') },
      isWrong,
      isWords: field.kind === 'text',
      isTyped,
    };
  };

  return {
    shown: (slot) => (slot.role === 'figure' ? figure(slot) : earlierFigure(slot, facts)),
    typed: ({ address }) => typed[address] ?? sheet.known[address] ?? '',
    notes,
  };
}
