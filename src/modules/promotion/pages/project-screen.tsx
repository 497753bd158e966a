import './delivery.css';
import { useContext } from 'react';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink, useParam } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { projectLists } from '../../projects/delivery.ts';
import { type Delivery, deliveryOperations } from '../../projects/delivery-operations.ts';
import { ActButtons } from './act-buttons.tsx';
import { BlockPanel } from './block-panel.tsx';
import { DemoNote } from './demo-note.tsx';
import { GlancePanel } from './glance-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { IncentivePanel } from './incentive-panel.tsx';
import { ItemsPanel } from './items-panel.tsx';
import { ListsPanel } from './lists-panel.tsx';
import { MoneyPanel } from './money-panel.tsx';
import { useRecordNames, useUnitName } from './names.ts';
import { Panel } from './panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { ProblemsPanel } from './problems-panel.tsx';
import { PromisesPanel } from './promises-panel.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { sayMoney } from './show.ts';
import { SlotsContext } from './slots.ts';
import { StageTrack } from './stage-track.tsx';
import { StatisticsPanel } from './statistics-panel.tsx';
import { ProjectContext } from './use-project.ts';

const words = {
  board: { zh: '项目推进', en: 'Delivery' },
  site: { zh: '现场登记', en: 'Site entry' },
  express: { zh: '直通车', en: 'Express way' },
  act: { zh: '办理', en: 'Move it on' },
  nodes: { zh: '节点计划', en: 'Node plan' },
  elements: { zh: '要素保障', en: 'Elements' },
  investment: { zh: '总投资 {amount}', en: 'investment {amount}' },
} satisfies Record<string, Label>;

function Head({ project: { card, listings, isExpress } }: { project: Delivery }) {
  const { say } = useLanguage();
  const unitName = useUnitName();
  const owners = useRecordNames('enterprises');
  const parks = useRecordNames('parks');
  const about = [
    card.code,
    unitName(card.unitPath),
    parks.get(card.parkId ?? ''),
    owners.get(card.ownerId ?? ''),
    say(words.investment, { amount: sayMoney(card.investment) }),
  ];
  return (
    <header className="project-head">
      <p className="quiet">
        <PageLink to="/delivery">{say(words.board)}</PageLink>
      </p>
      <h1>
        {card.name}
        {isExpress && <span className="chip chip-on">{say(words.express)}</span>}
        {listings
          .filter(({ list, exitedOn }) => list !== 'express' && exitedOn === null)
          .map(({ list, year }) => (
            <span key={`${list} ${year}`} className="chip">
              {year} {say(projectLists[list])}
            </span>
          ))}
      </h1>
      <p className="quiet">
        {about.filter(Boolean).join(' · ')} · <PageLink to={`/delivery/${card.id}/site`}>{say(words.site)}</PageLink>
      </p>
    </header>
  );
}

/** One screen: where the project stands, what blocks it, who acts next, money, promises, history. */
export function ProjectScreen() {
  const { say } = useLanguage();
  const id = useParam('projectId');
  const { NodePlan, Elements } = useContext(SlotsContext);
  const { data: project, error, refetch } = useOperation(deliveryOperations['delivery.show'], { id });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!project) return <Waiting />;
  return (
    <ProjectContext value={project}>
      <div className="page project-page">
        <Head project={project} />
        <DemoNote />
        <StageTrack project={project} />
        <div className="project-columns">
          <div className="project-main">
            <Panel title={say(words.act)} id="act">
              <ActButtons />
            </Panel>
            <MoneyPanel />
            <PromisesPanel />
            <ItemsPanel />
            {NodePlan && (
              <Panel title={say(words.nodes)} id="nodes">
                <NodePlan projectId={id} />
              </Panel>
            )}
            {Elements && (
              <Panel title={say(words.elements)} id="elements">
                <Elements projectId={id} />
              </Panel>
            )}
            <ReviewPanel />
            <IncentivePanel />
            <HistoryPanel />
          </div>
          <div className="project-side">
            <BlockPanel />
            <GlancePanel />
            <ProblemsPanel />
            <PeoplePanel />
            <ListsPanel />
            <StatisticsPanel />
          </div>
        </div>
      </div>
    </ProjectContext>
  );
}
