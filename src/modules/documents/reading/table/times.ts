import type { TableBlock } from '../../../../core/document.ts';
import type { DocumentFacts, IndicatorKind } from '../../extraction.ts';
import words from '../../vocabulary/table-words.json' with { type: 'json' };
import type { Column } from './columns.ts';

export interface When {
  readonly kind: IndicatorKind;
  readonly period: string | null;
  readonly isTarget: boolean;
  /** The year that a growth counts from. */
  readonly from: string | null;
}

/** What the figures of a column are at what time; `own` is the period that the row itself says. */
export interface Times {
  readonly of: (column: Column, own: string | null, bracketed: boolean) => When;
}

const endYear = (period: string): number =>
  Number(period.slice(-4).includes('-') ? period.slice(0, 4) : (period.split('/').at(-1) ?? period).slice(0, 4));
const planned = /规划|计划|目标|任务|预测|预期|展望/;
const present = /现状|基期|完成情况|开发情况|经营情况|发展情况|基本情况|统计/;

/** What a table as a whole says about time. */
interface Frame {
  readonly about: DocumentFacts;
  /** The years that its columns name, in order. */
  readonly years: readonly number[];
  /** The last year whose figures are known. */
  readonly base: number | null;
  readonly isPlan: boolean;
  readonly isPresent: boolean;
  readonly titled: string | null;
}

export function timesOf(about: DocumentFacts, { title }: TableBlock, figures: readonly Column[]): Times {
  const said = figures.flatMap(({ meaning }) =>
    meaning.period === null || meaning.measure === 'growth_rate' ? [] : [endYear(meaning.period)],
  );
  const years = [...new Set(said)].sort((a, b) => a - b);
  const [plans, presents] = [planned.test(title ?? ''), present.test(title ?? '')];
  const frame: Frame = {
    about,
    years,
    base: baseOf(about, years),
    isPlan: plans && !presents,
    isPresent: presents && !plans,
    titled: years.length === 0 ? yearOfTitle(title) : null,
  };
  return {
    of: (column, own, bracketed) =>
      column.meaning.measure === 'growth_rate'
        ? growing(frame, column, column.meaning.period ?? own, bracketed)
        : standing(
            frame,
            column,
            own ?? column.meaning.period ?? besidesShare(column, figures) ?? frame.titled,
            bracketed,
          ),
  };
}

/** “2023年面积｜比例｜2030年面积｜比例”: a share without a year has that of the figures left of it. */
function besidesShare({ at, meaning }: Column, figures: readonly Column[]): string | null {
  if (meaning.measure !== 'share') return null;
  const left = figures.findLast((column) => column.at < at);
  return left?.meaning.measure === null ? left.meaning.period : null;
}

function standing(frame: Frame, column: Column, stated: string | null, bracketed: boolean): When {
  const isTarget = isAimed(frame, column, stated);
  const period = stated ?? unstated(frame, column, isTarget);
  if (bracketed) return { kind: 'cumulative', period: piledUp(frame, period), isTarget, from: null };
  return { kind: column.meaning.measure ?? (isTarget ? 'target' : 'baseline'), period, isTarget, from: null };
}

/** The column of growth: what a bracketed figure in it adds up, and over which years the others run. */
function growing(frame: Frame, column: Column, stated: string | null, bracketed: boolean): When {
  const span = during(frame, growthSpan(frame));
  if (bracketed) return { kind: 'cumulative', period: span, isTarget: true, from: null };
  const period = stated ?? span;
  const first = period?.includes('/') ? Number(period.slice(0, 4)) : null;
  const isAfterBase = first !== null && (stated === null || frame.base === first - 1);
  const from = first === null ? null : String(isAfterBase ? first - 1 : first);
  return { kind: 'growth_rate', period, isTarget: isAimed(frame, column, period), from };
}

