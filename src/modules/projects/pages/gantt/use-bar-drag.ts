import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { type DayNumber, dayOf, isWorked, numberOf, workdaysIn } from '../../node-calendar.ts';
import type { NodeChange } from '../../node-change.ts';
import type { ShownNode } from '../../nodes-operations.ts';
import { daysAcross, type Scale } from './scale.ts';

interface Drag {
  readonly grip: 'move' | 'stretch';
  readonly from: number;
  /** As it stood when it was taken hold of: while it is pulled, it stands elsewhere already. */
  readonly held: ShownNode;
  change: NodeChange | null;
}

interface Props {
  readonly node: ShownNode;
  readonly scale: Scale;
  readonly onTry: (change: NodeChange | null) => void;
  readonly onTake: (change: NodeChange) => void;
  readonly onOpen: () => void;
}

/** On a working day, where the node counts those: otherwise it would jump back. */
function moveTo({ id, counts }: ShownNode, day: DayNumber, step: 1 | -1): NodeChange {
  let start = day;
  while (counts === 'working' && !isWorked(start)) start += step;
  return { does: 'move', node: id, start: dayOf(start) };
}

function stretchTo({ id, counts, start, actualStart }: ShownNode, finish: DayNumber): NodeChange {
  const first = numberOf(actualStart ?? start);
  const days = counts === 'working' ? workdaysIn(first - 1, finish) : finish - first + 1;
  return { does: 'edit', node: id, to: { days: Math.min(2000, Math.max(1, days)) } };
}

/** Pulls a bar or its end by pointer; arrow keys do the same by a day. What has happened does not move. */
export function useBarDrag({ node, scale, onTry, onTake, onOpen }: Props) {
  const drag = useRef<Drag | null>(null);
  const canMove = node.actualStart === null;
  const canStretch = node.actualFinish === null;

  const changeBy = ({ grip, held }: Drag, days: number): NodeChange | null => {
    if (days === 0) return null;
    const step = days > 0 ? 1 : -1;
    if (grip === 'move') return moveTo(held, numberOf(held.start) + days, step);
    return stretchTo(held, numberOf(held.finish) + days);
  };
  const begin = (grip: Drag['grip']) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || (grip === 'move' ? !canMove : !canStretch)) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { grip, from: event.clientX, held: node, change: null };
  };
  const pull = ({ clientX }: PointerEvent<HTMLElement>) => {
    if (drag.current === null) return;
    drag.current.change = changeBy(drag.current, daysAcross(scale, clientX - drag.current.from));
    onTry(drag.current.change);
  };
  const letGo = () => {
    const pulled = drag.current?.change ?? null;
    drag.current = null;
    if (pulled !== null) onTake(pulled);
    return pulled !== null;
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowLeft: -1 as const, ArrowRight: 1 as const }[event.key];
    if (event.key === 'Enter') onOpen();
    if (step === undefined) return;
    event.preventDefault();
    if (event.shiftKey ? !canStretch : !canMove) return;
    if (!event.shiftKey) return onTake(moveTo(node, numberOf(node.start) + step, step));
    onTake({ does: 'edit', node: node.id, to: { days: Math.max(1, node.days + step) } });
  };
  return { canMove, canStretch, begin, pull, letGo, press, stop: () => onTry(null) };
}
