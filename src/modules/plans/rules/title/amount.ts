import { defineCheck } from '../../../../core/check.ts';
import type { Source } from '../../../../core/document.ts';
import type { Quantity, Reading } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { type Measured, measuredQuantity, restates } from '../../checking/figures.ts';
import { gridsOf } from '../../checking/grid.ts';
import { sourceAt, sourceOfPart } from '../../checking/passages.ts';
import { quantitiesOf, statedIn } from '../../checking/statements.ts';
import type { Dossier } from '../../dossier.ts';

interface Titled {
  readonly name: string;
  readonly content: string;
  readonly sources: readonly Source[];
}

const sized = (quantities: readonly Quantity[]): Measured[] =>
  quantities
    .flatMap((quantity) => measuredQuantity(quantity) ?? [])
    .filter(({ dimension }) => !['CNY', 'ratio', 'year', 'day', 'count', 'people', 'area'].includes(dimension));

/** Rows of project tables: a name beside what is to be built. */
function projectRows(reading: Reading): Titled[] {
  return gridsOf(reading).flatMap(({ table, columns, rows }) => {
    const name = columns.findIndex((head) => /项目名称|工程名称|^项目$/.test(head));
    const content = columns.findIndex((head) => /内容|规模/.test(head));
    if (name < 0 || content < 0) return [];
    return rows.flatMap(({ index }): Titled[] => {
      const [a, b] = [table.rows[index]?.[name], table.rows[index]?.[content]];
      return a && b && a !== b && a.text !== '' && b.text !== ''
        ? [{ name: a.text, content: b.text, sources: [sourceAt(reading, a), sourceAt(reading, b)] }]
        : [];
    });
  });
}

/** A heading that names a project of a size, with the text below it. */
function headedSections(reading: Reading): Titled[] {
  const { document, sections } = reading;
  return sections.flatMap(({ heading, from, to }): Titled[] => {
    const block = document.blocks[heading];
    if (block?.kind !== 'heading' || !/项目|工程/.test(block.prose.text) || to - from > 8) return [];
    const passages = document.blocks
      .slice(from, to)
      .flatMap((each, i) =>
        each.kind === 'paragraph' ? [{ reading, block: from + i, kind: 'paragraph' as const, prose: each.prose }] : [],
      );
    const [first] = passages;
    if (first === undefined) return [];
    return [
      {
        name: block.prose.text,
        content: passages.map(({ prose }) => prose.text).join('\n'),
        sources: [sourceAt(reading, block), sourceOfPart(first, 0, Math.min(80, first.prose.text.length))],
      },
    ];
  });
}

/** “年产50万吨乙醇项目。……年产乙醇5万吨”: a project paragraph that opens with its own name. */
function openedParagraphs(reading: Reading): Titled[] {
  const byBlock = new Map<number, number>();
  reading.sentences.forEach(({ block }, i) => {
    if (!byBlock.has(block)) byBlock.set(block, i);
  });
  return [...byBlock.values()].flatMap((i): Titled[] => {
    const [first, second] = [reading.sentences[i], reading.sentences[i + 1]];
    if (
      !first ||
      !second ||
      first.block !== second.block ||
      !/(项目|工程)。$/.test(first.prose.text.trim()) ||
      first.prose.text.length > 50
    )
      return [];
    const stated = [...statedIn(reading, first), ...statedIn(reading, second)];
    return [
      { name: first.prose.text, content: second.prose.text, sources: stated.map(({ source }) => source).slice(0, 3) },
    ];
  });
}

interface Mismatch {
  readonly title: Measured;
  readonly body: Measured;
}

/** The one size in the name against the sizes of its kind in the content, or their sum. */
function mismatchOf({ name, content }: Titled): Mismatch | null {
  const [title, second] = sized(quantitiesOf(name));
  if (title === undefined || second !== undefined) return null;
  const bodies = sized(quantitiesOf(content)).filter(({ dimension }) => dimension === title.dimension);
  const [body] = bodies;
  if (body === undefined || bodies.length > 3 || bodies.some((each) => restates(each, title))) return null;
  const sum = bodies.reduce((all, { value }) => all.plus(value), title.value.minus(title.value));
  if (sum.minus(title.value).abs().lte(title.step)) return null;
  return { title, body };
}

export const amount = defineCheck<Dossier>({
  id: 'title/amount',
  title: { zh: '名称与内容的规模不一', en: 'A name and its content state different sizes' },
  severity: 'error',
  why: {
    zh: '项目名称里的规模是立项、用地、能评的依据，与建设内容不一，多半是多写或少写一位。',
    en: 'The size in the name is what was approved; if the content differs a digit was probably lost.',
  },
  message: {
    zh: '“{name}”名称写 {title}，建设内容写 {body}；请核对批复，改为一致',
    en: '“{name}” says {title} in its name and {body} in its content; check the approval and make them agree',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const titled of [...projectRows(reading), ...headedSections(reading), ...openedParagraphs(reading)]) {
        const mismatch = mismatchOf(titled);
        if (mismatch === null || titled.sources.length === 0) continue;
        const { title, body } = mismatch;
        report(
          titled.sources,
          { name: titled.name.slice(0, 30), title: title.text, body: body.text },
          { arithmetic: `${title.text} ≠ ${body.text}` },
        );
      }
  },
  examples: examples({
    pass: [
      '重点项目表\n\n序号\t项目名称\t建设内容及规模\t总投资（亿元）\n1\t年产50万吨乙醇项目\t一期年产20万吨，二期年产30万吨\t12\n2\t年产3万吨淀粉项目\t形成年产30000吨淀粉能力\t2\n',
    ],
    fail: [
      '重点项目表\n\n序号\t项目名称\t建设内容及规模\t总投资（亿元）\n1\t年产50万吨乙醇项目\t建设厂房，形成年产5万吨乙醇能力\t12\n2\t年产3万吨淀粉项目\t形成年产30000吨淀粉能力\t2\n',
    ],
  }),
});
