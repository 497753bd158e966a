import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { countItems } from '../../checking/items.ts';
import { ordinalOf } from '../../checking/ordinal.ts';
import { matchesIn, type Passage, proseOf } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const pattern =
  /([^，。；：:（）()“”‘’《》\n]{2,}、[^，。；：:（）()“”‘’\n]{2,}?)(等)?\s?([二两三四五六七八九十]+|\d{1,2})\s?(大|个|家|户|项|类|条|座)(?!月|年|左右|以上|百分|亿|万|多|余|级)([\p{Script=Han}]{1,12})/gu;

/** “甲、乙、丙三大主导产业和丁、戊两大未来产业”: the first list has been counted already. */
const countedBefore =
  /^.*(?:[二两三四五六七八九十]+|\d{1,2})\s?(?:大|个|家|项|类|条)[\p{Script=Han}]{1,10}?(?:以及|和|与|及|、)/u;

/** Few of many, named as examples, is normal; all but one or two looks like a miscount. */
const looksComplete = (items: number, stated: number): boolean => items >= 3 && stated - items <= 2;

/** Words in brackets explain one item and would cut the list; their length stays, so that places do. */
const withoutBrackets = (passage: Passage): Passage => ({
  ...passage,
  prose: {
    ...passage.prose,
    text: passage.prose.text.replace(/[（(][^（）()]*[）)]/g, (inside) => '＿'.repeat(inside.length)),
  },
});

const numberOf = (text: string): number | null => (text === '两' ? 2 : ordinalOf(text));

export const list = defineCheck<Dossier>({
  id: 'count/list',
  title: { zh: '个数与列举不符', en: 'A count that its list does not make' },
  severity: 'warning',
  why: {
    zh: '“六大板块”列了七项，分解任务、统计口径都会出错。',
    en: 'Six sectors that list seven break every division of work.',
  },
  message: {
    zh: '称“{stated}{unit}{noun}”，列举的却是 {count} 项（{items}）；请补全、删减或改数字',
    en: 'The text says {stated} ({noun}) but lists {count}: {items}; complete the list or correct the number',
  },
  run({ readings }, report) {
    for (const { match, source } of readings.flatMap((reading) =>
      matchesIn(proseOf(reading).map(withoutBrackets), pattern),
    )) {
      const [, items = '', rest, digits = '', unit = '', noun = ''] = match;
      const stated = numberOf(digits);
      if (stated === null || stated < 2) continue;
      const own = items.slice(items.lastIndexOf('等') + 1).replace(countedBefore, '');
      if (!own.includes('、') && own.length < items.length) continue;
      const { least, most } = countItems(own);
      if (stated >= least && stated <= most) continue;
      const short = stated > most;
      // Far more items than the number counts: it counts something else.
      if (short ? !looksComplete(most, stated) : least > stated * 1.5 + 1) continue;
      report(
        [source],
        {
          stated: digits,
          unit,
          noun: noun.slice(0, 8),
          count: short ? most : least,
          items: items.slice(-60).replaceAll('＿', ''),
        },
        {
          arithmetic: `列举 ${least === most ? least : `${least}—${most}`} 项 ≠ ${stated}`,
          severity: short && rest !== undefined ? 'advice' : 'warning',
        },
      );
    }
  },
  examples: examples({
    pass: [
      '重点发展食品、建材、化工等3个产业。\n',
      '推进东湖生物园、西河光伏产业基地和新材料产业基地、南山建材园等3个重点园区。\n',
      '发展食品、建材等十大产业。\n',
      '做强轴承、纺织、家具三大主导产业和氢能、商业航天两大未来产业。\n',
    ],
    fail: ['通过发展食品、建材、化工、医药、轻纺、物流、电子等六大产业板块。\n'],
  }),
});
