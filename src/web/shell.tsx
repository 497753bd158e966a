import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { type Appearance, useAppearance } from './appearance.tsx';
import { useConnection } from './connection.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { KeyHelp, useKeys } from './keys.tsx';
import { useLanguage } from './language.tsx';
import { Menu } from './menu.tsx';
import type { Page } from './page.ts';
import { PageLink, usePath } from './router.tsx';
import { useIsDemo, useSession } from './session.ts';
import { Waiting } from './waiting.tsx';

const words = {
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  keys: { zh: '键盘操作（?）', en: 'Keyboard (?)' },
  everywhere: { zh: '各页通用', en: 'Everywhere' },
  language: { zh: '切换到 English', en: '切换到中文' },
  sample: { zh: '本机样例用户', en: 'Local sample officer' },
  sampleHint: {
    zh: '本机试用：以样例用户身份登录，资料只在这台电脑上',
    en: 'A first look: signed in as a sample officer; everything stays on this computer',
  },
  demo: { zh: '演示数据', en: 'Demo' },
  demoHint: {
    zh: '带文件与行号的是规划所列；月度数、阶段、责任人、节点、资金和台账事项都是虚构的',
    en: 'A demo: what has a document and a line is from the plans; months, stages, people, nodes, money and ledger entries are invented',
  },
  lost: {
    zh: '与服务的连接中断，正在重试。已写的内容保留在本页，恢复后即可继续。',
    en: 'The connection is lost and being tried again. What you wrote stays on this page.',
  },
  connected: { zh: '已连接', en: 'Connected' },
  disconnected: { zh: '连接中断', en: 'Connection lost' },
};

const appearances: Record<Appearance, { icon: ReactNode; next: Appearance; label: { zh: string; en: string } }> = {
  system: { icon: <DesktopOutlined />, next: 'light', label: { zh: '外观：跟随系统', en: 'Appearance: system' } },
  light: { icon: <SunOutlined />, next: 'dark', label: { zh: '外观：浅色', en: 'Appearance: light' } },
  dark: { icon: <MoonOutlined />, next: 'system', label: { zh: '外观：深色', en: 'Appearance: dark' } },
};

function AppearanceButton() {
  const { appearance, setAppearance } = useAppearance();
  const { say } = useLanguage();
  const { icon, next, label } = appearances[appearance];
  return (
    <Tooltip title={say(label)}>
      <Button type="text" icon={icon} aria-label={say(label)} onClick={() => setAppearance(next)} />
    </Tooltip>
  );
}

function LanguageButton() {
  const { language, setLanguage, say } = useLanguage();
  return (
    <Button
      type="text"
      className="language-button"
      aria-label={say(words.language)}
      onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      {language === 'zh' ? 'EN' : '中文'}
    </Button>
  );
}

function Who() {
  const session = useSession();
  const { say } = useLanguage();
  const isDemo = useIsDemo();
  if (!isDemo && !session?.isSample) return null;
  const [said, hint] = isDemo ? [words.demo, words.demoHint] : [words.sample, words.sampleHint];
  return (
    <Tooltip title={say(hint)}>
      <span className="who who-sample">{say(said)}</span>
    </Tooltip>
  );
}

/** Whether an address belongs to a page; `$name` in a path stands for any word. */
const isPathOf = ({ path }: Page, address: string): boolean =>
  new RegExp(`^${path.replaceAll(/\$\w+/g, '[^/]+')}$`).test(address);

interface Props {
  readonly pages: readonly Page[];
  /** What the product offers on every page, beside the menu. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** The frame round every page: menu, who is here, language, appearance, keyboard help, state of the connection. */
export function Shell({ pages, tools, children }: Props) {
  const { say } = useLanguage();
  const up = useConnection();
  const path = usePath();
  const [helpIsOpen, setHelpIsOpen] = useState(false);
  const keys = useMemo(() => [{ keys: ['?'], label: words.keys, run: () => setHelpIsOpen(true) }], []);
  useKeys(words.everywhere, keys);
  useEffect(() => {
    const page = pages.find((candidate) => isPathOf(candidate, path));
    document.title = page ? `${say(page.title)} · 蓝图` : '蓝图';
  }, [pages, path, say]);
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {say(words.skip)}
      </a>
      <header className="top-bar">
        <PageLink to="/" className="brand">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <path d="M9 7v18h15M9 18h6v-6h9" />
          </svg>
          <b>蓝图</b>
          <span>Lantu</span>
        </PageLink>
        <Menu pages={pages} />
        <div className="top-tools">
          {tools}
          <Who />
          <span className={up ? 'health' : 'health health-lost'} title={say(up ? words.connected : words.disconnected)}>
            <span className="visually-hidden">{say(up ? words.connected : words.disconnected)}</span>
          </span>
          <LanguageButton />
          <AppearanceButton />
          <Tooltip title={say(words.keys)}>
            <Button
              type="text"
              className="keys-button"
              aria-label={say(words.keys)}
              onClick={() => setHelpIsOpen(true)}
            >
              ?
            </Button>
          </Tooltip>
        </div>
      </header>
      {!up && (
        <div className="lost-bar" role="status">
          {say(words.lost)}
        </div>
      )}
      <main id="content" tabIndex={-1}>
        <ErrorBoundary key={path}>
          <Suspense fallback={<Waiting />}>{children}</Suspense>
        </ErrorBoundary>
      </main>
      <KeyHelp open={helpIsOpen} onClose={() => setHelpIsOpen(false)} />
    </div>
  );
}
