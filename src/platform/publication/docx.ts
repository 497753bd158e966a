import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TabStopType,
  TextRun,
} from 'docx';
import type { OfficialDocument } from '../../core/publication/document.ts';
import { markDrop, markSize, page, pointsPerMillimetre, sizes, typeWidth } from '../../core/publication/layout.ts';
import { imprint } from './docx-imprint.ts';
import { type FontKey, fontOf, styles, tight } from './docx-styles.ts';
import { chartTable, figureTable } from './docx-table.ts';
import { printedBlocks, printedHead } from './printed.ts';

const twips = (points: number): number => Math.round(points * 20);
const millimetres = (length: number): number => twips(length * pointsPerMillimetre);

/** 22 exact lines within 225 mm: Word drops the last one if they need a twip more. */
const line = Math.floor(millimetres(page.height - page.margin.top - page.margin.bottom) / page.lines);
/** 28 of 三号 are wider than the type area; Word and LibreOffice agree on closing them up, not on the grid of characters. */
const closing = Math.floor((typeWidth / page.characters - sizes.body) * 20);

const run = (text: string, key: FontKey = 'body', more: IRunOptions = {}): TextRun =>
  new TextRun({ text, font: fontOf(key), size: sizes.body * 2, characterSpacing: closing, ...more });

type ParagraphMore = Omit<ConstructorParameters<typeof Paragraph>[0] & object, 'children'>;

const exactly = (points = line) => ({ before: 0, after: 0, line: points, lineRule: LineRuleType.EXACT });

const paragraph = (children: readonly ParagraphChild[], more: ParagraphMore = {}): Paragraph =>
  new Paragraph({ spacing: exactly(), widowControl: false, ...more, children });

/** 首行空二字, said in characters, so that it holds whatever the font. */
const indented = { indent: { firstLineChars: 200, firstLine: twips(2 * sizes.body) } };
const empty = (): Paragraph => paragraph([]);
const empties = (count: number): Paragraph[] => Array.from({ length: count }, empty);

type Head = ReturnType<typeof printedHead>;

function mastHead({ issuer, number, signer, copyNumber, secrecy, urgency }: Head): Paragraph[] {
  if (issuer === null) return [];
  const above = [copyNumber, secrecy, urgency].filter((each) => each !== null);
  const drop = millimetres(markDrop) - above.length * line;
  const size = markSize(issuer);
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 12, color: 'E60012', space: 11 } };
  const numberLine =
    signer === null
      ? paragraph([run(number ?? '')], { alignment: AlignmentType.CENTER, border: rule })
      : paragraph([run(`　${number ?? ''}\t签发人：`), run(signer, 'second')], {
          tabStops: [{ type: TabStopType.RIGHT, position: twips(typeWidth - sizes.body) }],
          border: rule,
        });
  return [
    ...above.map((text) => paragraph([run(text, 'heading')])),
    paragraph([run(issuer, 'title', { size: size * 2, color: 'E60012', characterSpacing: 0 })], {
      alignment: AlignmentType.CENTER,
      style: tight,
      spacing: { ...exactly(twips(size * 1.15)), before: Math.max(0, drop) },
    }),
    ...empties(2),
    numberLine,
    ...empties(2),
  ];
}

function titleAndAddressees({ titleLines, addressees }: Head): Paragraph[] {
  const style = { size: sizes.title * 2, characterSpacing: 0 };
  const titled = paragraph(
    titleLines.map((text, i) => run(text, 'title', i === 0 ? style : { ...style, break: 1 })),
    { style: tight, alignment: AlignmentType.CENTER },
  );
  if (addressees === null) return [titled, empty()];
  return [titled, empty(), paragraph([run(/[:：]$/.test(addressees) ? addressees : `${addressees}：`)])];
}

const levels = ['heading', 'second', 'body', 'body'] as const;

function bodyOf(block: ReturnType<typeof printedBlocks>[number]): FileChild[] {
  if (block.kind === 'table') return figureTable(block);
  if (block.kind === 'chart') return chartTable(block);
  if (block.kind === 'paragraph')
    return [paragraph([run(block.text)], { ...indented, alignment: AlignmentType.JUSTIFIED })];
  return [
    paragraph([run(block.text, levels[block.level - 1])], {
      ...indented,
      keepNext: true,
      outlineLevel: block.level - 1,
    }),
  ];
}

/** 附件：1. … with the following ones under the first, turned lines under the first character of the name. */
function attachmentList({ attachments }: Head): Paragraph[] {
  if (attachments.length === 0) return [];
  const many = attachments.length > 1;
  const start = (many ? 6 : 5) * sizes.body;
  const lines = attachments.map((name, i) => {
    const lead = `${i === 0 ? '附件：' : '\t'}${many ? `${i + 1}.` : ''}`;
    return paragraph([run(`${lead}\t${name}`)], {
      indent: { left: twips(start), hanging: twips(start - 2 * sizes.body) },
      tabStops: [5, 6].map((position) => ({ type: TabStopType.LEFT, position: twips(position * sizes.body) })),
    });
  });
  return [empty(), ...lines];
}

/** 成文日期右空四字, 署名 centred above it. */
function signatureLines({ signature, dateSpelled, note }: Head): Paragraph[] {
  const width = (text: string | null): number =>
    [...(text ?? '')].reduce((sum, each) => sum + (/[\x20-\x7e]/.test(each) ? 0.5 : 1), 0) * sizes.body;
  const widest = Math.max(width(signature), width(dateSpelled));
  const centred = (text: string) => {
    const right = 4 * sizes.body + (widest - width(text)) / 2;
    return paragraph([run(text)], { alignment: AlignmentType.RIGHT, indent: { right: twips(right) }, keepLines: true });
  };
  const signed = [signature, dateSpelled].filter((each) => each !== null);
  return [
    ...(signed.length > 0 ? empties(2) : []),
    ...signed.map(centred),
    ...(note === null ? [] : [paragraph([run(`（${note}）`)], indented)]),
  ];
}

/** 四号半角宋体, one character from the outer edge. */
function pageNumber(alignment: 'left' | 'right'): Footer {
  const style = { font: fontOf('number'), size: sizes.small * 2 };
  const side = { [alignment]: twips(sizes.small) };
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: side,
        children: [new TextRun({ ...style, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

const bottomOfNumber = page.margin.bottom - 7 - sizes.small / pointsPerMillimetre;

/** The document as a Word file. */
export async function writeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const head = printedHead(document);
  const file = new Document({
    title: document.title,
    creator: document.signature ?? '',
    lastModifiedBy: document.signature ?? '',
    evenAndOddHeaderAndFooters: true,
    externalStyles: styles,
    sections: [
      {
        properties: {
          page: {
            size: { width: millimetres(page.width), height: millimetres(page.height) },
            margin: {
              top: millimetres(page.margin.top),
              bottom: millimetres(page.margin.bottom),
              left: millimetres(page.margin.left),
              right: millimetres(page.margin.right),
              header: millimetres(15),
              footer: millimetres(bottomOfNumber),
              gutter: 0,
            },
          },
          grid: { type: 'lines', linePitch: line },
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: [
          ...mastHead(head),
          ...titleAndAddressees(head),
          ...printedBlocks(document).flatMap(bodyOf),
          ...attachmentList(head),
          ...signatureLines(head),
          ...imprint(head),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}
