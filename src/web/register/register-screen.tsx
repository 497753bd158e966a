import './register.css';
import { DownloadOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Input, Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { ListedRow } from '../../core/register/answers.ts';
import { registerVerbs } from '../../core/register/operations.ts';
import type { Register } from '../../core/register/register.ts';
import type { Label } from '../../core/text.ts';
import { addressOf, perform } from '../client.ts';
import { type Column, DenseTable } from '../dense-table.tsx';
import { Failure } from '../error-boundary.tsx';
import { useLanguage } from '../language.tsx';
import { useSearchParams } from '../router.tsx';
import { useMay } from '../session.ts';
import { Nothing, Waiting } from '../waiting.tsx';
import { Duplicates } from './duplicates.tsx';
import { ImportWizard } from './import-wizard.tsx';
import { type MoreActions, RecordDrawer } from './record-drawer.tsx';
import { RecordForm } from './record-form.tsx';
import { showField, todayHere } from './show.ts';
import { words } from './wording.ts';

const pageSize = 1000;

interface Props {
  readonly register: Register;
  readonly lead: Label;
  readonly more?: MoreActions;
}

/** The list as it was on a day, page after page. */
function useRows(register: Register, asked: Readonly<Record<string, string>>) {
  const verbs = useMemo(() => registerVerbs(register), [register]);
  const query = useInfiniteQuery({
    queryKey: [verbs.list.route, asked],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      perform(verbs.list, { ...asked, limit: pageSize, ...(pageParam !== null && { after: pageParam }) }, { signal }),
    getNextPageParam: ({ next }) => next,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  const names = useMemo(
    () => Object.assign({}, ...(query.data?.pages.map((page) => page.names) ?? [])) as Record<string, string>,
    [query.data],
  );
  return { verbs, query, rows, names, total: query.data?.pages[0]?.total ?? 0 };
}

/** The page of any register: dense table as of a day, search, detail with history, import and export. */
export function RegisterScreen({ register, lead, more }: Props) {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const [on, setOn] = useState(todayHere);
  const [search, setSearch] = useState('');
  const [filters, setFilters] = useState<Readonly<Record<string, string>>>({});
  const { record } = useSearchParams();
  const [picked, setPicked] = useState<string | null>(null);
  // An address that names a record opens it, whichever was open before.
  useEffect(() => setPicked((before) => record ?? before), [record]);
  const [opened, setOpened] = useState<'add' | 'import' | 'duplicates' | null>(null);
  const asked = { ...(on !== '' && { on }), ...(search !== '' && { search }), ...filters };
  const { verbs, query, rows, names, total } = useRows(register, asked);
  const mayWrite = useMay(verbs.add.permission);
  const columns = useMemo<Column<ListedRow>[]>(
    () => [
      ...register.fields.flatMap((field) =>
        field.column === undefined
          ? []
          : [
              {
                id: field.id,
                title: say(field.label),
                width: field.column,
                isFigure: field.kind.isFigure ?? false,
                cell: ({ data }: ListedRow) => showField(field, data, names),
              },
            ],
      ),
      { id: 'since', title: say(words.since), width: '96px', cell: ({ begunOn }) => begunOn },
    ],
    [register, say, names],
  );
  const changed = () => void queries.invalidateQueries();
  const isAsked = search !== '' || Object.keys(filters).length > 0;
  const day = on === '' ? todayHere() : on;
  return (
    <div className="register-page">
      <header>
        <h1>{say(register.label)}</h1>
        <p className="lead">{say(lead)}</p>
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
            title={say(words.onHint)}
            value={on}
            style={{ width: 145 }}
            onChange={({ target }) => setOn(target.value)}
          />
          {register.fields.map(
            ({ id, label, kind, isFilter }) =>
              isFilter &&
              kind.choices && (
                <Select
                  key={id}
                  aria-label={say(label)}
                  placeholder={say(words.all, { field: say(label) })}
                  allowClear
                  style={{ width: 140 }}
                  options={Object.entries(kind.choices).map(([value, text]) => ({ value, label: say(text) }))}
                  onChange={(value: string | undefined) =>
                    setFilters(({ [id]: _, ...rest }) => (value === undefined ? rest : { ...rest, [id]: value }))
                  }
                />
              ),
          )}
          <span className="quiet">{query.data && say(words.total, { total })}</span>
          <span className="grow" />
          <Button onClick={() => setOpened('duplicates')}>{say(words.duplicates)}</Button>
          <Dropdown
            menu={{
              items: (['xlsx', 'csv'] as const).map((format) => ({
                key: format,
                label: <a href={addressOf(verbs.export, { format, on: day })}>{format === 'xlsx' ? 'Excel' : 'CSV'}</a>,
              })),
            }}
          >
            <Button icon={<DownloadOutlined />}>{say(words.export)}</Button>
          </Dropdown>
          {mayWrite && (
            <>
              <Button icon={<UploadOutlined />} onClick={() => setOpened('import')}>
                {say(words.import)}
              </Button>
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpened('add')}>
                {say(words.add)}
              </Button>
            </>
          )}
        </div>
      </header>
      {query.error && <Failure error={query.error} onAgain={() => void query.refetch()} />}
      {!query.data && !query.error && <Waiting />}
      {query.data && (
        <DenseTable
          label={say(register.label)}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          active={picked}
          onPick={({ id }) => setPicked(id)}
          empty={
            isAsked ? (
              <Nothing title={say(words.noMatch)} />
            ) : (
              <Nothing title={say(words.none)} hint={say(words.noneHint)} />
            )
          }
        />
      )}
      {query.hasNextPage && (
        <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {say(words.more, { count: Math.min(pageSize, total - rows.length) })}
        </Button>
      )}
      {picked !== null && (
        <RecordDrawer
          key={picked}
          id={picked}
          on={day}
          register={register}
          verbs={verbs}
          more={more}
          onClose={() => setPicked(null)}
          onChanged={changed}
        />
      )}
      {opened === 'import' && (
        <ImportWizard
          title={`${say(words.import)}：${say(register.label)}`}
          verbs={verbs}
          onClose={() => setOpened(null)}
          onApplied={changed}
        />
      )}
      {opened === 'duplicates' && (
        <Duplicates on={day} verbs={verbs} onClose={() => setOpened(null)} onChanged={changed} />
      )}
      {opened === 'add' && (
        <RecordForm
          title={`${say(words.add)}：${say(register.label)}`}
          register={register}
          fields={register.fields}
          data={null}
          dayLabel={say(words.since)}
          onClose={() => setOpened(null)}
          onSubmit={async (data, since, reason) => {
            await perform(verbs.add, { data, since, reason } as never);
            changed();
          }}
        />
      )}
    </div>
  );
}
