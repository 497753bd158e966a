import type * as z from 'zod';
import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { type LampId, type LampLevel, lampIds, lampLevels, type moneyOperations } from '../../money-operations.ts';
import { Lamp } from '../lamp.tsx';

type Counts = z.output<(typeof moneyOperations)['lamps.portfolio']['output']>['counts'];

const words = {
  lamp: { zh: '灯', en: 'Lamp' },
  count: { zh: '{lamp}{level} {n} 个项目', en: '{lamp} {level}, {n} projects' },
} satisfies Record<string, Label>;

interface Props {
  readonly counts: Counts;
  readonly active: { readonly lamp: LampId | undefined; readonly level: LampLevel | undefined };
  readonly onPick: (lamp: LampId, level: LampLevel) => void;
}

/** How many projects burn how, by lamp; a number shows them. */
export function LampCounts({ counts, active, onPick }: Props) {
  const { say } = useLanguage();
  const levels = Object.keys(lampLevels) as LampLevel[];
  const of = (lamp: LampId, level: LampLevel) =>
    counts.find((each) => each.lamp === lamp && each.level === level)?.count ?? 0;
  return (
    <table className="plain-table lamp-counts">
      <thead>
        <tr>
          <th>{say(words.lamp)}</th>
          {levels.map((level) => (
            <th key={level} className="figure">
              <Lamp level={level} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(Object.keys(lampIds) as LampId[]).map((lamp) => (
          <tr key={lamp}>
            <th scope="row">{say(lampIds[lamp])}</th>
            {levels.map((level) => {
              const n = of(lamp, level);
              const isActive = active.lamp === lamp && active.level === level;
              return (
                <td key={level} className="figure">
                  <button
                    type="button"
                    aria-pressed={isActive}
                    disabled={n === 0 && !isActive}
                    aria-label={say(words.count, { lamp: say(lampIds[lamp]), level: say(lampLevels[level]), n })}
                    onClick={() => onPick(lamp, level)}
                  >
                    {n}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
