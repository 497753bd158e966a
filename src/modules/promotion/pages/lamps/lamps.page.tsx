import { AlertOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../../web/page.ts';
import { backtestOperations } from '../../backtest-operations.ts';
import { moneyOperations } from '../../money-operations.ts';
import { type Slots, SlotsContext } from '../slots.ts';

const LampsScreen = lazy(async () => ({ default: (await import('./lamps-screen.tsx')).LampsScreen }));
const BacktestScreen = lazy(async () => ({ default: (await import('./backtest-screen.tsx')).BacktestScreen }));

/** The lamps of all projects, with the panel that draws a working. */
export const lampsPage = (slots: Slots) =>
  definePage({
    path: '/lamps',
    title: { zh: '预警灯', en: 'Lamps' },
    permission: moneyOperations['lamps.portfolio'].permission,
    menu: { icon: <AlertOutlined />, group: 'dispatch' },
    render: () => (
      <SlotsContext value={slots}>
        <LampsScreen />
      </SlotsContext>
    ),
  });

export const backtestPage = (slots: Slots) =>
  definePage({
    path: '/lamps/backtest',
    title: { zh: '预警灯回测', en: 'Back-test of lamps' },
    permission: backtestOperations['backtests.run'].permission,
    render: () => (
      <SlotsContext value={slots}>
        <BacktestScreen />
      </SlotsContext>
    ),
  });
