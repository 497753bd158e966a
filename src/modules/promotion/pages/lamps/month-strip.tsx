import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import type { Course } from '../../backtest-operations.ts';
import { type LampLevel, lampLevels } from '../../money-operations.ts';

const words = {
  earlier: { zh: '提前 {n} 个月', en: '{n} months earlier' },
  missed: { zh: '漏报', en: 'missed' },
  falseAlarms: { zh: '误报 {n} 次', en: '{n} false alarms' },
  pending: { zh: '亮着，结果未定', en: 'burning, not told yet' },
  undecided: { zh: '归口单位未决定', en: 'undecided' },
  unseen: { zh: '当时尚未登记', en: 'not recorded then' },
  month: { zh: '{period} {level}，看算法', en: '{period} {level}, see the working' },
} satisfies Record<string, Label>;

/** A letter stands beside the colour. */
const letters: Readonly<Record<LampLevel, Label>> = {
  red: { zh: '红', en: 'R' },
  yellow: { zh: '黄', en: 'Y' },
  green: { zh: '绿', en: 'G' },
  unknown: { zh: '无', en: '–' },
};

interface Props {
  readonly course: Course | null;
  readonly troubleIn: string | null;
  readonly onOpen: (month: string) => void;
}

/** The lamp of a project month by month; each month opens its working. */
export function MonthStrip({ course, troubleIn, onOpen }: Props) {
  const { say } = useLanguage();
  if (course === null) return <span className="quiet">{say(words.undecided)}</span>;
  const { levels, warnedIn, monthsEarlier, falseAlarms, isPending } = course;
  const told = [
    ...(monthsEarlier !== null ? [say(words.earlier, { n: monthsEarlier })] : []),
    ...(troubleIn !== null && warnedIn === null ? [say(words.missed)] : []),
    ...(levels.length === 0 ? [say(words.unseen)] : []),
    ...(falseAlarms > 0 ? [say(words.falseAlarms, { n: falseAlarms })] : []),
    ...(isPending ? [say(words.pending)] : []),
  ];
  return (
    <>
      <div className="month-strip">
        {levels.map(({ period, level }) => {
          const name = say(words.month, { period, level: say(lampLevels[level]) });
          return (
            <button
              key={period}
              type="button"
              className={`is-${level} ${period === troubleIn ? 'is-trouble' : ''}`}
              title={name}
              aria-label={name}
              onClick={() => onOpen(period)}
            >
              {say(letters[level])}
            </button>
          );
        })}
      </div>
      <small className="quiet">{told.join('，')}</small>
    </>
  );
}
