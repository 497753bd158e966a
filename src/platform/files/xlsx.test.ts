import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesAsParagraphs } from '../../../test/lines-as-paragraphs.ts';
import { xlsxOf } from '../../../test/zip-of.ts';
import type { TableBlock } from '../../core/document.ts';
import { readFile } from './read-file.ts';
import { printNumber } from './xlsx-format.ts';
import { columnName, serialOf, writeXlsx, type XlsxValue } from './xlsx-writer.ts';

const read = (bytes: Uint8Array) => readFile('a.xlsx', bytes, { layOutText: linesAsParagraphs });
const rowsOf = ({ rows }: TableBlock) => rows.map((row) => row.map(({ text }) => text));
const tablesIn = async (bytes: Uint8Array) =>
  (await read(bytes)).blocks.filter((block): block is TableBlock => block.kind === 'table');

describe('a figure is read as its cell shows it', () => {
  test.each([
    [0.155, '0.0%', '15.5%'],
    [0.1 + 0.2, 'General', '0.3'],
    [1234567.891, '#,##0.00', '1,234,567.89'],
    [1.005, '0.00', '1.01'],
    [-1234, '#,##0', '-1,234'],
    [-5, '0_);(0)', '(5)'],
    [12, '0.##', '12'],
    [12.5, '#,##0.0#', '12.5'],
    [0, '0;-0;"—"', '—'],
    [1234, '0"亿元"', '1234亿元'],
    [12345678, '0.0,,', '12.3'],
    [1234.5, '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', '¥1,234.50'],
    [45000, 'yyyy"年"m"月"d"日"', '2023年3月15日'],
    [45000.5, 'yyyy/m/d h:mm', '2023/3/15 12:00'],
    [43831, '[$-804]yyyy"年"m"月";@', '2020年1月'],
    [0.5, 'h:mm', '12:00'],
    [1.5, '[h]:mm', '36:00'],
    [1e21, 'General', '1000000000000000000000'],
  ])('%d as %s is %s', (value, code, shown) => {
    expect(printNumber(value, code)).toBe(shown);
  });

  test('days count from 1904 where the workbook says so', () => {
    expect(printNumber(0, 'yyyy/m/d', true)).toBe('1904/1/1');
    expect([printNumber(59, 'yyyy/m/d'), printNumber(61, 'yyyy/m/d')]).toEqual(['1900/2/28', '1900/3/1']);
  });

  test('every day is read back as it was written', () => {
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(printNumber(serialOf(day), 'yyyy-mm-dd')).toBe(day);
      }),
    );
  });

  test('shared, inline and computed text, truth values, errors and rich text', async () => {
    const strings =
      '<si><r><t>总</t></r><r><rPr/><t>产值</t></r><rPh><t>zong</t></rPh></si><si><t>a_x000D_\nb</t></si>';
    const sheet =
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>行内</t></is></c></row>' +
      '<row r="2"><c r="A2" t="str"><f>A1</f><v>算出</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#DIV/0!</v></c></row></sheetData>';
    const [table] = await tablesIn(await xlsxOf(sheet, { strings }));
    expect(table && rowsOf(table)).toEqual([
      ['总产值', 'a b', '行内'],
      ['算出', 'TRUE', '#DIV/0!'],
    ]);
  });
});

