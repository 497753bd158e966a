import { fiveYearPlan } from './dates.ts';

type Years = { readonly start: string; readonly end: string };

const span = '(\\d{4})\\s*年?\\s*(?:[-—–－~～至到]|--|——)+\\s*(\\d{4})\\s*年?';
const stated = new RegExp(`(?:规划|实施|行动|方案|计划)(?:期限|年限|时限|期间|期)\\s*(?:为|是|：|:)?\\s*${span}`, 'u');
const inTitle = new RegExp(span, 'u');
const yearsRunning = /从(\d{4})年(?:起|开始)，?(?:连续|用|利用)([一二三四五六七八九十\d]{1,2})年/u;
const planOrdinal = /[“"「]([一二三四五六七八九十]{1,3})五[”"」]|第([一二三四五六七八九十]{1,3})个五年/u;

/** The years that a plan covers: said outright, in its title, or by its place among the five-year plans. */
export function planPeriodIn(title: string, text: string): Years | null {
  const outright = stated.exec(text) ?? inTitle.exec(title);
  if (outright !== null) return { start: outright[1] as string, end: outright[2] as string };
  const ordinal = planOrdinal.exec(title);
  if (ordinal !== null) return fiveYearPlan(ordinal[1] ?? ordinal[2] ?? '');
  const running = yearsRunning.exec(text.replace(/\s+/gu, ''));
  const years =
    running === null ? Number.NaN : Number(running[2]) || '一二三四五六七八九十'.indexOf(running[2] as string) + 1;
  return running === null || !(years > 0)
    ? null
    : { start: running[1] as string, end: String(Number(running[1]) + years - 1) };
}

const base = /(?:基准年|基期)(?:份|为|是|：|:|\s)*(\d{4})|以\s*(\d{4})\s*年为(?:规划)?基(?:准|期)/u;
/** “2020年基期值” or “2020年（基期）” over a column of targets. */
const baseColumn = /(\d{4})\s*年?\s*[（(]?(?:基期|基准|基数)/u;
const until = /截[至止](?:到)?\s*(\d{4})\s*年/gu;

/** The year that targets are measured from: said outright, else the latest one the plan reports the state of. */
export function baseYearIn(text: string, columns: string, start: string | null): string | null {
  const outright = base.exec(text);
  if (outright !== null) return outright[1] ?? outright[2] ?? null;
  const headed = baseColumn.exec(columns)?.[1];
  if (headed !== undefined) return headed;
  const reported = [...text.matchAll(until)]
    .map(([, year]) => year as string)
    .filter((year) => start === null || year <= start);
  return reported.sort().at(-1) ?? null;
}
