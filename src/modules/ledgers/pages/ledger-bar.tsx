import { DownloadOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input, Segmented, Select } from 'antd';
import type { Ledger, View } from '../../../core/ledger/ledger.ts';
import { sources, views } from '../../../core/ledger/ledger.ts';
import { addressOf } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { RecordChoice } from '../../../web/register/record-form.tsx';
import { useMay } from '../../../web/session.ts';
import { ledgerOperations } from '../operations.ts';
import { UnitChoice, useUnits } from './entry-fields.tsx';
import type { Asked } from './use-entries.ts';
import { words } from './wording.ts';

interface Props {
  readonly ledger: Ledger;
  readonly view: View;
  readonly asked: Asked;
  readonly counts: Readonly<Record<string, number>>;
  readonly total: number | null;
  readonly isOpen: boolean;
  readonly onView: (view: View) => void;
  readonly onAsk: (asked: Asked) => void;
  readonly onAdd: () => void;
  readonly onImport: () => void;
}

type Part = Pick<Props, 'ledger' | 'asked' | 'onAsk'>;
const without = <Key extends keyof Asked>(asked: Asked, ...keys: readonly Key[]): Asked =>
  Object.fromEntries(Object.entries(asked).filter(([key]) => !keys.includes(key as Key)));

/** The fields that a ledger may be narrowed by; one at a time, as the list asks. */
function FieldFilters({ ledger, asked, onAsk }: Part) {
  const { say } = useLanguage();
  const ask = (field: string, value: string | null | undefined) => {
    const rest = without(asked, 'field', 'value');
    onAsk(value ? { ...rest, field, value } : rest);
  };
  return ledger.fields
    .filter(({ isFilter }) => isFilter)
    .map(({ id, label, kind }) => {
      const value = asked.field === id ? asked.value : undefined;
      if (kind.choices !== undefined)
        return (
          <Select
            key={id}
            aria-label={say(label)}
            placeholder={say(words.allOf, { field: say(label) })}
            allowClear
            value={value}
            style={{ width: 130 }}
            options={Object.entries(kind.choices).map(([key, text]) => ({ value: key, label: say(text) }))}
            onChange={(next: string | undefined) => ask(id, next)}
          />
        );
      if (kind.refersTo === undefined || kind.refersTo === 'units') return null;
      return (
        <span key={id} className="ledger-pick">
          <span className="quiet">{say(label)}</span>
          <RecordChoice
            register={kind.refersTo}
            label={say(label)}
            value={value ?? null}
            onChange={(next) => ask(id, next)}
          />
        </span>
      );
    });
}

function Filters({ ledger, asked, onAsk, counts }: Part & Pick<Props, 'counts'>) {
  const { say } = useLanguage();
  const units = useUnits();
  const only = [
    { value: 'all', label: say(words.all) },
    { value: 'open', label: say(words.open) },
    { value: 'overdue', label: say(words.overdue) },
  ];
  return (
    <>
      <Segmented
        aria-label={say(words.filters)}
        value={asked.only ?? 'all'}
        options={only}
        onChange={(next) => {
          const rest = without(asked, 'only');
          onAsk(next === 'open' || next === 'overdue' ? { ...rest, only: next } : rest);
        }}
      />
      <Select
        aria-label={say(words.stage)}
        placeholder={say(words.allOf, { field: say(words.stage) })}
        allowClear
        value={asked.stage}
        style={{ width: 150 }}
        options={Object.entries(ledger.stages).map(([stage, { label }]) => ({
          value: stage,
          label: `${say(label)} ${counts[stage] ?? 0}`,
        }))}
        onChange={(stage: string | undefined) => onAsk({ ...without(asked, 'stage'), ...(stage && { stage }) })}
      />
      {units.length > 1 && (
        <UnitChoice
          label={say(words.unit)}
          placeholder={say(words.allUnits)}
          value={asked.unitPath}
          width={150}
          onChange={(unitPath) => onAsk({ ...without(asked, 'unitPath'), ...(unitPath && { unitPath }) })}
        />
      )}
      <FieldFilters ledger={ledger} asked={asked} onAsk={onAsk} />
      <Input.Search
        aria-label={say(words.searchEntries)}
        placeholder={say(words.searchEntries)}
        allowClear
        style={{ width: 176 }}
        onSearch={(text) => onAsk({ ...without(asked, 'search'), ...(text.trim() !== '' && { search: text.trim() }) })}
      />
    </>
  );
}

function Files({ ledger, unitPath }: { ledger: Ledger; unitPath: string | undefined }) {
  const { say } = useLanguage();
  const operation = ledgerOperations['ledgers.export'];
  const versions = ['all', 'template', ...(ledger.publicStages.length > 0 ? ['public'] : [])] as const;
  const label = { all: words.all, template: words.template, public: words.public };
  const items = versions.flatMap((version) =>
    (['xlsx', 'csv'] as const).map((format) => ({
      key: `${version} ${format}`,
      label: (
        <a href={addressOf(operation, { ledger: ledger.id, format, version: version as 'all', unitPath })}>
          {say(label[version as 'all'])} {format === 'xlsx' ? 'Excel' : 'CSV'}
        </a>
      ),
    })),
  );
  return (
    <Dropdown menu={{ items }}>
      <Button icon={<DownloadOutlined />}>{say(words.export)}</Button>
    </Dropdown>
  );
}

/** Above the entries: what is shown, how, and what can be done with the whole ledger. */
export function LedgerBar(props: Props) {
  const { ledger, view, asked, total, isOpen, onView, onAdd, onImport } = props;
  const { say } = useLanguage();
  const mayWrite = useMay(ledgerOperations['ledgers.add'].permission);
  return (
    <div className="register-bar">
      <Segmented
        aria-label={say(words.view)}
        value={view}
        options={ledger.views.map((each) => ({ value: each, label: say(views[each]) }))}
        onChange={onView}
      />
      {view !== 'calendar' && <Filters {...props} />}
      {total !== null && <span className="quiet">{say(words.listed, { total })}</span>}
      <span className="grow" />
      <span className="ledger-doing">
        {ledger.madeBy !== undefined && (
          <span className="quiet">{say(words.madeBy, { source: say(sources[ledger.madeBy]) })}</span>
        )}
        <Files ledger={ledger} unitPath={asked.unitPath} />
        {mayWrite && (
          <>
            <Button icon={<UploadOutlined />} onClick={onImport}>
              {say(words.import)}
            </Button>
            {ledger.madeBy === undefined && (
              <Button type="primary" icon={<PlusOutlined />} disabled={!isOpen} onClick={onAdd}>
                {say(words.add)}
              </Button>
            )}
          </>
        )}
      </span>
    </div>
  );
}
