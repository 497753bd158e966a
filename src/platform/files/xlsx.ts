import type { ReadDocument } from '../../core/document.ts';
import { Problem } from '../../core/problem.ts';
import { documentOf } from './document-of.ts';
import { damaged, type Limits } from './limits.ts';
import type { LayOutText } from './placed.ts';
import { relationsOf, targetOf } from './relations.ts';
import { textWriter } from './text-writer.ts';
import { writeSheet } from './xlsx-regions.ts';
import { formatsOf, readSheet, sharedStringsOf, type Workbook } from './xlsx-sheet.ts';
import { walkXml } from './xml.ts';
import type { Package } from './zip.ts';

interface SheetEntry {
  readonly title: string;
  readonly relation: string;
  readonly isHidden: boolean;
}

function sheetsOf(name: string, xml: string, limits: Limits): { sheets: SheetEntry[]; is1904: boolean } {
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  walkXml(name, xml, limits, {
    open(tag, attributes) {
      if (tag === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (tag !== 'sheet') return;
      const { name: title = '', id: relation = '', state = 'visible' } = attributes;
      sheets.push({ title, relation, isHidden: state !== 'visible' });
    },
  });
  return { sheets, is1904 };
}

/** Reads every visible sheet in the workbook's order, one table row per line. */
export async function readXlsx(
  name: string,
  file: Package,
  layOutText: LayOutText,
  limits: Limits,
): Promise<ReadDocument> {
  const path = targetOf(await relationsOf(name, file, '', limits), 'officeDocument') ?? 'xl/workbook.xml';
  const relations = await relationsOf(name, file, path, limits);
  const partText = async (type: string): Promise<string | null> => {
    const target = targetOf(relations, type);
    return target !== null && file.has(target) ? file.text(target) : null;
  };
  const { sheets, is1904 } = sheetsOf(name, await file.text(path), limits);
  const workbook: Workbook = {
    sharedStrings: sharedStringsOf(name, await partText('sharedStrings'), limits),
    formats: formatsOf(name, await partText('styles'), limits),
    is1904,
  };
  const writer = textWriter(name, limits);
  for (const { title, relation, isHidden } of sheets) {
    const part = relations.find(({ id }) => id === relation);
    if (isHidden || part?.type !== 'worksheet') continue;
    if (!file.has(part.target)) throw damaged(name, `${part.target} is missing`);
    writeSheet(title, readSheet(name, await file.text(part.target), workbook, limits), writer);
  }
  const text = writer.text();
  if (text.trim() === '') throw new Problem('file-empty', { name });
  return documentOf(name, 'xlsx', text, writer.placed, layOutText);
}
