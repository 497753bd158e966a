import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { countItems } from '../../checking/items.ts';
import { ordinalOf } from '../../checking/ordinal.ts';
import { matchesIn, type Passage, proseOf } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const number = '[二两三四五六七八九十]|\\d{1,2}';
const spelled = '(?:即|就是|分别是|分别为|是指|包括|依次为)[：:]?';
const items = '([^。；，：“”\\n]*、[^。；，：“”\\n]+?)(?=[。；]|$)';

/** “6家省级开发区，即甲、乙、丙”, “两个园区：甲、乙”. */
const counted = new RegExp(
  `(?<![第、\\d.])(${number})\\s?(家|个|大|条|项|类|座|所)([\\p{Script=Han}]{2,12})[，：:]${spelled}${items}`,
  'gu',
);
/** “四园”即甲、乙、丙: the parts of a pattern such as “一核两带四园”. */
const quoted = new RegExp(
  `“(${number})(核|园|区|带|轴|片|心|极|点|廊|翼|组团|基地|中心|集群|链)”(${spelled}|为|是|：)${items}`,
  'gu',
);

/** Words in brackets explain one item and would cut the list; their length stays, so that places do. */
const withoutBrackets = (passage: Passage): Passage => ({
  ...passage,
  prose: {
    ...passage.prose,
    text: passage.prose.text.replace(/[（(][^（）()]*[）)]/g, (inside) => '＿'.repeat(inside.length)),
  },
});

const numberOf = (text: string): number | null => (text === '两' ? 2 : ordinalOf(text));

export const namely = defineCheck<Dossier>({
  id: 'count/namely',
  title: { zh: '“即”后所列与个数不符', en: 'What a count is said to be does not make it' },
  severity: 'warning',
  why: {
    zh: '说六家只列五家，漏掉的一家没有任务，也不受考核。',
    en: 'Of six announced and five named, one has no task and is assessed by nobody.',
  },
  message: {
    zh: '称“{stated}{unit}{noun}”，后面列出的是 {count} 项（{items}）；请补全、删减或改数字',
    en: 'The text says {stated} ({noun}) and names {count}: {items}; complete the list or correct the number',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const prose = proseOf(reading).map(withoutBrackets);
      for (const { match, source } of [...matchesIn(prose, counted), ...matchesIn(prose, quoted)]) {
        const [, digits = '', unit = '', words = '', listed = ''] = match;
        const stated = numberOf(digits);
        if (stated === null || stated < 2 || /等|…/.test(listed)) continue;
        const { least, most } = countItems(listed);
        if (stated >= least && stated <= most) continue;
        report(
          [source],
          {
            stated: digits,
            unit,
            noun:
              /[\p{Script=Han}]{2}/u.test(words) && !/^(?:即|为|是|就|分|包|依)/.test(words) ? words.slice(0, 8) : '',
            count: stated > most ? most : least,
            items: listed.slice(0, 60).replaceAll('＿', ''),
          },
          { arithmetic: `列出 ${least === most ? least : `${least}—${most}`} 项 ≠ ${stated}` },
        );
      }
    }
  },
  examples: examples({
    pass: [
      '考核对象为全市3家开发区，即青川经济开发区、东泉高新区、西河产业园。\n',
      '重点发展3个产业，包括食品、建材等。\n',
      '构建“一核两带”格局，“两带”即沿江产业带、高铁经济带。\n',
    ],
    fail: [
      '考核对象为全市4家开发区，即青川经济开发区、东泉高新区、西河产业园。\n',
      '构建“一核三园”格局，“三园”即轴承产业园（一期）、食品产业园。\n',
    ],
  }),
});
