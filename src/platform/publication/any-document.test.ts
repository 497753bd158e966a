import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnyFile } from '../../app/read.ts';
import { type DocumentBlock, emptyDocument, type OfficialDocument } from '../../core/publication/document.ts';
import { writeDocx } from './docx.ts';
import { writePdf } from './pdf.ts';
import { writeTables } from './tables-xlsx.ts';

const text = fc.string({ unit: 'binary', maxLength: 40 });
const words = text.map((each) => `字${each}`);
const maybe = fc.option(words, { nil: null });
const inline = fc.array(fc.oneof(text, fc.record({ text, source: fc.constant({ kind: 'fact' as const, id: 'f' }) })), {
  maxLength: 4,
});
const block: fc.Arbitrary<DocumentBlock> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 4 }), content: inline }),
  fc.record({ kind: fc.constant('paragraph' as const), content: inline }),
  fc.record({
    kind: fc.constant('table' as const),
    title: maybe,
    unit: maybe,
    columns: fc.array(fc.record({ head: text, align: fc.constantFrom('left', 'center', 'right') }), {
      minLength: 1,
      maxLength: 5,
    }),
    rows: fc.array(fc.array(inline, { maxLength: 6 }), { maxLength: 5 }),
    notes: fc.array(words, { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('chart' as const),
    title: maybe,
    unit: maybe,
    bars: fc.array(
      fc.record({
        label: text,
        value: fc.oneof(text, fc.constantFrom('Infinity', 'NaN', '-1e999', '−2.5', '1,234'), fc.double().map(String)),
      }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  }),
);
const document: fc.Arbitrary<OfficialDocument> = fc
  .record({
    issuer: maybe,
    number: maybe,
    signer: maybe,
    secrecy: maybe,
    addressees: maybe,
    signature: maybe,
    note: maybe,
    copiesTo: maybe,
    printedBy: maybe,
    date: fc.constantFrom('2026-03-05', null),
    blocks: fc.array(block, { maxLength: 6 }),
    attachments: fc.array(words, { maxLength: 3 }),
  })
  .map((elements) => ({ ...emptyDocument, title: '通知', ...elements }));

test('whatever is typed into whatever element, all three files come out', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(document, async (each) => {
      const files = [writePdf(each), await writeDocx(each), await writeTables(each)];
      expect(files.map(({ length }) => length > 1000)).toEqual([true, true, true]);
      for (const [name, bytes] of [
        ['a.docx', files[1]],
        ['a.xlsx', files[2]],
      ] as const)
        expect((await readAnyFile(name, bytes as Uint8Array)).document.text.length).toBeGreaterThan(0);
    }),
    { numRuns: 40 },
  );
});
