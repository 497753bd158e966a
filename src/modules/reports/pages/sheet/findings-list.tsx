import { useLanguage } from '../../../../web/language.tsx';
import type { Finding } from '../../operations.ts';
import type { Address } from '../../report.ts';
import { cellLabel, type SheetTable } from '../../sheet-table.ts';
import { words } from './words.ts';

type Listed = Pick<Finding, 'rule' | 'severity' | 'message' | 'arithmetic' | 'cell'>;

const most = 60;

interface Props {
  readonly findings: readonly Listed[];
  readonly tables: readonly SheetTable[];
  readonly onJump: (address: Address) => void;
}

/** What is wrong with a sheet, each leading to its cell; errors first. */
export function FindingsList({ findings, tables, onJump }: Props) {
  const { say } = useLanguage();
  const order = { error: 0, warning: 1, advice: 2 } as const;
  const sorted = [...findings].sort((a, b) => order[a.severity] - order[b.severity]);
  return (
    <section aria-label={say(words.findings)}>
      <h2>
        {say(words.findings)}
        {findings.length > 0 && `（${findings.length}）`}
      </h2>
      {findings.length === 0 && <p className="quiet">{say(words.noFindings)}</p>}
      <ul className="finding-list">
        {sorted.slice(0, most).map(({ rule, severity, message, arithmetic, cell }) => (
          <li key={`${rule} ${cell} ${message.zh}`}>
            <button
              type="button"
              className={`finding-jump is-${severity}`}
              onClick={() => cell !== null && onJump(cell)}
            >
              {cell?.includes('/') && <small>{say(cellLabel(tables, cell))}</small>}
              {say(message)}
              {arithmetic !== null && <small>{arithmetic}</small>}
            </button>
          </li>
        ))}
      </ul>
      {findings.length > most && <p className="quiet">{say(words.more, { count: findings.length - most })}</p>}
    </section>
  );
}
