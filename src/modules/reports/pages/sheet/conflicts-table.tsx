import { Alert, Button } from 'antd';
import { useLanguage } from '../../../../web/language.tsx';
import { type SheetEdit, settle } from '../../sheet-edit.ts';
import { cellLabel, type SheetTable } from '../../sheet-table.ts';
import { words } from './words.ts';

interface Props {
  readonly edit: SheetEdit;
  readonly tables: readonly SheetTable[];
  readonly change: (act: (now: SheetEdit) => SheetEdit) => void;
}

/** Cells that two people changed: both texts side by side, and a choice for each. */
export function ConflictsTable({ edit, tables, change }: Props) {
  const { say } = useLanguage();
  if (edit.conflicts.size === 0) return null;
  return (
    <Alert
      type="warning"
      title={say(words.conflicts, { count: edit.conflicts.size })}
      description={
        <div className="table-scroll">
          <table className="plain-table sheet-conflicts">
            <thead>
              <tr>
                <th>{say(words.cell)}</th>
                <th>{say(words.mine)}</th>
                <th>{say(words.theirs)}</th>
              </tr>
            </thead>
            <tbody>
              {[...edit.conflicts].map(([address, { mine, theirs, by }]) => (
                <tr key={address}>
                  <td>{say(cellLabel(tables, address))}</td>
                  <td>
                    {mine ?? say(words.empty)}{' '}
                    <Button size="small" onClick={() => change((now) => settle(now, address, 'mine'))}>
                      {say(words.useMine)}
                    </Button>
                  </td>
                  <td>
                    {theirs ?? say(words.empty)}（{by}）{' '}
                    <Button size="small" onClick={() => change((now) => settle(now, address, 'theirs'))}>
                      {say(words.useTheirs)}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      }
    />
  );
}
