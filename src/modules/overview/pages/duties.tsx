import type { ReactNode } from 'react';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink } from '../../../web/router.tsx';
import { lampLevels } from '../../promotion/money-operations.ts';
import type { Overview } from './overview-screen.tsx';

const words = {
  reports: { zh: '报表', en: 'Reports' },
  lateOf: { zh: '迟报 {late} / {all} 份', en: '{late} of {all} late' },
  noneLate: { zh: '{all} 份都按时', en: 'all {all} on time' },
  lateUnit: { zh: '欠 {late} 份', en: 'owes {late}' },
  lamps: { zh: '项目亮灯', en: 'Lamps of projects' },
  promises: { zh: '承诺', en: 'Promises' },
  overdue: { zh: '逾期未核 {count} 项', en: '{count} overdue' },
  soon: { zh: '30 日内到期 {count} 项', en: '{count} due within 30 days' },
  days: { zh: '逾期 {days} 天', en: '{days} d late' },
  ledgers: { zh: '台账', en: 'Ledgers' },
  ledgerLine: { zh: '逾期 {overdue} 项，7 日内到期 {due} 项', en: '{overdue} overdue, {due} due within 7 days' },
  bulletins: { zh: '待审定、印发的通报', en: 'Bulletins waiting' },
  draft: { zh: '待审定', en: 'to approve' },
  approved: { zh: '待印发', en: 'to publish' },
  none: { zh: '没有', en: 'None' },
} satisfies Record<string, Label>;

interface DutyProps {
  readonly title: Label;
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly said: ReactNode;
  readonly children?: ReactNode;
}

function Duty({ title, to, search, said, children }: DutyProps) {
  const { say } = useLanguage();
  return (
    <section className="duty">
      <h2>
        <PageLink to={to} {...(search && { search })}>
          {say(title)}
        </PageLink>
        <span>{said}</span>
      </h2>
      {children}
    </section>
  );
}

const levels = ['red', 'yellow', 'green', 'unknown'] as const;

function Lamps({ lamps }: { lamps: Overview['lamps'] }) {
  const { say } = useLanguage();
  return (
    <Duty title={words.lamps} to="/delivery" said={<small className="quiet">{lamps.period}</small>}>
      <ul>
        {lamps.lamps.map(({ id, label, counts, refused }) => (
          <li key={id}>
            <span>{say(label)}</span>
            {refused === null ? (
              <span className="lamp-counts">
                {levels
                  .filter((level) => (counts[level] ?? 0) > 0)
                  .map((level) => (
                    <span key={level} className={`word-lamp is-${level}`}>
                      {say(lampLevels[level])} {counts[level]}
                    </span>
                  ))}
              </span>
            ) : (
              <PageLink to="/rules">
                <span title={say(refused)}>{say({ zh: '待本级决定', en: 'to be decided' })}</span>
              </PageLink>
            )}
          </li>
        ))}
        {lamps.worst.map(({ id, name, level }) => (
          <li key={id}>
            <PageLink to={`/delivery/${id}`}>{name}</PageLink>
            <span className={`word-lamp is-${level}`}>{say(lampLevels[level])}</span>
          </li>
        ))}
      </ul>
    </Duty>
  );
}

/** What is owed and what waits, each line on its way to where it is dealt with. */
export function Duties({ overview }: { overview: Overview }) {
  const { say } = useLanguage();
  const { reports, lamps, promises, ledgers, bulletins } = overview;
  return (
    <div className="duties">
      <Duty
        title={words.reports}
        to="/reports/review"
        search={{ only: 'late' }}
        said={
          <span className={reports.late > 0 ? 'is-late' : undefined}>
            {say(reports.late > 0 ? words.lateOf : words.noneLate, { late: reports.late, all: reports.all })}
          </span>
        }
      >
        <ul>
          {reports.units.map(({ unitPath, unitName, late }) => (
            <li key={unitPath}>
              <span>{unitName}</span>
              <span className="is-late">{say(words.lateUnit, { late })}</span>
            </li>
          ))}
        </ul>
      </Duty>
      <Lamps lamps={lamps} />
      <Duty
        title={words.promises}
        to="/my-work"
        said={
          <>
            <span className={promises.overdue > 0 ? 'is-late' : 'quiet'}>
              {say(words.overdue, { count: promises.overdue })}
            </span>{' '}
            <span className="quiet">{say(words.soon, { count: promises.soon })}</span>
          </>
        }
      >
        <ul>
          {promises.first.map(({ id, project, said, dueOn, daysLate }) => (
            <li key={id}>
              <PageLink to={`/delivery/${project.id}`}>
                {project.name}：{say(said)}
              </PageLink>
              <span className={(daysLate ?? 0) > 0 ? 'is-late' : 'quiet'}>
                {daysLate !== null && daysLate > 0 ? say(words.days, { days: daysLate }) : dueOn}
              </span>
            </li>
          ))}
        </ul>
      </Duty>
      <Duty
        title={words.ledgers}
        to="/ledgers"
        said={<span className={ledgers.overdue > 0 ? 'is-late' : 'quiet'}>{say(words.ledgerLine, ledgers)}</span>}
      />
      <Duty
        title={words.bulletins}
        to="/bulletins"
        said={bulletins.length === 0 && <span className="quiet">{say(words.none)}</span>}
      >
        <ul>
          {bulletins.map(({ id, title, state }) => (
            <li key={id}>
              <PageLink to={`/bulletins/${id}`}>{title}</PageLink>
              <span className="quiet">{say(words[state])}</span>
            </li>
          ))}
        </ul>
      </Duty>
    </div>
  );
}
