import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../../../../web/language.tsx';
import { PageLink } from '../../../../web/router.tsx';
import type { Slot } from '../../sheet-table.ts';
import type { ReportSheet } from '../../submission-operations.ts';
import type { CellNote } from './cells-of-sheet.ts';
import { words } from './words.ts';

interface Props {
  readonly id: string;
  readonly slot: Slot | null;
  readonly name: string;
  readonly notes: readonly CellNote[];
  readonly source: ReportSheet['lineage'][number] | undefined;
  readonly isReadOnly: boolean;
  readonly onStory: (() => void) | null;
  readonly children?: ReactNode;
}

/** What the active cell is and what there is to say about it: formula, source, findings, the reviewer’s words. */
export function SheetBar({ id, slot, name, notes, source, isReadOnly, onStory, children }: Props) {
  const { say } = useLanguage();
  return (
    <div className="sheet-bar">
      <span id={id}>
        <b>
          {name}
          {slot !== null && slot.field.unit !== '' && `（${slot.field.unit}）`}
        </b>{' '}
        {notes.map(({ kind, label }) => (
          <span key={label.zh} className={kind === 'quiet' ? 'quiet' : `is-${kind}`}>
            {say(label)}{' '}
          </span>
        ))}
        {slot === null && <span className="quiet">{say(isReadOnly ? words.readHint : words.hint)}</span>}
      </span>
      {source !== undefined && source.reportId !== null && (
        <PageLink to={`/reports/review/${source.reportId}`}>{say(words.openSource)}</PageLink>
      )}
      <span className="grow" />
      {children}
      {onStory !== null && slot?.role === 'figure' && (
        <Button size="small" type="text" onClick={onStory}>
          {say(words.story)}
        </Button>
      )}
    </div>
  );
}
