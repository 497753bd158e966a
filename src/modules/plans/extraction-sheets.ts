import type { Finding } from '../../core/check.ts';
import type { Label, Language } from '../../core/text.ts';
import type { Amount, Extraction } from '../documents/extraction.ts';
import { severityLabels } from './lint-output/text.ts';

type Value = string | number | null;

/** A sheet of a workbook, as the writer of platform/files takes it. */
export interface Sheet {
  readonly name: string;
  readonly headerRows: number;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Value[])[];
}

type Column<Fact> = readonly [Label, number, (fact: Fact) => Value];

const amount = (each: Amount | null): Value => (each === null ? null : `${each.value} ${each.unit}`);
const joined = (names: readonly string[]): string => names.join('、');

const line: Label = { zh: '原文行', en: 'Line' };
const sentence: Label = { zh: '原句', en: 'Sentence' };
const place = <Fact extends { source: { line: number; quote: string } }>(): readonly Column<Fact>[] => [
  [line, 8, ({ source }) => source.line],
  [sentence, 60, ({ source }) => source.quote.replaceAll(/\s+/g, ' ')],
];

const kinds: Readonly<Record<string, Label>> = {
  baseline: { zh: '现状', en: 'baseline' },
  target: { zh: '目标', en: 'target' },
  growth_rate: { zh: '增速', en: 'growth' },
  share: { zh: '占比', en: 'share' },
  cumulative: { zh: '累计', en: 'cumulative' },
};

/** The facts and findings of a plan as sheets: figures as numbers, each row with its line and sentence. */
export function extractionSheets(facts: Extraction, findings: readonly Finding[], language: Language): Sheet[] {
  const sheet = <Fact>(name: Label, columns: readonly Column<Fact>[], all: readonly Fact[]): Sheet => ({
    name: name[language],
    headerRows: 1,
    widths: columns.map(([, width]) => width),
    rows: [columns.map(([label]) => label[language]), ...all.map((fact) => columns.map(([, , of]) => of(fact)))],
  });
  const { indicators, projects, tasks, parks, enterprises } = facts;
  return [
    sheet<(typeof indicators)[number]>(
      { zh: '指标', en: 'Indicators' },
      [
        [{ zh: '指标', en: 'Indicator' }, 30, ({ name }) => name],
        [{ zh: '主体', en: 'Subject' }, 22, ({ subject }) => subject],
        [{ zh: '比较', en: 'Comparator' }, 6, ({ comparator }) => comparator],
        [{ zh: '数值', en: 'Value' }, 14, ({ value }) => (typeof value === 'number' ? value : value[0])],
        [{ zh: '上限', en: 'Upper' }, 10, ({ value }) => (typeof value === 'number' ? null : value[1])],
        [{ zh: '单位', en: 'Unit' }, 12, ({ unit }) => unit],
        [{ zh: '时期', en: 'Period' }, 12, ({ period }) => period],
        [{ zh: '类别', en: 'Kind' }, 10, ({ kind }) => kinds[kind]?.[language] ?? kind],
        [{ zh: '属性', en: 'Attribute' }, 10, ({ attribute }) => attribute],
        ...place<(typeof indicators)[number]>(),
      ],
      indicators,
    ),
    sheet<(typeof projects)[number]>(
      { zh: '项目', en: 'Projects' },
      [
        [{ zh: '项目', en: 'Project' }, 40, ({ name }) => name],
        [{ zh: '建设单位', en: 'Owner' }, 28, ({ owner }) => owner],
        [{ zh: '地点', en: 'Place' }, 16, ({ location }) => location],
        [{ zh: '行业', en: 'Industry' }, 16, ({ industry }) => industry],
        [{ zh: '总投资', en: 'Investment' }, 14, ({ investment }) => amount(investment)],
        [{ zh: '开工', en: 'Start' }, 10, ({ start }) => start],
        [{ zh: '建成', en: 'Finish' }, 10, ({ finish }) => finish],
        [
          { zh: '其他数字', en: 'Quantities' },
          40,
          ({ quantities }) => joined(quantities.map(({ name, value, unit }) => `${name} ${value} ${unit}`)),
        ],
        [{ zh: '来源清单', en: 'List' }, 20, ({ list }) => list],
        ...place<(typeof projects)[number]>(),
      ],
      projects,
    ),
    sheet<(typeof tasks)[number]>(
      { zh: '任务', en: 'Tasks' },
      [
        [{ zh: '序号', en: 'No.' }, 6, ({ number }) => number],
        [{ zh: '任务', en: 'Task' }, 50, ({ text }) => text],
        [{ zh: '牵头单位', en: 'Leads' }, 24, ({ leads }) => joined(leads)],
        [{ zh: '配合单位', en: 'Cooperators' }, 30, ({ cooperators }) => joined(cooperators)],
        [{ zh: '时限', en: 'Deadline' }, 14, ({ deadline }) => deadline],
        ...place<(typeof tasks)[number]>(),
      ],
      tasks,
    ),
    sheet<(typeof parks)[number]>(
      { zh: '园区', en: 'Parks' },
      [
        [{ zh: '园区', en: 'Park' }, 30, ({ name }) => name],
        [{ zh: '别名', en: 'Aliases' }, 24, ({ aliases }) => joined(aliases)],
        [{ zh: '级别', en: 'Level' }, 10, ({ level }) => level],
        [{ zh: '上级', en: 'Parent' }, 20, ({ parent }) => parent],
        [{ zh: '面积', en: 'Area' }, 14, ({ area }) => amount(area)],
        [{ zh: '产业', en: 'Industries' }, 30, ({ industries }) => joined(industries)],
        ...place<(typeof parks)[number]>(),
      ],
      parks,
    ),
    sheet<(typeof enterprises)[number]>(
      { zh: '企业', en: 'Enterprises' },
      [
        [{ zh: '企业', en: 'Enterprise' }, 36, ({ name }) => name],
        [{ zh: '别名', en: 'Aliases' }, 36, ({ aliases }) => joined(aliases)],
        ...place<(typeof enterprises)[number]>(),
      ],
      enterprises,
    ),
    sheet<Finding>(
      { zh: '问题', en: 'Findings' },
      [
        [{ zh: '等级', en: 'Severity' }, 8, ({ severity }) => severityLabels[severity][language]],
        [{ zh: '问题', en: 'Finding' }, 60, ({ message }) => message[language]],
        [{ zh: '算式', en: 'Sum' }, 40, ({ arithmetic }) => arithmetic],
        [{ zh: '规则', en: 'Rule' }, 20, ({ rule }) => rule],
        [line, 8, ({ sources }) => sources[0]?.line ?? null],
        [sentence, 60, ({ sources }) => sources[0]?.quote.replaceAll(/\s+/g, ' ') ?? null],
      ],
      findings,
    ),
  ];
}
