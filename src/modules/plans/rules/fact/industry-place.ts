import { defineCheck } from '../../../../core/check.ts';
import type { Source } from '../../../../core/document.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { samePark } from '../../checking/names.ts';
import { matchesIn, proseOf, sectionAt } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const seated =
  /([\p{Script=Han}]{2,12}产业)(?:主要)?(?:位于|集中在|布局在)([^，。；]{2,30}?(?:园区?|集中区|基地))内?/gu;
const leading = /(?:现有|现状)?主导产业(?:为|是|有|包括)([^。；]{2,60})/gu;
const parkName = /[\p{Script=Han}]{2,12}(?:园区?|集中区|基地)/u;

interface Claim {
  readonly park: string;
  readonly industries: readonly string[];
  readonly source: Source;
}

const industriesIn = (text: string): string[] =>
  text
    .split(/[、和及与，]/)
    .map((each) => each.replace(/产业|现有|为|等|的/g, '').trim())
    .filter((each) => each.length >= 2);

/** “煤化工产业位于东泉园内……现有产业为煤焦化”: what the text says has its seat in a park. */
function seats(reading: Reading): Claim[] {
  return matchesIn(proseOf(reading), seated).map(({ match, passage, source }) => {
    const [all, industry = '', where = ''] = match;
    const park = where.split('的').at(-1) ?? where;
    const after = passage.prose.text.slice(match.index + all.length, match.index + all.length + 80);
    const [, existing = ''] = after.match(/现有产业为([^。；]{2,40})/) ?? [];
    return { park, industries: [...industriesIn(industry), ...industriesIn(existing)], source };
  });
}

/** The section of a park that names its leading industries. */
function leaders(reading: Reading): Claim[] {
  return matchesIn(proseOf(reading), leading).flatMap(({ match, passage, source }): Claim[] => {
    for (let section = sectionAt(passage); section; section = section.parent) {
      const [park] = section.title.match(parkName) ?? [];
      if (park !== undefined && section.title.replace(/[\s\d一二三四五六七八九十、.（）()]/g, '') === park)
        return [{ park, industries: industriesIn(match[1] ?? ''), source }];
    }
    return [];
  });
}

export const industryPlace = defineCheck<Dossier>({
  id: 'fact/industry-place',
  title: { zh: '同一产业写在两个园区', en: 'One industry with its seat in two parks' },
  severity: 'warning',
  why: {
    zh: '产业布局决定项目落地和用地安排，前后说法不一会安排到错误的园区。',
    en: 'The seat of an industry decides where projects and land go.',
  },
  message: {
    zh: '一处写{industry}产业位于{first}，另一处写{second}的主导产业是{industry}；请核定产业所在园区，统一全文',
    en: 'In one place {industry} has its seat in {first}, in another it leads {second}; settle the park',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const known = leaders(reading);
      for (const seat of seats(reading)) {
        const rival = known.find(
          ({ park, industries }) =>
            !samePark(park, seat.park) &&
            industries.some((each) => seat.industries.includes(each)) &&
            !known.some(
              (other) =>
                samePark(other.park, seat.park) && other.industries.some((each) => seat.industries.includes(each)),
            ),
        );
        if (rival === undefined) continue;
        const industry = rival.industries.find((each) => seat.industries.includes(each)) ?? '';
        report([seat.source, rival.source], { industry, first: seat.park, second: rival.park });
      }
    }
  },
  examples: examples({
    pass: [
      '一、园区现状\n\n1、东泉工业园\n\n园区现有主导产业为印染产业。\n\n二、产业现状\n\n青川纺织产业位于东泉工业园内。现有产业为棉纺、印染产业。\n',
    ],
    fail: [
      '一、园区现状\n\n1、西河化工园\n\n园区现有主导产业为印染产业。\n\n二、产业现状\n\n青川纺织产业位于东泉工业园内。现有产业为棉纺、印染产业。\n',
    ],
  }),
});
