import { isMissing } from '../../core/missing.ts';
import { isAsked } from './form.ts';
import { type FormShelf, unitAt } from './prefill.service.ts';
import { type FormReading, readForm } from './read-form.ts';
import type { Writing } from './record.service.ts';
import type { Content } from './report.ts';
import { type Edit, saveEdit } from './save.service.ts';
import { findPlace, type PlaceInput, summarise } from './sheet.service.ts';
import { findReport } from './submission.store.ts';
import { shownText } from './typed.ts';
import { type Filled, fill, loadWork, type Work } from './work.service.ts';
import { isIdentified, prefilledOf, reportingUnit, type Workbooks } from './workbook.service.ts';

const mostFindings = 500;

const isSameContent = (a: Content | undefined, b: Content): boolean => {
  if (a === undefined || typeof a === 'string' || typeof b === 'string') return a === b;
  if (isMissing(a) || isMissing(b)) return isMissing(a) && isMissing(b) && a.missing === b.missing;
  return a.eq(b);
};

/** What the workbook says otherwise than the report. A cell left blank says nothing: it takes nothing away. */
function editOf(work: Work, { asked }: Filled, { figures, explanations }: FormReading): Edit {
  const typed = work.report?.typed ?? {};
  const said = work.report?.explanations ?? {};
  const changes = [...figures].flatMap(([address, content]) => {
    const field = work.cells.get(address)?.field;
    if (field === undefined || !isAsked(field) || work.fixed.has(address)) return [];
    if (isSameContent(asked.get(address), content)) return [];
    return [{ address, from: typed[address] ?? null, to: shownText(content) }];
  });
  // A row has one cell for its reasons: it speaks of those figures that are asked.
  const reasons = [...explanations].flatMap(([address, text]) => {
    const field = work.cells.get(address)?.field;
    return field === undefined || !isAsked(field) || field.kind === 'text' || said[address] === text
      ? []
      : [{ address, text: text.slice(0, 500) }];
  });
  return { changes, explanations: reasons };
}

/** A filled workbook becomes changes of cells, on the same way as typing; a preview writes nothing. */
export async function upload(
  context: Writing,
  shelf: FormShelf,
  books: Workbooks,
  input: PlaceInput & { readonly name: string; readonly mode: 'preview' | 'save'; readonly bytes: Uint8Array },
) {
  const place = await findPlace(context, shelf, input);
  const { form, period, unitPaths } = place;
  const report = await findReport(context.db, context.actor.scope, { unitPaths, formId: form.id, period });
  const unit = report === null ? place.unit : unitAt(context, place.units, report.unitPath);
  const work = await loadWork(context, shelf, { ...place, unit, report });
  const sheets = await books.read(input.name, input.bytes);
  const read = readForm(form, reportingUnit(work), period, prefilledOf(work), sheets, books.digest, work.others);
  const filled = fill(work, report?.typed ?? {}, report?.explanations ?? {});
  const edit = isIdentified(read.findings) ? editOf(work, filled, read) : { changes: [], explanations: [] };
  const isWriting = input.mode === 'save' && edit.changes.length + edit.explanations.length > 0;
  const saved = isWriting ? await saveEdit(context, shelf, input, edit, 'workbook') : null;
  return {
    summary: saved?.summary ?? (await summarise(context, { ...place, unit }, report)),
    read: read.figures.size,
    changes: [...edit.changes],
    findings: read.findings.slice(0, mostFindings),
    unlisted: Math.max(0, read.findings.length - mostFindings),
  };
}
