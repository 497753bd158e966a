import { emptyOutbox, isEmptyOutbox, mergeOutboxes, type Outbox, readOutbox } from '../../sheet-outbox.ts';

/** Whose report the cells belong to; on a shared computer nobody else sends them. */
export interface OutboxPlace {
  readonly account: string;
  readonly formId: string;
  readonly unitPath: string;
  readonly period: string;
}

const prefixOf = ({ account, formId, unitPath, period }: OutboxPlace): string =>
  `lantu.outbox ${account} ${formId} ${unitPath} ${period} `;

/** Each tab keeps its own, so that two tabs on one report do not overwrite each other. */
function ownTab(): string {
  const known = sessionStorage.getItem('lantu.tab');
  if (known !== null) return known;
  const made = String(Math.random()).slice(2);
  sessionStorage.setItem('lantu.tab', made);
  return made;
}

/** Whether it was kept: a full or refused store is said, not hidden. */
export function keepOutbox(place: OutboxPlace, box: Outbox): boolean {
  try {
    const key = prefixOf(place) + ownTab();
    if (isEmptyOutbox(box)) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(box));
    return true;
  } catch {
    return false;
  }
}

/** What this browser still holds of a report, from this tab or one that was closed or crashed. */
export function takeOutbox(place: OutboxPlace): Outbox {
  try {
    const prefix = prefixOf(place);
    const own = prefix + ownTab();
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    const inOrder = [...keys.filter((key) => key !== own), ...keys.filter((key) => key === own)];
    const merged = mergeOutboxes(inOrder.map((key) => readOutbox(localStorage.getItem(key))));
    keepOutbox(place, merged);
    for (const key of keys) if (key !== own) localStorage.removeItem(key);
    return merged;
  } catch {
    return emptyOutbox;
  }
}
