import { describe, expect, test } from 'vitest';
import { linesAsParagraphs } from '../../../test/lines-as-paragraphs.ts';
import { hasChromium, printPdf } from '../../../test/print-pdf.ts';
import type { TableBlock } from '../../core/document.ts';
import { withoutLookAlikes } from './look-alikes.ts';
import { unruledRows } from './pdf-columns.ts';
import { ruledGrids } from './pdf-grids.ts';
import { furnitureOn, goesOn, linesOf, marginsOf } from './pdf-lines.ts';
import { type Page, partsOf, type Ruling, type Word } from './pdf-page.ts';
import { readFile } from './read-file.ts';

const word = (text: string, x: number, y: number, size = 10): Word => ({
  text,
  x,
  y,
  size,
  right: x + text.length * size,
});
const pageOf = (words: Word[], horizontal: Ruling[] = [], vertical: Ruling[] = []): Page => ({
  width: 600,
  height: 800,
  words,
  horizontal,
  vertical,
});
const line = (at: number, from: number, to: number): Ruling => ({ at, from, to });

test('radicals become the ideographs that were printed, and nothing else changes', () => {
  expect(withoutLookAlikes('⻘⼭⼾⻓ ㎡①％（2025）⸺⾯')).toBe('青山户长 ㎡①％（2025）——面');
});

describe('lines and paragraphs', () => {
  test('words on one baseline make a line, with blanks where the page has them', () => {
    const [first, second] = linesOf(
      [word('产值', 50, 100), word('达到', 70, 100.5), word('GDP', 100, 100), word('下行', 50, 120)],
      0,
    );
    expect([first?.text, second?.text]).toEqual(['产值达到 GDP', '下行']);
  });

  test('a line spread out to its width loses the blanks between its characters', () => {
    expect(linesOf([word('园 区 产 业 发 展 规划', 50, 100)], 0)[0]?.text).toBe('园区产业发展规划');
    expect(linesOf([word('目 录', 50, 100)], 0)[0]?.text).toBe('目 录');
  });

  test('a paragraph goes on where the line is full and the next is not indented', () => {
    const long = '一'.repeat(40);
    const lines = linesOf(
      [
        word(long.slice(2), 70, 100),
        word(long, 50, 118),
        word('短句结束。', 50, 136),
        word(long.slice(2), 70, 154),
        word(`${long.slice(1)}。`, 50, 172),
        word(long.slice(2), 70, 190),
      ],
      0,
    );
    const margins = marginsOf(lines);
    const joins = lines.slice(1).map((each, i) => goesOn(lines[i] as (typeof lines)[number], each, margins));
    expect(joins).toEqual([true, true, false, true, false]);
  });

  test('page numbers and heads that every page repeats are furniture', () => {
    const pages = [1, 2, 3, 4].map((n) =>
      pageOf([word('青川经开区规划', 200, 40), word(`正文第${n}段`, 50, 300), word(`— ${n} —`, 280, 770)]),
    );
    const lines = pages.flatMap(({ words }, i) => linesOf(words, i));
    const found = furnitureOn(pages, lines);
    expect(lines.map((each) => found.get(each) ?? 'text').slice(0, 3)).toEqual(['running-head', 'text', 'page-number']);
  });

  test('what the library joined over a cell border is parted again', () => {
    const [first, second] = partsOf({ text: '12.5 产业', x: 0, right: 60, y: 0, size: 10 });
    expect([first?.text, second?.text, (second?.x ?? 0) > 30]).toEqual(['12.5', ' 产业', true]);
  });
});

