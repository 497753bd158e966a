import { defineCheck } from '../../../../core/check.ts';
import type { Source } from '../../../../core/document.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { exactly } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { figuresOf, grouped, nameFigure, sourceOfFigure } from '../../checking/figures.ts';
import { gridsOf } from '../../checking/grid.ts';
import type { Dossier } from '../../dossier.ts';

interface Excess {
  readonly who: string;
  readonly added: string;
  readonly output: string;
  readonly sources: readonly Source[];
}

const isAdded = (name: string): boolean =>
  /工业增加值$|工业增加值[（(]/.test(name) && !/率|能耗|水耗|单位|万元/.test(name.replace(/[（(].*/, ''));
const isOutput = (name: string): boolean => /工业总产值/.test(name) && !/率|占/.test(name);

function inRows(reading: Reading): Excess[] {
  return gridsOf(reading).flatMap((grid) => {
    const yearOf = (head: string) => head.match(/20\d{2}/)?.[0];
    const outputs = grid.columns.flatMap((head, column) => (isOutput(head) ? [{ head, column }] : []));
    const addeds = grid.columns.flatMap((head, column) => (isAdded(head) ? [{ head, column }] : []));
    return addeds.flatMap((added) =>
      outputs
        .filter(({ head }) => yearOf(head) === yearOf(added.head))
        .flatMap((output) =>
          grid.rows.flatMap((row) => {
            const [a, o] = [row.figures[added.column]?.printed, row.figures[output.column]?.printed];
            return a && o && exactly(a).low.gt(o)
              ? [{ who: row.label, added: a, output: o, sources: [row.source] }]
              : [];
          }),
        ),
    );
  });
}

function inFacts(reading: Reading): Excess[] {
  const figures = figuresOf(reading).filter(
    ({ fact, dimension }) => dimension === 'CNY' && fact.table === null && (isAdded(fact.name) || isOutput(fact.name)),
  );
  return [
    ...grouped(figures, ({ subject, fact }) => (fact.period === null ? null : `${subject}|${fact.period}`)).values(),
  ].flatMap((group) => {
    const added = group.find(({ fact }) => isAdded(fact.name));
    const output = group.find(({ fact }) => isOutput(fact.name));
    if (
      !added ||
      !output ||
      Math.abs(added.fact.source.start - output.fact.source.start) > 200 ||
      added.possible.low.lte(output.possible.high)
    )
      return [];
    return [
      {
        who: nameFigure(added),
        added: added.text,
        output: output.text,
        sources: [sourceOfFigure(added), sourceOfFigure(output)],
      },
    ];
  });
}

export const valueAdded = defineCheck<Dossier>({
  id: 'account/value-added',
  title: { zh: '增加值大于总产值', en: 'Value added above output' },
  severity: 'error',
  why: {
    zh: '增加值是总产值扣除中间投入后的部分，不可能更大。',
    en: 'Value added is output less what went into it; it cannot be more.',
  },
  message: {
    zh: '“{who}”工业增加值 {added} 大于工业总产值 {output}；请核对两个数或口径',
    en: '“{who}”: value added {added} exceeds output {output}; check the figures or their scope',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const { who, added, output, sources } of [...inRows(reading), ...inFacts(reading)])
        report(sources, { who, added, output }, { arithmetic: `${added} > ${output}` });
  },
  examples: examples({
    pass: ['表1 园区工业情况（亿元）\n\n园区名称\t工业总产值\t工业增加值\n东园\t100\t25\n西园\t80\t20\n'],
    fail: ['表1 园区工业情况（亿元）\n\n园区名称\t工业总产值\t工业增加值\n东园\t100\t25\n西园\t20\t80\n'],
  }),
});
