import type { ReactNode } from 'react';
import type { Label } from '../../../../core/text.ts';
import type { Column } from '../../../../web/dense-table.tsx';
import type { Amount, IndicatorFact } from '../../../documents/extraction.ts';
import type { FactKind, PlanFact } from '../../plan.ts';
import { comparatorSigns, indicatorKindLabels, stateLabels, stateSigns } from './wording.ts';

type Say = (label: Label) => string;
type FactOf<Kind extends FactKind> = Extract<PlanFact, { kind: Kind }>;

const heads = {
  name: { zh: '名称', en: 'Name' },
  indicator: { zh: '指标', en: 'Indicator' },
  subject: { zh: '主体', en: 'Subject' },
  period: { zh: '时期', en: 'Period' },
  value: { zh: '数值', en: 'Value' },
  unit: { zh: '单位', en: 'Unit' },
  kind: { zh: '口径', en: 'Kind' },
  owner: { zh: '建设单位', en: 'Owner' },
  location: { zh: '地点', en: 'Place' },
  investment: { zh: '投资', en: 'Investment' },
  years: { zh: '起止', en: 'Years' },
  task: { zh: '任务', en: 'Task' },
  leads: { zh: '牵头单位', en: 'Lead' },
  deadline: { zh: '时限', en: 'Due' },
  level: { zh: '级别', en: 'Level' },
  area: { zh: '面积', en: 'Area' },
  industries: { zh: '产业', en: 'Industries' },
  aliases: { zh: '别称', en: 'Also called' },
} satisfies Record<string, Label>;

/** English words for the kinds are longer. */
const kindWidth = { zh: '52px', en: '78px' } satisfies Label;

const grouped = (digits: string): string => {
  const [whole = '', part] = digits.split('.');
  const wide = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : whole;
  return part === undefined ? wide : `${wide}.${part}`;
};

/** The figure as printed, digits kept: 4.70 stays 4.70. */
export const printedValue = ({ printed, comparator }: Pick<IndicatorFact, 'printed' | 'comparator'>): string =>
  comparatorSigns[comparator] + printed.split('/').map(grouped).join('–');

export const periodOf = (period: string | null): string => period?.replace('/', '–') ?? '—';

const amount = (value: Amount | null): string =>
  value === null ? '—' : `${grouped(String(value.value))} ${value.unit}`;

/** What a fact is called in lists and messages. */
export const nameOf = (fact: PlanFact): string => (fact.kind === 'task' ? fact.data.text : fact.data.name);

export const yearsOf = ({ start, finish }: { start: string | null; finish: string | null }): string =>
  [start, finish].filter(Boolean).join('–') || '—';

/** A fact in one line: “规上工业总产值 280 亿元 · 2030 · 目标”. */
export function summaryOf(fact: PlanFact, say: Say): string {
  if (fact.kind !== 'indicator') return nameOf(fact);
  const { name, unit, period, kind } = fact.data;
  return `${name} ${printedValue(fact.data)} ${unit} · ${periodOf(period)} · ${say(indicatorKindLabels[kind])}`;
}

/** The columns of each kind of fact; `flag` draws the findings that touch a fact. */
export function columnsOf(kind: FactKind, say: Say, flag: (fact: PlanFact) => ReactNode): Column<PlanFact>[] {
  const state: Column<PlanFact> = {
    id: 'state',
    title: <span className="visually-hidden">{say({ zh: '状态', en: 'State' })}</span>,
    width: '30px',
    cell: (fact) => (
      <span className={`state-sign is-${fact.state}`} title={say(stateLabels[fact.state])}>
        <span aria-hidden="true">{stateSigns[fact.state]}</span>
        <span className="visually-hidden">{say(stateLabels[fact.state])}</span>
      </span>
    ),
  };
  const name: Column<PlanFact> = {
    id: 'name',
    title: say(kind === 'indicator' ? heads.indicator : kind === 'task' ? heads.task : heads.name),
    width: 'minmax(130px, 2.2fr)',
    cell: (fact) => (
      <span className="with-flag">
        <span className="cut" title={nameOf(fact)}>
          {nameOf(fact)}
        </span>
        {flag(fact)}
      </span>
    ),
  };
  const text = <Kind extends FactKind>(
    id: keyof typeof heads,
    width: string,
    read: (data: FactOf<Kind>['data']) => string | null,
    isFigure = false,
  ): Column<PlanFact> => ({
    id,
    title: say(heads[id]),
    width,
    isFigure,
    cell: (fact) => read(fact.data as FactOf<Kind>['data']) || '—',
  });
  const byKind: Record<FactKind, Column<PlanFact>[]> = {
    indicator: [
      text<'indicator'>('subject', 'minmax(80px, 1fr)', ({ subject }) => subject),
      text<'indicator'>('period', '88px', ({ period }) => periodOf(period)),
      text<'indicator'>('value', '84px', printedValue, true),
      text<'indicator'>('unit', '74px', ({ unit }) => unit),
      text<'indicator'>('kind', say(kindWidth), (data) => say(indicatorKindLabels[data.kind])),
    ],
    project: [
      text<'project'>('owner', 'minmax(90px, 1.4fr)', ({ owner }) => owner),
      text<'project'>('location', '80px', ({ location }) => location),
      text<'project'>('investment', '92px', ({ investment }) => amount(investment), true),
      text<'project'>('years', '86px', yearsOf),
    ],
    task: [
      text<'task'>('leads', 'minmax(110px, 1fr)', ({ leads }) => leads.join('、')),
      text<'task'>('deadline', '110px', ({ deadline }) => deadline),
    ],
    park: [
      text<'park'>('level', '66px', ({ level }) => level),
      text<'park'>('area', '110px', ({ area }) => amount(area), true),
      text<'park'>('industries', 'minmax(110px, 1.2fr)', ({ industries }) => industries.join('、')),
    ],
    enterprise: [text<'enterprise'>('aliases', 'minmax(120px, 1fr)', ({ aliases }) => aliases.join('、'))],
  };
  return [state, name, ...byKind[kind]];
}
