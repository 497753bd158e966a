import type * as z from 'zod';
import type { Reader } from '../../core/database.ts';
import { type Context, implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { figuresOf, signedText } from '../../core/publication/document.ts';
import { sourceKey } from '../../core/publication/freeze.ts';
import { enterpriseOperations } from '../enterprises/operations.ts';
import type { Observation } from '../indicators/observation.ts';
import { originOperations } from '../indicators/origin-operations.ts';
import { parkOperations } from '../parks/operations.ts';
import { parentOf } from '../people/unit.ts';
import { unitOperations } from '../people/unit-operations.ts';
import { projectOperations } from '../projects/operations.ts';
import { projectStages } from '../projects/register.ts';
import { submissionOperations } from '../reports/submission-operations.ts';
import type { About } from './bulletin.ts';
import { currentFigures } from './current.service.ts';
import { type ParksPlace, type Place, placeOf, type RollupPlace } from './figure-source.ts';
import { projectsOf, remarksOf, reportsOf } from './monthly.service.ts';
import { lastDayOf } from './monthly-data.ts';
import { bulletinOriginOperations, type FigureOrigin, type Witness } from './origin-operations.ts';
import * as store from './store.ts';

type Reading = Context<Reader>;
type Input = z.output<(typeof bulletinOriginOperations)['bulletins.origin']['input']>;
type Found = Omit<FigureOrigin, 'printed' | 'now'>;
type Rollup = z.output<(typeof originOperations)['rollups.origin']['output']>;

const nothing: Found = {
  title: '',
  formula: null,
  parts: [],
  table: [],
  observations: [],
  total: 0,
  next: null,
  facts: [],
  links: [],
};

/** Names of subjects as they were at the end of the period. */
async function namesOf({ ask }: Reading, on: string, rows: readonly Pick<Observation, 'subjectKind' | 'subjectId'>[]) {
  const { units } = await ask(unitOperations['units.list'], { on });
  const names = new Map(units.map(({ unitPath, name }) => [unitPath as string, name]));
  const registers = {
    park: parkOperations['parks.names'],
    project: projectOperations['projects.names'],
    enterprise: enterpriseOperations['enterprises.names'],
  } as const;
  for (const [kind, operation] of Object.entries(registers)) {
    const ids = [...new Set(rows.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId))];
    if (ids.length === 0) continue;
    const { known } = await ask(operation, { on, ids: ids.join(',') });
    for (const { id, name } of known) names.set(id, name);
  }
  return (id: string): string => names.get(id) ?? id;
}

const reportOf = ({ provenance }: Pick<Observation, 'provenance'>): Witness['report'] =>
  provenance.kind === 'form' ? { reportId: provenance.submission, form: provenance.form, cell: provenance.cell } : null;

const reportLink = (reportId: string, cell: string) => ({
  label: { zh: '打开报表', en: 'Open the report' },
  to: `/reports/show?${new URLSearchParams({ reportId, cell })}`,
});

async function ofRollup(
  context: Reading,
  place: RollupPlace | ParksPlace,
  about: About | null,
  input: Input,
): Promise<Found> {
  const { period, indicatorId, measure, industry } = place;
  const page = { part: input.part, after: input.after, limit: input.limit };
  const asked =
    place.kind === 'parks'
      ? {
          by: 'park' as const,
          unitPath: about?.unitPath,
          ...(about?.parks?.ids ? { parkIds: about.parks.ids.join(',') } : {}),
          ...(place.parkId === null ? {} : { subjectId: place.parkId }),
        }
      : {
          unitPath: place.depth === 0 ? place.unitPath : (parentOf(place.unitPath) ?? place.unitPath),
          subjectId: place.unitPath,
          subjectKind: place.subjectKind,
          level: place.level,
        };
  const found: Rollup = await context.ask(originOperations['rollups.origin'], {
    ...asked,
    ...page,
    period,
    indicatorId,
    measure,
    industry,
  });
  const parks = found.table.map(({ subjectId }) => ({
    subjectKind: place.kind === 'parks' ? ('park' as const) : ('unit' as const),
    subjectId,
  }));
  const own =
    place.kind === 'parks' && place.parkId !== null ? [{ subjectKind: 'park' as const, subjectId: place.parkId }] : [];
  const name = await namesOf(context, lastDayOf(period), [...found.observations, ...parks, ...own]);
  const whose =
    place.kind === 'rollup'
      ? name(place.unitPath)
      : place.parkId === null
        ? (about?.parks?.name ?? '所列园区')
        : name(place.parkId);
  return {
    ...nothing,
    title: `${whose} ${found.label.zh} ${period}`,
    formula: found.formula,
    parts: found.parts,
    table: found.table
      .map((row) => ({ ...row, name: name(row.subjectId) }))
      .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity)),
    observations: found.observations.map((row) => ({
      ...row,
      subjectName: name(row.subjectId),
      unitName: name(row.unitPath),
      report: reportOf(row),
    })),
    total: found.total,
    next: found.next,
  };
}

