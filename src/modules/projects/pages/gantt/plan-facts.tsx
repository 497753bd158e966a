import { type Day, daysBetween } from '../../../../core/day.ts';
import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import type { ShownPlan } from '../../nodes-operations.ts';

const words = {
  target: { zh: '目标', en: 'Target' },
  planned: { zh: '计划完成', en: 'Planned finish' },
  baseline: { zh: '基线完成', en: 'Baseline' },
  forecast: { zh: '预计完成', en: 'Forecast' },
  behind: { zh: '比基线晚 {n} 天', en: '{n} days behind the baseline' },
  ahead: { zh: '比基线早 {n} 天', en: '{n} days ahead of the baseline' },
  late: { zh: '{n} 个节点超期', en: '{n} nodes late' },
} satisfies Record<string, Label>;

/** Where the plan stands, in one line. */
export function PlanFacts({ plan: { span, targetOn, nodes }, finish }: { plan: ShownPlan; finish: Day | null }) {
  const { say } = useLanguage();
  if (span === null) return null;
  const late = nodes.filter(({ isLate }) => isLate).length;
  const behind = span.baselineFinish === null ? 0 : daysBetween(span.baselineFinish, span.forecastFinish);
  return (
    <div className="gantt-facts">
      {targetOn && (
        <span>
          {say(words.target)} <b>{targetOn}</b>
        </span>
      )}
      {span.baselineFinish && (
        <span>
          {say(words.baseline)} <b>{span.baselineFinish}</b>
        </span>
      )}
      <span>
        {say(words.planned)} <b>{finish ?? span.finish}</b>
      </span>
      <span>
        {say(words.forecast)} <b>{span.forecastFinish}</b>
        {behind > 0 && <span className="is-late"> {say(words.behind, { n: behind })}</span>}
        {behind < 0 && ` ${say(words.ahead, { n: -behind })}`}
      </span>
      {late > 0 && <b className="is-late">{say(words.late, { n: late })}</b>}
    </div>
  );
}
