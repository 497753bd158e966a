import { Problem } from '../../core/problem.ts';
import { possibleActions } from '../../core/stage-machine.ts';
import { maySpeakFor } from '../indicators/observation.ts';
import { isWithin, type Unit } from '../people/unit.ts';
import type { Form } from './form.ts';
import { type ReportAction, type ReportStage, reportStages, reviewLevels } from './submission.ts';

/** Who is looking, as far as a report has to know. */
export interface Looker {
  readonly unitPath: string;
  readonly scope: readonly string[];
  readonly permissions: ReadonlySet<string>;
}

export interface Pass {
  readonly unitPath: string;
  readonly at: string;
  readonly by: string;
}

export interface Standing {
  readonly unitPath: string;
  readonly stage: ReportStage;
  readonly standsAt: string | null;
  /** Levels that have passed it since it was last submitted or corrected. */
  readonly passed: readonly Pass[];
}

/** The levels that pass a report. Where there is no government or zone at all the unit answers for itself. */
export function levelsOf(
  form: Pick<Form, 'review'>,
  unitPath: string,
  units: readonly Pick<Unit, 'unitPath' | 'kind'>[],
): readonly string[] {
  const levels = reviewLevels(form, unitPath, units);
  return levels.length === 0 ? [unitPath] : levels;
}

/** The level after one that has passed it: the next of those above it that review; null after the last. */
export const levelAfter = (levels: readonly string[], passed: string): string | null =>
  levels.find((level) => level !== passed && isWithin([level], passed)) ?? null;

/** A level whose own reviewers are away is answered for by a unit above it: a post there has it in its scope. */
export const mayReview = (looker: Looker, level: string | null): boolean =>
  level !== null && looker.permissions.has('report.review') && isWithin(looker.scope, level);

/** A government and its departments are one office here; whoever else fills a report does so for another: 代填, which shows. */
export const isForAnother = ({ unitPath: own }: Pick<Looker, 'unitPath'>, unitPath: string): boolean =>
  !maySpeakFor(own, unitPath) && !maySpeakFor(unitPath, own);

/** Who answers for a report: the reviewer asked next, or whoever passed it last. */
const answersFor = ({ standsAt, passed, unitPath }: Standing): string =>
  standsAt ?? passed.at(-1)?.unitPath ?? unitPath;

/** What somebody may do with a report now. */
export function actionsOf(looker: Looker, report: Standing | null): ReportAction[] {
  const may = (permission: string) => looker.permissions.has(permission);
  if (report === null) return may('report.write') ? ['save'] : [];
  const isAllowed: Readonly<Record<ReportAction, (standing: Standing) => boolean>> = {
    save: () => may('report.write'),
    mend: () => may('report.write'),
    submit: () => may('report.write'),
    withdraw: ({ passed }) => may('report.write') && passed.length === 0,
    pass: ({ standsAt }) => mayReview(looker, standsAt),
    accept: () => false,
    return: (standing) => mayReview(looker, answersFor(standing)),
    lock: (standing) => mayReview(looker, answersFor(standing)),
    correct: () => may('report.correct'),
    follow: () => false,
  };
  return possibleActions(reportStages, report.stage).filter((action) => isAllowed[action](report));
}

/** The stage that an action leads to, or a refusal that says where the report is and what can be done. */
export function stageAfter(stage: ReportStage, action: ReportAction): ReportStage {
  const { from, to, label } = reportStages.actions[action];
  if ((from as readonly ReportStage[]).includes(stage)) return to;
  const possible = possibleActions(reportStages, stage)
    .filter((each) => each !== 'follow')
    .map((each) => reportStages.actions[each].label);
  const here = reportStages.stages[stage];
  throw new Problem('report-stage', {
    stage: here.zh,
    stageEn: here.en,
    action: label.zh,
    actionEn: label.en,
    possible: possible.map(({ zh }) => zh).join('、'),
    possibleEn: possible.map(({ en }) => en).join(', '),
  });
}
