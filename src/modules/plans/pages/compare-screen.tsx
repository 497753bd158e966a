import { Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import type * as z from 'zod';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useGo, useSearchParams } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { planOperations } from '../operations.ts';
import { DifferenceList } from './difference-list.tsx';
import { FindingCard } from './workbench/findings-list.tsx';

export type Comparison = z.output<(typeof planOperations)['plans.compare']['output']>;
type Verdict = Comparison['differences'][number]['verdict'];

const words = {
  title: { zh: '比较两份规划', en: 'Compare two plans' },
  lead: {
    zh: '逐条对照两份文件中的指标、项目和任务，并互相核对；适合前后两版，或上级与下级规划。',
    en: 'Fact by fact, and checked against each other: two versions, or an upper and a lower plan.',
  },
  left: { zh: '左：原有的一份', en: 'Left: the earlier one' },
  right: { zh: '右：要对照的一份', en: 'Right: the other one' },
  pick: { zh: '选好两份规划，差异就列在这里', en: 'Choose two plans and their differences are listed here' },
  needTwo: { zh: '还要一份规划才能比较', en: 'A second plan is needed' },
  needTwoHint: { zh: '请先读取另一份文件', en: 'Read another file first' },
  differences: { zh: '逐条对照', en: 'Fact by fact' },
  findings: { zh: '两份之间的矛盾 {count}', en: '{count} contradictions between the two' },
  noFindings: { zh: '两份之间没有发现矛盾', en: 'No contradictions between the two' },
  none: { zh: '没有这一类差异', en: 'No differences of this sort' },
  changed: { zh: '改动', en: 'Changed' },
  'only-left': { zh: '仅左', en: 'Only left' },
  'only-right': { zh: '仅右', en: 'Only right' },
  same: { zh: '相同', en: 'Same' },
} satisfies Record<string, Label>;

const verdicts: readonly Verdict[] = ['changed', 'only-left', 'only-right', 'same'];

interface Chosen {
  readonly left: string;
  readonly right: string;
  /** The file of each plan: two versions often bear one title. */
  readonly fileOf: (planId: string) => string;
}

function Result({ left, right, fileOf }: Chosen) {
  const { say } = useLanguage();
  const [verdict, setVerdict] = useState<Verdict>('changed');
  const { data, error, refetch } = useOperation(planOperations['plans.compare'], { left, right });
  const shown = useMemo(() => data?.differences.filter((one) => one.verdict === verdict) ?? [], [data, verdict]);
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  const count = (of: Verdict) => data.differences.filter((one) => one.verdict === of).length;
  return (
    <>
      <section>
        <h2>
          {data.findings.length > 0 ? say(words.findings, { count: data.findings.length }) : say(words.noFindings)}
        </h2>
        <div className="cross-findings">
          {data.findings.map((finding) => (
            <FindingCard
              key={finding.fingerprint}
              finding={finding}
              isActive={false}
              isDismissing={false}
              mayWrite={false}
              onPick={() => undefined}
              onSource={() => undefined}
              onDismissing={() => undefined}
              onDismiss={async () => false}
              onRestore={() => undefined}
            />
          ))}
        </div>
      </section>
      <section>
        <h2>{say(words.differences)}</h2>
        <Segmented
          value={verdict}
          onChange={setVerdict}
          options={verdicts.map((value) => ({ value, label: `${say(words[value])} ${count(value)}` }))}
        />
        {shown.length === 0 ? (
          <Nothing title={say(words.none)} />
        ) : (
          <DifferenceList comparison={data} differences={shown} fileOf={fileOf} />
        )}
      </section>
    </>
  );
}

export function CompareScreen() {
  const { say } = useLanguage();
  const go = useGo();
  const { left, right } = useSearchParams();
  const { data, error, refetch } = useOperation(planOperations['plans.list'], {});
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  const options = data.plans.map(({ id, title, file }) => ({ value: id, label: `${title} · ${file.name}` }));
  const fileOf = (planId: string) => data.plans.find(({ id }) => id === planId)?.file.name ?? '';
  const choose = (side: 'left' | 'right') => (id: string) => go('/compare', { left, right, [side]: id });
  const Chooser = ({ side, value }: { side: 'left' | 'right'; value: string | undefined }) => (
    <Select
      className="plan-select"
      aria-label={say(words[side])}
      placeholder={say(words[side])}
      value={value ?? null}
      options={options.filter((option) => option.value !== (side === 'left' ? right : left))}
      onChange={(id: string | null) => id !== null && choose(side)(id)}
    />
  );
  return (
    <div className="page page-wide">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      <div className="compare-choice">
        <Chooser side="left" value={left} />
        <span aria-hidden="true">⇄</span>
        <Chooser side="right" value={right} />
      </div>
      {left && right && left !== right ? (
        <Result key={`${left} ${right}`} left={left} right={right} fileOf={fileOf} />
      ) : data.plans.length < 2 ? (
        <Nothing title={say(words.needTwo)} hint={say(words.needTwoHint)} />
      ) : (
        <Nothing title={say(words.pick)} />
      )}
    </div>
  );
}
