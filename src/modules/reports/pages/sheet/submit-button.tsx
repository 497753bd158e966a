import { Button } from 'antd';
import { useId } from 'react';
import { useLanguage } from '../../../../web/language.tsx';
import type { Verdict } from '../../sheet-figures.ts';
import type { ReportSheet } from '../../submission-operations.ts';
import { words } from './words.ts';

interface Props {
  readonly sheet: ReportSheet;
  readonly verdict: Verdict;
  readonly conflicts: number;
  readonly isUp: boolean;
  readonly isBusy: boolean;
  readonly onSubmit: () => void;
}

/** One click; while something stands against it, what it is, and otherwise what happens next. */
export function SubmitButton({ sheet, verdict, conflicts, isUp, isBusy, onSubmit }: Props) {
  const { say } = useLanguage();
  const id = useId();
  const errors = verdict.findings.filter(
    ({ severity, rule }) => severity === 'error' && rule !== 'report/missing',
  ).length;
  const next = sheet.levels[0];
  const why = !sheet.formSummary.isValid
    ? say(words.expired)
    : conflicts > 0
      ? say(words.whyConflicts, { count: conflicts })
      : verdict.missing.length > 0
        ? say(words.whyMissing, { count: verdict.missing.length })
        : errors > 0
          ? say(words.whyErrors, { count: errors })
          : isUp
            ? null
            : say(words.whyUnsaved);
  return (
    <>
      <span id={id} className={why === null ? 'quiet' : 'due-soon'}>
        {why ?? say(next === undefined ? words.submitLast : words.submitNext, { unit: next?.name ?? '' })}
      </span>
      <Button type="primary" disabled={why !== null || isBusy} aria-describedby={id} onClick={onSubmit}>
        {say(sheet.summary.stage === 'returned' ? words.resubmit : words.submit)}
      </Button>
    </>
  );
}
