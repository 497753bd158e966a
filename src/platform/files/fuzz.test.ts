import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { linesAsParagraphs } from '../../../test/lines-as-paragraphs.ts';
import { hasChromium, printPdf } from '../../../test/print-pdf.ts';
import { planAsDocx, planAsHtml, planAsMarkdown, planAsXlsx } from '../../../test/sample-plan.ts';
import { zipOf } from '../../../test/zip-of.ts';
import { Problem } from '../../core/problem.ts';
import { defaultLimits } from './limits.ts';
import { readFile } from './read-file.ts';
import { openPackage } from './zip.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const sources = {
  docx: planAsDocx,
  xlsx: planAsXlsx,
  html: async () => utf8(planAsHtml()),
  md: async () => utf8(planAsMarkdown()),
  pdf: () => printPdf(planAsHtml()),
} as const;

/** A document whose places hold, or a refusal in two languages; anything else is a crash. */
async function readsOrRefuses(name: string, bytes: Uint8Array): Promise<void> {
  try {
    const { text, blocks } = await readFile(name, bytes, { layOutText: linesAsParagraphs });
    for (const { start, end } of blocks) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).label.zh).not.toMatch(/\{\w+\}/);
  }
}

describe.each(Object.keys(sources) as (keyof typeof sources)[])('a damaged %s', (format) => {
  const skips = format === 'pdf' && !hasChromium;
  const numRuns = format === 'pdf' ? 12 : 60;
  let whole = new Uint8Array();
  beforeAll(async () => {
    if (!skips) whole = new Uint8Array(await sources[format]());
  }, 90_000);

  test.skipIf(skips)('that is cut off is read or refused', { timeout: 120_000 }, async () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    await fc.assert(
      fc.asyncProperty(share, (part) => readsOrRefuses(`a.${format}`, whole.slice(0, Math.floor(part * whole.length)))),
      { numRuns },
    );
  });

  test.skipIf(skips)('with wrong bytes in it is read or refused', { timeout: 120_000 }, async () => {
    const change = fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const bytes = whole.slice();
        for (const [part, byte] of changes) bytes[Math.floor(part * bytes.length)] = byte;
        await readsOrRefuses(`a.${format}`, bytes);
      }),
      { numRuns },
    );
  });
});

/** The checksums of a ZIP catch most damage, so its parts are damaged before they are packed. */
describe.each(['docx', 'xlsx'] as const)('wrong characters in the parts of a %s', (format) => {
  test('are read or refused', { timeout: 120_000 }, async () => {
    const file = await openPackage('a', await sources[format](), defaultLimits);
    const path = format === 'docx' ? 'word/document.xml' : 'xl/worksheets/sheet1.xml';
    const parts: Record<string, Uint8Array> = {};
    for (const each of file.paths) parts[each] = await file.bytes(each);
    const xml = await file.text(path);
    const words = fc.constantFrom(
      '<',
      '>',
      '"',
      '</w:p>',
      '<w:tc>',
      '</w:tbl>',
      '<w:p>',
      '&#0;',
      '&x;',
      '-1',
      '99999999',
      '</c>',
      '<row>',
      'r="ZZZ1"',
      '</w:r>',
      '<w:del/>',
    );
    const change = fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 30 }), words);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        let damaged = xml;
        for (const [part, length, word] of changes) {
          const at = Math.floor(part * damaged.length);
          damaged = damaged.slice(0, at) + word + damaged.slice(at + length);
        }
        await readsOrRefuses(`a.${format}`, await zipOf({ ...parts, [path]: damaged }));
      }),
      { numRuns: 80 },
    );
  });

  test('are read or refused where only figures and names change', { timeout: 120_000 }, async () => {
    const file = await openPackage('a', await sources[format](), defaultLimits);
    const parts: Record<string, string> = {};
    for (const each of file.paths) parts[each] = await file.text(each);
    const value = fc.constantFrom('-1', '0', '65536', '4294967296', '1e9', 'NaN', '', 'restart', 'A0', 'XFE1');
    await fc.assert(
      fc.asyncProperty(fc.nat(5000), value, async (nth, words) => {
        let seen = 0;
        const changed = Object.fromEntries(
          Object.entries(parts).map(([path, xml]) => [
            path,
            xml.replace(/"([\w:]+)"/g, (whole) => (seen++ % 997 === nth % 997 ? `"${words}"` : whole)),
          ]),
        );
        await readsOrRefuses(`a.${format}`, await zipOf(changed));
      }),
      { numRuns: 80 },
    );
  });
});
