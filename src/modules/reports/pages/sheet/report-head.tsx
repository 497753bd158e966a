import { Select } from 'antd';
import type { ReactNode } from 'react';
import { type Period, periodsOfYear } from '../../../../core/period.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { PageLink } from '../../../../web/router.tsx';
import type { FormSummary } from '../../operations.ts';
import type { ReportSheet } from '../../submission-operations.ts';
import { DueDay, StageLamp, shortMoment } from './stage-lamp.tsx';
import { words } from './words.ts';

/** The periods that may be opened: those of this year and the last that have ended. */
export const choicesOf = ({ period, current }: Pick<FormSummary, 'period' | 'current'>): Period[] => {
  const year = Number(current.slice(0, 4));
  return [year, year - 1]
    .flatMap((each) => [...periodsOfYear(each, period)].reverse())
    .filter((each) => each <= current);
};

function Levels({ levels, summary }: Pick<ReportSheet, 'levels' | 'summary'>) {
  const { say } = useLanguage();
  return (
    <ol className="report-levels" aria-label={say(words.levels)}>
      {levels.map(({ unitPath, name, passedAt, passedBy }) => {
        const isHere = summary.standsAt === unitPath;
        return (
          <li key={unitPath} className={isHere ? 'is-here' : passedAt === null ? '' : 'is-passed'}>
            {name}
            {isHere && `（${say(words.standsHere)}）`}
            {passedAt !== null && `（${say(words.passedBy, { by: passedBy ?? '', at: shortMoment(passedAt) })}）`}
          </li>
        );
      })}
    </ol>
  );
}

interface Props {
  readonly sheet: ReportSheet;
  readonly isForAnother?: boolean;
  readonly onPeriod?: (period: Period) => void;
  readonly children?: ReactNode;
}

/** What the sheet is, for whom and when, by when it is due and where it stands. */
export function ReportHead({ sheet, isForAnother = false, onPeriod, children }: Props) {
  const { say } = useLanguage();
  const { summary, formSummary, levels } = sheet;
  const periods = choicesOf(formSummary);
  const all = periods.includes(summary.period) ? periods : [summary.period, ...periods];
  return (
    <header className="report-head">
      <PageLink to="/reports">{say(words.back)}</PageLink>
      <h1>{say(formSummary.label)}</h1>
      <b>{summary.unitName}</b>
      {onPeriod === undefined ? (
        <b>{summary.period}</b>
      ) : (
        <Select
          aria-label={say(words.period)}
          size="small"
          style={{ width: 110 }}
          value={summary.period}
          onChange={onPeriod}
          options={all.map((value) => ({ value, label: value }))}
        />
      )}
      <StageLamp stage={summary.stage} />
      <DueDay summary={summary} />
      {(summary.enteredFor || isForAnother) && (
        <span className="report-mark">
          {say(words.enteredFor)}：
          {say(isForAnother ? words.enteredForHint : words.wasEnteredFor, { unit: summary.unitName })}
        </span>
      )}
      {children}
      <div className="quiet report-legal">{say(formSummary.legal)}</div>
      <Levels levels={levels} summary={summary} />
    </header>
  );
}
