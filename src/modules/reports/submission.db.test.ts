import { describe, expect, test } from 'vitest';
import { city, linjiang, monthly, people, province, reportingOn } from '../../../test/reporting.ts';
import { rolledBack } from '../../../test/rolled-back.ts';

const investment = 'project.completed-investment';

describe('a month', () => {
  test(
    'is filled, submitted, returned with one cell, mended and passed by county, city and province, and then counts',
    rolledBack(async (database, owner) => {
      const { act, addProject, open, type, submit, pass, rollup } = await reportingOn(database, owner);
      const steel = await addProject(people.clerk, '新材料一期', 1);
      const cold = await addProject(people.clerk, '冷链园', 2);
      const at = (code: string, column: string) => `projects/${code}/${column}`;
      const begun = await open(people.clerk, '2026-10');
      expect(begun.summary).toMatchObject({ reportId: null, stage: null, unitName: '临江县', isLate: true });
      await type(people.clerk, '2026-10', {
        [at(steel.code, 'month')]: '1,000',
        [at(steel.code, 'progress')]: '桩基完成',
      });
      await expect(submit(people.clerk, '2026-10')).rejects.toMatchObject({
        code: 'report-not-ready',
        data: { count: 2 },
      });
      await type(people.clerk, '2026-10', {
        [at(cold.code, 'month')]: '0.05亿元',
        [at(cold.code, 'progress')]: '设备招标',
      });
      const { summary } = await submit(people.clerk, '2026-10');
      expect(summary).toMatchObject({ stage: 'submitted', standsAt: linjiang, revision: 3 });
      const reportId = summary.reportId as string;

      const named = [{ address: at(cold.code, 'month'), reason: '与形象进度不符' }];
      const returning = { reportId, revision: 3, reason: '请核对', cells: named };
      await expect(act(people.second, 'reports.return', returning)).rejects.toMatchObject({ code: 'not-allowed' });
      await act(people.county, 'reports.return', returning);
      expect((await open(people.clerk, '2026-10')).returned).toEqual(named);
      expect(await rollup(province, '2026-10')).toEqual([]);
      await type(people.clerk, '2026-10', { [at(cold.code, 'month')]: '300' });
      await submit(people.clerk, '2026-10');
      await expect(pass(people.neighbourReviewer, reportId)).rejects.toMatchObject({ code: 'not-found' });
      for (const [reviewer, stage, standsAt] of [
        [people.county, 'submitted', city],
        [people.city, 'submitted', province],
        [people.province, 'accepted', null],
      ] as const)
        expect((await pass(reviewer, reportId)).summaries).toMatchObject([{ stage, standsAt }]);

      const rows = await rollup(province, '2026-10', { indicatorId: investment });
      expect(rows).toMatchObject([{ unitPath: province, single: { value: '1300' }, known: 1 }]);
      const projects = await rollup(province, '2026-10', { indicatorId: investment, subjectKind: 'project' });
      expect(projects).toMatchObject([{ single: { value: '1300' }, known: 2 }]);
      const { observations } = await act(people.clerk, 'observations.list', {
        period: '2026-10',
        indicatorId: investment,
        subjectId: cold.id,
      });
      expect(observations).toMatchObject([
        { accumulation: 'cumulative', missing: 'not-reported' },
        {
          accumulation: 'single',
          value: '3000000',
          typed: '300',
          status: 'approved',
          approvedBy: '韩磊',
          provenance: { kind: 'form', form: monthly, submission: reportId, cell: at(cold.code, 'month') },
        },
      ]);
      const { events, levels, corrected } = await act(people.province, 'reports.show', { reportId });
      expect(events.map(({ action, byName }) => `${action} ${byName}`)).toEqual([
        'save 周洁',
        'save 周洁',
        'submit 周洁',
        'return 何勇',
        'mend 周洁',
        'submit 周洁',
        'pass 何勇',
        'pass 蒋雯',
        'accept 韩磊',
      ]);
      expect(levels.map(({ name, passedBy }) => `${name} ${passedBy}`)).toEqual([
        '临江县 何勇',
        '云河市 蒋雯',
        '云河省 韩磊',
      ]);
      expect(corrected).toEqual([]);
    }),
  );
});
