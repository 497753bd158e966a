import { defineCheck } from '../../../../core/check.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { matchesIn, proseOf, sectionAt } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const forecast =
  /(?:预计|预测|有望|将)?(?:到|至)\s?(20\d{2})\s?年[^。；，]{0,16}?(?:将|预计|有望)[^。；，]{0,30}|(?:预计|预测)[^。；，]{0,6}(20\d{2})\s?年[^。；，]{0,30}/g;

/** The year from which the document looks forward: its date, its base year, or the eve of its planning period. */
function presentOf({ facts: { document } }: Reading): number | null {
  const stated = document.issuedOn ?? (document.period ? document.period.start : null);
  return stated === null ? null : Number(stated.slice(0, 4));
}

/** Without any date, a document that plans for a five-year period stands at its beginning. */
function presentFromText(reading: Reading): number | null {
  const plans = matchesIn(proseOf(reading), /“?(十[一二三四五])五”?(?:时期|期间|的重点|规划|末)/g);
  const count = new Map<string, number>();
  for (const { match } of plans) count.set(match[1] ?? '', (count.get(match[1] ?? '') ?? 0) + 1);
  const [latest] = [...count.keys()].sort(
    (a, b) => '一二三四五'.indexOf(b[1] ?? '') - '一二三四五'.indexOf(a[1] ?? ''),
  );
  return latest === undefined ? null : 2006 + 5 * '一二三四五'.indexOf(latest[1] ?? '');
}

export const staleForecast = defineCheck<Dossier>({
  id: 'date/stale-forecast',
  title: { zh: '用过期的预测当展望', en: 'Forecasts that are already past' },
  severity: 'advice',
  why: {
    zh: '“预计到某年”的年份已过，应当换成实际数，否则形势判断建立在旧资料上。',
    en: 'A forecast for a year gone by should be replaced by what happened, or the outlook rests on old data.',
  },
  message: {
    zh: '文件立足 {now} 年，却有 {count} 处仍把 {years} 年写作将来：{places}；请换成实际数并注明来源',
    en: 'The document stands in {now} but {count} places speak of {years} as the future: {places}; use what happened, with a source',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const now = presentOf(reading) ?? presentFromText(reading);
      if (now === null) continue;
      const stale = matchesIn(proseOf(reading), forecast).filter(({ match, passage }) => {
        const year = Number(match[1] ?? match[2]);
        return year < now && !/目标|任务/.test(sectionAt(passage)?.title ?? '');
      });
      if (stale.length === 0) continue;
      const years = [...new Set(stale.map(({ match }) => match[1] ?? match[2]))].join('、');
      const places = stale
        .slice(0, 4)
        .map(({ match }) => `“${match[0].slice(0, 20)}”`)
        .join('、');
      report(
        stale.map(({ source }) => source),
        { now, count: stale.length, years, places },
      );
    }
  },
  examples: examples({
    pass: [
      '青川经开区产业发展规划（2021—2025年）\n\n本规划期限为2021—2025年。\n\n预计到2025年，全国市场规模将超过3万亿元。\n',
    ],
    fail: [
      '青川经开区产业发展规划（2021—2025年）\n\n本规划期限为2021—2025年。\n\n预计到2015年，全国市场规模将超过3万亿元。\n',
    ],
  }),
});
