import * as z from 'zod';
import { defineOperation } from '../../core/operation.ts';
import { LedgerEntryShown } from './operations.ts';

const entryId = z.uuid();
const Drawn = z.object({ object: z.string(), inspectors: z.array(z.string()) });

export const drawOperations = {
  'draws.make': defineOperation({
    summary: { zh: '双随机抽取（按公布的种子）', en: 'Draw objects and inspectors by a public seed' },
    route: 'POST /draws/:entryId',
    permission: 'ledger.write',
    input: z.object({
      entryId,
      revision: z.coerce.number().int(),
      /** Told in public: the numbers of a lottery of the day, for example. */
      seed: z.string().trim().min(1).max(200),
    }),
    output: LedgerEntryShown,
  }),

  'draws.verify': defineOperation({
    summary: { zh: '按记载的种子和名录复算抽取结果', en: 'Draw again from the seed and lists on record' },
    route: 'GET /draws/:entryId',
    permission: 'ledger.read',
    input: z.object({ entryId }),
    output: z.object({
      seed: z.string().nullable(),
      digest: z.string().nullable(),
      drawn: z.array(Drawn),
      /** Whether lists and result on record are those that the seed gives; null while nothing is drawn. */
      isSame: z.boolean().nullable(),
    }),
  }),
};
