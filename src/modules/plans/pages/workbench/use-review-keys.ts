import { useMemo } from 'react';
import type { Label } from '../../../../core/text.ts';
import { type Key, useKeys } from '../../../../web/keys.tsx';
import { factKinds } from '../../plan.ts';
import type { PlanActions } from './use-plan.ts';
import type { Tab, WorkbenchState } from './use-workbench.ts';

const words = {
  title: { zh: '核对规划', en: 'Reviewing a plan' },
  next: { zh: '下一条', en: 'Next' },
  previous: { zh: '上一条', en: 'Previous' },
  accept: { zh: '采纳', en: 'Accept' },
  edit: { zh: '更正', en: 'Correct' },
  reject: { zh: '否决', en: 'Reject' },
  dismiss: { zh: '不再提示这个问题', en: 'Dismiss the finding' },
  undo: { zh: '撤销', en: 'Undo' },
  search: { zh: '搜索', en: 'Search' },
  show: { zh: '在原文中显示', en: 'Show in the document' },
  tabs: { zh: '换到第几个标签页', en: 'Go to a tab' },
} satisfies Record<string, Label>;

const tabs: readonly Tab[] = ['findings', ...factKinds, 'tables'];

interface Parts {
  readonly bench: WorkbenchState;
  readonly actions: PlanActions;
  readonly show: (id: string | null) => void;
  readonly decide: (state: 'accepted' | 'rejected') => unknown;
  readonly edit: () => void;
  readonly focusSearch: () => void;
  readonly dismiss: () => void;
}

/** The whole review by keyboard: j and k move, a, e and x decide, u takes back. */
export function useReviewKeys({ bench, actions, show, decide, edit, focusSearch, dismiss }: Parts): void {
  const keys = useMemo<Key[]>(
    () => [
      { keys: ['j', 'ArrowDown'], label: words.next, run: () => show(bench.step(1)) },
      { keys: ['k', 'ArrowUp'], label: words.previous, run: () => show(bench.step(-1)) },
      { keys: ['a'], label: words.accept, run: () => void decide('accepted') },
      { keys: ['e'], label: words.edit, run: edit },
      { keys: ['x'], label: words.reject, run: () => void decide('rejected') },
      { keys: ['d'], label: words.dismiss, run: dismiss },
      { keys: ['u', 'ctrl+z'], label: words.undo, run: () => void actions.attempt(actions.undo) },
      { keys: ['/'], label: words.search, run: focusSearch },
      { keys: ['Enter'], label: words.show, run: () => show(bench.active) },
      {
        keys: tabs.map((_, index) => String(index + 1)),
        label: words.tabs,
        run: (key) => bench.openTab(tabs[Number(key) - 1] ?? 'findings'),
      },
    ],
    [bench, actions, show, decide, edit, focusSearch, dismiss],
  );
  useKeys(words.title, keys);
}
