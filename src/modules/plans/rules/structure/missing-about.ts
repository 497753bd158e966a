import { defineCheck } from '../../../../core/check.ts';
import type { Source } from '../../../../core/document.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { matchesIn, passagesOf, proseOf, sourceOfPart } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const parts = [
  { of: ({ facts: { document } }: Reading) => document.period, zh: '规划期限', en: 'planning period' },
  { of: ({ facts: { document } }: Reading) => document.issuer, zh: '发文机关', en: 'issuer' },
  { of: ({ facts: { document } }: Reading) => document.issuedOn, zh: '印发日期', en: 'date' },
  {
    of: ({ facts }: Reading) => facts.indicators.find(({ kind }) => kind === 'target') ?? null,
    zh: '量化目标',
    en: 'targets with figures',
  },
] as const;
const longEnough = 40;
/** Reports, lists and rules of assessment have no planning period to state. */
const planned = /规划|纲要|行动|方案(?!说明)/;

/** Where the plan speaks of itself: there a reader looks for what is missing. */
function whereItSpeaks(reading: Reading): Source[] {
  const self = matchesIn(
    proseOf(reading),
    /本次[\p{Script=Han}]{0,4}规划|本规划|本方案|规划的实施|发展规划的实施|规划目标/gu,
  ).map(({ source }) => source);
  if (self.length > 0) return self.slice(0, 6);
  const [first] = passagesOf(reading);
  return first ? [sourceOfPart(first, 0, Math.min(20, first.prose.text.length))] : [];
}

export const missingAbout = defineCheck<Dossier>({
  id: 'structure/missing-about',
  title: { zh: '缺规划期限、发文机关或日期', en: 'Planning period, issuer or date is missing' },
  severity: 'advice',
  why: {
    zh: '没有期限和发文要素，目标不知何时到期，文件效力也无从确认。',
    en: 'Without period and issuer nobody knows when targets are due or whether the text is in force.',
  },
  message: {
    zh: '文中没有找到{zh}；请补充完整',
    en: 'The text does not say its {en}; add it',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const missing = parts.filter(({ of }) => of(reading) === null);
      // A fragment of a document is not a document without a date.
      const whole = passagesOf(reading).length >= longEnough;
      const { title } = reading.facts.document;
      if (
        !whole ||
        (title !== null && !planned.test(title)) ||
        missing.length < 2 ||
        !missing.some(({ en }) => en === 'planning period' || en === 'targets with figures')
      )
        continue;
      report(whereItSpeaks(reading), {
        zh: missing.map(({ zh }) => zh).join('、'),
        en: missing.map(({ en }) => en).join(', '),
      });
    }
  },
  examples: examples({
    pass: ['青川经开区产业发展规划（2021—2025年）\n\n临江县工业基础较好。\n'],
    fail: [`一、产业基础\n\n${'临江县工业基础较好，产业门类齐全。\n\n'.repeat(45)}`],
  }),
});
