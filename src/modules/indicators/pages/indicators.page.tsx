import { BookOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { indicatorOperations } from '../operations.ts';

const IndicatorsScreen = lazy(async () => ({ default: (await import('./indicators-screen.tsx')).IndicatorsScreen }));

export const indicatorsPage = definePage({
  path: '/indicators',
  title: { zh: '指标', en: 'Indicators' },
  permission: indicatorOperations['indicators.list'].permission,
  menu: { icon: <BookOutlined />, group: 'data' },
  render: () => <IndicatorsScreen />,
});
