/**
 * Reading speed against the recognizers of Microsoft (Chinese numbers with units), and how it grows.
 * Texts: the seed documents beside the repository, or the shipped samples where those are absent.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import numbers from '@microsoft/recognizers-text-number';
import numbersWithUnit from '@microsoft/recognizers-text-number-with-unit';
import { documentOffset, lineAt } from '../src/core/document.ts';
import { readText } from '../src/modules/documents/reading/read.ts';
import type { Reading } from '../src/modules/documents/reading/reading.ts';
import type { Bench, Measure } from './bench.ts';

interface Text {
  readonly name: string;
  readonly text: string;
  /** Gold facts of the document, where there are any. */
  readonly gold: string | null;
}

const root = resolve(import.meta.dirname, '..');
const shared = resolve(root, '../shared');
const seeds = join(shared, 'seeds');
const runs = 5;

function loadTexts(): Text[] {
  const folder = existsSync(seeds) ? seeds : join(root, 'samples');
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => {
    const gold = join(shared, 'gold', `${name.slice(0, 3)}.json`);
    return { name, text: readFileSync(join(folder, name), 'utf8'), gold: existsSync(gold) ? gold : null };
  });
}

const megabytes = (texts: readonly string[]) => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;

/** Seconds of one core: processor time, so that a busy machine does not count. */
function seconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

const medianSeconds = (work: () => void, times = runs): number =>
  median(Array.from({ length: times }, () => seconds(work)));

interface Found {
  readonly value: number | readonly number[];
  readonly unit: string;
  readonly line: number;
}

const chinese = numbers.Culture.Chinese;
const recognizers = [
  numbersWithUnit.recognizeCurrency,
  numbersWithUnit.recognizeDimension,
  numbersWithUnit.recognizeAge,
  numbersWithUnit.recognizeTemperature,
  numbers.recognizePercentage,
  numbers.recognizeNumber,
];

function recognized(content: string): Omit<Found, 'line'>[] {
  return recognizers.flatMap((recognize) =>
    recognize(content, chinese).map(({ text: words, resolution }) => {
      const digits = String(resolution?.value ?? '');
      const unit = words.replace(/^[\d.,，\s零一二三四五六七八九十百千万亿两点约近]+/, '');
      return { value: Number.parseFloat(digits), unit: digits.endsWith('%') ? '%' : unit };
    }),
  );
}

/**
 * The recognizers on each line by itself. Given a whole document, as Lantu is, their time grows with its square;
 * cutting it for them is the kindest way to use them.
 */
const peerRead = (text: string): Found[] =>
  text
    .split('\n')
    .flatMap((content, i) =>
      content.trim() === '' ? [] : recognized(content).map((found): Found => ({ ...found, line: i + 1 })),
    );

/** Every quantity of the whole reading: sentences, indicators of tables, projects. */
function ownFound({ document, sentences, facts }: Reading): Found[] {
  const inSentences = sentences.flatMap(({ prose, quantities }) =>
    quantities.map(({ values, unit, digits }): Found => {
      const line = lineAt(document.lineStarts, documentOffset(prose, digits.start));
      return { value: values.length > 1 ? values.map(Number) : Number(values[0]), unit, line };
    }),
  );
  const inFacts = facts.indicators.map(({ value, unit, source }): Found => ({ value, unit, line: source.line }));
  const inProjects = facts.projects.flatMap(({ quantities, investment, source }) => [
    ...quantities.map((each): Found => ({ value: each.value, unit: each.unit, line: (each.source ?? source).line })),
    ...(investment === null ? [] : [{ ...investment, line: source.line }]),
  ]);
  return [...inSentences, ...inFacts, ...inProjects];
}

interface Scoring {
  readonly quantity: (value: unknown, unit: string) => { dim: string; values: number[] } | null;
  readonly sameQuantity: (a: unknown, b: unknown) => boolean;
  readonly close: (a: number, b: number) => boolean;
}

interface GoldFact {
  readonly origin: string;
  readonly line: number;
  readonly value: number | number[] | null;
  readonly unit: string;
}

const nearby = 2;

