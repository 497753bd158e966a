import { ShopOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';

const EnterprisesScreen = lazy(async () => ({ default: (await import('./enterprises-screen.tsx')).EnterprisesScreen }));

export const enterprisesPage = definePage({
  path: '/enterprises',
  title: { zh: '企业', en: 'Enterprises' },
  permission: 'register.read',
  menu: { icon: <ShopOutlined />, group: 'registers' },
  render: () => <EnterprisesScreen />,
});
