import type { OfficialDocument } from '../../core/publication/document.ts';

/** Sets documents on paper; handed in by the app, since modules do not write files. */
export interface Publisher {
  docx(document: OfficialDocument): Promise<Uint8Array>;
  pdf(document: OfficialDocument): Promise<Uint8Array>;
  xlsx(document: OfficialDocument): Promise<Uint8Array>;
  sha256(text: string): string;
}

export const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
