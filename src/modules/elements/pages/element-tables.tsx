import { Button } from 'antd';
import type { z } from 'zod';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink, useParam } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import type { balanceOperations } from '../balance-operations.ts';
import type { CellView, QuotaView } from '../shapes.ts';
import type { QuotaMoveName } from './quota-form.tsx';
import { StateLamp } from './state-lamp.tsx';
import { useUnitName } from './use-elements.ts';
import { useWindow } from './window.tsx';
import { sayQuantity, words } from './wording.ts';

type Shown = z.output<(typeof balanceOperations)['elements.show']['output']>;

const lines = ['demand', 'quota', 'allocated', 'free', 'lackingRow', 'short'] as const;
const figureOf = (cell: CellView, line: (typeof lines)[number]) => cell[line === 'lackingRow' ? 'lacking' : line];

/** Demand, quota, what was given, what is free and what lacks, by month. */
export function Months({ cells }: { cells: readonly CellView[] }) {
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
  readonly onMove: (quota: QuotaView, move: QuotaMoveName) => void;
}

/** The quotas with what was passed down and given. */
export function Quotas({ quotas, onOrder, onPassDown, onMove }: QuotasProps) {
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
                  <>
                    <Button size="small" onClick={() => onPassDown(quota)}>
                      {say(words.passDown)}
                    </Button>
                    {(['change', 'withdraw'] as const).map((move) => (
                      <Button
                        key={move}
                        size="small"
                        type="link"
                        aria-label={`${say(words[move])} ${quota.number}`}
                        onClick={() => onMove(quota, move)}
                      >
                        {say(words[move])}
                      </Button>
                    ))}
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

/** The projects that ask, those that lack first. */
export function Asking({ projects }: { projects: Shown['projects'] }) {
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

/** The units directly below: each leads to the same page for itself. */
export function Units({ units }: { units: Shown['units'] }) {
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
