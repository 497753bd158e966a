import { useLanguage } from '../../../../web/language.tsx';
import type { Address } from '../../report.ts';
import { biggestChanges, shownChange } from '../../sheet-figures.ts';
import { cellLabel, type SheetTable } from '../../sheet-table.ts';
import { reportStages } from '../../submission.ts';
import { words } from '../review-words.ts';
import { movesWorthALook, type SheetFacts, unitNames } from './cells-of-sheet.ts';
import { FindingsList } from './findings-list.tsx';
import { shortMoment } from './stage-lamp.tsx';

interface Props {
  readonly facts: SheetFacts;
  readonly tables: readonly SheetTable[];
  readonly onJump: (address: Address) => void;
}

/** What a reviewer looks at: findings, what moved most, the reasons given, and what happened to the report. */
export function ReviewSide({ facts, tables, onJump }: Props) {
  const { say } = useLanguage();
  const { sheet, filled, beside, verdict } = facts;
  const moved = biggestChanges(sheet, filled, beside, movesWorthALook);
  const nameOf = unitNames(sheet);
  const reasons = Object.entries(sheet.explanations).filter(([, text]) => text.trim() !== '');
  return (
    <>
      <FindingsList findings={verdict.findings} tables={tables} onJump={onJump} />
      <section aria-label={say(words.changes)}>
        <h2>{say(words.changes)}</h2>
        {moved.length === 0 && <p className="quiet">{say(words.noChanges)}</p>}
        <ul className="finding-list">
          {moved.slice(0, 20).map(({ address, change }) => (
            <li key={address}>
              <button type="button" className="finding-jump" onClick={() => onJump(address)}>
                {say(cellLabel(tables, address))} <b>{shownChange(change)}</b>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={say(words.explanations)}>
        <h2>{say(words.explanations)}</h2>
        {reasons.length === 0 && <p className="quiet">{say(words.noExplanations)}</p>}
        <ul className="finding-list">
          {reasons.map(([address, text]) => (
            <li key={address}>
              <button type="button" className="finding-jump" onClick={() => onJump(address)}>
                <small>{say(cellLabel(tables, address))}</small>
                {text}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={say(words.history)}>
        <h2>{say(words.history)}</h2>
        <ol className="cell-story">
          {sheet.events.toReversed().map(({ at, action, byName, byUnit, reason, via }) => (
            <li key={`${at} ${action}`}>
              <b>{say(reportStages.actions[action].label)}</b>{' '}
              <small className="quiet">
                {byName} · {nameOf(byUnit)} · {shortMoment(at)}
                {via === 'workbook' && ' · Excel'}
              </small>
              {reason !== null && <div>{reason}</div>}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
