import * as z from 'zod';

/** An office's own words, kept on its vocabulary page and used beside the shipped ones. */
export const OwnVocabulary = z.object({
  /** Indicators by the name that the office uses, with other spellings of the same. */
  indicators: z.array(z.object({ name: z.string().min(1), aliases: z.array(z.string()), unit: z.string().nullable() })),
  /** A unit the shipped table lacks: 1 name = factor × unit (“1 担 = 50 公斤”). */
  units: z.array(z.object({ name: z.string().min(1), factor: z.string(), unit: z.string() })),
  /** Names of parks, enterprises, offices and places, with their aliases. */
  names: z.array(
    z.object({
      kind: z.enum(['park', 'enterprise', 'office', 'region']),
      name: z.string().min(1),
      aliases: z.array(z.string()),
    }),
  ),
});
export type OwnVocabulary = z.infer<typeof OwnVocabulary>;

export const noOwnVocabulary: OwnVocabulary = { indicators: [], units: [], names: [] };
