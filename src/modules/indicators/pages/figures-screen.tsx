import './indicators.css';
import { UploadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useGo, useSearchParams } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { useAction, useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { indicatorOperations } from '../operations.ts';
import { originOperations } from '../origin-operations.ts';
import { type Chosen, FigureChoice, useUnits } from './figure-choice.tsx';
import { asPercent, FigureRow } from './figure-row.tsx';
import { ImportFigures } from './import-figures.tsx';
import { OriginDrawer, type Place } from './origin-drawer.tsx';
import { RolledUp } from './rolled-up.tsx';

const words = {
  title: { zh: '数据', en: 'Figures' },
  lead: {
    zh: '一个单位一期的全部指标；点任何一个数，看它的出处、填报人、审定人和历次修改。',
    en: 'All indicators of a unit and period; a number opens its origin, who wrote and approved it, and every change.',
  },
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
  inventedLead: {
    zh: '带“演示虚构”标记的数是为演示生成的，不是任何单位的真实数据；累计、同比、环比中含有它们。',
    en: 'Figures marked “Invented” were generated for the demo and are nobody’s data; sums and comparisons contain them.',
  },
  none: { zh: '这一期还没有数据', en: 'Nothing was reported for this period' },
  noneHint: {
    zh: '报表填报或从 Excel 导入后，会列在这里；也可换一个单位或期别',
    en: 'Figures appear once reported or imported from Excel; or choose another unit or period',
  },
  import: { zh: '导入', en: 'Import' },
} satisfies Record<string, Label>;

/** The month that reports are due for: the one before this. */
function lastMonth(): string {
  const now = new Date();
  const month = new Date(now.getFullYear(), now.getMonth() - 1, 1);
  return `${month.getFullYear()}-${String(month.getMonth() + 1).padStart(2, '0')}`;
}

/** Indicators with a figure that was made up for a demonstration, in the period or in what it is compared with. */
function useInvented({ period }: Chosen, unitPath: string | undefined): ReadonlySet<string> {
  const asked = { period, ...(unitPath !== undefined && { unitPath }) };
  const { data } = useOperation(originOperations['observations.invented'], asked, { enabled: unitPath !== undefined });
  return new Set(data?.indicatorIds);
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
  const [isImporting, setIsImporting] = useState(false);
  const queries = useQueryClient();
  const approval = useAction(indicatorOperations['observations.approve']);
  const mayImport = useMay(indicatorOperations['observations.import'].permission);
  const mayApprove = useMay(indicatorOperations['observations.approve'].permission);
  // An address that says 2025 is read as a number.
  const period = String(search.period ?? lastMonth());
  const { unit } = search;
  const chosen: Chosen = { period, ...(unit !== undefined && { unitPath: unit }) };
  const { data, error, refetch } = useOperation(indicatorOperations['observations.figures'], chosen);
  const units = useUnits();
  const invented = useInvented(chosen, data?.unitPath);
  const isOpen = data?.figures.some(({ status }) => status === 'draft' || status === 'submitted') ?? false;
  const yearPlan = { period: period.slice(0, 4), scenario: 'plan' as const };
  const approve = async (unitPath: string) => {
    await approval.mutateAsync({ unitPath, period });
    await refetch();
  };
  return (
    <div className="page page-wide">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      <FigureChoice
        key={`${period} ${unit}`}
        chosen={chosen}
        onChoose={(next) => go('/figures', { period: next.period, unit: next.unitPath })}
      >
        {mayImport && (
          <Button icon={<UploadOutlined />} onClick={() => setIsImporting(true)}>
            {say(words.import)}
          </Button>
        )}
      </FigureChoice>
      {isImporting && (
        <ImportFigures
          unitPath={chosen.unitPath}
          period={period}
          onClose={() => setIsImporting(false)}
          onApplied={() => void queries.invalidateQueries()}
        />
      )}
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {approval.isError && <Failure error={approval.error} onAgain={() => approval.reset()} />}
      {!data && !error && <Waiting />}
      {data !== undefined && data.figures.length > 0 && (
        <>
          <p className="quiet">
            {units.find(({ unitPath }) => unitPath === data.unitPath)?.name ?? data.unitPath} · {period} ·{' '}
            {data.due.value !== null && say(words.due, { due: asPercent(data.due.value) })}{' '}
            {mayApprove && isOpen && (
              <Button size="small" disabled={approval.isPending} onClick={() => void approve(data.unitPath)}>
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
                    onOpenPlan={() => setOpened({ ...chosen, ...yearPlan, indicatorId: row.indicatorId })}
                  />
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
      {data && (
        <RolledUp unitPath={data.unitPath} period={period} invented={invented}>
          {data.figures.length === 0 && <Nothing title={say(words.none)} hint={say(words.noneHint)} />}
        </RolledUp>
      )}
      <OriginDrawer place={opened} onClose={() => setOpened(null)} />
    </div>
  );
}
