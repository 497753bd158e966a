import { Button, Checkbox, Input, type InputRef, Segmented } from 'antd';
import type { Ref } from 'react';
import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import type { PlanFinding } from '../../plan.ts';
import { severityLabels } from './wording.ts';

export type StateFilter = 'all' | 'proposed' | 'decided' | 'rejected';
export type SeverityFilter = 'all' | PlanFinding['severity'];

const words = {
  search: { zh: '搜索（/）', en: 'Search (/)' },
  all: { zh: '全部', en: 'All' },
  proposed: { zh: '未核', en: 'Unreviewed' },
  decided: { zh: '已核', en: 'Reviewed' },
  rejected: { zh: '否决', en: 'Rejected' },
  acceptAll: { zh: '采纳所列 {count} 条', en: 'Accept these {count}' },
  dismissed: { zh: '含不再提示', en: 'With dismissed' },
} satisfies Record<string, Label>;

interface FactBarProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly state: StateFilter;
  readonly onState: (state: StateFilter) => void;
  readonly acceptable: number;
  readonly onAcceptAll: () => void;
  readonly mayWrite: boolean;
  readonly search: Ref<InputRef>;
}

/** Narrows a table of facts, and accepts at once what it then shows. */
export function FactBar(props: FactBarProps) {
  const { query, onQuery, state, onState, acceptable, onAcceptAll, mayWrite, search } = props;
  const { say } = useLanguage();
  const states = ['all', 'proposed', 'decided', 'rejected'] as const;
  return (
    <div className="panel-bar">
      <Input
        ref={search}
        allowClear
        size="small"
        className="panel-search"
        placeholder={say(words.search)}
        aria-label={say(words.search)}
        value={query}
        onChange={({ target }) => onQuery(target.value)}
        onKeyDown={({ key, currentTarget }) => (key === 'Escape' || key === 'Enter') && currentTarget.blur()}
      />
      <Segmented
        size="small"
        value={state}
        onChange={onState}
        options={states.map((value) => ({ value, label: say(words[value]) }))}
      />
      <span className="grow" />
      {mayWrite && acceptable > 0 && (
        <Button size="small" onClick={onAcceptAll}>
          {say(words.acceptAll, { count: acceptable })}
        </Button>
      )}
    </div>
  );
}

interface FindingBarProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly findings: readonly PlanFinding[];
  readonly severity: SeverityFilter;
  readonly onSeverity: (severity: SeverityFilter) => void;
  readonly withDismissed: boolean;
  readonly onWithDismissed: (on: boolean) => void;
  readonly search: Ref<InputRef>;
}

/** Narrows the list of findings by severity, words or rule. */
export function FindingBar(props: FindingBarProps) {
  const { query, onQuery, findings, severity, onSeverity, withDismissed, onWithDismissed, search } = props;
  const { say } = useLanguage();
  const open = findings.filter(({ dismissed }) => dismissed === null);
  const count = (value: SeverityFilter) =>
    value === 'all' ? open.length : open.filter((finding) => finding.severity === value).length;
  const dismissed = findings.length - open.length;
  const labelOf = (value: SeverityFilter) => (value === 'all' ? words.all : severityLabels[value]);
  return (
    <div className="panel-bar">
      <Input
        ref={search}
        allowClear
        size="small"
        className="panel-search"
        placeholder={say(words.search)}
        aria-label={say(words.search)}
        value={query}
        onChange={({ target }) => onQuery(target.value)}
        onKeyDown={({ key, currentTarget }) => (key === 'Escape' || key === 'Enter') && currentTarget.blur()}
      />
      <Segmented
        size="small"
        value={severity}
        onChange={onSeverity}
        options={(['all', 'error', 'warning', 'advice'] as const).map((value) => ({
          value,
          label: `${say(labelOf(value))} ${count(value)}`,
        }))}
      />
      <span className="grow" />
      {dismissed > 0 && (
        <Checkbox checked={withDismissed} onChange={({ target }) => onWithDismissed(target.checked)}>
          {say(words.dismissed)} {dismissed}
        </Checkbox>
      )}
    </div>
  );
}
