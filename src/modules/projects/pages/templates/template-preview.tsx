import '../gantt/gantt.css';
import { Input } from 'antd';
import { useId, useMemo, useState } from 'react';
import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import type { NodeSpec } from '../../node-plan.ts';
import { planBackward, roomOf } from '../../node-schedule.ts';
import { lengthOf } from '../../node-template-checks.ts';
import type { ShownNode } from '../../nodes-operations.ts';
import { Chart } from '../gantt/chart.tsx';
import { scaleOver } from '../gantt/scale.ts';

const words = {
  target: { zh: '从目标日期倒排', en: 'Back from the target' },
  length: {
    zh: '{start} 至 {finish}，共 {calendar} 天（其中工作日 {working} 天），{n} 个节点，关键节点 {critical} 个',
    en: '{start} to {finish}, {calendar} days ({working} working), {n} nodes, {critical} of them critical',
  },
  unsound: { zh: '改好标出的错误后显示甘特图', en: 'The chart shows once the errors are mended' },
} satisfies Record<string, Label>;

const nothing = () => undefined;
const takesNothing = () => false;
const inAYear = (): string => `${new Date().getFullYear() + 1}-12-31`;

function shownOf(nodes: readonly NodeSpec[], target: string): ShownNode[] {
  const planned = planBackward(nodes, target);
  const room = roomOf(planned);
  return planned.map((node) => {
    const { slack = null, isCritical = false } = room.get(node.id) ?? {};
    const forecast = { forecastStart: node.start, forecastFinish: node.finish, daysLate: null };
    return { ...node, note: null, evidence: [], slack, isCritical, isLate: false, ...forecast };
  });
}

/** The template as a plan back from a day: how long it takes, and which nodes decide that. */
export function TemplatePreview({ nodes, isSound }: { nodes: readonly NodeSpec[]; isSound: boolean }) {
  const { say } = useLanguage();
  const field = useId();
  const [target, setTarget] = useState(inAYear);
  const isReady = isSound && nodes.length > 0 && target !== '';
  const shown = useMemo(() => (isReady ? shownOf(nodes, target) : []), [isReady, nodes, target]);
  const length = isReady ? lengthOf(nodes, target) : null;
  const scale = useMemo(
    () => scaleOver(shown.length > 0 ? shown.flatMap(({ start, finish }) => [start, finish]) : [inAYear()], 'quarter'),
    [shown],
  );
  const critical = shown.filter(({ isCritical }) => isCritical).length;
  return (
    <section className="template-preview">
      <div className="template-tools">
        <label htmlFor={field}>{say(words.target)}</label>
        <Input
          id={field}
          type="date"
          value={target}
          style={{ width: 150 }}
          onChange={(event) => setTarget(event.target.value)}
        />
        <span role="status">
          {length === null ? say(words.unsound) : say(words.length, { ...length, n: nodes.length, critical })}
        </span>
      </div>
      {length !== null && (
        <Chart
          nodes={shown}
          scale={scale}
          today={length.start}
          mayWrite={false}
          draft={{ attempt: nothing, take: takesNothing }}
          onOpen={nothing}
        />
      )}
    </section>
  );
}
