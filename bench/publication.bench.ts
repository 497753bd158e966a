/** Setting an official document of about twenty pages, against writing the same text without any layout. */
import { Document, Packer, Paragraph } from 'docx';
import { type DocumentBlock, emptyDocument, type OfficialDocument } from '../src/core/publication/document.ts';
import { writeDocx } from '../src/platform/publication/docx.ts';
import { writePdf } from '../src/platform/publication/pdf.ts';
import type { Bench, Measure } from './bench.ts';

const sentence = '各园区要对照年度目标逐项查找差距，落实责任到人，确保全年目标任务完成，并按月报送进展情况。';
const paragraphs = Array.from({ length: 55 }, (_, i) => `${i + 1}号园区：${sentence.repeat(4)}`);
const table: DocumentBlock = {
  kind: 'table',
  title: '表1 完成情况',
  unit: '亿元',
  columns: ['园区', '投资', '增速'].map((head, i) => ({ head, align: i === 0 ? 'left' : 'right' })),
  rows: Array.from({ length: 100 }, (_, i) => [[`第${i + 1}园区`], [`${i}.5`], ['3.2']]),
  notes: [],
};

/** Every paragraph differs from turn to turn: the PDF engine remembers what it has set before. */
const documentOf = (turn: number): OfficialDocument => ({
  ...emptyDocument,
  issuer: '青川县人民政府文件',
  title: `关于园区运行情况的通报（${turn}）`,
  blocks: [...paragraphs.map((text): DocumentBlock => ({ kind: 'paragraph', content: [`第${turn}期${text}`] })), table],
});

const plain = () =>
  Packer.toBuffer(new Document({ sections: [{ children: paragraphs.map((text) => new Paragraph(text)) }] }));

const runs = 7;

/** Median milliseconds of one core, after a first run that loads fonts and code. */
async function milliseconds(work: () => unknown): Promise<number> {
  await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] as number;
}

async function measure(): Promise<Measure[]> {
  let turn = 0;
  const fresh = () => documentOf(++turn);
  const floor = await milliseconds(plain);
  const docx = await milliseconds(() => writeDocx(fresh()));
  const pdf = await milliseconds(() => writePdf(fresh()));
  const pages =
    Buffer.from(writePdf(fresh()))
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  return [
    { name: 'pages of the PDF', value: pages, unit: '', atLeast: 15 },
    { name: 'text alone as DOCX, without layout', value: floor, unit: 'ms' },
    { name: 'official DOCX', value: docx, unit: 'ms' },
    { name: 'official PDF', value: pdf, unit: 'ms' },
    { name: 'official DOCX against text alone', value: docx / floor, unit: '×', atMost: 8 },
    { name: 'official PDF against text alone', value: pdf / floor, unit: '×', atMost: 10 },
  ];
}

export const publicationBench: Bench = { name: 'publication', run: measure };