/** Reached or aimed at: the head's own words, then its year against the base year, then the title. */
function isAimed({ base, isPlan, isPresent, years }: Frame, { meaning }: Column, period: string | null): boolean {
  if (meaning.state === 'planned') return true;
  if (meaning.state === 'now' || isPresent) return false;
  if (period !== null && base !== null) return endYear(period) > base;
  // Beside columns of years, one without a year states what is.
  return isPlan && years.length === 0;
}

/** The years in which growth happens or a total piles up: those after the base year. */
function during({ base }: Frame, period: string | null): string | null {
  if (period === null || base === null) return period;
  const [first, last] = [Number(period.slice(0, 4)), endYear(period)];
  return first <= base && last > base ? `${base + 1}/${last}` : period;
}

function growthSpan({ about, base, years }: Frame): string | null {
  const from = base ?? years[0];
  const to = years.at(-1);
  if (to === undefined) {
    return about.period === null ? null : `${about.baseYear ?? about.period.start}/${about.period.end}`;
  }
  return from !== undefined && from < to ? `${from}/${to}` : String(to);
}

/** A bracketed total to the end of the plan has piled up since the base year. */
function piledUp({ base }: Frame, period: string | null): string | null {
  const isYear = period !== null && /^\d{4}$/.test(period);
  return isYear && base !== null && Number(period) > base + 1 ? `${base + 1}/${period}` : period;
}

function unstated(
  { about, isPlan, isPresent, years }: Frame,
  { meaning, head }: Column,
  aimed: boolean,
): string | null {
  if (!aimed) return isPresent || meaning.state === 'now' ? about.baseYear : null;
  if (/(?:达产|投产|建成|达效)后/.test(head)) return null;
  if (meaning.state === 'planned' && meaning.name === '') return about.period?.end ?? null;
  return isPlan && years.length > 1 ? `${years[0]}/${years.at(-1)}` : null;
}

/** “2020年各园区情况” dates what its columns leave undated; a span of years does not. */
function yearOfTitle(title: string | null): string | null {
  const found = [...(title ?? '').matchAll(/(?:19|20)\d{2}/g)].map(([year]) => year);
  return found.length === 1 ? (found[0] as string) : null;
}

/** Every year from the first of the plan on: then none of them is its base. */
const isYearByYear = (years: readonly number[], start: number): boolean =>
  years.length > 2 && (years[0] as number) >= start && years.every((year, i) => year === (years[0] as number) + i);

/** The last year whose figures are known: the plan's own, else the first of several columns unless it lies ahead. */
function baseOf({ baseYear, issuedOn, period }: DocumentFacts, years: readonly number[]): number | null {
  if (baseYear !== null) return Number(baseYear);
  const now = issuedOn === null ? (period === null ? null : Number(period.start)) : Number(issuedOn.slice(0, 4));
  const [first] = years;
  if (period !== null && isYearByYear(years, Number(period.start))) return Number(period.start) - 1;
  if (first === undefined) return now === null ? null : now - 1;
  if (now === null) return years.length > 1 ? first : null;
  return years.length > 1 && first <= now ? first : now - 1;
}

const tail = new RegExp(
  `(?:${[...words.collectiveEndings, '一览表', '汇总表', '统计表', '计划表', '目标表', '情况表', '表', '一览', '汇总', '计划', '规划', '预测', '分解', '分年度', '年度'].sort((a, b) => b.length - a.length).join('|')})$`,
);

/** “表3 各园区工业总产值目标” → 工业总产值: what a table is about when neither row nor column says it. */
export function nameOfTitle(title: string | null): string {
  let name = (title ?? '')
    .replace(/^(?:附?表|专栏)\s*[\d一二三四五六七八九十.\-－—]*\s*[:：]?/, '')
    .replace(/(?:19|20)\d{2}\s*(?:[-—–~～至]+\s*(?:19|20)\d{2})?\s*年?|[“”"\s]|十[一二三四五]五(?:期间|时期|末)?/g, '')
    .replace(/^.*?(?:各|分)(?:园区|产业|行业|县区|县|区|乡镇|企业|片区|地区)(?:的)?/, '');
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(tail, '');
  }
  return name.length > 20 ? '' : name;
}
