/** East Asian wide and full-width ranges (Unicode UAX #11, the blocks that Chinese documents use). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Columns that a terminal uses for a text: a Chinese character takes two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

/** Cut to at most `width` columns, with … where something is missing, and padded to exactly that. */
export function fitWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text + ' '.repeat(width - displayWidth(text));
  let fitted = '';
  for (const character of text) {
    if (displayWidth(fitted + character) > width - 1) break;
    fitted += character;
  }
  return `${fitted}…${' '.repeat(Math.max(0, width - 1 - displayWidth(fitted)))}`;
}
