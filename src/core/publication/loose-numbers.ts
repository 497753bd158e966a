import { type DocumentBlock, type Inline, type OfficialDocument, plainText } from './document.ts';

/**
 * What digits may say without being a figure: days, months and periods, numbers of documents, of tables, headings,
 * articles and codes of standards. The rule is one for the check of a bulletin and for whoever reads a file of it.
 */
const notFigures: readonly RegExp[] = [
  // 2026-10-31, 2026/10, 2026-Q3
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/,
  /\d{4}-(?:Q[1-4]|H[12]|(?:0[1-9]|1[0-2])(?!\d))/,
  // 2026年1—10月、10月31日、“十四五”以外的年份
  /\d{4}(?:[—–~～-]\d{4})?年(?:度|末|初|底)?/,
  /\d{1,2}(?:[—–~～、-]\d{1,2})*月(?:份|末|底)?(?:\d{1,2}(?:[—–~～-]\d{1,2})?日)?/,
  /\d{1,2}(?:[—–~～-]\d{1,2})?日/,
  /\d{1,2}[:：]\d{2}/,
  // 青政办发〔2026〕18号、国办函〔2026〕12号
  /[〔[［(（]\d{4}[〕\]］)）]\s*第?\d+\s*号/,
  // 第3条、第一季度写作第1季度
  /第\d+(?:[—–~～、-]\d+)*(?:条|款|项|章|节|季度|期|批|届|次|号)/,
  // 表1、图2、附件3，“报表5张”不是
  /(?:(?<!\p{Script=Han})|(?<=[见如和与据按]))(?:表|图|附件|附表|注)\s*\d+(?:[-.]\d+)*(?![\d.]|\s*[张份个幅])[.:：]?/u,
  /GB\/T\s*\d+(?:[.—–-]\d+)*/,
];
/** 1. and （1） at the start of a heading or paragraph. */
const ordinal = /^\s*(?:[（(]\d{1,2}[）)]|\d{1,2}[.．、](?!\d))/;
const anyNumber = /[-−]?\d+(?:,\d{3})*(?:\.\d+)?/g;
const rules = new RegExp(notFigures.map(({ source }) => source).join('|'), 'gu');

/** Numbers in a text that claim something, as written; a minus only where no digit or letter stands before it. */
export function numbersIn(text: string): string[] {
  // Full-width digits are digits; a full-width comma stays one, for it parts numbers rather than thousands.
  const narrow = text.replace(/[０-９．－]/g, (each) => each.normalize('NFKC'));
  const words = narrow.replace(ordinal, ' ').replace(rules, ' ');
  return [...words.matchAll(anyNumber)].map(([found], i, all) => {
    const at = all[i]?.index ?? 0;
    const isMinus = /^[-−]/.test(found) && !/[\d\p{L}）)]$/u.test(words.slice(0, at));
    const digits = found.replace(/^[-−]/, '').replaceAll(',', '');
    return isMinus ? `-${digits}` : digits;
  });
}

export interface LooseNumber {
  /** Block, then row and column of a table or bar of a chart. */
  readonly at: string;
  readonly number: string;
  /** The words around it. */
  readonly text: string;
}

const around = 24;

function looseIn(content: Inline, at: string): LooseNumber[] {
  // A tied figure leaves a mark in its place, so that “第” and “号” around it do not meet.
  const text = content.map((run) => (typeof run === 'string' ? run : '□')).join('');
  const whole = plainText(content);
  return numbersIn(text).map((number) => {
    const found = whole.indexOf(number.replace('-', ''));
    return { at, number, text: whole.slice(Math.max(0, found - around), found + around) };
  });
}

function looseInBlock(block: DocumentBlock, at: string): LooseNumber[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return looseIn(block.content, at);
    case 'table': {
      const words = [block.title ?? '', block.unit ?? '', ...block.columns.map(({ head }) => head), ...block.notes];
      return [
        ...words.flatMap((word) => looseIn([word], at)),
        ...block.rows.flatMap((row, r) => row.flatMap((cell, c) => looseIn(cell, `${at}/${r}/${c}`))),
      ];
    }
    case 'chart':
      return [
        ...[block.title ?? '', block.unit ?? ''].flatMap((word) => looseIn([word], at)),
        ...block.bars.flatMap(({ label, value }, i) => [
          ...looseIn([label], `${at}/${i}`),
          ...looseIn([value], `${at}/${i}`),
        ]),
      ];
  }
}

/** 未关联数字: every number of a document that is typed by hand rather than tied to a source. */
export const looseNumbers = ({ title, blocks }: Pick<OfficialDocument, 'title' | 'blocks'>): LooseNumber[] => [
  ...looseIn([title], 'title'),
  ...blocks.flatMap((block, i) => looseInBlock(block, String(i))),
];
