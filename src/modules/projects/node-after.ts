import type { Label } from '../../core/text.ts';
import type { NodeSpec } from './node-plan.ts';

type After = NodeSpec['after'];

/** What a node waits for, by the numbers of the rows: “3, 5+2” is after row 3, and two calendar days after row 5. */
export const sayAfter = (after: After, ids: readonly string[]): string =>
  after.map(({ id, lag }) => `${ids.indexOf(id) + 1 || `“${id}”`}${lag > 0 ? `+${lag}` : ''}`).join(', ');

export interface ReadAfter {
  readonly after: After;
  /** Why it cannot be read; null when it can. */
  readonly issue: Label | null;
}

const refused = (zh: string, en: string): ReadAfter => ({ after: [], issue: { zh, en } });

/** Reads the numbers of rows, with spaces, 、 and ； as people type them; `own` is the row itself, from 0. */
export function readAfter(text: string, ids: readonly string[], own: number): ReadAfter {
  const after: After = [];
  for (const piece of text.split(/[,，、;；\s]+/).filter(Boolean)) {
    const [, number = '', lag = '0'] = /^(\d+)(?:[+＋](\d+)(?:天|d)?)?$/.exec(piece) ?? [];
    const id = ids[Number(number) - 1];
    if (number === '')
      return refused(
        `“${piece}”读不懂，写作 3 或 3+5（第3行完成后隔5天）`,
        `“${piece}”: write 3, or 3+5 for five days after row 3`,
      );
    if (Number(number) - 1 === own) return refused('不能以自己为前置', 'a node cannot wait for itself');
    if (id === undefined) return refused(`没有第 ${number} 行`, `there is no row ${number}`);
    if (Number(lag) > 365) return refused('间隔最多365天', 'at most 365 days between');
    if (after.some((each) => each.id === id))
      return refused(`第 ${number} 行写了两次`, `row ${number} stands there twice`);
    after.push({ id, lag: Number(lag) });
  }
  return { after, issue: null };
}
