import type { Answers } from './form-modal.tsx';

/** What was typed into a field of text; nothing typed is the empty text. */
export const textOf = (value: Answers[string]): string => (typeof value === 'string' ? value.trim() : '');

export const textOrNull = (value: Answers[string]): string | null => textOf(value) || null;
