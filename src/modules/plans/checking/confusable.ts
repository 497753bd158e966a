import groups from './confusable.json' with { type: 'json' };

const partners = new Map<string, Set<string>>();
for (const group of [...groups.sound, ...groups.shape])
  for (const char of group) {
    const known = partners.get(char) ?? new Set();
    for (const other of group) if (other !== char) known.add(other);
    partners.set(char, known);
  }

/** Whether one character is easily typed or read for the other. */
export const confusable = (a: string, b: string): boolean => partners.get(a)?.has(b) ?? false;

/** Equal length, differing only where one character is easily taken for the other — at most twice. */
export function isMisspelling(a: string, b: string): boolean {
  if (a === b || a.length !== b.length || a.length < 4) return false;
  let differences = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    differences++;
    if (differences > 2 || !confusable(a[i] as string, b[i] as string)) return false;
  }
  return differences === 1 || a.length - differences >= 2;
}
