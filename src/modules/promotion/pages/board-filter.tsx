import { StarOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { recall, remember } from '../../../web/remember.ts';
import { useSession } from '../../../web/session.ts';
import { type ProjectList, projectLists } from '../../projects/delivery.ts';
import { useRecordNames, useUnits } from './names.ts';
import { optionsOf } from './show.ts';

const words = {
  search: { zh: '名称或项目代码', en: 'Name or code' },
  unit: { zh: '单位', en: 'Unit' },
  park: { zh: '园区', en: 'Park' },
  list: { zh: '年度清单', en: 'List' },
  year: { zh: '年度', en: 'Year' },
  saved: { zh: '常用筛选', en: 'Saved filters' },
  keep: { zh: '存为常用', en: 'Save this filter' },
  clear: { zh: '清空', en: 'Clear' },
  forget: { zh: '删去', en: 'Delete' },
} satisfies Record<string, Label>;

export interface BoardFilter {
  readonly search?: string | undefined;
  readonly unitPath?: string | undefined;
  readonly parkId?: string | undefined;
  readonly list?: ProjectList | undefined;
  readonly year?: number | undefined;
}

interface Kept {
  readonly name: string;
  readonly filter: BoardFilter;
}

/** What was remembered, unless somebody else's words stand there. */
function recalled<T>(key: string, empty: T): T {
  try {
    return (JSON.parse(recall(key) ?? 'null') as T | null) ?? empty;
  } catch {
    return empty;
  }
}

/** The filter of the board as this person left it. */
export function useBoardFilter() {
  const key = `delivery.filter.${useSession()?.id ?? ''}`;
  const [filter, setFilter] = useState<BoardFilter>(() => recalled<BoardFilter>(key, {}));
  const change = (next: BoardFilter) => {
    setFilter(next);
    remember(key, JSON.stringify(next));
  };
  return [filter, change] as const;
}

interface Props {
  readonly filter: BoardFilter;
  readonly onChange: (filter: BoardFilter) => void;
}

function SavedFilters({ filter, onChange }: Props) {
  const { say } = useLanguage();
  const key = `delivery.filters.${useSession()?.id ?? ''}`;
  const [kept, setKept] = useState<readonly Kept[]>(() => recalled<readonly Kept[]>(key, []));
  const units = useUnits();
  const parks = useRecordNames('parks');
  const write = (next: readonly Kept[]) => {
    setKept(next);
    remember(key, JSON.stringify(next));
  };
  const { search, unitPath, parkId, list, year } = filter;
  const name = [
    units.find((each) => each.unitPath === unitPath)?.name,
    parkId && parks.get(parkId),
    year,
    list && say(projectLists[list]),
    search,
  ]
    .filter(Boolean)
    .join(' · ');
  const isKept = kept.some((each) => each.name === name);
  return (
    <>
      {kept.length > 0 && (
        <Select
          aria-label={say(words.saved)}
          placeholder={say(words.saved)}
          value={isKept ? name : null}
          options={kept.map((each) => ({ value: each.name, label: each.name }))}
          onChange={(chosen: string) => onChange(kept.find((each) => each.name === chosen)?.filter ?? {})}
          className="board-saved"
        />
      )}
      {name !== '' && !isKept && (
        <Button icon={<StarOutlined />} onClick={() => write([...kept, { name, filter }])}>
          {say(words.keep)}
        </Button>
      )}
      {isKept && <Button onClick={() => write(kept.filter((each) => each.name !== name))}>{say(words.forget)}</Button>}
      {name !== '' && <Button onClick={() => onChange({})}>{say(words.clear)}</Button>}
    </>
  );
}

/** Which projects the board shows. */
export function BoardFilterBar({ filter, onChange }: Props) {
  const { say } = useLanguage();
  const units = useUnits();
  const parks = useRecordNames('parks');
  const [search, setSearch] = useState(filter.search ?? '');
  const set = (more: BoardFilter) => onChange({ ...filter, ...more });
  const thisYear = new Date().getFullYear();
  const years = [thisYear + 1, thisYear, thisYear - 1, thisYear - 2, thisYear - 3];
  return (
    <search className="board-filter">
      <Input.Search
        aria-label={say(words.search)}
        placeholder={say(words.search)}
        allowClear
        value={search}
        onChange={({ target }) => setSearch(target.value)}
        onSearch={(text) => set({ search: text.trim() === '' ? undefined : text.trim() })}
      />
      <Select
        aria-label={say(words.unit)}
        placeholder={say(words.unit)}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.unitPath ?? null}
        options={units.map(({ unitPath, name }) => ({ value: unitPath, label: name }))}
        onChange={(unitPath) => set({ unitPath: unitPath ?? undefined })}
      />
      <Select
        aria-label={say(words.park)}
        placeholder={say(words.park)}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.parkId ?? null}
        options={[...parks].map(([value, label]) => ({ value, label }))}
        onChange={(parkId) => set({ parkId: parkId ?? undefined })}
      />
      <Select
        aria-label={say(words.list)}
        placeholder={say(words.list)}
        allowClear
        value={filter.list ?? null}
        options={optionsOf(projectLists, say)}
        onChange={(list) =>
          set({ list: (list as ProjectList | null) ?? undefined, ...(list ? {} : { year: undefined }) })
        }
      />
      {filter.list !== undefined && (
        <Select
          aria-label={say(words.year)}
          placeholder={say(words.year)}
          allowClear
          value={filter.year ?? null}
          options={years.map((value) => ({ value, label: String(value) }))}
          onChange={(year) => set({ year: year ?? undefined })}
        />
      )}
      <SavedFilters
        filter={filter}
        onChange={(next) => {
          setSearch(next.search ?? '');
          onChange(next);
        }}
      />
    </search>
  );
}
