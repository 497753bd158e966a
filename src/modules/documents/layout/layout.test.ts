import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { effort } from '../../../../test/effort.ts';
import type { Block, TableBlock } from '../../../core/document.ts';
import { layOut, layOutText, sectionsOf } from './layout.ts';

const seeds = resolve(import.meta.dirname, '../../../../../shared/seeds');

/** One line to each block: “# 一、 words”, “* （1） words”, “p words”, “page-number”, “table title”. */
const sketch = (text: string): string[] => layOut(text).map((block) => sketchOf(text, block));

function sketchOf(text: string, block: Block): string {
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${block.number ?? '-'} ${block.prose.text}`;
  if (block.kind === 'item') return `* ${block.marker} ${block.prose.text}`;
  if (block.kind === 'paragraph') return `p ${block.prose.text}`;
  if (block.kind === 'table') return `table ${block.title ?? '-'}`;
  return `${block.what} ${text.slice(block.start, block.end)}`;
}

/** Breaks a paragraph at 30 characters, its first line two short for the indent, as a converter prints it. */
function wrapped(paragraph: string): string {
  const lines = [paragraph.slice(0, 28)];
  for (let at = 28; at < paragraph.length; at += 30) lines.push(paragraph.slice(at, at + 30));
  return lines.join('\n\n');
}

const long =
  '临江县坚持以产业园区为载体推动主导产业加快集聚，围绕新材料、绿色食品和装备制造三大方向延链补链强链，招商引资和项目建设同步推进，园区承载能力持续增强，规模以上工业企业数量稳步增加，发展质量和效益不断提升。';

describe('wrapped text', () => {
  const text = [
    wrapped(long),
    '二、发展基础',
    wrapped(long),
    wrapped(long),
    '（一）指导思想',
    wrapped(long),
    wrapped(long),
  ].join('\n\n');

  it('becomes paragraphs again, and headings stay apart', () => {
    expect(sketch(text)).toEqual([
      `p ${long}`,
      '# 二、 发展基础',
      `p ${long}`,
      `p ${long}`,
      '## （一） 指导思想',
      `p ${long}`,
      `p ${long}`,
    ]);
  });

  it('keeps the place of every character', () => {
    const [first] = layOut(text);
    if (first?.kind !== 'paragraph') throw new Error('a paragraph comes first');
    for (const [at, source] of first.prose.runs) expect(text[source]).toBe(first.prose.text[at]);
  });

  it('goes on over page numbers and addresses', () => {
    const lines = wrapped(long).split('\n\n');
    const paged = [
      lines[0],
      'https://example.gov.cn/plan',
      '- 13 -',
      ...lines.slice(1),
      wrapped(long),
      wrapped(long),
    ].join('\n\n');
    expect(sketch(paged)).toEqual([
      `p ${long}`,
      'address https://example.gov.cn/plan',
      'page-number - 13 -',
      `p ${long}`,
      `p ${long}`,
    ]);
  });

  it('puts a blank between Latin words and none between Chinese ones', () => {
    const english = 'The quick brown fox jumps over the lazy dog and then it takes a very long rest under trees'.split(
      ' ',
    );
    const lines: string[] = [''];
    for (const word of english) {
      if ((lines.at(-1) as string).length + word.length > 59) lines.push(word);
      else lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
    }
    const mixed = [wrapped(long), ...lines, wrapped(long), wrapped(long)].join('\n');
    expect(sketch(mixed)).toContain(`p ${english.join(' ')}`);
  });
});

describe('whole paragraphs', () => {
  it('are joined where a page end cut a sentence', () => {
    expect(sketch(`${long}到 2025 年，开发\n\n区产值达到 100 亿元。\n\n${long}`)).toEqual([
      `p ${long}到 2025 年，开发区产值达到 100 亿元。`,
      `p ${long}`,
    ]);
  });

  it('stay apart from a heading that says a clause', () => {
    expect(sketch(`2. 园区层次低，竞争力差\n\n现有园区以传统产业为主。\n`)).toEqual([
      '# 2. 园区层次低，竞争力差',
      'p 现有园区以传统产业为主。',
    ]);
  });
});

describe('headings', () => {
  it('have the level of the document’s own numbering', () => {
    const text = ['第一部分 背景', '正文。', '一、基础', '正文。', '1、区位', '正文。', '（1）规模', '正文。'].join(
      '\n\n',
    );
    expect(sketch(text).filter((line) => line.startsWith('#'))).toEqual([
      '# 第一部分 背景',
      '## 一、 基础',
      '### 1、 区位',
      '#### （1） 规模',
    ]);
  });

  it('take their level from the number where Markdown marks disagree', () => {
    const text = ['## 一、基础', '正文。', '#### （一）现状', '正文。', '## （二）形势', '正文。'].join('\n\n');
    expect(sketch(text).filter((line) => line.startsWith('#'))).toEqual([
      '# 一、 基础',
      '## （一） 现状',
      '## （二） 形势',
    ]);
  });

  it('are cut from the text that runs on in their line', () => {
    expect(sketch('　　（二）加强园区建设。集中部分土地出让收益，支持园区配套。')).toEqual([
      '# （二） 加强园区建设。',
      'p 集中部分土地出让收益，支持园区配套。',
    ]);
    expect(sketch(`　　一、指导思想全面贯彻新发展理念，${long}`)).toEqual([
      '# 一、 指导思想',
      `p 全面贯彻新发展理念，${long}`,
    ]);
  });

  it('are not made of list items that follow one another', () => {
    const text = [
      '（二）规划依据',
      '1. 《临江县国土空间规划》',
      '2. 《临江县工业发展意见》',
      '3. 其他有关政策',
      '（三）规划期限',
      '2021—2025年。',
    ].join('\n');
    expect(sketch(text)).toEqual([
      '# （二） 规划依据',
      '* 1. 《临江县国土空间规划》',
      '* 2. 《临江县工业发展意见》',
      '* 3. 其他有关政策',
      '# （三） 规划期限',
      'p 2021—2025年。',
    ]);
  });

  it('are not made of tasks with those who do them', () => {
    const text =
      '一、任务分工\n（1）推动循环化改造。（经发局牵头，财政局配合，每年12月）\n2.开展银企对接。责任单位：金融办。';
    expect(sketch(text)).toEqual([
      '# 一、 任务分工',
      '* （1） 推动循环化改造。（经发局牵头，财政局配合，每年12月）',
      '* 2. 开展银企对接。责任单位：金融办。',
    ]);
  });

  it('are not made of the items of a box', () => {
    const text = [
      '（一）新材料产业',
      '打造产业链。',
      '专栏1 新材料重点项目',
      '1.铜箔项目。总投资5亿元。',
      '2.铝材项目。总投资3亿元。',
      '（二）食品产业',
      '做大做强。',
    ].join('\n');
    expect(sketch(text).filter((line) => line.startsWith('#'))).toEqual(['# （一） 新材料产业', '# （二） 食品产业']);
    expect(sketch(text)).toContain('* 2. 铝材项目。总投资3亿元。');
  });

  it('do not begin with a decimal figure', () => {
    expect(sketch('1.5亿元用于园区配套\n2.5万千瓦机组投产')).toEqual(['p 1.5亿元用于园区配套', 'p 2.5万千瓦机组投产']);
    expect(sketch('1.1 发展现状\n\n正文在此。')).toEqual(['# 1.1 发展现状', 'p 正文在此。']);
  });

  it('may have a number and a blank only, beside headings numbered 3.1', () => {
    const text = ['3 总体要求', '3.1 指导思想', '正文在此。', '3.2 发展目标', '正文在此。'].join('\n\n');
    expect(sketch(text).filter((line) => line.startsWith('#'))).toEqual([
      '# 3 总体要求',
      '## 3.1 指导思想',
      '## 3.2 发展目标',
    ]);
    expect(sketch('3 总体要求\n\n正文在此。')).toEqual(['p 3 总体要求', 'p 正文在此。']);
  });

  it('stand without a number where a title or 前言 stands alone', () => {
    expect(sketch('临江县经济开发区产业发展规划\n\n前 言\n\n开发区是发展的载体。')).toEqual([
      '# - 临江县经济开发区产业发展规划',
      '# - 前 言',
      'p 开发区是发展的载体。',
    ]);
  });
});

describe('furniture', () => {
  it('holds the table of contents, also without leaders', () => {
    const contents = ['目 录', '一、前言\t1', '(一) 范围.....\t2', '二、基础\t3'];
    const text = [...contents, '', '一、前言', '', '园区是载体。', '', '二、基础', '', '已有企业。'].join('\n');
    expect(sketch(text).slice(0, 5)).toEqual([...contents.map((line) => `contents ${line}`), '# 一、 前言']);
  });

  it('holds page numbers inside a line, if they count upwards', () => {
    const text = '推进建设10个重点园-5-区和机-23-制改革。';
    const blocks = layOut(text);
    expect(blocks.map((block) => sketchOf(text, block))).toEqual([
      'p 推进建设10个重点园区和机制改革。',
      'page-number -5-',
      'page-number -23-',
    ]);
    expect(sketch('甲-9-乙和丙-3-丁是两种型号。')).toEqual(['p 甲-9-乙和丙-3-丁是两种型号。']);
  });

  it('holds numbers alone on their line that count upwards, but no cells', () => {
    const lines = sketch([1, 2, 3, 4].map((n) => `${long}\n\n${long}\n\n${n}`).join('\n\n'));
    expect(lines.filter((line) => line.startsWith('page-number'))).toEqual([1, 2, 3, 4].map((n) => `page-number ${n}`));
    const cells = '专栏1 清单\n\n\t序号\n\t项目\n\n\t1\n\t甲\n\n\t2\n\t乙\n\n\t3\n\t丙';
    expect(sketch(cells)).toEqual(['table 专栏1 清单']);
  });

  it('holds what a scan left at the margin', () => {
    const other = long.replaceAll('新材料', '生物医药');
    const text = [long, '装备制  \n延链补  \n招商引资和项  ', other].join('\n\n');
    expect(sketch(text)).toEqual([
      `p ${long}`,
      'fragment 装备制',
      'fragment 延链补',
      'fragment 招商引资和项',
      `p ${other}`,
    ]);
  });

  it('holds a running head that comes back at every page number', () => {
    const page = (n: number) => `${long}\n\n云河市产业发展规划文本\n\n- ${n} -`;
    const lines = sketch([1, 2, 3, 4].map(page).join('\n\n'));
    expect(lines.filter((line) => line.startsWith('running-head'))).toHaveLength(4);
  });
});

test('a section runs to the next heading of its level or above, and knows its parent', () => {
  const { blocks } = layOutText(
    'x',
    ['一、甲', '正文。', '（一）乙', '正文。', '（二）丙', '正文。', '二、丁', '正文。'].join('\n\n'),
  );
  const { sections, sectionOf } = sectionsOf(blocks);
  expect(sections.map(({ title, from, to, parent }) => [title, from, to, parent?.title ?? null])).toEqual([
    ['甲', 0, 6, null],
    ['乙', 2, 4, '甲'],
    ['丙', 4, 6, '甲'],
    ['丁', 6, 8, null],
  ]);
  expect(sectionOf.map((section) => section?.title)).toEqual(['甲', '甲', '乙', '乙', '丙', '丙', '丁', '丁']);
});

/** Characters that belong to no block or to several; furniture inside a block counts for itself. */
function complaintsOf(text: string, blocks: readonly Block[]): string[] {
  const complaints: string[] = [];
  const content = new Set<number>();
  const furniture = new Set<number>();
  for (const { kind, start, end } of blocks) {
    const taken = kind === 'furniture' ? furniture : content;
    for (let at = start; at < end; at += 1) {
      if (taken.has(at)) complaints.push(`${at} “${text[at]}” is in two blocks`);
      taken.add(at);
    }
  }
  for (let at = 0; at < text.length; at += 1) {
    const isLost = !content.has(at) && !furniture.has(at) && /\S/.test(text[at] as string);
    if (isLost) complaints.push(`${at} “${text[at]}” is in no block`);
  }
  for (const block of blocks) complaints.push(...misreadings(text, block, furniture));
  return complaints;
}

function misreadings(text: string, block: Block, furniture: ReadonlySet<number>): string[] {
  if (block.kind === 'table') return cellMisreadings(text, block);
  if (block.kind === 'furniture') return [];
  const { prose } = block;
  return prose.runs.flatMap(([at, source], i) => {
    const said = prose.text.slice(at, prose.runs[i + 1]?.[0]).trimEnd();
    if (text.slice(source, source + said.length) !== said) return [`the run at ${source} says “${said}”`];
    return furniture.has(source) && said !== '' ? [`the run at ${source} reads furniture`] : [];
  });
}

const squeezed = (text: string): string => text.replace(/[\s|│┃\\*]|<[^>]*>/g, '');

const cellMisreadings = (text: string, { rows }: TableBlock): string[] =>
  rows
    .flat()
    .flatMap((cell) =>
      squeezed(text.slice(cell.start, cell.end)).includes(squeezed(cell.text)) ? [] : [`a cell says “${cell.text}”`],
    );

const piece = fc.constantFrom(
  '一、发展基础',
  '（一）指导思想',
  '1. 园区建设',
  '（1）企业',
  '第二部分 产业',
  '## 前 言',
  '专栏1 重点项目',
  '项目：（1）甲厂（2）乙厂',
  '表 1 主要指标（单位：亿元）',
  '指标\t2020年\t2025年',
  '产值\t10\t20',
  '\t领域',
  '\t项目',
  '\t',
  '用地代码',
  'H 建设用地 44.06 92.50',
  '| 指标 | 数值 |',
  '|---|---|',
  '| 产值 | 1,000 |',
  '工业总产值    100    200',
  '- 13 -',
  '目 录',
  '一、前言.....3',
  'https://example.gov.cn/x',
  '',
  '',
  '　　',
  '\f',
  long,
  long.slice(0, 28),
  long.slice(28, 58),
  '推进重点园-5-区建设',
  '**重点任务。**加快SO<sub>2</sub>治理',
  '碎片，  ',
);

test('every character belongs to one block or is blank', () => {
  const anyText = fc.oneof(
    { weight: 4, arbitrary: fc.array(piece, { maxLength: 30 }).map((lines) => lines.join('\n')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  );
  fc.assert(
    fc.property(anyText, (text) => {
      expect(complaintsOf(text, layOut(text))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

describe.skipIf(!existsSync(seeds))('the five seed documents', () => {
  const files = existsSync(seeds) ? readdirSync(seeds).filter((file) => file.endsWith('.txt')) : [];
  it.each(files)('%s is laid out without losing or doubling a character', (file) => {
    const text = readFileSync(resolve(seeds, file), 'utf8');
    expect(complaintsOf(text, layOut(text))).toEqual([]);
  });
});

test('the time grows with the text, not with its square', () => {
  const page = [
    wrapped(long),
    '一、基础',
    '指标\t2020年\t2025年\n产值\t10\t20',
    '- 1 -',
    long,
    'H 建设用地 44.06 92.50',
  ].join('\n\n');
  const small = `${page}\n\n`.repeat(200);
  const large = small.repeat(10);
  layOut(small);
  expect(effort(() => layOut(large)) / effort(() => layOut(small))).toBeLessThan(40);
});
