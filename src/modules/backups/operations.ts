import * as z from 'zod';
import { defineOperation, FileAnswer } from '../../core/operation.ts';
import { Backup } from './backup.ts';

const Making = z.object({ name: z.string(), share: z.number().min(0).max(1) });

export const backupOperations = {
  'backups.list': defineOperation({
    summary: { zh: '备份列表', en: 'List the backups, and the one that is being made' },
    route: 'GET /backups',
    permission: 'backup.read',
    input: z.object({}),
    output: z.object({
      folder: z.string(),
      backups: z.array(Backup),
      making: Making.nullable(),
      /** Why the last one was not made. */
      failure: z.string().nullable(),
    }),
  }),

  'backups.make': defineOperation({
    summary: { zh: '立即备份', en: 'Make a backup now; the list shows how far it is' },
    route: 'POST /backups',
    permission: 'backup.write',
    input: z.object({}),
    /** The one already being made, if there is one. */
    output: Making,
  }),

  'backups.download': defineOperation({
    summary: { zh: '下载备份', en: 'Download a backup' },
    route: 'GET /backups/:name/file',
    permission: 'backup.write',
    gives: 'file',
    input: z.object({ name: z.string().max(200) }),
    output: FileAnswer,
  }),
};
