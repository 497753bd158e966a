import { expect, test } from 'vitest';
import type * as z from 'zod';
import { appOn, leader } from '../../../test/app.ts';
import { docxDifferences, xlsxDifferences } from '../../../test/bulletin-figures.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import { type OfficialDocument, plainText } from '../../core/publication/document.ts';
import { sourceKey } from '../../core/publication/freeze.ts';
import type { ShownRecord } from '../../core/register/answers.ts';
import { businessPermissions } from '../people/roles.ts';
import { addUnit } from '../people/store.ts';
import type { BulletinDetail } from './bulletin.ts';
import type { bulletinOperations } from './operations.ts';
import type { FigureOrigin } from './origin-operations.ts';

const officer: Actor = { ...leader, id: 'o1', name: '周平', permissions: businessPermissions };
const invested = 'project.completed-investment';
const zones = { 'qingchuan.kfq': '青川经济开发区', 'qingchuan.gyy': '临江工业园', 'qingchuan.lg': '临港产业园' };

type Subject = { readonly unitPath?: string; readonly subjectKind?: string; readonly subjectId?: string };

async function tell(
  call: Call,
  { unitPath = 'qingchuan.kfq', ...subject }: Subject,
  period: string,
  figures: Readonly<Record<string, string>>,
  scenario = 'actual',
) {
  const values = Object.entries(figures).map(([indicatorId, typed]) => ({ indicatorId, typed }));
  await call('observations.record', { unitPath, ...subject, period, scenario, values }, officer);
  await call('observations.approve', { unitPath, period }, officer);
}

/** Three zones: this March, February and last March, and the plan of the year. */
async function county(database: Parameters<typeof appOn>[0], owner: Parameters<typeof appOn>[1]): Promise<Call> {
  const call = await appOn(database, owner);
  const unit = { tenantId: '1', regionCode: null, shortName: null, since: '2000-01-01', until: null, successor: null };
  for (const [unitPath, name] of Object.entries(zones)) await addUnit(owner, { ...unit, unitPath, kind: 'zone', name });
  const months = {
    '2025-03': [30000, 20000, 10000],
    '2026-02': [20000, 9000, 10000],
    '2026-03': [36000, 18000, 12000],
  };
  for (const [period, amounts] of Object.entries(months))
    for (const [i, unitPath] of Object.keys(zones).entries())
      await tell(call, { unitPath }, period, {
        [invested]: String(amounts[i]),
        'industry.profit': String(i + 1),
        'industry.revenue': String(10 * (3 - i)),
      });
  for (const unitPath of Object.keys(zones)) await tell(call, { unitPath }, '2026', { [invested]: '100000' }, 'plan');
  return call;
}

const project = (call: Call, data: object, since = '2026-01-01') =>
  call('projects.add', { data, since }, officer) as Promise<ShownRecord>;
const monthly = (call: Call, more: object = {}) =>
  call('bulletins.draft-monthly', { period: '2026-03', ...more }, officer) as Promise<BulletinDetail>;
const published = async (call: Call, { id, revision }: BulletinDetail) => {
  await call('bulletins.approve', { bulletinId: id, revision }, officer);
  return (await call('bulletins.publish', { bulletinId: id, revision: revision + 1 }, officer)) as BulletinDetail;
};
type Changes = z.output<(typeof bulletinOperations)['bulletins.changes']['output']>;
const changes = async (call: Call, { id }: BulletinDetail) =>
  ((await call('bulletins.changes', { bulletinId: id }, officer)) as Changes).changes;
const origin = (call: Call, { id }: BulletinDetail, source: string, more: object = {}) =>
  call('bulletins.origin', { bulletinId: id, source, ...more }, officer) as Promise<FigureOrigin>;
const textOf = ({ blocks }: Pick<OfficialDocument, 'blocks'>): string =>
  blocks
    .flatMap((block) => {
      if (block.kind === 'table') return [block.title, ...block.rows.map((row) => row.map(plainText).join('|'))];
      return block.kind === 'chart' ? [block.title] : [plainText(block.content)];
    })
    .join('\n');

