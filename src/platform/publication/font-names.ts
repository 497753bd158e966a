import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

const familyNames: readonly number[] = [1, 16];

function readAt(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(file, buffer, 0, length, position));
}

/** OpenType, “name” table: the family names of the face that begins at an offset. */
function familiesAt(file: number, offset: number): string[] {
  const tableCount = readAt(file, offset + 4, 2).readUInt16BE();
  const directory = readAt(file, offset + 12, 16 * tableCount);
  for (let at = 0; at < directory.length; at += 16) {
    if (directory.toString('latin1', at, at + 4) !== 'name') continue;
    const table = readAt(file, directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12));
    const strings = table.readUInt16BE(4);
    return Array.from({ length: table.readUInt16BE(2) }, (_, i) => table.subarray(6 + 12 * i, 18 + 12 * i)).flatMap(
      (record) => {
        const [platform, id] = [record.readUInt16BE(0), record.readUInt16BE(6)];
        if (platform !== 3 || !familyNames.includes(id)) return [];
        const start = strings + record.readUInt16BE(10);
        const bytes = Buffer.from(table.subarray(start, start + record.readUInt16BE(8)));
        return [bytes.swap16().toString('utf16le')];
      },
    );
  }
  return [];
}

/** The family names in a font file, in every language it names them in. */
export function familiesIn(path: string): string[] {
  const file = openSync(path, 'r');
  try {
    const head = readAt(file, 0, 12);
    if (head.toString('latin1', 0, 4) !== 'ttcf') return familiesAt(file, 0);
    const faces = readAt(file, 12, 4 * head.readUInt32BE(8));
    return Array.from({ length: faces.length / 4 }, (_, i) => faces.readUInt32BE(4 * i)).flatMap((offset) =>
      familiesAt(file, offset),
    );
  } catch {
    // A damaged font is one that is not there.
    return [];
  } finally {
    closeSync(file);
  }
}

/** The families of all fonts in a folder. */
export function installedFamilies(folder: string): ReadonlySet<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ttf|otf|ttc)$/i.test(name),
  );
  return new Set(files.flatMap((name) => familiesIn(join(folder, name))));
}
