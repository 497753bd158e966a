import './bulletins.css';
import type { CSSProperties } from 'react';
import {
  type Chart,
  type DocumentBlock,
  type Figure,
  figuresOf,
  type Inline,
  type OfficialDocument,
  spelledDay,
  type Table,
} from '../../../core/publication/document.ts';
import { sourceKey } from '../../../core/publication/freeze.ts';
import { useLanguage } from '../../../web/language.tsx';

const words = {
  now: { zh: '现为 {value}', en: 'today {value}' },
};

/** What a figure reads today, by its source, where that differs. */
export type Changed = ReadonlyMap<string, string>;

interface Shared {
  readonly changed: Changed;
  /** Left out where nothing can be opened: a preview. */
  readonly onOpen?: ((figure: Figure) => void) | undefined;
}

function TiedFigure({ figure, changed, onOpen }: Shared & { figure: Figure }) {
  const { say } = useLanguage();
  const { text, source } = figure;
  const now = changed.get(sourceKey(source));
  if (onOpen === undefined) return <span className="paper-figure">{text}</span>;
  return (
    <button
      type="button"
      className={now === undefined ? 'paper-figure' : 'paper-figure paper-figure-changed'}
      title={now === undefined ? undefined : say(words.now, { value: now })}
      onClick={() => onOpen(figure)}
    >
      {text}
    </button>
  );
}

function Runs({ content, ...shared }: Shared & { content: Inline }) {
  const seen = new Map<string, number>();
  return content.map((run) => {
    const name = typeof run === 'string' ? run : `${sourceKey(run.source)} ${run.text}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    if (typeof run === 'string') return <span key={`${name} ${count}`}>{run}</span>;
    return <TiedFigure key={`${name} ${count}`} figure={run} {...shared} />;
  });
}

const numbered = <Item,>(items: readonly Item[]) => items.map((item, i) => ({ item, key: String(i) }));

function PaperTable({ table, ...shared }: Shared & { table: Table }) {
  const { title, unit, columns, rows, notes } = table;
  return (
    <figure className="paper-table">
      {title !== null && <figcaption>{title}</figcaption>}
      {unit !== null && <p className="paper-unit">单位：{unit}</p>}
      <table>
        <thead>
          <tr>
            {numbered(columns).map(({ item: { head }, key }) => (
              <th key={key}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered(rows).map(({ item: row, key }) => (
            <tr key={key}>
              {numbered(columns).map(({ item: { align }, key: column }) => (
                <td key={column} style={{ textAlign: align }}>
                  <Runs content={row[Number(column)] ?? []} {...shared} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {notes.map((note) => (
        <p key={note} className="paper-note">
          {note}
        </p>
      ))}
    </figure>
  );
}

const sizeOf = (value: string | Figure): number =>
  Math.abs(Number.parseFloat((typeof value === 'string' ? value : value.text).replaceAll(',', '')) || 0);

function PaperChart({ chart: { title, unit, bars }, ...shared }: Shared & { chart: Chart }) {
  const longest = Math.max(...bars.map(({ value }) => sizeOf(value))) || 1;
  return (
    <figure className="paper-table">
      {title !== null && <figcaption>{title}</figcaption>}
      {unit !== null && <p className="paper-unit">单位：{unit}</p>}
      {numbered(bars).map(({ item: { label, value }, key }) => (
        <div key={key} className="paper-bar">
          <span>{label}</span>
          <i style={{ width: `${(56 * sizeOf(value)) / longest}%` }} />
          <Runs content={[value]} {...shared} />
        </div>
      ))}
    </figure>
  );
}

function PaperBlock({ block, ...shared }: Shared & { block: DocumentBlock }) {
  if (block.kind === 'table') return <PaperTable table={block} {...shared} />;
  if (block.kind === 'chart') return <PaperChart chart={block} {...shared} />;
  const className = block.kind === 'heading' ? `paper-heading-${block.level}` : undefined;
  return (
    <p className={className}>
      <Runs content={block.content} {...shared} />
    </p>
  );
}

function MastHead({ issuer, number, signer }: OfficialDocument) {
  if (issuer === null) return null;
  const size = { '--mark': `${Math.min(48, 442 / Math.max(1, issuer.length))}pt` } as CSSProperties;
  return (
    <header>
      <p className="paper-mark" style={size}>
        {issuer}
      </p>
      <p className={signer === null ? 'paper-number' : 'paper-number paper-number-signed'}>
        <span>{number}</span>
        {signer !== null && <span>签发人：{signer}</span>}
      </p>
    </header>
  );
}

function Imprint({ copiesTo, printedBy, printedOn }: OfficialDocument) {
  if (copiesTo === null && printedBy === null && printedOn === null) return null;
  return (
    <footer className="paper-imprint">
      {copiesTo !== null && <p>抄送：{copiesTo}</p>}
      <p>
        <span>{printedBy}</span>
        <span>{printedOn === null ? '' : `${spelledDay(printedOn)}印发`}</span>
      </p>
    </footer>
  );
}

/** The document on the screen in the measures of the printed page; each figure opens where it comes from. */
export function OfficialPaper({ document, ...shared }: Shared & { document: OfficialDocument }) {
  const { title, addressees, blocks, attachments, signature, date, note } = document;
  return (
    <article className="paper" lang="zh-CN" data-figures={figuresOf(document).length}>
      <MastHead {...document} />
      <h2 className="paper-title">{title}</h2>
      {addressees !== null && <p className="paper-flush">{addressees}：</p>}
      {numbered(blocks).map(({ item, key }) => (
        <PaperBlock key={key} block={item} {...shared} />
      ))}
      {attachments.map((name, i) => (
        <p key={name}>
          {i === 0 ? '附件：' : '　　　'}
          {attachments.length > 1 ? `${i + 1}.` : ''}
          {name}
        </p>
      ))}
      <div className="paper-signature">
        {signature !== null && <p>{signature}</p>}
        {date !== null && <p>{spelledDay(date)}</p>}
      </div>
      {note !== null && <p>（{note}）</p>}
      <Imprint {...document} />
    </article>
  );
}
