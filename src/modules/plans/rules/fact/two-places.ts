import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { grouped } from '../../checking/figures.ts';
import { type Firm, firmsOf, mentionsOf, type NameMention, parksOf, samePark } from '../../checking/names.ts';
import { type Passage, proseOf, sourceOfPart } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

interface Place {
  readonly firm: Firm;
  readonly park: string;
  readonly mention: NameMention;
  readonly end: number;
}

/** “甲厂位于东园”, “甲厂，坐落在东园内”: the park named in the same clause after the firm. */
const located = /^[，,]?[^。；，]{0,6}(?:位于|坐落于|坐落在|地处|落户于?|设在)([^。；，]{2,30})/;

/** The innermost park of “青川经开区的东泉工业园区内”: what follows the last 的, or the longest known name. */
function parkIn(where: string, parks: ReadonlySet<string>): string | undefined {
  const inner = where.split('的').findLast((each) => /(园区?|集中区|基地)/.test(each)) ?? where;
  const [, name] = /([\p{Script=Han}]{2,14}?(?:园区|园|集中区|基地))/u.exec(inner) ?? [];
  // A county or zone before the name is dropped where the rest is a park that the document knows.
  const endings = Array.from({ length: Math.max(0, (name?.length ?? 0) - 2) }, (_, i) => name?.slice(i) ?? '');
  return endings.find((ending) => parks.has(ending)) ?? name;
}

function placesIn(passages: readonly Passage[], firms: readonly Firm[], parks: ReadonlySet<string>): Place[] {
  const byName = new Map(firms.flatMap((firm) => firm.names.map((name) => [name, firm] as const)));
  return mentionsOf(passages, byName.keys()).flatMap((mention): Place[] => {
    const rest = mention.passage.prose.text.slice(mention.end, mention.end + 60);
    const [all, where] = located.exec(rest) ?? [];
    const firm = byName.get(mention.name);
    if (all === undefined || where === undefined || firm === undefined) return [];
    const park = parkIn(where, parks);
    return park === undefined ? [] : [{ firm, park, mention, end: mention.end + all.length }];
  });
}

export const twoPlaces = defineCheck<Dossier>({
  id: 'fact/two-places',
  title: { zh: '同一企业写在两个园区', en: 'One enterprise in two parks' },
  severity: 'warning',
  why: {
    zh: '企业归属决定产值、税收、用地记在哪个园区，前后不一会重复统计或漏统。',
    en: 'The park of a firm decides where its output, tax and land are counted.',
  },
  message: {
    zh: '“{firm}”一处写位于{first}，另一处写位于{second}；请核定所在园区，统一全文',
    en: '“{firm}” lies in {first} in one place and in {second} in another; settle the park',
  },
  run(dossier, report) {
    const firms = firmsOf(dossier);
    const places = dossier.readings.flatMap((reading) => {
      const zones = new Set(reading.facts.document.regions);
      const parks = new Set(
        parksOf(reading)
          .filter(({ name }) => !zones.has(name))
          .flatMap(({ names }) => names),
      );
      return placesIn(proseOf(reading), firms, parks);
    });
    for (const [name, found] of grouped(places, ({ firm }) => firm.name)) {
      const [first] = found;
      const second = first && found.find(({ park }) => !samePark(park, first.park));
      if (!first || !second) continue;
      const sourceOf = ({ mention, end }: Place) => sourceOfPart(mention.passage, mention.start, end);
      report([sourceOf(first), sourceOf(second)], { firm: name, first: first.park, second: second.park });
    }
  },
  examples: examples({
    pass: [
      '二、企业概况\n\n青川恒利碳材有限公司位于东泉工业园。\n\n恒利碳材有限公司，位于青川经开区的东泉工业园区内。\n',
    ],
    fail: [
      '二、企业概况\n\n青川恒利碳材有限公司位于东泉工业园。\n\n青川恒利碳材有限公司，位于青川经开区的西河化工园内。\n',
    ],
  }),
});
