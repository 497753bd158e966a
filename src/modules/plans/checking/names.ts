import type { Source } from '../../../core/document.ts';
import { coreName, sameFirm } from '../../documents/reading/entities/enterprise-names.ts';
import type { Reading } from '../../documents/reading/reading.ts';
import type { Dossier } from '../dossier.ts';
import { isMisspelledAt } from './confusable.ts';
import { subjectCore } from './figures.ts';
import { type Passage, passagesOf, sourceOfPart } from './passages.ts';

/** A name as it stands in the text. */
export interface NameMention {
  readonly name: string;
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

export const sourceOfMention = ({ passage, start, end }: NameMention): Source => sourceOfPart(passage, start, end);

/** Every place of the given names, longest first where they overlap; one pass over the text. */
export function mentionsOf(passages: readonly Passage[], names: Iterable<string>): NameMention[] {
  const byHead = new Map<string, string[]>();
  for (const name of new Set(names)) {
    if (name.length < 2) continue;
    const head = name.slice(0, 2);
    byHead.set(head, [...(byHead.get(head) ?? []), name]);
  }
  for (const list of byHead.values()) list.sort((a, b) => b.length - a.length);
  return passages.flatMap((passage) => {
    const { text } = passage.prose;
    const found: NameMention[] = [];
    for (let at = 0; at + 1 < text.length; at++) {
      const name = byHead.get(text.slice(at, at + 2))?.find((each) => text.startsWith(each, at));
      if (name === undefined) continue;
      found.push({ name, passage, start: at, end: at + name.length });
      at += name.length - 1;
    }
    return found;
  });
}

export interface Firm {
  readonly name: string;
  readonly names: readonly string[];
}

/** The enterprises of all documents, each once, with every name that the documents use. */
export function firmsOf({ readings }: Dossier): Firm[] {
  const byCore = new Map<string, { name: string; names: string[] }>();
  for (const { name, aliases } of readings.flatMap(({ facts }) => facts.enterprises)) {
    const core = coreName(name);
    const known = byCore.get(core);
    if (known) known.names.push(name, ...aliases);
    else byCore.set(core, { name, names: [name, ...aliases] });
  }
  return [...byCore.values()].map(({ name, names }) => ({
    name,
    names: [...new Set([...names, ...names.map((each) => coreName(each))])].filter((each) => each.length >= 3),
  }));
}

/** Firms whose names differ by an easily confused character are most likely one firm, written wrongly somewhere. */
export function firmsAcrossSpellings(dossier: Dossier): Firm[] {
  const merged: { name: string; names: string[] }[] = [];
  const byEnd = new Map<string, { readonly spelling: string; readonly firm: { names: string[] } }[]>();
  const endsOf = (name: string) => [`${name.length}<${name.slice(0, 2)}`, `${name.length}>${name.slice(-2)}`];
  for (const { name, names } of firmsOf(dossier)) {
    const alike = names.flatMap((each) =>
      endsOf(each).flatMap((end) => (byEnd.get(end) ?? []).filter(({ spelling }) => isMisspelledAt(spelling, 0, each))),
    );
    let firm = alike[0]?.firm;
    if (firm) firm.names.push(...names);
    else {
      const own = { name, names: [...names] };
      merged.push(own);
      firm = own;
    }
    for (const each of names)
      for (const end of endsOf(each)) byEnd.set(end, [...(byEnd.get(end) ?? []), { spelling: each, firm }]);
  }
  return merged;
}

export interface Park {
  readonly name: string;
  readonly names: readonly string[];
  readonly parent: string | null;
}

export function parksOf({ facts }: Reading): Park[] {
  return facts.parks.map(({ name, aliases, parent }) => ({ name, names: [name, ...aliases], parent }));
}

/** Two names of one park: one core, or one name inside the other. */
export const samePark = (a: string, b: string): boolean => {
  const [x, y] = [subjectCore(a), subjectCore(b)];
  return (
    a === b ||
    (x.length >= 2 && (x === y || x.includes(y) || (y.length >= 2 && y.includes(x)))) ||
    a.includes(b) ||
    b.includes(a)
  );
};

export { sameFirm };
export const allPassages = ({ readings }: Dossier): Passage[] => readings.flatMap(passagesOf);
