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

/** Whether the text at a place is a name but for one or two characters that are easily taken for each other. */
export function isMisspelledAt(text: string, start: number, name: string): boolean {
  if (start < 0 || start + name.length > text.length || name.length < 4) return false;
  let differences = 0;
  for (let i = 0; i < name.length; i++) {
    const [seen, meant] = [text[start + i] as string, name[i] as string];
    if (seen === meant) continue;
    if (++differences > 2 || !confusable(seen, meant)) return false;
  }
  return differences > 0 && name.length - differences >= 2;
}
