import { defineCheck } from '../../../../core/check.ts';
import type { Reading, Section } from '../../../documents/reading/reading.ts';
import { lastDigit } from '../../checking/arithmetic.ts';
import { blockIndexAt } from '../../checking/blocks.ts';
import { examples } from '../../checking/examples.ts';
import { figureColumns, type GridRow, gridsOf, isAdditive } from '../../checking/grid.ts';
import { labelled, type Stated, statedIn } from '../../checking/statements.ts';
import { discrepancy, said } from '../../checking/sums.ts';
import type { Dossier } from '../../dossier.ts';

const fewest = 3;

interface Division {
  readonly section: Section;
  readonly parts: readonly Stated[];
  readonly total: GridRow;
  readonly printed: string;
}

/** The area that each subsection gives itself: “规划用地面积36.18公顷”. */
function areasIn(reading: Reading): Map<Section, Stated[]> {
  const areas = new Map<Section, Stated[]>();
  for (const sentence of reading.sentences) {
    const section = reading.sectionOf[sentence.block];
    if (!section || !/面积/.test(sentence.prose.text)) continue;
    for (const stated of statedIn(reading, sentence))
      if (stated.dimension === 'area' && /规划(用地|占地)?面积/.test(stated.label) && !/建筑/.test(stated.label))
        areas.set(section, [...(areas.get(section) ?? []), stated]);
  }
  return areas;
}

/** The last total of the land table that follows, in the unit of the subsections. */
function divisionsOf(reading: Reading): Division[] {
  const areas = areasIn(reading);
  if (areas.size === 0) return [];
  const grids = gridsOf(reading).map((grid) => ({ grid, block: blockIndexAt(reading, grid.table.start) }));
  const below = new Map<Section | null, Section[]>();
  for (const section of reading.sections) {
    const kin = below.get(section.parent);
    if (kin) kin.push(section);
    else below.set(section.parent, [section]);
  }
  return reading.sections.flatMap((section): Division[] => {
    const children = below.get(section) ?? [];
    const parts = children.flatMap((child) => areas.get(child) ?? []);
    if (parts.length < fewest || children.filter((child) => areas.has(child)).length < children.length) return [];
    const table = grids.find(({ block }) => block > section.heading && block < section.to)?.grid;
    const column =
      table && figureColumns(table).find((each) => isAdditive(table, each) && /面积/.test(table.columns[each] ?? ''));
    const total = table?.rows.findLast(({ role }) => role === 'total');
    const printed = column === undefined ? undefined : total?.figures[column]?.printed;
    const sameUnit =
      parts.every(({ quantity }) => quantity.unit === parts[0]?.quantity.unit) &&
      /公顷|hm|ha/i.test(parts[0]?.quantity.unit ?? '') &&
      /公顷|hm|ha/i.test(table?.columns[column ?? 0] ?? '');
    return total && printed && sameUnit ? [{ section, parts, total, printed }] : [];
  });
}

export const sections = defineCheck<Dossier>({
  id: 'sum/sections',
  title: { zh: '各功能区面积之和与用地表不符', en: 'The areas of the sections do not make the land table' },
  severity: 'error',
  why: {
    zh: '功能分区与用地平衡表说的是同一块地，面积应当相等。',
    en: 'Functional areas and the land balance speak of one piece of land.',
  },
  message: {
    zh: '“{section}”的 {count} 个功能区面积相加为 {sum} 公顷，用地表“{label}”为 {total} 公顷，{direction} {gap} 公顷{hint}；请核对各功能区面积',
    en: '“{section}”: its {count} areas make {sum} ha, the land table says {total} ha in “{label}” ({gap} {over}){hintEn}; check the areas',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const { section, parts, total, printed } of divisionsOf(reading)) {
        const digits = parts.map(({ quantity }) => quantity.values[0] ?? '0');
        const wrong = discrepancy(digits, printed);
        if (wrong === null) continue;
        const coarse = digits.filter((each) => lastDigit(each).gt(lastDigit(printed)));
        const hint = wrong.mixed
          ? {
              hint: `（${coarse.join('、')} 公顷只写到整数，精度不一）`,
              hintEn: ` (${coarse.join(', ')} has fewer digits than the rest)`,
            }
          : { hint: '', hintEn: '' };
        report(
          [total.source, ...parts.map(labelled)],
          { ...said(wrong), section: section.title, count: parts.length, label: total.label, ...hint },
          { arithmetic: wrong.arithmetic, severity: wrong.mixed ? 'advice' : 'error' },
        );
      }
  },
  examples: examples({
    pass: [
      '一、空间布局\n\n（一）配套区\n\n规划用地面积10.20公顷。\n\n（二）食品区\n\n规划用地面积20.30公顷。\n\n（三）物流区\n\n规划用地面积30.40公顷。\n\n规划用地汇总表\n\n用地代码\t用地名称\t用地面积（公顷）\nM\t工业用地\t50.90\nG\t绿地与广场用地\t10.00\n\t规划总用地合计\t60.90\n',
    ],
    fail: [
      '一、空间布局\n\n（一）配套区\n\n规划用地面积10.20公顷。\n\n（二）食品区\n\n规划用地面积24.30公顷。\n\n（三）物流区\n\n规划用地面积30.40公顷。\n\n规划用地汇总表\n\n用地代码\t用地名称\t用地面积（公顷）\nM\t工业用地\t50.90\nG\t绿地与广场用地\t10.00\n\t规划总用地合计\t60.90\n',
    ],
  }),
});
