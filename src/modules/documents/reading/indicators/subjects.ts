import type { Span } from '../../../../core/document.ts';
import type { DocumentFacts } from '../../extraction.ts';
import type { OwnVocabulary } from '../../own-vocabulary.ts';
import contexts from '../../vocabulary/contexts.json' with { type: 'json' };
import type { Draft, Named } from '../draft.ts';
import type { Section } from '../reading.ts';

/** Someone or something that a figure can be about, found in a text. */
export interface Mention extends Span {
  readonly subject: string;
  readonly kind: 'wider' | 'region' | 'park' | 'enterprise' | 'industry';
}

type Entry = Omit<Mention, 'start' | 'end'> & { readonly word: string };

const wider: Entry[] = Object.entries(contexts.wider).flatMap(([subject, words]) =>
  words.map((word): Entry => ({ word, subject, kind: 'wider' })),
);

/** 全市, 我县, 开发区: the document's own region of that level. */
function ownLevels({ regions }: DocumentFacts): Entry[] {
  const entries: Entry[] = regions.map((region) => ({ word: region, subject: region, kind: 'region' }));
  for (const [level, words] of Object.entries(contexts.levels)) {
    const region = regions.find((each) => each.endsWith(level));
    const own = level === '区' ? regions.findLast((each) => each.endsWith('区')) : region;
    if (own !== undefined) for (const word of words) entries.push({ word, subject: own, kind: 'region' });
    // A region that the document does not name is at least not its own zone.
    else
      for (const word of words.filter((each) => each.startsWith('全')))
        entries.push({ word, subject: word, kind: 'region' });
  }
  return entries;
}

function namedEntries({ parks, enterprises }: Named): Entry[] {
  const park = parks.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((word): Entry => ({ word, subject: name, kind: 'park' })),
  );
  const firm = enterprises.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((word): Entry => ({ word, subject: name, kind: 'enterprise' })),
  );
  return [...park, ...firm];
}

export interface Subjects {
  /** Everyone named in a text, in order; of two names at one place the longer. */
  readonly mentions: (text: string) => Mention[];
  /** Length of the subject that stands at a place, with 内 or 区内 after it; 0 without one. */
  readonly lengthAt: (text: string, at: number) => number;
  /** Whom a section's title names: a park, a region or an industry. */
  readonly ofSection: (section: Section | null) => Mention | null;
  readonly own: string | null;
}

const industryTitle =
  /^(?:[（(]?[一二三四五六七八九十\d]+[）).、．]?)?\s*(?:全力|全面|持续|深入|扎实|着力|大力|加快|做[强优大精实深]+|加快发展|大力发展|培育壮大|培育|壮大|发展|提升|打造|巩固|推进|建设|优化)*(.{2,16}?(?:产业|工业|制造业|加工业|服务业|农业|物流业|旅游业|经济|业))$/;
const general =
  /^(?:工业|实体|县域|镇域|区域|民营|开放型|外向型|市场|总部|国民|城市|乡村)经济$|^(?:主导|重点|特色|支柱|优势|相关|现代|打造|构建|空间|我国|国内外|全球|.{0,6}三大|.{0,6}十大)?产业$|战略|体系|布局|发展$|[，、].*[，]|任务|目标|环境|基础/;

/** “做强绿色食品产业” is about 绿色食品产业; “现代产业体系” about no single one. */
export function industryOf(title: string): string | null {
  const name = industryTitle.exec(title.replace(/\s+/g, ''))?.[1];
  return name === undefined || general.test(name) ? null : name;
}

/** Two characters as one number: the key of a name. */
const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + (text.charCodeAt(at + 1) | 0);

/** The names on the office's own vocabulary page. */
const ownEntries = ({ names }: OwnVocabulary): Entry[] =>
  names.flatMap(({ kind, name, aliases }) =>
    kind === 'office' ? [] : [name, ...aliases].map((word): Entry => ({ word, subject: name, kind })),
  );

export function subjectsOf({ about, own }: Pick<Draft, 'about' | 'own'>, named: Named): Subjects {
  const index = new Map<number, Entry[]>();
  const starts = new Uint8Array(0x10000);
  for (const entry of [...ownEntries(own), ...wider, ...ownLevels(about), ...namedEntries(named)]) {
    if (entry.word.length < 2) continue;
    const key = pairAt(entry.word, 0);
    starts[entry.word.charCodeAt(0)] = 1;
    index.set(key, [...(index.get(key) ?? []), entry]);
  }
  for (const entries of index.values()) entries.sort((a, b) => b.word.length - a.word.length);

  const entryAt = (text: string, at: number): Entry | undefined =>
    index.get(pairAt(text, at))?.find(({ word, kind }) => {
      if (!text.startsWith(word, at)) return false;
      if (kind !== 'wider') return true;
      const end = at + word.length;
      return (
        !contexts.notBefore.some((each) => text.startsWith(each, text.charAt(end) === ' ' ? end + 1 : end)) &&
        !contexts.notAfter.some((each) => text.endsWith(each, at) && text.startsWith(each, at - each.length))
      );
    });

  const mentions = (text: string): Mention[] => {
    const found: Mention[] = [];
    for (let at = 0; at + 1 < text.length; at++) {
      if (starts[text.charCodeAt(at)] === 0) continue;
      const entry = entryAt(text, at);
      if (entry === undefined) continue;
      found.push({ start: at, end: at + entry.word.length, subject: entry.subject, kind: entry.kind });
      at += entry.word.length - 1;
    }
    return found;
  };

  const lengthAt = (text: string, at: number): number => {
    const word = entryAt(text, at)?.word;
    if (word === undefined) return 0;
    const inside = /^(?:区内|园内|范围内|境内|内)/.exec(text.slice(at + word.length, at + word.length + 3))?.[0] ?? '';
    return word.length + inside.length;
  };

  const memory = new Map<Section, Mention | null>();
  const ofSection = (section: Section | null): Mention | null => {
    if (section === null) return null;
    const known = memory.get(section);
    if (known !== undefined) return known;
    const own = mentions(section.title).filter(
      ({ kind, end }) => kind !== 'enterprise' && !contexts.offices.some((each) => section.title.startsWith(each, end)),
    );
    const outlook = /趋势|国内外|形势/.test(section.title) ? own.find(({ kind }) => kind === 'wider') : undefined;
    const industry = industryOf(section.title);
    const here: Mention | null =
      outlook ??
      own.find(({ kind }) => kind === 'park') ??
      (industry === null ? null : { start: 0, end: 0, subject: industry, kind: 'industry' }) ??
      own.find(({ kind }) => kind === 'region') ??
      own[0] ??
      null;
    const result = here ?? ofSection(section.parent);
    memory.set(section, result);
    return result;
  };
  return { mentions, lengthAt, ofSection, own: about.regions.at(-1) ?? null };
}
