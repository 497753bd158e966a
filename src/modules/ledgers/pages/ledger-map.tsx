import type { Ledger } from '../../../core/ledger/ledger.ts';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { Nothing } from '../../../web/waiting.tsx';
import type { LedgerEntry } from '../operations.ts';
import { Point, plotOf, point } from '../point.ts';
import { Lamp } from './lamp.tsx';
import { lampClass, type Names } from './show.ts';

const words = {
  none: { zh: '还没有事项写明坐标', en: 'No entry has coordinates yet' },
  noneHint: {
    zh: '在事项的“坐标”一栏填写经纬度后显示在这里',
    en: 'Fill in the coordinates of entries to see them here',
  },
  without: { zh: '另有 {count} 件没有坐标', en: '{count} without coordinates' },
  unplaced: { zh: '未写明地点', en: 'No place given' },
  plot: { zh: '点位图：经纬度平面示意，不是测绘成果', en: 'Points by longitude and latitude; a sketch, not a survey' },
  kilometres: { zh: '{count} 公里', en: '{count} km' },
  of: { zh: '{count} 件', en: '{count}' },
} satisfies Record<string, Label>;

interface Props {
  readonly ledger: Ledger;
  readonly entries: readonly LedgerEntry[];
  readonly names: Names;
  readonly onPick: (entryId: string) => void;
}

const frameWidth = 720;

type Placed = { readonly entry: LedgerEntry; readonly place: Point };

function Dots({
  placed,
  onPick,
  plot,
}: { placed: readonly Placed[]; plot: ReturnType<typeof plotOf> } & Pick<Props, 'onPick'>) {
  return placed.map(({ entry, place }) => {
    const { x, y } = plot.at(place);
    return (
      <button
        type="button"
        key={entry.entryId}
        className={`ledger-dot ledger-${entry.lamp}${x > plot.width / 2 ? ' is-right' : ''}`}
        style={{ left: `${(100 * x) / plot.width}%`, top: `${(100 * y) / plot.height}%` }}
        title={`${entry.code} ${entry.name}`}
        aria-label={`${entry.code} ${entry.name}`}
        onClick={() => onPick(entry.entryId)}
      >
        <span>{entry.name}</span>
      </button>
    );
  });
}

/** Points on a grid of degrees with a scale: no background from anywhere, it works without a network. */
function PointPlot({ placed, onPick }: { placed: readonly Placed[] } & Pick<Props, 'onPick'>) {
  const { say } = useLanguage();
  const plot = plotOf(
    placed.map(({ place }) => place),
    frameWidth,
  );
  const { width, height, at, meridians, parallels, scale } = plot;
  const [anywhere = { east: 0, north: 0 }] = placed.map(({ place }) => place);
  return (
    <figure className="ledger-plot">
      <div>
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {meridians.map((east) => (
            <g key={`e${east}`}>
              <line x1={at({ ...anywhere, east }).x} x2={at({ ...anywhere, east }).x} y1={0} y2={height} />
              <text x={at({ ...anywhere, east }).x + 3} y={height - 5}>{`${east}°E`}</text>
            </g>
          ))}
          {parallels.map((north) => (
            <g key={`n${north}`}>
              <line x1={0} x2={width} y1={at({ ...anywhere, north }).y} y2={at({ ...anywhere, north }).y} />
              <text x={4} y={at({ ...anywhere, north }).y - 4}>{`${north}°N`}</text>
            </g>
          ))}
          <path d={`M ${width - 16 - scale.length} 18 v 5 h ${scale.length} v -5`} className="ledger-scale" />
          <text x={width - 16} y={14} textAnchor="end">
            {say(words.kilometres, { count: scale.kilometres })}
          </text>
        </svg>
        <Dots placed={placed} plot={plot} onPick={onPick} />
      </div>
      <figcaption className="quiet">{say(words.plot)}</figcaption>
    </figure>
  );
}

/** Where a place is a park or unit: its entries under its name. */
function ByPlace({ ledger, entries, names, onPick }: Props) {
  const { say } = useLanguage();
  const placeOf = ({ data }: LedgerEntry) => String(data[ledger.place ?? ''] ?? '');
  const groups = [...Map.groupBy(entries, placeOf)].toSorted(([, a], [, b]) => b.length - a.length);
  return (
    <div className="ledger-places">
      {groups.map(([place, own]) => (
        <section key={place}>
          <h2>
            {place === '' ? say(words.unplaced) : (names[place] ?? place)}{' '}
            <span className="quiet">{say(words.of, { count: own.length })}</span>
          </h2>
          <ul>
            {own.map((entry) => (
              <li key={entry.entryId}>
                <button type="button" onClick={() => onPick(entry.entryId)}>
                  <Lamp entry={entry} /> {entry.name}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** 点位: where the entries lie, by coordinates or by park. */
export function LedgerMap(props: Props) {
  const { say } = useLanguage();
  const { ledger, entries, onPick } = props;
  const field = ledger.fields.find(({ id }) => id === ledger.place);
  if (field?.kind.schema !== point.schema) return <ByPlace {...props} />;
  const placed = entries.flatMap((entry): Placed[] => {
    const { success, data } = Point.safeParse(entry.data[field.id]);
    return success ? [{ entry, place: data }] : [];
  });
  if (placed.length === 0) return <Nothing title={say(words.none)} hint={say(words.noneHint)} />;
  return (
    <div className="ledger-map">
      <PointPlot placed={placed} onPick={onPick} />
      <ul className="ledger-placed">
        {placed.map(({ entry }) => (
          <li key={entry.entryId}>
            <button type="button" onClick={() => onPick(entry.entryId)}>
              <span className={lampClass(entry)} />
              {entry.code} {entry.name}
            </button>
          </li>
        ))}
        {placed.length < entries.length && (
          <li className="quiet">{say(words.without, { count: entries.length - placed.length })}</li>
        )}
      </ul>
    </div>
  );
}
