import type { Source } from '../../../../core/document.ts';
import type { FactContent, FactKind, PlanDetail } from '../../plan.ts';

const comparatorWords: readonly (readonly [RegExp, '>=' | '>' | '<=' | '~'])[] = [
  [/(不低于|不少于|(?<!规模)以上|力争)/, '>='],
  [/(超过|突破)/, '>'],
  [/(不高于|不超过|控制在|以内|以下)/, '<='],
  [/(约|左右|近|余)/, '~'],
];

const lineOf = (text: string, offset: number): number => {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
};

const sentenceAround = (text: string, start: number, end: number): string => {
  const before = Math.max(...['。', '；', '\n'].map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
  const ends = ['。', '；', '\n'].map((mark) => text.indexOf(mark, end)).filter((at) => at >= 0);
  return text.slice(before, ends.length > 0 ? Math.min(...ends) : text.length);
};

function indicatorFrom(marked: string, sentence: string, about: PlanDetail['about'], source: Source) {
  const number = marked.match(/[\d０-９][\d０-９,，.．]*/);
  const printed = (number?.[0] ?? '0').normalize('NFKC').replaceAll(',', '').replace(/\.$/, '');
  const at = number?.index ?? marked.length;
  const after = marked.slice(at + (number?.[0].length ?? 0));
  const before = marked.slice(0, at);
  const unit =
    after.match(/^\s*(百分点|[%％‰]|[\p{Script=Han}A-Za-z²/·]{1,8}?)(?=以上|左右|以内|以下|[，。；、）)\s]|$)/u)?.[1] ??
    '';
  const year = (marked.match(/(\d{4})年/) ?? sentence.match(/(\d{4})年/))?.[1] ?? about.baseYear;
  const name = before
    .replace(/^.*?\d{4}年[，,]?/, '')
    .replace(/(实现|达到|达|为|约|超过|突破|不低于|力争|增长到|提高到|完成|共有|拥有|[到至，,：:]|\s)+$/u, '')
    .replace(/^[，,。；\s]+/u, '');
  const isTarget = /(到\d{4}年|目标|力争|达到)/.test(sentence) && year !== null && year > (about.baseYear ?? '0000');
  return {
    name: name.slice(-40),
    subject: about.regions.at(-1) ?? null,
    value: Number(printed),
    unit: unit.replace('％', '%'),
    comparator: comparatorWords.find(([word]) => word.test(marked))?.[1] ?? ('=' as const),
    period: year,
    kind: isTarget ? ('target' as const) : ('baseline' as const),
    attribute: null,
    source,
    printed,
    isTarget,
    from: null,
    table: null,
  };
}

/** A fact drawn up from text that a person marked; the editor shows it before it is added. */
export function prefill(
  plan: Pick<PlanDetail, 'text' | 'about'>,
  kind: FactKind,
  start: number,
  end: number,
): FactContent {
  const { text, about } = plan;
  const marked = text.slice(start, end);
  const source: Source = { line: lineOf(text, start), quote: marked, start, end };
  const words = marked.replaceAll(/\s+/g, '');
  if (kind === 'indicator')
    return { kind, data: indicatorFrom(words, sentenceAround(text, start, end), about, source) };
  if (kind === 'project') {
    const blank = { owner: null, location: null, industry: null, investment: null, start: null, finish: null };
    return { kind, data: { name: words, ...blank, quantities: [], status: null, list: null, source } };
  }
  if (kind === 'task')
    return {
      kind,
      data: { number: null, text: words, leads: [], cooperators: [], deadline: null, recurrence: null, source },
    };
  if (kind === 'park')
    return {
      kind,
      data: {
        name: words,
        aliases: [],
        level: null,
        parent: null,
        functionalAreas: [],
        area: null,
        bounds: null,
        industries: [],
        source,
      },
    };
  return { kind, data: { name: words, aliases: [], source } };
}
