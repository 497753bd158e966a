import './ledgers.css';
import '../../../web/register/register.css';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { frameFields, type Ledger, type View } from '../../../core/ledger/ledger.ts';
import { addressOf, perform } from '../../../web/client.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { ImportModal } from '../../../web/register/import-wizard.tsx';
import { PageLink, useGo, useParam, useSearchParams } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { ledgers } from '../catalog/index.ts';
import { ledgerOperations } from '../operations.ts';
import { DecidePanel } from './decide-panel.tsx';
import { EntryDrawer } from './entry-drawer.tsx';
import { typedFields } from './entry-fields.tsx';
import { EntryForm } from './entry-form.tsx';
import { LedgerBar } from './ledger-bar.tsx';
import { LedgerBoard } from './ledger-board.tsx';
import { LedgerCalendar } from './ledger-calendar.tsx';
import { LedgerList } from './ledger-list.tsx';
import { LedgerMap } from './ledger-map.tsx';
import { LedgerMeasures } from './measure-table.tsx';
import { type Asked, pageSize, useEntries } from './use-entries.ts';
import { words } from './wording.ts';

const keys = ['stage', 'search', 'only', 'unitPath', 'field', 'value', 'measure', 'part', 'on', 'of'] as const;

/** What is shown stands in the address, so that a link or a reminder opens the same. */
function usePlace(ledger: Ledger) {
  const go = useGo();
  const search = useSearchParams();
  const path = `/ledgers/${ledger.id}`;
  const asked = useMemo(
    () => Object.fromEntries(keys.flatMap((key) => (search[key] ? [[key, search[key]]] : []))) as Asked,
    [search],
  );
  const view = ledger.views.find((each) => each === search.view) ?? ledger.views[0] ?? 'list';
  const entry = search.entry ?? null;
  const to = (next: { view?: View; asked?: Asked; entry?: string | null }) => {
    const opened = next.entry === undefined ? entry : next.entry;
    const shown = next.view ?? view;
    const place = {
      ...(next.asked ?? asked),
      ...(shown !== 'list' && { view: shown }),
      ...(opened && { entry: opened }),
    };
    go(path, place, { replace: true });
  };
  return { asked, view, entry, to };
}

function AddForm({ ledger, onClose, onAdded }: { ledger: Ledger; onClose: () => void; onAdded: (id: string) => void }) {
  const { say } = useLanguage();
  const required = ledger.fields.filter(({ isRequired }) => isRequired).map(({ id }) => id);
  return (
    <EntryForm
      title={`${say(words.add)}：${say(ledger.name)}`}
      fields={[frameFields(ledger)[0], ...typedFields(ledger)]}
      data={null}
      needed={['name', ...required]}
      asks={{ unit: true, evidence: 'may' }}
      onClose={onClose}
      onSubmit={async ({ values: { name, ...data }, evidence, unitPath }) => {
        const input = { ledger: ledger.id, name: String(name), data, evidence, ...(unitPath && { unitPath }) };
        const { entry } = await perform(ledgerOperations['ledgers.add'], input);
        onAdded(entry.entryId);
      }}
    />
  );
}

const parts = { counted: words.partCounted, among: words.partAmong, without: words.partWithout };

/** Says that the list shows the entries behind a number, and leads back to all. */
function Behind({ ledger, asked, onAll }: { ledger: Ledger; asked: Asked; onAll: () => void }) {
  const { say } = useLanguage();
  const measure = ledger.measures.find(({ id }) => id === asked.measure);
  if (measure === undefined) return null;
  const said = { label: say(measure.label), period: asked.on ?? '', part: say(parts[asked.part ?? 'counted']) };
  return (
    <p className="ledger-behind">
      {say(words.behind, said)}{' '}
      <Button size="small" onClick={onAll}>
        {say(words.showAll)}
      </Button>
    </p>
  );
}

/** Whether everything is decided that has to be before the ledger can be used. */
const useIsOpen = (ledger: Ledger): boolean => {
  const { data } = useOperation(ledgerOperations['ledgers.choices'], { ledger: ledger.id });
  return data?.choices.every(({ answer, kind }) => answer !== null || kind !== 'limit') ?? false;
};

