import './facts.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../../../web/language.tsx';
import type { PlanFinding } from '../../plan.ts';
import { familyOf, severityLabels } from './wording.ts';

const words = {
  list: { zh: '问题清单', en: 'Findings' },
  dismiss: { zh: '不再提示…', en: 'Dismiss…' },
  restore: { zh: '恢复提示', en: 'Restore' },
  reason: {
    zh: '理由，如：口径不同，已与统计局核对',
    en: 'Reason, such as: another definition, checked with statistics',
  },
  confirm: { zh: '不再提示', en: 'Dismiss' },
  cancel: { zh: '取消', en: 'Cancel' },
  line: { zh: '第 {line} 行', en: 'line {line}' },
  dismissed: { zh: '{by} 已设为不再提示：{reason}', en: 'Dismissed by {by}: {reason}' },
};

interface DismissProps {
  readonly onDismiss: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
}

function DismissForm({ onDismiss, onClose }: DismissProps) {
  const { say } = useLanguage();
  const [reason, setReason] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const submit = async () => {
    if (reason.trim() === '' || isBusy) return;
    setIsBusy(true);
    if (await onDismiss(reason.trim())) onClose();
    setIsBusy(false);
  };
  return (
    <div className="dismiss-form">
      <Input
        autoFocus
        size="small"
        maxLength={500}
        placeholder={say(words.reason)}
        aria-label={say(words.reason)}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        onPressEnter={() => void submit()}
        onKeyDown={({ key }) => key === 'Escape' && onClose()}
      />
      <Button size="small" type="primary" disabled={isBusy || reason.trim() === ''} onClick={() => void submit()}>
        {say(words.confirm)}
      </Button>
      <Button size="small" onClick={onClose}>
        {say(words.cancel)}
      </Button>
    </div>
  );
}

interface CardProps {
  readonly finding: PlanFinding;
  readonly isActive: boolean;
  readonly isDismissing: boolean;
  readonly mayWrite: boolean;
  readonly onPick: () => void;
  readonly onSource: (start: number) => void;
  readonly onDismissing: (open: boolean) => void;
  readonly onDismiss: (reason: string) => Promise<boolean>;
  readonly onRestore: () => void;
}

export function FindingCard(props: CardProps) {
  const { finding, isActive, isDismissing, mayWrite, onPick, onSource, onDismissing, onDismiss, onRestore } = props;
  const { say } = useLanguage();
  const { severity, rule, message, arithmetic, dismissed } = finding;
  const sources = [...new Map(finding.sources.map((source) => [`${source.file} ${source.start}`, source])).values()];
  const hasFiles = new Set(sources.map(({ file }) => file)).size > 1;
  return (
    // biome-ignore lint/a11y: picking a card by mouse; the keys of the screen do the same
    <article
      className={`finding finding-${severity} ${isActive ? 'is-active' : ''} ${dismissed ? 'is-dismissed' : ''}`}
      onClick={onPick}
    >
      <header>
        <span className={`severity severity-${severity}`}>{say(severityLabels[severity])}</span>
        <b>{say(familyOf(rule))}</b>
        <code>{rule}</code>
        <span className="grow" />
        {mayWrite && !dismissed && !isDismissing && (
          <Button size="small" type="text" className="quiet-button" onClick={() => onDismissing(true)}>
            {say(words.dismiss)}
          </Button>
        )}
        {mayWrite && dismissed && (
          <Button size="small" type="text" onClick={onRestore}>
            {say(words.restore)}
          </Button>
        )}
      </header>
      <p className="finding-message">{say(message)}</p>
      {arithmetic && <p className="arithmetic">{arithmetic}</p>}
      <ul className="quotes">
        {sources.slice(0, 4).map(({ file, line, quote, start }) => (
          <li key={`${file} ${start}`}>
            <button type="button" onClick={() => onSource(start)}>
              <span className="line-number">{say(words.line, { line })}</span>
              <q>{quote.replaceAll(/\s+/g, ' ').slice(0, 90)}</q>
              {hasFiles && <small> · {file}</small>}
            </button>
          </li>
        ))}
      </ul>
      {dismissed && <p className="dismissed-note">{say(words.dismissed, dismissed)}</p>}
      {isDismissing && <DismissForm onDismiss={onDismiss} onClose={() => onDismissing(false)} />}
    </article>
  );
}

interface ListProps {
  readonly findings: readonly PlanFinding[];
  readonly active: string | null;
  readonly dismissing: string | null;
  readonly mayWrite: boolean;
  readonly empty: React.ReactNode;
  readonly onPick: (finding: PlanFinding) => void;
  readonly onSource: (finding: PlanFinding, start: number) => void;
  readonly onDismissing: (fingerprint: string | null) => void;
  readonly onDismiss: (finding: PlanFinding, reason: string) => Promise<boolean>;
  readonly onRestore: (finding: PlanFinding) => void;
}

/** The findings in reading order, each with its arithmetic and the sentences in question. */
export function FindingsList(props: ListProps) {
  const { findings, active, dismissing, mayWrite, empty, onPick, onSource, onDismissing, onDismiss, onRestore } = props;
  const { say } = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: findings.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 116,
    getItemKey: (index) => `${findings[index]?.fingerprint} ${index}`,
    overscan: 5,
  });
  const activeIndex = active === null ? -1 : findings.findIndex(({ fingerprint }) => fingerprint === active);
  useEffect(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex, { align: 'auto' });
  }, [activeIndex, virtual]);
  if (findings.length === 0) return empty;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section ref={scroller} className="findings-scroll" tabIndex={0} aria-label={say(words.list)}>
      <div className="findings-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const finding = findings[index] as PlanFinding;
          const { fingerprint } = finding;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="finding-place"
              style={{ transform: `translateY(${start}px)` }}
            >
              <FindingCard
                finding={finding}
                isActive={fingerprint === active}
                isDismissing={fingerprint === dismissing}
                mayWrite={mayWrite}
                onPick={() => onPick(finding)}
                onSource={(at) => onSource(finding, at)}
                onDismissing={(open) => onDismissing(open ? fingerprint : null)}
                onDismiss={(reason) => onDismiss(finding, reason)}
                onRestore={() => onRestore(finding)}
              />
            </div>
          );
        })}
      </div>
    </section>
  );
}
