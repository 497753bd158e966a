import { expect, test } from 'vitest';
import { appOn, leader, planner, stranger, visitor } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { SiteNote } from './site-operations.ts';

type Notes = { total: number; notes: SiteNote[] };

/** A JPEG with an Exif block that names a place. */
const photo = Uint8Array.from([
  ...[0xff, 0xd8, 0xff, 0xe1, 0, 21],
  ...[...'Exif\0\0N45.26 E131'].map((letter) => letter.charCodeAt(0)).slice(0, 19),
  ...[0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9],
]);

test(
  'what is seen on the site is kept by its day with a photo that no longer says where it was taken',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const project = { data: { name: '电池材料一期', stage: 'building' }, since: '2026-01-05' };
    const { id } = (await call('projects.add', project, planner)) as { id: string };
    const kept = (await call('files.attach', { name: '现场.jpg', bytes: photo, metadata: 'strip' }, planner)) as {
      fileId: string;
      size: number;
    };
    const { bytes } = (await call('files.content', { fileId: kept.fileId }, planner)) as { bytes: Uint8Array };
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('N45');
    expect(bytes).toHaveLength(kept.size);

    const evidence = [{ fileId: kept.fileId, name: '现场.jpg' }];
    const note = (input: object, actor = planner) => call('site.note', { id, ...input }, actor) as Promise<SiteNote>;
    await note({ on: '2026-10-30', text: '基础完成' });
    await note({ text: '主体三层封顶', progress: '55.5', evidence });
    const list = (input: object, actor = planner) => call('site.notes', { id, ...input }, actor) as Promise<Notes>;
    expect(await list({})).toMatchObject({
      total: 2,
      notes: [
        { on: '2026-11-22', text: '主体三层封顶', progress: '55.5', evidence, by: '王敏', byUnit: 'qingchuan.ghk' },
        { on: '2026-10-30', text: '基础完成', progress: null, evidence: [] },
      ],
    });
    expect(await list({ period: '2026-10' })).toMatchObject({ total: 1, notes: [{ text: '基础完成' }] });
    expect(await list({ limit: 1 })).toMatchObject({ total: 2, notes: [{ text: '主体三层封顶' }] });
    expect((await list({}, leader)).total).toBe(2);
  }),
);

test(
  'a day ahead, more than all, a file that nobody kept and people without the right are refused',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const project = { data: { name: '电池材料一期' }, since: '2026-01-05' };
    const { id } = (await call('projects.add', project, planner)) as { id: string };
    const refused = (input: object, code: string, actor = planner) =>
      expect(call('site.note', { id, text: '封顶', ...input }, actor)).rejects.toMatchObject({ code });
    await refused({ on: '2026-11-23' }, 'invalid-input');
    await refused({ progress: '101' }, 'invalid-input');
    await refused({ text: ' ' }, 'invalid-input');
    await refused({ text: '长'.repeat(2001) }, 'invalid-input');
    await refused({ evidence: [{ fileId: '0'.repeat(64), name: '现场.jpg' }] }, 'evidence-missing');
    await refused({}, 'not-allowed', visitor);
    await refused({}, 'not-found', stranger);
    await expect(call('site.notes', { id }, stranger)).rejects.toMatchObject({ code: 'not-found' });
    const heic = new Uint8Array(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'));
    const attach = call('files.attach', { name: '现场.heic', bytes: heic, metadata: 'strip' }, planner);
    await expect(attach).rejects.toMatchObject({ code: 'photo-metadata' });
  }),
);
