import { useContext } from 'react';
import type * as z from 'zod';
import type { Label } from '../../../../core/text.ts';
import { Failure } from '../../../../web/error-boundary.tsx';
import { useLanguage } from '../../../../web/language.tsx';
import { PageLink } from '../../../../web/router.tsx';
import { useOperation } from '../../../../web/use-operation.ts';
import { Waiting } from '../../../../web/waiting.tsx';
import { type LampPlace, lampIds, moneyOperations } from '../../money-operations.ts';
import { Lamp } from '../lamp.tsx';
import { SlotsContext } from '../slots.ts';
import { LampDecisions } from './lamp-decisions.tsx';

type Shown = z.output<(typeof moneyOperations)['lamps.show']['output']>;

const words = {
  duty: { zh: '应做', en: 'To do' },
  enter: { zh: '请填', en: 'To enter' },
  decide: { zh: '先决定规则中的待定事项', en: 'First decide what the edition leaves open' },
  idle: { zh: '还没有可判断的事', en: 'There is nothing to judge yet' },
  rule: { zh: '规则 {rule}·{edition} 版', en: 'Rule {rule}, edition {edition}' },
  working: { zh: '算法', en: 'Working' },
  record: { zh: '项目登记册', en: 'Register of projects' },
  actions: { zh: '项目页', en: 'The project' },
  money: { zh: '项目页·资金与进度', en: 'The project, money' },
  problems: { zh: '项目页·问题', en: 'The project, problems' },
  statistics: { zh: '项目页·入库纳统', en: 'The project, statistics' },
} satisfies Record<string, Label>;

/** Leads to where something is done or entered. */
function Place({ place, projectId }: { place: LampPlace; projectId: string }) {
  const { say } = useLanguage();
  return <PageLink to={place === 'record' ? '/projects' : `/delivery/${projectId}`}>{say(words[place])}</PageLink>;
}

function OneLamp({ lamp, projectId }: { lamp: Shown['lamps'][number]; projectId: string }) {
  const { say } = useLanguage();
  const { Working } = useContext(SlotsContext);
  const { id, level, ruleId, edition, refused, said, duty, enter, isIdle, decided, evaluation } = lamp;
  return (
    <section className="lamp-one">
      <h3>
        <Lamp level={level} of={lampIds[id]} />{' '}
        <PageLink to={`/rules/${ruleId}/${edition}`} className="quiet">
          {say(words.rule, { rule: ruleId, edition })}
        </PageLink>
      </h3>
      {said.length > 0 && <p>{said.map((each) => say(each)).join('；')}</p>}
      {isIdle && <p className="quiet">{say(words.idle)}</p>}
      {refused && (
        <p>
          {say(words.decide)}：{say(refused)}
        </p>
      )}
      {duty && (
        <p>
          <b>{say(words.duty)}</b> {say(duty.text)} <Place place={duty.place} projectId={projectId} />
        </p>
      )}
      {enter.map((each) => (
        <p key={each.enter.zh}>
          <b>{say(words.enter)}</b> {say(each.enter)} <Place place={each.place} projectId={projectId} />
        </p>
      ))}
      <LampDecisions decided={decided} />
      {evaluation && (
        <details>
          <summary>{say(words.working)}</summary>
          <Working evaluation={evaluation} />
        </details>
      )}
    </section>
  );
}

/** The lamps of a project: why each burns, what to do, whose decisions hold, and the working. */
export function LampDetail({ projectId, on, period }: { projectId: string; on: string; period: string }) {
  const { data, error, refetch } = useOperation(moneyOperations['lamps.show'], { projectId, on, period });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <div className="lamp-detail">
      {data.lamps.map((lamp) => (
        <OneLamp key={lamp.id} lamp={lamp} projectId={projectId} />
      ))}
    </div>
  );
}
