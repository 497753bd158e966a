import { posix } from 'node:path';
import type { Limits } from './limits.ts';
import { walkXml } from './xml.ts';
import type { Package } from './zip.ts';

export interface Relation {
  readonly id: string;
  /** The last word of the type, the same in both editions of the standard: “styles”, “worksheet”. */
  readonly type: string;
  /** Path within the package. */
  readonly target: string;
}

/** Where the relations of a part are kept; the package's own for ''. */
export const relationsPath = (part: string): string =>
  posix.join(posix.dirname(part === '' ? '.' : part), '_rels', `${posix.basename(part)}.rels`);

export async function relationsOf(name: string, file: Package, part: string, limits: Limits): Promise<Relation[]> {
  const path = relationsPath(part);
  if (!file.has(path)) return [];
  const relations: Relation[] = [];
  walkXml(name, await file.text(path), limits, {
    open(tag, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      // What lies outside the package is never fetched.
      if (tag !== 'Relationship' || mode === 'External') return;
      const absolute = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target);
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: absolute });
    },
  });
  return relations;
}

export const targetOf = (relations: readonly Relation[], type: string): string | null =>
  relations.find((relation) => relation.type === type)?.target ?? null;
