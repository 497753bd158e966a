import type { Form } from './form.ts';
import { type Notes, say } from './form-notes.ts';
import { identityMark } from './layout.ts';
import { type RawSheet, textAt } from './raw-sheet.ts';
import { type Digest, identityOf, periodText, type ReportingUnit } from './template.ts';

interface Expected {
  readonly form: Form;
  readonly unit: ReportingUnit;
  readonly period: string;
  readonly digest: Digest;
}

/** Whether the file is the template of this form, unit and period; says what it is instead. */
export function isIdentified(
  sheets: readonly RawSheet[],
  { form, unit, period, digest }: Expected,
  notes: Notes,
): boolean {
  const sheet = sheets.find((each) => textAt(each, 1, 1) === identityMark);
  if (sheet === undefined) {
    say(notes, 'file/not-ours', null, {});
    return false;
  }
  const said = new Map([...sheet.cells.keys()].map((row) => [textAt(sheet, row, 1), textAt(sheet, row, 2)]));
  const [id, edition, path, of] = ['form', 'edition', 'unit', 'period'].map((key) => said.get(key) ?? '') as [
    string,
    string,
    string,
    string,
  ];
  const own = new Map(identityOf({ ...form, id, edition }, { path, name: '' }, of, digest));
  if (own.get('digest') !== said.get('digest')) {
    say(notes, 'file/mark-changed', `${sheet.name}!B6`, {});
    return false;
  }
  const before = notes.findings.length;
  if (id !== form.id) say(notes, 'file/other-form', null, { found: id, expected: form.label.zh });
  else if (edition !== form.edition) say(notes, 'file/old-edition', null, { found: edition, expected: form.edition });
  if (path !== unit.path) say(notes, 'file/other-unit', null, { found: path, expected: unit.name });
  if (of !== period)
    say(notes, 'file/wrong-period', `${sheets[0]?.name}!A3`, { found: periodText(of), expected: periodText(period) });
  return notes.findings.length === before;
}
