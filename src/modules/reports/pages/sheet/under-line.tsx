import { Input } from 'antd';
import { useLanguage } from '../../../../web/language.tsx';
import type { CellFinding } from '../../check-report.ts';
import type { Address } from '../../report.ts';
import { words } from './words.ts';

export interface Explained {
  readonly address: Address;
  /** The field, where a line has several. */
  readonly name: string;
  readonly findings: readonly CellFinding[];
  readonly text: string;
}

interface Props {
  readonly cells: readonly Explained[];
  readonly isReadOnly: boolean;
  readonly onExplain: (address: Address, text: string) => void;
}

/** 情况说明. Right under the line: the figures that moved beyond their limit, and the reason for each. */
export function UnderLine({ cells, isReadOnly, onExplain }: Props) {
  const { say } = useLanguage();
  return cells.map(({ address, name, findings, text }) => (
    // biome-ignore lint/a11y: see the grid
    <div key={address} role="row" className="sheet-under">
      {/* biome-ignore lint/a11y: see the grid */}
      <div role="gridcell" className="sheet-under-row">
        {findings.map(({ rule, message }) => (
          <span key={`${rule} ${message.zh}`} className="is-error">
            {say(message)}
          </span>
        ))}
        {findings.length === 0 && <span className="quiet">{name}</span>}
        {isReadOnly ? (
          <span>
            {say(words.explanation)}：{text || say(words.empty)}
          </span>
        ) : (
          <span className="sheet-reason">
            <Input
              size="small"
              aria-label={`${say(words.explanation)} ${name}`}
              placeholder={say(words.explainHint)}
              maxLength={500}
              value={text}
              status={text.trim() === '' ? 'error' : ''}
              onChange={({ target }) => onExplain(address, target.value)}
            />
          </span>
        )}
      </div>
    </div>
  ));
}
