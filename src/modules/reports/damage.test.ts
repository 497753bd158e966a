import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from 'decimal.js';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { ZipFile } from 'yazl';
import { Problem } from '../../core/problem.ts';
import { defaultLimits } from '../../platform/files/limits.ts';
import { readRawSheets } from '../../platform/files/xlsx-cells.ts';
import { writeXlsx } from '../../platform/files/xlsx-writer.ts';
import { openPackage } from '../../platform/files/zip.ts';
import { Form } from './form.ts';
import { type FormReading, readForm } from './read-form.ts';
import { type Content, noFigures } from './report.ts';
import { formTemplate, type Prefilled, type TemplateCell, type TemplateSheet } from './template.ts';

const formOf = (name: string): Form =>
  Form.parse(parse(readFileSync(join(import.meta.dirname, 'forms', `${name}.yaml`), 'utf8')));
const projects = formOf('project-investment-monthly-2026');
const park = formOf('park-economy-quarterly-2026');
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const zone = { path: 'cn.37.3799.379901.kfq', name: '青川经开区' };

const figures = (written: Record<string, number | string>): Map<string, Content> =>
  new Map(Object.entries(written).map(([at, value]) => [at, typeof value === 'number' ? new Decimal(value) : value]));

const parkFigures = figures({
  firms: 40,
  output: 120.5,
  'leading-output': 72.3,
  'value-added': 30.1,
  revenue: 110,
  profit: 5.5,
  'fixed-assets': 20,
  'industrial-investment': 14,
  upgrading: 3,
  trade: 6,
  exports: 4.5,
  'foreign-capital': 800,
  tax: 41000,
  employees: 9200,
});
const parkPrefilled: Prefilled = {
  rows: {},
  lastPeriod: noFigures,
  lastYear: figures({ output: 100, tax: 38000 }),
  figures: parkFigures,
  explanations: new Map(),
};
const projectPrefilled: Prefilled = {
  rows: {
    projects: [
      {
        key: '2601-379901-04-01-100001',
        given: { name: '新材料一期', 'total-investment': '50000', 'annual-plan': '10000' },
      },
      { key: '2601-379901-04-01-100002', given: { name: '冷链园', 'total-investment': '8000', 'annual-plan': '4000' } },
    ],
  },
  lastPeriod: figures({
    'projects/2601-379901-04-01-100001/month': 900, 'projects/2601-379901-04-01-100001/year': 1500,
    'projects/2601-379901-04-01-100002/month': 300, 'projects/2601-379901-04-01-100002/year': 500,
  }), // biome-ignore format: one line per project
  lastYear: noFigures,
  figures: figures({
    'projects/2601-379901-04-01-100001/month': 1000, 'projects/2601-379901-04-01-100001/progress': '桩基完成',
    'projects/2601-379901-04-01-100002/month': 0, 'projects/2601-379901-04-01-100002/progress': '设备招标',
  }), // biome-ignore format: one line per project
  explanations: new Map(),
};

const sheetsOf = (form: Form, period: string, prefilled: Prefilled, unit = zone): TemplateSheet[] =>
  formTemplate(form, unit, period, prefilled, digest);
const parkSheets = () => sheetsOf(park, '2026-Q2', parkPrefilled);
const projectSheets = () => sheetsOf(projects, '2026-03', projectPrefilled);
const bytesOf = (sheets: readonly TemplateSheet[]): Promise<Uint8Array> => writeXlsx(sheets);

const readPark = async (bytes: Uint8Array): Promise<FormReading> =>
  readForm(park, zone, '2026-Q2', parkPrefilled, await readRawSheets('报表.xlsx', bytes), digest);
const readProjects = async (bytes: Uint8Array): Promise<FormReading> =>
  readForm(projects, zone, '2026-03', projectPrefilled, await readRawSheets('报表.xlsx', bytes), digest);
const said = ({ findings }: FormReading): string[] =>
  findings.map(({ rule, place }) => (place === null ? rule : `${rule} ${place}`));

