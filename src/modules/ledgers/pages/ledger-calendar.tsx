import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { daysBetween } from '../../../core/day.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { dayAfter } from '../../../core/workday.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { type LedgerEntry, ledgerOperations } from '../operations.ts';
import { lampClass } from './show.ts';
import { words } from './wording.ts';

const weekdays = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;
const mostListed = 1000;

const monthAfter = (month: string, by: number): string => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
};

/** The days of a month in weeks that begin on Monday, with those of its neighbours that fill them. */
function daysOf(month: string): string[] {
  const first = `${month}-01`;
  const before = ((daysBetween('2024-01-01', first) % 7) + 7) % 7;
  const last = dayAfter(`${monthAfter(month, 1)}-01`, -1);
  const weeks = Math.ceil((before + daysBetween(first, last) + 1) / 7);
  return Array.from({ length: weeks * 7 }, (_, i) => dayAfter(first, i - before));
}

interface DayProps {
  readonly day: string;
  readonly month: string;
  readonly entries: readonly LedgerEntry[];
  readonly onPick: (entryId: string) => void;
}

function DayCell({ day, month, entries, onPick }: DayProps) {
  const isOut = !day.startsWith(month);
  const classes = [
    'ledger-day',
    isOut && 'is-out',
    day === todayHere() && 'is-today',
    entries.length === 0 && 'is-free',
  ];
  return (
    <li className={classes.filter(Boolean).join(' ')}>
      <time dateTime={day}>{Number(day.slice(8))}</time>
      {entries.map((entry) => (
        <button
          type="button"
          key={entry.entryId}
          className={lampClass(entry)}
          title={`${entry.code} ${entry.name}`}
          onClick={() => onPick(entry.entryId)}
        >
          {entry.name}
        </button>
      ))}
    </li>
  );
}

interface Props {
  readonly ledger: Ledger;
  readonly unitPath: string | undefined;
  readonly onPick: (entryId: string) => void;
}

/** 日历: what is due on which day of a month; what is late from before is told above. */
export function LedgerCalendar({ ledger, unitPath, onPick }: Props) {
  const { say, language } = useLanguage();
  const [month, setMonth] = useState(() => todayHere().slice(0, 7));
  const days = daysOf(month);
  const ahead = Math.min(366, Math.max(0, daysBetween(todayHere(), days.at(-1) ?? todayHere())));
  const input = { ledger: ledger.id, unitPath, days: ahead, limit: mostListed };
  const { data, error, refetch } = useOperation(ledgerOperations['ledgers.due'], input);
  const entries = data?.entries ?? [];
  const before = entries.filter(({ dueOn, lamp }) => lamp === 'red' && dueOn !== null && dueOn < `${month}-01`).length;
  const inMonth = entries.filter(({ dueOn }) => dueOn?.startsWith(month));
  return (
    <div className="ledger-calendar">
      <div className="register-bar">
        <Button
          size="small"
          icon={<LeftOutlined />}
          aria-label={say(words.previous)}
          onClick={() => setMonth(monthAfter(month, -1))}
        />
        <b>{month}</b>
        <Button
          size="small"
          icon={<RightOutlined />}
          aria-label={say(words.next)}
          onClick={() => setMonth(monthAfter(month, 1))}
        />
        <span className="quiet">
          {inMonth.length === 0 ? say(words.noDue) : say(words.monthDue, { count: inMonth.length })}
        </span>
        {before > 0 && <span className="ledger-late">{say(words.lateBefore, { count: before })}</span>}
        {entries.length === mostListed && <span className="quiet">{say(words.capped, { count: mostListed })}</span>}
      </div>
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <div className="ledger-weekdays" aria-hidden="true">
            {weekdays[language].map((name) => (
              <span key={name}>{name}</span>
            ))}
          </div>
          <ol className="ledger-month">
            {days.map((day) => (
              <DayCell
                key={day}
                day={day}
                month={month}
                entries={entries.filter(({ dueOn }) => dueOn === day)}
                onPick={onPick}
              />
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
