import { expect, test } from 'vitest';
import { effort } from '../../../../test/effort.ts';
import { documentOffset, type ParagraphBlock } from '../../../core/document.ts';
import { noOwnVocabulary } from '../own-vocabulary.ts';
import { readText } from './read.ts';
import { sentencesOf } from './sentences.ts';

const wrapped = '2025年，青川经开区实现税收3.5\n亿元；新增企业24\n户。其中规上企业5户！';
const about = { title: null, issuer: null, number: null, issuedOn: null, period: null, baseYear: null, regions: [] };

/** One paragraph of hard-wrapped lines. */
function paragraph(text: string): ParagraphBlock {
  const runs: [number, number][] = [];
  let prose = '';
  let at = 0;
  for (const line of text.split('\n')) {
    runs.push([prose.length, at]);
    prose += line;
    at += line.length + 1;
  }
  return { kind: 'paragraph', start: 0, end: text.length, prose: { text: prose, runs } };
}

const document = {
  name: 'a.txt',
  format: 'txt',
  text: wrapped,
  lineStarts: [0],
  blocks: [paragraph(wrapped)],
} as const;

test('sentences end at 。！？； and know the place of every character, wraps included', () => {
  const sentences = sentencesOf(document, about, noOwnVocabulary);
  expect(sentences.map(({ prose }) => prose.text)).toEqual([
    '2025年，青川经开区实现税收3.5亿元；',
    '新增企业24户。',
    '其中规上企业5户！',
  ]);
  for (const { prose } of sentences) {
    for (let i = 0; i < prose.text.length; i++) {
      expect(wrapped[documentOffset(prose, i)]).toBe(prose.text[i]);
    }
  }
});

test('quantities and periods are found across a wrap', () => {
  const [first, second] = sentencesOf(document, about, noOwnVocabulary);
  expect(first?.periods.map(({ period }) => period)).toEqual(['2025']);
  expect(first?.quantities.map(({ values, unit }) => [...values, unit])).toEqual([['3.5', '亿元']]);
  expect(second?.quantities.map(({ values, unit }) => [...values, unit])).toEqual([['24', '户']]);
});

test("an office's own unit is read like the shipped ones", () => {
  const own = { ...noOwnVocabulary, units: [{ name: '担', factor: '50', unit: '公斤' }] };
  const { sentences } = readText('a.txt', '全县收茶3万担。', own);
  expect(sentences.flatMap(({ quantities }) => quantities.map(({ unit }) => unit))).toEqual(['万担']);
});

test('a text without a full stop is cut at commas, and no character is lost', () => {
  const text = '新增企业3家，'.repeat(1000);
  const sentences = sentencesOf({ ...document, text, blocks: [paragraph(text)] }, about, noOwnVocabulary);
  expect(sentences.map(({ prose }) => prose.text).join('')).toBe(text);
  expect(Math.max(...sentences.map(({ prose }) => prose.text.length))).toBeLessThanOrEqual(1500);
  expect(sentences.flatMap(({ quantities }) => quantities)).toHaveLength(1000);
});

test('reading time grows with the text, not with its square', () => {
  const line = '到2025年，规上工业总产值达到280亿元，年均增长12%左右，新增企业24户。';
  const effortOf = (times: number) => {
    const text = line.repeat(times);
    return effort(() => sentencesOf({ ...document, text, blocks: [paragraph(text)] }, about, noOwnVocabulary));
  };
  effortOf(500);
  expect(effortOf(8000) / effortOf(1000)).toBeLessThan(8 * 4);
});