type Grid = TemplateCell[][];
/** The first sheet with its cells changed. */
const edited = (sheets: readonly TemplateSheet[], change: (rows: Grid) => unknown, at = 0): TemplateSheet[] =>
  sheets.map((sheet, i) => {
    if (i !== at) return sheet;
    const rows = sheet.rows.map((row) => [...row]);
    change(rows);
    return { ...sheet, rows };
  });
const put = (row: number, column: number, cell: TemplateCell) => (rows: Grid) => {
  (rows[row - 1] as TemplateCell[])[column - 1] = cell;
};
/** The value typed over a cell that keeps its format. */
const type = (row: number, column: number, value: string | number) => (rows: Grid) => {
  const cell = rows[row - 1]?.[column - 1];
  put(row, column, cell !== null && typeof cell === 'object' ? { ...cell, value } : value)(rows);
};

/** The same done to every row from the headings on. */
const inTable = (change: (row: TemplateCell[], i: number) => unknown) => (rows: Grid) => {
  for (const [i, row] of rows.slice(4).entries()) change(row, i);
};

async function patched(bytes: Uint8Array, path: string, change: (xml: string) => string): Promise<Uint8Array> {
  const file = await openPackage('报表.xlsx', bytes, defaultLimits);
  const zip = new ZipFile();
  for (const each of file.paths) {
    const text = await file.text(each);
    const next = each === path ? change(text) : text;
    if (each === path) expect(next, 'the damage was done').not.toBe(text);
    zip.addBuffer(Buffer.from(next), each);
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
const first = 'xl/worksheets/sheet1.xml';

describe('a template that comes back', () => {
  it('unchanged gives the same figures and nothing to say', async () => {
    const back = await readPark(await bytesOf(parkSheets()));
    expect(said(back)).toEqual([]);
    expect([...back.figures].sort()).toEqual([...parkFigures].sort());
    const list = await readProjects(await bytesOf(projectSheets()));
    expect(said(list)).toEqual([]);
    expect(list.figures.get('projects/2601-379901-04-01-100001/month')).toEqual(new Decimal(1000));
    expect(list.figures.get('projects/2601-379901-04-01-100002/progress')).toBe('设备招标');
  });

  it('brings explanations, and then a jump stands', async () => {
    const jump = edited(parkSheets(), type(8, 4, 170));
    expect(said(await readPark(await bytesOf(jump)))).toEqual(['report/jump 主表!D8']);
    const explained = await readPark(await bytesOf(edited(jump, type(8, 7, '两家新企业投产'))));
    expect(said(explained)).toEqual([]);
    expect(explained.explanations.get('output')).toBe('两家新企业投产');
  });

  it('keeps derived cells as formulas, locks all but the open ones, and hides what it is', async () => {
    const file = await openPackage('a', await bytesOf(projectSheets()), defaultLimits);
    const [main, list] = [await file.text(first), await file.text('xl/worksheets/sheet2.xml')];
    expect(main).toContain(
      "<f>IF(COUNT('项目明细'!E6:E7)&lt;ROWS('项目明细'!E6:E7),&quot;&quot;,ROUND(SUM('项目明细'!E6:E7),0))</f>",
    );
    expect(list).toContain('<f>IF(COUNT(I6,E6)&lt;2,&quot;&quot;,IFERROR(ROUND(I6+E6,0),&quot;&quot;))</f>');
    expect(list).toContain('<sheetProtection sheet="1"');
    expect(list).toContain('<dataValidation type="decimal"');
    expect(await file.text('xl/workbook.xml')).toContain('name="lantu" sheetId="3" state="veryHidden"');
  });
});

/** Each kind of damage to the figures of the park: output is D8, leading share (derived) D10, foreign capital D21. */
const cellDamage: [kind: string, damage: (rows: Grid) => unknown, findings: string[]][] = [
  ['text in a number cell', type(8, 4, '较好'), ['cell/text 主表!D8']],
  ['full-width digits', type(8, 4, '１２０．５'), ['cell/cleaned 主表!D8']],
  ['separators of thousands', type(24, 4, '41,000'), ['cell/cleaned 主表!D24']],
  ['commas in odd places', type(24, 4, '4,10,00'), ['cell/grouping 主表!D24']],
  ['万元 typed into a cell of 亿元', type(8, 4, 1205000), ['report/unit-slip 主表!D8', 'report/jump 主表!D8']],
  ['a unit typed behind the figure', type(8, 4, '1205000万元'), ['cell/cleaned 主表!D8']],
  ['a unit of another dimension', type(8, 4, '120亩'), ['cell/other-unit 主表!D8']],
  ['a figure stored as text with blanks', type(8, 4, ' 120.5　'), ['cell/cleaned 主表!D8']],
  ['scientific notation as text', type(24, 4, '4.1E+04'), ['cell/cleaned 主表!D24']],
  ['Chinese numerals', type(24, 4, '四万一千'), ['cell/numerals 主表!D24']],
  ['a dash for “does not apply”', type(22, 4, '—'), ['cell/hole 主表!D22']],
  ['“无” for “does not apply”', type(22, 4, '无'), ['cell/hole 主表!D22']],
  ['a slash for “does not apply”', type(22, 4, '/'), ['cell/hole 主表!D22']],
  ['“未报送” where a figure is needed', type(22, 4, '未报送'), ['cell/hole 主表!D22', 'report/hole 主表!D22']],
  ['a day in a number cell', put(8, 4, { value: 45000, format: 'yyyy/m/d' }), ['cell/date 主表!D8']],
  ['a percentage in a cell of 亿元', put(8, 4, { value: 0.15, format: '0%' }), ['cell/percent-of 主表!D8']],
  ['a formula error kept as words', put(8, 4, { value: '#REF!', formula: 'A99' }), ['cell/error 主表!D8']],
  [
    'a negative figure',
    type(8, 4, -120.5),
    ['report/negative 主表!D8', 'report/jump 主表!D8', 'report/relation 主表!D9', 'report/relation 主表!D11'],
  ],
  ['too many decimals', type(7, 4, 40.5), ['report/decimals 主表!D7']],
  ['a cell emptied', type(8, 4, ''), ['report/missing 主表!D8']],
  ['a derived cell written over', put(10, 4, 99), ['report/typed-derived 主表!D10']],
  ['a figure of last year written over', type(8, 6, 90), ['file/known-changed 主表!F8']],
  ['a label edited', type(8, 2, '工业增加值'), ['file/label-changed 主表!B8']],
  ['a heading edited', type(5, 4, '预计数'), ['file/heading-changed 主表!D5', 'file/column-added 主表!D5']],
  ['a row deleted', (rows) => rows.splice(7, 1), ['file/row-missing 主表!A8', 'file/rows-moved 主表!A8']],
  ['a blank row inserted', (rows) => rows.splice(7, 0, []), ['file/rows-moved 主表!A9']],
  ['a row of one’s own added', (rows) => rows.push(['99', '其他', '亿元', 5]), ['file/row-added 主表!A26']],
  ['a row copied', (rows) => rows.push(rows[7] as TemplateCell[]), ['file/row-twice 主表!A26']],
  [
    'a column moved',
    inTable((row) => row.splice(4, 0, ...row.splice(3, 1))),
    ['file/column-moved 主表!E5', 'file/column-moved 主表!D5'],
  ],
  [
    'a column inserted',
    inTable((row, i) => row.splice(6, 0, i === 0 ? '备注' : null)),
    ['file/column-moved 主表!H5', 'file/column-added 主表!G5'],
  ],
  ['the column of explanations deleted', inTable((row) => row.splice(6, 1)), ['file/heading-changed 主表!G5']],
  ['the column of figures copied', inTable((row) => row.push(row[3] as TemplateCell)), ['file/heading-twice 主表!H5']],
];

describe('damage in the cells', () => {
  test.each(cellDamage)('%s is said with its cell', async (_, damage, wanted) => {
    const back = await readPark(await bytesOf(edited(parkSheets(), damage)));
    expect(said(back)).toEqual(wanted);
    for (const { message } of back.findings) {
      expect(message.zh).toMatch(/请|已按|应|不采用|没有读取|处理/);
      expect(message.zh + message.en).not.toMatch(/\{\w+\}|undefined/);
    }
  });

  it('reads what it says it read', async () => {
    const outputOf = async (value: string | number) =>
      (await readPark(await bytesOf(edited(parkSheets(), type(8, 4, value))))).figures.get('output')?.toString();
    expect(await outputOf('１２０．５')).toBe('120.5');
    expect(await outputOf('1205000万元')).toBe('120.5');
    expect(await outputOf('1,234.5')).toBe('1234.5');
    expect(await outputOf(0.1 + 0.2)).toBe('0.3');
    expect(await outputOf('较好')).toBeUndefined();
  });

  it('tells 15 % from 0.15 in a cell of per cent', async () => {
    const rates = {
      id: 'growth',
      label: { zh: '增速', en: 'Growth' },
      indicator: 'investment.fixed-assets-growth',
      unit: '%',
      decimals: 1,
    };
    const form = Form.parse({
      ...park,
      sections: [{ id: 'one', label: { zh: '一', en: 'One' }, fields: [rates] }],
      relations: [],
    });
    const prefilled: Prefilled = { ...parkPrefilled, figures: figures({ growth: 12 }), lastYear: noFigures };
    const read = async (cell: TemplateCell) => {
      const bytes = await bytesOf(edited(sheetsOf(form, '2026-Q2', prefilled), put(7, 4, cell)));
      const back = readForm(form, zone, '2026-Q2', prefilled, await readRawSheets('a.xlsx', bytes), digest);
      return `${back.figures.get('growth')} ${said(back)}`;
    };
    expect(await read({ value: 0.15, format: '0%' })).toBe('15 cell/percent-taken 主表!D7');
    expect(await read('15%')).toBe('15 cell/cleaned 主表!D7');
    expect(await read(0.5)).toBe('0.5 cell/percent-unsure 主表!D7');
    expect(await read(15)).toBe('15 ');
  });
});

describe('damage to the sheets', () => {
  it('a merged cell is named with its area', async () => {
    const [main, ...rest] = parkSheets() as [TemplateSheet, ...TemplateSheet[]];
    const back = await readPark(await bytesOf([{ ...main, merges: ['D8:D9'] }, ...rest]));
    expect(said(back)).toEqual(['file/merged 主表!D8', 'file/merged 主表!D9']);
    expect(back.findings[0]?.message.zh).toContain('D8:D9');
  });

  it('a hidden row and a hidden column are not read', async () => {
    const bytes = await bytesOf(parkSheets());
    const row = await readPark(
      await patched(bytes, first, (xml) => xml.replace('<row r="8">', '<row r="8" hidden="1">')),
    );
    expect(said(row)).toEqual(['file/hidden 主表!D8']);
    const column = await readPark(
      await patched(bytes, first, (xml) => xml.replace('<col min="4" max="4"', '<col min="4" max="4" hidden="1"')),
    );
    expect(said(column).filter((finding) => finding === 'file/hidden 主表!D7')).toHaveLength(1);
  });

  it('a formula error, a truth value and a formula without result are told apart', async () => {
    const bytes = await bytesOf(edited(parkSheets(), put(8, 4, 120.5)));
    const cell = async (xml: string) =>
      said(await readPark(await patched(bytes, first, (all) => all.replace(/<c r="D8"[^>]*><v>120.5<\/v><\/c>/, xml))));
    expect(await cell('<c r="D8" t="e"><f>X1</f><v>#REF!</v></c>')).toEqual(['cell/error 主表!D8']);
    expect(await cell('<c r="D8" t="b"><v>1</v></c>')).toEqual(['cell/boolean 主表!D8']);
    expect(await cell('<c r="D8"><f>A1*2</f></c>')).toEqual(['cell/formula-unknown 主表!D8']);
    expect(await cell('<c r="D8"><v>1.205E2</v></c>')).toEqual([]);
  });

  it('a renamed sheet is found by its headings', async () => {
    const [main, ...rest] = parkSheets() as [TemplateSheet, ...TemplateSheet[]];
    const back = await readPark(await bytesOf([{ ...main, name: '二季度' }, ...rest]));
    expect(said(back)).toEqual(['file/sheet-renamed 二季度']);
    expect(back.figures.size).toBe(parkFigures.size);
  });

  it('a deleted sheet, a row added to a list and a project taken out are said', async () => {
    const [main, list, mark] = projectSheets() as [TemplateSheet, TemplateSheet, TemplateSheet];
    expect(said(await readProjects(await bytesOf([main, mark])))).toContain('file/sheet-missing');
    const added = edited([main, list, mark], (rows) => rows.push([null, '自己加的项目', 1, 1, 55]), 1);
    expect(said(await readProjects(await bytesOf(added)))).toEqual(['file/row-added 项目明细!A8']);
    const gone = edited([main, list, mark], (rows) => rows.splice(6, 1), 1);
    expect(said(await readProjects(await bytesOf(gone)))).toContain('file/row-missing 项目明细!A7');
  });

  it('a name of the register written over is not taken', async () => {
    const renamed = edited(projectSheets(), type(6, 2, '新材料二期'), 1);
    expect(said(await readProjects(await bytesOf(renamed)))).toEqual(['file/known-changed 项目明细!B6']);
  });
});

describe('a file that is not the one asked for', () => {
  const only = async (bytes: Uint8Array): Promise<string[]> => {
    const back = await readPark(bytes);
    expect(back.figures.size).toBe(0);
    return back.findings.map(({ rule }) => rule);
  };

  it('is told from another unit’s, another period’s, another form’s and an old edition’s template', async () => {
    const other = { path: 'cn.37.3799.379902.kfq', name: '云河经开区' };
    expect(await only(await bytesOf(sheetsOf(park, '2026-Q2', parkPrefilled, other)))).toEqual(['file/other-unit']);
    expect(await only(await bytesOf(sheetsOf(park, '2026-Q1', parkPrefilled)))).toEqual(['file/wrong-period']);
    expect(await only(await bytesOf(sheetsOf({ ...park, id: 'other' }, '2026-Q2', parkPrefilled)))).toEqual([
      'file/other-form',
    ]);
    expect(await only(await bytesOf(sheetsOf({ ...park, edition: '2025' }, '2026-Q2', parkPrefilled)))).toEqual([
      'file/old-edition',
    ]);
  });

  it('is refused when its mark was deleted or written over', async () => {
    expect(await only(await bytesOf(parkSheets().slice(0, 1)))).toEqual(['file/not-ours']);
    const forged = edited(parkSheets(), put(4, 2, 'cn.37.3799.379902.kfq'), 1);
    expect(await only(await bytesOf(forged))).toEqual(['file/mark-changed']);
  });

  it.each([
    ['cut off', async () => (await bytesOf(parkSheets())).slice(0, 2000), 'file-damaged'],
    ['empty', async () => new Uint8Array(0), 'file-empty'],
    [
      'protected by a password',
      async () =>
        Buffer.concat([
          Buffer.from('d0cf11e0a1b11ae1', 'hex'),
          Buffer.alloc(2000),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
      'file-protected',
    ],
    [
      'an old .xls',
      async () =>
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000), Buffer.from('Workbook', 'utf16le')]),
      'file-format',
    ],
    ['saved as CSV', async () => Buffer.from('行次,指标名称\n1,产值'), 'file-format'],
  ])('is refused when it is %s', async (_, make, code) => {
    const bytes = await make();
    const refused = await readRawSheets('报表.xlsx', bytes).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect((refused as Problem).code).toBe(code);
  });
});
