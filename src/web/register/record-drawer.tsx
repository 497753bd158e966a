import { Button, Drawer, Input, Space, Switch } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ShownRecord } from '../../core/register/answers.ts';
import { versionOn } from '../../core/register/history.ts';
import type { RegisterVerbs } from '../../core/register/operations.ts';
import type { Field, Register, RegisterData } from '../../core/register/register.ts';
import { perform } from '../client.ts';
import { Failure } from '../error-boundary.tsx';
import { useLanguage } from '../language.tsx';
import { useMay } from '../session.ts';
import { useOperation } from '../use-operation.ts';
import { Waiting } from '../waiting.tsx';
import { RecordChoice, RecordForm } from './record-form.tsx';
import { showField } from './show.ts';
import { words } from './wording.ts';

interface Shown {
  readonly record: ShownRecord;
  readonly register: Register;
}

type Names = Readonly<Record<string, string>>;

function Fields({ register, data, names }: { register: Register; data: RegisterData; names: Names }) {
  const { say } = useLanguage();
  const filled = register.fields.filter((field) => showField(field, data, names) !== '');
  return (
    <dl className="register-facts">
      {filled.map((field) => (
        <div key={field.id}>
          <dt>{say(field.label)}</dt>
          <dd>{showField(field, data, names)}</dd>
        </div>
      ))}
    </dl>
  );
}

const differing = (fields: readonly Field[], before: RegisterData, after: RegisterData, names: Names) =>
  fields.flatMap((field) => {
    const [was, is] = [showField(field, before, names), showField(field, after, names)];
    return was === is ? [] : [{ field, was, is }];
  });

/** Every state of the record, the newest first, each with what it changed. */
function History({ record: { versions, successions, names, id }, register }: Shown) {
  const { say } = useLanguage();
  const kindWords = {
    merged: { in: words.mergedFrom, out: words.mergedTo },
    split: { in: words.splitFrom, out: words.splitTo },
  };
  return (
    <ol className="register-history">
      {successions.map(({ fromId, toId, on, kind }) => {
        const isOut = fromId === id;
        const name = names[isOut ? toId : fromId] ?? '…';
        return <li key={`${fromId} ${toId}`}>{say(kindWords[kind][isOut ? 'out' : 'in'], { on, name })}</li>;
      })}
      {versions
        .map((version, i) => ({ version, before: versions[i - 1] }))
        .toReversed()
        .map(({ version, before }) => (
          <li key={version.validFrom}>
            <b>
              {version.validFrom} — {version.validTo ?? say(words.now)}
            </b>{' '}
            <span className="quiet">
              {version.by}
              {version.reason === null ? '' : ` · ${version.reason}`}
            </span>
            {before === undefined ? (
              <div>
                {say(words.begun)}：{version.data.name}
              </div>
            ) : (
              differing(register.fields, before.data, version.data, names).map(({ field, was, is }) => (
                <div key={field.id}>
                  {say(field.label)}：<del>{was === '' ? '—' : was}</del> → <ins>{is === '' ? '—' : is}</ins>
                </div>
              ))
            )}
          </li>
        ))}
    </ol>
  );
}

function Sources({ record: { provenance } }: Pick<Shown, 'record'>) {
  const { say } = useLanguage();
  return (
    <ul className="register-history">
      {provenance.map((origin, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sources are only ever added at the end
        <li key={i}>
          {origin.kind === 'typed' && say(words.typed, { by: origin.by })}
          {origin.kind === 'import' && say(words.imported, { file: origin.file, row: origin.row })}
          {origin.kind === 'document' && (
            <>
              {say(words.quoted, { document: origin.document, line: origin.line })}
              <blockquote>{origin.quote}</blockquote>
            </>
          )}
          <span className="quiet"> {origin.at.slice(0, 10)}</span>
        </li>
      ))}
    </ul>
  );
}

type Action = 'change' | 'rename' | 'merge' | 'split' | 'end';

