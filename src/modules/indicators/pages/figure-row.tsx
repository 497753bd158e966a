import { Button, Tooltip } from 'antd';
import type { z } from 'zod';
import { missingReasons } from '../../../core/missing.ts';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { indicatorById } from '../catalog/index.ts';
import { statuses } from '../observation.ts';
import type { indicatorOperations, Shown } from '../operations.ts';

const words = {
  derived: { zh: '推算', en: 'Derived' },
  planned: { zh: '只有计划', en: 'Planned only' },
  corrected: { zh: '有更正', en: 'Corrected' },
  invented: { zh: '演示虚构', en: 'Invented' },
  points: { zh: '{n} 个百分点', en: '{n} points' },
  origin: { zh: '{name}的来历', en: 'Origin of {name}' },
  planOrigin: { zh: '{name}年计划的来历', en: 'Origin of the plan of {name}' },
} satisfies Record<string, Label>;

type Row = z.output<(typeof indicatorOperations)['observations.figures']['output']>['figures'][number];

export const asPercent = (value: string) => `${(Number(value) * 100).toFixed(1)}%`;

export const grouped = (value: string) => value.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');

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

interface FigureRowProps {
  readonly row: Row;
  readonly isInvented: boolean;
  readonly onOpen: () => void;
  readonly onOpenPlan: () => void;
}

export function FigureRow({ row, isInvented, onOpen, onOpenPlan }: FigureRowProps) {
  const { say } = useLanguage();
  const indicator = indicatorById.get(row.indicatorId);
  const name = indicator === undefined ? row.indicatorId : say(indicator.label);
  const hasFigure = row.single.value !== null || row.cumulative.value !== null;
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
      <td className="figure">
        {row.plan.value === null ? (
          <Hole figure={row.plan} />
        ) : (
          <Button
            type="link"
            size="small"
            className="figure-link"
            aria-label={say(words.planOrigin, { name })}
            onClick={onOpenPlan}
          >
            {grouped(row.plan.value)}
          </Button>
        )}
      </td>
      <td className="figure">
        <ShareCell figure={row.completion} />
      </td>
      <td className="figure">
        <ShareCell figure={row.ahead} inPoints />
      </td>
      <td>
        {row.isDerived && <span className="chip">{say(hasFigure ? words.derived : words.planned)}</span>}
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
