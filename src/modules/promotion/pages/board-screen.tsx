import './delivery.css';
import { Button, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { recall, remember } from '../../../web/remember.ts';
import { useGo } from '../../../web/router.tsx';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { BoardColumns } from './board-columns.tsx';
import { BoardFilterBar, useBoardFilter } from './board-filter.tsx';
import { BoardList } from './board-list.tsx';
import { BoardPhone } from './board-phone.tsx';
import { KinButton } from './kin-list.tsx';
import { useBoard } from './use-board.ts';

const words = {
  title: { zh: '项目推进', en: 'Delivery' },
  view: { zh: '显示方式', en: 'View' },
  workload: { zh: '责任人与交接', en: 'People and hand-over' },
  none: { zh: '没有符合条件的项目', en: 'No project fits' },
  noneHint: { zh: '放宽筛选，或在“登记 → 项目”中新增', en: 'Widen the filter, or add projects to the register' },
} satisfies Record<string, Label>;

const views = { board: { zh: '看板', en: 'Board' }, list: { zh: '列表', en: 'List' } } satisfies Record<string, Label>;
type View = keyof typeof views;

const narrow = '(max-width: 760px)';

/** Whether the window is as narrow as a phone. */
function useNarrow(): boolean {
  const [isNarrow, setIsNarrow] = useState(() => matchMedia(narrow).matches);
  useEffect(() => {
    const media = matchMedia(narrow);
    const follow = () => setIsNarrow(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return isNarrow;
}

export function BoardScreen() {
  const { say } = useLanguage();
  const go = useGo();
  const isNarrow = useNarrow();
  const [filter, setFilter] = useBoardFilter();
  const [view, setView] = useState<View>(() => (recall('delivery.view') === 'list' ? 'list' : 'board'));
  const data = useBoard(filter);
  return (
    <div className="delivery-page">
      <header className="delivery-head">
        <h1>{say(words.title)}</h1>
        <BoardFilterBar filter={filter} onChange={setFilter} />
        <span className="grow" />
        <KinButton />
        <Button onClick={() => go('/delivery/people')}>{say(words.workload)}</Button>
        {!isNarrow && (
          <Segmented
            aria-label={say(words.view)}
            value={view}
            onChange={(next) => {
              setView(next);
              remember('delivery.view', next);
            }}
            options={(Object.keys(views) as View[]).map((value) => ({ value, label: say(views[value]) }))}
          />
        )}
      </header>
      {data.error && <Failure error={data.error} onAgain={() => void data.refetch()} />}
      {!data.isReady && !data.error && <Waiting />}
      {data.isReady && data.total === 0 && <Nothing title={say(words.none)} hint={say(words.noneHint)} />}
      {data.total > 0 &&
        (isNarrow ? (
          <BoardPhone data={data} />
        ) : view === 'board' ? (
          <BoardColumns data={data} />
        ) : (
          <BoardList data={data} />
        ))}
    </div>
  );
}
