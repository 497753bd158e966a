import { expect, test } from 'vitest';
import { linesAsParagraphs } from '../../../test/lines-as-paragraphs.ts';
import { sourceOf, type TableBlock } from '../../core/document.ts';
import { readFile } from './read-file.ts';

const read = (markdown: string) =>
  readFile('a.md', new TextEncoder().encode(markdown), { layOutText: linesAsParagraphs });

test('the text is the file itself and blocks point to its lines', async () => {
  const markdown = '# 规划\n\n> 到2025年，**总产值**达到\n> 300亿元。\n';
  const document = await read(markdown);
  expect(document.text).toBe(markdown);
  const last = document.blocks.at(-1);
  expect(last && sourceOf(document, last)).toMatchObject({ line: 4, quote: '300亿元。' });
});

test('marks of emphasis, links and bullets are not in the words, numbers are', async () => {
  const { blocks } = await read(
    '## 二、*目标* ##\n\n- 建设**30**个[项目](http://a.b/c)\n- `乙`\n  1. 丙\n\n5 * 3 * 2\n',
  );
  expect(blocks.map((block) => ('prose' in block ? block.prose.text : ''))).toEqual([
    '二、目标',
    '建设30个项目',
    '乙',
    '1. 丙',
    '5 * 3 * 2',
  ]);
});

test('a pipe table has its cells at their places, with the title above', async () => {
  const markdown = '表1 主要指标\n\n| 指标 | 2025年 |\n|:--|--:|\n| 总\\|产值 | **300** |\n| 企业 |\n';
  const document = await read(markdown);
  const table = document.blocks.at(-1) as TableBlock;
  expect([table.title, table.columns]).toEqual(['表1 主要指标', ['指标', '2025年']]);
  expect(table.rows.slice(1).map((row) => row.map(({ text }) => text))).toEqual([
    ['总|产值', '300'],
    ['企业', ''],
  ]);
  const [, figures] = table.rows;
  expect(figures?.map(({ start, end }) => document.text.slice(start, end))).toEqual(['总\\|产值', '**300**']);
});

test('code, rules and nested quotes do no harm', async () => {
  const { blocks } = await read('```\n表\n```\n\n---\n\n> > 深\n\n标题\n====\n');
  expect(blocks.map((block) => ('prose' in block ? block.prose.text : ''))).toEqual(['表', '深', '标题']);
});
