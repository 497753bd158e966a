import { Button } from 'antd';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import type { Headline } from '../operations.ts';
import type { Overview } from './overview-screen.tsx';

const words = {
  indicator: { zh: '指标', en: 'Indicator' },
  value: { zh: '本期', en: 'Value' },
  growth: { zh: '同比', en: 'On last year' },
  plan: { zh: '年计划', en: 'Plan of the year' },
  completion: { zh: '完成率', en: 'Completed' },
  ahead: { zh: '较序时进度', en: 'Against the calendar' },
  due: { zh: '序时进度 {due}（竖线）', en: '{due} of the year’s plan is due (the mark)' },
  points: { zh: '{n} 个百分点', en: '{n} points' },
  reached: { zh: '达到', en: 'on time' },
  behind: { zh: '落后', en: 'behind' },
  single: { zh: '当期', en: 'single' },
  cumulative: { zh: '累计', en: 'since January' },
  partial: { zh: '只有 {known} 个单位，上期 {before} 个', en: '{known} units only, {before} before' },
  invented: { zh: '演示虚构', en: 'Invented' },
  origin: { zh: '{name}{what}的来历', en: 'Origin of {what} of {name}' },
} satisfies Record<string, Label>;

type Measure = 'value' | 'plan' | 'growth' | 'completion' | 'ahead';
export interface Opened {
  readonly indicatorId: string;
  readonly measure: Measure;
  readonly subjectKind: Headline['basis']['subjectKind'];
  readonly level: number;
}

const grouped = (value: string) => value.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
const percent = (share: string) => `${(Number(share) * 100).toFixed(1)}%`;

/** How far the plan of the year is met; the mark is where the calendar stands. */
function Bar({ share, due }: { share: string; due: string | null }) {
  const width = Math.min(100, Math.max(0, Number(share) * 100));
  return (
    <span className="progress-bar" aria-hidden="true">
      <span style={{ width: `${width}%` }} />
      {due !== null && <i style={{ left: `${Number(due) * 100}%` }} />}
    </span>
  );
}

function Line({ figure, due, onOpen }: { figure: Headline; due: string | null; onOpen: (opened: Opened) => void }) {
  const { say } = useLanguage();
  const {
    indicatorId,
    label,
    unit,
    basis,
    accumulation,
    value,
    yearOnYear,
    plan,
    completion,
    ahead,
    known,
    knownBefore,
  } = figure;
  const number = (measure: Measure, text: string | null) =>
    text === null ? (
      <span className="quiet">—</span>
    ) : (
      <Button
        type="link"
        size="small"
        className="figure-link"
        aria-label={say(words.origin, { name: say(label), what: say(words[measure]) })}
        onClick={() => onOpen({ indicatorId, measure, ...basis })}
      >
        {text}
      </Button>
    );
  const points = ahead.value === null ? null : (Number(ahead.value) * 100).toFixed(1);
  const isBehind = points !== null && Number(points) < 0;
  return (
    <tr>
      <td>
        {say(label)}{' '}
        <span className="quiet">
          {unit} · {say(words[accumulation])}
        </span>
        {known < knownBefore && <small className="partial">{say(words.partial, { known, before: knownBefore })}</small>}
      </td>
      <td className="figure headline">{number('value', value.value === null ? null : grouped(value.value))}</td>
      <td className="figure">{number('growth', yearOnYear.value === null ? null : percent(yearOnYear.value))}</td>
      <td className="figure">{number('plan', plan.value === null ? null : grouped(plan.value))}</td>
      <td className="figure">
        {completion.value !== null && <Bar share={completion.value} due={due} />}
        {number('completion', completion.value === null ? null : percent(completion.value))}
      </td>
      <td className="figure">
        {points !== null && (
          <span className={isBehind ? 'word-lamp is-behind' : 'word-lamp is-reached'}>
            {say(isBehind ? words.behind : words.reached)}
          </span>
        )}
        {number('ahead', points === null ? null : say(words.points, { n: Number(points) > 0 ? `+${points}` : points }))}
      </td>
    </tr>
  );
}

export function Headlines({ overview, onOpen }: { overview: Overview; onOpen: (opened: Opened) => void }) {
  const { say } = useLanguage();
  const { figures, due } = overview;
  const hasInvented = figures.some(({ isInvented }) => isInvented);
  return (
    <>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th>{say(words.indicator)}</th>
              {(['value', 'growth', 'plan', 'completion', 'ahead'] as const).map((id) => (
                <th key={id} className="figure">
                  {say(words[id])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <Line key={figure.indicatorId} figure={figure} due={due} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        {due !== null && say(words.due, { due: percent(due) })}{' '}
        {hasInvented && <span className="chip chip-invented">{say(words.invented)}</span>}
      </p>
    </>
  );
}