const measured = {
  name: { zh: '名称', en: 'Name' },
  late: { zh: '期末日期 − 计划开工日期', en: 'end of the period less the planned start' },
  planned: { zh: '登记册中的年度计划', en: 'plan of the year in the register' },
  completed: { zh: '审定的累计完成投资', en: 'completed since January, as approved' },
  completion: { zh: '累计完成 ÷ 年度计划', en: 'completed over the plan of the year' },
  ahead: { zh: '累计完成 ÷ 年度计划 − 序时进度', en: 'completed over the plan, less the share due by now' },
} as const;

async function ofProject(context: Reading, place: Extract<Place, { kind: 'project' }>, period: string): Promise<Found> {
  const record = await context.ask(projectOperations['projects.show'], { id: place.id });
  const version = record.versions.findLast(({ validFrom }) => validFrom <= place.on) ?? record.versions[0];
  const data = (version?.data ?? {}) as { stage?: keyof typeof projectStages; startOn?: string; name?: string };
  const { values } = await context.ask(originOperations['observations.values'], {
    unitPath: record.unitPath,
    subjectKind: 'project',
    indicatorId: 'project.completed-investment',
    period,
    accumulation: 'cumulative',
  });
  const completed = values.find(({ subjectId }) => subjectId === place.id);
  const facts = [
    { label: { zh: '目前阶段', en: 'Stage' }, text: data.stage === undefined ? '' : projectStages[data.stage].zh },
    { label: { zh: '计划开工日期', en: 'Planned start' }, text: data.startOn ?? '' },
    { label: { zh: '累计完成投资（元）', en: 'Completed (yuan)' }, text: completed?.value ?? '' },
    {
      label: { zh: '登记', en: 'Recorded' },
      text: version === undefined ? '' : `${version.by} ${version.at.slice(0, 10)}`,
    },
  ].filter(({ text }) => text !== '');
  const link = { label: { zh: '打开项目', en: 'Open the project' }, to: `/projects?record=${place.id}` };
  return {
    ...nothing,
    title: data.name ?? '',
    formula: place.what === 'name' ? null : measured[place.what],
    facts,
    links: [link],
  };
}

async function ofProjects(
  context: Reading,
  place: Extract<Place, { kind: 'projects' }>,
  about: About,
  period: string,
): Promise<Found> {
  const { notStarted, behind } = await projectsOf(context, period, { ...about, indicatorIds: null });
  const listed = place.what === 'behind' ? behind : notStarted;
  const label = { zh: '项目', en: 'Project' };
  return {
    ...nothing,
    title: place.what === 'behind' ? '慢于序时进度的在建项目' : '未按计划开工的项目',
    formula:
      place.what === 'behind'
        ? { zh: '在建且累计完成÷年度计划小于序时进度的项目数', en: 'projects under way slower than the calendar' }
        : {
            zh: '计划开工日期已到、阶段尚在开工之前的项目数',
            en: 'projects whose planned start has passed and that stand before it',
          },
    facts: listed.map(({ name, startOn }) => ({
      label,
      text: place.what === 'behind' ? name : `${name}（${startOn ?? '—'}）`,
    })),
    total: listed.length,
  };
}

