import { documentOffset } from '../../../../core/document.ts';
import type { Units } from '../../../../core/quantity.ts';
import type { Draft } from '../draft.ts';
import { narrow } from '../numerals.ts';
import type { Quantity, Sentence } from '../reading.ts';
import { clauseStarts } from './clauses.ts';
import type { Where } from './fact.ts';
import { isProcedural } from './procedures.ts';
import type { OwnedByProjects } from './projects.ts';
import type { Mention, Subjects } from './subjects.ts';
import { moodOfTitle, type Timing } from './timing.ts';
import { columnOf, headsOf, labelOf, rowSubject } from './whose.ts';

/** What reading the figures of running text needs of the whole document. */
export interface Reader {
  readonly draft: Draft;
  readonly units: Units;
  readonly subjects: Subjects;
  readonly timing: Timing;
  readonly owned: OwnedByProjects;
  /** The office's own names of indicators, by every spelling that it listed. */
  readonly ownNames: ReadonlyMap<string, string>;
}

/** “4台75吨锅炉”: the second number is the size of what the first counts. */
export const isSize = (text: string, before: Quantity | undefined, quantity: Quantity, { units }: Reader): boolean =>
  before !== undefined &&
  text.slice(before.end, quantity.start).trim() === '' &&
  countsThings(units, before.unit) &&
  !countsThings(units, quantity.unit);

export const countsThings = (units: Units, unit: string): boolean =>
  unit.replace(/^[十百千万亿]+/, '') !== '' && units.isMeasureWord(unit);

function whereOf(
  { draft, timing, subjects }: Reader,
  sentence: Sentence,
): Pick<Where, 'section' | 'mood'> & { row: Mention | null } {
  const section = draft.sectionOf[sentence.block] ?? null;
  const block = draft.document.blocks[sentence.block];
  if (block?.kind !== 'table') return { section, mood: timing.moodOf(section), row: null };
  const at = documentOffset(sentence.prose, 0);
  const subject = rowSubject(block, at, subjects);
  const row: Mention | null = subject === null ? null : { start: 0, end: 0, subject, kind: 'park' };
  return { section, mood: moodOfTitle(columnOf(block, at)) ?? timing.moodOf(section), row };
}

/** A sentence made ready for its figures: its clauses, whom they are about, and where it stands. */
export interface Frame {
  readonly sentence: Sentence;
  readonly text: string;
  readonly clauseAt: (offset: number) => number;
  readonly heads: readonly Mention[];
  readonly label: Mention | null;
  readonly place: ReturnType<typeof whereOf>;
}

export function frameOf(reader: Reader, sentence: Sentence): Frame {
  const text = narrow(sentence.prose.text);
  const starts = clauseStarts(text);
  const heads = headsOf(text, reader.subjects.mentions(text), starts);
  const label = heads.some(({ start }) => start <= 2) ? null : labelOf(text);
  if (label !== null) heads.unshift(label);
  const clauseAt = (offset: number) => starts.findLast((start) => start <= offset) ?? 0;
  return { sentence, text, clauseAt, heads, label, place: whereOf(reader, sentence) };
}

/** 四至: “西至东环路西500米” gives a place. */
const bounds = /^\s*[东西南北][至到临起]/;

function inTitle(text: string, at: number): boolean {
  const open = text.lastIndexOf('《', at);
  return open >= 0 && !text.slice(open, at).includes('》');
}

/** Procedures, titles and 四至 hold no figures. */
export function isNoFigure({ text, clauseAt }: Frame, quantity: Quantity): boolean {
  const { start } = quantity;
  return isProcedural(text, quantity) || inTitle(text, start) || bounds.test(text.slice(clauseAt(start), start));
}