describe('a sheet is read as its reader sees it', () => {
  const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (n: number, texts: readonly string[], more = '') =>
    `<row r="${n}"${more}>${texts.map((text, i) => (text === '' ? '' : cell(`${columnName(i + 1)}${n}`, text))).join('')}</row>`;

  test('title and unit above the grid, merged heads, notes below', async () => {
    const sheet = `<sheetData>${[
      row(1, ['临江县主要经济情况']),
      row(2, ['', '', '单位：亿元']),
      row(3, ['指标', '产值', '']),
      row(4, ['', '上年', '本年']),
      row(5, ['工业', '12', '15']),
      row(6, ['注：上年数为快报数。']),
    ].join(
      '',
    )}</sheetData><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/></mergeCells>`;
    const { blocks } = await read(await xlsxOf(sheet));
    const table = blocks[0] as TableBlock;
    expect([table.title, table.unit, table.headerRows]).toEqual(['临江县主要经济情况', '亿元', 2]);
    expect(table.columns).toEqual(['指标', '产值/上年', '产值/本年']);
    expect(blocks.slice(1).map(({ kind }) => kind)).toEqual(['paragraph']);
  });

  test('the sheet’s name is the title where nothing else is, unless nobody gave it one', async () => {
    const sheet = `<sheetData>${row(1, ['名称', '数'])}${row(2, ['甲', '1'])}</sheetData>`;
    expect((await tablesIn(await xlsxOf(sheet)))[0]?.title).toBe('情况');
    const sheets = '<sheet name="Sheet1" sheetId="1" r:id="r1"/>';
    expect((await tablesIn(await xlsxOf(sheet, { sheets })))[0]?.title).toBeNull();
  });

  test('hidden rows, columns and sheets are not shown', async () => {
    const sheet = `<cols><col min="2" max="2" hidden="1"/></cols><sheetData>${row(1, ['名称', '底数', '数'])}${row(2, ['旧', '9', '9'], ' hidden="1"')}${row(3, ['甲', '8', '1'])}</sheetData>`;
    const [table] = await tablesIn(await xlsxOf(sheet));
    expect(table && rowsOf(table)).toEqual([
      ['名称', '数'],
      ['甲', '1'],
    ]);
    const sheets = '<sheet name="底稿" sheetId="1" state="hidden" r:id="r1"/>';
    await expect(read(await xlsxOf(sheet, { sheets }))).rejects.toMatchObject({ code: 'file-empty' });
  });

  test('two tables on one sheet are two, with the headings of rows kept in theirs', async () => {
    const sheet = `<sheetData>${[
      row(1, ['名称', '数']),
      row(2, ['一、工业']),
      row(3, ['甲', '1']),
      row(5, ['片区', '亩']),
      row(6, ['东', '20']),
    ].join('')}</sheetData>`;
    const tables = await tablesIn(await xlsxOf(sheet));
    expect(tables.map(rowsOf)).toEqual([
      [
        ['名称', '数'],
        ['一、工业', ''],
        ['甲', '1'],
      ],
      [
        ['片区', '亩'],
        ['东', '20'],
      ],
    ]);
  });

  test('far-away cells do not make the table wide or long', async () => {
    const sheet = `<sheetData>${row(1, ['名称', '数'])}${row(2, ['甲', '1'])}<row r="1048576">${cell('XFD1048576', '远')}</row></sheetData>`;
    const { text } = await read(await xlsxOf(sheet));
    expect(text).toBe('名称\t数\n甲\t1\n远\n');
  });
});

describe('a workbook that is written', () => {
  test('comes back with its figures, formats, days and merged heads', async () => {
    const rows: XlsxValue[][] = [
      ['项目', '投资', null],
      ['', '计划', '完成率'],
      ['甲 & <乙>', 12.5, { value: 0.256, format: '0.0%' }],
      ['丙', { value: 1234.5, format: '#,##0.00' }, { day: '2026-03-01' }],
    ];
    const bytes = await writeXlsx([
      { name: '投资/情况', rows, headerRows: 2, widths: [20], merges: ['A1:A2', 'B1:C1'] },
    ]);
    const [table] = await tablesIn(bytes);
    expect(table?.title).toBe('投资 情况');
    expect(table?.columns).toEqual(['项目', '投资/计划', '投资/完成率']);
    expect(table && rowsOf(table).slice(2)).toEqual([
      ['甲 & <乙>', '12.5', '25.6%'],
      ['丙', '1,234.50', '2026-03-01'],
    ]);
  });

  test('takes any text and finite number and gives it back', async () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .map((text) => `词${text.replace(/\s/g, '')}尾`.replace(/_x/gi, ''));
    const figure = fc.integer({ min: -999_999, max: 999_999 }).map((n) => n / 100);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(word, figure), { minLength: 2, maxLength: 8 }), async (rows) => {
        const [table] = await tablesIn(await writeXlsx([{ name: 'x', rows: [['名称', '数值'], ...rows] }]));
        const printable = (text: string) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
        expect(table && rowsOf(table).slice(1)).toEqual(rows.map(([text, value]) => [printable(text), String(value)]));
      }),
      { numRuns: 40 },
    );
  });

  test('has different sheet names, however they are called', async () => {
    const rows = [
      ['甲', '乙'],
      ['1', '2'],
    ];
    const tables = await tablesIn(
      await writeXlsx([
        { name: '很长'.repeat(20), rows },
        { name: '很长'.repeat(20), rows },
        { name: '', rows },
      ]),
    );
    expect(new Set(tables.map(({ title }) => title)).size).toBe(3);
  });
});
