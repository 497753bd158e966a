import { PaperClipOutlined } from '@ant-design/icons';
import { Button, Drawer, Space } from 'antd';
import { type ComponentType, useState } from 'react';
import { frameFields, type Ledger } from '../../../core/ledger/ledger.ts';
import type { Label } from '../../../core/text.ts';
import { perform } from '../../../web/client.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import type { Evidence } from '../../../web/evidence-field.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { type LedgerEntry, type LedgerEntryShown, ledgerOperations } from '../operations.ts';
import { DrawPanel } from './draw-panel.tsx';
import { typedFields, useUnits } from './entry-fields.tsx';
import { EntryForm } from './entry-form.tsx';
import { addressOfFile } from './keep-evidence.ts';
import { Lamp } from './lamp.tsx';
import { SessionPanel } from './session-panel.tsx';
import { actionWord, type Names, showValue, stageWord } from './show.ts';
import { words } from './wording.ts';

function Files({ files }: { files: readonly Evidence[] }) {
  return (
    <ul className="ledger-files">
      {files.map(({ fileId, name }) => (
        <li key={fileId}>
          <a href={addressOfFile(fileId)}>
            <PaperClipOutlined /> {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

type Say = (label: Label) => string;

/** A value of an earlier state; what it was a field of may be gone from the ledger. */
function showPast(ledger: Ledger, path: string, value: unknown, names: Names, say: Say): string {
  if (value === null || value === undefined || value === '') return '—';
  const [id = '', inner] = path.split('.');
  const field = ledger.fields.find((each) => each.id === id);
  return field === undefined || inner !== undefined
    ? String(value)
    : showValue(field, { [id]: value }, names, say) || String(value);
}

/** Everything that happened to the entry, the newest first. */
function Events({ ledger, shown: { events, names } }: { ledger: Ledger; shown: LedgerEntryShown }) {
  const { say } = useLanguage();
  const nameOf = (path: string) => {
    const label = [...frameFields(ledger), ...ledger.fields].find(({ id }) => id === path.split('.')[0])?.label;
    return label === undefined ? path : say(label);
  };
  return (
    <ol className="register-history">
      {events.toReversed().map(({ seq, action, from, to, on, by, reason, changes, evidence }) => (
        <li key={seq}>
          <b>{actionWord(ledger, action, say)}</b>{' '}
          {from !== null && from !== to && (
            <span>
              {stageWord(ledger, from, say)} → {stageWord(ledger, to, say)}{' '}
            </span>
          )}
          <span className="quiet">
            {on} · {by}
          </span>
          {reason !== null && <div>{reason}</div>}
          {from !== null &&
            changes.map(({ field, before, after }) => (
              <div key={field}>
                {nameOf(field)}：<del>{showPast(ledger, field, before, names, say)}</del> →{' '}
                <ins>{showPast(ledger, field, after, names, say)}</ins>
              </div>
            ))}
          {evidence.length > 0 && <Files files={evidence} />}
        </li>
      ))}
    </ol>
  );
}

function Facts({ ledger, shown: { entry, names } }: { ledger: Ledger; shown: LedgerEntryShown }) {
  const { say } = useLanguage();
  const filled = ledger.fields
    .map((field) => ({ field, text: showValue(field, entry.data, names, say) }))
    .filter(({ text }) => text !== '');
  return (
    <dl className="register-facts">
      {filled.map(({ field, text }) => (
        <div key={field.id}>
          <dt>{say(field.label)}</dt>
          <dd className="ledger-text">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

interface OpenForm {
  readonly ledger: Ledger;
  readonly shown: LedgerEntryShown;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function EditForm({ ledger, shown: { entry }, onClose, onDone }: OpenForm) {
  const { say } = useLanguage();
  const { entryId, revision, name, data } = entry;
  const fields = [frameFields(ledger)[0], ...typedFields(ledger)];
  const needed = ['name', ...ledger.fields.filter(({ isRequired }) => isRequired).map(({ id }) => id)];
  return (
    <EntryForm
      title={`${say(words.edit)}：${name}`}
      fields={fields}
      data={{ ...data, name }}
      needed={needed}
      asks={{ reason: 'may' }}
      onClose={onClose}
      onSubmit={async ({ values: { name: next, ...values }, reason }) => {
        const named = typeof next === 'string' ? { name: next } : {};
        await perform(ledgerOperations['ledgers.edit'], {
          ...{ ledger: ledger.id, entryId, revision, data: values, reason },
          ...named,
        });
        onDone();
      }}
    />
  );
}

function ActForm({ ledger, shown: { entry }, action, onClose, onDone }: OpenForm & { readonly action: string }) {
  const { say } = useLanguage();
  const { entryId, revision, name, data } = entry;
  const { needs = [], needsEvidence, needsReason } = ledger.actions[action] ?? {};
  const isEvidenceNeeded = needsEvidence === true && entry.evidence.length === 0;
  return (
    <EntryForm
      title={`${actionWord(ledger, action, say)}：${name}`}
      fields={typedFields(ledger).filter(({ id }) => needs.includes(id))}
      data={data}
      needed={needs}
      asks={{ reason: needsReason ? 'must' : 'may', evidence: isEvidenceNeeded ? 'must' : 'may' }}
      onClose={onClose}
      onSubmit={async ({ values, reason, evidence }) => {
        const input = { ledger: ledger.id, entryId, revision, action, data: values, reason, evidence };
        await perform(ledgerOperations['ledgers.act'], input);
        onDone();
      }}
    />
  );
}

/** What some ledgers have beside fields and actions. */
const panels: Readonly<Record<string, ComponentType<{ entry: LedgerEntry; onChanged: () => void }>>> = {
  sessions: SessionPanel,
  'random-checks': DrawPanel,
};

interface Props {
  readonly ledger: Ledger;
  readonly entryId: string;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** One entry: where it stands, what can be done now and what that needs, its content, evidence and history. */
export function EntryDrawer({ ledger, entryId, onClose, onChanged }: Props) {
  const { say } = useLanguage();
  const input = { ledger: ledger.id, entryId };
  const { data: shown, error, refetch } = useOperation(ledgerOperations['ledgers.show'], input);
  const units = useUnits();
  const [opened, setOpened] = useState<string | null>(null);
  const mayWrite = useMay(ledgerOperations['ledgers.act'].permission);
  const nameOf = (path: string) => units.find(({ unitPath }) => unitPath === path)?.name ?? path;
  const done = () => {
    void refetch();
    onChanged();
  };
  const entry = shown?.entry;
  const Panel = panels[ledger.id];
  const isFinal = entry !== undefined && ledger.stages[entry.stage]?.isFinal === true;
  const form = shown && { ledger, shown, onClose: () => setOpened(null), onDone: done };
  return (
    <Drawer open size={580} title={entry === undefined ? '' : `${entry.code} ${entry.name}`} onClose={onClose}>
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!shown && !error && <Waiting />}
      {shown && entry && (
        <>
          <p className="ledger-standing">
            <Lamp entry={entry} /> <b>{stageWord(ledger, entry.stage, say)}</b>{' '}
            <span className="quiet">
              {say(words.since, { day: entry.stageSince })}
              {entry.dueOn !== null && ` · ${say(words.due)} ${entry.dueOn}`}
            </span>
          </p>
          {mayWrite && (
            <Space wrap size={6}>
              {shown.actions.map(({ id }, i) => (
                <Button key={id} size="small" {...(i === 0 && { type: 'primary' })} onClick={() => setOpened(id)}>
                  {actionWord(ledger, id, say)}
                </Button>
              ))}
              {!isFinal && (
                <Button size="small" onClick={() => setOpened('edit')}>
                  {say(words.edit)}
                </Button>
              )}
            </Space>
          )}
          {Panel !== undefined && <Panel entry={entry} onChanged={done} />}
          <h3 className="register-heading">{say(words.content)}</h3>
          <Facts ledger={ledger} shown={shown} />
          <p className="quiet">
            {say(words.entered, { day: entry.enteredOn })} · {nameOf(entry.unitPath)}
            {entry.calledPath !== null && ` · ${say(words.called, { unit: nameOf(entry.calledPath) })}`}
          </p>
          <h3 className="register-heading">{say(words.evidence)}</h3>
          {entry.evidence.length === 0 ? (
            <p className="quiet">{say(words.noEvidence)}</p>
          ) : (
            <Files files={entry.evidence} />
          )}
          <h3 className="register-heading">{say(words.history)}</h3>
          <Events ledger={ledger} shown={shown} />
        </>
      )}
      {form && opened === 'edit' && <EditForm {...form} />}
      {form && opened !== null && opened !== 'edit' && <ActForm key={opened} {...form} action={opened} />}
    </Drawer>
  );
}
