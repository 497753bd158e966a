import { implement, type Service } from '../../core/implement.ts';
import type { Period } from '../../core/period.ts';
import { burdenOf } from './burden.ts';
import { stillMissing } from './check-report.ts';
import type { Form } from './form.ts';
import { lastEnded } from './known.ts';
import { reportOperations } from './operations.ts';
import {
  type FormShelf,
  listRows,
  type Reading,
  refuseExpired,
  refuseOtherKind,
  shelfOf,
  summaryOfForm,
  unitAt,
  unitsOn,
} from './prefill.service.ts';
import { readForm } from './read-form.ts';
import { submissionService } from './submission.service.ts';
import { findReport } from './submission.store.ts';
import { formTemplate } from './template.ts';
import { loadWork } from './work.service.ts';
import { isIdentified, prefilledOf, reportingUnit, type Workbooks } from './workbook.service.ts';

const mostFindings = 500;
const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function formService(shelf: FormShelf, books: Workbooks): Service {
  const opened = async (
    context: Reading,
    input: { formId: string; unitPath?: string | undefined; period?: Period | undefined },
  ) => {
    const form = shelf.formOf(input.formId);
    const period = input.period ?? lastEnded(form.period, context.today);
    refuseOtherKind(form, period);
    refuseExpired(form, context.today);
    const unit = unitAt(context, await unitsOn(context, context.today), input.unitPath ?? context.actor.unitPath);
    const place = { unitPaths: [unit.unitPath], formId: form.id, period };
    const report = await findReport(context.db, context.actor.scope, place);
    return loadWork(context, shelf, { form, unit, period, report });
  };

  return implement(reportOperations, {
    'reports.forms': async ({ today }) => ({
      today,
      forms: [...shelf.newest.values()].map((form) => summaryOfForm(form, today)),
    }),

    'reports.form': async ({ today }, { formId }) => {
      const form = shelf.formOf(formId);
      return { summary: summaryOfForm(form, today), form };
    },

    'reports.template': async (context, input) => {
      const work = await opened(context, input);
      const { form, period, unit } = work;
      const bytes = await books.write(formTemplate(form, reportingUnit(work), period, prefilledOf(work), books.digest));
      return { name: `${form.label.zh}-${unit.name}-${period}.xlsx`, mediaType, bytes };
    },

    'reports.check-file': async (context, { name, bytes, ...input }) => {
      const work = await opened(context, input);
      const { form, period, unit, rows, others } = work;
      const sheets = await books.read(name, bytes);
      const read = readForm(form, reportingUnit(work), period, prefilledOf(work), sheets, books.digest, others);
      const { figures, findings } = read;
      const missing = isIdentified(findings) ? stillMissing(form, { period, rows, figures }).length : 0;
      context.audit('report-check', form.id, null, {
        file: name,
        period,
        read: figures.size,
        findings: findings.length,
      });
      return {
        unitName: unit.name,
        period,
        read: figures.size,
        missing,
        findings: findings.slice(0, mostFindings),
        unlisted: Math.max(0, findings.length - mostFindings),
      };
    },

    'reports.burden': async (context, { unitPath, year = Number(context.today.slice(0, 4)) }) => {
      const units = await unitsOn(context, context.today);
      const unit = unitAt(context, units, unitPath ?? context.actor.unitPath);
      const counts = new Map<string, number>();
      const all = [...shelf.newest.values()];
      for (const form of all)
        for (const list of form.lists)
          counts.set(`${form.id} ${list.id}`, (await listRows(context, list, unit.unitPath, String(year))).length);
      const burdens = burdenOf(all, (form, list) => counts.get(`${form.id} ${list}`) ?? 0, year);
      return {
        unitName: unit.name,
        year,
        forms: burdens.map((burden) => ({ ...burden, label: shelf.formOf(burden.formId).label })),
      };
    },
  });
}

/** Forms with their files, and reports on their way. */
export function reportServices(forms: readonly Form[], books: Workbooks): readonly Service[] {
  const shelf = shelfOf(forms);
  return [formService(shelf, books), submissionService(shelf, books)];
}
