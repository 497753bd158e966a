import { memo, type ReactNode } from 'react';
import type { PlanDetail } from '../../plan.ts';
import { columnShares, type DocumentRow, isFigure, shownCells, type TableBlock } from './document-rows.ts';
import { idOf, type Mark, type PlanBlock, type Segment, segmentsOfCell, segmentsOfProse } from './marks.ts';

const severityOrder = ['error', 'warning', 'advice'];

/** Classes of a stretch of text: its most specific fact gives the ground, its worst finding the underline. */
function lookOf(marks: readonly Mark[], active: string | null): string {
  const classes = ['mark'];
  const facts = marks.filter(({ kind }) => kind !== 'finding' && kind !== 'task');
  const fact = facts.reduce<Mark | null>(
    (best, mark) => (best === null || mark.end - mark.start < best.end - best.start ? mark : best),
    null,
  );
  if (fact) classes.push(`mark-${fact.kind}`, `is-${fact.look}`);
  const worst = severityOrder.find((severity) =>
    marks.some((mark) => mark.kind === 'finding' && mark.look === severity),
  );
  if (worst) classes.push(`mark-${worst}`);
  // A figure or name in hand gets a ring; a sentence in hand only a stronger ground.
  if (fact && idOf(fact) === active) classes.push('is-point');
  if (active !== null && marks.some((mark) => idOf(mark) === active)) classes.push('is-active');
  return classes.join(' ');
}

/** `data-at` lets a selection find its way back into the document, `data-on` a click to its facts and findings. */
function Words({ segments, active }: { segments: readonly Segment[]; active: string | null }): ReactNode {
  return segments.map(({ text, at, marks }) =>
    marks.length === 0 ? (
      <span key={at} data-at={at}>
        {text}
      </span>
    ) : (
      <mark key={at} data-at={at} data-on={marks.map(idOf).join(' ')} className={lookOf(marks, active)}>
        {text}
      </mark>
    ),
  );
}

interface ViewProps {
  readonly marks: readonly Mark[];
  readonly active: string | null;
}

function TablePiece({
  table,
  block,
  from,
  to,
  marks,
  active,
}: ViewProps & { table: TableBlock; block: number; from: number; to: number }) {
  const widths = columnShares(table);
  return (
    <figure className={table.box ? 'doc-table doc-box' : 'doc-table'}>
      {from === 0 && (table.title || table.unit) && (
        <figcaption>
          <b>{table.title}</b>
          {table.unit && <span>{table.unit}</span>}
        </figcaption>
      )}
      <table>
        <colgroup>
          {widths.map((width, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place only
            <col key={column} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
        <tbody>
          {table.rows.slice(from, to).map((_, i) => {
            const row = from + i;
            const Tag = row < table.headerRows ? 'th' : 'td';
            return (
              <tr key={row}>
                {shownCells(table, row, from, to).map(({ cell, column, columns, rows }) => (
                  <Tag
                    key={column}
                    colSpan={columns}
                    rowSpan={rows}
                    data-block={block}
                    data-row={row}
                    data-column={column}
                    className={row >= table.headerRows && isFigure(cell.text) ? 'figure' : undefined}
                  >
                    <Words segments={segmentsOfCell(cell, marks)} active={active} />
                  </Tag>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </figure>
  );
}

/** The bar in the margin: a task, or the worst finding that touches the block. */
function Margin({ marks, active }: ViewProps) {
  const task = marks.find(({ kind }) => kind === 'task');
  if (!task) return null;
  const id = idOf(task);
  return <i className={id === active ? 'margin-task is-active' : 'margin-task'} data-on={id} aria-hidden="true" />;
}

interface Props extends ViewProps {
  readonly plan: Pick<PlanDetail, 'text' | 'blocks'>;
  readonly row: DocumentRow;
}

/** One row of the document pane. Drawn again only when its own marks or its own active mark change. */
export const BlockView = memo(function BlockView({ plan, row, marks, active }: Props) {
  const block = plan.blocks[row.block] as PlanBlock;
  if (block.kind === 'furniture')
    return <div className="doc-furniture">{plan.text.slice(block.start, block.end).trim()}</div>;
  if (block.kind === 'table' && row.kind === 'table')
    return <TablePiece table={block} block={row.block} from={row.from} to={row.to} marks={marks} active={active} />;
  if (block.kind === 'table') return null;
  const words = <Words segments={segmentsOfProse(block.prose, marks)} active={active} />;
  const margin = <Margin marks={marks} active={active} />;
  if (block.kind === 'heading') {
    // The title of the page is the first heading; the document's own stand below it.
    const Heading = `h${Math.min(6, block.level + 1)}` as 'h2';
    return (
      <Heading className={`doc-heading doc-heading-${Math.min(4, block.level)}`} data-block={row.block}>
        {margin}
        {block.number && <span className="doc-number">{block.number}</span>}
        {words}
      </Heading>
    );
  }
  return (
    <p className={block.kind === 'item' ? 'doc-item' : 'doc-paragraph'} data-block={row.block}>
      {margin}
      {block.kind === 'item' && <span className="doc-number">{block.marker}</span>}
      {words}
    </p>
  );
});
