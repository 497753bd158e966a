import './elements.css';
import { Button } from 'antd';
import { useState } from 'react';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { balanceOperations } from '../balance-operations.ts';
import { type CellView, cellLamps, type ElementRow } from '../shapes.ts';
import { QuotaForm } from './quota-form.tsx';
import { SheetButtons } from './sheet-buttons.tsx';
import { StateLamp } from './state-lamp.tsx';
import { useWindow, WindowChoice } from './window.tsx';
import { sayQuantity, words } from './wording.ts';

function Cell({ cell }: { cell: CellView }) {
  const { say } = useLanguage();
  const { state, demand, quota, short } = cell;
  const about = `${say(words.demand)} ${sayQuantity(demand)} · ${say(words.quota)} ${sayQuantity(quota)}`;
  return (
    <td className={`figure is-${state}`} title={about}>
      <StateLamp state={state} />
      {state === 'short' && <b> {sayQuantity(short)}</b>}
      {state !== 'none' && (
        <small>
          {sayQuantity(demand)}/{sayQuantity(quota)}
        </small>
      )}
    </td>
  );
}

/** Without any quota nobody can say that nothing is short. */
function FirstShort({ cells, first }: { cells: readonly CellView[]; first: ElementRow['firstShort'] }) {
  const { say } = useLanguage();
  if (first === null)
    return cells.some(({ state }) => state === 'unset') ? (
      <StateLamp state="unset" />
    ) : (
      <span className="quiet">{say(words.noShort)}</span>
    );
  return (
    <>
      <b>{first.month}</b>
      <small>{sayQuantity(first.quantity)}</small>
    </>
  );
}

function Balance({ rows, months, search }: BalanceProps) {
  const { say } = useLanguage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className="table-scroll" tabIndex={0} aria-label={say(words.title)}>
      <table className="plain-table elements-table">
        <thead>
          <tr>
            <th scope="col">{say(words.element)}</th>
            <th scope="col">{say(words.firstShort)}</th>
            <th scope="col">{say(words.asking)}</th>
            {months.map((month) => (
              <th key={month} scope="col" className="figure">
                {month}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ element, label, unit, cells, firstShort, projects, lacking }) => (
            <tr key={element}>
              <th scope="row">
                <PageLink to={`/elements/${element}`} search={search}>
                  {say(label)}
                </PageLink>
                <small>{unit}</small>
              </th>
              <td>
                <FirstShort cells={cells} first={firstShort} />
              </td>
              <td className="figure">
                {projects}
                {lacking > 0 && <small>{say(words.lackingOf, { lacking })}</small>}
              </td>
              {cells.map((cell) => (
                <Cell key={cell.month} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface BalanceProps {
  readonly rows: readonly ElementRow[];
  readonly months: readonly string[];
  readonly search: Readonly<Record<string, string | undefined>>;
}

function Legend() {
  return (
    <div className="elements-legend">
      {(Object.keys(cellLamps) as CellView['state'][]).map((state) => (
        <StateLamp key={state} state={state} />
      ))}
    </div>
  );
}

/** 要素 × 月: what is short, from when; each row leads to the projects that ask. */
export function ElementsScreen() {
  const { say } = useLanguage();
  const { year, unit, input } = useWindow();
  const mayQuota = useMay('element.quota');
  const [isAdding, setIsAdding] = useState(false);
  const { data, error, refetch } = useOperation(balanceOperations['elements.balance'], input, { keepsLast: true });
  const add = mayQuota && (
    <Button type="primary" onClick={() => setIsAdding(true)}>
      {say(words.addQuota)}
    </Button>
  );
  return (
    <div className="page page-wide elements-page">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      <div className="elements-bar">
        <WindowChoice path="/elements" />
        <span className="grow" />
        <SheetButtons />
        {add}
      </div>
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.rows.length === 0 && <Nothing title={say(words.none)} hint={say(words.noneHint)} />}
      {data !== undefined && data.rows.length > 0 && (
        <>
          <Balance rows={data.rows} months={data.months} search={{ year, unit }} />
          <Legend />
        </>
      )}
      {isAdding && <QuotaForm year={year} onClose={() => setIsAdding(false)} />}
    </div>
  );
}
