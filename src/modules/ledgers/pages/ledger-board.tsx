import { Button } from 'antd';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { useLanguage } from '../../../web/language.tsx';
import type { LedgerEntry } from '../operations.ts';
import { Lamp } from './lamp.tsx';
import { type Names, showValue } from './show.ts';
import { words } from './wording.ts';

interface Props {
  readonly ledger: Ledger;
  readonly entries: readonly LedgerEntry[];
  readonly names: Names;
  readonly counts: Readonly<Record<string, number>>;
  readonly onPick: (entryId: string) => void;
  readonly onList: (stage: string) => void;
}

/** Those that are late come first in their stage, then those due next. */
const byDay = (a: LedgerEntry, b: LedgerEntry): number => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999');

/** 看板: the entries by stage. A stage that holds more than is shown leads to its list. */
export function LedgerBoard({ ledger, entries, names, counts, onPick, onList }: Props) {
  const { say } = useLanguage();
  const shownFields = ledger.fields.filter(({ column }) => column !== undefined).slice(0, 2);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keys
    <section className="ledger-board" tabIndex={0} aria-label={say(ledger.label)}>
      {Object.entries(ledger.stages).map(([stage, { label }]) => {
        const own = entries.filter((entry) => entry.stage === stage).toSorted(byDay);
        const count = counts[stage] ?? 0;
        return (
          <section key={stage} aria-label={say(label)}>
            <h2>
              {say(label)} <span className="quiet">{count}</span>
            </h2>
            {own.map((entry) => (
              <button type="button" key={entry.entryId} className="ledger-card" onClick={() => onPick(entry.entryId)}>
                <b>{entry.name}</b>
                {shownFields.map((field) => (
                  <small key={field.id}>{showValue(field, entry.data, names, say)}</small>
                ))}
                <span>
                  <Lamp entry={entry} /> {entry.dueOn}
                </span>
              </button>
            ))}
            {count > own.length && (
              <Button size="small" type="link" onClick={() => onList(stage)}>
                {say(words.moreHere, { count: count - own.length })}
              </Button>
            )}
          </section>
        );
      })}
    </section>
  );
}
