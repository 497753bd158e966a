import { NotificationOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { bulletinOperations } from '../operations.ts';

const BulletinsScreen = lazy(async () => ({ default: (await import('./bulletins-screen.tsx')).BulletinsScreen }));
const BulletinScreen = lazy(async () => ({ default: (await import('./bulletin-screen.tsx')).BulletinScreen }));
const { permission } = bulletinOperations['bulletins.list'];
const title = { zh: '通报', en: 'Bulletins' };

export const bulletinsPage = definePage({
  path: '/bulletins',
  title,
  permission,
  menu: { icon: <NotificationOutlined />, group: 'data' },
  render: () => <BulletinsScreen />,
});

export const bulletinPage = definePage({
  path: '/bulletins/$bulletinId',
  title,
  permission,
  render: () => <BulletinScreen />,
});
