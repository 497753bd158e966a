import { parse, stringify } from 'yaml';
import { Problem } from '../problem.ts';
import { emptyDocument, OfficialDocument } from './document.ts';

type Head = Omit<OfficialDocument, 'blocks'>;
type Key = keyof Head;

/** What the elements of a document are called above its Markdown; the first name is the one written. */
const names: Readonly<Record<Key, readonly string[]>> = {
  copyNumber: ['份号', 'copy-number'],
  secrecy: ['密级', '密级和保密期限', 'secrecy'],
  urgency: ['紧急程度', 'urgency'],
  issuer: ['发文机关', '发文机关标志', 'issuer'],
  number: ['文号', '发文字号', 'number'],
  signer: ['签发人', 'signer'],
  title: ['标题', 'title'],
  addressees: ['主送', '主送机关', 'addressees'],
  attachments: ['附件', '附件说明', 'attachments'],
  signature: ['署名', '发文机关署名', 'signature'],
  date: ['日期', '成文日期', 'date'],
  note: ['附注', 'note'],
  copiesTo: ['抄送', '抄送机关', 'copies-to'],
  printedBy: ['印发机关', 'printed-by'],
  printedOn: ['印发日期', 'printed-on'],
};

const keyOf = new Map(
  (Object.entries(names) as [Key, readonly string[]][]).flatMap(([key, all]) => all.map((name) => [name, key])),
);

const wrong = (issues: string): Problem => new Problem('invalid-input', { count: 1, issues });
const fence = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** 2026年11月22日, 2026/11/22 and 2026-11-22 are the same day. */
function dayOf(text: string): string {
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim()) ?? [];
  return year === undefined ? text : `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
}

function elementOf(key: Key, value: unknown): unknown {
  if (key === 'attachments') return (Array.isArray(value) ? value : [value]).map(String);
  if (value === null || value === '') return null;
  if (Array.isArray(value)) return value.map(String).join('，');
  if (typeof value === 'object') throw wrong(`“${names[key][0]}”应为一行文字 (one line of text is expected)`);
  return key === 'date' || key === 'printedOn' ? dayOf(String(value)) : String(value);
}

function entriesOf(yaml: string): [string, unknown][] {
  try {
    const found: unknown = parse(yaml, { schema: 'failsafe' });
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? Object.entries(found) : [];
  } catch (error) {
    throw wrong(`文件头写法有误 (the head of the file is not YAML): ${(error as Error).message}`);
  }
}

/** The head of a file and the text below it. A name that is not an element of an official document is refused. */
export function splitFrontMatter(text: string): { head: Partial<Head>; body: string } {
  const found = fence.exec(text);
  if (found === null) return { head: {}, body: text.replace(/^\ufeff/, '') };
  const head: Record<string, unknown> = {};
  for (const [name, value] of entriesOf(found[1] as string)) {
    const key = keyOf.get(name.trim());
    if (key === undefined) {
      const known = Object.values(names).map(([first]) => first);
      throw wrong(`文件头中没有“${name}”一项，可用 (not an element; there are): ${known.join('、')}`);
    }
    head[key] = elementOf(key, value);
  }
  return { head: head as Partial<Head>, body: text.slice(found[0].length) };
}

/** A whole document, checked: what the head leaves out does not stand on the page. */
export function checkedDocument(document: Partial<OfficialDocument>): OfficialDocument {
  const { success, data, error } = OfficialDocument.safeParse({ ...emptyDocument, ...document });
  if (success) return data;
  const issues = error.issues.map(({ path, message }) => `${names[path[0] as Key]?.[0] ?? path.join('.')}：${message}`);
  throw new Problem('invalid-input', { count: issues.length, issues: issues.join('; ') });
}

export function frontMatterOf(document: OfficialDocument): string {
  const head: Record<string, unknown> = {};
  for (const [key, [name]] of Object.entries(names) as [Key, readonly string[]][]) {
    const value = document[key];
    if (value !== null && value.length > 0) head[name as string] = value;
  }
  return `---\n${stringify(head, { lineWidth: 0 })}---\n`;
}
