import type { Period } from '../../core/period.ts';
import type { Label } from '../../core/text.ts';
import { noticeOperations } from '../people/notice-operations.ts';
import { summariesOf } from './list.service.ts';
import type { FormShelf } from './prefill.service.ts';
import type { Writing } from './record.service.ts';
import type { ReportSummary } from './submission.ts';

const isWaiting = ({ stage, isLate }: ReportSummary): boolean =>
  stage === 'returned' || (isLate && (stage === null || stage === 'draft'));

function wordsOf({ formLabel, period, unitName, stage, openUntil }: ReportSummary): { subject: Label; text: Label } {
  const zh = `${unitName}《${formLabel.zh}》${period}`;
  const en = `${formLabel.en} ${period} of ${unitName}`;
  return stage === 'returned'
    ? {
        subject: { zh: `请修改后重报：${zh}`, en: `To be mended: ${en}` },
        text: {
          zh: `${zh} 已被退回，请按退回意见修改后重新报送。`,
          en: `${en} was returned; mend it and submit again.`,
        },
      }
    : {
        subject: { zh: `请尽快报送：${zh}`, en: `Overdue: ${en}` },
        text: {
          zh: `${zh} 应于 ${openUntil} 前报送，至今未报。`,
          en: `${en} was due by ${openUntil} and has not come.`,
        },
      };
}

/** Tells the clerks of the unit what waits for them; the same thing once a day. */
export async function tellClerks(
  context: Writing,
  report: ReportSummary,
): Promise<{ readonly sent: number; readonly already: number }> {
  const { formId, unitPath, period, stage, revision } = report;
  const isReturned = stage === 'returned';
  return context.tell(noticeOperations['notices.send'], {
    about: unitPath,
    to: { unitPath, roles: ['clerk'] },
    kind: isReturned ? 'report-returned' : 'report-late',
    once: ['report', formId, unitPath, period, ...(isReturned ? [revision] : []), context.today].join(' '),
    path: `/reports/fill?form=${formId}&unit=${unitPath}&period=${period}`,
    ...wordsOf(report),
  });
}

/** 催报: the clerks of units that are late or have a report to mend, once per report and day. */
export async function remind(
  context: Writing,
  shelf: FormShelf,
  input: { unitPath?: string | undefined; formId?: string | undefined; period?: Period | undefined },
): Promise<{ reminded: number; already: number }> {
  const { actor } = context;
  const waiting = (await summariesOf(context, shelf, { ...input, unitPath: input.unitPath ?? actor.unitPath })).filter(
    isWaiting,
  );
  let [reminded, already] = [0, 0];
  for (const report of waiting) {
    const told = await tellClerks(context, report);
    reminded += told.sent;
    already += told.already;
  }
  return { reminded, already };
}
