import type { Reader, Writer } from '../../core/database.ts';
import type { Context } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { evidenceOperations } from './evidence-operations.ts';

interface Named {
  readonly fileId: string;
  readonly name: string;
}

/** Refuses evidence whose file was never kept, or lies outside the reach of who refers to it. */
export async function needFiles({ ask }: Context<Reader>, evidence: readonly Named[]): Promise<void> {
  if (evidence.length === 0) return;
  const ids = [...new Set(evidence.map(({ fileId }) => fileId))].join(',');
  const { files } = await ask(evidenceOperations['files.describe'], { ids });
  const known = new Set(files.map(({ fileId }) => fileId));
  const lost = evidence.filter(({ fileId }) => !known.has(fileId));
  if (lost.length > 0) throw new Problem('evidence-missing', { names: lost.map(({ name }) => name).join('、') });
}

/** Lets the units of a matter read each other's evidence: whoever answers a call shows the answer to the caller. */
export async function showFiles(
  { tell }: Context<Writer>,
  evidence: readonly Named[],
  unitPaths: readonly (string | null)[],
): Promise<void> {
  const paths = unitPaths.filter((path) => path !== null);
  if (evidence.length === 0 || paths.length < 2) return;
  await tell(evidenceOperations['files.show-to'], { ids: evidence.map(({ fileId }) => fileId), unitPaths: paths });
}
