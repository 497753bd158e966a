import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { OfficialDocument } from '../../core/publication/document.ts';
import { characterPitch, fonts, linePitch, markSize, sizes } from '../../core/publication/layout.ts';
import { installedFamilies } from './font-names.ts';
import { printedBlocks, printedHead } from './printed.ts';

const shippedFonts = join(import.meta.dirname, 'fonts');
const template = readFileSync(join(import.meta.dirname, 'gongwen.typ'), 'utf8');

type FontKey = keyof typeof fonts;
const boldStandIns: readonly FontKey[] = ['title', 'heading'];

/** For each kind of text the real font, where the folder has it, before the one we ship. */
function fontChoice(installed: ReadonlySet<string>) {
  const keys = Object.keys(fonts) as FontKey[];
  return Object.fromEntries(
    keys.map((key) => {
      const { named, shipped } = fonts[key];
      const real = named.find((name) => installed.has(name));
      const weight = real === undefined && boldStandIns.includes(key) ? 700 : 400;
      return [key, { family: real === undefined ? [shipped] : [real, shipped], weight }];
    }),
  );
}

/** Sets documents as PDF; `fontFolder` may hold 仿宋, 小标宋, 黑体 and 楷体 that the office has a licence for. */
function printerWith(fontFolder: string | null) {
  const folders = fontFolder === null ? [shippedFonts] : [shippedFonts, fontFolder];
  // An empty folder: the template can read nothing of the machine.
  const workspace = mkdtempSync(join(tmpdir(), 'lantu-typst-'));
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: folders }] });
  const choice = fontChoice(fontFolder === null ? new Set() : installedFamilies(fontFolder));
  return (document: OfficialDocument): Uint8Array => {
    const data = {
      document: printedHead(document),
      blocks: printedBlocks(document),
      fonts: choice,
      layout: { ...sizes, character: characterPitch, line: linePitch, mark: markSize(document.issuer ?? '') },
    };
    try {
      return compiler.pdf({ mainFileContent: template, inputs: { data: JSON.stringify(data) } });
    } finally {
      compiler.evictCache(10);
    }
  };
}

const printers = new Map<string | null, ReturnType<typeof printerWith>>();

/** A printer is made once for each font folder: reading the fonts takes longer than setting a document. */
export function writePdf(document: OfficialDocument, fontFolder: string | null = null): Uint8Array {
  const printer = printers.get(fontFolder) ?? printerWith(fontFolder);
  printers.set(fontFolder, printer);
  return printer(document);
}
