import { daysBetween } from '../../../../core/day.ts';
import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { type ReportStage, type ReportSummary, reportStages } from '../../submission.ts';
import { words } from './words.ts';

/** Where a report stands, as colour and word. */
export function StageLamp({ stage }: { stage: ReportStage | null }) {
  const { say } = useLanguage();
  return (
    <span className={`stage-lamp is-${stage ?? 'none'}`}>
      {say(stage === null ? words.notBegun : reportStages.stages[stage])}
    </span>
  );
}

const padded = (part: number): string => String(part).padStart(2, '0');

/** The day on the reader’s calendar. */
export const todayHere = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${padded(now.getMonth() + 1)}-${padded(now.getDate())}`;
};

/** An instant as people write it: with the year only where it is another one. */
export function shortMoment(at: string): string {
  const moment = new Date(at);
  const day = `${padded(moment.getMonth() + 1)}-${padded(moment.getDate())}`;
  const year = moment.getFullYear() === new Date().getFullYear() ? '' : `${moment.getFullYear()}-`;
  return `${year}${day} ${padded(moment.getHours())}:${padded(moment.getMinutes())}`;
}

const isUnsent = ({ stage }: ReportSummary): boolean => stage === null || stage === 'draft' || stage === 'returned';

/** By when a report is due, as the days that are left; once it has been sent, when. */
export function DueDay({ summary }: { summary: ReportSummary }) {
  const { say } = useLanguage();
  const { dueOn: day, openUntil, isLate, submittedAt } = summary;
  if (!isUnsent(summary))
    return (
      <span className={isLate ? 'due-late' : 'quiet'}>
        {submittedAt !== null && say(words.sentOn, { at: shortMoment(submittedAt) })}
        {isLate && ` · ${say(words.late)}`}
      </span>
    );
  const days = daysBetween(todayHere(), day);
  const [label, kind]: [Label, string] =
    days < 0
      ? [words.overdue, 'due-late']
      : days === 0
        ? [words.dueToday, 'due-soon']
        : [words.dueIn, days <= 3 ? 'due-soon' : 'quiet'];
  return (
    <span className={kind}>
      {say(label, { day, days: Math.abs(days) })}
      {openUntil > day && ` · ${say(words.openUntil, { day: openUntil })}`}
    </span>
  );
}
