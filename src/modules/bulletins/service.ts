import type { Reader, Writer } from '../../core/database.ts';
import { type Context, implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { figuresOf, type Mark, type OfficialDocument, withoutMarked } from '../../core/publication/document.ts';
import { changesSince, frozenHash, sourceKey, strayFigures } from '../../core/publication/freeze.ts';
import { documentFromMarkdown } from '../../core/publication/markdown.ts';
import { documentToMarkdown } from '../../core/publication/markdown-writer.ts';
import { advance } from '../../core/stage-machine.ts';
import { indicatorOperations } from '../indicators/operations.ts';
import { unitOperations } from '../people/unit-operations.ts';
import { type BulletinDetail, type BulletinSummary, bulletinStages } from './bulletin.ts';
import { monthlyDocument, placeOf, printedToday } from './monthly.ts';
import { bulletinOperations } from './operations.ts';
import { mediaTypes, type Publisher } from './publisher.ts';
import * as store from './store.ts';

type Reading = Context<Reader>;
type Writing = Context<Writer>;

const summaryOf = ({ tenantId: _, ...head }: store.BulletinHead): BulletinSummary => head;

interface Content {
  readonly markdown?: string | undefined;
  readonly document?: OfficialDocument | undefined;
}

function contentOf({ markdown, document }: Content): OfficialDocument {
  if (document !== undefined) return document;
  if (markdown !== undefined) return documentFromMarkdown(markdown);
  throw new Problem('facts-missing', { action: '起草', facts: 'markdown, document' });
}

function sameRevision(bulletin: store.BulletinRow, revision: number): void {
  if (bulletin.revision === revision) return;
  const { title, updatedBy } = bulletin;
  throw new Problem('changed-meanwhile', { name: `《${title}》`, actor: updatedBy, revision: bulletin.revision });
}

function refuseStray(before: OfficialDocument, after: OfficialDocument): void {
  const stray = strayFigures(before, after);
  if (stray.length === 0) return;
  const issues = stray.map(({ was, is }) => `${was === '' ? '' : `${was} → `}${is}：数字须在其来源处更正`).join('; ');
  throw new Problem('invalid-input', { count: stray.length, issues });
}

const mostSaid = 8;
const levelsOf = (unitPath: string): number => unitPath.split('.').length;

/** The approved figures of a unit and of those one level below, and what everything is called. */
async function monthlyData({ ask, today, actor }: Reading, period: string, unitPath: string, wanted?: string[]) {
  const { units } = await ask(unitOperations['units.list'], {});
  const names = new Map(units.map(({ unitPath: path, name }) => [path as string, name]));
  const { indicators } = await ask(indicatorOperations['indicators.list'], {});
  const own = (await ask(indicatorOperations['rollups.show'], { unitPath, period, depth: 0 })).rows;
  const below = (await ask(indicatorOperations['rollups.show'], { unitPath, period, depth: 1 })).rows;
  const has = new Set(own.filter(({ known }) => known > 0).map(({ indicatorId }) => indicatorId));
  const said = indicators.filter(({ id }) => (wanted === undefined ? has.has(id) : wanted.includes(id)));
  if (said.length === 0)
    throw new Problem('not-found', { kind: '已审定数据 approved figures', id: `${unitPath} ${period}` });
  return {
    period,
    unit: { path: unitPath, name: names.get(unitPath) ?? actor.name },
    indicators: wanted === undefined ? said.slice(0, mostSaid) : said,
    own,
    below,
    nameOf: (path: string) => names.get(path) ?? path,
    today,
  };
}

/** What the figures of a document read today; those that are not made of roll-ups are not looked up. */
async function currentFigures({ ask }: Reading, document: OfficialDocument): Promise<Map<string, string | null>> {
  const current = new Map<string, string | null>();
  const { indicators } = await ask(indicatorOperations['indicators.list'], {});
  const asked = new Map<string, ReturnType<typeof rowsOf>>();
  const rowsOf = async (unitPath: string, period: string, depth: number) =>
    (await ask(indicatorOperations['rollups.show'], { unitPath, period, depth })).rows;
  for (const { figure } of figuresOf(document)) {
    const key = sourceKey(figure.source);
    const place = figure.source.kind === 'formula' ? placeOf(figure.source.id) : null;
    if (place === null || current.has(key)) continue;
    const { unitPath, period, depth, indicatorId } = place;
    const over = unitPath
      .split('.')
      .slice(0, levelsOf(unitPath) - depth)
      .join('.');
    const group = `${over} ${period} ${depth}`;
    const rows = asked.get(group) ?? rowsOf(over, period, depth);
    asked.set(group, rows);
    const row = (await rows).find((each) => each.unitPath === unitPath && each.indicatorId === indicatorId);
    const indicator = indicators.find(({ id }) => id === indicatorId);
    current.set(key, row === undefined || indicator === undefined ? null : printedToday(row, indicator, place));
  }
  return current;
}

export function bulletinService(publisher: Publisher): Service {
  const detailOf = (bulletin: store.BulletinRow): BulletinDetail => {
    const { document, hash } = bulletin;
    return {
      ...summaryOf(bulletin),
      document,
      markdown: documentToMarkdown(document),
      figures: figuresOf(document).length,
      isIntact: hash === null ? null : frozenHash(document, publisher.sha256) === hash,
    };
  };

  const begin = async ({ db, actor, newId, now, audit }: Writing, document: OfficialDocument, period?: string) => {
    const { title } = document;
    const { tenantId, unitPath } = actor;
    const who = { tenantId, unitPath, updatedAt: now, updatedBy: actor.name };
    const state = bulletinStages.first;
    const bulletin = { ...who, id: newId(), title, period: period ?? null, document, state, hash: null, revision: 1 };
    await store.saveBulletin(db, bulletin);
    audit('bulletin', bulletin.id, null, { title, state, figures: figuresOf(document).length });
    return detailOf(bulletin);
  };

  const move = async (
    { db, actor, now, audit }: Writing,
    input: { bulletinId: string; revision: number },
    action: 'edit' | 'approve' | 'publish',
    change: (bulletin: store.BulletinRow) => Partial<store.BulletinRow> = () => ({}),
  ) => {
    const before = await store.lockBulletin(db, actor, input.bulletinId);
    sameRevision(before, input.revision);
    const state = advance(bulletinStages, before.state, action, {});
    const stamp = { state, revision: before.revision + 1, updatedAt: now, updatedBy: actor.name };
    const after = { ...before, ...change(before), ...stamp };
    await store.saveBulletin(db, after);
    const said = ({ title, state: at, revision, hash }: store.BulletinRow) => ({ title, state: at, revision, hash });
    audit('bulletin', before.id, said(before), said(after));
    return detailOf(after);
  };

  return implement(bulletinOperations, {
    'bulletins.list': async ({ db, actor }) => ({
      bulletins: (await store.listBulletins(db, actor)).map(summaryOf),
    }),

    'bulletins.show': async ({ db, actor }, { bulletinId }) =>
      detailOf(await store.loadBulletin(db, actor, bulletinId)),

    'bulletins.draft': async (context, { period, ...content }) => begin(context, contentOf(content), period),

    'bulletins.draft-monthly': async (context, { period, unitPath = context.actor.unitPath, indicatorIds }) =>
      begin(context, monthlyDocument(await monthlyData(context, period, unitPath, indicatorIds)), period),

    'bulletins.edit': async (context, { bulletinId, revision, ...content }) =>
      move(context, { bulletinId, revision }, 'edit', (before) => {
        const document = contentOf(content);
        refuseStray(before.document, document);
        return { document, title: document.title };
      }),

    'bulletins.approve': async (context, input) => move(context, input, 'approve'),

    'bulletins.publish': async (context, input) =>
      move(context, input, 'publish', ({ document }) => ({ hash: frozenHash(document, publisher.sha256) })),

    'bulletins.changes': async (context, { bulletinId }) => {
      const { document } = await store.loadBulletin(context.db, context.actor, bulletinId);
      const changes = changesSince(document, await currentFigures(context, document));
      return { isUpToDate: changes.length === 0, changes };
    },

    'bulletins.export': async ({ db, actor }, { bulletinId, format, audience, ranking }) => {
      const { document } = await store.loadBulletin(db, actor, bulletinId);
      const leftOut: Mark[] = [
        ...(audience === 'public' ? (['internal'] as const) : []),
        ...(ranking === 'without' ? (['ranking'] as const) : []),
      ];
      const bytes = await publisher[format](withoutMarked(document, leftOut));
      return { name: `${document.title}.${format}`, mediaType: mediaTypes[format], bytes };
    },
  });
}
