import './ledgers.css';
import '../../../web/register/register.css';
import { Input, Switch } from 'antd';
import { useState } from 'react';
import type * as z from 'zod';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { domainIds, domainOf, domains } from '../domains.ts';
import { ledgerOperations } from '../operations.ts';
import type { LedgerSummary } from '../report-shapes.ts';
import { MeasureTable } from './measure-table.tsx';
import { words } from './wording.ts';

type Summary = z.infer<typeof LedgerSummary>;

function Rows({ title, ledgers }: { title: string; ledgers: readonly Summary[] }) {
  const { say } = useLanguage();
  return (
    <section>
      <h2>{title}</h2>
      <table className="plain-table ledger-catalog">
        <thead>
          <tr>
            <th>{say(words.ledger)}</th>
            <th>{say(words.decisions)}</th>
            <th className="figure">{say(words.open)}</th>
            <th className="figure">{say(words.overdue)}</th>
            <th className="figure">{say(words.total)}</th>
          </tr>
        </thead>
        <tbody>
          {ledgers.map(({ id, label, purpose, open, overdue, total, undecided }) => (
            <tr key={id}>
              <td>
                <div>
                  <PageLink to={`/ledgers/${id}`}>{say(label)}</PageLink>
                </div>
                <small>{say(purpose)}</small>
              </td>
              <td>
                {undecided > 0 && (
                  <span className="ledger-undecided">{say(words.undecided, { count: undecided })}</span>
                )}
              </td>
              <td className="figure">{open}</td>
              <td className={overdue > 0 ? 'figure ledger-late' : 'figure'}>{overdue}</td>
              <td className="figure">{total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Of all ledgers, what is asked for and not met. */
function Unmet() {
  const { say } = useLanguage();
  const { data } = useOperation(ledgerOperations['ledgers.due'], { limit: 1 });
  const lines = data?.measures ?? [];
  if (lines.length === 0) return null;
  return (
    <details className="ledger-decided">
      <summary className="ledger-late">{say(words.unmetTitle, { count: lines.length })}</summary>
      <div className="ledger-scroll">
        <MeasureTable lines={lines} />
      </div>
    </details>
  );
}

/** All ledgers by domain, with what is open, overdue and still to decide. */
export function CatalogScreen() {
  const { say } = useLanguage();
  const { data, error, refetch } = useOperation(ledgerOperations['ledgers.catalog'], {});
  const [search, setSearch] = useState('');
  const [isOnlyOpen, setIsOnlyOpen] = useState(false);
  const wanted = search.trim().toLowerCase();
  const shown = (data?.ledgers ?? []).filter(
    ({ label, purpose, open }) =>
      (!isOnlyOpen || open > 0) &&
      [label.zh, label.en, purpose.zh, purpose.en].some((text) => text.toLowerCase().includes(wanted)),
  );
  const groups = [...domainIds, null]
    .map((domain) => ({ domain, own: shown.filter((each) => domainOf(each) === domain) }))
    .filter(({ own }) => own.length > 0);
  return (
    <div className="page">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      <div className="register-bar">
        <Input
          aria-label={say(words.search)}
          placeholder={say(words.search)}
          allowClear
          style={{ width: 240 }}
          onChange={({ target }) => setSearch(target.value)}
        />
        <span className="ledger-switch">
          <Switch size="small" aria-label={say(words.onlyMine)} checked={isOnlyOpen} onChange={setIsOnlyOpen} />
          {say(words.onlyMine)}
        </span>
      </div>
      <Unmet />
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && groups.length === 0 && <Nothing title={say(words.noLedger)} />}
      {groups.map(({ domain, own }) => (
        <Rows key={domain ?? ''} title={say(domain === null ? words.others : domains[domain])} ledgers={own} />
      ))}
    </div>
  );
}