interface ActionProps extends Shown {
  readonly action: Action;
  readonly verbs: RegisterVerbs;
  readonly data: RegisterData;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function ActionForm({ action, verbs, register, record, data, onClose, onDone }: ActionProps) {
  const { say } = useLanguage();
  const [into, setInto] = useState<string | null>(null);
  const [parts, setParts] = useState('');
  const [keeps, setKeeps] = useState(false);
  const { id, revision } = record;
  const nameField = register.fields.filter((field) => field.id === 'name');
  const submit = {
    change: (changes: Record<string, unknown>, from: string, reason: string | null) =>
      perform(verbs.change, { id, revision, from, changes, reason }),
    rename: ({ name }: Record<string, unknown>, from: string, reason: string | null) =>
      perform(verbs.rename, { id, revision, from, name: String(name ?? data.name), reason }),
    merge: (_: unknown, on: string, reason: string | null) =>
      perform(verbs.merge, { ids: [id], into: into ?? id, on, reason }),
    split: (_: unknown, on: string, reason: string | null) =>
      perform(verbs.split, {
        id,
        revision,
        keeps,
        on,
        reason,
        parts: parts
          .split('\n')
          .filter((name) => name.trim() !== '')
          .map((name) => ({ name })),
      }),
    end: (_: unknown, on: string, reason: string | null) => perform(verbs.end, { id, revision, on, reason }),
  };
  const extra = {
    merge: (
      <div className="register-field">
        <span>{say(words.into)}</span>
        <RecordChoice register={register.plural} label={say(words.into)} value={into} onChange={setInto} without={id} />
      </div>
    ),
    split: (
      <>
        <div className="register-field">
          <span>{say(words.parts)}</span>
          <Input.TextArea
            aria-label={say(words.parts)}
            rows={3}
            value={parts}
            onChange={({ target }) => setParts(target.value)}
          />
        </div>
        <div className="register-field">
          <span>{say(words.keeps)}</span>
          <Switch aria-label={say(words.keeps)} checked={keeps} onChange={setKeeps} />
        </div>
      </>
    ),
  };
  return (
    <RecordForm
      title={`${say(words[action])}：${data.name}`}
      register={register}
      fields={action === 'change' ? register.fields : action === 'rename' ? nameField : []}
      data={data}
      dayLabel={say(words.from)}
      extra={action === 'merge' || action === 'split' ? extra[action] : null}
      onClose={onClose}
      onSubmit={async (values, day, reason) => {
        await submit[action](values, day, reason);
        onDone();
      }}
    />
  );
}

export type MoreActions = (record: ShownRecord, onDone: () => void) => ReactNode;

interface Props {
  readonly id: string;
  readonly on: string;
  readonly register: Register;
  readonly verbs: RegisterVerbs;
  /** What only this register can do with a record, beside the actions of all. */
  readonly more?: MoreActions | undefined;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** One record: how it stands on the day, what can be done, its history, and where each statement comes from. */
export function RecordDrawer({ id, on, register, verbs, more, onClose, onChanged }: Props) {
  const { say } = useLanguage();
  const mayWrite = useMay(verbs.change.permission);
  const [action, setAction] = useState<Action | null>(null);
  const { data: record, error, refetch } = useOperation(verbs.show, { id });
  const version = record && (versionOn(record.versions, on) ?? record.versions.at(-1));
  const done = () => {
    void refetch();
    onChanged();
  };
  const actions: readonly Action[] = ['change', 'rename', 'merge', 'split', 'end'];
  return (
    <Drawer open size={560} title={version?.data.name ?? ''} onClose={onClose}>
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!record && !error && <Waiting />}
      {record && version && (
        <>
          {mayWrite && record.endedOn === null && (
            <Space wrap size={6}>
              {more?.(record, done)}
              {actions.map((each) => (
                <Button key={each} size="small" danger={each === 'end'} onClick={() => setAction(each)}>
                  {say(words[each])}
                </Button>
              ))}
            </Space>
          )}
          <h3 className="register-heading">
            {say(versionOn(record.versions, on) ? words.state : words.lastState, { day: on })}
          </h3>
          <Fields register={register} data={version.data} names={record.names} />
          <p className="quiet">
            {say(words.since)} {record.begunOn}
            {record.endedOn === null ? '' : ` · ${say(words.until)} ${record.endedOn}`} · {say(words.unit)}{' '}
            {record.unitPath}
          </p>
          <h3 className="register-heading">{say(words.history)}</h3>
          <History record={record} register={register} />
          <h3 className="register-heading">{say(words.sources)}</h3>
          <Sources record={record} />
          {action !== null && (
            <ActionForm
              key={action}
              action={action}
              verbs={verbs}
              register={register}
              record={record}
              data={version.data}
              onClose={() => setAction(null)}
              onDone={done}
            />
          )}
        </>
      )}
    </Drawer>
  );
}
