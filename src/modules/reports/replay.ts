import type { Address } from './report.ts';
import type { ReportEvent, ReportStage } from './submission.ts';
import type { TypedCells } from './typed.ts';

/** What follows from the events of a report. */
export interface Replayed {
  readonly stage: ReportStage | null;
  readonly standsAt: string | null;
  readonly revision: number;
  readonly typed: TypedCells;
  readonly explanations: TypedCells;
  readonly returned: readonly { readonly address: Address; readonly reason: string }[];
  /** Levels that passed it since it was last submitted, corrected or returned. */
  readonly passed: readonly { readonly unitPath: string; readonly at: string; readonly by: string }[];
}

const written = (cells: TypedCells, event: ReportEvent, kind: 'typed' | 'explanation'): TypedCells => {
  const after: Record<Address, string> = { ...cells };
  for (const cell of event.cells) {
    if (cell.kind !== kind) continue;
    if (cell.to === null) delete after[cell.address];
    else after[cell.address] = cell.to;
  }
  return after;
};

const startsAnew: ReadonlySet<ReportEvent['action']> = new Set(['submit', 'return', 'correct', 'follow']);

/** A report as its events alone tell it; what is stored is nothing but this, ready to be asked. */
export function replay(events: readonly ReportEvent[]): Replayed {
  let state: Replayed = {
    ...{ stage: null, standsAt: null, revision: 0 },
    ...{ typed: {}, explanations: {}, returned: [], passed: [] },
  };
  for (const event of events) {
    const { action, at, byName } = event;
    const isPassing = action === 'pass' || action === 'accept';
    const pass = { unitPath: state.standsAt ?? '', at, by: byName };
    const named = event.cells.flatMap(({ kind, address, reason }) =>
      kind === 'named' ? [{ address, reason: reason ?? '' }] : [],
    );
    const forgets = action === 'submit' || action === 'accept';
    state = {
      stage: event.to,
      standsAt: event.standsAt,
      revision: state.revision + 1,
      typed: written(state.typed, event, 'typed'),
      explanations: written(state.explanations, event, 'explanation'),
      returned: action === 'return' ? named : forgets ? [] : state.returned,
      passed: startsAnew.has(action) ? [] : isPassing ? [...state.passed, pass] : state.passed,
    };
  }
  return state;
}
