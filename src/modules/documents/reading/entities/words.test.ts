import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOffset } from '../../../../core/document.ts';
import { conjunctions, splitOutside, textIn } from './enumeration.ts';
import { cellProse, sentenceSpans } from './passages.ts';
import { chainOf, looksLikeRegion, regionStartingAt, regionsNamed, shortName } from './regions.ts';
import { residue, wordList } from './words.ts';

const whole = (text: string) => ({ start: 0, end: text.length });
const split = (text: string, separators = '、') =>
  splitOutside(text, whole(text), separators).map((part) => textIn(text, part));

describe('word lists', () => {
  const words = wordList(['有限公司', '公司', '集团']);

  test('the longest word counts, from either end', () => {
    expect(words.startingAt('恒远有限公司', 2)).toBe(4);
    expect(words.endingAt('恒远有限公司', 6)).toBe(4);
    expect(words.startingAt('恒远', 0)).toBe(0);
  });

  test('a residue holds no word of the list that stood in the text, and nothing new', () => {
    expect(residue('恒远集团有限公司', words)).toBe('恒远');
    fc.assert(
      fc.property(fc.string(), (text) => {
        const rest = residue(text, words);
        expect(rest.length).toBeLessThanOrEqual(text.length);
        expect(residue('', words)).toBe('');
      }),
    );
  });
});

describe('enumerations', () => {
  test('brackets and quotation marks hold their commas', () => {
    expect(split('甲（乙、丙）、《丁、戊》、“己、庚”')).toEqual(['甲（乙、丙）', '《丁、戊》', '“己、庚”']);
  });
  test('an empty item is no item', () => expect(split('甲、、乙、')).toEqual(['甲', '乙']));
  test('the parts of a text stand in order inside it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[甲乙、（）和 ]{0,30}$/u), (text) => {
        let last = 0;
        for (const { start, end } of splitOutside(text, whole(text), '、')) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
  test('conjunctions outside brackets are found, at the edges they are none', () => {
    const text = '甲和乙（丙和丁）以及戊';
    expect(conjunctions(text, whole(text)).map((part) => textIn(text, part))).toEqual(['和', '以及']);
    expect(conjunctions('和甲', whole('和甲'))).toEqual([]);
  });
});

describe('regions of the national list', () => {
  test('a county knows its city and province', () => {
    const [county] = regionsNamed('昌乐县');
    expect(county && chainOf(county).map(({ name }) => name)).toEqual(['山东省', '潍坊市', '昌乐县']);
  });
  test('a name may be that of several places', () => expect(regionsNamed('朝阳区').length).toBeGreaterThan(1));
  test.each([
    ['广西壮族自治区', '广西'],
    ['延边朝鲜族自治州', '延边'],
    ['易县', '易县'],
    ['大兴安岭地区', '大兴安岭'],
  ])('%s is called %s for short', (name, short) => expect(shortName(name)).toBe(short));
  test('a region is found in full or for short where it starts', () => {
    expect(regionStartingAt('在昌乐县城', 1)).toBe(3);
    expect(regionStartingAt('昌乐宝石', 0)).toBe(2);
    expect(regionStartingAt('宝石昌乐', 0)).toBe(0);
  });
  test('a zone does not look like a region', () => {
    expect(looksLikeRegion('云河市')).toBe(true);
    expect(looksLikeRegion('云河经济开发区')).toBe(false);
  });
});

describe('places in running text', () => {
  test('each character of a cell knows where it stands, over a wrap', () => {
    const text = '一\t恒远\n  机械\t二';
    const prose = cellProse({ text }, { start: 2, end: 9, text: '恒远机械' });
    expect([0, 1, 2, 3].map((at) => text[documentOffset(prose, at)])).toEqual(['恒', '远', '机', '械']);
  });
  test('sentences end at full stops and semicolons', () => {
    const text = '甲。乙；丙';
    expect(sentenceSpans(text).map((span) => textIn(text, span))).toEqual(['甲', '乙', '丙']);
  });
});
