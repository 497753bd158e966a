import { Modal, Switch } from 'antd';
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Label } from '../core/text.ts';
import { useLanguage } from './language.tsx';
import { recall, remember } from './remember.ts';

export interface Key {
  /** As `KeyboardEvent.key` gives it; `ctrl+z` with the control or command key. */
  readonly keys: readonly string[];
  readonly label: Label;
  /** Called with the name of the key that was pressed. */
  readonly run: (key: string) => void;
}

/** What can be pressed now, for the help window; the screen shown last stands last. */
const registry = new Map<symbol, { title: Label; current: readonly Key[] }>();
const listeners = new Set<() => void>();
let single = recall('single-keys') !== 'off';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|button)$/.test(target.type)) ||
    target.closest('[role="dialog"],[role="listbox"],[role="menu"],[role="combobox"]') !== null);

const nameOf = (event: KeyboardEvent): string =>
  `${event.ctrlKey || event.metaKey ? 'ctrl+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;

/** Keys of one screen, heard while nothing is being typed. A held control in focus keeps its own keys. */
export function useKeys(title: Label, keys: readonly Key[]): void {
  const id = useRef(Symbol(title.en)).current;
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    registry.set(id, {
      title,
      get current() {
        return latest.current;
      },
    });
    const hear = (event: KeyboardEvent) => {
      const name = nameOf(event);
      if (event.defaultPrevented || event.altKey || isTyping(event.target)) return;
      if (!name.startsWith('ctrl+') && name.length === 1 && !single) return;
      const isOnControl = event.target instanceof HTMLElement && event.target.closest('button,a,[role="tab"]') !== null;
      if (isOnControl && /^(Enter| |Arrow.*)$/.test(name)) return;
      const key = latest.current.find((candidate) => candidate.keys.includes(name));
      if (key === undefined) return;
      event.preventDefault();
      key.run(name);
    };
    document.addEventListener('keydown', hear);
    return () => {
      registry.delete(id);
      document.removeEventListener('keydown', hear);
    };
  }, [id, title]);
}

const printed: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ' ': 'Space', Escape: 'Esc' };
const words = {
  title: { zh: '键盘操作', en: 'Keyboard' },
  single: { zh: '启用单键操作', en: 'Single-key commands' },
} satisfies Record<string, Label>;

function KeyList({ keys }: { keys: readonly Key[] }) {
  const { say } = useLanguage();
  return (
    <dl className="key-list">
      {keys.map(({ keys: names, label }) => (
        <div key={label.en}>
          <dt>
            {(names.length > 4 ? [names[0] as string, '…', names.at(-1) as string] : names).map((name) => (
              <kbd key={name}>{name.replace('ctrl+', 'Ctrl ').replace(/\w+$/, (last) => printed[last] ?? last)}</kbd>
            ))}
          </dt>
          <dd>{say(label)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The help window: lists exactly what the screen listens to. */
export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const { say } = useLanguage();
  const [, redraw] = useState(0);
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => single,
  );
  const setSingle = (on: boolean) => {
    single = on;
    remember('single-keys', on ? 'on' : 'off');
    redraw((n) => n + 1);
  };
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={say(words.title)} width={560} destroyOnHidden>
      {[...registry.values()].map(({ title, current }) => (
        <section key={title.en}>
          <h3 className="key-heading">{say(title)}</h3>
          <KeyList keys={current} />
        </section>
      ))}
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control */}
      <label className="key-switch">
        <Switch size="small" checked={single} onChange={setSingle} /> {say(words.single)}
      </label>
    </Modal>
  );
}
