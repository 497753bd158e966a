import { Segmented } from 'antd';
import { useState } from 'react';
import { isUnmet, measureStates } from '../../../core/ledger/measure.ts';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { PageLink } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { ledgers } from '../catalog/index.ts';
import { ledgerOperations } from '../operations.ts';
import type { MeasureLine } from '../report-shapes.ts';
import { useUnits } from './entry-fields.tsx';
import { words } from './wording.ts';

/** The address of the entries behind a number. */
const behind = (line: MeasureLine, part: 'counted' | 'among' | 'without', on: string | undefined) => ({
  ...{ measure: line.measure, part, unitPath: line.unitPath },
  ...(line.of !== null && { of: line.of }),
  ...(on !== undefined && { on }),
});

function Value({ line, on }: { line: MeasureLine; on: string | undefined }) {
  const { say } = useLanguage();
  const { ledger, value, unit, counted, among, without, is } = line;
  const to = `/ledgers/${ledger}`;
  const text = value === null ? say(words.noFigure) : `${Number(value).toLocaleString('zh-CN')} ${unit}`;
  const hasWhole = is !== null && among > 0;
  return (
    <>
      {counted > 0 ? (
        <PageLink to={to} search={behind(line, 'counted', on)}>
          {text}
        </PageLink>
      ) : (
        text
      )}
      {(hasWhole || (among > 0 && counted !== among)) && (
        <>
          {' '}
          <PageLink to={to} search={behind(line, 'among', on)}>
            {say(words.ofAmong, { among })}
          </PageLink>
        </>
      )}
      {without > 0 && (
        <div>
          <PageLink to={to} search={behind(line, 'without', on)}>
            {say(words.without, { count: without })}
          </PageLink>
        </div>
      )}
    </>
  );
}

function Row({ line, about, on }: { line: MeasureLine; about: readonly string[]; on: string | undefined }) {
  const { say } = useLanguage();
  const { label, period, ofName, target, unit, is, byMonth, state, set } = line;
  const asked =
    is === null || target === null ? '' : say(words[is === 'at-least' ? 'atLeast' : 'atMost'], { target, unit });
  return (
    <tr>
      <td>
        {say(label)}
        <small>{[...about, ...(ofName === null ? [] : [ofName])].join(' · ')}</small>
      </td>
      <td>{period}</td>
      <td className="figure">
        <Value line={line} on={on} />
      </td>
      <td>
        {asked}
        {asked !== '' && byMonth !== null && <small>{say(words.byMonth, { month: byMonth })}</small>}
      </td>
      <td className={isUnmet(state) ? 'ledger-late' : 'quiet'}>{say(measureStates[state])}</td>
      <td>
        {set !== null && (
          <>
            {say(words.setYears, { title: say(set.title), from: set.years[0], to: set.years[1] })}
            <small>{set.until === null ? say(words.notFollowed) : say(words.followed, { until: set.until })}</small>
          </>
        )}
      </td>
    </tr>
  );
}

/** 频次与统计: every number with what is asked of it, where that comes from, and the entries it is made of. */
export function MeasureTable({ lines, on }: { lines: readonly MeasureLine[]; on?: string | undefined }) {
  const { say } = useLanguage();
  const units = useUnits();
  const nameOf = (path: string) => units.find(({ unitPath }) => unitPath === path)?.name ?? path;
  const isOfMany = (of: 'unitPath' | 'ledger') => new Set(lines.map((line) => line[of])).size > 1;
  const about = (line: MeasureLine): string[] => [
    ...(isOfMany('ledger') ? [say(ledgers.find(({ id }) => id === line.ledger)?.label ?? line.label)] : []),
    ...(isOfMany('unitPath') ? [nameOf(line.unitPath)] : []),
  ];
  return (
    <table className="plain-table ledger-measures">
      <thead>
        <tr>
          <th>{say(words.measure)}</th>
          <th>{say(words.period)}</th>
          <th className="figure">{say(words.value)}</th>
          <th>{say(words.target)}</th>
          <th>{say(words.state)}</th>
          <th>{say(words.askedBy)}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row
            key={`${line.ledger} ${line.measure} ${line.unitPath} ${line.of}`}
            line={line}
            about={about(line)}
            on={on}
          />
        ))}
      </tbody>
    </table>
  );
}

/** The measures of one ledger: open while something is not met, folded otherwise. */
export function LedgerMeasures({ ledger, unitPath }: { ledger: string; unitPath: string | undefined }) {
  const { say } = useLanguage();
  const [isPast, setIsPast] = useState(false);
  const on = isPast ? `${Number(todayHere().slice(0, 4)) - 1}-12-31` : undefined;
  const { data } = useOperation(ledgerOperations['ledgers.report'], { ledger, unitPath, on });
  const lines = data?.ledgers[0]?.measures ?? [];
  if (lines.length === 0) return null;
  const unmet = lines.filter(({ state }) => isUnmet(state)).length;
  return (
    <details className="ledger-decided" open={unmet > 0}>
      <summary>
        {say(words.measures)}
        {unmet > 0 && <span className="ledger-late"> {say(words.unmetTitle, { count: unmet })}</span>}
      </summary>
      <Segmented
        size="small"
        aria-label={say(words.period)}
        value={isPast ? 'past' : 'now'}
        options={[
          { value: 'now', label: say(words.thisPeriod) },
          { value: 'past', label: say(words.lastYear) },
        ]}
        onChange={(next) => setIsPast(next === 'past')}
      />
      <div className="ledger-scroll">
        <MeasureTable lines={lines} on={on} />
      </div>
    </details>
  );
}
