import { memo } from 'react';
import type { Day } from '../../../../core/day.ts';
import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { PageLink } from '../../../../web/router.tsx';
import type { PortfolioRow } from '../../nodes-operations.ts';
import { placeOf, type Scale, widthOf } from './scale.ts';

const words = {
  late: { zh: '超期{n}', en: '{n} late' },
  told: { zh: '计划{start}至{finish}', en: 'planned {start} to {finish}' },
} satisfies Record<string, Label>;

export const rowHeight = 34;

interface Props {
  readonly row: PortfolioRow | undefined;
  readonly index: number;
  readonly scale: Scale;
  readonly today: Day;
}

type Node = PortfolioRow['nodes'][number];
const stateOf = ({ actualFinish, finish }: Node, today: Day) =>
  actualFinish !== null ? 'is-done' : finish < today ? 'is-late' : '';

function Bars({ row, scale, today }: { row: PortfolioRow; scale: Scale; today: Day }) {
  const { start, finish, nodes } = row;
  return (
    <>
      <i className="portfolio-span" style={{ left: placeOf(scale, start), width: widthOf(scale, start, finish) }} />
      {nodes.map((node) => {
        const from = node.actualStart ?? node.start;
        const to = node.actualFinish ?? node.finish;
        return (
          <i
            key={node.id}
            className={`portfolio-node ${stateOf(node, today)}`}
            title={`${node.name}  ${from} — ${to}`}
            style={{ left: placeOf(scale, from), width: widthOf(scale, from, to > from ? to : from) }}
          />
        );
      })}
    </>
  );
}

/** One project; a blank line while it is still on its way. */
function ProjectRow({ row, index, scale, today }: Props) {
  const { say } = useLanguage();
  return (
    <div className="gantt-row" data-index={index}>
      <div className="gantt-name">
        {row ? <PageLink to={`/projects/${row.id}/nodes`}>{row.name}</PageLink> : <span className="quiet">…</span>}
        {row && row.late > 0 && <small className="gantt-mark is-late">{say(words.late, { n: row.late })}</small>}
      </div>
      <div className="gantt-days" style={{ width: scale.width }}>
        {row && (
          <>
            <span className="visually-hidden">{say(words.told, { start: row.start, finish: row.finish })}</span>
            <Bars row={row} scale={scale} today={today} />
          </>
        )}
      </div>
    </div>
  );
}

/** Rows are drawn in packs, so that scrolling by some rows has nothing to do. */
export const packSize = 8;

interface PackProps extends Omit<Props, 'row' | 'index'> {
  readonly rows: ReadonlyMap<number, PortfolioRow>;
  readonly first: number;
  readonly end: number;
  readonly top: number;
}

const isSame = (one: PackProps, other: PackProps): boolean => {
  const { rows, ...rest } = one;
  const { rows: others, ...otherRest } = other;
  const keys = Object.keys(rest) as (keyof typeof rest)[];
  if (keys.some((key) => rest[key] !== otherRest[key])) return false;
  for (let index = one.first; index < one.end; index += 1) if (rows.get(index) !== others.get(index)) return false;
  return true;
};

/** Some rows together; drawn anew only when one of their own has come. */
export const Pack = memo(function Pack({ rows, first, end, top, scale, today }: PackProps) {
  return (
    <div className="portfolio-pack" style={{ top }}>
      {Array.from({ length: end - first }, (_, i) => first + i).map((index) => (
        <ProjectRow key={index} row={rows.get(index)} index={index} scale={scale} today={today} />
      ))}
    </div>
  );
}, isSame);
