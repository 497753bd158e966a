import { Decimal } from 'decimal.js';
import { implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { ruleOperations } from '../evaluation/operations.ts';
import { outcomeOperations } from '../evaluation/outcome-operations.ts';
import { deliveryOperations } from '../projects/delivery-operations.ts';
import { type PortfolioProject, portfolioOperations } from '../projects/portfolio-operations.ts';
import { lineOf, projectOf, type Reading } from './context.service.ts';
import { isFollowedUp } from './lamps.ts';
import { qualificationOperations } from './promise-operations.ts';

const edition = { ruleId: 'qualification', edition: 'heilongjiang-2011' } as const;
const keyLists = ['province', 'top-hundred', 'city', 'county'];

const isOn = ({ lists }: PortfolioProject, wanted: readonly string[], year: number) =>
  lists.some(({ list, year: of }) => wanted.includes(list) && of === year);

/** What the edition says of each project, by the investment in the register. */
async function standingsOf({ ask }: Reading, unitPath: string | undefined, projects: readonly PortfolioProject[]) {
  const subjects = projects.map(({ investment, hasOfficer }) => ({
    investment: new Decimal(investment ?? 0).div(10_000).toFixed(),
    'has-officer': hasOfficer,
  }));
  const { outcomes } = await ask(outcomeOperations['rules.outcomes'], { ...edition, unitPath, subjects });
  return outcomes.map(({ standing }) => (standing !== undefined && 'word' in standing ? standing.word : 'ordinary'));
}

async function suggest(context: Reading, unitPath: string | undefined, year: number) {
  const { label } = await context.ask(ruleOperations['rules.show'], edition);
  const { projects: all } = await context.ask(portfolioOperations['projects.portfolio'], { unitPath });
  const projects = all.filter((project) => isFollowedUp(project) && project.investment !== null);
  const standings = await standingsOf(context, unitPath, projects);
  const suggestions = projects.flatMap((project, i) => {
    const standing = standings[i];
    if (standing !== 'train' && standing !== 'candidate') return [];
    const lists = [
      ...(isOn(project, keyLists, year) ? [] : (['county'] as const)),
      ...(standing === 'train' && !isOn(project, ['express'], year) ? (['express'] as const) : []),
    ];
    const line = lineOf(project.id, project.unitPath, new Map([[project.id, project]]));
    const { investment, hasOfficer } = project;
    return lists.map((list) => ({ project: line, investment: investment ?? '0', standing, list, hasOfficer }) as const);
  });
  suggestions.sort((a, b) => new Decimal(b.investment).comparedTo(a.investment) || (a.list < b.list ? -1 : 1));
  return { year, edition: { ...edition, label }, suggestions };
}

const reasons = {
  express: '总投资5亿元以上，列入直通车',
  other: '总投资1亿元以上，列入重点项目',
} as const;

export const qualificationService: Service = implement(qualificationOperations, {
  'qualification.suggest': (context, { unitPath, year = Number(context.today.slice(0, 4)) }) =>
    suggest(context, unitPath, year),

  'qualification.accept': async (context, { projectId, list, year: asked, reason, officer, officerUnit }) => {
    const year = asked ?? Number(context.today.slice(0, 4));
    const project = await projectOf(context, projectId);
    const [standing] = await standingsOf(context, project.unitPath, [project]);
    if (standing === 'ordinary' || (list === 'express' && standing !== 'train'))
      throw new Problem('invalid-input', {
        count: 1,
        issues: '总投资没有达到该清单的门槛 (its total investment is below the threshold of the list)',
      });
    if (list === 'express' && !project.hasOfficer && officer === null)
      throw new Problem('facts-missing', { action: '列入直通车 express way', facts: '直通车专人 officer' });
    const because = reason ?? (list === 'express' ? reasons.express : reasons.other);
    await context.tell(deliveryOperations['delivery.list'], { id: projectId, list, year, reason: because });
    if (officer !== null)
      await context.tell(deliveryOperations['delivery.assign'], {
        id: projectId,
        role: 'express-officer',
        person: officer,
        personUnit: officerUnit,
      });
    const line = lineOf(projectId, project.unitPath, new Map([[projectId, project]]));
    return { project: line, list, year, hasOfficer: project.hasOfficer || officer !== null };
  },
});
