import { describe, expect, test } from 'vitest';
import { linesAsParagraphs } from '../../../test/lines-as-paragraphs.ts';
import { docxOf } from '../../../test/zip-of.ts';
import type { TableBlock } from '../../core/document.ts';
import { readFile } from './read-file.ts';

const read = async (body: string, others: Record<string, string> = {}) =>
  readFile('a.docx', await docxOf(body, others), { layOutText: linesAsParagraphs });
const linesOf = async (body: string, others: Record<string, string> = {}) =>
  (await read(body, others)).text.trimEnd().split('\n');

const p = (words: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${words}</w:p>`;
const r = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const numbered = (level: number, num = 1): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`;
const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

describe('what a reader sees of running text', () => {
  test('runs are joined, tabs and breaks kept apart, deletions and hidden words left out', async () => {
    const body =
      p(`${r('总投资')}<w:del><w:r><w:delText>8</w:delText></w:r></w:del><w:ins>${r('12')}</w:ins>${r('亿元')}`) +
      p(`${r('甲')}<w:r><w:tab/></w:r>${r('乙')}<w:r><w:br/></w:r>${r('丙')}`) +
      p(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>${r('可见')}`);
    expect(await linesOf(body)).toEqual(['总投资12亿元', '甲 乙', '丙', '可见']);
  });

  test('a paragraph whose mark was deleted goes on in the next', async () => {
    const body = p(r('到2025年'), '<w:rPr><w:del w:id="1"/></w:rPr>') + p(r('达到30家'));
    expect(await linesOf(body)).toEqual(['到2025年达到30家']);
  });

  test('a field prints its result and not its code', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = '<w:r><w:instrText>REF _Ref1 \\h</w:instrText></w:r>';
    expect(await linesOf(p(r('见') + mark('begin') + code + mark('separate') + r('表1') + mark('end')))).toEqual([
      '见表1',
    ]);
  });

  test('a text box is read once, though the file holds it twice, and stands after its paragraph', async () => {
    const box = `<w:txbxContent>${p(r('专栏内容'))}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await linesOf(p(r('正文') + both) + p(r('下文')))).toEqual(['正文', '专栏内容', '下文']);
  });

  test('footnotes follow at the end', async () => {
    const footnotes =
      '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>' +
      `<w:footnote w:id="2">${p(r('“四上”企业包括规模以上工业企业。'))}</w:footnote>`;
    const body = p(`${r('“四上”企业64家')}<w:r><w:footnoteReference w:id="2"/></w:r>`);
    expect(await linesOf(body, { footnotes })).toEqual(['“四上”企业64家', '“四上”企业包括规模以上工业企业。']);
  });

  test('symbols of the symbol fonts and entities are characters', async () => {
    const symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>';
    expect(await linesOf(p(`${symbol}${r('是 A&amp;B &#8805;3')}`))).toEqual(['☑是 A&B ≥3']);
  });
});

describe('headings', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="二级"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>';

  test('come from the style, its outline level or the style it is based on', async () => {
    const body = p(r('发展基础'), '<w:pStyle w:val="1"/>') + p(r('区位'), '<w:pStyle w:val="x"/>') + p(r('正文。'));
    const { blocks } = await read(body, { styles });
    expect(blocks.map((block) => (block.kind === 'heading' ? block.level : block.kind))).toEqual([1, 2, 'paragraph']);
  });

  test('are not made of whole passages that carry the style by mistake', async () => {
    const { blocks } = await read(p(r('一是扩大规模。二是提升质量。'), '<w:pStyle w:val="1"/>'), { styles });
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
  });

  test('in the table of contents are furniture', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = '<w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>';
    const body =
      p(mark('begin') + code + mark('separate') + r('一、基础 1')) +
      p(r('二、目标 2')) +
      p(mark('end')) +
      p(r('三、样式 3'), '<w:pStyle w:val="t"/>') +
      p(r('正文'));
    const { blocks } = await read(body, { styles });
    expect(blocks.map((block) => (block.kind === 'furniture' ? block.what : block.kind))).toEqual([
      'contents',
      'contents',
      'contents',
      'paragraph',
    ]);
  });
});

