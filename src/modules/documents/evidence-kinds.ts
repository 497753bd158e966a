import type { Label } from '../../core/text.ts';

/** What a file shows of itself when it is opened, whatever its name says. */
export interface Look {
  /** The first bytes, one character each. */
  readonly begins: string;
  /** Paths of a ZIP package; null when it is none. */
  readonly parts: readonly string[] | null;
  /** Streams by which an OLE container is told: `WordDocument`, `Workbook` … */
  readonly streams: readonly string[];
  /** Readable text in UTF-8 or GB 18030, no mark-up. */
  readonly isText: boolean;
}

interface Kind {
  readonly label: Label;
  readonly mediaType: string;
  /** Endings that such a file may have; the first is the usual one. */
  readonly endings: readonly string[];
  readonly is: (look: Look) => boolean;
}

const pictures = ['png', 'jpg', 'jpeg', 'webp', 'heic', 'heif'];
const begins = (start: string) => (look: Look) => look.begins.startsWith(start);
const holds = (folder: string) => (look: Look) =>
  look.parts?.some((path) => path.startsWith(folder)) === true && !look.parts.some((path) => /vbaproject/i.test(path));
const streams =
  (...names: readonly string[]) =>
  (look: Look) =>
    names.some((name) => look.streams.includes(name));
const office = 'application/vnd.openxmlformats-officedocument';

/** 佐证材料 may be of these kinds, told by content. Archives, programs, macros and pages of the web are none of them. */
export const evidenceKinds = {
  pdf: {
    label: { zh: 'PDF', en: 'PDF' },
    mediaType: 'application/pdf',
    endings: ['pdf'],
    is: ({ begins: start }: Look) => start.includes('%PDF-'),
  },
  docx: {
    label: { zh: 'Word 文档', en: 'Word document' },
    mediaType: `${office}.wordprocessingml.document`,
    endings: ['docx', 'wps'],
    is: holds('word/'),
  },
  xlsx: {
    label: { zh: 'Excel 表格', en: 'Excel workbook' },
    mediaType: `${office}.spreadsheetml.sheet`,
    endings: ['xlsx', 'et'],
    is: holds('xl/'),
  },
  pptx: {
    label: { zh: '演示文稿', en: 'Presentation' },
    mediaType: `${office}.presentationml.presentation`,
    endings: ['pptx', 'dps'],
    is: holds('ppt/'),
  },
  ofd: {
    label: { zh: 'OFD 版式文件', en: 'OFD' },
    mediaType: 'application/ofd',
    endings: ['ofd'],
    is: ({ parts }: Look) => parts?.includes('OFD.xml') === true,
  },
  doc: {
    label: { zh: 'Word 97–2003 文档', en: 'Word 97–2003 document' },
    mediaType: 'application/msword',
    endings: ['doc', 'wps'],
    is: streams('WordDocument'),
  },
  xls: {
    label: { zh: 'Excel 97–2003 表格', en: 'Excel 97–2003 workbook' },
    mediaType: 'application/vnd.ms-excel',
    endings: ['xls', 'et'],
    is: streams('Workbook', 'Book'),
  },
  ppt: {
    label: { zh: '演示文稿 97–2003', en: 'Presentation 97–2003' },
    mediaType: 'application/vnd.ms-powerpoint',
    endings: ['ppt', 'dps'],
    is: streams('PowerPoint Document'),
  },
  png: {
    label: { zh: 'PNG 图片', en: 'PNG picture' },
    mediaType: 'image/png',
    endings: pictures,
    is: begins('\x89PNG'),
  },
  jpg: {
    label: { zh: 'JPEG 图片', en: 'JPEG picture' },
    mediaType: 'image/jpeg',
    endings: pictures,
    is: begins('\xff\xd8\xff'),
  },
  webp: {
    label: { zh: 'WebP 图片', en: 'WebP picture' },
    mediaType: 'image/webp',
    endings: pictures,
    is: ({ begins: start }: Look) => start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP',
  },
  heic: {
    label: { zh: 'HEIC 照片', en: 'HEIC photo' },
    mediaType: 'image/heic',
    endings: pictures,
    is: ({ begins: start }: Look) => start.slice(4, 8) === 'ftyp' && /^(?:hei[cxms]|mif1|msf1)/.test(start.slice(8)),
  },
  txt: {
    label: { zh: '纯文本', en: 'Plain text' },
    mediaType: 'text/plain; charset=utf-8',
    endings: ['txt', 'csv', 'md'],
    is: ({ isText }: Look) => isText,
  },
} as const satisfies Record<string, Kind>;

export type EvidenceKind = keyof typeof evidenceKinds;
export const evidenceKindIds = Object.keys(evidenceKinds) as [EvidenceKind, ...EvidenceKind[]];

const kinds: Readonly<Record<EvidenceKind, Kind>> = evidenceKinds;

/** The kind of a file by what it holds; undefined for what is no evidence. */
export const kindOf = (look: Look): EvidenceKind | undefined => evidenceKindIds.find((id) => kinds[id].is(look));

export const endingOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';

/** Whether the name says what the file is: an ending that promises something else misleads whoever opens it. */
export const isNamedSo = (name: string, kind: EvidenceKind): boolean => kinds[kind].endings.includes(endingOf(name));

/** Megabytes by kind, unless the installation says otherwise. */
export const defaultLimits: Readonly<Record<EvidenceKind, number>> = {
  pdf: 50,
  docx: 30,
  xlsx: 30,
  pptx: 50,
  ofd: 50,
  doc: 30,
  xls: 30,
  ppt: 50,
  png: 20,
  jpg: 20,
  webp: 20,
  heic: 20,
  txt: 5,
};
