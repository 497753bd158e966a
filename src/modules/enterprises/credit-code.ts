import * as z from 'zod';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100: the last character makes the weighted sum of all eighteen divisible by 31. */
export function checkCharacter(body: string): string | undefined {
  let weight = 1;
  let sum = 0;
  for (const character of body) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31];
}

/** 统一社会信用代码. Whoever holds a `CreditCode` holds a valid one; nobody checks it twice. */
export const CreditCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, {
    error: '统一社会信用代码为 18 位，不含 I O S V Z (18 characters without I O S V Z)',
  })
  .refine((code) => checkCharacter(code.slice(0, 17)) === code[17], {
    error: '统一社会信用代码校验位不符，请核对 (the check character does not fit)',
  });
