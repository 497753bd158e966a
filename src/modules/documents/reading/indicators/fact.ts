import type { IndicatorFact, IndicatorKind } from '../../extraction.ts';
import type { Draft } from '../draft.ts';
import type { PeriodMention, Quantity, Section, Sentence } from '../reading.ts';
import { sourceIn } from '../reading.ts';
import type { Figure } from './figure.ts';
import type { Mention } from './subjects.ts';
import { isAimed, type Mood, type Timing } from './timing.ts';

/** What surrounds a figure: who, when, and in what kind of section. */
export interface Where {
  readonly clauseAt: number;
  /** Where the words before the number end: for a shared lead, before its first number. */
  readonly leadEnd: number;
  readonly section: Section | null;
  readonly mood: Mood | null;
  readonly period: PeriodMention | null;
  readonly subject: Mention | null;
  /** The document's own zone or region. */
  readonly own: string | null;
}

const perMu = /^(?:入园项目|项目|新建项目|工业|工业用地)?亩均/;
/** 万元工业增加值能耗 is so much for every ten thousand. */
const perTenThousand =
  /^万元(?:地区生产总值|GDP|国内生产总值|工业增加值|工业产值|产值|增加值).*(?:[能水电]耗|用水量|取水量|排放量?)$/;
const money = /(?:产值|收入|营收|投资|投资额|税收|税金|利税|利润|资产|总额|销售额|增加值|资金|规模)$/;

/** The unit with what the name adds to it: 亩均税收 in 万元 is 万元/亩, 产值超50亿 is in 亿元. */
function unitOf({ name }: Figure, { unit }: Quantity): string {
  if (perMu.test(name) && /^[万亿]?元$/.test(unit)) return `${unit}/亩`;
  if (/^[万千百]*[万亿]$/.test(unit) && money.test(name.replace(/(?:数|门槛)$/, ''))) return `${unit}元`;
  if (perTenThousand.test(name) && !unit.includes('/')) return `${unit}/万元`;
  return /[类型]型?数$/.test(name) && unit === '个' ? '类' : unit;
}

const subjectWords = /(?:业|园|园区|区|集群|经济|公司|集团)$/;

/** “装备制造产业实现产值” names its subject before the verb; 规模以上企业 are part of one, not one. */
const saidSubject = ({ subjectWords: words }: Figure): string | null =>
  words !== null && subjectWords.test(words) && !/企业$|^规[模上]|^(?:园区|开发区|全区)$/.test(words) ? words : null;

const previousYear = (period: string | null): string | null =>
  period !== null && /^\d{4}(?!\/)/.test(period) ? String(Number(period.slice(0, 4)) - 1) : null;

/** A goal without a year, or a count of the plan's own parts, is for its end; a state without one for its base year. */
function defaultPeriod(
  figure: Figure,
  aimed: boolean,
  { mood, section }: Where,
  { planEnd, baseYear, periodOf }: Timing,
): string | null {
  const ofSection = periodOf(section);
  // A plan's span in a title says when its aims are due, not when its starting point was.
  if (ofSection !== null && (aimed || !ofSection.includes('/'))) return ofSection;
  if (aimed) return mood === 'goal' || (mood === 'task' && figure.counts) ? planEnd : null;
  // What a review of the last plan states without a year is how that plan ended.
  return mood === 'state' ? (ofSection?.split('/').at(-1) ?? baseYear) : null;
}

/** A yearly rate up to the end of the plan holds over all its years. */
const overPlan = (period: string | null, { planStart, planEnd }: Timing): string | null =>
  period !== null && period === planEnd && planStart !== null && planStart !== planEnd
    ? `${planStart}/${planEnd}`
    : period;

function kindOf(figure: Figure, aimed: boolean): IndicatorKind {
  if (figure.kind !== 'level') return figure.kind;
  return aimed ? 'target' : 'baseline';
}

/** “由2020年的100亿元”: the year right before the number. */
const standsBefore = (period: PeriodMention | null, { start }: Quantity): boolean =>
  period !== null && start - period.end >= 0 && start - period.end <= 1;

const attributeIn = (text: string): IndicatorFact['attribute'] =>
  text.includes('约束性') ? '约束性' : text.includes('预期性') ? '预期性' : null;

export function factOf(
  draft: Draft,
  timing: Timing,
  sentence: Sentence,
  text: string,
  quantity: Quantity,
  figure: Figure,
  where: Where,
): IndicatorFact {
  const said = text.slice(Math.max(0, where.clauseAt - 40), quantity.end);
  const goal = isAimed(said, where.period, where.mood, timing);
  // The year of a goal is that of its end: what it moves from is known already.
  const isBase = figure.startsMove && !standsBefore(where.period, quantity);
  const aimed = goal && !isBase;
  const wider = where.subject?.kind === 'wider';
  const stated = isBase
    ? goal && !wider
      ? timing.baseYear
      : null
    : (where.period?.period ?? (wider ? null : defaultPeriod(figure, aimed, where, timing)));
  const period = /年均(?:增速|下降)$/.test(figure.name) ? overPlan(stated, timing) : stated;
  const numbers = quantity.values.map(Number) as [number, number];
  // A target that “达到” names is a floor; a hundred per cent cannot be passed.
  const floor =
    aimed &&
    (!wider || /力争|争取/.test(said)) &&
    quantity.values[0] !== '100' &&
    /达到?\s*$/.test(text.slice(where.clauseAt, where.leadEnd));
  return {
    name: figure.name,
    subject: saidSubject(figure) ?? where.subject?.subject ?? where.own,
    value: quantity.values.length > 1 ? numbers : numbers[0],
    unit: unitOf(figure, quantity),
    comparator: quantity.comparator === '=' && floor ? '>=' : quantity.comparator,
    period,
    kind: kindOf(figure, aimed),
    attribute: attributeIn(said),
    source: sourceIn(draft, sentence, figure.span),
    printed: quantity.values.join('/'),
    isTarget: aimed,
    from: figure.from === '同比' ? previousYear(period) : figure.from,
    table: null,
  };
}
