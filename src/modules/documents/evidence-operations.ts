import * as z from 'zod';
import { Bytes, defineOperation } from '../../core/operation.ts';
import { UnitPath } from '../people/unit.ts';
import { evidenceKindIds } from './evidence-kinds.ts';

const FileId = z.string().regex(/^[0-9a-f]{64}$/);

/** A kept file as those who refer to it see it. */
export const DescribedFile = z.object({
  fileId: FileId,
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  unitPath: z.string(),
  at: z.string(),
  by: z.string(),
});

export const evidenceOperations = {
  'files.attach': defineOperation({
    summary: {
      zh: '上传佐证材料（按内容识别种类，可查病毒）',
      en: 'Keep a file as evidence, told by content and scanned',
    },
    route: 'POST /evidence',
    permission: 'evidence.write',
    takes: 'bytes',
    input: z.object({
      name: z.string().trim().min(1).max(255),
      bytes: Bytes,
      /** Whose file it is; left out, the own unit's. */
      unitPath: UnitPath.optional(),
      /** `strip` frees photos of what the camera wrote beside them, the place above all; other files are kept as they are. */
      metadata: z.enum(['keep', 'strip']).default('keep'),
    }),
    output: z.object({
      fileId: FileId,
      name: z.string(),
      kind: z.enum(evidenceKindIds),
      mediaType: z.string(),
      size: z.int(),
      /** False where the installation has no scanner. */
      isScanned: z.boolean(),
    }),
  }),

  'files.show-to': defineOperation({
    summary: { zh: '让共同办理的单位查阅佐证材料', en: 'Let the other units of a matter read the files of one' },
    route: 'POST /evidence/shown',
    permission: 'evidence.write',
    isInner: true,
    input: z.object({ ids: z.array(FileId).max(1000), unitPaths: z.array(UnitPath).max(20) }),
    output: z.object({}),
  }),

  'files.describe': defineOperation({
    summary: { zh: '文件的名称、大小与来历', en: 'Name, size and origin of kept files' },
    route: 'GET /evidence',
    permission: 'document.read',
    input: z.object({
      /** Joined by commas; those that are not there, or not in reach, are left out of the answer. */
      ids: z
        .string()
        .regex(/^[0-9a-f]{64}(,[0-9a-f]{64})*$/)
        .max(6500),
    }),
    output: z.object({ files: z.array(DescribedFile) }),
  }),

  'files.rules': defineOperation({
    summary: {
      zh: '佐证材料的种类、大小上限和病毒检查',
      en: 'Kinds and limits of evidence, and whether it is scanned',
    },
    route: 'GET /evidence/rules',
    permission: 'session.read',
    input: z.object({}),
    output: z.object({
      kinds: z.array(
        z.object({
          kind: z.enum(evidenceKindIds),
          label: z.object({ zh: z.string(), en: z.string() }),
          endings: z.array(z.string()),
          megabytes: z.number(),
        }),
      ),
      isScanned: z.boolean(),
    }),
  }),
};
