import './indicators.css';
import { Button, Input, Tooltip } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { missingReasons } from '../../../core/missing.ts';
import { Period } from '../../../core/period.ts';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useGo, useSearchParams } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { useAction, useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { indicatorById } from '../catalog/index.ts';
import { statuses } from '../observation.ts';
import { indicatorOperations, type Shown } from '../operations.ts';
import { OriginDrawer, type Place } from './origin-drawer.tsx';

const words = {
  title: { zh: '数据', en: 'Figures' },
  lead: {
    zh: '一个单位一期的全部指标；点任何一个数，看它的出处、填报人、审定人和历次修改。',
    en: 'All indicators of a unit and period; a number opens its origin, who wrote and approved it, and every change.',
  },
  unit: { zh: '单位路径（空为本单位）', en: 'Path of the unit (empty: one’s own)' },
  period: { zh: '期别，如 2026-10', en: 'Period, as 2026-10' },
  wrongPeriod: { zh: '期别须写作 2026、2026-H1、2026-Q3 或 2026-09', en: 'Write 2026, 2026-H1, 2026-Q3 or 2026-09' },
  show: { zh: '查看', en: 'Show' },
  approve: { zh: '审定本期', en: 'Approve the period' },
  due: { zh: '序时进度 {due}', en: '{due} of the year’s plan is due' },
  indicator: { zh: '指标', en: 'Indicator' },
  measure: { zh: '单位', en: 'Unit' },
  single: { zh: '当期', en: 'Single' },
  cumulative: { zh: '累计', en: 'Cumulative' },
  yearOnYear: { zh: '同比', en: 'On last year' },
  onPrevious: { zh: '环比', en: 'On the period before' },
  plan: { zh: '年计划', en: 'Plan of the year' },
  completion: { zh: '完成率', en: 'Completed' },
  ahead: { zh: '较序时', en: 'Against the calendar' },
  status: { zh: '状态', en: 'Status' },
  derived: { zh: '推算', en: 'Derived' },
  corrected: { zh: '有更正', en: 'Corrected' },
  invented: { zh: '演示虚构', en: 'Invented' },
  inventedLead: {
    zh: '带“演示虚构”标记的数是为演示生成的，不是任何单位的真实数据；累计、同比、环比中含有它们。',
    en: 'Figures marked “Invented” were generated for the demo and are nobody’s data; sums and comparisons contain them.',
  },
  points: { zh: '{n} 个百分点', en: '{n} points' },
  origin: { zh: '{name}的来历', en: 'Origin of {name}' },
  none: { zh: '这一期还没有数据', en: 'Nothing was reported for this period' },
  noneHint: {
    zh: '填报后，或用 lantu observations import 导入 CSV 后，会列在这里；也可换一个期别',
    en: 'Figures appear once reported, or imported with lantu observations import; or choose another period',
  },
} satisfies Record<string, Label>;

type Row = z.output<(typeof indicatorOperations)['observations.figures']['output']>['figures'][number];

/** The month that reports are due for: the one before this. */
function lastMonth(): string {
  const now = new Date();
  const month = new Date(now.getFullYear(), now.getMonth() - 1, 1);
  return `${month.getFullYear()}-${String(month.getMonth() + 1).padStart(2, '0')}`;
}

const asPercent = (value: string) => `${(Number(value) * 100).toFixed(1)}%`;
const grouped = (value: string) => value.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');

function Hole({ figure }: { figure: Shown }) {
  const { say } = useLanguage();
  if (figure.missing === null) return null;
  const why = [say(missingReasons[figure.missing]), ...figure.because].join('：');
  return (
    <Tooltip title={why}>
      <span className="quiet">—</span>
    </Tooltip>
  );
}

function ShareCell({ figure, inPoints = false }: { figure: Shown; inPoints?: boolean }) {
  const { say } = useLanguage();
  if (figure.value === null) return <Hole figure={figure} />;
  if (!inPoints) return <>{asPercent(figure.value)}</>;
  const points = (Number(figure.value) * 100).toFixed(1);
  return <>{say(words.points, { n: Number(points) > 0 ? `+${points}` : points })}</>;
}

function FigureRow({ row, isInvented, onOpen }: { row: Row; isInvented: boolean; onOpen: () => void }) {
  const { say } = useLanguage();
  const indicator = indicatorById.get(row.indicatorId);
  const name = indicator === undefined ? row.indicatorId : say(indicator.label);
  const number = (figure: Shown) => {
    const isReportedHole = row.status !== null && figure.missing !== null && figure.missing !== 'not-applicable';
    if (figure.value === null && !isReportedHole) return <Hole figure={figure} />;
    return (
      <Button
        type="link"
        size="small"
        className="figure-link"
        aria-label={say(words.origin, { name })}
        onClick={onOpen}
      >
        {figure.value === null ? say(missingReasons[figure.missing ?? 'not-reported']) : grouped(figure.value)}
      </Button>
    );
  };
  return (
    <tr>
      <td>{name}</td>
      <td className="quiet">{indicator?.unit}</td>
      <td className="figure">{number(row.single)}</td>
      <td className="figure">{number(row.cumulative)}</td>
      <td className="figure">
        <ShareCell figure={row.yearOnYear} />
      </td>
      <td className="figure">
        <ShareCell figure={row.onPrevious} />
      </td>
      <td className="figure">{row.plan.value === null ? <Hole figure={row.plan} /> : grouped(row.plan.value)}</td>
      <td className="figure">
        <ShareCell figure={row.completion} />
      </td>
      <td className="figure">
        <ShareCell figure={row.ahead} inPoints />
      </td>
      <td>
        {row.isDerived && <span className="chip">{say(words.derived)}</span>}
        {row.status !== null && (
          <span className={row.status === 'approved' || row.status === 'published' ? 'chip chip-on' : 'chip'}>
            {say(statuses[row.status])}
          </span>
        )}
        {row.isCorrected && <span className="chip">{say(words.corrected)}</span>}
        {isInvented && <span className="chip chip-invented">{say(words.invented)}</span>}
      </td>
    </tr>
  );
}

/** Indicators of the period whose own observation was made up for a demonstration, or a part of it was. */
function useInvented({ period }: Chosen, unitPath: string | undefined): ReadonlySet<string> {
  const asked = { unitPath: unitPath ?? '', subjectId: unitPath ?? '', subjectKind: 'unit' as const, limit: 1000 };
  const isAsked = { enabled: unitPath !== undefined };
  const own = useOperation(indicatorOperations['observations.list'], { ...asked, period }, isAsked);
  const invented = new Set(
    own.data?.observations.filter(({ provenance }) => provenance.kind === 'invented').map((each) => each.indicatorId),
  );
  for (const { id, above = '', below = '' } of indicatorById.values())
    if (invented.has(above) || invented.has(below)) invented.add(id);
  return invented;
}

interface Chosen {
  readonly period: string;
  readonly unitPath?: string;
}

function Chooser({ chosen, onChoose }: { chosen: Chosen; onChoose: (chosen: Chosen) => void }) {
  const { say } = useLanguage();
  const [unit, setUnit] = useState(chosen.unitPath ?? '');
  const [period, setPeriod] = useState(chosen.period);
  const isPeriod = Period.safeParse(period).success;
  return (
    <form
      className="page-actions figure-choice"
      onSubmit={(event) => {
        event.preventDefault();
        if (isPeriod) onChoose({ period, ...(unit.trim() !== '' && { unitPath: unit.trim() }) });
      }}
    >
      <Input
        aria-label={say(words.unit)}
        placeholder={say(words.unit)}
        value={unit}
        onChange={({ target }) => setUnit(target.value)}
      />
      <Input
        aria-label={say(words.period)}
        placeholder={say(words.period)}
        value={period}
        status={isPeriod ? '' : 'error'}
        title={isPeriod ? undefined : say(words.wrongPeriod)}
        onChange={({ target }) => setPeriod(target.value.trim())}
      />
      <Button type="primary" htmlType="submit" disabled={!isPeriod}>
        {say(words.show)}
      </Button>
    </form>
  );
}

const columns = [
  ['indicator', false],
  ['measure', false],
  ['single', true],
  ['cumulative', true],
  ['yearOnYear', true],
  ['onPrevious', true],
  ['plan', true],
  ['completion', true],
  ['ahead', true],
  ['status', false],
] as const;

export function FiguresScreen() {
  const { say } = useLanguage();
  const search = useSearchParams();
  const go = useGo();
  const [opened, setOpened] = useState<Place | null>(null);
  const approval = useAction(indicatorOperations['observations.approve']);
  const mayApprove = useMay(indicatorOperations['observations.approve'].permission);
  const { period = lastMonth(), unit } = search;
  const chosen: Chosen = { period, ...(unit !== undefined && { unitPath: unit }) };
  const { data, error, refetch } = useOperation(indicatorOperations['observations.figures'], chosen);
  const invented = useInvented(chosen, data?.unitPath);
  const isOpen = data?.figures.some(({ status }) => status === 'draft' || status === 'submitted') ?? false;
  const approve = async (unitPath: string) => {
    await approval.mutateAsync({ unitPath, period });
    await refetch();
  };
  return (
    <div className="page page-wide">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      <Chooser
        key={`${period} ${unit}`}
        chosen={chosen}
        onChoose={(next) => go('/figures', { period: next.period, unit: next.unitPath })}
      />
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {approval.isError && <Failure error={approval.error} onAgain={() => approval.reset()} />}
      {!data && !error && <Waiting />}
      {data?.figures.length === 0 && <Nothing title={say(words.none)} hint={say(words.noneHint)} />}
      {data !== undefined && data.figures.length > 0 && (
        <>
          <p className="quiet">
            {data.unitPath} · {period} · {data.due.value !== null && say(words.due, { due: asPercent(data.due.value) })}{' '}
            {mayApprove && isOpen && (
              <Button size="small" loading={approval.isPending} onClick={() => void approve(data.unitPath)}>
                {say(words.approve)}
              </Button>
            )}
          </p>
          {invented.size > 0 && <p className="invented-note">{say(words.inventedLead)}</p>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
          <section className="table-scroll" tabIndex={0} aria-label={say(words.title)}>
            <table className="plain-table">
              <thead>
                <tr>
                  {columns.map(([id, isFigure]) => (
                    <th key={id} className={isFigure ? 'figure' : undefined}>
                      {say(words[id])}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.figures.map((row) => (
                  <FigureRow
                    key={row.indicatorId}
                    row={row}
                    isInvented={invented.has(row.indicatorId)}
                    onOpen={() =>
                      setOpened({ ...chosen, indicatorId: row.indicatorId, accumulation: row.accumulation })
                    }
                  />
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
      <OriginDrawer place={opened} onClose={() => setOpened(null)} />
    </div>
  );
}
