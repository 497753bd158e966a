import * as z from 'zod';
import { splitWords } from '../../core/register/kinds.ts';
import type { FieldKind, Reading } from '../../core/register/register.ts';
import standard from '../documents/vocabulary/industries.json' with { type: 'json' };

interface Section {
  readonly name: string;
  readonly divisions: Readonly<Record<string, { name: string; groups: Readonly<Record<string, string>> }>>;
}

function load(): Map<string, string> {
  const names = new Map<string, string>();
  for (const [section, { name, divisions }] of Object.entries(standard.sections as Record<string, Section>)) {
    names.set(section, name);
    for (const [division, { name: called, groups }] of Object.entries(divisions)) {
      names.set(division, called);
      for (const [group, label] of Object.entries(groups)) names.set(group, label);
    }
  }
  return names;
}

/** GB/T 4754-2017: section letters, divisions of two digits, groups of three. */
export const industryNames: ReadonlyMap<string, string> = load();
const codes = new Map([...industryNames].toReversed().map(([code, name]) => [name, code]));

/** A code of the standard; a class of four digits holds when its group does. */
export const isIndustryCode = (code: string): boolean =>
  industryNames.has(code) || (/^\d{4}$/.test(code) && industryNames.has(code.slice(0, 3)));

/** “C13”, “13”, “13 农副食品加工业” or the bare name. */
export function industryCodeOf(text: string): string | null {
  const plain = text.normalize('NFKC').trim().toUpperCase();
  const [, code = ''] = /^([A-T]|[A-T]?\d{2,4})(?:\s.*)?$/.exec(plain) ?? [];
  const bare = code.length > 1 ? code.replace(/^[A-T]/, '') : code;
  if (isIndustryCode(bare)) return bare;
  return codes.get(text.trim()) ?? null;
}

export const sayIndustry = (code: string): string => {
  const name = industryNames.get(code) ?? industryNames.get(code.slice(0, 3));
  return name === undefined ? code : `${code} ${name}`;
};

const Code = z.string().refine(isIndustryCode, { error: '不是 GB/T 4754 的行业代码 (not a code of GB/T 4754)' });
const unknown = (text: string): Reading => ({
  refusal: { zh: `“${text}”不是 GB/T 4754 的行业代码或名称`, en: `“${text}” is no industry of GB/T 4754` },
});

export const industry: FieldKind = {
  schema: Code.nullable(),
  empty: null,
  read: (cell) => {
    const value = industryCodeOf(cell);
    return value === null ? unknown(cell) : { value };
  },
  write: (value: string | null) => (value === null ? '' : sayIndustry(value)),
};

// Names of the standard hold 、 and ，, so codes with their names are split by ；first.
const partsOf = (cell: string): string[] => {
  const parts = cell
    .split(/[；;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.flatMap((part) => (industryCodeOf(part) === null ? splitWords(part) : [part]));
};

export const industries: FieldKind = {
  schema: z.array(Code).max(30),
  empty: [],
  read: (cell) => {
    const parts = partsOf(cell);
    const found = parts.map(industryCodeOf);
    const at = found.indexOf(null);
    return at === -1 ? { value: [...new Set(found)] } : unknown(parts[at] ?? cell);
  },
  write: (value: readonly string[]) => value.map(sayIndustry).join('；'),
};
