import '../../../web/register/register.css';
import { Breadcrumb, Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { type Column, DenseTable } from '../../../web/dense-table.tsx';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { type RegionRow, regionOperations } from '../operations.ts';

const words = {
  title: { zh: '行政区划', en: 'Regions' },
  lead: {
    zh: '国家标准 GB/T 2260 的代码与名称，到县，按所选日期列出。点一行看下一级。',
    en: 'Codes and names of GB/T 2260 down to counties, as of a day. Pick a row to see what lies below.',
  },
  edition: { zh: '名录截至 {edition}', en: 'List of {edition}' },
  on: { zh: '日期', en: 'As of' },
  search: { zh: '搜索名称或代码', en: 'Search names and codes' },
  country: { zh: '全国', en: 'China' },
  code: { zh: '代码', en: 'Code' },
  name: { zh: '名称', en: 'Name' },
  level: { zh: '级别', en: 'Level' },
  below: { zh: '下一级', en: 'Below' },
  from: { zh: '自', en: 'From' },
  to: { zh: '至', en: 'To' },
  none: { zh: '没有符合条件的区划', en: 'No region matches' },
} satisfies Record<string, Label>;

const levels: readonly Label[] = [
  { zh: '省级', en: 'Province' },
  { zh: '地级', en: 'Prefecture' },
  { zh: '县级', en: 'County' },
];

/** The regions of a day: level by level, or all levels by search. */
export function RegionsScreen() {
  const { say } = useLanguage();
  const [on, setOn] = useState(todayHere);
  const [search, setSearch] = useState('');
  const [parent, setParent] = useState<string | null>(null);
  const { data, error, refetch } = useOperation(regionOperations['regions.list'], {
    ...(on !== '' && { on }),
    ...(search !== '' ? { search } : parent !== null && { parent }),
  });
  const columns = useMemo<Column<RegionRow>[]>(
    () => [
      { id: 'code', title: say(words.code), width: '90px', cell: ({ code }) => code },
      { id: 'name', title: say(words.name), width: 'minmax(200px, 2fr)', cell: ({ name }) => name },
      { id: 'level', title: say(words.level), width: '90px', cell: ({ level }) => say(levels[level - 1] as Label) },
      { id: 'below', title: say(words.below), width: '90px', isFigure: true, cell: ({ below }) => below || '' },
      { id: 'from', title: say(words.from), width: '120px', cell: ({ from }) => from ?? '' },
      { id: 'to', title: say(words.to), width: 'minmax(120px, 1fr)', cell: ({ to }) => to ?? '' },
    ],
    [say],
  );
  const open = ({ code, below }: RegionRow) => {
    if (below === 0) return;
    setSearch('');
    setParent(code);
  };
  const crumb = (title: string, code: string | null) => ({
    title: (
      <Button type="link" size="small" onClick={() => setParent(code)}>
        {title}
      </Button>
    ),
  });
  return (
    <div className="register-page">
      <header>
        <h1>{say(words.title)}</h1>
        <p className="lead">{say(words.lead)}</p>
        <div className="register-bar">
          <Input.Search
            aria-label={say(words.search)}
            placeholder={say(words.search)}
            allowClear
            style={{ width: 220 }}
            onSearch={(text) => setSearch(text.trim())}
          />
          <Input
            type="date"
            aria-label={say(words.on)}
            value={on}
            style={{ width: 145 }}
            onChange={({ target }) => {
              // A region of today need not exist on another day.
              setParent(null);
              setOn(target.value);
            }}
          />
          <Breadcrumb
            items={[crumb(say(words.country), null), ...(data?.path ?? []).map(({ code, name }) => crumb(name, code))]}
          />
          <span className="grow" />
          <span className="quiet" title={data?.source}>
            {data && say(words.edition, { edition: data.edition })}
          </span>
        </div>
      </header>
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <DenseTable
          label={say(words.title)}
          columns={columns}
          rows={data.regions}
          keyOf={({ code }) => code}
          active={null}
          onPick={open}
          empty={<Nothing title={say(words.none)} />}
        />
      )}
    </div>
  );
}