test(
  'the bulletin says headline figures against the calendar, places and who moved',
  rolledBack(async (database, owner) => {
    const call = await county(database, owner);
    const { document, loose, about } = await monthly(call);
    const text = textOf(document);
    expect(text).toContain('项目完成投资66000万元，同比增长10.0%，完成年度计划的22.0%，慢于序时进度3.0个百分点。');
    expect(text).toContain('按时间进度，应完成年度计划的25.0%。');
    expect(text).toContain('青川经济开发区|36000|20.0|36.0|1|—');
    expect(text).toContain('临江工业园|18000|-10.0|18.0|2|↑1');
    expect(text).toContain('项目完成投资名次上升的有：临江工业园（1位）。');
    expect(text).toContain('项目完成投资名次下降的有：临港产业园（1位）。');
    expect(text).toMatch(/图1 2026年1—3月/);
    expect(loose).toBe(0);
    expect(about).toMatchObject({ unitPath: 'qingchuan', parks: null, industry: null });
  }),
);

test(
  'a set of parks is ranked among itself, with the names of then; merging two leaves last year’s ranking as it was',
  rolledBack(async (database, owner) => {
    const call = await county(database, owner);
    const add = (name: string) =>
      call('parks.add', { data: { name }, since: '2020-01-01' }, officer) as Promise<ShownRecord>;
    const parks = [await add('甲园'), await add('乙园'), await add('丙园')];
    for (const [i, { id }] of parks.entries())
      await tell(call, { unitPath: 'qingchuan', subjectKind: 'park', subjectId: id }, '2025-12', {
        'industry.output': String(30 - i),
      });
    const set = { ids: parks.slice(0, 2).map(({ id }) => id), name: '重点园区' };
    const lastYear = await monthly(call, { period: '2025-12', parks: set });
    expect(lastYear.title).toBe('关于2025年1—12月青川县重点园区主要指标完成情况的通报');
    const said = textOf(lastYear.document);
    expect(said).toContain('规模以上工业总产值59.00亿元');
    expect(said).toContain('甲园|30.00|');
    expect(said).not.toContain('丙园');
    const whole = await published(call, await monthly(call, { period: '2025-12', parks: { ids: null, name: null } }));
    expect(textOf(whole.document)).toContain('丙园|28.00|');
    const into = {
      ids: parks.slice(0, 2).map(({ id }) => id),
      data: { name: '甲乙园' },
      on: '2026-01-01',
      reason: null,
    };
    await call('parks.merge', into, officer);
    const again = await monthly(call, { period: '2025-12', parks: { ids: null, name: null } });
    expect(textOf(again.document)).toBe(textOf(whole.document));
    expect(await changes(call, whole)).toEqual([]);
  }),
);

test(
  'the bulletin of an industry counts what belongs to it alone',
  rolledBack(async (database, owner) => {
    const call = await county(database, owner);
    const record = async (unitPath: string, industry: string, typed: string) => {
      const values = [{ indicatorId: 'industry.output', typed }];
      const subject = { unitPath, subjectKind: 'enterprise', subjectId: `e-${industry}-${unitPath}`, industry };
      await call('observations.record', { ...subject, period: '2026-03', values }, officer);
      await call('observations.approve', { unitPath, period: '2026-03' }, officer);
    };
    await record('qingchuan.kfq', '13', '7');
    await record('qingchuan.gyy', '1391', '5');
    await record('qingchuan.kfq', '17', '100');
    const bulletin = await monthly(call, { industry: '13' });
    expect(bulletin.title).toContain('青川县农副食品加工业行业主要指标');
    expect(textOf(bulletin.document)).toContain('规模以上工业总产值12.00亿元');
    const correct = { indicatorId: 'industry.output', period: '2026-03', typed: '8', reason: '漏报' };
    const subject = { unitPath: 'qingchuan.kfq', subjectKind: 'enterprise' };
    await call('observations.correct', { ...correct, ...subject, subjectId: 'e-13-qingchuan.kfq' }, officer);
    expect((await changes(call, bulletin)).map(({ was, is }) => `${was} → ${is}`)).toContain('12.00 → 13.00');
  }),
);

