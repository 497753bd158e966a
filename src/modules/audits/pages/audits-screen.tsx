import './audits.css';
import { DownloadOutlined, SearchOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Table } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { addressOf, perform } from '../../../web/client.ts';
import { DifferenceList } from '../../../web/difference-list.tsx';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { keyOf } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import type { AuditFilter, AuditRow } from '../audit.ts';
import { auditOperations } from '../operations.ts';
import { ChainState } from './chain-state.tsx';

const words = {
  title: { zh: '审计', en: 'Audit' },
  lead: {
    zh: '每次写入都在这里，只增不改；每行封进哈希链，改动、删除、塞入都能核验出来。',
    en: 'Every write, only ever added to; each row is sealed in a chain that shows what was changed, removed or put in.',
  },
  from: { zh: '起始日期', en: 'From' },
  to: { zh: '截止日期', en: 'To' },
  actor: { zh: '操作人（姓名或登录名）', en: 'Who (name or login)' },
  operation: { zh: '操作，如 plans', en: 'Operation, as plans' },
  entity: { zh: '对象种类，如 plan', en: 'Kind, as plan' },
  id: { zh: '对象编号', en: 'Its number' },
  unit: { zh: '单位路径', en: 'Path of the unit' },
  search: { zh: '查询', en: 'Search' },
  export: { zh: '导出 CSV', en: 'Export CSV' },
  at: { zh: '时间', en: 'When' },
  who: { zh: '操作人', en: 'Who' },
  where: { zh: '单位', en: 'Unit' },
  what: { zh: '操作', en: 'What' },
  which: { zh: '对象', en: 'Which' },
  link: { zh: '链', en: 'Link' },
  waiting: { zh: '待封存', en: 'to be sealed' },
  more: { zh: '更早的记录', en: 'Earlier rows' },
  none: { zh: '没有符合条件的记录', en: 'No rows fit' },
  noneHint: { zh: '放宽日期或条件再查', en: 'Widen the days or the filter' },
} satisfies Record<string, Label>;

const fields = ['from', 'to', 'actor', 'operation', 'entity', 'id', 'unit'] as const;

function FilterForm({ onSearch }: { onSearch: (filter: AuditFilter) => void }) {
  const { say } = useLanguage();
  const [typed, setTyped] = useState<Partial<Record<(typeof fields)[number], string>>>({});
  const filled = Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ''));
  return (
    <form
      className="audit-filter"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(filled);
      }}
    >
      {fields.map((name) => (
        <Input
          key={name}
          type={name === 'from' || name === 'to' ? 'date' : 'text'}
          aria-label={say(words[name])}
          title={say(words[name])}
          placeholder={say(words[name])}
          value={typed[name] ?? ''}
          onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
        />
      ))}
      <Button type="primary" htmlType="submit" icon={<SearchOutlined />}>
        {say(words.search)}
      </Button>
      <Button icon={<DownloadOutlined />} href={addressOf(auditOperations['audits.export'], filled)}>
        {say(words.export)}
      </Button>
    </form>
  );
}

const useAuditRows = (filter: AuditFilter) =>
  useInfiniteQuery({
    queryKey: keyOf(auditOperations['audits.search'], filter),
    queryFn: ({ pageParam, signal }) =>
      perform(auditOperations['audits.search'], { ...filter, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });

function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  const { say, language } = useLanguage();
  return (
    <Table
      size="small"
      rowKey="id"
      dataSource={[...rows]}
      pagination={false}
      tableLayout="fixed"
      scroll={{ x: 900 }}
      expandable={{
        expandRowByClick: true,
        expandedRowRender: ({ before, after }) => <DifferenceList before={before} after={after} />,
      }}
      columns={[
        {
          title: say(words.at),
          dataIndex: 'at',
          width: 170,
          render: (at: string) => new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB'),
        },
        { title: say(words.who), width: 120, ellipsis: true, render: (_, { actorName, actor }) => actorName ?? actor },
        {
          title: say(words.where),
          width: 180,
          ellipsis: true,
          render: (_, { unitName, unitPath }) => unitName ?? unitPath,
        },
        {
          title: say(words.what),
          render: (_, { summary, operation }) => (
            <span title={operation}>{summary === null ? operation : say(summary)}</span>
          ),
        },
        {
          title: say(words.which),
          ellipsis: true,
          render: (_, { entity, entityId }) => (entity === null ? '—' : `${entity} ${entityId ?? ''}`),
        },
        { title: say(words.link), width: 80, align: 'right', render: (_, { seq }) => seq ?? say(words.waiting) },
      ]}
    />
  );
}

export function AuditsScreen() {
  const { say } = useLanguage();
  const [filter, setFilter] = useState<AuditFilter>({});
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useAuditRows(filter);
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const search = (next: AuditFilter) => {
    setFilter(next);
    void refetch();
  };
  return (
    <div className="page page-wide">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      <ChainState />
      <FilterForm onSearch={search} />
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && rows.length === 0 && <Nothing title={say(words.none)} hint={say(words.noneHint)} />}
      {rows.length > 0 && <AuditTable rows={rows} />}
      {hasNextPage && (
        <div className="page-actions">
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say(words.more)}
          </Button>
        </div>
      )}
    </div>
  );
}
