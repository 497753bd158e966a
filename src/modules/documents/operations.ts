import * as z from 'zod';
import { Bytes, defineOperation, FileAnswer } from '../../core/operation.ts';
import { UnitPath } from '../people/unit.ts';
import { OwnVocabulary } from './own-vocabulary.ts';

const FileId = z.string().regex(/^[0-9a-f]{64}$/);

export const documentOperations = {
  'files.keep': defineOperation({
    summary: { zh: '保存文件原件', en: 'Keep the original of a file, byte for byte' },
    route: 'POST /files',
    permission: 'document.write',
    takes: 'bytes',
    input: z.object({
      name: z.string().min(1).max(255),
      mediaType: z.string(),
      bytes: Bytes,
      /** Whose file it is; left out, the own unit's. */
      unitPath: UnitPath.optional(),
    }),
    output: z.object({ fileId: FileId, size: z.int() }),
  }),

  'files.content': defineOperation({
    summary: { zh: '下载文件原件', en: 'Download the original of a file' },
    route: 'GET /files/:fileId/content',
    permission: 'document.read',
    gives: 'file',
    input: z.object({ fileId: FileId }),
    output: FileAnswer,
  }),

  'vocabulary.read': defineOperation({
    summary: { zh: '查看本单位词汇', en: "Read the office's own vocabulary" },
    route: 'GET /vocabulary',
    permission: 'document.read',
    input: z.object({}),
    output: z.object({
      words: OwnVocabulary,
      revision: z.int(),
      updatedAt: z.string().nullable(),
      updatedBy: z.string().nullable(),
    }),
  }),

  'vocabulary.save': defineOperation({
    summary: { zh: '保存本单位词汇', en: "Save the office's own vocabulary" },
    route: 'PUT /vocabulary',
    permission: 'document.write',
    input: z.object({ words: OwnVocabulary, revision: z.coerce.number().int() }),
    output: z.object({
      words: OwnVocabulary,
      revision: z.int(),
      updatedAt: z.string().nullable(),
      updatedBy: z.string().nullable(),
    }),
  }),
};
