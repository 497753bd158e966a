/** What the browser remembers of this reader's habits: language, appearance, widths. Never any content. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`lantu.${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`lantu.${key}`, value);
  } catch {
    // Private windows may refuse; the habit then lasts as long as the page.
  }
}
