import '../delivery.css';
import './lamps.css';
import { Input, Select, Table } from 'antd';
import { useState } from 'react';
import type * as z from 'zod';
import type { Label } from '../../../../core/text.ts';
import { Failure } from '../../../../web/error-boundary.tsx';
import { useLanguage } from '../../../../web/language.tsx';
import { PageLink, useGo, useSearchParams } from '../../../../web/router.tsx';
import { useOperation } from '../../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../../web/waiting.tsx';
import { projectStages } from '../../../projects/register.ts';
import { LampId, LampLevel, type LampRow, lampIds, lampLevels, moneyOperations } from '../../money-operations.ts';
import { Lamp } from '../lamp.tsx';
import { useUnitName, useUnits } from '../names.ts';
import { optionsOf } from '../show.ts';
import { LampCounts } from './lamp-counts.tsx';
import { LampDetail } from './lamp-detail.tsx';

type Question = z.input<(typeof moneyOperations)['lamps.portfolio']['input']>;

const words = {
  title: { zh: '预警灯', en: 'Lamps' },
  lead: {
    zh: '按 {on} 的情况、{period} 的完成投资判断。每个项目按其归口单位（没有决定的按最近的上级）的决定亮灯。',
    en: 'As of {on}, with the investment of {period}. Each project is judged by the decisions of its own unit, or of the nearest above it.',
  },
  backtest: { zh: '用往月回测', en: 'Test on past months' },
  lamp: { zh: '灯', en: 'Lamp' },
  level: { zh: '灯色', en: 'Colour' },
  unit: { zh: '单位', en: 'Unit' },
  stage: { zh: '阶段', en: 'Stage' },
  search: { zh: '项目名称', en: 'Name of a project' },
  project: { zh: '项目', en: 'Project' },
  worst: { zh: '最重的灯', en: 'The worst' },
  why: { zh: '为什么、怎么办', en: 'Why, and what to do' },
  open: { zh: '{name} 的算法与应做的事', en: 'Working and duties of {name}' },
  none: { zh: '没有符合条件的项目', en: 'No project fits' },
  noneHint: { zh: '换一盏灯、一种灯色，或清空筛选', en: 'Choose another lamp or colour, or clear the filter' },
  undecided: {
    zh: '{lamp}：{n} 个项目的归口单位还没有决定规则中的待定事项，显示无数据。',
    en: '{lamp}: the units of {n} projects have not decided what the edition leaves open, so it says no data.',
  },
  decide: { zh: '去决定', en: 'Decide' },
} satisfies Record<string, Label>;

const pageSize = 50;

/** The filter stands in the address, so that a link leads to the same list. */
function useLampFilter() {
  const { lamp, level, unit, stage, search } = useSearchParams();
  const go = useGo();
  const filter = {
    lamp: LampId.safeParse(lamp).data,
    level: LampLevel.safeParse(level).data,
    unitPath: unit,
    stage: stage as Question['stage'],
    search,
  };
  const change = (next: Readonly<Record<string, string | undefined>>) =>
    go('/lamps', { lamp, level, unit, stage, search, ...next }, { replace: true });
  return { filter, change };
}
interface BarProps {
  readonly filter: ReturnType<typeof useLampFilter>['filter'];
  readonly change: (next: Readonly<Record<string, string | undefined>>) => void;
}

