import { Alert } from 'antd';
import { useLanguage } from '../../../../web/language.tsx';
import type { Pasted } from '../../sheet-selection.ts';
import { cellLabel, type SheetTable } from '../../sheet-table.ts';
import type { CellChange } from '../../submission.ts';
import type { ReportSheet } from '../../submission-operations.ts';
import { words } from './words.ts';

/** What a paste could not place, with its text, so that it is not lost. */
export function Unplaced({ pasted, onClose }: { pasted: Pasted | null; onClose: () => void }) {
  const { say } = useLanguage();
  if (pasted === null || pasted.unplaced.length === 0) return null;
  const of = (why: 'computed' | 'outside') =>
    pasted.unplaced.filter((each) => each.why === why).map(({ text }) => text);
  const list = (texts: readonly string[]) => texts.slice(0, 12).join('、') + (texts.length > 12 ? '…' : '');
  const [computed, outside] = [of('computed'), of('outside')];
  return (
    <Alert
      type="warning"
      showIcon
      closable={{ onClose }}
      title={say(words.unplaced, { placed: pasted.cells.length, count: pasted.unplaced.length })}
      description={
        <>
          {computed.length > 0 && <div>{`${say(words.unplacedComputed)}：${list(computed)}`}</div>}
          {outside.length > 0 && <div>{`${say(words.unplacedOutside)}：${list(outside)}`}</div>}
        </>
      }
    />
  );
}

/** The reviewer’s words on a report that came back. */
export function Returned({ sheet }: { sheet: ReportSheet }) {
  const { say } = useLanguage();
  if (sheet.summary.stage !== 'returned') return null;
  const event = sheet.events.findLast(({ action }) => action === 'return');
  const named = sheet.returned.length === 0 ? '' : `（${say(words.returnedCells, { count: sheet.returned.length })}）`;
  return (
    <Alert
      type="error"
      showIcon
      title={say(words.returned)}
      description={`${event?.byName ?? ''}：${event?.reason ?? ''}${named}`}
    />
  );
}

interface StrandedProps {
  readonly changes: readonly CellChange[];
  readonly tables: readonly SheetTable[];
}

/** Cells that this browser still holds of a report that is no longer open to its clerk. */
export function Stranded({ changes, tables }: StrandedProps) {
  const { say } = useLanguage();
  if (changes.length === 0) return null;
  const texts = changes
    .slice(0, 12)
    .map(({ address, to }) => `${say(cellLabel(tables, address))}：${to ?? say(words.empty)}`);
  return (
    <Alert
      type="warning"
      showIcon
      title={say(words.stranded, { count: changes.length })}
      description={texts.join('；') + (changes.length > texts.length ? '…' : '')}
    />
  );
}
