import './search.css';
import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Modal, Tooltip } from 'antd';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { useKeys } from '../../../web/keys.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink, useGo } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { type Found, foundKinds, searchOperations } from '../search-operations.ts';

const words = {
  search: { zh: '查找（Ctrl K）', en: 'Find (Ctrl K)' },
  hint: {
    zh: '规划、项目、园区、企业、指标、报表、通报、台账、单位的名称或代码',
    en: 'Name or code of a plan, project, park, enterprise, indicator, report, bulletin, ledger or unit',
  },
  none: { zh: '没有找到“{text}”', en: 'Nothing is called “{text}”' },
  keys: { zh: '↑ ↓ 选择，Enter 打开，Esc 关闭', en: '↑ ↓ choose, Enter opens, Esc closes' },
  everywhere: { zh: '查找', en: 'Find' },
} satisfies Record<string, Label>;

/** Typing goes on while nothing is asked. */
function useSettled(text: string, waitMs = 200): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), waitMs);
    return () => clearTimeout(timer);
  }, [text, waitMs]);
  return settled;
}

const placeOf = ({ path }: Found) => {
  const [to = '/', query] = path.split('?');
  return { to, search: Object.fromEntries(new URLSearchParams(query)) };
};

function Results({ found, at, onOpen }: { found: readonly Found[]; at: number; onOpen: () => void }) {
  const { say } = useLanguage();
  return (
    <ul className="found">
      {found.map((each, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the link inside is what the keyboard opens
        <li key={`${each.kind} ${each.path}`} className={i === at ? 'is-at' : undefined} onClick={onOpen}>
          <PageLink {...placeOf(each)}>{each.name}</PageLink>
          <span className="quiet">
            {each.of} <span className="chip">{say(foundKinds[each.kind])}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Finder({ onClose }: { onClose: () => void }) {
  const { say } = useLanguage();
  const go = useGo();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const text = useSettled(typed.trim());
  const { data } = useOperation(searchOperations['search.find'], { text }, { enabled: text !== '', keepsLast: true });
  const found = text === '' ? [] : (data?.found ?? []);
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[at];
    if (step !== undefined) setAt(Math.max(0, Math.min(found.length - 1, at + step)));
    else if (event.key === 'Enter' && chosen !== undefined && text === typed.trim()) {
      const { to, search } = placeOf(chosen);
      onClose();
      go(to, search);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <Input
        autoFocus
        size="large"
        prefix={<SearchOutlined />}
        aria-label={say(words.search)}
        placeholder={say(words.hint)}
        maxLength={60}
        value={typed}
        onKeyDown={press}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
      />
      <Results found={found} at={at} onOpen={onClose} />
      <p className="quiet" role="status">
        {data && text !== '' && found.length === 0 ? say(words.none, { text }) : say(words.keys)}
      </p>
    </>
  );
}

/** Finds anything by name, from every page. */
export function SearchButton() {
  const { say } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const keys = useMemo(() => [{ keys: ['ctrl+k'], label: words.search, run: () => setIsOpen(true) }], []);
  useKeys(words.everywhere, keys);
  return (
    <>
      <Tooltip title={say(words.search)}>
        <Button type="text" icon={<SearchOutlined />} aria-label={say(words.search)} onClick={() => setIsOpen(true)} />
      </Tooltip>
      <Modal
        open={isOpen}
        title={say(words.everywhere)}
        onCancel={() => setIsOpen(false)}
        footer={null}
        closable={false}
        width={640}
        destroyOnHidden
      >
        <Finder onClose={() => setIsOpen(false)} />
      </Modal>
    </>
  );
}