describe('ruled tables', () => {
  const heads = [word('指标', 10, 20), word('2025年', 110, 20)];
  const body = [
    word('产值', 10, 60),
    word('30', 110, 60),
    word('40', 160, 60),
    word('全市', 110, 40),
    word('全区', 160, 40),
  ];
  const sides = [0, 100, 200].map((x) => line(x, 5, 70));

  test('merge cells where no line parts them', () => {
    const horizontal = [line(5, 0, 200), line(25, 100, 200), line(45, 0, 200), line(70, 0, 200)];
    const [grid] = ruledGrids(pageOf([...heads, ...body], horizontal, [...sides, line(150, 25, 70)]));
    const shown = grid?.rows.map((row) =>
      row.map(({ words, columns, rows }) => [words.map(({ text }) => text).join(''), columns, rows]),
    );
    expect(shown).toEqual([
      [
        ['指标', 1, 2],
        ['2025年', 2, 1],
      ],
      [
        ['全市', 1, 1],
        ['全区', 1, 1],
      ],
      [
        ['产值', 1, 1],
        ['30', 1, 1],
        ['40', 1, 1],
      ],
    ]);
  });

  test('know that a page end cut them', () => {
    const [grid] = ruledGrids(pageOf([...heads, word('项', 10, 60)], [line(5, 0, 200), line(30, 0, 200)], sides));
    expect([grid?.isCutAbove, grid?.isCutBelow, grid?.rows.length]).toEqual([false, true, 2]);
  });

  test('are not made of a frame around text or of a drawing', () => {
    const frame = [line(5, 0, 200), line(70, 0, 200)];
    expect(ruledGrids(pageOf(body, frame, [line(0, 5, 70), line(200, 5, 70)]))).toEqual([]);
    const drawing = Array.from({ length: 21_000 }, (_, i) => line(i / 30, 0, 500));
    expect(ruledGrids(pageOf(body, drawing, drawing))).toEqual([]);
  });
});

test('columns without lines are rows, and a list of contents is none', () => {
  const rows = linesOf(
    [
      word('名称', 0, 10),
      word('产值', 100, 10),
      word('增速', 200, 10),
      word('甲', 0, 30),
      word('12', 100, 30),
      word('3%', 200, 30),
      word('乙', 0, 50),
      word('4%', 200, 50),
    ],
    0,
  );
  expect(unruledRows(rows)).toEqual([
    [['名称'], ['产值'], ['增速']],
    [['甲'], ['12'], ['3%']],
    [['乙'], [], ['4%']],
  ]);
  const contents = linesOf(
    [1, 2, 3].flatMap((n) => [word('一、基础', 0, n * 20), word(`${n}`, 300, n * 20)]),
    0,
  );
  expect(unruledRows(contents)).toBeNull();
});

test.skipIf(!hasChromium)(
  'a long table over several pages is one, with its heads once',
  { timeout: 60_000 },
  async () => {
    const rows = Array.from(
      { length: 120 },
      (_, i) => `<tr><td>${i + 1}<td>青禾园区第${i + 1}号标准厂房及配套设施建设项目<td>${i * 10}`,
    );
    const style = '<style>table{border-collapse:collapse;width:60%}td,th{border:1px solid}</style>';
    const html = `<meta charset="utf-8">${style}<p>表1 项目表<table><thead><tr><th>序号<th>名称<th>投资</thead>${rows.join('')}</table><p>以上项目按月调度。`;
    const { blocks } = await readFile('a.pdf', await printPdf(html), { layOutText: linesAsParagraphs });
    const tables = blocks.filter((block): block is TableBlock => block.kind === 'table');
    expect(tables.map(({ title, rows: all }) => [title, all.length])).toEqual([['表1 项目表', 121]]);
    expect(tables[0]?.rows.slice(1).map(([first]) => Number(first?.text))).toEqual(rows.map((_, i) => i + 1));
  },
);

test.skipIf(!hasChromium)(
  'a scan is refused, also with the scanner’s name on each page',
  { timeout: 60_000 },
  async () => {
    const scan =
      '<svg width="500" height="900"><circle cx="200" cy="300" r="90"/></svg><p style="break-after:page">由扫描软件生成';
    const bytes = await printPdf(`<meta charset="utf-8">${scan}${scan}`);
    await expect(readFile('a.pdf', bytes, { layOutText: linesAsParagraphs })).rejects.toMatchObject({
      code: 'file-no-text',
    });
  },
);
