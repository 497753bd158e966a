import { memo } from 'react';
import type { Day } from '../../../../core/day.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { partsOf, placeOf, type Scale, yearsOf } from './scale.ts';

const words = {
  month: { zh: '{n}月', en: '{n}' },
  today: { zh: '今天', en: 'Today' },
};

/** Years above, months or quarters below. */
export const TimeAxis = memo(function TimeAxis({ scale, today }: { scale: Scale; today: Day }) {
  const { say } = useLanguage();
  const isMonths = scale.zoom === 'month';
  return (
    <div className="gantt-axis" style={{ width: scale.width }} aria-hidden="true">
      {yearsOf(scale).map(({ key, left, width, label }) => (
        <span key={key} className="gantt-year" style={{ left, width }}>
          {label}
        </span>
      ))}
      {partsOf(scale).map(({ key, left, width, label }) => (
        <span key={key} className="gantt-part" style={{ left, width }}>
          {isMonths ? say(words.month, { n: label }) : label}
        </span>
      ))}
      <span className="gantt-today-word" style={{ left: placeOf(scale, today) }}>
        {say(words.today)}
      </span>
    </div>
  );
});

/** Lines of the months and of today, behind the rows. */
export const TimeLines = memo(function TimeLines({ scale, today }: { scale: Scale; today: Day }) {
  return (
    <div className="gantt-lines" style={{ width: scale.width }} aria-hidden="true">
      {partsOf(scale).map(({ key, left }) => (
        <i key={key} style={{ left }} />
      ))}
      <b style={{ left: placeOf(scale, today) }} />
    </div>
  );
});
