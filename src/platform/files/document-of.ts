import type { Block, HeadingBlock, ReadDocument } from '../../core/document.ts';
import { joinProse, lineStartsOf } from '../../core/document.ts';
import { carrier, flowOf, lastAtOrBefore } from './flow.ts';
import { type LayOutText, type Placed, type PlacedText, spanOfText } from './placed.ts';
import { captionAbove, tableBlock } from './table-block.ts';

const noGlue = () => '';

/** Heading styles and numbering are two scales: a style has the level that its numbered headings mostly have. */
function styleLevels(declared: readonly { style: number; found: Block | undefined }[]): (style: number) => number {
  const votes = new Map<number, Map<number, number>>();
  for (const { style, found } of declared) {
    if (found?.kind !== 'heading' || found.number === null) continue;
    const counts = votes.get(style) ?? new Map<number, number>();
    counts.set(found.level, (counts.get(found.level) ?? 0) + 1);
    votes.set(style, counts);
  }
  const known = [...votes].map(([style, counts]) => {
    const [[level] = [style]] = [...counts].sort((a, b) => b[1] - a[1]);
    return { style, level };
  });
  return (style) => {
    const nearest = known.toSorted((a, b) => Math.abs(a.style - style) - Math.abs(b.style - style))[0];
    return nearest === undefined ? style : Math.max(1, nearest.level + style - nearest.style);
  };
}

function layOutTexts(text: string, texts: readonly PlacedText[], layOutText: LayOutText): Block[] {
  const flow = flowOf(text, texts);
  const carry = carrier(flow);
  const found: Block[][] = texts.map(() => []);
  for (const block of layOutText('', flow.text).blocks) found[lastAtOrBefore(flow.starts, block.start)]?.push(block);
  const declared = texts.flatMap(({ heading }, i) =>
    heading === undefined ? [] : [{ style: heading, found: found[i]?.[0] }],
  );
  const levelOf = styleLevels(declared);
  return texts.flatMap((item, i): Block[] => {
    const blocks = found[i] as Block[];
    const [first] = blocks;
    if (item.heading === undefined) return blocks.map(carry);
    const whole = spanOfText(item);
    if (first?.kind === 'heading' && blocks.length === 1) {
      const level = first.number === null ? levelOf(item.heading) : first.level;
      return [{ ...(carry(first) as HeadingBlock), ...whole, level }];
    }
    return [
      {
        kind: 'heading',
        ...whole,
        level: levelOf(item.heading),
        number: null,
        prose: joinProse(text, item.spans, noGlue),
      },
    ];
  });
}

const furnitureBlock = (item: PlacedText): Block[] =>
  item.furniture === undefined ? [] : [{ kind: 'furniture', what: item.furniture, ...spanOfText(item) }];

/** Makes the document of what a reader placed in its text; what is not declared follows the rules of plain text. */
export function documentOf(
  name: string,
  format: ReadDocument['format'],
  text: string,
  placed: readonly Placed[],
  layOutText: LayOutText,
): ReadDocument {
  const taken = new Set<Placed>();
  const tables = placed.flatMap((item, i) =>
    item.kind === 'table' ? [tableBlock(text, item, captionAbove(text, placed, i, taken))] : [],
  );
  const texts = placed.filter((item): item is PlacedText => item.kind === 'text' && !taken.has(item));
  const running = texts.filter(({ furniture }) => furniture === undefined);
  const blocks = [...layOutTexts(text, running, layOutText), ...texts.flatMap(furnitureBlock), ...tables];
  blocks.sort((a, b) => a.start - b.start || b.end - a.end);
  return { name, format, text, lineStarts: lineStartsOf(text), blocks };
}
