import { daysBetween } from '../../../core/day.ts';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import type { Delivery } from '../../projects/delivery-operations.ts';
import type { ProjectStage } from '../../projects/lifecycle.ts';
import { projectStages } from '../../projects/register.ts';
import { sayDays } from './show.ts';

const words = {
  label: { zh: '阶段', en: 'Stages' },
  since: { zh: '{day} 起', en: 'since {day}' },
  aside: { zh: '项目已{stage}（{day}）', en: 'The project is {stage} ({day})' },
  from: { zh: '，此前在“{stage}”阶段', en: '; it stood at “{stage}”' },
} satisfies Record<string, Label>;

const aside: readonly string[] = ['paused', 'dropped', 'exited'];
const way = (Object.keys(projectStages) as ProjectStage[]).filter((stage) => !aside.includes(stage));

/** When each stage was entered last and how many days it took; the present one runs until today. */
export function staysOf(events: Delivery['events'], today: string) {
  const life = events.filter(({ track }) => track === 'life');
  const stays = new Map<string, { on: string; days: number }>();
  for (const [i, { to, on, from }] of life.entries()) {
    if (from === to) continue;
    stays.set(to, { on, days: daysBetween(on, life[i + 1]?.on ?? today) });
  }
  return stays;
}

export function StageTrack({ project }: { project: Delivery }) {
  const { say } = useLanguage();
  const { card, events, pausedFrom } = project;
  const today = todayHere();
  const stays = staysOf(events, today);
  const now = aside.includes(card.stage) ? (pausedFrom ?? lastOnWay(events)) : card.stage;
  const at = way.indexOf(now as ProjectStage);
  return (
    <div>
      {aside.includes(card.stage) && (
        <p className="track-aside">
          {say(words.aside, { stage: say(projectStages[card.stage]), day: card.since ?? '—' })}
          {at >= 0 && say(words.from, { stage: say(projectStages[now as ProjectStage]) })}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, also by keys */}
      <ol className="track" tabIndex={0} aria-label={say(words.label)}>
        {way.map((stage, i) => {
          const stay =
            stays.get(stage) ??
            (stage === card.stage && card.since ? { on: card.since, days: daysBetween(card.since, today) } : undefined);
          const state = i < at ? 'is-past' : i === at ? 'is-now' : '';
          return (
            <li key={stage} className={state} aria-current={i === at ? 'step' : undefined}>
              <b>{say(projectStages[stage])}</b>
              {stay && i <= at && (
                <small>
                  {stay.on}
                  <br />
                  {say(sayDays, { days: stay.days })}
                </small>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

const lastOnWay = (events: Delivery['events']): string =>
  events.findLast(({ track, to }) => track === 'life' && !aside.includes(to))?.to ?? '';
