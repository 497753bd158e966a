import './people.css';
import { PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Space, Table } from 'antd';
import { useMemo, useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { perform } from '../../../web/client.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { peopleOperations } from '../operations.ts';
import { parentOf, type Unit, unitKinds } from '../unit.ts';
import { FormModal } from './form-modal.tsx';
import { ImportModal } from './import-modal.tsx';
import { todayHere } from './moment.ts';
import { type UnitAction, unitForm } from './unit-forms.ts';

const words = {
  title: { zh: '单位', en: 'Units' },
  lead: {
    zh: '您管理范围内的单位，按所选日期列出。路径永不改变：更名保留旧名，撤销写明承接单位。',
    en: 'The units within your scope as of a day. Paths never change: a rename keeps the old name, an end names the successor.',
  },
  on: { zh: '日期', en: 'As of' },
  search: { zh: '搜索名称或代码', en: 'Search names and codes' },
  name: { zh: '名称', en: 'Name' },
  kind: { zh: '种类', en: 'Kind' },
  path: { zh: '路径', en: 'Path' },
  region: { zh: '区划代码', en: 'Region code' },
  since: { zh: '设立', en: 'Since' },
  add: { zh: '增设下级', en: 'Add below' },
  rename: { zh: '更名', en: 'Rename' },
  end: { zh: '撤销', en: 'End' },
  import: { zh: '导入', en: 'Import' },
  none: { zh: '这一天没有单位', en: 'No units on that day' },
} satisfies Record<string, Label>;

type Row = Unit & { children?: Row[] };

/** The flat list as a tree; a unit whose parent is out of sight stands at the top. */
function treeOf(units: readonly Unit[]): Row[] {
  const rows = new Map<string, Row>(units.map((unit) => [unit.unitPath, { ...unit }]));
  const top: Row[] = [];
  for (const row of rows.values()) {
    const parent = rows.get(parentOf(row.unitPath) ?? '');
    if (parent === undefined) top.push(row);
    else {
      parent.children ??= [];
      parent.children.push(row);
    }
  }
  return top;
}

const template = '路径,名称,简称,种类,区划代码,设立日期\ncn.99,云河省,云河,省级,990000,2000-01-01\n';

export function UnitsScreen() {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const mayWrite = useMay(peopleOperations['units.add'].permission);
  const [on, setOn] = useState(todayHere);
  const [search, setSearch] = useState('');
  const [action, setAction] = useState<{ what: UnitAction; unit: Unit } | null>(null);
  const [isImporting, setIsImporting] = useState(false);
  const { data, error, refetch } = useOperation(peopleOperations['units.list'], on === '' ? {} : { on });
  const shown = useMemo(() => {
    const units = data?.units ?? [];
    if (search === '') return treeOf(units);
    return units.filter(({ name, shortName, unitPath }) => `${name} ${shortName} ${unitPath}`.includes(search));
  }, [data, search]);
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const changed = () => queries.invalidateQueries();
  const form = action === null ? null : unitForm(action.what, action.unit, data.units, say);
  return (
    <div className="page page-wide">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      <div className="people-bar">
        <Input.Search
          aria-label={say(words.search)}
          placeholder={say(words.search)}
          allowClear
          style={{ width: 240 }}
          onChange={({ target }) => setSearch(target.value.trim())}
        />
        <Input
          type="date"
          aria-label={say(words.on)}
          value={on}
          style={{ width: 150 }}
          onChange={({ target }) => setOn(target.value)}
        />
        <span className="grow" />
        {mayWrite && (
          <Button icon={<UploadOutlined />} onClick={() => setIsImporting(true)}>
            {say(words.import)}
          </Button>
        )}
      </div>
      <Table<Row>
        key={`${on} ${search === ''}`}
        size="small"
        rowKey="unitPath"
        dataSource={shown}
        pagination={{ pageSize: 200, hideOnSinglePage: true, showSizeChanger: false }}
        expandable={{
          defaultExpandedRowKeys: data.units.length <= 300 ? data.units.map(({ unitPath }) => unitPath) : [],
        }}
        locale={{ emptyText: <Nothing title={say(words.none)} /> }}
        columns={[
          {
            title: say(words.name),
            render: (_, { name, shortName }) => (
              <>
                {name} {shortName !== null && <small className="quiet">{shortName}</small>}
              </>
            ),
          },
          { title: say(words.kind), width: 90, render: (_, { kind }) => say(unitKinds[kind].label) },
          { title: say(words.path), dataIndex: 'unitPath' },
          { title: say(words.region), width: 100, dataIndex: 'regionCode' },
          { title: say(words.since), width: 110, dataIndex: 'since' },
          ...(mayWrite
            ? [
                {
                  key: 'actions',
                  width: 230,
                  render: (_: unknown, unit: Row) => (
                    <Space size={4}>
                      <Button size="small" icon={<PlusOutlined />} onClick={() => setAction({ what: 'add', unit })}>
                        {say(words.add)}
                      </Button>
                      <Button size="small" type="text" onClick={() => setAction({ what: 'rename', unit })}>
                        {say(words.rename)}
                      </Button>
                      <Button size="small" type="text" danger onClick={() => setAction({ what: 'end', unit })}>
                        {say(words.end)}
                      </Button>
                    </Space>
                  ),
                },
              ]
            : []),
        ]}
      />
      {form !== null && (
        <FormModal
          {...form}
          onClose={() => setAction(null)}
          onSubmit={async (answers) => {
            await form.submit(answers);
            await changed();
          }}
        />
      )}
      {isImporting && (
        <ImportModal
          title={say(words.import)}
          template={template}
          perform={async (file) => {
            const result = await perform(peopleOperations['units.import'], file);
            if (result.isApplied) await changed();
            return result;
          }}
          onClose={() => setIsImporting(false)}
        />
      )}
    </div>
  );
}
