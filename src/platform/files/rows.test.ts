import { expect, test } from 'vitest';
import { parseCsv, readRows } from './rows.ts';
import { writeXlsx } from './xlsx-writer.ts';

test('cells in quotes keep commas, quotes and line breaks; tabs and semicolons separate as well', () => {
  expect(parseCsv('a,b\n"x, ""y""\nz",2\n')).toEqual([
    ['a', 'b'],
    ['x, "y"\nz', '2'],
  ]);
  expect(parseCsv('a\tb\n1\t2,5')).toEqual([
    ['a', 'b'],
    ['1', '2,5'],
  ]);
  expect(parseCsv('a;b\n;2')).toEqual([
    ['a', 'b'],
    ['', '2'],
  ]);
});

test('a file in GB 18030 is read as what it says', async () => {
  const bytes = Uint8Array.from([
    0xb5, 0xc7, 0xc2, 0xbc, 0xc3, 0xfb, 0x2c, 0x61, 0x0a, 0x62, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb,
  ]);
  expect(await readRows('名单.csv', bytes)).toEqual([
    ['登录名', 'a'],
    ['b', '姓名'],
  ]);
});

test('a workbook that Lantu wrote comes back row by row, blank rows and cells included', async () => {
  const rows = [['登录名', '姓名', '起始日'], [], ['wang', null, { day: '2026-11-22' }]];
  const bytes = await writeXlsx([{ name: '名单', rows }]);
  expect(await readRows('名单.xlsx', bytes)).toEqual([['登录名', '姓名', '起始日'], [], ['wang', '', '2026-11-22']]);
});

test('an empty file and a file that is no table are refused', async () => {
  await expect(readRows('x.csv', new Uint8Array())).rejects.toMatchObject({ code: 'file-empty' });
  await expect(readRows('x.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).rejects.toMatchObject({
    code: 'file-damaged',
  });
});
