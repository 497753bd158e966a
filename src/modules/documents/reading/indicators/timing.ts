import moods from '../../vocabulary/section-moods.json' with { type: 'json' };
import type { Draft } from '../draft.ts';
import { isReport } from '../entities/own-period.ts';
import { wordList } from '../entities/words.ts';
import { type Now, periodsIn } from '../periods.ts';
import type { PeriodMention, Section } from '../reading.ts';
import { nowOf } from '../sentences.ts';
import { lastOf } from './words.ts';

export type Mood = 'goal' | 'task' | 'state';

const aimed = wordList(moods.aimed);
const intended = wordList(moods.intended);
const reached = wordList(moods.reached);
const has = (title: string, words: readonly string[]) => words.some((word) => title.includes(word));

/** What kind of statements a title announces: 发展目标, 主要任务, 产业现状; “加强基础设施建设” is no 基础. */
export function moodOfTitle(title: string): Mood | null {
  if (has(title, moods.goal)) return 'goal';
  if (moods.taskVerbs.some((verb) => title.startsWith(verb))) return 'task';
  if (has(title, moods.state) || moods.stateEndings.some((ending) => title.endsWith(ending))) return 'state';
  return has(title, moods.task) ? 'task' : null;
}

export interface Timing {
  readonly moodOf: (section: Section | null) => Mood | null;
  /** The period that a section's title gives: “（一）启动阶段（2011年）”; else that of the document's title. */
  readonly periodOf: (section: Section | null) => string | null;
  readonly now: Now;
  readonly planStart: string | null;
  readonly planEnd: string | null;
  readonly baseYear: string | null;
}

export function timingOf({ about }: Pick<Draft, 'about'>): Timing {
  const now = nowOf(about);
  const moodMemory = new Map<Section, Mood | null>();
  const root: Mood | null = isReport(about) ? 'state' : null;
  const moodOf = (section: Section | null): Mood | null => {
    if (section === null) return root;
    const known = moodMemory.get(section);
    if (known !== undefined) return known;
    const mood = moodOfTitle(section.title) ?? moodOf(section.parent);
    moodMemory.set(section, mood);
    return mood;
  };
  const periodMemory = new Map<Section, string | null>();
  const periodOf = (section: Section | null): string | null => {
    if (section === null) return now.own ?? null;
    const known = periodMemory.get(section);
    if (known !== undefined) return known;
    const title = section.title.includes('《') ? '' : section.title;
    const period = periodsIn(title, now).periods.at(-1)?.period ?? periodOf(section.parent);
    periodMemory.set(section, period);
    return period;
  };
  return {
    moodOf,
    periodOf,
    now,
    planStart: about.period?.start ?? null,
    planEnd: about.period?.end ?? null,
    baseYear: about.baseYear,
  };
}

export const lastYear = (period: string): number => Number((period.split('/').at(-1) ?? period).slice(0, 4));

/** Whether a figure of a period is aimed at: what ends after the last known year, or says so. */
export function isAimed(
  text: string,
  period: PeriodMention | { period: string } | null,
  mood: Mood | null,
  { now: { base, year } }: Timing,
): boolean {
  const until = period !== null && 'relation' in period && period.relation === 'until';
  // A plan issued in spring knows the figures of the year that has just ended, even beyond its base year.
  const ended = year === null ? null : year - 1;
  const known = until || ended === null ? (base ?? ended) : Math.max(base ?? ended, ended);
  if (period !== null && known !== null) {
    const last = lastYear(period.period);
    return last > known || (last === known && lastOf(intended, text) >= 0);
  }
  if (until) return true;
  // What a chapter on the present state builds or promotes it has built; only a stated intention is a target there.
  const [done, wanted] = [lastOf(reached, text), lastOf(mood === 'state' ? intended : aimed, text)];
  if (done !== wanted) return wanted > done;
  return mood === 'goal' || mood === 'task';
}
