import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import type { PlanFact } from '../../plan.ts';

const words = {
  owner: { zh: '建设单位', en: 'Owner' },
  industry: { zh: '产业', en: 'Industry' },
  status: { zh: '状态', en: 'Status' },
  list: { zh: '所在清单', en: 'List' },
  leads: { zh: '牵头', en: 'Lead' },
  cooperators: { zh: '配合', en: 'With' },
  deadline: { zh: '时限', en: 'Due' },
  recurrence: { zh: '频次', en: 'Every' },
  parent: { zh: '上级', en: 'Parent' },
  functionalAreas: { zh: '功能区', en: 'Areas' },
  bounds: { zh: '四至', en: 'Bounds' },
  aliases: { zh: '别称', en: 'Also' },
  attribute: { zh: '属性', en: 'Attribute' },
  table: { zh: '表', en: 'Table' },
  from: { zh: '基期', en: 'From' },
  month: { zh: '每月', en: 'month' },
  quarter: { zh: '每季度', en: 'quarter' },
  half: { zh: '每半年', en: 'half-year' },
  year: { zh: '每年', en: 'year' },
  continuous: { zh: '持续', en: 'continuously' },
  east: { zh: '东至', en: 'E' },
  south: { zh: '南至', en: 'S' },
  west: { zh: '西至', en: 'W' },
  north: { zh: '北至', en: 'N' },
} satisfies Record<string, Label>;

type Word = keyof typeof words;
type Detail = readonly [name: Word | string, value: string | null | undefined];

const isWord = (name: string): name is Word => name in words;

function detailsOf(fact: PlanFact, say: (label: Label) => string): Detail[] {
  if (fact.kind === 'indicator') {
    const { attribute, table, from } = fact.data;
    return [
      ['attribute', attribute],
      ['from', from],
      ['table', table],
    ];
  }
  if (fact.kind === 'project') {
    const { owner, industry, status, list, quantities } = fact.data;
    const amounts = quantities.map(({ name, value, unit }): Detail => [name, `${value} ${unit}`]);
    return [['owner', owner], ['industry', industry], ['status', status], ...amounts, ['list', list]];
  }
  if (fact.kind === 'task') {
    const { leads, cooperators, deadline, recurrence } = fact.data;
    const every = recurrence && `${say(words[recurrence.every])}${recurrence.times ? ` ×${recurrence.times}` : ''}`;
    return [
      ['leads', leads.join('、')],
      ['cooperators', cooperators.join('、')],
      ['deadline', deadline],
      ['recurrence', every],
    ];
  }
  if (fact.kind === 'park') {
    const { parent, functionalAreas, bounds, aliases } = fact.data;
    const sides = (['east', 'south', 'west', 'north'] as const)
      .filter((side) => bounds?.[side])
      .map((side) => `${say(words[side])}${bounds?.[side]}`);
    return [
      ['parent', parent],
      ['functionalAreas', functionalAreas.join('、')],
      ['bounds', sides.join('，')],
      ['aliases', aliases.join('、')],
    ];
  }
  return [['aliases', fact.data.aliases.join('、')]];
}

/** What else was read about the fact in hand, beyond its row in the table. */
export function Details({ fact }: { fact: PlanFact }) {
  const { say } = useLanguage();
  const shown = detailsOf(fact, say).filter(([, value]) => value);
  if (shown.length === 0) return null;
  return (
    <dl className="details">
      {shown.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two quantities may bear one name
        <div key={index}>
          <dt>{isWord(name) ? say(words[name]) : name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
