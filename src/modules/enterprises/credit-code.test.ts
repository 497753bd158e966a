import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CreditCode, checkCharacter } from './credit-code.ts';

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const body = fc
  .array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 })
  .map((letters) => letters.join(''));

describe('unified social credit code', () => {
  test('the example of the standard holds', () => {
    expect(CreditCode.parse('91350100M000100Y43')).toBe('91350100M000100Y43');
    expect(CreditCode.parse(' 91350100m000100y43 ')).toBe('91350100M000100Y43');
  });

  test('letters that are mistaken for digits are not in it', () => {
    for (const letter of 'IOSVZ') expect(CreditCode.safeParse(`9135010${letter}M000100Y43`).success).toBe(false);
  });

  test('one wrong character is always found', () => {
    fc.assert(
      fc.property(body, fc.nat(17), fc.constantFrom(...alphabet), (start, at, other) => {
        const code = `${start}${checkCharacter(start)}`;
        const wrong = code.slice(0, at) + other + code.slice(at + 1);
        expect(CreditCode.safeParse(code).success).toBe(true);
        expect(CreditCode.safeParse(wrong).success).toBe(wrong === code);
      }),
    );
  });

  test('two neighbours that changed places are always found', () => {
    fc.assert(
      fc.property(body, fc.nat(15), (start, at) => {
        const code = `${start}${checkCharacter(start)}`;
        const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        expect(CreditCode.safeParse(swapped).success).toBe(swapped === code);
      }),
    );
  });
});
