import { EnvironmentOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';

const ParksScreen = lazy(async () => ({ default: (await import('./parks-screen.tsx')).ParksScreen }));

export const parksPage = definePage({
  path: '/parks',
  title: { zh: '园区', en: 'Parks' },
  permission: 'register.read',
  menu: { icon: <EnvironmentOutlined />, group: 'registers' },
  render: () => <ParksScreen />,
});
