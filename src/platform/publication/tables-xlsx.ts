import {
  type Chart,
  figuresOf,
  type Inline,
  type OfficialDocument,
  plainText,
  signedText,
  type Table,
} from '../../core/publication/document.ts';
import { writeXlsx, type XlsxSheet, type XlsxValue } from '../files/xlsx-writer.ts';
import { printable } from './printed.ts';

/** A number as a number, with the decimals it is printed with; anything else as text. */
function valueOfText(text: string): XlsxValue {
  const plain = text.replaceAll(/[,，\s]/g, '').replace('−', '-');
  if (!/^-?\d{1,15}(\.\d{1,9})?$/.test(plain) || /^-?0\d/.test(plain)) return text;
  const decimals = plain.split('.')[1]?.length ?? 0;
  return { value: Number(plain), format: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` };
}

const cell = (content: Inline): XlsxValue => valueOfText(plainText(content));

const tableSheet = ({ title, unit, columns, rows, notes }: Table, n: number): XlsxSheet => ({
  name: title ?? `表${n}`,
  headerRows: 1,
  widths: columns.map(({ head }, i) => (i === 0 ? 24 : Math.max(12, 2 * head.length + 2))),
  rows: [
    columns.map(({ head }) => head),
    ...rows.map((row) => columns.map((_, i) => cell(row[i] ?? []))),
    ...[...(unit === null ? [] : [`单位：${unit}`]), ...notes].map((note) => [note]),
  ],
});

const chartSheet = ({ title, unit, bars }: Chart, n: number): XlsxSheet => ({
  name: title ?? `图${n}`,
  headerRows: 1,
  widths: [24, 16],
  rows: [['', unit ?? ''], ...bars.map(({ label, value }) => [label, cell([value])])],
});

/** The tables and charts of a document as sheets, and last the sources of all its figures. */
export function writeTables(written: OfficialDocument): Promise<Uint8Array> {
  const document = printable(written);
  const sheets = document.blocks.flatMap((block, i) => {
    if (block.kind === 'table') return [tableSheet(block, i + 1)];
    return block.kind === 'chart' ? [chartSheet(block, i + 1)] : [];
  });
  const sources: XlsxSheet = {
    name: '数据来源',
    headerRows: 1,
    widths: [12, 14, 14, 60],
    rows: [
      ['位置', '数字', '来源类别', '来源'],
      ...figuresOf(document).map(({ at, figure }) => [
        at,
        valueOfText(signedText(figure)),
        figure.source.kind,
        figure.source.id,
      ]),
    ],
  };
  return writeXlsx([...sheets, sources]);
}