/** The share of gold quantities found at most two lines away; a peer without the unit is given credit for the value. */
async function shareFound(
  texts: readonly Text[],
  find: (text: Text) => readonly Found[],
  valueIsEnough: boolean,
): Promise<number> {
  const { quantity, sameQuantity, close } = (await import(join(shared, 'tools/scoring.mjs'))) as Scoring;
  let [found, all] = [0, 0];
  for (const each of texts.filter(({ gold }) => gold !== null)) {
    const facts: GoldFact[] = JSON.parse(readFileSync(each.gold as string, 'utf8')).indicators;
    const outputs = find(each).map((output) => ({ ...output, quantity: quantity(output.value, output.unit) }));
    for (const fact of facts.filter(({ origin }) => origin === 'text' || origin === 'table')) {
      const wanted = quantity(fact.value, fact.unit);
      if (wanted === null) continue;
      all++;
      const near = outputs.filter(({ line }) => Math.abs(line - fact.line) <= nearby);
      const hit = near.some(
        (output) =>
          sameQuantity(wanted, output.quantity) ||
          (valueIsEnough && typeof fact.value === 'number' && plainly(fact, output, close)),
      );
      if (hit) found++;
    }
  }
  return (100 * found) / all;
}

const multiples: Record<string, number> = { 万: 1e4, 亿: 1e8, 千: 1e3, 百: 1e2 };
const scaled = ({ value, unit }: GoldFact) =>
  [...(/^[百千万亿]+/.exec(unit)?.[0] ?? '')].reduce(
    (product, each) => product * (multiples[each] ?? 1),
    Number(value),
  );

const plainly = (fact: GoldFact, output: Found, close: Scoring['close']): boolean =>
  close(Number(output.value), Number(fact.value)) || close(Number(output.value), scaled(fact));

/** The texts one after another until there are so many megabytes. */
function grown(texts: readonly string[], size: number): string {
  const all = texts.join('\n');
  const times = Math.ceil((size * 1e6) / Buffer.byteLength(all));
  const buffer = Buffer.from(Array.from({ length: times }, () => all).join('\n')).subarray(0, size * 1e6);
  return buffer.toString('utf8');
}

/** Both on one and the same whole text, the shortest: the peer once, for it takes its time. */
function wholeTextRatio(contents: readonly string[]): number {
  const shortest = [...contents].sort((a, b) => a.length - b.length)[0] as string;
  return seconds(() => recognized(shortest)) / medianSeconds(() => readText('shortest', shortest));
}

async function measure(): Promise<Measure[]> {
  const texts = loadTexts();
  const contents = texts.map(({ text }) => text);
  const size = megabytes(contents);
  const own = () => {
    for (const { name, text } of texts) readText(name, text);
  };
  const peer = () => {
    for (const content of contents) peerRead(content);
  };
  own();
  const ownSpeed = size / medianSeconds(own);
  const peerSpeed = size / medianSeconds(peer);
  const one = grown(contents, 1);
  const ten = grown(contents, 10);
  const growth = medianSeconds(() => readText('ten', ten), 3) / medianSeconds(() => readText('one', one));
  const measures: Measure[] = [
    { name: 'whole reading', value: ownSpeed, unit: 'MB/s' },
    { name: 'recognizers-text, line by line', value: peerSpeed, unit: 'MB/s' },
    { name: 'times as fast, lines cut for them', value: ownSpeed / peerSpeed, unit: '×' },
    { name: 'times as fast on the same whole text', value: wholeTextRatio(contents), unit: '×', atLeast: 50 },
    { name: 'time for 10 MB against 1 MB', value: growth, unit: '×', atMost: 12 },
  ];
  if (texts.every(({ gold }) => gold === null)) return measures;
  const ownShare = await shareFound(texts, ({ name, text }) => ownFound(readText(name, text)), false);
  const peerShare = await shareFound(texts, ({ text }) => peerRead(text), true);
  return [
    ...measures,
    { name: 'gold quantities found on their line', value: ownShare, unit: '%', atLeast: 97 },
    { name: 'the same by recognizers-text (value alone is enough)', value: peerShare, unit: '%' },
  ];
}

export const readingBench: Bench = { name: 'reading', run: measure };
