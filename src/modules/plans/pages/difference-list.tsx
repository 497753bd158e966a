import { Fragment } from 'react';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink } from '../../../web/router.tsx';
import { type FactKind, factKinds, type PlanFact } from '../plan.ts';
import type { Comparison } from './compare-screen.tsx';
import { periodOf, printedValue, yearsOf } from './workbench/fact-columns.tsx';
import { kindsLabels } from './workbench/wording.ts';

const words = {
  name: { zh: '名称', en: 'Name' },
  line: { zh: '第 {line} 行', en: 'line {line}' },
} satisfies Record<string, Label>;

/** What a side says, in one line: the part of a fact that is worth comparing. */
function gistOf(fact: PlanFact): string {
  if (fact.kind === 'indicator') return `${printedValue(fact.data)} ${fact.data.unit}（${periodOf(fact.data.period)}）`;
  if (fact.kind === 'project') {
    const { investment, owner } = fact.data;
    return [investment && `${investment.value} ${investment.unit}`, owner, yearsOf(fact.data)]
      .filter(Boolean)
      .join(' · ');
  }
  if (fact.kind === 'task') return [fact.data.leads.join('、'), fact.data.deadline].filter(Boolean).join(' · ');
  if (fact.kind === 'park') {
    const { area, industries } = fact.data;
    return [area && `${area.value} ${area.unit}`, industries.join('、')].filter(Boolean).join(' · ');
  }
  return fact.data.aliases.join('、') || fact.data.name;
}

function Side({ planId, fact }: { planId: string; fact: PlanFact | null }) {
  const { say } = useLanguage();
  if (fact === null) return <td className="quiet">—</td>;
  return (
    <td>
      <PageLink to={`/plans/${planId}`} search={{ on: fact.id }} className="gist">
        {gistOf(fact)}
      </PageLink>
      <small className="side-quote">
        <span className="line-number">{say(words.line, { line: fact.data.source.line })}</span>
        {fact.data.source.quote.replaceAll(/\s+/g, ' ').slice(0, 80)}
      </small>
    </td>
  );
}

interface Props {
  readonly comparison: Comparison;
  readonly differences: Comparison['differences'];
  readonly fileOf: (planId: string) => string;
}

/** Differences side by side, each value a link to its sentence. */
export function DifferenceList({ comparison, differences, fileOf }: Props) {
  const { say } = useLanguage();
  const { left, right } = comparison;
  const of = (kind: FactKind) => differences.filter((one) => one.kind === kind);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={`${left.title} ⇄ ${right.title}`}>
      <table className="plain-table differences">
        <thead>
          <tr>
            <th>{say(words.name)}</th>
            <th>
              {left.title}
              <small>{fileOf(left.id)}</small>
            </th>
            <th>
              {right.title}
              <small>{fileOf(right.id)}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {factKinds.map((kind) => {
            const own = of(kind);
            if (own.length === 0) return null;
            return (
              <Fragment key={kind}>
                <tr className="group-row">
                  <th colSpan={3} scope="rowgroup">
                    {say(kindsLabels[kind])} {own.length}
                  </th>
                </tr>
                {own.map((one) => (
                  <tr key={one.left.fact?.id ?? one.right.fact?.id ?? one.name}>
                    <td className="difference-name">{one.name}</td>
                    <Side planId={left.id} fact={one.left.fact} />
                    <Side planId={right.id} fact={one.right.fact} />
                  </tr>
                ))}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
