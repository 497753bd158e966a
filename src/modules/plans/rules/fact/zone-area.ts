import { defineCheck } from '../../../../core/check.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { apart, grouped, restates } from '../../checking/figures.ts';
import { labelled, type Stated, statedIn } from '../../checking/statements.ts';
import type { Dossier } from '../../dossier.ts';

/** What an area of the whole is called, after the name of the whole. */
const whole = /^(.*?)(规划总面积|规划面积|总规划面积|总面积|核准面积|批复面积|管辖面积)(?:为|达到|达|约|共|约为)?$/;
/** Conversions round; a hundredth apart is still one area. */
const tolerated = 0.01;

interface Area extends Stated {
  readonly who: string;
  readonly what: string;
}

/** Statements of the area of the zone itself, under its own name or as 全区. */
function zoneAreas(reading: Reading): Area[] {
  const zone = reading.facts.document.regions.at(-1) ?? '';
  const own = new Set(
    [zone, zone.replace(/^.*?(?:省|市|县)/, ''), '全区', '开发区', '园区'].filter((name) => name !== ''),
  );
  return reading.sentences.flatMap((sentence) =>
    statedIn(reading, sentence).flatMap((stated): Area[] => {
      const [, who = '', what = ''] = stated.dimension === 'area' ? (stated.label.match(whole) ?? []) : [];
      return what !== '' && own.has(who)
        ? [{ ...stated, who: zone, what: what.replace('规划总面积', '总规划面积') }]
        : [];
    }),
  );
}

export const zoneArea = defineCheck<Dossier>({
  id: 'fact/zone-area',
  title: { zh: '开发区面积前后不一', en: 'The zone has two areas' },
  severity: 'error',
  why: {
    zh: '开发区面积以批复为准，两个数会使四至、地均指标都有两套。',
    en: 'The area of a zone is approved; with two of them every figure per area has two values.',
  },
  message: {
    zh: '{what}一处为 {first}（第 {line1} 行），另一处为 {second}（第 {line2} 行）；请对照批复统一',
    en: '{what}: {first} in one place (line {line1}), {second} in another (line {line2}); check the approval and use one',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const areas of grouped(zoneAreas(reading), ({ what }) => what).values()) {
        const [first, ...others] = areas;
        const other = first && others.find((each) => !restates(first, each) && apart(first, each) > tolerated);
        if (!first || !other) continue;
        const [a, b] = [labelled(first), labelled(other)];
        report(
          [a, b],
          { what: first.what, first: first.text, line1: a.line, second: other.text, line2: b.line },
          {
            arithmetic: `${first.text} ≠ ${other.text}`,
            severity: [first, other].every(({ comparator }) => comparator === '=') ? 'error' : 'warning',
          },
        );
      }
  },
  examples: examples({
    pass: [
      '云河经济开发区“十四五”发展规划\n\n云河经济开发区规划面积26平方公里。\n\n二、空间布局\n\n开发区规划面积2600公顷，东片区规划面积12平方公里。\n',
    ],
    fail: [
      '云河经济开发区“十四五”发展规划\n\n云河经济开发区规划面积26平方公里。\n\n二、空间布局\n\n开发区规划面积28平方公里，东片区规划面积12平方公里。\n',
    ],
  }),
});
