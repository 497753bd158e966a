import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesAsParagraphs } from '../../../test/lines-as-paragraphs.ts';
import { planAsDocx } from '../../../test/sample-plan.ts';
import { docxOf } from '../../../test/zip-of.ts';
import { annotateDocx, type Note } from './docx-comments.ts';
import { defaultLimits } from './limits.ts';
import { readFile } from './read-file.ts';
import { walkXml } from './xml.ts';
import { openPackage } from './zip.ts';

const open = (bytes: Uint8Array) => openPackage('a.docx', bytes, defaultLimits);
const textOf = async (bytes: Uint8Array) => (await readFile('a.docx', bytes, { layOutText: linesAsParagraphs })).text;
const noteOn = (text: string, words: string, remark = '请核对'): Note => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, text: remark, author: '蓝图' };
};

/** The words between the two marks of each comment, in the order of their numbers. */
function commentedWords(xml: string): string[] {
  const words: string[] = [];
  const opened = new Set<number>();
  let isText = false;
  walkXml('a', xml, defaultLimits, {
    open(tag, { id }) {
      isText = tag === 't';
      if (tag === 'commentRangeStart') opened.add(Number(id));
      if (tag === 'commentRangeEnd') opened.delete(Number(id));
    },
    text(text) {
      if (isText) for (const id of opened) words[id] = (words[id] ?? '') + text;
    },
    close() {
      isText = false;
    },
  });
  return words;
}

describe('a DOCX with the findings as comments', () => {
  test('has each comment at its words, also within a run, over runs and in a table', async () => {
    const bytes = await planAsDocx();
    const text = await textOf(bytes);
    const words = ['186.4亿元', '年均增长9.2%', '云帆锂电池正极材料项目', '规划期内实施重点项目4个，总投资57.8亿元。'];
    const file = await open(
      await annotateDocx(
        'a.docx',
        bytes,
        words.map((each) => noteOn(text, each)),
      ),
    );
    expect(commentedWords(await file.text('word/document.xml'))).toEqual(words);
  });

  test('reads as before and changes no other part', async () => {
    const bytes = await planAsDocx();
    const annotated = await annotateDocx('a.docx', bytes, [noteOn(await textOf(bytes), '800亩左右')]);
    expect(await textOf(annotated)).toBe(await textOf(bytes));
    const [before, after] = [await open(bytes), await open(annotated)];
    const changed = ['[Content_Types].xml', 'word/document.xml', 'word/_rels/document.xml.rels', 'word/comments.xml'];
    for (const path of before.paths)
      if (!changed.includes(path)) expect(await after.bytes(path)).toEqual(await before.bytes(path));
    expect(after.paths.filter((path) => !before.has(path))).toEqual(
      before.has('word/comments.xml') ? [] : ['word/comments.xml'],
    );
  });

  test('keeps the comments that are there and counts on from them', async () => {
    const body =
      '<w:p><w:commentRangeStart w:id="4"/><w:r><w:t>总投资</w:t></w:r><w:commentRangeEnd w:id="4"/><w:r><w:t>12亿元</w:t></w:r></w:p>';
    const comments = '<w:comment w:id="4" w:author="张"><w:p/></w:comment>';
    const bytes = await docxOf(body, { comments });
    const file = await open(
      await annotateDocx('a.docx', bytes, [noteOn('总投资12亿元\n', '12亿元', '投资 <过高> & 无依据\n第二行')]),
    );
    const xml = await file.text('word/comments.xml');
    expect(xml).toContain('w:id="4" w:author="张"');
    expect(xml).toContain('<w:comment w:id="5" w:author="蓝图"');
    expect(xml).toContain('投资 &lt;过高&gt; &amp; 无依据');
    expect(commentedWords(await file.text('word/document.xml'))[5]).toBe('12亿元');
  });

  test('cuts a run with entities at the right character and keeps its look', async () => {
    const run = '<w:r><w:rPr><w:b/></w:rPr><w:t>A&amp;B&#8805;30家</w:t></w:r>';
    const bytes = await docxOf(`<w:p>${run}</w:p>`);
    const file = await open(await annotateDocx('a.docx', bytes, [noteOn('A&B≥30家', '30')]));
    const xml = await file.text('word/document.xml');
    expect(commentedWords(xml)).toEqual(['30']);
    expect(xml.match(/<w:rPr><w:b\/><\/w:rPr>/g)).toHaveLength(3);
  });

  test('puts a remark on a text box beside the run that holds it', async () => {
    const box =
      '<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框内30亿元</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>';
    const bytes = await docxOf(`<w:p><w:r><w:t>正文</w:t></w:r>${box}</w:p>`);
    const xml = await (await open(await annotateDocx('a.docx', bytes, [noteOn(await textOf(bytes), '30亿元')]))).text(
      'word/document.xml',
    );
    expect(xml).toMatch(/<\/w:pict><\/w:r><w:commentRangeStart w:id="0"\/><w:commentRangeEnd/);
  });

  test('holds any number of overlapping remarks without losing a character', async () => {
    const bytes = await planAsDocx();
    const text = await textOf(bytes);
    const place = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 60 }));
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 12 }), async (places) => {
        const notes = places.map(([start, length], i) => ({
          start,
          end: Math.min(text.length, start + length),
          text: `${i}`,
          author: '蓝图',
        }));
        const annotated = await annotateDocx('a.docx', bytes, notes);
        expect(await textOf(annotated)).toBe(text);
        const xml = await (await open(annotated)).text('word/document.xml');
        for (const mark of ['commentRangeStart', 'commentRangeEnd', 'commentReference'])
          expect(xml.split(`<w:${mark} `)).toHaveLength(places.length + 1);
      }),
      { numRuns: 40 },
    );
  });
});
