import { type ReactNode, useMemo, useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { type Column, DenseTable } from '../../../web/dense-table.tsx';
import { useKeys } from '../../../web/keys.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink, useGo } from '../../../web/router.tsx';
import type { BoardCard } from '../../projects/board-operations.ts';
import { projectStages } from '../../projects/register.ts';
import type { LampLevel } from '../money-operations.ts';
import { Lamp } from './lamp.tsx';
import { useNextWords } from './project-card.tsx';
import { daysSince, sayMoney } from './show.ts';
import type { BoardData } from './use-board.ts';
import { useCards, useRest } from './use-cards.ts';

const words = {
  label: { zh: '项目列表', en: 'Projects' },
  name: { zh: '项目', en: 'Project' },
  stage: { zh: '阶段', en: 'Stage' },
  unit: { zh: '建设单位（所在单位）', en: 'Owner (unit)' },
  investment: { zh: '总投资', en: 'Investment' },
  days: { zh: '已停留', en: 'Days' },
  lamp: { zh: '预警', en: 'Lamp' },
  next: { zh: '下一步', en: 'Next' },
  start: { zh: '计划开工', en: 'Start' },
  finish: { zh: '计划竣工', en: 'Finish' },
  none: { zh: '没有符合条件的项目', en: 'No project fits' },
  total: { zh: '共 {total} 个', en: '{total} projects' },
  move: { zh: '上下移动', en: 'Move' },
  open: { zh: '打开', en: 'Open' },
} satisfies Record<string, Label>;

/** A line of the list; its project is asked for where somebody stops. */
interface Line {
  readonly place: number;
  readonly card: BoardCard | undefined;
}

const keyOf = ({ place }: Line): string => String(place);
const isKnown = ({ card }: Line): boolean => card !== undefined;

function useColumns({ ownerOf, lampOf }: BoardData): readonly Column<Line>[] {
  const { say } = useLanguage();
  const nextWords = useNextWords();
  return useMemo(() => {
    const of = (cell: (card: BoardCard) => ReactNode) => ({ cell: ({ card }: Line) => (card ? cell(card) : '…') });
    const figure = { isFigure: true };
    const lamp = (level: LampLevel | undefined) => (level === undefined ? '' : <Lamp level={level} />);
    return [
      {
        id: 'name',
        title: say(words.name),
        width: 'minmax(220px, 3fr)',
        ...of(({ id, name }) => <PageLink to={`/delivery/${id}`}>{name}</PageLink>),
      },
      { id: 'stage', title: say(words.stage), width: '84px', ...of(({ stage }) => say(projectStages[stage])) },
      { id: 'unit', title: say(words.unit), width: 'minmax(140px, 2fr)', ...of(ownerOf) },
      {
        id: 'investment',
        title: say(words.investment),
        width: '104px',
        ...figure,
        ...of(({ investment }) => sayMoney(investment)),
      },
      { id: 'days', title: say(words.days), width: '72px', ...figure, ...of(({ since }) => daysSince(since) ?? '—') },
      { id: 'lamp', title: say(words.lamp), width: '84px', ...of(({ id }) => lamp(lampOf(id))) },
      { id: 'next', title: say(words.next), width: 'minmax(200px, 3fr)', ...of((card) => nextWords(card)) },
      { id: 'start', title: say(words.start), width: '96px', ...of(({ startOn }) => startOn ?? '—') },
      { id: 'finish', title: say(words.finish), width: '96px', ...of(({ finishOn }) => finishOn ?? '—') },
    ];
  }, [say, nextWords, ownerOf, lampOf]);
}

/** The same projects as a table; on a phone the rows are cards. */
export function BoardList({ data }: { data: BoardData }) {
  const { say } = useLanguage();
  const go = useGo();
  const columns = useColumns(data);
  const { filter, total } = data;
  const [pages, onView] = useRest();
  const cards = useCards({ filter, pages });
  const lines = Array.from({ length: total }, (_, place): Line => ({ place, card: cards.get(place) }));
  const [active, setActive] = useState<number | null>(null);
  const keys = useMemo(
    () => [
      {
        keys: ['j', 'k'],
        label: words.move,
        run: (key: string) =>
          setActive((now) => Math.max(0, Math.min(total - 1, (now ?? -1) + (key === 'j' ? 1 : -1)))),
      },
    ],
    [total],
  );
  useKeys(words.label, keys);
  return (
    <div className="board-list">
      <DenseTable
        label={say(words.label)}
        columns={columns}
        rows={lines}
        keyOf={keyOf}
        active={active === null ? null : String(active)}
        onPick={({ place }) => setActive(place)}
        onOpen={({ card }) => card && go(`/delivery/${card.id}`)}
        isKnown={isKnown}
        onView={onView}
        empty={say(words.none)}
      />
      <p className="quiet board-shown">{say(words.total, { total })}</p>
    </div>
  );
}
