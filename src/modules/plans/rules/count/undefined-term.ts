import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { grouped } from '../../checking/figures.ts';
import { matchesIn, proseOf } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const term =
  /“([一二三四五六七八九十两]{1,2}(?:大|个|小|项)[\p{Script=Han}]{0,8}(?:工程|行动|计划|战略|体系|机制|任务|专项))”/gu;
/** Terms that national documents define for everyone. */
const known = /^(四个全面|五大发展理念|四个自信|两个维护|三大攻坚战|五个统筹|三个一批|六大战略)/;

export const undefinedTerm = defineCheck<Dossier>({
  id: 'count/undefined-term',
  title: { zh: '带数字的简称没有展开', en: 'A numbered term that is never spelt out' },
  severity: 'advice',
  why: {
    zh: '“五小工程”这样的简称，外人不知道是哪五项，也就无法落实和考核。',
    en: 'Nobody outside knows which five “the five small works” are, so nobody can carry them out.',
  },
  message: {
    zh: '“{term}”全文没有说明包括哪几项；请在首次出现处列出',
    en: '“{term}” is never spelt out; list its items where it first appears',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const found = grouped(matchesIn(proseOf(reading), term), ({ match }) => match[1] ?? null);
      for (const [name, [first, ...others]] of found) {
        if (first === undefined || known.test(name)) continue;
        const explained = [first, ...others].some(({ passage, match }) => {
          const { text } = passage.prose;
          const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
          return /、[^。；]{2,40}$/.test(before) || /^[（(]|^[，。：]?(?:即|包括|分别)/.test(after);
        });
        if (explained) continue;
        report([first.source, ...others.map(({ source }) => source)], { term: name });
      }
    }
  },
  examples: examples({
    pass: ['实施“五小工程”（小绿地、小游园、小广场、小停车场、小球场）。\n'],
    fail: ['实施“五小工程”，改善园区面貌。\n'],
  }),
});
