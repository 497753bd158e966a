import { App, ConfigProvider, theme } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useLanguage } from './language.tsx';
import { recall, remember } from './remember.ts';

export type Appearance = 'light' | 'dark' | 'system';

const AppearanceContext = createContext<{ appearance: Appearance; setAppearance: (to: Appearance) => void } | null>(
  null,
);

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const watchSystem = (onChange: () => void) => {
  systemDark.addEventListener('change', onChange);
  return () => systemDark.removeEventListener('change', onChange);
};

const known = (text: string | null): Appearance => (text === 'light' || text === 'dark' ? text : 'system');

/** The same values as `web.css`: one accent, quiet greys, and three severities. */
const tokens = {
  light: {
    colorPrimary: '#1d5bb8',
    colorInfo: '#1d5bb8',
    colorError: '#b42318',
    colorWarning: '#d48806',
    colorSuccess: '#389e0d',
    colorBgLayout: '#f4f5f7',
    colorText: '#1c2430',
    colorTextSecondary: '#4d5866',
    colorTextTertiary: '#5f6a78',
    colorTextPlaceholder: '#68727f',
    colorTextDescription: '#5f6a78',
    colorBorder: '#c9cfd8',
    colorBorderSecondary: '#e3e6eb',
  },
  dark: {
    colorPrimary: '#2f6bc0',
    colorInfo: '#6aa5f0',
    colorLink: '#7fb2f5',
    colorError: '#f47067',
    colorWarning: '#d89614',
    colorSuccess: '#49aa19',
    colorBgBase: '#14181e',
    colorBgLayout: '#101318',
    colorBgContainer: '#181c23',
    colorBgElevated: '#20252e',
    colorText: '#dde3ea',
    colorTextSecondary: '#a9b3bf',
    colorTextTertiary: '#94a0ad',
    colorTextPlaceholder: '#8995a3',
    colorTextDescription: '#94a0ad',
    colorBorder: '#3a424e',
    colorBorderSecondary: '#2a3039',
  },
} as const;

const algorithms = { light: theme.defaultAlgorithm, dark: theme.darkAlgorithm } as const;

/** Notices stand on Ant Design’s own clear surfaces; ours, mixed from colours dark enough for text, would be muddy. */
function surfacesOf(shown: 'light' | 'dark') {
  const own = theme.getDesignToken({ algorithm: algorithms[shown] });
  const { colorErrorBg, colorErrorBorder, colorWarningBg, colorWarningBorder, colorSuccessBg, colorSuccessBorder } =
    own;
  return { colorErrorBg, colorErrorBorder, colorWarningBg, colorWarningBorder, colorSuccessBg, colorSuccessBorder };
}

const surfaces = { light: surfacesOf('light'), dark: surfacesOf('dark') } as const;

/** Dense rows and low controls: the officers' screens are small. */
const measures = {
  fontSize: 14,
  controlHeight: 30,
  controlHeightSM: 24,
  borderRadius: 5,
  motionUnit: 0.06,
  paddingSM: 10,
} as const;

const fontFamily =
  '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif';

export function AppearanceProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const [appearance, setAppearance] = useState<Appearance>(() => known(recall('appearance')));
  const systemIsDark = useSyncExternalStore(watchSystem, () => systemDark.matches);
  const shown = appearance === 'system' ? (systemIsDark ? 'dark' : 'light') : appearance;
  useEffect(() => {
    document.documentElement.dataset.theme = shown;
    remember('appearance', appearance);
  }, [appearance, shown]);
  const value = useMemo(() => ({ appearance, setAppearance }), [appearance]);
  return (
    <AppearanceContext value={value}>
      <ConfigProvider
        locale={language === 'zh' ? zhCN : enUS}
        button={{ autoInsertSpace: false }}
        theme={{
          algorithm: algorithms[shown],
          token: { ...tokens[shown], ...surfaces[shown], fontFamily, ...measures },
          components: {
            Button: { primaryShadow: 'none', defaultShadow: 'none' },
            Tabs: { horizontalMargin: '0', itemSelectedColor: 'var(--accent-ink)', inkBarColor: 'var(--accent)' },
          },
        }}
      >
        <App>{children}</App>
      </ConfigProvider>
    </AppearanceContext>
  );
}

export function useAppearance() {
  const value = useContext(AppearanceContext);
  if (value === null) throw new Error('a component that changes the appearance stands outside AppearanceProvider');
  return value;
}