test(
  'projects that did not start when planned and those behind the plan of their year are listed, and open the register',
  rolledBack(async (database, owner) => {
    const call = await county(database, owner);
    const late = await project(call, { name: '年产10万组电池项目', stage: 'signed', startOn: '2026-03-01' });
    const plan = { 2026: { value: '100000000', typed: '10000', unit: '万元' } };
    const slow = await project(call, { name: '二期扩建项目', stage: 'building', annualPlan: plan });
    const fast = await project(call, { name: '粉磨站项目', stage: 'building', annualPlan: plan });
    const report = (id: string, typed: string) =>
      tell(call, { unitPath: 'qingchuan', subjectKind: 'project', subjectId: id }, '2026-03', { [invested]: typed });
    await report(slow.id, '1000');
    await report(fast.id, '5000');
    const bulletin = await monthly(call);
    const text = textOf(bulletin.document);
    expect(text).toContain('计划开工日期已到但尚未开工的项目1个，其中逾期时间最长的30天。');
    expect(text).toContain('年产10万组电池项目|青川县|2026-03-01|签约|30');
    expect(text).toContain('在建项目中，完成投资慢于序时进度的1个。');
    expect(text).toContain('二期扩建项目|青川县|10000|1000|10.0|-15.0');
    expect(bulletin.loose).toBe(0);
    const opened = await origin(call, bulletin, `formula:project/${late.id}/2026-03-31/late`);
    expect(opened).toMatchObject({ title: '年产10万组电池项目', printed: ['30'], now: null });
    expect(opened.facts.map(({ text: words }) => words)).toEqual(expect.arrayContaining(['签约', '2026-03-01']));
    const change = {
      id: late.id,
      revision: 1,
      from: '2026-02-01',
      changes: { startOn: '2026-06-01' },
      reason: '计划调整',
    };
    await published(call, bulletin);
    await call('projects.change', change, officer);
    const after = await changes(call, bulletin);
    expect(after.map(({ was, is }) => [was, is])).toEqual(
      expect.arrayContaining([
        ['1', '0'],
        ['30', null],
      ]),
    );
  }),
);

test(
  'every figure of a bulletin opens what it stands on, and nothing in it is typed by hand',
  rolledBack(async (database, owner) => {
    const call = await county(database, owner);
    const bulletin = await monthly(call);
    const keys = new Set<string>();
    for (const { content } of bulletin.document.blocks.filter((block) => block.kind === 'paragraph'))
      for (const run of content) if (typeof run !== 'string') keys.add(sourceKey(run.source));
    expect(keys.size).toBeGreaterThan(5);
    for (const key of keys) {
      const opened = await origin(call, bulletin, key);
      expect(opened.formula, key).not.toBeNull();
      if (key.includes('calendar/') || key.includes('reports/')) continue;
      expect(opened.parts.length, key).toBeGreaterThan(0);
      expect(opened.observations.length, key).toBe(opened.total);
      for (const each of opened.observations) expect(each).toMatchObject({ by: '周平', approvedBy: '周平' });
    }
    const growth = [...keys].find((key) => key.includes(`${invested}/2026-03/0/growth`)) as string;
    const opened = await origin(call, bulletin, growth);
    expect(opened.title).toBe('青川县 项目完成投资 2026-03');
    expect(opened.parts.map(({ role, value }) => [role, value.value])).toEqual([
      ['now', '66000'],
      ['lastYear', '60000'],
    ]);
    expect(opened.observations.map(({ subjectName }) => subjectName).sort()).toEqual(Object.values(zones).sort());
    const check = await call('bulletins.check', { bulletinId: bulletin.id }, officer);
    expect(check).toMatchObject({ figures: bulletin.figures, loose: [], unknown: [], changed: 0 });
    const markdown = bulletin.markdown.replace('通报如下。', '通报如下，其中外资项目3个。');
    const typed = { bulletinId: bulletin.id, revision: 1, markdown };
    expect(await call('bulletins.edit', typed, officer)).toMatchObject({ loose: 1 });
    const again = (await call('bulletins.check', { bulletinId: bulletin.id }, officer)) as { loose: object[] };
    expect(again.loose).toMatchObject([{ number: '3' }]);
  }),
);

