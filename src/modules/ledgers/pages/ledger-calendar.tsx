import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { daysBetween } from '../../../core/day.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { dayAfter } from '../../../core/workday.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { daysOfMonth, monthAfter } from '../month.ts';
import { type LedgerEntry, ledgerOperations } from '../operations.ts';
import { Lamp } from './lamp.tsx';
import { lampClass } from './show.ts';
import { words } from './wording.ts';

const weekdays = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;
const mostListed = 1000;
const mostNamed = 2;

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

interface DayProps {
  readonly day: string;
  readonly month: string;
  readonly entries: readonly LedgerEntry[];
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** One day: how many are due, and the first of them by name. */
function DayCell({ day, month, entries, isChosen, onChoose }: DayProps) {
  const { say } = useLanguage();
  const classes = [
    'ledger-day',
    !day.startsWith(month) && 'is-out',
    day === todayHere() && 'is-today',
    entries.length === 0 && 'is-free',
    isChosen && 'is-chosen',
  ];
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      data-day={day}
      tabIndex={isChosen ? 0 : -1}
      aria-pressed={isChosen}
      aria-label={say(words.dayDue, { day, count: entries.length })}
      onClick={onChoose}
    >
      <time dateTime={day}>{Number(day.slice(8))}</time>
      {entries.length > 0 && <b className="ledger-day-count">{entries.length}</b>}
      {entries.slice(0, mostNamed).map((entry) => (
        <span key={entry.entryId} className={lampClass(entry)}>
          {entry.name}
        </span>
      ))}
      {entries.length > mostNamed && <small>{say(words.moreOfDay, { count: entries.length - mostNamed })}</small>}
    </button>
  );
}

/** What is due on the day that is chosen. */
function DayList({ day, entries, onPick }: Pick<DayProps, 'day' | 'entries'> & Pick<Props, 'onPick'>) {
  const { say } = useLanguage();
  return (
    <section className="ledger-day-list" aria-live="polite">
      <h2>{say(words.dayDue, { day, count: entries.length })}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.entryId}>
            <button type="button" onClick={() => onPick(entry.entryId)}>
              <Lamp entry={entry} /> {entry.code} {entry.name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Props {
  readonly ledger: Ledger;
  readonly unitPath: string | undefined;
  readonly onPick: (entryId: string) => void;
}

function useMonth({ ledger, unitPath }: Props) {
  const [chosen, setChosen] = useState(todayHere);
  const month = chosen.slice(0, 7);
  const days = daysOfMonth(month);
  const ahead = Math.min(366, Math.max(0, daysBetween(todayHere(), days.at(-1) ?? todayHere())));
  const input = { ledger: ledger.id, unitPath, days: ahead, limit: mostListed };
  return { chosen, setChosen, month, days, ...useOperation(ledgerOperations['ledgers.due'], input) };
}

/** 日历: what is due on which day of a month; what is late from before is told above. */
export function LedgerCalendar(props: Props) {
  const { say, language } = useLanguage();
  const { chosen, setChosen, month, days, data, error, refetch } = useMonth(props);
  const grid = useRef<HTMLDivElement>(null);
  const entries = data?.entries ?? [];
  const before = entries.filter(({ dueOn, lamp }) => lamp === 'red' && dueOn !== null && dueOn < `${month}-01`).length;
  const inMonth = entries.filter(({ dueOn }) => dueOn?.startsWith(month));
  const dueOf = (day: string) => entries.filter(({ dueOn }) => dueOn === day);
  const turn = (by: number) => setChosen(`${monthAfter(month, by)}-01`);
  const walk = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const day = dayAfter(chosen, step);
    setChosen(day);
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus());
  };
  return (
    <div className="ledger-calendar">
      <div className="register-bar">
        <Button size="small" icon={<LeftOutlined />} aria-label={say(words.previous)} onClick={() => turn(-1)} />
        <b>{month}</b>
        <Button size="small" icon={<RightOutlined />} aria-label={say(words.next)} onClick={() => turn(1)} />
        <span className="quiet">
          {inMonth.length === 0 ? say(words.noDue) : say(words.monthDue, { count: inMonth.length })}
        </span>
        {before > 0 && <span className="ledger-late">{say(words.lateBefore, { count: before })}</span>}
        {entries.length === mostListed && <span className="quiet">{say(words.capped, { count: mostListed })}</span>}
        <span className="quiet ledger-keys">{say(words.keysOfDays)}</span>
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
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the days in it are buttons; arrows only move between them */}
          <div className="ledger-month" ref={grid} onKeyDown={walk}>
            {days.map((day) => (
              <DayCell
                key={day}
                {...{ day, month }}
                entries={dueOf(day)}
                isChosen={day === chosen}
                onChoose={() => setChosen(day)}
              />
            ))}
          </div>
          <DayList day={chosen} entries={dueOf(chosen)} onPick={props.onPick} />
        </>
      )}
    </div>
  );
}
