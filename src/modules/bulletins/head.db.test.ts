import { expect, test } from 'vitest';
import { appOn, leader } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Actor } from '../../core/implement.ts';
import { businessPermissions } from '../people/roles.ts';
import type { BulletinDetail } from './bulletin.ts';

const officer: Actor = { ...leader, id: 'o1', name: '周平', permissions: businessPermissions };

test(
  'what stands round the text is typed once: the next month takes it over with the next number',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const values = [{ indicatorId: 'industry.profit', typed: '12' }];
    for (const period of ['2026-08', '2026-09']) {
      await call('observations.record', { period, values }, officer);
      await call('observations.approve', { unitPath: 'qingchuan', period }, officer);
    }
    const draft = (period: string) => call('bulletins.draft-monthly', { period }, officer) as Promise<BulletinDetail>;
    const first = await draft('2026-08');
    expect(first.document).toMatchObject({ issuer: null, number: null });
    const head = { issuer: '青川县人民政府办公室文件', number: '青政办通〔2026〕9号', addressees: '各乡镇' };
    const { id, revision, document } = first;
    const edit = { bulletinId: id, revision, document: { ...document, ...head } };
    await call('bulletins.edit', edit, officer);

    const second = await draft('2026-09');
    expect(second.document).toMatchObject({ ...head, number: '青政办通〔2026〕10号', signature: '青川县' });
    const asked = await call('bulletins.head', { bulletinId: second.id }, officer);
    expect(asked).toMatchObject({ proposed: { from: first.title, head: { number: '青政办通〔2026〕10号' } } });
  }),
);
