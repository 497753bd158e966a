import { type MouseEvent, memo } from 'react';
import type { Day } from '../../../../core/day.ts';
import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { PageLink } from '../../../../web/router.tsx';
import type { PortfolioRow } from '../../nodes-operations.ts';
import { barsOf, nodeAt } from './portfolio-bars.ts';
import type { Scale } from './scale.ts';

const words = {
  late: { zh: '超期{n}', en: '{n} late' },
  told: { zh: '计划{start}至{finish}', en: 'planned {start} to {finish}' },
} satisfies Record<string, Label>;

export const rowHeight = 34;

function Name({ row, index }: { row: PortfolioRow | undefined; index: number }) {
  const { say } = useLanguage();
  return (
    <div className="portfolio-name" data-index={index}>
      {row ? <PageLink to={`/projects/${row.id}/nodes`}>{row.name}</PageLink> : <span className="quiet">…</span>}
      {row && <span className="visually-hidden">{say(words.told, { start: row.start, finish: row.finish })}</span>}
      {row && row.late > 0 && <small className="gantt-mark is-late">{say(words.late, { n: row.late })}</small>}
    </div>
  );
}

/** Rows are drawn in packs, so that scrolling by some rows has nothing to do. */
export const packSize = 8;

interface PackProps {
  readonly rows: ReadonlyMap<number, PortfolioRow>;
  readonly first: number;
  readonly end: number;
  readonly top: number;
  readonly scale: Scale;
  readonly today: Day;
}

const isSame = (one: PackProps, other: PackProps): boolean => {
  const { rows, ...rest } = one;
  const { rows: others, ...otherRest } = other;
  const keys = Object.keys(rest) as (keyof typeof rest)[];
  if (keys.some((key) => rest[key] !== otherRest[key])) return false;
  for (let index = one.first; index < one.end; index += 1) if (rows.get(index) !== others.get(index)) return false;
  return true;
};

/**
 * Some rows together; drawn anew only when one of their own has come. The bars of all of them are four outlines and their
 * names one block, and rows that are still on their way one empty box: that is what keeps scrolling smooth.
 */
export const Pack = memo(function Pack({ rows, first, end, top, scale, today }: PackProps) {
  const places = Array.from({ length: end - first }, (_, i) => first + i);
  const own = places.map((index) => rows.get(index));
  const height = own.length * rowHeight;
  /** The node under the pointer says its name: one answer for the block, not a box for each. */
  const tell = ({ nativeEvent: { offsetX, offsetY }, currentTarget }: MouseEvent<HTMLElement>) => {
    const node = nodeAt(own[Math.floor(offsetY / rowHeight)], scale, offsetX);
    currentTarget.title = node === undefined ? '' : `${node.name}  ${node.from} — ${node.to}`;
  };
  if (own.every((row) => row === undefined)) return <div className="portfolio-blank" style={{ top, height }} />;
  return (
    <div className="portfolio-pack" style={{ top, height }}>
      <div className="portfolio-names">
        {places.map((index) => (
          <Name key={index} row={rows.get(index)} index={index} />
        ))}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what it tells stands in the plan of the project too */}
      <div className="portfolio-bars" style={{ width: scale.width }} onMouseMove={tell}>
        <svg width={scale.width} height={height} aria-hidden="true">
          {barsOf(own, { scale, today, rowHeight }).map(({ kind, d }) => (
            <path key={kind} className={`portfolio-node is-${kind}`} d={d} />
          ))}
        </svg>
      </div>
    </div>
  );
}, isSame);
