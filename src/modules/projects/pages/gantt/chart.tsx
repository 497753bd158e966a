import { useEffect, useRef } from 'react';
import type { Day } from '../../../../core/day.ts';
import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import type { ShownNode } from '../../nodes-operations.ts';
import { Legend } from './legend.tsx';
import { NodeRow } from './node-row.tsx';
import { placeOf, type Scale } from './scale.ts';
import { TimeAxis, TimeLines } from './time-axis.tsx';
import type { NodeDraft } from './use-node-draft.ts';

const words = {
  nodes: { zh: '节点', en: 'Nodes' },
  chart: { zh: '节点甘特图', en: 'Gantt chart of the nodes' },
} satisfies Record<string, Label>;

interface Props {
  readonly nodes: readonly ShownNode[];
  readonly scale: Scale;
  readonly today: Day;
  readonly mayWrite: boolean;
  readonly draft: Pick<NodeDraft, 'attempt' | 'take'>;
  readonly onOpen: (id: string) => void;
}

/** A plan that began long ago opens at today, not at its beginning. */
function useTodayInView(scale: Scale, today: Day) {
  const box = useRef<HTMLElement>(null);
  const place = placeOf(scale, today);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and again in another scale; not at every change
  useEffect(() => {
    const { current } = box;
    if (current !== null && place > current.clientWidth) current.scrollLeft = place - current.clientWidth / 2;
  }, [scale.perDay]);
  return box;
}

export function Chart({ nodes, scale, today, mayWrite, draft, onOpen }: Props) {
  const { say } = useLanguage();
  const box = useTodayInView(scale, today);
  return (
    <>
      <section ref={box} className="gantt" aria-label={say(words.chart)}>
        <div className="gantt-canvas">
          <div className="gantt-head">
            <div className="gantt-corner">{say(words.nodes)}</div>
            <TimeAxis scale={scale} today={today} />
          </div>
          <TimeLines scale={scale} today={today} />
          {nodes.map((node) => (
            <NodeRow
              key={node.id}
              node={node}
              scale={scale}
              today={today}
              mayWrite={mayWrite}
              onTry={draft.attempt}
              onTake={draft.take}
              onOpen={onOpen}
            />
          ))}
        </div>
      </section>
      <Legend />
    </>
  );
}