function FilterBar({ filter, change }: BarProps) {
  const { say } = useLanguage();
  const units = useUnits();
  return (
    <search className="lamp-filter">
      <Select
        allowClear
        aria-label={say(words.lamp)}
        placeholder={say(words.lamp)}
        value={filter.lamp ?? null}
        options={optionsOf(lampIds, say)}
        onChange={(lamp) => change({ lamp: lamp ?? undefined })}
      />
      <Select
        allowClear
        aria-label={say(words.level)}
        placeholder={say(words.level)}
        value={filter.level ?? null}
        options={optionsOf(lampLevels, say)}
        onChange={(level) => change({ level: level ?? undefined })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={say(words.unit)}
        placeholder={say(words.unit)}
        value={filter.unitPath ?? null}
        options={units.map(({ unitPath, name }) => ({ value: unitPath, label: name }))}
        onChange={(unit) => change({ unit: unit ?? undefined })}
      />
      <Select
        allowClear
        aria-label={say(words.stage)}
        placeholder={say(words.stage)}
        value={filter.stage ?? null}
        options={optionsOf(projectStages, say)}
        onChange={(stage) => change({ stage: stage ?? undefined })}
      />
      <Input.Search
        allowClear
        aria-label={say(words.search)}
        placeholder={say(words.search)}
        defaultValue={filter.search ?? ''}
        onSearch={(text) => change({ search: text.trim() === '' ? undefined : text.trim() })}
      />
    </search>
  );
}

/** The working says what was cut at six decimals; a list that is looked over needs two. */
const shortly = (text: string): string =>
  text.replaceAll(/≈(-?\d+\.\d{3,})/g, (_, digits) => `≈${Number(digits).toFixed(2)}`);

/** Lamps that ask for something: the burning ones with their figures and duty; of an unknown one what to enter. */
function Why({ row, lamp }: { row: LampRow; lamp: LampId | undefined }) {
  const { say } = useLanguage();
  const shown = (row.lamps ?? []).filter(({ id, level }) =>
    lamp === undefined ? level === 'red' || level === 'yellow' : id === lamp,
  );
  return shown.map(({ id, level, said, duty, enter, refused }) => (
    <div key={id} className="lamp-why">
      <Lamp level={level} of={lampIds[id]} /> {said[0] && shortly(say(said[0]))}
      {duty && <small className="quiet">{say(duty.text)}</small>}
      {level === 'unknown' && (
        <small className="quiet">{refused ? say(refused) : enter.map((each) => say(each.enter)).join('；')}</small>
      )}
    </div>
  ));
}

export function LampsScreen() {
  const { say } = useLanguage();
  const { filter, change } = useLampFilter();
  const [page, setPage] = useState(1);
  const nameOf = useUnitName();
  const { data, error, refetch } = useOperation(
    moneyOperations['lamps.portfolio'],
    { ...filter, tells: 'reasons', limit: pageSize, offset: (page - 1) * pageSize },
    { keepsLast: true },
  );
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { on, period, rules, projects, matching } = data;
  const choose = (next: Parameters<typeof change>[0]) => {
    setPage(1);
    change(next);
  };
  return (
    <div className="page page-wide lamps-page">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead, { on, period })}</p>
      <LampCounts
        counts={data.counts}
        active={filter}
        onPick={(lamp, level) =>
          choose(
            filter.lamp === lamp && filter.level === level ? { lamp: undefined, level: undefined } : { lamp, level },
          )
        }
      />
      {rules
        .filter(({ undecided }) => undecided > 0)
        .map(({ id, undecided, ruleId, edition }) => (
          <p key={id} className="quiet">
            {say(words.undecided, { lamp: say(lampIds[id]), n: undecided })}{' '}
            <PageLink to={`/rules/${ruleId}/${edition}`}>{say(words.decide)}</PageLink>
          </p>
        ))}
      <div className="lamp-tools">
        <FilterBar filter={filter} change={choose} />
        <PageLink to="/lamps/backtest">{say(words.backtest)}</PageLink>
      </div>
      <Table<LampRow>
        size="small"
        rowKey="id"
        dataSource={projects}
        scroll={{ x: 900 }}
        locale={{ emptyText: <Nothing title={say(words.none)} hint={say(words.noneHint)} /> }}
        pagination={{
          current: page,
          pageSize,
          total: matching,
          onChange: setPage,
          showSizeChanger: false,
          hideOnSinglePage: true,
        }}
        expandable={{
          expandedRowRender: ({ id }) => <LampDetail projectId={id} on={on} period={period} />,
          expandIcon: ({ expanded, onExpand, record }) => (
            <button
              type="button"
              className={`ant-table-row-expand-icon ant-table-row-expand-icon-${expanded ? 'expanded' : 'collapsed'}`}
              aria-expanded={expanded}
              aria-label={say(words.open, { name: record.name })}
              onClick={(event) => onExpand(record, event)}
            />
          ),
        }}
        columns={[
          {
            title: say(words.project),
            render: (_, { id, name }) => <PageLink to={`/delivery/${id}`}>{name}</PageLink>,
          },
          { title: say(words.unit), width: 150, render: (_, { unitPath }) => nameOf(unitPath) },
          {
            title: say(words.stage),
            width: 76,
            render: (_, { stage }) => say(projectStages[stage as keyof typeof projectStages]),
          },
          { title: say(words.worst), width: 90, render: (_, { worst }) => <Lamp level={worst} /> },
          { title: say(words.why), width: '46%', render: (_, row) => <Why row={row} lamp={filter.lamp} /> },
        ]}
      />
    </div>
  );
}
