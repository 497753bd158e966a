/** What every part of promotion needs: the project that is spoken of, refusals, and the stamp of a write. */
import type { Reader, Writer } from '../../core/database.ts';
import type { Context } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { type PortfolioProject, portfolioOperations } from '../projects/portfolio-operations.ts';
import type { Owned, Stamp } from './promise.store.ts';
import type { ProjectLine } from './shapes.ts';

export type Reading = Context<Reader>;
export type Writing = Context<Writer>;

export const refused = (zh: string, en: string) => new Problem('invalid-input', { count: 1, issues: `${zh} (${en})` });
export const stampOf = ({ now, actor }: Reading): Stamp => ({ at: now, by: actor.name });

export async function projectsBy(
  { ask }: Reading,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PortfolioProject>> {
  if (ids.length === 0) return new Map();
  const { projects } = await ask(portfolioOperations['projects.portfolio'], { ids: [...new Set(ids)] });
  return new Map(projects.map((project) => [project.id, project]));
}

export async function projectOf(context: Reading, id: string): Promise<PortfolioProject> {
  const project = (await projectsBy(context, [id])).get(id);
  if (project === undefined) throw new Problem('not-found', { kind: '项目 project', id });
  return project;
}

export const ownedBy = ({ id, tenantId, unitPath }: PortfolioProject): Owned => ({ projectId: id, tenantId, unitPath });

/** A project that ended since keeps its number as its name. */
export const lineOf = (
  id: string,
  unitPath: string,
  projects: ReadonlyMap<string, Pick<PortfolioProject, 'name' | 'unitPath' | 'stage'>>,
): ProjectLine => {
  const project = projects.get(id);
  return { id, name: project?.name ?? id, unitPath: project?.unitPath ?? unitPath, stage: project?.stage ?? 'idea' };
};

export const changedMeanwhile = (name: string, { updatedBy, revision }: { updatedBy: string; revision: number }) =>
  new Problem('changed-meanwhile', { name, actor: updatedBy, revision });
