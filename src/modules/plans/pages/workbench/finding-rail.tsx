import { memo, useMemo } from 'react';
import type { Mark } from './marks.ts';

interface Props {
  readonly marks: readonly Mark[];
  readonly length: number;
  readonly onShow: (offset: number) => void;
}

/** The strip beside the document: where in the whole the findings stand. The list beside says the same in words. */
export const FindingRail = memo(function FindingRail({ marks, length, onShow }: Props) {
  const ticks = useMemo(() => {
    const seen = new Map<number, Mark>();
    const rank = (look: string) => ['error', 'warning', 'advice'].indexOf(look);
    for (const mark of marks) {
      if (mark.kind !== 'finding') continue;
      const place = Math.round((mark.start / Math.max(1, length)) * 250);
      const there = seen.get(place);
      if (!there || rank(mark.look) < rank(there.look)) seen.set(place, mark);
    }
    return [...seen];
  }, [marks, length]);
  return (
    <div className="finding-rail" aria-hidden="true">
      {ticks.map(([place, { look, start }]) => (
        // biome-ignore lint/a11y: a shortcut for the mouse; the findings tab is the way for the keyboard
        <i key={place} className={`tick-${look}`} style={{ top: `${place / 2.5}%` }} onClick={() => onShow(start)} />
      ))}
    </div>
  );
});
