import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { PageLink, useParam } from '../../../../web/router.tsx';
import { useOperation } from '../../../../web/use-operation.ts';
import { deliveryOperations } from '../../delivery-operations.ts';
import { NodePlanPanel } from './node-plan-panel.tsx';

const words = {
  title: { zh: '节点计划', en: 'Node plan' },
  lead: {
    zh: '拖动横条改日期，拖右端改工期，后续节点随之移动；已发生的不动，基线不变。',
    en: 'Pull a bar to move it, its right end to lengthen it; what depends on it follows. What happened and the baseline stay.',
  },
  project: { zh: '项目页', en: 'The project' },
} satisfies Record<string, Label>;

export function NodesScreen() {
  const { say } = useLanguage();
  const projectId = useParam('projectId');
  const { data } = useOperation(deliveryOperations['delivery.show'], { id: projectId });
  return (
    <div className="page page-wide">
      <h1>
        {data?.card.name ?? ''} {say(words.title)}
      </h1>
      <p className="lead">{say(words.lead)}</p>
      <p className="gantt-tools">
        <PageLink to={`/delivery/${projectId}`}>{say(words.project)}</PageLink>
      </p>
      <NodePlanPanel projectId={projectId} />
    </div>
  );
}
