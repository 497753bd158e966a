import { implement, type Service } from '../../core/implement.ts';
import { correct } from './correct.service.ts';
import { grantLate, list } from './list.service.ts';
import type { FormShelf } from './prefill.service.ts';
import { loaded } from './record.service.ts';
import { remind } from './remind.service.ts';
import { giveBack, lock, pass } from './review.service.ts';
import { saveEdit } from './save.service.ts';
import { findPlace, placeOfReport, sheetOf } from './sheet.service.ts';
import { cellStory, remarks } from './story.service.ts';
import { findReport } from './submission.store.ts';
import { submissionOperations } from './submission-operations.ts';
import { submit, withdraw } from './submit.service.ts';
import { upload } from './upload.service.ts';
import type { Workbooks } from './workbook.service.ts';

export const submissionService = (shelf: FormShelf, books: Workbooks): Service =>
  implement(submissionOperations, {
    'reports.list': (context, filter) => list(context, shelf, filter),

    'reports.open': async (context, input) => {
      const place = await findPlace(context, shelf, input);
      const at = { unitPaths: place.unitPaths, formId: place.form.id, period: place.period };
      const report = await findReport(context.db, context.actor.scope, at);
      if (report === null) return sheetOf(context, shelf, place, null);
      return sheetOf(context, shelf, await placeOfReport(context, shelf, report), report);
    },

    'reports.show': async (context, { reportId }) => {
      const report = await loaded(context, reportId);
      return sheetOf(context, shelf, await placeOfReport(context, shelf, report), report);
    },

    'reports.save': (context, { changes, explanations, ...place }) =>
      saveEdit(context, shelf, place, { changes, explanations }),

    'reports.upload': (context, input) => upload(context, shelf, books, input),
    'reports.submit': async (context, seen) => ({ summary: await submit(context, shelf, seen) }),
    'reports.withdraw': async (context, seen) => ({ summary: await withdraw(context, shelf, seen) }),
    'reports.pass': async (context, { reports }) => ({ summaries: await pass(context, shelf, reports) }),
    'reports.return': async (context, input) => ({ summary: await giveBack(context, shelf, input) }),
    'reports.lock': (context, input) => lock(context, shelf, input),
    'reports.correct': (context, input) => correct(context, shelf, input),
    'reports.grant-late': (context, input) => grantLate(context, shelf, input),
    'reports.remind': (context, input) => remind(context, shelf, input),
    'reports.cell': (context, input) => cellStory(context, shelf, input),
    'reports.remarks': (context, input) => remarks(context, shelf, input),
  });
