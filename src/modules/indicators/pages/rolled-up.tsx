import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { missingReasons } from '../../../core/missing.ts';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { indicatorById } from '../catalog/index.ts';
import type { Shown } from '../operations.ts';
import type { Measure } from '../origin.ts';
import { originOperations, type RankedFigure } from '../origin-operations.ts';
import { asPercent, grouped } from './figure-row.tsx';
import { RollupDrawer, type RollupPlace } from './rollup-drawer.tsx';

const words = {
  title: { zh: '下级汇总', en: 'Sums of the units below' },
  lead: {
    zh: '已审定的数自动汇总；点一个数看算法和其下每个单位的数。',
    en: 'Added up from what is approved; a number opens its working and the figures below it.',
  },
  indicator: { zh: '指标', en: 'Indicator' },
  measure: { zh: '单位', en: 'Unit' },
  value: { zh: '本期', en: 'Value' },
  growth: { zh: '同比', en: 'On last year' },
  plan: { zh: '年计划', en: 'Plan of the year' },
  completion: { zh: '完成率', en: 'Completed' },
  ahead: { zh: '较序时', en: 'Against the calendar' },
  known: { zh: '有数', en: 'With a figure' },
  single: { zh: '当期', en: 'single' },
  cumulative: { zh: '累计', en: 'since January' },
  invented: { zh: '演示虚构', en: 'Invented' },
  origin: { zh: '{name}{what}的来历', en: 'Origin of {what} of {name}' },
} satisfies Record<string, Label>;

const shares = [
  ['growth', 'yearOnYear'],
  ['completion', 'completion'],
  ['ahead', 'ahead'],
] as const;

interface RowProps {
  readonly figure: RankedFigure;
  readonly isInvented: boolean;
  readonly onOpen: (measure: Measure) => void;
}

function Row({ figure, isInvented, onOpen }: RowProps) {
  const { say } = useLanguage();
  const indicator = indicatorById.get(figure.indicatorId);
  const name = indicator === undefined ? figure.indicatorId : say(indicator.label);
  const cell = (measure: Measure, shown: Shown, text: (value: string) => string, what: Label) => (
    <td key={measure} className="figure">
      {shown.value === null ? (
        <span className="quiet" title={say(missingReasons[shown.missing ?? 'not-reported'])}>
          —
        </span>
      ) : (
        <Button
          type="link"
          size="small"
          className="figure-link"
          aria-label={say(words.origin, { name, what: say(what) })}
          onClick={() => onOpen(measure)}
        >
          {text(shown.value)}
        </Button>
      )}
    </td>
  );
  return (
    <tr>
      <td>
        {name} <span className="quiet">{say(words[figure.accumulation])}</span>{' '}
        {isInvented && <span className="chip chip-invented">{say(words.invented)}</span>}
      </td>
      <td className="quiet">{indicator?.unit}</td>
      {cell('value', figure.value, grouped, words.value)}
      {cell('plan', figure.plan, grouped, words.plan)}
      {shares.map(([measure, field]) => cell(measure, figure[field], asPercent, words[measure]))}
      <td className="figure quiet">{figure.known}</td>
    </tr>
  );
}

interface Props {
  readonly unitPath: string;
  readonly period: string;
  /** Indicators with a figure that was made up for a demonstration. */
  readonly invented: ReadonlySet<string>;
  /** Shown where the units below have nothing either. */
  readonly children: ReactNode;
}

/** What the units below come together to: a city that reports nothing itself still has its figures. */
export function RolledUp({ unitPath, period, invented, children }: Props) {
  const { say } = useLanguage();
  const [opened, setOpened] = useState<RollupPlace | null>(null);
  const { data } = useOperation(originOperations['rollups.ranking'], { unitPath, period });
  const own = unitPath.split('.').length;
  const figures = (data?.own ?? []).filter(
    ({ known, basis }) => known > 0 && (basis.subjectKind !== 'unit' || basis.level > own),
  );
  if (data === undefined) return null;
  if (figures.length === 0) return children;
  return (
    <section aria-labelledby="rolled-up">
      <h2 id="rolled-up">{say(words.title)}</h2>
      <p className="quiet">{say(words.lead)}</p>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th>{say(words.indicator)}</th>
              <th>{say(words.measure)}</th>
              {(['value', 'plan', 'growth', 'completion', 'ahead', 'known'] as const).map((id) => (
                <th key={id} className="figure">
                  {say(words[id])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <Row
                key={figure.indicatorId}
                figure={figure}
                isInvented={invented.has(figure.indicatorId)}
                onOpen={(measure) =>
                  setOpened({ unitPath, period, indicatorId: figure.indicatorId, measure, ...figure.basis })
                }
              />
            ))}
          </tbody>
        </table>
      </div>
      <RollupDrawer place={opened} onClose={() => setOpened(null)} />
    </section>
  );
}
