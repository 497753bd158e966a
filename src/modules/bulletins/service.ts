import type * as z from 'zod';
import type { Reader, Writer } from '../../core/database.ts';
import { type Context, implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { figuresOf, type Mark, type OfficialDocument, withoutMarked } from '../../core/publication/document.ts';
import { canonicalJson, changesSince, strayFigures } from '../../core/publication/freeze.ts';
import { looseNumbers } from '../../core/publication/loose-numbers.ts';
import { documentFromMarkdown } from '../../core/publication/markdown.ts';
import { documentToMarkdown } from '../../core/publication/markdown-writer.ts';
import { advance } from '../../core/stage-machine.ts';
import {
  type About,
  allRankings,
  type BulletinDetail,
  type BulletinSummary,
  bulletinStages,
  marksLeftOut,
  withoutPeople,
} from './bulletin.ts';
import { choicesOf } from './choices.service.ts';
import { currentFigures } from './current.service.ts';
import { placeOf } from './figure-source.ts';
import { listHeads } from './head.store.ts';
import { proposedHead } from './head.ts';
import { keptData, monthlyData } from './monthly.service.ts';
import { monthlyDocument } from './monthly.ts';
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

type MonthlyInput = z.output<(typeof bulletinOperations)['bulletins.draft-monthly']['input']>;

interface Begun {
  readonly document: OfficialDocument;
  readonly about?: About | null;
  readonly data?: unknown;
}

/** Which figures read otherwise today. */
const changesOf = async (context: Reading, { document, about, period }: store.BulletinRow) =>
  changesSince(document, await currentFigures(context, document, about, period));

/** The text of a period with what it was written from. */
async function monthly(
  context: Reading,
  { period, unitPath = context.actor.unitPath, parks, industry, indicatorIds }: MonthlyInput,
) {
  const data = await monthlyData(context, period, { unitPath, parks, industry, indicatorIds: indicatorIds ?? null });
  const about: About = { unitPath, parks, industry, indicatorIds: data.indicators.map(({ id }) => id) };
  const { db, actor, today } = context;
  const written = monthlyDocument(data);
  const proposed = proposedHead(await listHeads(db, actor, { about: unitPath }), today, written.signature);
  return { document: { ...written, ...proposed?.head }, about, data: keptData(data) };
}

/** What is frozen: the text with its sources, whom it shows what, and the data that it was written from. */
const frozen = ({ document, about, audiences, data }: store.BulletinRow) =>
  about === null ? document : { document, about, audiences, data };

export function bulletinService(publisher: Publisher): Service {
  const hashOf = (bulletin: store.BulletinRow): string => publisher.sha256(canonicalJson(frozen(bulletin)));

  const detailOf = (bulletin: store.BulletinRow): BulletinDetail => {
    const { document, hash, about, audiences } = bulletin;
    return {
      ...summaryOf(bulletin),
      document,
      about,
      audiences,
      markdown: documentToMarkdown(document),
      figures: figuresOf(document).length,
      loose: looseNumbers(document).length,
      isIntact: hash === null ? null : hashOf(bulletin) === hash,
    };
  };

  const begin = async (
    { db, actor, newId, now, audit }: Writing,
    { document, about = null, data = null }: Begun,
    period: string | null,
  ) => {
    const { title } = document;
    const { tenantId, unitPath } = actor;
    const who = { tenantId, unitPath, updatedAt: now, updatedBy: actor.name };
    const state = bulletinStages.first;
    const made = { id: newId(), title, period, document, about, audiences: allRankings, data };
    const bulletin: store.BulletinRow = { ...who, ...made, state, hash: null, revision: 1 };
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
    const said = ({ title, state: at, revision, hash, audiences }: store.BulletinRow) => ({
      title,
      state: at,
      revision,
      hash,
      audiences,
    });
    audit('bulletin', before.id, said(before), said(after));
    return detailOf(after);
  };

  return implement(bulletinOperations, {
    'bulletins.list': async ({ db, actor }) => ({
      bulletins: (await store.listBulletins(db, actor)).map(summaryOf),
    }),

    'bulletins.show': async ({ db, actor }, { bulletinId }) =>
      detailOf(await store.loadBulletin(db, actor, bulletinId)),

    'bulletins.draft': async (context, { period, ...content }) =>
      begin(context, { document: contentOf(content) }, period ?? null),

    'bulletins.draft-monthly': async (context, input) => begin(context, await monthly(context, input), input.period),

    'bulletins.preview-monthly': async (context, input) => {
      const { document, about } = await monthly(context, input);
      return { document, figures: figuresOf(document).length, indicatorIds: about.indicatorIds };
    },

    'bulletins.choices': choicesOf,

    'bulletins.edit': async (context, { bulletinId, revision, audiences, ...content }) =>
      move(context, { bulletinId, revision }, 'edit', (before) => {
        const shows = audiences === undefined ? {} : { audiences };
        if (audiences !== undefined && content.document === undefined && content.markdown === undefined) return shows;
        const document = contentOf(content);
        refuseStray(before.document, document);
        return { ...shows, document, title: document.title };
      }),

    'bulletins.approve': async (context, input) => move(context, input, 'approve'),

    'bulletins.publish': async (context, input) => move(context, input, 'publish', (row) => ({ hash: hashOf(row) })),

    'bulletins.changes': async (context, { bulletinId }) => {
      const changes = await changesOf(context, await store.loadBulletin(context.db, context.actor, bulletinId));
      return { isUpToDate: changes.length === 0, changes };
    },

    'bulletins.head': async ({ db, actor, today }, { bulletinId }) => {
      const { about, document } = await store.loadBulletin(db, actor, bulletinId);
      const heads = await listHeads(db, actor, { about: about?.unitPath ?? '', not: bulletinId });
      return { proposed: proposedHead(heads, today, document.signature) };
    },

    'bulletins.check': async (context, { bulletinId }) => {
      const row = await store.loadBulletin(context.db, context.actor, bulletinId);
      const placed = figuresOf(row.document);
      const unknown = placed.filter(({ figure: { source } }) => source.kind !== 'fact' && placeOf(source) === null);
      return {
        figures: placed.length,
        loose: looseNumbers(row.document),
        unknown: unknown.map(({ at, figure: { text, source } }) => ({ at, text, source })),
        changed: (await changesOf(context, row)).length,
      };
    },

    'bulletins.freshness': async (context, { ids }) => {
      const wanted = ids.split(',').filter((id) => id.length === 36);
      const rows = wanted.length === 0 ? [] : await store.loadBulletins(context.db, context.actor, wanted);
      const bulletins: { id: string; changes: number }[] = [];
      for (const row of rows)
        if (row.state === 'published') bulletins.push({ id: row.id, changes: (await changesOf(context, row)).length });
      return { bulletins };
    },

    'bulletins.export': async ({ db, actor }, { bulletinId, format, audience, ranking }) => {
      const { document, audiences } = await store.loadBulletin(db, actor, bulletinId);
      const off: readonly Mark[] = ranking === 'without' ? ['ranking'] : [];
      const shown = withoutMarked(document, [...marksLeftOut(audiences, audience), ...off]);
      const bytes = await publisher[format](audience === 'public' ? withoutPeople(shown) : shown);
      return { name: `${document.title}.${format}`, mediaType: mediaTypes[format], bytes };
    },
  });
}