function OneLedger({ ledger }: { ledger: Ledger }) {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const { asked, view, entry, to } = usePlace(ledger);
  const { query, entries, names, counts, total } = useEntries(ledger.id, asked);
  const [opened, setOpened] = useState<'add' | 'import' | null>(null);
  const isOpen = useIsOpen(ledger);
  const changed = () => void queries.invalidateQueries();
  const pick = (entryId: string) => to({ entry: entryId });
  const isAsked = Object.keys(asked).length > 0;
  const nothing = isAsked ? (
    <Nothing title={say(words.noMatch)} />
  ) : (
    <Nothing title={say(words.none)} {...(ledger.madeBy === undefined && { hint: say(words.noneHint) })} />
  );
  return (
    <div className="register-page ledger-page">
      <header>
        <small>
          <PageLink to="/ledgers">{say(words.back)}</PageLink>
        </small>
        <h1>{say(ledger.label)}</h1>
        <p className="lead">{say(ledger.purpose)}</p>
        <DecidePanel ledger={ledger.id} onChanged={changed} />
        <LedgerMeasures ledger={ledger.id} unitPath={asked.measure === undefined ? asked.unitPath : undefined} />
        <Behind ledger={ledger} asked={asked} onAll={() => to({ asked: {} })} />
        <LedgerBar
          {...{ ledger, view, asked, counts, isOpen }}
          total={query.data && view !== 'calendar' ? total : null}
          onView={(next) => to({ view: next })}
          onAsk={(next) => to({ asked: next })}
          onAdd={() => setOpened('add')}
          onImport={() => setOpened('import')}
        />
      </header>
      {view === 'calendar' && <LedgerCalendar ledger={ledger} unitPath={asked.unitPath} onPick={pick} />}
      {view !== 'calendar' && query.error && <Failure error={query.error} onAgain={() => void query.refetch()} />}
      {view !== 'calendar' && !query.data && !query.error && <Waiting />}
      {view === 'list' && query.data && (
        <LedgerList ledger={ledger} entries={entries} names={names} active={entry} empty={nothing} onPick={pick} />
      )}
      {view === 'board' && query.data && (
        <LedgerBoard
          {...{ ledger, entries, names, counts }}
          onPick={pick}
          onList={(stage) => to({ view: 'list', asked: { ...asked, stage } })}
        />
      )}
      {view === 'map' && query.data && <LedgerMap {...{ ledger, entries, names }} onPick={pick} />}
      {view === 'list' && query.hasNextPage && (
        <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {say(words.more, { count: Math.min(pageSize, total - entries.length) })}
        </Button>
      )}
      {entry !== null && (
        <EntryDrawer
          key={entry}
          ledger={ledger}
          entryId={entry}
          onClose={() => to({ entry: null })}
          onChanged={changed}
        />
      )}
      {opened === 'add' && (
        <AddForm
          ledger={ledger}
          onClose={() => setOpened(null)}
          onAdded={(entryId) => {
            changed();
            pick(entryId);
          }}
        />
      )}
      {opened === 'import' && (
        <ImportModal
          title={`${say(words.import)}：${say(ledger.label)}`}
          template={addressOf(ledgerOperations['ledgers.export'], { ledger: ledger.id, version: 'template' })}
          isDated={false}
          send={({ since: _, ...file }) => perform(ledgerOperations['ledgers.import'], { ledger: ledger.id, ...file })}
          onClose={() => setOpened(null)}
          onApplied={changed}
        />
      )}
    </div>
  );
}

/** One ledger: list, board, calendar or map, and the entry that the address names. */
export function LedgerScreen() {
  const { say } = useLanguage();
  const id = useParam('ledger');
  const ledger = ledgers.find((each) => each.id === id);
  if (ledger !== undefined) return <OneLedger key={id} ledger={ledger} />;
  return (
    <Nothing title={say(words.unknown)}>
      <PageLink to="/ledgers">{say(words.back)}</PageLink>
    </Nothing>
  );
}
