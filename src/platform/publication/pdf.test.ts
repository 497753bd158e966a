import { expect, test } from 'vitest';
import { measuredPages } from '../../../test/measured-page.ts';
import { type DocumentBlock, emptyDocument, type OfficialDocument } from '../../core/publication/document.ts';
import { documentFromMarkdown } from '../../core/publication/markdown.ts';
import { writePdf } from './pdf.ts';

const sentence = '各园区要对照年度目标逐项查找差距落实责任到人确保全年目标任务完成并按月报送进展情况';
const paragraph: DocumentBlock = { kind: 'paragraph', content: [sentence.repeat(12)] };
const document: OfficialDocument = {
  ...emptyDocument,
  issuer: '青川县人民政府文件',
  number: '青政发〔2026〕6号',
  title: '关于做好园区月报工作的通知',
  addressees: '各乡镇人民政府，县直各部门',
  blocks: Array.from({ length: 8 }, () => paragraph),
  signature: '青川县人民政府',
  date: '2026-03-05',
  copiesTo: '县委办公室',
  printedBy: '青川县人民政府办公室',
  printedOn: '2026-03-05',
};
const pages = await measuredPages(writePdf(document));
const isNumber = ({ text }: { text: string }) => /^—\s*\d+\s*—$/.test(text);
const textLines = (n: number) => (pages[n]?.lines ?? []).filter((line) => !isNumber(line));

test('a full page has 22 lines, and a full line 28 characters', () => {
  expect(pages.length).toBeGreaterThanOrEqual(4);
  for (const n of [1, 2]) {
    const lines = textLines(n);
    expect(lines).toHaveLength(22);
    const full = lines.filter(({ left, right }) => left < 28.5 && right > 183);
    expect(full.length).toBeGreaterThan(15);
    for (const { text } of full) expect([...text.replace(/\s/g, '')]).toHaveLength(28);
  }
});

test('the text keeps margins of 37, 35, 28 and 26 mm, within one millimetre', () => {
  for (const n of [1, 2]) {
    const { width, height } = pages[n] as (typeof pages)[number];
    const lines = textLines(n);
    expect([width, height].map(Math.round)).toEqual([210, 297]);
    const near = (actual: number, wanted: number) => expect(Math.abs(actual - wanted), `${actual} mm`).toBeLessThan(1);
    near(Math.min(...lines.map(({ top }) => top)), 37);
    near(height - Math.max(...lines.map(({ bottom }) => bottom)), 35);
    near(Math.min(...lines.map(({ left }) => left)), 28);
    near(width - Math.max(...lines.map(({ right }) => right)), 26);
  }
});

test('page numbers stand outside, 7 mm below the text: right on odd pages, left on even', () => {
  for (const [i, { lines }] of pages.entries()) {
    const number = lines.find(isNumber);
    expect(number?.text.replace(/\s/g, '')).toBe(`—${i + 1}—`);
    const character = 14 * (25.4 / 72);
    const edge = i % 2 === 0 ? 184 - (number?.right ?? 0) : (number?.left ?? 0) - 28;
    expect(Math.abs(edge - character)).toBeLessThan(1);
    expect(Math.abs((number?.top ?? 0) - 262 - 7)).toBeLessThan(1.5);
  }
});

test('the mark stands 35 mm below the top of the text, the red rule is as wide as the text, 4 mm below the number', () => {
  const [first] = pages;
  const mark = first?.lines.find(({ text }) => text.includes('人民政府文件'));
  const number = first?.lines.find(({ text }) => text.includes('〔2026〕'));
  const [rule] = first?.redRules ?? [];
  expect(Math.abs((mark?.top ?? 0) - 72)).toBeLessThan(2);
  expect(Math.abs(((number?.left ?? 0) + (number?.right ?? 0)) / 2 - 106)).toBeLessThan(1);
  expect(Math.abs((rule?.left ?? 0) - 28)).toBeLessThan(0.5);
  expect(Math.abs((rule?.right ?? 0) - 184)).toBeLessThan(0.5);
  expect(Math.abs((rule?.top ?? 0) - (number?.bottom ?? 0) - 4)).toBeLessThan(1);
  expect(pages.slice(1).flatMap(({ redRules }) => redRules)).toEqual([]);
});

test('the imprint stands in the last lines of the last page', () => {
  const lines = textLines(pages.length - 1);
  expect(lines.at(-1)?.text).toContain('2026年3月5日印发');
  expect(Math.abs((lines.at(-1)?.bottom ?? 0) - 260)).toBeLessThan(3);
});

test('a document that goes upwards names its signer beside its number', async () => {
  const [page] = await measuredPages(writePdf({ ...document, signer: '陈明' }));
  const line = page?.lines.find(({ text }) => text.includes('〔2026〕'));
  expect(line?.text.replace(/\s/g, '')).toBe('青政发〔2026〕6号签发人：陈明');
  expect(page?.redRules).toHaveLength(1);
});

test('what a person wrote is printed, never run', async () => {
  const hostile = '#panic("x") $a$ @b <c> \\ `d` #read("/etc/passwd") *e*';
  const [page] = await measuredPages(writePdf({ ...document, blocks: [{ kind: 'paragraph', content: [hostile] }] }));
  expect(page?.lines.map(({ text }) => text).join('')).toContain('#panic("x")');
});

test('a table runs over pages and repeats its head; a chart draws its bars', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => `| 项目${i + 1} | ${i + 1}.5 |`).join('\n');
  const text = `# 通报\n\n表1 投资\n\n| 项目名称 | 投资额 |\n|:--|--:|\n${rows}\n\n\`\`\`chart\n甲园：3.5\n乙园：-1.2\n\`\`\`\n`;
  const found = await measuredPages(writePdf(documentFromMarkdown(text)));
  const all = found.map(({ lines }) => lines.map((line) => line.text).join('\n'));
  expect(all.filter((page) => page.includes('投资额')).length).toBeGreaterThanOrEqual(2);
  expect(all.join('\n')).toContain('项目60');
  expect(all.join('\n')).toContain('-1.2');
});
