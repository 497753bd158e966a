import type { DocumentBlock } from '../../core/publication/document.ts';
import type { MonthlyData, ReportState } from './monthly-data.ts';
import templates from './monthly-templates.json' with { type: 'json' };
import { countOf, said } from './quantities.ts';

/** More units than this are counted rather than named. */
const mostNamed = 30;

/** “项目月报（青川县、临江县），园区季报（青川经济开发区）”. */
function listed(states: readonly ReportState[]): string {
  const byForm = [...Map.groupBy(states, ({ form }) => form)];
  return byForm
    .map(([form, own]) => {
      const units = own.slice(0, mostNamed).map(({ unitName }) => unitName);
      return `${form}（${units.join('、')}${own.length > mostNamed ? templates.andOthers : ''}）`;
    })
    .join('，');
}

/** Who has holes among the figures, or no figure at all. */
const silentOf = ({ below, expected }: Pick<MonthlyData, 'below' | 'expected'>): string[] => {
  const spoken = new Set(below.map(({ subjectId }) => subjectId));
  const holed = below.filter(({ known, holes }) => known === 0 || holes > 0).map(({ subjectId }) => subjectId);
  return [...new Set([...holed, ...expected.filter((path) => !spoken.has(path))])];
};

const internal = (template: string, filling: Parameters<typeof said>[1]): DocumentBlock => ({
  kind: 'paragraph',
  content: said(template, filling),
  marks: ['internal'],
});

/** Units whose reports are missing or came late, and those whose figures have holes. */
export function reportBlocks(data: MonthlyData): DocumentBlock[] {
  const { period, reports, nameOf } = data;
  const told = (template: string, what: 'missing' | 'late') =>
    reports === null || reports[what].length === 0
      ? []
      : [
          internal(template, {
            count: countOf(reports.counts[what], { kind: 'reports', period, what }),
            list: listed(reports[what]),
          }),
        ];
  const silent = silentOf(data);
  return [
    ...told(templates.notReported, 'missing'),
    ...told(templates.late, 'late'),
    ...(silent.length > 0 ? [internal(templates.missing, { list: silent.map(nameOf).join('、') })] : []),
  ];
}
