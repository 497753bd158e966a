import type { Quantity } from '../reading.ts';
import { trimmed } from './clauses.ts';
import { measures } from './words.ts';

/** Spans of time, turns and scores are conditions and procedures, not figures of a plan. */
const procedural = /^[万亿千百十]*(?:年|个?月|天|日|个?工作日|个?小时|分钟|秒|周|个?季度|次|届|分|岁|批|期|场)$/;

/** “前移21位”, “位列后3名”: a rank. */
const ranks = /(?:[前后]移?|上升|下降|前进|跃升|提升|晋升|第)\s*$/;

/** “每百元营业收入中的成本”: a hundred yuan are the measure, not the figure. */
const perSum = ({ text, start, unit }: { text: string; start: number; unit: string }): boolean =>
  /^[十百千万]*元$/.test(unit) && /每\s*$/.test(text.slice(Math.max(0, start - 2), start));

/** A noun that is itself measured in days or hours (无霜期, 日照时数) makes them a figure. */
export const isProcedural = (text: string, { unit, start }: Quantity): boolean =>
  perSum({ text, start, unit }) ||
  ((unit === '位' || unit === '名') && ranks.test(text.slice(Math.max(0, start - 3), start))) ||
  (procedural.test(unit) &&
    measures.endingAt(text, trimmed(text, { start: Math.max(0, start - 8), end: start }).end) === 0);
