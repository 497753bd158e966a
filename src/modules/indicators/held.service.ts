/** One figure has one source: whoever else reports the same is told who gave it, and since when (docs/decisions/0014). */
import type { Reader } from '../../core/database.ts';
import type { Context } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { unitOperations } from '../people/unit-operations.ts';
import type { Observation } from './observation.ts';

/** Who gave a figure: the unit by name, the person, and the day. */
export interface Holder {
  readonly unit: string;
  readonly by: string;
  readonly since: string;
}

type Given = Pick<Observation, 'unitPath' | 'by' | 'at'>;

const chinaDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

export async function holderOf(context: Context<Reader>, { unitPath, by, at }: Given): Promise<Holder> {
  const unit = await context.ask(unitOperations['units.show'], { unitPath }).catch((error: unknown) => {
    // A unit that is not in the register is called by its path.
    if (error instanceof Problem) return null;
    throw error;
  });
  return { unit: unit?.name ?? unitPath, by, since: chinaDay.format(new Date(at)) };
}

/** Refuses a figure that another unit gave. */
export async function refuseHeld(
  context: Context<Reader>,
  existing: Given | undefined,
  figure: { readonly unitPath: string; readonly name: string; readonly period: string },
): Promise<void> {
  if (existing === undefined || existing.unitPath === figure.unitPath) return;
  const { unit, by, since } = await holderOf(context, existing);
  throw new Problem('figure-held', { name: figure.name, period: figure.period, unit, actor: by, since });
}

const isTaken = (error: unknown): boolean => (error as { code?: string }).code === '23505';

/** A figure of a unit outside of the scope shows by its key alone, which is taken. */
export const orHeldUnseen = (error: unknown, names: readonly string[], period: string): unknown =>
  isTaken(error) ? new Problem('figure-held-unseen', { names: names.join('、'), period }) : error;