test(
  'rankings are switched off for an audience in the bulletin, and no parameter switches them on',
  rolledBack(async (database, owner) => {
    const call = await county(database, owner);
    const drafted = await monthly(call);
    const audiences = { internal: { ranking: true }, public: { ranking: false } };
    const edited = (await call(
      'bulletins.edit',
      { bulletinId: drafted.id, revision: 1, audiences },
      officer,
    )) as BulletinDetail;
    expect(edited).toMatchObject({ audiences, figures: drafted.figures });
    const { readAnyFile } = await import('../../app/read.ts');
    const read = async (audience: string, more: object = {}) => {
      const file = await call(
        'bulletins.export',
        { bulletinId: drafted.id, format: 'docx', audience, ...more },
        officer,
      );
      return (await readAnyFile('a.docx', (file as { bytes: Uint8Array }).bytes)).document.text;
    };
    expect(await read('internal')).toContain('名次');
    expect(await read('public')).not.toContain('名次');
    expect(await read('public')).toContain('66000');
    expect(await read('internal', { ranking: 'without' })).not.toContain('名次');
    await expect(read('public', { ranking: 'with' })).rejects.toMatchObject({ code: 'invalid-input' });
  }),
);

test(
  'after publication a hundred corrections leave its hash, and the changes name value, ratio, place and growth',
  rolledBack(async (database, owner) => {
    const call = await county(database, owner);
    const bulletin = await published(call, await monthly(call));
    const correct = (indicatorId: string, typed: string) =>
      call(
        'observations.correct',
        { unitPath: 'qingchuan.gyy', indicatorId, period: '2026-03', typed, reason: '核减' },
        officer,
      );
    for (let i = 0; i < 50; i++) {
      await correct(invested, String(9000 - i));
      await correct('industry.profit', String(3 + i));
    }
    const shown = (await call('bulletins.show', { bulletinId: bulletin.id }, officer)) as BulletinDetail;
    expect(shown).toMatchObject({ hash: bulletin.hash, isIntact: true });
    const now = new Map((await changes(call, bulletin)).map(({ source, was, is }) => [source.id, `${was} → ${is}`]));
    const of = (place: string) => [...now].find(([id]) => id.startsWith(place))?.[1];
    expect(of(`rollup/qingchuan/${invested}/2026-03/0/value`)).toBe('66000 → 56951');
    expect(of(`rollup/qingchuan/${invested}/2026-03/0/growth`)).toBe('10.0 → -5.1');
    expect(of(`rollup/qingchuan/industry.profit-rate/2026-03/0/value`)).toMatch(/^10\.00 → /);
    expect(of(`rollup/qingchuan.gyy/${invested}/2026-03/1/rank`)).toBe('2 → 3');
    const { bulletins } = (await call('bulletins.freshness', { ids: bulletin.id }, officer)) as { bulletins: object[] };
    expect(bulletins).toEqual([{ id: bulletin.id, changes: (await changes(call, bulletin)).length }]);
  }),
);

test(
  'the Word file and the workbook hold the numbers of the figures, and no other; a correction shows in a new draft of both',
  rolledBack(async (database, owner) => {
    const call = await county(database, owner);
    await project(call, { name: '年产10万组电池项目', stage: 'signed', startOn: '2026-03-01' });
    const exported = async ({ id }: BulletinDetail, format: string) =>
      ((await call('bulletins.export', { bulletinId: id, format }, officer)) as { bytes: Uint8Array }).bytes;
    const first = await monthly(call);
    expect(await docxDifferences(await exported(first, 'docx'), first.document)).toEqual({ loose: [], lost: [] });
    const tables = await xlsxDifferences(await exported(first, 'xlsx'), first.document);
    expect(tables).toEqual({ loose: [], lost: [], words: [] });
    const place = { unitPath: 'qingchuan.kfq', indicatorId: invested, period: '2026-03' };
    await call('observations.correct', { ...place, typed: '36123', reason: '漏报' }, officer);
    const second = await monthly(call);
    const { loose, lost } = await docxDifferences(await exported(second, 'docx'), first.document);
    expect(loose).toEqual(expect.arrayContaining(['66123', '36123']));
    expect(lost).toEqual(expect.arrayContaining(['66000', '36000']));
    expect((await xlsxDifferences(await exported(second, 'xlsx'), first.document)).loose).toContain('36123');
  }),
);
