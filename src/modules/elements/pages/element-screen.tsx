import './elements.css';
import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink, useParam } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { balanceOperations } from '../balance-operations.ts';
import { behaviours, carries, elementById } from '../kind.ts';
import type { CellView, QuotaView } from '../shapes.ts';
import { AllocatePanel } from './allocate-panel.tsx';
import { Decisions } from './decisions.tsx';
import { useWindow, WindowChoice } from './elements-screen.tsx';
import { QuotaForm } from './quota-form.tsx';
import { StateLamp } from './state-lamp.tsx';
import { useUnitName } from './use-elements.ts';
import { sayQuantity, words } from './wording.ts';

type Shown = z.output<(typeof balanceOperations)['elements.show']['output']>;

const lines = ['demand', 'quota', 'allocated', 'free', 'lackingRow', 'short'] as const;
const figureOf = (cell: CellView, line: (typeof lines)[number]) => cell[line === 'lackingRow' ? 'lacking' : line];

function Months({ cells }: { cells: readonly CellView[] }) {
  const { say } = useLanguage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className="table-scroll" tabIndex={0} aria-label={say(words.month)}>
      <table className="plain-table elements-table">
        <thead>
          <tr>
            <th scope="col">{say(words.month)}</th>
            {cells.map(({ month }) => (
              <th key={month} scope="col" className="figure">
                {month}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line}>
              <th scope="row">{say(words[line])}</th>
              {cells.map((cell) => (
                <td key={cell.month} className={`figure ${line === 'short' ? `is-${cell.state}` : ''}`}>
                  {line === 'short' ? (
                    <>
                      <StateLamp state={cell.state} />
                      {cell.state === 'short' && <b> {sayQuantity(cell.short)}</b>}
                    </>
                  ) : (
                    sayQuantity(figureOf(cell, line))
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface QuotasProps {
  readonly quotas: readonly QuotaView[];
  readonly onOrder: (quota: QuotaView) => void;
  readonly onPassDown: (quota: QuotaView) => void;
}

function Quotas({ quotas, onOrder, onPassDown }: QuotasProps) {
  const { say } = useLanguage();
  const unitName = useUnitName();
  const mayDecide = useMay('element.decide');
  const mayQuota = useMay('element.quota');
  const figures = ['quantity', 'passed', 'allocated', 'free'] as const;
  const heads = [words.amount, words.passed, words.allocated, words.free];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className="table-scroll" tabIndex={0} aria-label={say(words.quotas)}>
      <table className="plain-table elements-table">
        <thead>
          <tr>
            {[words.document, words.holder, words.period].map((head) => (
              <th key={head.en} scope="col">
                {say(head)}
              </th>
            ))}
            {heads.map((head) => (
              <th key={head.en} scope="col" className="figure">
                {say(head)}
              </th>
            ))}
            <th scope="col" aria-label={say(words.order)} />
          </tr>
        </thead>
        <tbody>
          {quotas.map((quota) => (
            <tr key={quota.id}>
              <th scope="row">
                {quota.number}
                {quota.note && <small>{quota.note}</small>}
              </th>
              <td>{unitName(quota.unitPath)}</td>
              <td>{quota.period}</td>
              {figures.map((figure) => (
                <td key={figure} className="figure">
                  {sayQuantity(quota[figure])}
                </td>
              ))}
              <td className="figure">
                {mayDecide && (
                  <Button size="small" onClick={() => onOrder(quota)}>
                    {say(words.order)}
                  </Button>
                )}{' '}
                {mayQuota && (
                  <Button size="small" onClick={() => onPassDown(quota)}>
                    {say(words.passDown)}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Asking({ projects }: { projects: Shown['projects'] }) {
  const { say } = useLanguage();
  const unitName = useUnitName();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className="table-scroll" tabIndex={0} aria-label={say(words.projects)}>
      <table className="plain-table elements-table">
        <thead>
          <tr>
            <th scope="col">{say(words.project)}</th>
            <th scope="col">{say(words.unit)}</th>
            <th scope="col" className="figure">
              {say(words.needs)}
            </th>
            <th scope="col" className="figure">
              {say(words.got)}
            </th>
            <th scope="col">{say(words.firstLack)}</th>
          </tr>
        </thead>
        <tbody>
          {projects.map(({ project, months, firstLack }) => (
            <tr key={project.id}>
              <th scope="row">
                <PageLink to={`/delivery/${project.id}`}>{project.name}</PageLink>
              </th>
              <td>{unitName(project.unitPath)}</td>
              <td className="figure">{sayQuantity(months.at(-1)?.need ?? null)}</td>
              <td className="figure">{sayQuantity(months.at(-1)?.got ?? null)}</td>
              <td>
                {firstLack === null ? (
                  <StateLamp state="met" />
                ) : (
                  <>
                    <b>{firstLack.month}</b> {sayQuantity(firstLack.quantity)}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Units({ units }: { units: Shown['units'] }) {
  const { say } = useLanguage();
  const unitName = useUnitName();
  const { year } = useWindow();
  const element = useParam('element');
  return (
    <ul className="element-decisions">
      {units.map(({ unitPath, firstShort, projects, cells }) => (
        <li key={unitPath}>
          <PageLink to={`/elements/${element}`} search={{ year, unit: unitPath }}>
            {unitName(unitPath)}
          </PageLink>{' '}
          <StateLamp state={firstShort === null ? (cells.at(-1)?.state ?? 'none') : 'short'} />{' '}
          <span className="quiet">
            {say(words.asking)} {projects} · {say(words.quota)} {sayQuantity(cells.at(-1)?.quota ?? null)}
            {firstShort !== null &&
              ` · ${say(words.firstShort)} ${firstShort.month} ${sayQuantity(firstShort.quantity)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** One element: months, quotas, the projects that ask, the units below, and who decided what. */
export function ElementScreen() {
  const { say } = useLanguage();
  const element = useParam('element');
  const { year, input } = useWindow();
  const mayQuota = useMay('element.quota');
  const [ordered, setOrdered] = useState<QuotaView | null>(null);
  const [adding, setAdding] = useState<QuotaView | 'new' | null>(null);
  const kind = elementById.get(element);
  const { data, error, refetch } = useOperation(
    balanceOperations['elements.show'],
    { element, ...input },
    { keepsLast: true },
  );
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data || kind === undefined) return <Waiting />;
  const { row, quotas, projects, allocations, units } = data;
  return (
    <div className="page page-wide elements-page">
      <p className="quiet">
        <PageLink to="/elements">{say(words.back)}</PageLink>
      </p>
      <h1>
        {say(row.label)} <span className="quiet">{row.unit}</span>
      </h1>
      <p className="lead">
        {say(words.behaviour, { behaviour: say(behaviours[kind.behaviour]), carry: say(carries[kind.carry]) })}
      </p>
      <div className="elements-bar">
        <WindowChoice path={`/elements/${element}`} />
        <span className="grow" />
        {mayQuota && (
          <Button type="primary" onClick={() => setAdding('new')}>
            {say(words.addQuota)}
          </Button>
        )}
      </div>
      <Months cells={row.cells} />
      <h2>{say(words.quotas)}</h2>
      {quotas.length === 0 && <Nothing title={say(words.noQuota)} hint={say(words.noQuotaHint)} />}
      {quotas.length > 0 && <Quotas quotas={quotas} onOrder={setOrdered} onPassDown={setAdding} />}
      {ordered !== null && <AllocatePanel key={ordered.id} quota={ordered} onClose={() => setOrdered(null)} />}
      <h2>{say(words.projects)}</h2>
      {projects.length === 0 && <Nothing title={say(words.noProject)} hint={say(words.noneHint)} />}
      {projects.length > 0 && <Asking projects={projects} />}
      {units.length > 0 && (
        <>
          <h2>{say(words.units)}</h2>
          <Units units={units} />
        </>
      )}
      <h2>{say(words.decisions)}</h2>
      <Decisions allocations={allocations} showsProject />
      {adding !== null && (
        <QuotaForm
          element={element}
          year={year}
          {...(adding !== 'new' && { parent: adding })}
          onClose={() => setAdding(null)}
        />
      )}
    </div>
  );
}
