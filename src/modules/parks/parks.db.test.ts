import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { appOn, leader, planner, stranger, visitor } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { ImportAnswer, ListedRow, ShownRecord } from '../../core/register/answers.ts';

type Data = Record<string, unknown>;
type List = { rows: ListedRow[]; total: number; names: Record<string, string>; next: string | null };

const add = async (call: Call, data: Data, since = '2020-01-01', noun = 'parks') =>
  (await call(`${noun}.add`, { data, since }, planner)) as ShownRecord;
const listOn = async (call: Call, on: string, more: Data = {}, noun = 'parks') =>
  (await call(`${noun}.list`, { on, ...more }, planner)) as List;
const namesOn = async (call: Call, on: string, noun = 'parks') =>
  (await listOn(call, on, {}, noun)).rows.map(({ data }) => data.name);
const revisionOf = async (call: Call, id: string, noun = 'parks') =>
  ((await call(`${noun}.show`, { id }, planner)) as ShownRecord).revision;
const sheet = (text: string) => new Uint8Array(Buffer.from(text));

test(
  'merging two parks leaves last year’s list as it was, and what lay in them is met under the successor',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const east = await add(call, { name: '青川东部产业园', level: 'county' });
    const west = await add(call, { name: '青川西部产业园', level: 'county' });
    const firm = await add(call, { name: '青川轴承有限公司', parkId: west.id }, '2021-05-01', 'enterprises');
    const before = await listOn(call, '2025-12-31');

    const merged = (await call(
      'parks.merge',
      { ids: [west.id], into: east.id, on: '2026-07-01' },
      planner,
    )) as ShownRecord;

    expect(await listOn(call, '2025-12-31')).toMatchObject({
      total: 2,
      rows: before.rows.map(({ id, data }) => ({ id, data })),
    });
    expect(await namesOn(call, '2026-06-30')).toEqual(['青川东部产业园', '青川西部产业园']);
    expect(await namesOn(call, '2026-07-01')).toEqual(['青川东部产业园']);
    expect(merged.versions.at(-1)?.data.aliases).toEqual(['青川西部产业园']);
    expect(merged.successions).toEqual([{ fromId: west.id, toId: east.id, on: '2026-07-01', kind: 'merged' }]);
    expect(merged.names[west.id]).toBe('青川西部产业园');
    const now = await listOn(call, '2026-11-22', {}, 'enterprises');
    const then = await listOn(call, '2025-12-31', {}, 'enterprises');
    expect(now.rows[0]?.id).toBe(firm.id);
    expect([then.names[west.id], now.names[west.id]]).toEqual(['青川西部产业园', '青川东部产业园']);
    await expect(
      call('parks.merge', { ids: [west.id], into: east.id, on: '2026-09-01' }, planner),
    ).rejects.toMatchObject({
      code: 'record-history',
    });
  }),
);

test(
  'a rename keeps the old name as an alias and in the list of its time; the same day puts it right',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { id, revision } = await add(call, { name: '临江工业园' });
    const rename = { id, from: '2024-03-01', reason: '云政函〔2024〕5号' };
    await call('parks.rename', { ...rename, revision, name: '临江经济开发去' }, planner);
    await expect(call('parks.rename', { ...rename, revision, name: '临江' }, planner)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    const right = (await call(
      'parks.change',
      { ...rename, revision: revision + 1, changes: { name: '临江经济开发区' } },
      planner,
    )) as ShownRecord;
    expect(right.versions.map(({ validFrom, validTo, data }) => [validFrom, validTo, data.name])).toEqual([
      ['2020-01-01', '2024-03-01', '临江工业园'],
      ['2024-03-01', null, '临江经济开发区'],
    ]);
    expect(right.versions[1]?.data.aliases).toEqual(['临江工业园']);
    expect((await listOn(call, '2026-01-01', { search: '工业园' })).total).toBe(1);
  }),
);

test(
  'an upgrade goes up, from its day on; a downgrade is refused with the way out',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { id, revision } = await add(call, { name: '云河开发区', level: 'provincial' });
    const ask = { id, revision, from: '2023-01-01', approval: '国办函〔2023〕1号' };
    await expect(call('parks.upgrade', { ...ask, level: 'city' }, planner)).rejects.toMatchObject({
      code: 'record-history',
    });
    await call('parks.upgrade', { ...ask, level: 'national' }, planner);
    expect((await listOn(call, '2022-12-31')).rows[0]?.data.level).toBe('provincial');
    expect((await listOn(call, '2023-01-01')).rows[0]?.data).toMatchObject({
      level: 'national',
      approvedOn: '2023-01-01',
    });
    expect((await listOn(call, '2023-01-01', { level: 'provincial' })).total).toBe(0);
  }),
);

