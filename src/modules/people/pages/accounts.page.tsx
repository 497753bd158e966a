import { TeamOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { definePage } from '../../../web/page.ts';
import { peopleOperations } from '../operations.ts';

const AccountsScreen = lazy(async () => ({ default: (await import('./accounts-screen.tsx')).AccountsScreen }));

export const accountsPage = definePage({
  path: '/accounts',
  title: { zh: '账号', en: 'Accounts' },
  permission: peopleOperations['accounts.list'].permission,
  menu: { icon: <TeamOutlined />, group: 'manage' },
  render: () => <AccountsScreen />,
});
