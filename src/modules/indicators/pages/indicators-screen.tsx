import './indicators.css';
import { Input, Table } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useSearchParams } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { aggregations, directions, type Indicator } from '../indicator.ts';
import { accumulations } from '../observation.ts';
import { indicatorOperations } from '../operations.ts';

const words = {
  title: { zh: '指标', en: 'Indicators' },
  lead: {
    zh: '一个指标只有一个口径：名称、单位、分子分母、来源部门和汇总办法都在这里；比率按分子之和除以分母之和汇总。',
    en: 'One indicator, one meaning: name, unit, parts, source and how it comes together; ratios are sums over sums.',
  },
  search: { zh: '按名称、别名或编号查找', en: 'Find by name, other name or id' },
  name: { zh: '指标', en: 'Indicator' },
  unit: { zh: '单位', en: 'Unit' },
  accumulation: { zh: '报送', en: 'Reported' },
  aggregation: { zh: '汇总', en: 'Comes together' },
  direction: { zh: '方向', en: 'Direction' },
  department: { zh: '来源部门', en: 'Source' },
  definition: { zh: '口径', en: 'Definition' },
  derived: { zh: '由 {above} ÷ {below} 推算', en: '{above} over {below}' },
  weightedBy: { zh: '以 {weight} 加权', en: 'weighted by {weight}' },
  exempt: { zh: '1—2月合并报送', en: 'January and February are reported together' },
  since: { zh: '{since} 年起', en: 'since {since}' },
  owner: { zh: '主管：{owner}', en: 'Kept by {owner}' },
  none: { zh: '没有这样的指标', en: 'There is no such indicator' },
  noneHint: { zh: '换个说法，或清空查找', en: 'Try another word, or clear the search' },
} satisfies Record<string, Label>;

interface DetailsProps {
  readonly indicator: Indicator;
  readonly byId: ReadonlyMap<string, Indicator>;
}

function Details({ indicator, byId }: DetailsProps) {
  const { say } = useLanguage();
  const nameOf = (id: string | undefined) => {
    const found = byId.get(id ?? '');
    return found === undefined ? (id ?? '') : say(found.label);
  };
  const { above, below, weight, januaryExempt, owner, aliases, editions } = indicator;
  const notes = [
    above !== undefined && say(words.derived, { above: nameOf(above), below: nameOf(below) }),
    weight !== undefined && say(words.weightedBy, { weight: nameOf(weight) }),
    januaryExempt && say(words.exempt),
    say(words.owner, { owner }),
    aliases.length > 0 && aliases.join('、'),
  ].filter((note): note is string => note !== false);
  return (
    <div>
      {editions.map(({ since, definition, source }) => (
        <p key={since}>
          <b>{say(words.since, { since })}</b> {say(definition)} <span className="quiet">{source}</span>
        </p>
      ))}
      <p className="quiet">{notes.join(' · ')}</p>
    </div>
  );
}

export function IndicatorsScreen() {
  const { say } = useLanguage();
  const asked = useSearchParams().search;
  const [search, setSearch] = useState('');
  useEffect(() => setSearch((before) => asked ?? before), [asked]);
  const { data, error, refetch } = useOperation(indicatorOperations['indicators.list'], {});
  const byId = useMemo(() => new Map(data?.indicators.map((each) => [each.id, each])), [data]);
  const wanted = search.trim().toLowerCase();
  const found = data?.indicators.filter(({ id, label, aliases }) =>
    [id, label.zh, label.en, ...aliases].some((text) => text.toLowerCase().includes(wanted)),
  );
  return (
    <div className="page page-wide">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      <div className="page-actions figure-choice">
        <Input.Search
          allowClear
          aria-label={say(words.search)}
          placeholder={say(words.search)}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {found?.length === 0 && <Nothing title={say(words.none)} hint={say(words.noneHint)} />}
      {found !== undefined && found.length > 0 && (
        <Table
          size="small"
          rowKey="id"
          dataSource={found}
          pagination={false}
          scroll={{ x: 'max-content' }}
          expandable={{
            expandRowByClick: true,
            expandedRowRender: (indicator) => <Details indicator={indicator} byId={byId} />,
          }}
          columns={[
            {
              title: say(words.name),
              render: (_, { id, label }) => (
                <>
                  {say(label)} <small className="quiet">{id}</small>
                </>
              ),
            },
            { title: say(words.unit), dataIndex: 'unit' },
            { title: say(words.accumulation), render: (_, each) => say(accumulations[each.accumulation]) },
            { title: say(words.aggregation), render: (_, each) => say(aggregations[each.aggregation]) },
            { title: say(words.direction), render: (_, each) => say(directions[each.direction]) },
            { title: say(words.department), dataIndex: 'department' },
          ]}
        />
      )}
    </div>
  );
}
