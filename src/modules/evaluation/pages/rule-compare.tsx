import { Button } from 'antd';
import type { GivenFacts } from '../../../core/rules/cases.ts';
import type { Label } from '../../../core/text.ts';
import { Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useAction, useOperation } from '../../../web/use-operation.ts';
import { ruleOperations } from '../operations.ts';
import type { RuleDetail } from '../rule-views.ts';

const words = {
  beside: { zh: '与 {edition} 版对照', en: 'Beside edition {edition}' },
  same: { zh: '两个版次对这些数的结果相同', en: 'Both editions give the same' },
  lacking: { zh: '无此项', en: 'none' },
  change: { zh: '相差', en: 'Change' },
  outcome: { zh: '结果', en: 'Outcome' },
} satisfies Record<string, Label>;

interface Props {
  readonly rule: RuleDetail;
  readonly facts: GivenFacts;
}

function Beside({ rule, edition, facts }: Props & { edition: string }) {
  const { say } = useLanguage();
  const compare = useAction(ruleOperations['rules.compare']);
  const { data, error } = compare;
  const run = () =>
    compare.mutate({
      first: { ruleId: rule.id, edition },
      second: { ruleId: rule.id, edition: rule.edition },
      subjects: [{ id: rule.id, facts }],
    });
  return (
    <div className="beside">
      <Button size="small" disabled={compare.isPending} onClick={run}>
        {say(words.beside, { edition })}
      </Button>
      {error !== null && (
        <p className="review-note" role="alert">
          {error instanceof Refusal ? say(error.label) : String(error)}
        </p>
      )}
      {data?.differing === 0 && <p className="quiet">{say(words.same)}</p>}
      {data !== undefined && data.differing > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th>{say(words.outcome)}</th>
              <th className="figure">{edition}</th>
              <th className="figure">{rule.edition}</th>
              <th className="figure">{say(words.change)}</th>
            </tr>
          </thead>
          <tbody>
            {data.differences.map(({ outcome, first, second, change }) => (
              <tr key={outcome}>
                <td>{say((second ?? first)?.label ?? words.lacking)}</td>
                <td className="figure">{say(first?.said ?? words.lacking)}</td>
                <td className="figure">{say(second?.said ?? words.lacking)}</td>
                <td className="figure">{change === null ? '—' : Number(Number(change).toFixed(4))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** The same facts by the other editions of the rule. */
export function RuleCompare({ rule, facts }: Props) {
  const { data } = useOperation(ruleOperations['rules.list'], {});
  const others = data?.rules.filter(({ id, edition }) => id === rule.id && edition !== rule.edition) ?? [];
  return others.map(({ edition }) => <Beside key={edition} rule={rule} edition={edition} facts={facts} />);
}
