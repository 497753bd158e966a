import { expect, test } from 'vitest';
import { linjiang, monthly, people, qingchuan, reportingOn } from '../../../test/reporting.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import { figuresOf, plainText } from '../../core/publication/document.ts';
import { sourceKey } from '../../core/publication/freeze.ts';
import type { BulletinDetail } from './bulletin.ts';
import type { FigureOrigin } from './origin-operations.ts';

const periods = ['2026-01', '2026-02'] as const;

test(
  'who fell behind is named with the reason given in the report, and each number leads to the cell it was typed in',
  rolledBack(async (database, owner) => {
    const { act, call, addProject, type, submit, pass, open } = await reportingOn(database, owner);
    const ours = await addProject(people.clerk, '新材料一期', 1);
    const theirs = await addProject(people.neighbour, '纺纱二期', 2);
    await call('projects.list', {}, people.city);
    const amounts = { [linjiang]: ['900', '100'], [qingchuan]: ['500', '1500'] } as const;
    for (const [i, period] of periods.entries())
      for (const [clerk, reviewer, unitPath, code] of [
        [people.clerk, people.county, linjiang, ours.code],
        [people.neighbour, people.neighbourReviewer, qingchuan, theirs.code],
      ] as const) {
        const at = (column: string) => `projects/${code}/${column}`;
        const month = amounts[unitPath][i] ?? '';
        await type(clerk, period, {
          [at('month')]: month,
          [at('progress')]: '施工',
          [at('remark')]: i === 1 && unitPath === linjiang ? '征地滞后。' : null,
        });
        const explanations = ['month', 'year'].map((column) => ({ address: at(column), text: '雨季停工' }));
        await act(clerk, 'reports.save', { formId: monthly, period, explanations: i === 1 ? explanations : [] });
        const { summary } = await submit(clerk, period);
        const reportId = summary.reportId as string;
        for (const each of [reviewer, people.city, people.province]) await pass(each, reportId);
        expect((await open(clerk, period)).summary.stage).toBe('accepted');
      }
    const bulletin = (await call('bulletins.draft-monthly', { period: '2026-02' }, people.city)) as BulletinDetail;
    const lines = bulletin.document.blocks.flatMap((block) => ('content' in block ? [plainText(block.content)] : []));
    expect(lines).toContainEqual(expect.stringMatching(/^项目完成投资.*名次下降的有：临江县（1位）。$/));
    const reason = lines.find((line) => line.startsWith('临江县下降1位，反映原因：'));
    expect(reason).toMatch(/征地滞后/);
    expect(bulletin.loose).toBe(0);
    const words = figuresOf(bulletin.document).find(({ figure }) => figure.text === '征地滞后');
    const asked = { bulletinId: bulletin.id, source: sourceKey(words?.figure.source ?? { kind: 'fact', id: '' }) };
    const told = (await call('bulletins.origin', asked, people.city)) as FigureOrigin;
    expect(told.links[0]?.to).toMatch(/^\/reports\/show\?reportId=/);
    const total = figuresOf(bulletin.document).find(({ figure }) =>
      figure.source.id.includes(`${linjiang}/project.completed-investment`),
    );
    const source = sourceKey(total?.figure.source ?? { kind: 'fact', id: '' });
    const { observations } = (await call(
      'bulletins.origin',
      { bulletinId: bulletin.id, source },
      people.city,
    )) as FigureOrigin;
    expect(observations[0]).toMatchObject({
      subjectName: '临江县',
      report: { form: expect.stringContaining(monthly) },
    });
    expect(observations[0]?.approvedBy).toBe('韩磊');
  }),
);
