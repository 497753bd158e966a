import { documentFromMarkdown } from '../../core/publication/markdown.ts';
import { publishing } from './publish.ts';

export const gongwenFormats = ['docx', 'pdf', 'xlsx'] as const;
export type GongwenFormat = (typeof gongwenFormats)[number];

/** Any Markdown text as an official document: its head of file gives the elements, its body the text. */
export const setGongwen = (text: string, name: string, format: GongwenFormat): Promise<Uint8Array> =>
  publishing()[format](documentFromMarkdown(text, name.replace(/\.[^.]+$/, '')));
