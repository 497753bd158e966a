import { createHash } from 'node:crypto';
import type { OfficialDocument } from '../../core/publication/document.ts';

/** The writers by format, each loaded when it is first wanted: the PDF engine takes half a second. */
export const publishing = (fontFolder: string | null = process.env.LANTU_FONTS ?? null) => ({
  docx: async (document: OfficialDocument): Promise<Uint8Array> => (await import('./docx.ts')).writeDocx(document),
  pdf: async (document: OfficialDocument): Promise<Uint8Array> =>
    (await import('./pdf.ts')).writePdf(document, fontFolder),
  xlsx: async (document: OfficialDocument): Promise<Uint8Array> =>
    (await import('./tables-xlsx.ts')).writeTables(document),
  sha256: (text: string): string => createHash('sha256').update(text).digest('hex'),
});
