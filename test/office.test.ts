import { expect, test } from 'vitest';
import { annotateDocx } from '../src/platform/files/docx-comments.ts';
import { readFile } from '../src/platform/files/read-file.ts';
import { linesAsParagraphs } from './lines-as-paragraphs.ts';
import { hasOffice, savedBy } from './office-program.ts';
import { planAsDocx, planAsXlsx } from './sample-plan.ts';

const options = { layOutText: linesAsParagraphs };

test.skipIf(!hasOffice)(
  'an office program opens the DOCX with comments and keeps them',
  { timeout: 120_000 },
  async () => {
    const bytes = await planAsDocx();
    const { text } = await readFile('plan.docx', bytes, options);
    const start = text.indexOf('186.4亿元');
    const note = { start, end: start + 7, text: '与附表不一致，请核对', author: '蓝图' };
    const saved = await savedBy('plan.docx', await annotateDocx('plan.docx', bytes, [note]), 'fodt');
    const xml = new TextDecoder().decode(saved);
    expect(xml).toMatch(
      /<office:annotation [^>]*>.*?与附表不一致，请核对.*?<\/office:annotation>186\.4亿元<office:annotation-end/s,
    );
  },
);

test.skipIf(!hasOffice)(
  'a workbook reads the same after an office program saved it',
  { timeout: 120_000 },
  async () => {
    const bytes = await planAsXlsx();
    const saved = await savedBy('plan.xlsx', bytes, 'xlsx');
    expect((await readFile('plan.xlsx', saved, options)).text).toBe((await readFile('plan.xlsx', bytes, options)).text);
  },
);
