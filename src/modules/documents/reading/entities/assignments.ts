import { spanOf } from '../../../../core/document.ts';
import type { TaskFact } from '../../extraction.ts';
import vocabulary from '../../vocabulary/task-words.json' with { type: 'json' };
import type { Draft } from '../draft.ts';
import { splitOutside, textIn } from './enumeration.ts';
import { type Passage, sourceAt } from './passages.ts';
import { dueIn, isUnit, recurrenceOf, rhythmIn, unitsOf } from './task-units.ts';

/** What a paragraph assigns in the brackets at its end, or on the line below it: who leads, who helps, until when. */
export const assignedTask = (
  draft: Draft,
  passage: Passage,
  before: Passage | undefined,
  after: Passage | undefined,
): TaskFact | null =>
  assignedIn(draft, passage, before, after) ??
  assignedInBrackets(draft, passage, before, after) ??
  assignedToUnits(draft, passage, before);

const role = (titles: readonly string[]): string => `(?:${titles.join('|')})`;
const { leads, cooperators, deadline } = vocabulary.columns;
const anyRole = role([...leads, ...cooperators, ...deadline]);
const assignment = new RegExp(`[（(【〔\\[]?\\s*${role(leads)}\\s*[:：]`, 'u');
const field = (titles: readonly string[], text: string): string =>
  new RegExp(
    `${role(titles)}\\s*[:：]\\s*((?:[（(][^（）()]*[）)]|[^（）()；;。】〕\\]])*?)(?=[，、,]?\\s*${anyRole}\\s*[:：]|[；;。）)】〕\\]]|$)`,
    'u',
  )
    .exec(text)?.[1]
    ?.trim() ?? '';

/** A bracket that a line end cut open goes on in the next passage. */
function closed({ prose }: Passage, after: Passage | undefined): string {
  const open = Math.max(prose.text.lastIndexOf('（'), prose.text.lastIndexOf('('));
  const isOpen = open >= 0 && !/[）)]/u.test(prose.text.slice(open));
  return isOpen && after !== undefined && after.kind !== 'heading' ? prose.text + after.prose.text : prose.text;
}

/** “……。（责任单位：甲、乙；配合单位：丙；完成时限：2025年12月）”, at the end of its text or on a line of its own. */
function assignedIn(
  { document }: Draft,
  passage: Passage,
  before: Passage | undefined,
  after: Passage | undefined,
): TaskFact | null {
  const text = closed(passage, after);
  const at = assignment.exec(text)?.index;
  if (at === undefined) return null;
  const own = text.slice(0, at).trim();
  const holder = own.length >= 4 ? passage : before;
  if (holder === undefined) return null;
  const wording = own.length >= 4 ? own : holder.prose.text;
  const due = field(deadline, text.slice(at));
  return {
    number: numberOf(holder, before),
    text: wording.replace(/[。；]$/u, ''),
    leads: unitsOf(field(leads, text.slice(at))),
    cooperators: unitsOf(field(cooperators, text.slice(at))),
    deadline: due === '' ? null : due,
    recurrence: recurrenceOf(due),
    source: sourceAt(document, holder.prose, { start: 0, end: Math.min(wording.length, 200) }),
  };
}

const roleBehind =
  /[（(]([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*(?:牵头|负责)[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]。?$/u;

/** “……。（甲局、乙局牵头，丙局配合，2025年6月底完成）”: the role stands behind the units. */
function assignedInBrackets(
  { document }: Draft,
  passage: Passage,
  before: Passage | undefined,
  after: Passage | undefined,
): TaskFact | null {
  const text = closed(passage, after);
  const tail = Math.max(0, text.length - 300);
  const match = roleBehind.exec(text.slice(tail));
  if (match === null) return null;
  const at = tail + match.index;
  // A line of its own speaks of the line before it.
  const holder = at >= 4 ? passage : before;
  if (holder === undefined) return null;
  const parts = splitOutside(match[1] as string, { start: 0, end: (match[1] as string).length }, '，；,;').map((part) =>
    textIn(match[1] as string, part),
  );
  const unitsFor = (word: RegExp): string[] =>
    unitsOf(
      parts
        .filter((part) => word.test(part))
        .map((part) => part.replace(word, '').replace(sharedDuty, ''))
        .join('、'),
    );
  // “甲局牵头，乙局、丙局按职责分工负责”: the others help.
  const isLed = parts.some((part) => /牵头$/u.test(part));
  const due = parts.filter((part) => !/(?:牵头|负责|配合|参与|协办)$/u.test(part)).at(-1) ?? '';
  const deadline = due.replace(/^于|(?<!持续)(?:完成|落实)$/gu, '');
  const wording = (holder === passage ? text.slice(0, at) : holder.prose.text).replace(/[。；]$/u, '');
  return {
    number: numberOf(holder, before),
    text: wording,
    leads: unitsFor(isLed ? /牵头(?:负责)?$/u : /负责$/u),
    cooperators: unitsFor(isLed ? /(?:配合|参与|协办|(?<!牵头)负责)$/u : /(?:配合|参与|协办)$/u),
    deadline: deadline === '' ? null : deadline,
    recurrence: recurrenceOf(deadline),
    source: sourceAt(document, holder.prose, { start: 0, end: Math.min(wording.length, 200) }),
  };
}

const sharedDuty = /(?:等?(?:部门|单位)?)?按(?:照)?(?:各自)?职责(?:分工)?(?:分别)?$/u;

/** A title that runs on into its text, “6．建设实验室。高标准……”, gives the text its number. */
const numberOf = (holder: Passage, before: Passage | undefined): string | null => {
  const runsOn = before?.kind === 'heading' && endOf(before) + 2 >= startOf(holder);
  return (holder.marker ?? (runsOn ? before.marker : null))?.replace(/^(\d+)[.．、]$/u, '$1') ?? null;
};
const startOf = ({ prose }: Passage): number => spanOf(prose, 0, 1).start;
const endOf = ({ prose }: Passage): number => spanOf(prose, 0, prose.text.length).end;

const unitsAlone = /[（(【〔]([^（）()【】〔〕：:]{3,160})[）)】〕]。?$/u;
const notAssigned = /简称|以下|原名?|包括|例如|不含|含/u;

/** “……。（市科技局、市财政局）”: units alone in brackets at the end are those who answer for it. */
function assignedToUnits({ document }: Draft, passage: Passage, before: Passage | undefined): TaskFact | null {
  const { text } = passage.prose;
  const match = unitsAlone.exec(text);
  if (match === null || match.index < 12 || notAssigned.test(match[1] as string)) return null;
  const units = unitsOf((match[1] as string).replace(sharedDuty, ''));
  if (units.length === 0 || !units.every((unit) => unit.length >= 3 && isUnit(unit))) return null;
  const wording = text.slice(0, match.index).replace(/[。；]$/u, '');
  return {
    number: numberOf(passage, before),
    text: wording,
    leads: units,
    cooperators: [],
    deadline: dueIn.exec(wording)?.[1] ?? null,
    recurrence: recurrenceOf(rhythmIn(wording)),
    source: sourceAt(document, passage.prose, { start: 0, end: Math.min(wording.length, 200) }),
  };
}
