import type { Comparator, IndicatorKind } from '../../../documents/extraction.ts';
import type { FactContent } from '../../plan.ts';

export type Form = Record<string, string | readonly string[]>;
/** What can be wrong with a form; the editor has the words. */
export type FormMistake = 'badValue' | 'badPeriod' | 'needsName';

const orNull = (text: unknown): string | null => (typeof text === 'string' && text.trim() !== '' ? text.trim() : null);
export const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** A fact as its form shows it. */
export function formOf(content: FactContent): Form {
  const { kind, data } = content;
  const amount = (value: { value: number; unit: string } | null) => ({
    amount: value === null ? '' : String(value.value),
    amountUnit: value?.unit ?? '',
  });
  if (kind === 'indicator')
    return {
      name: data.name,
      subject: data.subject ?? '',
      value: data.printed.replace('/', '-'),
      unit: data.unit,
      comparator: data.comparator,
      period: data.period?.replace('/', '-') ?? '',
      kind: data.kind,
      attribute: data.attribute ?? '',
    };
  if (kind === 'project')
    return {
      name: data.name,
      owner: data.owner ?? '',
      location: data.location ?? '',
      industry: data.industry ?? '',
      start: data.start ?? '',
      finish: data.finish ?? '',
      ...amount(data.investment),
    };
  if (kind === 'task')
    return { text: data.text, leads: data.leads, cooperators: data.cooperators, deadline: data.deadline ?? '' };
  if (kind === 'park')
    return {
      name: data.name,
      level: data.level ?? '',
      parent: data.parent ?? '',
      industries: data.industries,
      aliases: data.aliases,
      ...amount(data.area),
    };
  return { name: data.name, aliases: data.aliases };
}

const periodPattern = /^(\d{4})(?:[-/—–](\d{4})|-(0[1-9]|1[0-2])|-(H[12]|Q[1-4]))?$/;

/** The fact that the form describes, or the word for what is wrong with it. */
export function contentFrom(before: FactContent, form: Form): FactContent | FormMistake {
  const amountOf = () => {
    const value = Number(textOf(form.amount).replaceAll(',', ''));
    return textOf(form.amount) === '' || Number.isNaN(value) ? null : { value, unit: textOf(form.amountUnit) };
  };
  const name = textOf(form[before.kind === 'task' ? 'text' : 'name']);
  if (name === '') return 'needsName';
  if (before.kind === 'indicator') {
    const value = textOf(form.value)
      .normalize('NFKC')
      .replaceAll(',', '')
      .match(/^(-?\d+(?:\.\d+)?)(?:[-–—~/](\d+(?:\.\d+)?))?$/);
    if (!value) return 'badValue';
    const period = textOf(form.period);
    const [, year, lastYear] = period.match(periodPattern) ?? [];
    if (period !== '' && year === undefined) return 'badPeriod';
    const [, low = '', high] = value;
    const comparator = form.comparator as Comparator;
    const kind = form.kind as IndicatorKind;
    const data = {
      ...before.data,
      name,
      subject: orNull(form.subject),
      value: high === undefined ? Number(low) : ([Number(low), Number(high)] as [number, number]),
      printed: high === undefined ? low : `${low}/${high}`,
      unit: textOf(form.unit),
      comparator: high === undefined ? (comparator === 'range' ? ('=' as const) : comparator) : ('range' as const),
      period: lastYear === undefined ? orNull(period) : `${year}/${lastYear}`,
      kind,
      attribute: orNull(form.attribute) as '预期性' | '约束性' | null,
      isTarget: kind === 'target' || (kind !== 'baseline' && before.data.isTarget),
    };
    return { kind: 'indicator', data };
  }
  if (before.kind === 'project') {
    const picked = ['owner', 'location', 'industry', 'start', 'finish'].map((key) => [key, orNull(form[key])] as const);
    return { kind: 'project', data: { ...before.data, name, ...Object.fromEntries(picked), investment: amountOf() } };
  }
  if (before.kind === 'task') {
    const units = { leads: listOf(form.leads), cooperators: listOf(form.cooperators) };
    return { kind: 'task', data: { ...before.data, text: name, ...units, deadline: orNull(form.deadline) } };
  }
  const aliases = listOf(form.aliases);
  if (before.kind === 'enterprise') return { kind: 'enterprise', data: { ...before.data, name, aliases } };
  const place = { level: orNull(form.level), parent: orNull(form.parent) };
  const industries = listOf(form.industries);
  return { kind: 'park', data: { ...before.data, name, aliases, ...place, industries, area: amountOf() } };
}
