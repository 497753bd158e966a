import type { Answers } from '../../core/rules/asks.ts';
import { ancestorsOf } from '../people/unit.ts';
import type { Choice } from './rule-views.ts';

/** The units whose decisions hold for a unit: itself, then those above, nearest first. */
export const unitsDeciding = (unitPath: string): readonly string[] => [unitPath, ...ancestorsOf(unitPath)];

/** Decisions in the order in which they count: the nearest unit first, of one unit the last first. */
export function inForce(choices: readonly Choice[], unitPath: string): readonly Choice[] {
  const order = unitsDeciding(unitPath);
  const near = ({ unitPath: each }: Choice) => order.indexOf(each);
  return choices.filter((each) => near(each) >= 0).sort((a, b) => near(a) - near(b) || b.number - a.number);
}

/** What holds for a unit, by question. */
export function answersFor(choices: readonly Choice[], unitPath: string): Answers {
  const answers: Record<string, string> = {};
  for (const { question, answer } of inForce(choices, unitPath)) answers[question] ??= answer;
  return answers;
}
