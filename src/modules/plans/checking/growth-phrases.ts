import type { Quantity, Sentence } from '../../documents/reading/reading.ts';

export type GrowthKind = 'annual' | 'year-on-year' | 'total' | 'doubling';

const phrases: readonly (readonly [Exclude<GrowthKind, 'doubling'>, RegExp])[] = [
  [
    'annual',
    /(?:年均|年平均|平均每年)[^\d，。；]{0,3}(?:增长|递增|增速|增幅|提高|增加|下降|降低|递减|减少)[^\d，。；、]{0,8}$/,
  ],
  ['year-on-year', /(?:同比|比上年|较上年|比去年)[^\d，。；]{0,3}(?:增长|增加|提高)[^\d，。；、]{0,6}$/],
  [
    'total',
    /(?:累计增长|(?:比|较)20\d\d年的[\d.,]+[^，。；\d]{1,4}增长|(?:比|较)(?:20\d\d年|基期|“?十[一二三四]五”?末)[^\d，。；]{0,6}(?:增长|增加|提高))[^\d，。；、]{0,6}$/,
  ],
];
/** “达到190亿元，增长36.7%”: right after a level, growth without more is that over the year before. */
const bare = /\d[^，。；\d]{1,6}，(?:预计|同比)?(?:增长|增幅(?:为|达)?)[^\d，。；、]{0,2}$/;
const doubling = /翻(一|两|1|2)?番/g;

function kindOf(text: string, at: number): GrowthKind | undefined {
  const before = text.slice(Math.max(0, at - 24), at);
  return phrases.find(([, pattern]) => pattern.test(before))?.[0] ?? (bare.test(before) ? 'year-on-year' : undefined);
}

/** A phrase of growth in a sentence: “年均增长12%”, “同比增长8%”, “翻一番”. */
export interface Mention {
  readonly kind: GrowthKind;
  readonly falling: boolean;
  readonly at: number;
  readonly end: number;
  readonly rate: Quantity | null;
  readonly times: number;
}

/** Every phrase of growth of a sentence, rates first. */
export function mentionsIn({ prose, quantities }: Sentence): Mention[] {
  const rates = quantities.flatMap((rate): Mention[] => {
    if (rate.unit !== '%' && rate.unit !== '％') return [];
    const kind = kindOf(prose.text, rate.digits.start) ?? kindOf(prose.text, rate.start);
    const falling = /(?:下降|降低|递减|减少)[^\d，。；、]{0,8}$/.test(
      prose.text.slice(Math.max(0, rate.start - 12), rate.start),
    );
    return kind ? [{ kind, falling, at: rate.start, end: rate.end, rate, times: 0 }] : [];
  });
  const doublings = [...prose.text.matchAll(doubling)].map((match): Mention => {
    const times = match[1] === '两' || match[1] === '2' ? 2 : 1;
    return { kind: 'doubling', falling: false, at: match.index, end: match.index + match[0].length, rate: null, times };
  });
  return [...rates, ...doublings];
}
