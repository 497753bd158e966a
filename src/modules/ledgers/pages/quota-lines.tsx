import { useLanguage } from '../../../web/language.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { ledgerOperations } from '../operations.ts';
import { words } from './wording.ts';

const mostLines = 6;

/** 频次: what has to happen more often in this period than it has so far. */
export function QuotaLines({ ledger, unitPath }: { ledger: string; unitPath: string | undefined }) {
  const { say } = useLanguage();
  const { data } = useOperation(ledgerOperations['ledgers.due'], { ledger, unitPath, limit: 1 });
  const quotas = data?.quotas ?? [];
  if (quotas.length === 0) return null;
  return (
    <ul className="ledger-quotas">
      {quotas.slice(0, mostLines).map(({ label, of, period, done, times, isLate }) => (
        <li key={`${label.en} ${of}`} className={isLate ? 'ledger-late' : undefined}>
          {of !== null && say(words.quotaOf, { of })}
          {say(words.quota, { label: say(label), period, done, times })}
          {isLate && `（${say(words.lateQuota)}）`}
        </li>
      ))}
      {quotas.length > mostLines && (
        <li className="quiet">{say(words.quotasMore, { count: quotas.length - mostLines })}</li>
      )}
    </ul>
  );
}