test(
  'a split ends the old one or lets it go on, and a park that ended leaves the list from that day',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { id, revision } = await add(call, { name: '青川产业园' });
    const { parts } = (await call(
      'parks.split',
      { id, revision, on: '2025-01-01', parts: [{ name: '青川北园' }, { name: '青川南园' }] },
      planner,
    )) as { parts: ShownRecord[] };
    expect(await namesOn(call, '2024-12-31')).toEqual(['青川产业园']);
    expect(await namesOn(call, '2025-01-01')).toEqual(['青川北园', '青川南园']);
    const [north] = parts as [ShownRecord, ShownRecord];
    expect(north.successions).toMatchObject([{ fromId: id, toId: north.id, kind: 'split' }]);
    await call('parks.end', { id: north.id, revision: await revisionOf(call, north.id), on: '2026-01-01' }, planner);
    expect(await namesOn(call, '2026-01-01')).toEqual(['青川南园']);
  }),
);

test(
  'rows out of scope are neither listed, shown nor changed, and a visitor sees nothing',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { id, revision } = await add(call, { name: '青川产业园' });
    expect(((await call('parks.list', {}, stranger)) as List).total).toBe(0);
    await expect(call('parks.show', { id }, stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(call('parks.end', { id, revision, on: '2026-01-01' }, stranger)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(((await call('parks.list', {}, leader)) as List).total).toBe(1);
    await expect(call('parks.end', { id, revision, on: '2026-01-01' }, leader)).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(call('parks.list', {}, visitor)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(
      call('parks.add', { data: { name: '别处' }, since: '2020-01-01', unitPath: 'elsewhere' }, planner),
    ).rejects.toMatchObject({ code: 'not-found' });
  }),
);

test(
  'an import says of every row what it does, names the refused cell, and leaves one audit row with the digest',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await add(call, { name: '青川东园', level: 'county' });
    await add(call, { name: '青川西园', level: 'county' });
    const bytes = sheet(
      '园区名称,级别,批准面积,主导产业\n青川东园,省级,3.2平方公里,\n青川西园,县级,,\n青川北园,市级,500,13 农副食品加工业；C35\n,市级,,\n青川南园,特级,,\n青川北园,县级,,\n',
    );
    const preview = (await call('parks.import', { name: '园区.csv', bytes }, planner)) as ImportAnswer;
    expect(preview.message.zh).toBe('读入 6 行 = 新增 1 + 变更 1 + 未变 1 + 拒绝 3');
    expect((await listOn(call, '2026-11-22')).total).toBe(2);
    expect(preview.rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [5, 'refused'],
      [6, 'refused'],
      [7, 'refused'],
      [2, 'changed'],
      [4, 'added'],
      [3, 'same'],
    ]);
    expect(preview.rows[1]?.issues).toMatchObject([{ field: 'level', cell: '特级' }]);
    expect(preview.rows[2]?.issues[0]?.message.zh).toBe('与第 4 行重复');
    expect(preview.rows[3]?.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['level', '县级', '省级'],
      ['area', '', '3.2平方公里'],
    ]);
    const { digest } = preview;
    const applied = (await call(
      'parks.import',
      { name: '园区.csv', bytes, apply: 'true', digest },
      planner,
    )) as ImportAnswer;
    expect(applied).toMatchObject({ read: 6, added: 1, changed: 1, same: 1, refused: 3, isApplied: true });
    expect(
      (await listOn(call, '2026-11-22')).rows.map(({ data: { name, level, area, industries } }) => ({
        name,
        level,
        area,
        industries,
      })),
    ).toEqual([
      {
        name: '青川东园',
        level: 'provincial',
        area: { value: '3200000', typed: '3.2', unit: '平方公里' },
        industries: [],
      },
      {
        name: '青川北园',
        level: 'city',
        area: { value: '5000000', typed: '500', unit: '公顷' },
        industries: ['13', '35'],
      },
      { name: '青川西园', level: 'county', area: null, industries: [] },
    ]);
    expect((await listOn(call, '2026-11-21', { search: '东园' })).rows[0]?.data.level).toBe('county');
    const audited = await owner
      .selectFrom('audit')
      .select(['entity', 'after'])
      .where('entity', '=', 'park-import')
      .execute();
    expect(audited).toMatchObject([{ after: { digest, read: 6, refused: 3, refusedRows: [5, 6, 7] } }]);
    await expect(
      call('parks.import', { name: '园区.csv', bytes: sheet('名称\n甲'), apply: 'true', digest }, planner),
    ).rejects.toMatchObject({ code: 'invalid-input' });
  }),
);

