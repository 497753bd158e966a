import { expect, test } from 'vitest';
import { city, linjiang, people, province, reportingOn } from '../../../test/reporting.ts';
import { rolledBack } from '../../../test/rolled-back.ts';

const indicatorId = 'project.completed-investment';

test(
  'figures of a report are approved and corrected through the report alone; others of the same month as before',
  rolledBack(async (database, owner) => {
    const { act, addProject, type, submit, pass, rollup } = await reportingOn(database, owner);
    const { id, code } = await addProject(people.clerk, '新材料一期', 1);
    const cells = { [`projects/${code}/month`]: '1000', [`projects/${code}/progress`]: '桩基完成' };
    await type(people.clerk, '2026-01', cells);
    const { summary } = await submit(people.clerk, '2026-01');
    const approval = { unitPath: linjiang, period: '2026-01' };
    await expect(act(people.province, 'observations.approve', approval)).rejects.toMatchObject({
      code: 'figures-in-reports',
    });
    expect(await rollup(province, '2026-01', { indicatorId })).toEqual([]);

    const output = { indicatorId: 'industry.output', typed: '12.5' };
    await act(people.clerk, 'observations.record', { period: '2026-01', values: [output] });
    expect(await act(people.province, 'observations.approve', approval)).toMatchObject({ approved: 1 });
    expect(await rollup(province, '2026-01', { indicatorId })).toEqual([]);

    for (const each of [people.county, people.city, people.province]) await pass(each, summary.reportId as string);
    const correction = { period: '2026-01', typed: '900', reason: '核减', unitPath: linjiang };
    for (const subject of [{}, { subjectKind: 'project', subjectId: id } as const])
      await expect(
        act(people.province, 'observations.correct', { ...correction, ...subject, indicatorId }),
      ).rejects.toMatchObject({
        code: 'figure-in-report',
        data: { report: `/reports/show?reportId=${summary.reportId}` },
      });
    expect(await rollup(city, '2026-01', { indicatorId })).toMatchObject([{ single: { value: '1000' } }]);
    await act(people.province, 'observations.correct', { ...correction, indicatorId: 'industry.output' });
  }),
);

test(
  'a month that has not ended is filled and not submitted',
  rolledBack(async (database, owner) => {
    const { addProject, type, submit, open } = await reportingOn(database, owner);
    const { code } = await addProject(people.clerk, '新材料一期', 1);
    const cells = { [`projects/${code}/month`]: '1000', [`projects/${code}/progress`]: '桩基完成' };
    await type(people.clerk, '2026-11', cells);
    await expect(submit(people.clerk, '2026-11')).rejects.toMatchObject({ code: 'period-not-ended' });
    expect(await open(people.clerk, '2026-11')).toMatchObject({ typed: cells, summary: { stage: 'draft' } });
  }),
);
