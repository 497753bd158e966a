import { commonProblems } from './problems/common.ts';
import { fileProblems } from './problems/files.ts';
import { peopleProblems } from './problems/people.ts';
import { projectProblems } from './problems/projects.ts';
import type { Refusals } from './problems/refusal.ts';
import { reportProblems } from './problems/reports.ts';
import { systemProblems } from './problems/system.ts';
import { type Data, fillLabel, type Label } from './text.ts';

/** Every refusal the system can give, each with the way out: one catalogue, told by what it is of. */
export const problems = {
  ...commonProblems,
  ...peopleProblems,
  ...fileProblems,
  ...reportProblems,
  ...projectProblems,
  ...systemProblems,
} as const satisfies Refusals;

/** Public: never renamed, never reused. */
export type ProblemCode = keyof typeof problems;

/** A refusal: thrown once, rolls back the transaction, reaches the reader in both languages with the way out. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly data: Data;

  constructor(code: ProblemCode, data: Data = {}) {
    const { zh, en } = fillLabel(problems[code].message, data);
    super(`${zh} / ${en}`);
    this.name = 'Problem';
    this.code = code;
    this.data = data;
  }

  get status(): number {
    return problems[this.code].status;
  }

  get label(): Label {
    return fillLabel(problems[this.code].message, this.data);
  }
}