test.each(['xlsx', 'csv'] as const)('what was exported as %s comes back unchanged', (format) =>
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const main = await add(call, { name: '青川经开区', level: 'national', aliases: ['青川“双新”区', '=开发区'] });
    await add(call, {
      name: '青川经开区化工片区',
      level: 'functional',
      parentId: main.id,
      area: { value: '1500000', typed: '1.5', unit: '平方公里' },
      industries: ['26', 'C'],
      east: '滨河路, 一号桥\n以西',
      approvedOn: '2019-04-30',
      administration: '=管委会',
    });
    const file = (await call('parks.export', { format }, planner)) as { name: string; bytes: Uint8Array };
    const back = (await call('parks.import', { name: file.name, bytes: file.bytes }, planner)) as ImportAnswer;
    expect(back).toMatchObject({ read: 2, same: 2, added: 0, changed: 0, refused: 0 });
    const template = (await call('parks.export', { format, isTemplate: 'true' }, planner)) as { bytes: Uint8Array };
    const empty = (await call('parks.import', { name: file.name, bytes: template.bytes }, planner)) as ImportAnswer;
    expect(empty.read).toBe(0);
  })(),
);

test(
  'duplicates say why, and a pair found not to be the same is not suggested again',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const a = await add(call, { name: '临江县工业园区', address: '临江镇一号' });
    const b = await add(call, { name: '临江县（工业园）', address: '临江镇一号' });
    await add(call, { name: '云河市高新区' });
    type Pairs = { pairs: { score: number; a: ListedRow; b: ListedRow; grounds: { label: { zh: string } }[] }[] };
    const { pairs } = (await call('parks.duplicates', {}, planner)) as Pairs;
    expect(pairs.map(({ a: { id: one }, b: { id: other } }) => [one, other])).toEqual([[a.id, b.id].sort()]);
    expect(pairs[0]?.grounds.map(({ label }) => label.zh)).toEqual(['名称主干相同：临江县', '地点相同：临江镇一号']);
    await call('parks.apart', { a: b.id, b: a.id, reason: '两家管委会' }, planner);
    expect(await call('parks.duplicates', {}, planner)).toEqual({ pairs: [] });
  }),
);

test(
  'a fact of a document enters with its sentence; what the register knew stays and the rest is completed',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const known = await add(call, { name: '青川经开区', level: 'provincial' });
    const fact = {
      since: '2026-01-01',
      document: '青川规划.docx',
      line: 12,
      quote: '青川经开区为国家级园区，管委会设在城东。',
    };
    const data = { name: '青川经开区', level: 'national', administration: '青川经开区管委会' };
    const first = (await call('parks.adopt', { ...fact, data }, planner)) as { outcome: string; record: ShownRecord };
    expect(first.outcome).toBe('completed');
    expect(first.record.id).toBe(known.id);
    expect(first.record.versions.at(-1)?.data).toMatchObject({
      level: 'provincial',
      administration: '青川经开区管委会',
    });
    expect(first.record.provenance.at(-1)).toMatchObject({ kind: 'document', line: 12, quote: fact.quote });
    expect(await call('parks.adopt', { ...fact, data }, planner)).toMatchObject({
      outcome: 'known',
      record: { revision: 2 },
    });
    expect(await call('parks.adopt', { ...fact, data: { name: '云河园' } }, planner)).toMatchObject({
      outcome: 'added',
    });
  }),
);

test(
  'pages follow each other without loss, however many bear one name',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    for (let i = 0; i < 7; i += 1) await add(call, { name: i < 5 ? '同名园' : `园${i}`, code: `K${i}` });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: List = await listOn(call, '2026-01-01', { limit: 3, ...(after && { after }) });
      expect(page.total).toBe(7);
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(new Set(seen).size).toBe(7);
    await expect(listOn(call, '2026-01-01', { after: "x'; drop table park" })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  }),
);
