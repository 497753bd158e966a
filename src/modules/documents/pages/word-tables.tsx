import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import type { OwnVocabulary } from '../own-vocabulary.ts';

const words = {
  indicator: { zh: '指标名', en: 'Indicator' },
  aliases: { zh: '别称（用顿号分开）', en: 'Other names (separated by commas)' },
  unit: { zh: '单位', en: 'Unit' },
  ownUnit: { zh: '本地单位', en: 'Local unit' },
  factor: { zh: '等于多少', en: 'Equals how many' },
  standard: { zh: '通用单位', en: 'Standard unit' },
  name: { zh: '名称', en: 'Name' },
  kind: { zh: '类别', en: 'Kind' },
  remove: { zh: '删去“{name}”', en: 'Remove “{name}”' },
  park: { zh: '园区', en: 'Park' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  office: { zh: '单位', en: 'Office' },
  region: { zh: '地方', en: 'Place' },
} satisfies Record<string, Label>;

interface RowsProps<Row> {
  readonly rows: readonly Row[];
  readonly onChange: (rows: Row[]) => void;
  readonly isFixed: boolean;
}

interface Column<Row> {
  readonly title: Label;
  readonly width?: string;
  readonly cell: (row: Row, set: (change: Partial<Row>) => void) => ReactNode;
}

function WordTable<Row extends { name: string }>({
  rows,
  onChange,
  isFixed,
  columns,
}: RowsProps<Row> & { columns: readonly Column<Row>[] }) {
  const { say } = useLanguage();
  const setRow = (index: number) => (change: Partial<Row>) =>
    onChange(rows.map((row, i) => (i === index ? { ...row, ...change } : row)));
  return (
    <table className="plain-table word-table">
      <thead>
        <tr>
          {columns.map(({ title, width }) => (
            <th key={title.en} style={{ width }}>
              {say(title)}
            </th>
          ))}
          <td className="narrow" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are typed
          <tr key={index}>
            {columns.map(({ title, cell }) => (
              <td key={title.en}>{cell(row, setRow(index))}</td>
            ))}
            <td>
              <Button
                type="text"
                size="small"
                disabled={isFixed}
                icon={<DeleteOutlined />}
                aria-label={say(words.remove, { name: row.name })}
                onClick={() => onChange(rows.filter((_, i) => i !== index))}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Aliases({ value, onChange }: { value: readonly string[]; onChange: (value: string[]) => void }) {
  const { say } = useLanguage();
  return (
    <Select
      mode="tags"
      open={false}
      suffixIcon={null}
      tokenSeparators={['、', '，', ',']}
      aria-label={say(words.aliases)}
      value={[...value]}
      onChange={onChange}
      style={{ width: '100%' }}
    />
  );
}

function Words({ label, value, onChange }: { label: Label; value: string; onChange: (value: string) => void }) {
  const { say } = useLanguage();
  return <Input aria-label={say(label)} value={value} onChange={({ target }) => onChange(target.value)} />;
}

export function IndicatorWords(props: RowsProps<OwnVocabulary['indicators'][number]>) {
  return (
    <WordTable
      {...props}
      columns={[
        {
          title: words.indicator,
          width: '32%',
          cell: ({ name }, set) => <Words label={words.indicator} value={name} onChange={(to) => set({ name: to })} />,
        },
        {
          title: words.aliases,
          cell: ({ aliases }, set) => <Aliases value={aliases} onChange={(to) => set({ aliases: to })} />,
        },
        {
          title: words.unit,
          width: '16%',
          cell: ({ unit }, set) => (
            <Words label={words.unit} value={unit ?? ''} onChange={(to) => set({ unit: to === '' ? null : to })} />
          ),
        },
      ]}
    />
  );
}

export function UnitWords(props: RowsProps<OwnVocabulary['units'][number]>) {
  return (
    <WordTable
      {...props}
      columns={[
        {
          title: words.ownUnit,
          cell: ({ name }, set) => <Words label={words.ownUnit} value={name} onChange={(to) => set({ name: to })} />,
        },
        {
          title: words.factor,
          cell: ({ factor }, set) => (
            <Words label={words.factor} value={factor} onChange={(to) => set({ factor: to })} />
          ),
        },
        {
          title: words.standard,
          cell: ({ unit }, set) => <Words label={words.standard} value={unit} onChange={(to) => set({ unit: to })} />,
        },
      ]}
    />
  );
}

export function NameWords(props: RowsProps<OwnVocabulary['names'][number]>) {
  const { say } = useLanguage();
  const kinds = (['park', 'enterprise', 'office', 'region'] as const).map((value) => ({
    value,
    label: say(words[value]),
  }));
  return (
    <WordTable
      {...props}
      columns={[
        {
          title: words.kind,
          width: '16%',
          cell: ({ kind }, set) => (
            <Select
              aria-label={say(words.kind)}
              value={kind}
              options={kinds}
              onChange={(to) => set({ kind: to })}
              style={{ width: '100%' }}
            />
          ),
        },
        {
          title: words.name,
          width: '36%',
          cell: ({ name }, set) => <Words label={words.name} value={name} onChange={(to) => set({ name: to })} />,
        },
        {
          title: words.aliases,
          cell: ({ aliases }, set) => <Aliases value={aliases} onChange={(to) => set({ aliases: to })} />,
        },
      ]}
    />
  );
}
