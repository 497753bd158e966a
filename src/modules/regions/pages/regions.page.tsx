import { GlobalOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { regionOperations } from '../operations.ts';

const RegionsScreen = lazy(async () => ({ default: (await import('./regions-screen.tsx')).RegionsScreen }));

export const regionsPage = definePage({
  path: '/regions',
  title: { zh: '行政区划', en: 'Regions' },
  permission: regionOperations['regions.list'].permission,
  menu: { icon: <GlobalOutlined />, group: 'registers' },
  render: () => <RegionsScreen />,
});