async function ofReports(context: Reading, place: Extract<Place, { kind: 'reports' }>, about: About): Promise<Found> {
  const states = (await reportsOf(context, place.period, { ...about, indicatorIds: null }))?.[place.what] ?? [];
  return {
    ...nothing,
    title: place.what === 'missing' ? '应报送而未报送的报表' : '逾期报送的报表',
    formula: { zh: '报送情况表中的张数', en: 'reports in the table of who has reported' },
    facts: states.map(({ unitName, form }) => ({ label: { zh: unitName, en: unitName }, text: form })),
    links: [{ label: { zh: '报送情况', en: 'Who has reported' }, to: `/reports?period=${place.period}` }],
    total: states.length,
  };
}

async function ofRemark({ ask }: Reading, place: Extract<Place, { kind: 'remark' }>): Promise<Found> {
  const { summary, label, events } = await ask(submissionOperations['reports.cell'], {
    reportId: place.reportId,
    address: place.address,
  });
  return {
    ...nothing,
    title: `${summary.unitName} ${summary.formLabel.zh} ${summary.period}`,
    facts: [
      { label: { zh: '栏目', en: 'Cell' }, text: label.zh },
      ...events.map(({ byName, at, to }) => ({
        label: { zh: to, en: to },
        text: `${byName} ${at.slice(0, 16).replace('T', ' ')}`,
      })),
    ],
    links: [reportLink(place.reportId, place.address)],
  };
}

async function ofRemarks(context: Reading, place: Extract<Place, { kind: 'remarks' }>, about: About): Promise<Found> {
  const { unitPath, indicatorId, period } = place;
  const remarks = await remarksOf(context, period, { ...about, unitPath, indicatorIds: null });
  const mine = remarks.filter((remark) => remark.indicatorId === null || remark.indicatorId === indicatorId);
  const label = { zh: '反映原因', en: 'Reason given' };
  return {
    ...nothing,
    title: label.zh,
    formula: { zh: '其余各条说明的条数', en: 'how many more reasons there are' },
    facts: mine.map(({ text }) => ({ label, text })),
    total: mine.length,
  };
}

async function find(
  context: Reading,
  source: string,
  about: About | null,
  period: string | null,
  input: Input,
): Promise<Found> {
  const place = placeOf({ id: source.slice(source.indexOf(':') + 1) });
  const isListed = about !== null && period !== null;
  if (place?.kind === 'rollup' || place?.kind === 'parks') return ofRollup(context, place, about, input);
  if (place?.kind === 'project' && period !== null) return ofProject(context, place, period);
  if (place?.kind === 'projects' && isListed) return ofProjects(context, place, about, period);
  if (place?.kind === 'reports' && isListed) return ofReports(context, place, about);
  if (place?.kind === 'remarks' && about !== null) return ofRemarks(context, place, about);
  if (place?.kind === 'remark') return ofRemark(context, place);
  if (place?.kind === 'calendar')
    return {
      ...nothing,
      title: `序时进度 ${place.period}`,
      formula: { zh: '已过月数 ÷ 12', en: 'months passed over 12' },
    };
  return { ...nothing, title: source };
}

export const bulletinOriginService: Service = implement(bulletinOriginOperations, {
  'bulletins.origin': async (context, input) => {
    const { document, about, period } = await store.loadBulletin(context.db, context.actor, input.bulletinId);
    const mine = figuresOf(document).filter(({ figure }) => sourceKey(figure.source) === input.source);
    if (mine.length === 0) throw new Problem('not-found', { kind: '通报中的数字 figure', id: input.source });
    const blocks = [{ kind: 'paragraph' as const, content: mine.slice(0, 1).map(({ figure }) => figure) }];
    const current = await currentFigures(context, { ...document, blocks }, about, period);
    const printed = [...new Set(mine.map(({ figure }) => signedText(figure)))];
    const today = current.get(input.source);
    const now = today === undefined || printed.includes(today ?? '') ? null : { text: today };
    return { ...(await find(context, input.source, about, period, input)), printed, now };
  },
});