describe('numbers that the word processor counts', () => {
  const chinese =
    level(0, 'chineseCounting', '%1、') + level(1, 'chineseCountingThousand', '（%2）') + level(2, 'decimal', '%3.');
  const list = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
  const num = (id: number, abstract: number, more = '') =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;

  test('一、（一） 1. count on, and begin anew below the next', async () => {
    const numbering = list(0, chinese) + num(1, 0);
    const body = [0, 1, 2, 2, 1, 2, 0, 1].map((at) => p(r('甲'), numbered(at))).join('');
    expect(await linesOf(body, { numbering })).toEqual([
      '一、甲',
      '（一）甲',
      '1.甲',
      '2.甲',
      '（二）甲',
      '1.甲',
      '二、甲',
      '（一）甲',
    ]);
  });

  test('1.1 holds the number above it, in Arabic digits if the list says so', async () => {
    const levels = level(0, 'chineseCounting', '第%1章') + level(1, 'decimal', '%1.%2', '<w:isLgl/>');
    const numbering = list(0, levels) + num(1, 0);
    const body = [0, 1, 1].map((at) => p(r('乙'), numbered(at))).join('');
    expect(await linesOf(body, { numbering })).toEqual(['第一章 乙', '1.1 乙', '1.2 乙']);
  });

  test('two lists of one kind count on together unless one starts over', async () => {
    const startOver = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = list(0, chinese) + num(1, 0) + num(2, 0) + num(3, 0, startOver);
    const body = [1, 2, 3, 3].map((id) => p(r('丙'), numbered(0, id))).join('');
    expect(await linesOf(body, { numbering })).toEqual(['一、丙', '二、丙', '一、丙', '二、丙']);
  });

  test('a style brings its list and level, and numId 0 takes it away', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="x"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const linked = level(0, 'decimal', '%1.') + level(1, 'ideographTraditional', '%2、', '<w:pStyle w:val="h2"/>');
    const numbering = list(0, linked) + num(1, 0);
    const body =
      p(r('丁'), '<w:pStyle w:val="h2"/>') +
      p(r('戊'), '<w:pStyle w:val="h2"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await linesOf(body, { styles, numbering })).toEqual(['甲、丁', '戊']);
  });

  test.each([
    ['decimalEnclosedCircleChinese', '①②③'],
    ['decimalFullWidth', '１２３'],
    ['upperRoman', 'IIIIII'],
    ['lowerLetter', 'abc'],
    ['chineseLegalSimplified', '壹贰叁'],
    ['decimalZero', '010203'],
    ['none', ''],
  ])('%s', async (format, shown) => {
    const numbering = list(0, level(0, format, '%1')) + num(1, 0);
    const lines = await linesOf([0, 0, 0].map((at) => p(r('丁'), numbered(at))).join(''), { numbering });
    expect(lines.map((line) => line.replace(/ ?丁/, '')).join('')).toBe(shown);
  });

  test('eleven and a hundred and one are counted as in Chinese', async () => {
    const numbering = list(0, level(0, 'chineseCounting', '%1、')) + num(1, 0);
    const lines = await linesOf(Array.from({ length: 101 }, () => p(r('丁'), numbered(0))).join(''), { numbering });
    expect([lines[10], lines[19], lines[100]]).toEqual(['十一、丁', '二十、丁', '一百零一、丁']);
  });
});

describe('tables', () => {
  const tc = (words: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(words))}</w:tc>`;
  const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
  const tbl = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
  const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
  const down = '<w:vMerge w:val="restart"/>';
  const on = '<w:vMerge/>';
  const tableOf = async (body: string) =>
    (await read(body)).blocks.find((block) => block.kind === 'table') as TableBlock;

  test('merged cells are one cell at all their places, printed once', async () => {
    const body = tbl(
      tr(tc('指标', down), tc('单位', down), tc('2025年', span(2))),
      tr(tc('', on), tc('', on), tc('全市'), tc('全区')),
      tr(tc('工业总产值'), tc('亿元'), tc('310'), tc('120')),
    );
    const document = await read(body);
    const table = document.blocks[0] as TableBlock;
    expect(document.text).toBe('指标\t单位\t2025年\t\n\t\t全市\t全区\n工业总产值\t亿元\t310\t120\n');
    expect(table.columns).toEqual(['指标', '单位', '2025年/全市', '2025年/全区']);
    expect(table.rows[0]?.[2]).toBe(table.rows[0]?.[3]);
    expect(table.rows[0]?.[0]).toBe(table.rows[1]?.[0]);
    expect(table.rows[2]?.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      '工业总产值',
      '亿元',
      '310',
      '120',
    ]);
  });

  test('the title and the unit above belong to the table', async () => {
    const body =
      p(r('表2 重点项目表')) + p(r('单位：万元')) + tbl(tr(tc('名称'), tc('投资')), tr(tc('甲项目'), tc('300')));
    const { title, unit, columns } = await tableOf(body);
    expect([title, unit, columns]).toEqual(['表2 重点项目表', '万元', ['名称', '投资']]);
  });

  test('offices on lines of their own in a cell stay apart, halves of a word grow together', async () => {
    const cell = (...lines: string[]) => `<w:tc>${lines.map((line) => p(r(line))).join('')}</w:tc>`;
    const body = tbl(tr(tc('任务'), cell('牵头', '单位')), tr(tc('建库'), cell('市发展改革委', '市财政局')));
    const table = await tableOf(body);
    expect(table.rows.map((row) => row[1]?.text)).toEqual(['牵头单位', '市发展改革委 市财政局']);
  });

  test('a table around a table and a frame of one column are no tables', async () => {
    const inner = tbl(tr(tc('名称'), tc('数')), tr(tc('甲'), tc('1')));
    const frame = tbl(`<w:tr><w:tc>${p(r('框内文字'))}${inner}</w:tc></w:tr>`);
    const { blocks, text } = await read(frame);
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table']);
    expect(text).toBe('框内文字\n名称\t数\n甲\t1\n');
  });

  test('a deleted row is gone and columns left free are blank', async () => {
    const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc('删')}${tc('0')}</w:tr>`;
    const short = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('5')}</w:tr>`;
    const document = await read(tbl(tr(tc('名称'), tc('数')), deleted, short));
    expect(document.text).toBe('名称\t数\n\t5\n');
  });
});
