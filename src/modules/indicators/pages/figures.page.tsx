import { BarChartOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { indicatorOperations } from '../operations.ts';

const FiguresScreen = lazy(async () => ({ default: (await import('./figures-screen.tsx')).FiguresScreen }));

export const figuresPage = definePage({
  path: '/figures',
  title: { zh: '数据', en: 'Figures' },
  permission: indicatorOperations['observations.figures'].permission,
  menu: { icon: <BarChartOutlined />, group: 'data' },
  render: () => <FiguresScreen />,
});
