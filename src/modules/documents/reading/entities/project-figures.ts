import type { Prose, Span } from '../../../../core/document.ts';
import type { ProjectFact } from '../../extraction.ts';
import type { Draft } from '../draft.ts';
import { narrow } from '../numerals.ts';
import { periodsIn } from '../periods.ts';
import { quantitiesIn } from '../quantities.ts';
import type { PeriodMention, Quantity } from '../reading.ts';
import { nowOf, unitsOf } from '../sentences.ts';
import { sourceAt } from './passages.ts';

export interface ProjectFigures {
  readonly owner: string | null;
  readonly investment: ProjectFact['investment'];
  readonly start: string | null;
  readonly finish: string | null;
  readonly location: string | null;
  readonly quantities: ProjectFact['quantities'];
}

const invested = /(?:总投资|投资总?额|计划投资|投资规模|投资)(?:金)?[^，。；\d]{0,4}$/u;
const money = /元$/u;
const began = /开工|开始建设|动工|启动建设|始建/u;
const ended = /建成|竣工|投产|完工|投运|投入(?:使用|运营|生产|运行)|达产/u;
const building = /建设(?:年限|期限|周期|工期|起止年限|时间)/u;
/** “由恒远机械有限公司投资建设”. */
const builder = /由([\u4e00-\u9fff（）]{4,30}?(?:公司|集团|厂|中心|院))(?:投资|承建|建设|兴建|实施|负责)/u;
const place = /(?:位于|选址(?:在|于)?|坐落于|坐落在|建设地点(?:为|：|:))([^，。；]{2,30})/u;
const filler =
  /^(?:其中|该|项目|公司|企业|全部|预计|预期|计划|规划|建成后|达产后|达产达效后|投产后|完成后|每?年?可?实现|可|将|约|为|达到?|有|和|及|、|，|新增|共|总计|能|并|年均)+|(?:为|达到?|约|可|实现|共|近|超过?|不低于|预计|计划|总计|：|:)+$/gu;

/** What running text says of one project: money, years, place and every other figure under its own name. */
export function figuresIn(draft: Draft, prose: Prose, { start, end }: Span): ProjectFigures {
  const text = narrow(prose.text.slice(start, end));
  const { periods, dates } = periodsIn(text, nowOf(draft.about));
  const quantities = quantitiesIn(text, dates, unitsOf(draft.own));
  const total = quantities.find(
    (quantity) => money.test(quantity.unit) && invested.test(text.slice(0, quantity.start)),
  );
  return {
    investment: total === undefined ? null : { value: Number(total.values[0]), unit: total.unit },
    owner: builder.exec(text)?.[1] ?? null,
    ...yearsIn(text, periods),
    location: place.exec(text)?.[1]?.trim() ?? null,
    quantities: quantities.flatMap((quantity, i) => {
      const name =
        quantity === total || quantity.form !== 'plain' || quantity.unit === '' ? '' : nameOf(text, quantities, i);
      if (name === '') return [];
      const span = { start: start + quantity.start, end: start + quantity.end };
      return [
        { name, value: Number(quantity.values[0]), unit: quantity.unit, source: sourceAt(draft.document, prose, span) },
      ];
    }),
  };
}

function yearsIn(text: string, periods: readonly PeriodMention[]): { start: string | null; finish: string | null } {
  let start: string | null = null;
  let finish: string | null = null;
  for (const { period, start: from, end } of periods) {
    const [first, last] = period.split('/');
    // The period may have taken in its own “开始”.
    const after = text.slice(from, end) + (text.slice(end, end + 8).split(/[，。；]/u)[0] ?? '');
    const built = building.test(text.slice(Math.max(0, from - 10), from)) || /^年?(?:建设|实施)/u.test(text.slice(end));
    if (last !== undefined && built) {
      start = first as string;
      finish = last;
    } else if (began.test(after)) start ??= period;
    else if (ended.test(after)) finish ??= period;
  }
  return { start, finish };
}

/** What a figure counts: the words before it in its clause, or after it when nothing stands before (“年产4万吨碳化硅”). */
function nameOf(text: string, quantities: readonly Quantity[], i: number): string {
  const quantity = quantities[i] as Quantity;
  const from = Math.max(
    quantities[i - 1]?.end ?? 0,
    ...['，', '。', '；', '、', '（', '：'].map((mark) => text.lastIndexOf(mark, quantity.start - 1) + 1),
  );
  const before = text.slice(from, quantity.start).trim().replace(filler, '').trim();
  const after = /^[\u4e00-\u9fff（）]{1,16}/u.exec(text.slice(quantity.end))?.[0] ?? '';
  const makes = /(?:年产|年处理|年加工|日处理|年生产|生产|新建|建设|安置|年屠宰|年消耗|购置|新增)$/u.test(before);
  if (before.length >= 2 && before.length <= 24) return makes && after !== '' ? `${before}${after}` : before;
  return before.length < 2 ? after : '';
}
