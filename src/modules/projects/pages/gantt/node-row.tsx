import { memo } from 'react';
import type { Day } from '../../../../core/day.ts';
import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import type { NodeChange } from '../../node-change.ts';
import { dayCounts, nodeKinds } from '../../node-plan.ts';
import type { ShownNode } from '../../nodes-operations.ts';
import { placeOf, type Scale, widthOf } from './scale.ts';
import { useBarDrag } from './use-bar-drag.ts';

const words = {
  critical: { zh: '关键', en: 'Critical' },
  late: { zh: '超期', en: 'Late' },
  done: { zh: '完成', en: 'Done' },
  begun: { zh: '进行中', en: 'Begun' },
  slack: { zh: '余{n}天', en: '{n} d free' },
  told: {
    zh: '{name}，计划{start}至{finish}，{days}{counts}。左右方向键移动一天，加 Shift 改工期，回车填写日期',
    en: '{name}, planned {start} to {finish}, {days} {counts}. Arrow keys move it a day, with Shift its length; Enter types the days',
  },
  open: { zh: '编辑 {name}', en: 'Edit {name}' },
} satisfies Record<string, Label>;

interface Props {
  readonly node: ShownNode;
  readonly scale: Scale;
  readonly today: Day;
  readonly mayWrite: boolean;
  readonly onTry: (change: NodeChange | null) => void;
  readonly onTake: (change: NodeChange) => void;
  readonly onOpen: (id: string) => void;
}

/** Each mark is a word as well as a colour. */
function Marks({ node }: { node: ShownNode }) {
  const { say } = useLanguage();
  if (node.actualFinish !== null) return <small className="gantt-mark is-done">{say(words.done)}</small>;
  return (
    <>
      {node.isLate && <small className="gantt-mark is-late">{say(words.late)}</small>}
      {node.isCritical && <small className="gantt-mark is-critical">{say(words.critical)}</small>}
      {!node.isLate && !node.isCritical && node.slack !== null && (
        <small className="gantt-mark">
          {node.actualStart === null ? say(words.slack, { n: node.slack }) : say(words.begun)}
        </small>
      )}
    </>
  );
}

function Bars({ node, scale, today, mayWrite, onTry, onTake, onOpen }: Props) {
  const { say } = useLanguage();
  const open = () => onOpen(node.id);
  const { canMove, canStretch, begin, pull, letGo, press, stop } = useBarDrag({
    node,
    scale,
    onTry,
    onTake,
    onOpen: open,
  });
  const { name, start, finish, days, counts, baselineStart, baselineFinish, actualStart, actualFinish } = node;
  const place = (from: Day, to: Day) => ({ left: placeOf(scale, from), width: widthOf(scale, from, to) });
  const told = say(words.told, { name, start, finish, days, counts: say(dayCounts[counts]) });
  const state = `${node.isCritical ? 'is-critical' : ''} ${node.isLate ? 'is-late' : ''}`;
  return (
    <>
      {baselineStart && baselineFinish && <i className="gantt-baseline" style={place(baselineStart, baselineFinish)} />}
      <button
        type="button"
        className={`gantt-bar ${state} ${mayWrite && canMove ? 'is-movable' : ''}`}
        style={place(start, finish)}
        aria-label={told}
        title={`${name}  ${start} — ${finish}`}
        data-node={node.id}
        onPointerDown={mayWrite ? begin('move') : undefined}
        onPointerMove={pull}
        onPointerUp={() => !letGo() && open()}
        onPointerCancel={stop}
        onKeyDown={mayWrite ? press : ({ key }) => key === 'Enter' && open()}
      >
        {mayWrite && canStretch && (
          <i
            className="gantt-grip"
            onPointerDown={begin('stretch')}
            onPointerMove={pull}
            onPointerUp={(event) => {
              event.stopPropagation();
              letGo();
            }}
          />
        )}
      </button>
      {actualStart && (
        <i
          className={`gantt-actual ${actualFinish ? 'is-done' : ''}`}
          style={place(actualStart, actualFinish ?? (today > actualStart ? today : actualStart))}
        />
      )}
    </>
  );
}

export const NodeRow = memo(function NodeRow(props: Props) {
  const { say } = useLanguage();
  const { node, scale, onOpen } = props;
  return (
    <div className="gantt-row">
      <div className="gantt-name">
        <button
          type="button"
          className="gantt-open"
          onClick={() => onOpen(node.id)}
          title={`${node.name}（${say(nodeKinds[node.kind])}${node.owner ? `，${node.owner}` : ''}）`}
          aria-label={say(words.open, { name: node.name })}
        >
          {node.name}
        </button>
        <Marks node={node} />
      </div>
      <div className="gantt-days" style={{ width: scale.width }}>
        <Bars {...props} />
      </div>
    </div>
  );
});
