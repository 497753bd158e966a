import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { type Column, DenseTable } from '../../../web/dense-table.tsx';
import { useKeys } from '../../../web/keys.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink, useGo } from '../../../web/router.tsx';
import type { BoardCard } from '../../projects/delivery-operations.ts';
import { projectStages } from '../../projects/register.ts';
import { Lamp } from './lamp.tsx';
import { useNextWords } from './project-card.tsx';
import { daysSince, sayMoney } from './show.ts';
import type { BoardData } from './use-board.ts';

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
  shown: { zh: '已列出 {shown} 个，共 {total} 个', en: '{shown} of {total}' },
  more: { zh: '继续列出', en: 'More' },
  move: { zh: '上下移动', en: 'Move' },
  open: { zh: '打开', en: 'Open' },
} satisfies Record<string, Label>;

function useColumns({ ownerOf, lampOf }: BoardData): readonly Column<BoardCard>[] {
  const { say } = useLanguage();
  const nextWords = useNextWords();
  return useMemo(
    () => [
      {
        id: 'name',
        title: say(words.name),
        width: 'minmax(220px, 3fr)',
        cell: ({ id, name }) => <PageLink to={`/delivery/${id}`}>{name}</PageLink>,
      },
      { id: 'stage', title: say(words.stage), width: '84px', cell: ({ stage }) => say(projectStages[stage]) },
      { id: 'unit', title: say(words.unit), width: 'minmax(140px, 2fr)', cell: ownerOf },
      {
        id: 'investment',
        title: say(words.investment),
        width: '104px',
        isFigure: true,
        cell: ({ investment }) => sayMoney(investment),
      },
      {
        id: 'days',
        title: say(words.days),
        width: '72px',
        isFigure: true,
        cell: ({ since }) => daysSince(since) ?? '—',
      },
      {
        id: 'lamp',
        title: say(words.lamp),
        width: '84px',
        cell: ({ id }) => {
          const level = lampOf(id);
          return level === undefined ? '' : <Lamp level={level} />;
        },
      },
      { id: 'next', title: say(words.next), width: 'minmax(200px, 3fr)', cell: (card) => nextWords(card) },
      { id: 'start', title: say(words.start), width: '96px', cell: ({ startOn }) => startOn ?? '—' },
      { id: 'finish', title: say(words.finish), width: '96px', cell: ({ finishOn }) => finishOn ?? '—' },
    ],
    [say, nextWords, ownerOf, lampOf],
  );
}

/** The same projects as a table; on a phone the rows are cards. */
export function BoardList({ data, onMore }: { data: BoardData; onMore: () => void }) {
  const { say } = useLanguage();
  const go = useGo();
  const columns = useColumns(data);
  const { inOrder, total } = data;
  const [active, setActive] = useState<string | null>(null);
  const open = (id: string | null) => id !== null && go(`/delivery/${id}`);
  const keys = useMemo(
    () => [
      {
        keys: ['j', 'k'],
        label: words.move,
        run: (key: string) =>
          setActive((now) => {
            const at = inOrder.findIndex(({ id }) => id === now) + (key === 'j' ? 1 : -1);
            return inOrder[Math.max(0, Math.min(inOrder.length - 1, at))]?.id ?? null;
          }),
      },
    ],
    [inOrder],
  );
  useKeys(words.label, keys);
  return (
    <div className="board-list">
      <DenseTable
        label={say(words.label)}
        columns={columns}
        rows={inOrder}
        keyOf={({ id }) => id}
        active={active}
        onPick={({ id }) => setActive(id)}
        onOpen={({ id }) => open(id)}
        empty={say(words.none)}
      />
      <p className="quiet board-shown">
        {say(words.shown, { shown: inOrder.length, total })}{' '}
        {inOrder.length < total && (
          <Button size="small" onClick={onMore}>
            {say(words.more)}
          </Button>
        )}
      </p>
    </div>
  );
}
