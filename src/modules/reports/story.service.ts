import type { Period } from '../../core/period.ts';
import type { Label } from '../../core/text.ts';
import { type Field, type Form, type Formula, inputsOf } from './form.ts';
import { observedIndicator, placeOf } from './observe.ts';
import { type FormShelf, type Reading, unitAt, unitsAround } from './prefill.service.ts';
import { loaded } from './record.service.ts';
import { type Cell, cellsOf } from './report.ts';
import { nameIn, placeOfReport, refuseCells, summarise } from './sheet.service.ts';
import * as store from './submission.store.ts';
import { shownText } from './typed.ts';
import { fill, loadWork } from './work.service.ts';

const isRowed = ({ row }: Cell): boolean => row !== null;

/** The name of a cell: its row’s and its field’s. */
const labelOf = ({ row, field }: Cell): Label => {
  const name = row?.given.name;
  return name === undefined ? field.label : { zh: `${name} ${field.label.zh}`, en: `${name}: ${field.label.en}` };
};

/** How a computed cell follows from others, in words. */
function formulaOf(form: Form, cell: Cell, formula: Formula): Label {
  const beside: readonly Field[] = isRowed(cell)
    ? (cell.list?.columns ?? [])
    : form.sections.flatMap(({ fields }) => fields);
  const name = (id: string): Label => beside.find((field) => field.id === id)?.label ?? { zh: id, en: id };
  const listName = (id: string): Label => form.lists.find((list) => list.id === id)?.label ?? { zh: id, en: id };
  if ('total' in formula) {
    const column = form.lists.find(({ id }) => id === formula.of)?.columns.find(({ id }) => id === formula.total);
    const [list, label] = [listName(formula.of), column?.label ?? { zh: formula.total, en: formula.total }];
    return { zh: `“${list.zh}”各行“${label.zh}”之和`, en: `sum of “${label.en}” over “${list.en}”` };
  }
  if ('count' in formula) {
    const list = listName(formula.count);
    return { zh: `“${list.zh}”的行数`, en: `number of rows of “${list.en}”` };
  }
  const [first = '', ...rest] = inputsOf(formula);
  if ('cumulative' in formula)
    return { zh: `上期本项＋本期“${name(first).zh}”`, en: `the last period’s figure + “${name(first).en}”` };
  if ('ratio' in formula) {
    const [above, below] = [name(first), name(rest[0] ?? '')];
    const times = formula.times === 1 ? '' : ` × ${formula.times}`;
    return { zh: `${above.zh} ÷ ${below.zh}${times}`, en: `${above.en} ÷ ${below.en}${times}` };
  }
  const join = (key: 'zh' | 'en') =>
    formula.sum.map((id) => name(id)[key]).join(' + ') + formula.minus.map((id) => ` − ${name(id)[key]}`).join('');
  return { zh: join('zh'), en: join('en') };
}

/** 一格的来历: what stands in a cell, what it is to the figures, and everything that happened to it. */
export async function cellStory(context: Reading, shelf: FormShelf, input: { reportId: string; address: string }) {
  const report = await loaded(context, input.reportId);
  const place = await placeOfReport(context, shelf, report);
  const work = await loadWork(context, shelf, { ...place, report });
  const cell = work.cells.get(input.address);
  if (cell === undefined) {
    refuseCells([{ zh: `表中没有“${input.address}”这一格`, en: `the form has no cell “${input.address}”` }]);
    throw new Error('unreachable');
  }
  const content = fill(work, report.typed, report.explanations).figures.get(input.address);
  const at = placeOf(cell, report.unitPath);
  const events = await store.listEvents(context.db, report);
  const isAbout = ({ cells, action }: (typeof events)[number]) =>
    !['save', 'mend'].includes(action) || cells.some(({ address }) => address === input.address);
  const { derived } = cell.field;
  return {
    summary: await summarise(context, place, report),
    label: labelOf(cell),
    value: content === undefined ? null : shownText(content),
    observation:
      at === null
        ? null
        : {
            indicatorId: at.indicator.id,
            subjectKind: at.subjectKind,
            subjectId: at.subjectId,
            accumulation: at.accumulation,
            scenario: at.scenario,
          },
    formula: derived === undefined ? null : formulaOf(place.form, cell, derived),
    events: events
      .filter(isAbout)
      .map((event) => ({ ...event, cells: event.cells.filter(({ address }) => address === input.address) })),
  };
}

/** Reasons for figures, and columns of words, as the units gave them. */
export async function remarks(
  context: Reading,
  shelf: FormShelf,
  input: { unitPath?: string | undefined; period: Period; formId?: string | undefined },
) {
  const { db, actor } = context;
  const units = await unitsAround(context);
  const { unitPath: top } = unitAt(context, units, input.unitPath ?? actor.unitPath);
  const reports = await store.listSubmitted(db, actor.scope, top, input.period, input.formId ?? null);
  return {
    remarks: reports.flatMap((report) => {
      const { reportId, unitPath, formId, typed, explanations } = report;
      return cellsOf(shelf.formOf(formId, report.edition), report.rows ?? {}).flatMap((cell) => {
        const { address, field } = cell;
        const text = field.kind === 'text' && !field.given ? typed[address] : explanations[address];
        if (text === undefined) return [];
        const at = placeOf(cell, unitPath);
        return {
          ...{ reportId, unitPath, unitName: nameIn(units)(unitPath), formId, address },
          indicatorId: observedIndicator(cell)?.id ?? field.indicator ?? null,
          subjectId: at?.subjectId ?? (cell.row as { id?: string } | null)?.id ?? null,
          label: labelOf(cell),
          text,
        };
      });
    }),
  };
}
